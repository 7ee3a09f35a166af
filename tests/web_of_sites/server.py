"""The test web: many sites on one port of this machine, with a log of all that was asked."""

import asyncio
import inspect
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from types import TracebackType
from typing import Self

from tests.web_of_sites.answers import Answer, Asked, Given
from tests.web_of_sites.site import INSIDE, LOOPBACK, Site
from tests.web_of_sites.sites import all_sites

from tawatur.collect.fetching.addresses import Endpoint, PublicNetwork


class Web:
    """Serves sites until it is left; `log` holds every request in the order it came.

    Names are resolved by `resolve`, never by the system, and `network` connects to this web
    alone. `inside` logs requests to the machine behind it, which must stay empty. `clock` is
    what the log is kept by.
    """

    def __init__(
        self, sites: Iterable[Site] | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.sites = {site.host: site for site in (all_sites() if sites is None else sites)}
        self.log: list[Asked] = []
        self.inside: list[Asked] = []
        self.resolved: Counter[str] = Counter()
        self.port = 0
        self._clock = clock
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="web-of-sites")
        self._servers: list[asyncio.Server] = []

    def __enter__(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def asked_of(self, host: str) -> list[str]:
        """Return what was asked of a host, robots.txt apart."""
        return [one.target for one in self.log if one.host == host and one.target != "/robots.txt"]

    def asked_twice(self) -> list[str]:
        """Return the addresses asked for more than once, robots.txt apart."""
        times = Counter(one.url for one in self.log if one.target != "/robots.txt")
        return [url for url, number in times.items() if number > 1]

    async def resolve(self, host: str, port: int) -> Sequence[Endpoint]:
        """Return where a name leads, as the site says; numbers and unknown names lead outside.

        Raises:
            OSError: there is no such site.

        """
        site = self.sites.get(host)
        if site is None:
            # Numbers in every notation are no names: the system reads them without asking anybody.
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
            return [(str(entry[4][0]), port) for entry in found]
        at = min(self.resolved[host], len(site.leads_to) - 1)
        self.resolved[host] += 1
        return [
            (address, self.port if address in (LOOPBACK, INSIDE) else port) for address in site.leads_to[at]
        ]

    def network(self) -> PublicNetwork:
        """Return a network on which this web alone can be reached."""
        return PublicNetwork(resolve=self.resolve, allowed=[LOOPBACK])

    async def _start(self) -> None:
        outside = await asyncio.start_server(self._served(self.log), LOOPBACK, 0)
        self.port = outside.sockets[0].getsockname()[1]
        self._servers = [outside, await asyncio.start_server(self._served(self.inside), INSIDE, self.port)]

    async def _stop(self) -> None:
        # Whoever came last is still being let in, which a closed server breaks off half done.
        await _turns()
        for server in self._servers:
            server.close()
        connections = asyncio.all_tasks() - {asyncio.current_task()}
        for connection in connections:
            connection.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
        await _turns()

    def _served(self, log: list[Asked]) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], object]:
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                while await self._answer_one(reader, writer, log):
                    pass
            except (ConnectionError, asyncio.IncompleteReadError):
                pass
            except asyncio.CancelledError:
                # Whoever asked for what never ends has left long ago: nothing is flushed.
                writer.transport.abort()
            finally:
                writer.close()

        return serve

    async def _answer_one(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, log: list[Asked]
    ) -> bool:
        """Answer one request; tell whether the connection stays open for another."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value.strip()
            for name, _, value in (line.partition(":") for line in head[1:] if line)
        }
        host = headers["host"].rpartition(":")[0] or headers["host"]
        asked = Asked(at=self._clock(), host=host, target=head[0].split(" ")[1], headers=headers)
        log.append(asked)
        given = await self._given(asked)
        if isinstance(given, Answer):
            writer.write(given.on_the_wire())
            await writer.drain()
            return not given.ends_connection
        async for piece in given.pieces():
            writer.write(piece)
            await writer.drain()
        return False

    async def _given(self, asked: Asked) -> Given:
        given = self.sites[asked.host].given(asked) if asked.host in self.sites else Answer(status=404)
        if not callable(given):
            return given
        answered = given(asked)
        return await answered if inspect.isawaitable(answered) else answered


async def _turns() -> None:
    for _ in range(10):
        await asyncio.sleep(0)

"""Connections kept open between the requests to a site: few a site, and not too many sites."""

import ssl
from collections import OrderedDict

import httpcore
import httpx

from tawatur.collect.fetching.urls import site_of

MOST_SITES = 256
"""Sites with a connection kept; a run over all outlets comes back to each within seconds."""
_A_SITE = 2
# A site is asked again within seconds or much later: a connection kept longer only burdens it.
_KEPT_SECONDS = 30.0


class Connections:
    """A pool of connections for each site.

    One pool for all sites would look at every connection it has, for each that is idle, at
    every request: 100 sites cost it 10,000 looks.
    """

    def __init__(
        self,
        *,
        network: httpcore.AsyncNetworkBackend,
        tls: ssl.SSLContext | None = None,
        most: int = MOST_SITES,
    ) -> None:
        self._network = network
        self._tls = tls or httpx.create_ssl_context(trust_env=False)
        self._most = most
        self._pools: OrderedDict[str, httpcore.AsyncConnectionPool] = OrderedDict()

    async def to(self, url: str) -> httpcore.AsyncConnectionPool:
        """Return the connections to the site of an address, to be used before anything else is awaited."""
        site = site_of(url)
        if site not in self._pools:
            await self._make_room()
        pool = self._pools.get(site)
        if pool is None:
            pool = self._pools[site] = httpcore.AsyncConnectionPool(
                ssl_context=self._tls,
                network_backend=self._network,
                http2=True,
                max_connections=_A_SITE,
                keepalive_expiry=_KEPT_SECONDS,
            )
        self._pools.move_to_end(site)
        return pool

    async def aclose(self) -> None:
        """Close every connection; a later request opens new ones."""
        while self._pools:
            _, pool = self._pools.popitem()
            await pool.aclose()

    async def _make_room(self) -> None:
        if len(self._pools) < self._most:
            return
        idle = next((site for site, pool in self._pools.items() if _is_idle(pool)), None)
        if idle is not None:
            await self._pools.pop(idle).aclose()


def _is_idle(pool: httpcore.AsyncConnectionPool) -> bool:
    return all(connection.is_idle() or connection.is_closed() for connection in pool.connections)

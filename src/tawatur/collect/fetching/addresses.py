"""Which network addresses may be fetched from: public ones alone, checked where the connection is made."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore

_NAT64 = IPv6Network("64:ff9b::/96")
# All that IANA has given out for the public internet; what lies outside hides or means something else.
_GIVEN_OUT = IPv6Network("2000::/3")

WEB_PORTS = (80, 443)
"""Every other port is refused.

A feed can name any port of anybody's host, and would make a port scanner of us; of the
31,221 addresses in SaudiNewsNet's records none names one.
"""

Endpoint = tuple[str, int]
"""A numeric address and a port."""
Resolve = Callable[[str, int], Awaitable[Sequence[Endpoint]]]
"""Names the endpoints that a host and a port lead to.

Raises:
    OSError: the host leads nowhere.

"""


class ForbiddenAddressError(Exception):
    """A host or port is not of the public web."""


class NoHostError(Exception):
    """The name of a host leads to no address."""


def is_public(numeric: str) -> bool:
    """Tell whether an address belongs to the public internet, whatever notation hides it.

    >>> [is_public(address) for address in ("8.8.8.8", "10.0.0.1", "::ffff:127.0.0.1", "fe80::1%eth0")]
    [True, False, False, False]
    """
    address = ip_address(numeric.partition("%")[0])
    return all(_is_given_out(part) for part in _hidden_in(address))


# A name whose servers are silent holds a thread for half a minute, whoever has given it up; in
# the loop's few threads it would hold up all else that is done there.
_LOOKING_UP = ThreadPoolExecutor(64, thread_name_prefix="names")


async def resolve(host: str, port: int) -> Sequence[Endpoint]:
    """Ask the system for a host's endpoints."""
    asking = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
    found = await asyncio.get_running_loop().run_in_executor(_LOOKING_UP, asking)
    return tuple(dict.fromkeys((str(entry[4][0]), int(entry[4][1])) for entry in found))


class PublicNetwork(httpcore.AsyncNetworkBackend):
    """Connections to checked addresses only.

    A host's name is resolved once for each connection, every address it has must be public,
    and the connection goes to a checked address itself: a name that changes its answer
    between check and use gains nothing. Endpoints at `allowed` addresses pass unchecked; it
    is for tests against servers on this machine, and no verb, page or variable sets it.
    """

    def __init__(self, *, resolve: Resolve = resolve, allowed: Iterable[str] = ()) -> None:
        self._resolve = resolve
        self._allowed = frozenset(allowed)
        self._backend = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to a host whose addresses are all public.

        Raises:
            ForbiddenAddressError: one of them is not, or the port is none of the web's.
            NoHostError: it has none.

        """
        failure: Exception = NoHostError(f"{host} has no address")
        for numeric, actual_port in await self._checked(host, port):
            try:
                return await self._backend.connect_tcp(
                    numeric, actual_port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    async def _checked(self, host: str, port: int) -> Sequence[Endpoint]:
        try:
            endpoints = await self._resolve(host, port)
        # A name too long for DNS fails to be encoded rather than to be found.
        except (OSError, UnicodeError) as error:
            raise NoHostError(f"{host} has no address") from error
        for numeric, actual_port in endpoints:
            if numeric in self._allowed:
                continue
            if not is_public(numeric):
                raise ForbiddenAddressError(f"{host} leads to {numeric}, which is not public")
            if actual_port not in WEB_PORTS:
                raise ForbiddenAddressError(f"port {actual_port} is none of the web's (80, 443)")
        return endpoints


def _is_given_out(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address) and address not in _GIVEN_OUT:
        return False
    return address.is_global and not address.is_multicast


def _hidden_in(address: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """Return an address with the IPv4 addresses that it carries inside."""
    if isinstance(address, IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address in _NAT64:
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    if address.sixtofour:
        return [address, address.sixtofour]
    return [address, *(address.teredo or ())]

"""Which network addresses may be fetched from: public ones alone, checked where the connection is made."""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore

_NAT64 = IPv6Network("64:ff9b::/96")

Resolve = Callable[[str, int], Sequence[str]]
"""Names a host's numeric addresses."""


class ForbiddenAddressError(Exception):
    """A host leads to an address that is not public."""


def is_public(numeric: str) -> bool:
    """Tell whether an address belongs to the public internet, whatever notation hides it.

    >>> [is_public(address) for address in ("8.8.8.8", "10.0.0.1", "::ffff:127.0.0.1", "fe80::1%eth0")]
    [True, False, False, False]
    """
    address = ip_address(numeric.partition("%")[0])
    return all(part.is_global and not part.is_multicast for part in _hidden_in(address))


def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system for a host's addresses."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class PublicNetwork(httpcore.NetworkBackend):
    """Connections to checked addresses only, all of them over by `deadline`.

    A host's name is resolved once, every address it has must be public, and the
    connection goes to a checked address itself: a name that changes its answer between
    check and use gains nothing. `allowed` addresses pass unchecked; it is for tests
    against a server on this machine, and no verb of the command line sets it.
    """

    def __init__(self, *, resolve: Resolve, allowed: Iterable[str] = ()) -> None:
        self._resolve = resolve
        self._allowed = frozenset(allowed)
        self._backend = httpcore.SyncBackend()
        self.deadline = 0.0
        """When the present fetch must be over, on the monotonic clock."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a host whose addresses are all public.

        Raises:
            ForbiddenAddressError: one of them is not.

        """
        try:
            found = self._resolve(host, port)
        except OSError as error:
            raise httpcore.ConnectError(f"{host} has no address") from error
        for numeric in found:
            if numeric not in self._allowed and not is_public(numeric):
                raise ForbiddenAddressError(f"{host} leads to {numeric}, which is not public")
        failure: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for numeric in found:
            try:
                stream = self._backend.connect_tcp(
                    numeric, port, self._left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream, self._left)
        raise failure or httpcore.ConnectError(f"{host} has no address")

    def _left(self, timeout: float | None) -> float:
        """Return how long one step may take: its own limit, or what is left of the whole."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("took too long as a whole")
        return left if timeout is None else min(left, timeout)


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step is held to the deadline: a server that drips is cut off."""

    def __init__(self, stream: httpcore.NetworkStream, left: Callable[[float | None], float]) -> None:
        self._stream = stream
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._left(timeout))
        return _TimedStream(secured, self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


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

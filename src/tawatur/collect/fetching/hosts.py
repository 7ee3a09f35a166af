"""What is known of each host: whose turn it is, and when it was left."""

import asyncio
import math
from collections import OrderedDict

MOST_HOSTS = 10_000
"""Held at once; the one not met for longest goes first. Each takes 0.4 KB."""


class Host:
    """One host. Whoever asks it holds its `turn`, so that it is asked one thing at a time."""

    def __init__(self) -> None:
        self.turn = asyncio.Lock()
        self.left = -math.inf
        """When its last answer ended, on the monotonic clock."""


class Hosts:
    """The hosts met so far, by name."""

    def __init__(self, *, most: int = MOST_HOSTS) -> None:
        self._most = most
        self._hosts: OrderedDict[str, Host] = OrderedDict()

    def named(self, name: str) -> Host:
        """Return a host, a new one where it has not been met."""
        host = self._hosts.get(name)
        if host is None:
            self._make_room()
            host = self._hosts[name] = Host()
        self._hosts.move_to_end(name)
        return host

    def _make_room(self) -> None:
        if len(self._hosts) < self._most:
            return
        idle = next((name for name, host in self._hosts.items() if not host.turn.locked()), None)
        if idle is not None:
            del self._hosts[idle]

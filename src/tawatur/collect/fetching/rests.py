"""Sites in trouble: how long each is let alone, and why."""

from collections import OrderedDict
from dataclasses import dataclass
from random import Random

from tawatur.collect.fetching.backoff import rest
from tawatur.collect.fetching.failures import Failure
from tawatur.records.refusal import RefusalReason

MOST_RESTS = 10_000
"""Held at once; the one that failed longest ago goes first. A site that does well takes no room."""


@dataclass(slots=True, kw_only=True)
class _Rest:
    failures: int
    until: float
    because: str


class Rests:
    """The sites (scheme, host and port) that failed last time, on the monotonic clock.

    What fails over https, or on one port, says nothing of another one.
    """

    def __init__(self, *, random: Random, most: int = MOST_RESTS) -> None:
        self._random = random
        self._most = most
        self._rests: OrderedDict[str, _Rest] = OrderedDict()

    def objection(self, site: str, *, now: float) -> Failure | None:
        """Return why a site is let alone for now, `None` where it is not."""
        held = self._rests.get(site)
        if held is None or held.until <= now:
            return None
        detail = f"let alone: {held.because}"
        return Failure(reason=RefusalReason.RESTING, detail=detail, retry_after=held.until - now)

    def did_well(self, site: str) -> None:
        """Forget earlier troubles."""
        self._rests.pop(site, None)

    def failed(self, site: str, because: str, *, now: float, asked: float | None) -> float:
        """Let a site rest, and return how long: as it asked for, else the longer the more often it failed."""
        held = self._rests.pop(site, None)
        failures = (held.failures if held else 0) + 1
        seconds = rest(failures, random=self._random) if asked is None else asked
        self._rests[site] = _Rest(failures=failures, until=now + seconds, because=because)
        while len(self._rests) > self._most:
            self._rests.popitem(last=False)
        return seconds

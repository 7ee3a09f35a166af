"""The way from the address asked for to the one that answers, step by step."""

from dataclasses import dataclass
from http import HTTPStatus

import httpx

from tawatur.collect.fetching.failures import Failure
from tawatur.collect.fetching.urls import on_the_wire
from tawatur.records.refusal import RefusalReason

MOST_REDIRECTS = 5
"""As many as RFC 9309 asks to follow for a robots.txt; news sites use one or two."""

_PERMANENT = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_REDIRECTIONS = (*_PERMANENT, HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """The addresses that one has led through so far, the last of them the one to ask.

    `moved_to` is the end of the permanent redirections at its beginning: behind the first
    passing one nothing is known to have moved.
    """

    urls: tuple[str, ...]
    moved_to: str | None = None

    @property
    def last(self) -> str:
        """The address to ask for."""
        return self.urls[-1]

    def behind(self, status: int, location: str) -> "Trail | Failure":
        """Return the trail one redirection further, or why it is not followed."""
        if len(self.urls) > MOST_REDIRECTS:
            return Failure(
                reason=RefusalReason.TOO_MANY_REDIRECTS,
                detail=f"more than {MOST_REDIRECTS} redirections",
                status=status,
            )
        following = _joined(self.last, location)
        if isinstance(following, Failure):
            return following
        if following in self.urls:
            detail = f"{self.last} leads back to {following}"
            return Failure(reason=RefusalReason.REDIRECT_LOOP, detail=detail, status=status)
        moves = status in _PERMANENT and (len(self.urls) == 1 or self.moved_to == self.last)
        return Trail(urls=(*self.urls, following), moved_to=following if moves else self.moved_to)


def location_of(status: int, headers: httpx.Headers) -> str | None:
    """Return where an answer leads on to, `None` where it does not."""
    return headers.get("Location") if status in _REDIRECTIONS else None


def _joined(url: str, location: str) -> str | Failure:
    try:
        return on_the_wire(str(httpx.URL(url).join(location.strip())))
    except (httpx.InvalidURL, ValueError) as error:
        return Failure(reason=RefusalReason.BAD_ADDRESS, detail=f"leads to no address: {error}")

"""Pages from addresses, as inputs like any other: the fetcher behind a door that does not await."""

import asyncio
from types import TracebackType
from typing import Self

from tawatur.collect.fetching.answers import Fetched, NotModified, Unfetched, UnfetchedReason
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.whole_pages import unfit
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason

_FORMS = {
    "": PageForm.HTML,
    "text/html": PageForm.HTML,
    "application/xhtml+xml": PageForm.HTML,
    "text/plain": PageForm.TEXT,
}
_REASONS = {
    UnfetchedReason.BAD_ADDRESS: RefusalReason.FORBIDDEN,
    UnfetchedReason.PRIVATE_ADDRESS: RefusalReason.FORBIDDEN,
    UnfetchedReason.ROBOTS: RefusalReason.FORBIDDEN,
    UnfetchedReason.ROBOTS_UNREACHABLE: RefusalReason.FORBIDDEN,
    UnfetchedReason.REPEATED: RefusalReason.REPEATED,
    UnfetchedReason.RESTING: RefusalReason.UNREADABLE,
    UnfetchedReason.NOT_YET: RefusalReason.UNREADABLE,
    UnfetchedReason.REDIRECT_LOOP: RefusalReason.UNREADABLE,
    UnfetchedReason.TOO_MANY_REDIRECTS: RefusalReason.UNREADABLE,
    UnfetchedReason.NO_HOST: RefusalReason.UNREADABLE,
    UnfetchedReason.UNREACHABLE: RefusalReason.UNREADABLE,
    UnfetchedReason.TIMED_OUT: RefusalReason.UNREADABLE,
    UnfetchedReason.BROKEN_ANSWER: RefusalReason.UNREADABLE,
    UnfetchedReason.TOO_LARGE: RefusalReason.TOO_LARGE,
    UnfetchedReason.NO_TEXT: RefusalReason.UNKNOWN_FORMAT,
    UnfetchedReason.DENIED: RefusalReason.ERROR_PAGE,
    UnfetchedReason.NOT_FOUND: RefusalReason.ERROR_PAGE,
    UnfetchedReason.GONE: RefusalReason.ERROR_PAGE,
    UnfetchedReason.TOO_MANY_REQUESTS: RefusalReason.ERROR_PAGE,
    UnfetchedReason.UNAVAILABLE: RefusalReason.ERROR_PAGE,
    UnfetchedReason.SERVER_ERROR: RefusalReason.ERROR_PAGE,
    UnfetchedReason.UNEXPECTED_STATUS: RefusalReason.ERROR_PAGE,
}


class PageFetcher:
    """Fetches pages one after another, with a loop of its own; no address twice."""

    def __init__(self, fetcher: Fetcher | None = None) -> None:
        self._fetcher = fetcher or Fetcher()
        self._runner = asyncio.Runner()
        self._asked: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection."""
        self._runner.run(self._fetcher.aclose())
        self._runner.close()

    def fetch(self, url: str) -> Page | Refusal:
        """Fetch one page; whatever stands in the way is a refusal that says so."""
        answer = self._runner.run(self._fetcher.fetch(url, asked=self._asked))
        assert not isinstance(answer, NotModified), "nothing was asked that could be unchanged"
        return page_of(answer)


def page_of(answer: Fetched | Unfetched) -> Page | Refusal:
    """Return the page that an answer holds, or a refusal where it holds none."""
    if isinstance(answer, Unfetched):
        return Refusal(id=answer.url, reason=_REASONS[answer.reason], detail=answer.detail)
    if answer.media_type not in _FORMS:
        detail = f"{answer.media_type} is no page"
        return Refusal(id=answer.url, reason=RefusalReason.UNKNOWN_FORMAT, detail=detail)
    return unfit(answer.url, answer.content) or Page(
        id=answer.url,
        form=_FORMS[answer.media_type],
        content=answer.content,
        encoding=answer.encoding,
        url=answer.final_url,
        fetched=answer.fetched,
    )

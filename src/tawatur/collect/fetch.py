"""Pages from addresses, as inputs like any other: the fetcher behind a door that does not await."""

import asyncio
from types import TracebackType
from typing import Self

from tawatur.collect.canonical import without_credentials
from tawatur.collect.fetching.answers import Fetched, NotModified, Unfetched
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
        return Refusal(id=without_credentials(answer.url), reason=answer.reason, detail=answer.detail)
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

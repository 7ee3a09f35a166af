"""A pasted text, or the page at a pasted address, read at once and kept nowhere."""

import re
from dataclasses import dataclass

from tawatur.collect.fetch import page_of
from tawatur.collect.fetching.answers import NotModified
from tawatur.records.article import Article
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal
from tawatur.web.claim_views import ClaimView, claim_view, numbers_of
from tawatur.web.instant_work import pasted_of, read_pasted
from tawatur.web.readings import Reading, reading
from tawatur.web.visit import Visit

MOST_LETTERS = 150_000
"""Of a pasted text. A form writes an Arabic letter in six bytes, and its fields may hold a million."""
_PASTED = "pasted"
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class InstantArticle:
    """An article of the pasted text."""

    article: Article
    reading: Reading
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Instant:
    """What a pasted text holds: its articles, and the claims they make."""

    articles: tuple[InstantArticle, ...]
    claims: tuple[ClaimView, ...]

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each claim by its key."""
        return numbers_of(self.claims)


async def read_at_once(text: str, *, visit: Visit) -> Instant | str:
    """Read a pasted text, or the page at a pasted address, or tell in which words why not.

    It is read in another process, as what is sent to the API is.

    Raises:
        HTTPException: too much is being read already (429), or it takes too long (503).
    """
    page = await _page(text, visit)
    if isinstance(page, str):
        return page
    pasted = pasted_of(await visit.workers.run(read_pasted, visit.further_outlets, page))
    if pasted.page.refusal is not None:
        return f"trouble_{pasted.page.refusal.reason}"
    return Instant(
        articles=tuple(
            InstantArticle(article=read.article, reading=reading(read), statements=len(read.attributions))
            for read in pasted.page.articles
        ),
        claims=tuple(
            claim_view(number, claim, articles={}, parties={}, visit=visit)
            for number, claim in enumerate(pasted.claims, 1)
        ),
    )


async def _page(text: str, visit: Visit) -> Page | str:
    """Return the page of an article with its furniture, or why the address that was pasted gives none."""
    # A page of another site must not make its visitor's reader ask for addresses of its choice.
    elsewhere = visit.request.headers.get("sec-fetch-site", "same-origin") != "same-origin"
    if elsewhere or _ADDRESS.fullmatch(text.strip()) is None:
        content = text.encode("utf-8", "replace")
        return Page(id=_PASTED, form=PageForm.TEXT, content=content, encoding="utf-8")
    answer = await visit.fetcher.fetch(text.strip())
    assert not isinstance(answer, NotModified), "nothing was asked that could be unchanged"
    page = page_of(answer)
    return f"trouble_{page.reason}" if isinstance(page, Refusal) else page

"""A pasted text read at once, and kept nowhere."""

from dataclasses import dataclass

from tawatur.pipeline import corroborate, group, read_page, state
from tawatur.records.article import Article
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal
from tawatur.web.claim_views import ClaimView, claim_view, numbers_of
from tawatur.web.readings import Reading, reading
from tawatur.web.visit import Visit

MOST_LETTERS = 150_000
"""Of a pasted text. A form writes an Arabic letter in six bytes, and its fields may hold a million."""
_PASTED = "pasted"


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


def read_at_once(text: str, *, visit: Visit) -> tuple[Instant | None, Refusal | None]:
    """Read a pasted text as the page of an article with its furniture, or tell why not."""
    page = read_page(
        Page(id=_PASTED, form=PageForm.TEXT, content=text.encode("utf-8", "replace"), encoding="utf-8"),
        resources=visit.resources,
    )
    if page.refusal is not None:
        return None, page.refusal
    stated = [state(read, resources=visit.resources) for read in page.articles]
    groups = group([read.article for read in page.articles])
    claims = [
        claim for _, claims in corroborate(groups, stated, resources=visit.resources) for claim in claims
    ]
    return Instant(
        articles=tuple(
            InstantArticle(article=read.article, reading=reading(read), statements=len(read.attributions))
            for read in page.articles
        ),
        claims=tuple(
            claim_view(number, claim, articles={}, parties={}, visit=visit)
            for number, claim in enumerate(claims, 1)
        ),
    ), None

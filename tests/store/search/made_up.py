"""Invented articles in a library, for the tests of the search."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, update

from tawatur.arabic.folding import folded
from tawatur.records.article import Article, Place, Precision, Published, PublishedFrom
from tawatur.records.attribution import Act, Attribution, Said, SaidFrom, SourceKind
from tawatur.records.claim import Chain, Claim, Member, Origin, Stance, Standing
from tawatur.records.page import Page, PageForm
from tawatur.records.read_page import ReadArticle
from tawatur.records.span import Span
from tawatur.store.articles import insert_articles
from tawatur.store.entry import ArticleEntry, PartyMention, Reading, entry_of
from tawatur.store.pages import insert_pages
from tawatur.store.schema import articles, stories
from tawatur.store.search.document import article_words

NOW = 1_900_000_000


@dataclass(frozen=True)
class Quote:
    """A stretch of a body that somebody said."""

    content: str
    by: str | None = None
    act: Act = Act.ASSERT
    kind: SourceKind = SourceKind.PERSON
    relays: tuple[str, ...] = ()
    day: str | None = None


def article(
    name: str, title: str, body: str, *said: Quote, outlet: str | None = None, day: str | None = None
) -> ReadArticle:
    """Make an article of invented text."""
    published = Published(value=day, precision=Precision.DAY, how=PublishedFrom.GIVEN) if day else None
    return ReadArticle(
        article=Article(
            id=name, page=name, place=Place.MAIN, url=None, outlet=outlet, title=title, published=published,
            byline=None, dateline=None, credits=(), body=body, furniture=(),
        ),
        attributions=tuple(_attribution(one, body) for one in said),
        times=(),
    )  # fmt: skip


def _attribution(said: Quote, body: str) -> Attribution:
    start = body.index(said.content)
    return Attribution(
        cue=Span(0, 1),
        source=None,
        content=Span(start, start + len(said.content)),
        resolved=said.by,
        kind=said.kind,
        relays=said.relays,
        act=said.act,
        direct=False,
        inside=None,
        licence="test",
        said_at=Said(value=said.day, how=SaidFrom.SENTENCE) if said.day else None,
    )


def entry(read: ReadArticle) -> ArticleEntry:
    """Make an article ready for the library, its parties and relays known by their folded names."""
    return ArticleEntry(
        read=read,
        parties=tuple(
            (
                one.resolved
                and PartyMention(
                    key=folded(one.resolved), name=one.resolved, kind=one.kind, standing=Standing.NAMED
                )
            )
            or None
            for one in read.attributions
        ),
        relays=tuple(tuple(map(folded, one.relays)) for one in read.attributions),
        words=article_words(read),
        fingerprint=b"",
        stated=b"",
    )


def put(connection: Connection, *read: ReadArticle) -> tuple[int, ...]:
    """Write articles into a library, each on a page of its own."""
    readings = [Reading(content=b"", articles=(entry(one),), refusal=None) for one in read]
    pages = [Page(id=one.article.id, form=PageForm.TEXT, content=b"-") for one in read]
    held = insert_pages(connection, [entry_of(*pair) for pair in zip(pages, readings, strict=True)], NOW)
    return insert_articles(
        connection,
        [(page.id, reading.articles[0]) for page, reading in zip(held, readings, strict=True)],
        now=NOW,
        change=1,
    )


def new_story(connection: Connection, *members: int) -> int:
    """Write a story of articles, by their numbers, and return its own."""
    empty = {"first": NOW, "last": NOW, "articles": len(members), "pages": len(members), "outlets": 0}
    row = empty | {"name": f"story-{members}", "origins_min": 0, "origins_max": 0, "title": "قصة"}
    (story,) = connection.execute(insert(stories).returning(stories.c.id), row).scalars()
    connection.execute(update(articles).where(articles.c.id.in_(members)).values(story=story))
    return story


def claim(text: str, name: str) -> Claim:
    """Make a claim that one article carries, told by nobody in particular."""
    chain = Chain(party="", relays=(), article=name, outlet=None, span=Span(0, 1), sentence=None)
    origin = Origin(
        party="", kind=SourceKind.OUTLET, standing=Standing.SILENT, first_outlet=None, pages=(name,),
        chains=(chain,), joined=(),
    )  # fmt: skip
    return Claim(
        key=text, text=text, pages=(name,), first_pages=(name,), origins=(origin,), origins_min=1,
        origins_max=1, doubts=(), denied_by=(), conflicts=(),
        members=(Member(article=name, attribution=None, span=Span(0, 1), stance=Stance.ASSERTS),),
    )  # fmt: skip

"""What goes into the library comes out as it was."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.collect.inputs import pages
from tawatur.library.entries import reading_of
from tawatur.pipeline import resources
from tawatur.records.article import (
    Article,
    Furniture,
    FurnitureKind,
    Place,
    Precision,
    Published,
    PublishedFrom,
)
from tawatur.records.attribution import Act, Attribution, Said, SaidFrom, SourceKind
from tawatur.records.claim import Standing
from tawatur.records.page import Page, PageForm
from tawatur.records.read_page import ReadArticle
from tawatur.records.span import Span
from tawatur.records.time_expression import TimeExpression, TimeType
from tawatur.store.articles import insert_articles, read_articles
from tawatur.store.entry import ArticleEntry, PartyMention, Reading, decoded, encoded, entry_of
from tawatur.store.packing import compressed, storable
from tawatur.store.pages import insert_pages, page_as_it_came
from tawatur.store.search.document import article_words
from tawatur.store.store import Store

ANY = st.text(st.characters(exclude_categories=()), max_size=30)
STORABLE = ANY.map(storable)
OPTIONAL = st.none() | STORABLE
SPANS = st.tuples(st.integers(0, 9), st.integers(1, 9)).map(lambda pair: Span(pair[0], sum(pair)))
PUBLISHED = st.none() | st.builds(
    Published,
    value=st.sampled_from(["2025", "2025-05", "2025-05-11", "2025-05-11T21:45", "2025-05-11T21:45+03:00"]),
    precision=st.none(),
    how=st.sampled_from(PublishedFrom),
).map(
    lambda one: replace(
        one,
        precision={4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}.get(
            len(one.value), Precision.MINUTE
        ),
    )
)
ATTRIBUTIONS = st.builds(
    Attribution,
    cue=SPANS,
    source=st.none() | SPANS,
    content=SPANS,
    resolved=OPTIONAL,
    kind=st.sampled_from(SourceKind),
    relays=st.lists(STORABLE, max_size=3).map(tuple),
    act=st.sampled_from(Act),
    direct=st.booleans(),
    inside=st.none() | st.integers(0, 5),
    licence=STORABLE,
    said_at=st.none()
    | st.builds(
        Said, value=st.sampled_from(["2025-05-10", "2025-W19", "XXXX"]), how=st.sampled_from(SaidFrom)
    ),
)
TIMES = st.builds(
    TimeExpression,
    start=st.integers(0, 5),
    end=st.integers(6, 9),
    type=st.sampled_from(TimeType),
    value=STORABLE,
    anchor=st.none() | st.dates(),
)
ARTICLES = st.builds(
    Article,
    id=st.just("page"),
    page=st.just("page"),
    place=st.sampled_from(Place),
    url=OPTIONAL,
    outlet=OPTIONAL,
    title=OPTIONAL,
    published=PUBLISHED,
    byline=OPTIONAL,
    dateline=OPTIONAL,
    credits=st.lists(STORABLE, max_size=3).map(tuple),
    body=STORABLE,
    furniture=st.lists(
        st.builds(Furniture, text=STORABLE, kind=st.sampled_from(FurnitureKind)), max_size=3
    ).map(tuple),
)
READ = st.builds(
    ReadArticle,
    article=ARTICLES,
    attributions=st.lists(ATTRIBUTIONS, max_size=4).map(tuple),
    times=st.lists(TIMES, max_size=3).map(tuple),
)


def stored_and_read(store: Store, read: ReadArticle) -> ReadArticle:
    entry = ArticleEntry(
        read=read,
        parties=tuple(
            None
            if one.resolved is None
            else PartyMention(key=one.resolved, name=one.resolved, kind=one.kind, standing=Standing.NAMED)
            for one in read.attributions
        ),
        relays=tuple(one.relays for one in read.attributions),
        words=article_words(read),
        fingerprint=b"",
        stated=b"",
    )
    page = Page(id="page", form=PageForm.TEXT, content=b"-")
    reading = decoded(encoded(Reading(content=compressed(b"-"), articles=(entry,), refusal=None)))
    with store.writing() as connection:
        (held,) = insert_pages(connection, [entry_of(page, reading)], 1_800_000_000)
        numbers = insert_articles(connection, [(held.id, reading.articles[0])], now=1_800_000_000, change=1)
        (again,) = read_articles(connection, numbers).values()
        connection.rollback()
    return again


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(read=READ)
def test_every_field_of_an_article_comes_back(store: Store, read: ReadArticle) -> None:
    assert stored_and_read(store, read) == read


def test_the_sample_comes_back_as_it_was_read(store: Store, sample: Path) -> None:
    known = resources((sample / "outlets.toml",))
    for page in pages([str(sample / "pages" / "r*")]):
        assert isinstance(page, Page)
        for entry in reading_of(page, known=known).articles[:1]:
            read = replace(entry.read, article=replace(entry.read.article, id="page", page="page"))
            assert stored_and_read(store, read) == read


@given(text=ANY)
def test_what_no_database_keeps_is_replaced_one_for_one(text: str) -> None:
    kept = storable(text)
    kept.encode()
    assert "\0" not in kept
    assert [b in (a, "\ufffd") for a, b in zip(text, kept, strict=True)] == [True] * len(text)


@pytest.mark.parametrize("form", PageForm)
def test_a_page_comes_back_as_it_came(store: Store, form: PageForm) -> None:
    page = Page(
        id="a", form=form, content=bytes(range(256)) * 40, encoding="windows-1256", url="http://a.example/1?b",
        outlet="o", title="ت", byline="b", date="2027-01-01",
    )  # fmt: skip
    with store.writing() as connection:
        reading = Reading(content=compressed(page.content), articles=(), refusal=None)
        (held,) = insert_pages(connection, [entry_of(page, reading)], 1)
        assert page_as_it_came(connection, held.id) == page

"""The order of the stages: the only file that knows it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from tawatur.attribution.attribute import attribute
from tawatur.attribution.lexicon import AttributionLexicons, attribution_lexicons
from tawatur.calendars.words import CalendarWords, calendar_words
from tawatur.corroboration.claims import find_claims
from tawatur.corroboration.lexicons import CorroborationLexicons, corroboration_lexicons
from tawatur.corroboration.statement import Stated
from tawatur.corroboration.statements import find_statements
from tawatur.outlets.directory import Directory, outlets
from tawatur.reading.lexicons import ReadingLexicons, reading_lexicons
from tawatur.reading.reader import read
from tawatur.records.article import Article
from tawatur.records.claim import Claim
from tawatur.records.copy_family import CopyFamily
from tawatur.records.page import Page
from tawatur.records.read_page import ReadArticle, ReadPage
from tawatur.records.refusal import Refusal
from tawatur.records.story import Story
from tawatur.stories.fingerprint import Fingerprint, fingerprint
from tawatur.stories.grouping import copy_family, grouped, titled_story
from tawatur.times.find import find_times
from tawatur.times.said import date_statements


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """What the stages look things up in."""

    reading: ReadingLexicons
    attribution: AttributionLexicons
    corroboration: CorroborationLexicons
    calendar: CalendarWords
    outlets: Directory
    today: date
    """Bounds the dates of pages that leave out their year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """Articles by the text they carry and by the event they report."""

    families: tuple[CopyFamily, ...]
    stories: tuple[Story, ...]


@cache
def resources(further_outlets: tuple[Path, ...] = ()) -> Resources:
    """Return the bundled resources, with the outlets of further files beside the bundled ones.

    Raises:
        LexiconError: a file of outlets is malformed.
    """
    return Resources(
        reading=reading_lexicons(),
        attribution=attribution_lexicons(),
        corroboration=corroboration_lexicons(),
        calendar=calendar_words(),
        outlets=outlets(further_outlets),
        today=datetime.now(UTC).date(),
    )


def read_articles(page: Page, *, resources: Resources) -> tuple[Article, ...] | Refusal:
    """Read the articles of one page, and nothing of what they say."""
    return read(page, lexicons=resources.reading, outlets=resources.outlets, today=resources.today)


def read_page(page: Page, *, resources: Resources) -> ReadPage:
    """Read one page: its articles, who says what in them, and when."""
    articles = read_articles(page, resources=resources)
    if isinstance(articles, Refusal):
        return ReadPage(id=page.id, articles=(), refusal=articles)
    return ReadPage(
        id=page.id, articles=tuple(_understood(article, resources) for article in articles), refusal=None
    )


def _understood(article: Article, resources: Resources) -> ReadArticle:
    day = article.published.day if article.published else None
    attributions = attribute(article, lexicons=resources.attribution, outlets=resources.outlets)
    times = find_times(article.body, anchor=day, calendar=resources.calendar)
    return ReadArticle(
        article=article,
        attributions=date_statements(attributions, times, body=article.body, reported=day),
        times=times,
    )


def group(articles: Sequence[Article], fingerprints: Iterable[Fingerprint] | None = None) -> Groups:
    """Group articles into copy families and stories; `fingerprints` are taken here where none are given."""
    by_id = {article.id: article for article in articles}
    arranged = grouped(map(fingerprint, articles) if fingerprints is None else fingerprints)
    return Groups(
        families=tuple(copy_family(one, by_id) for one in arranged.families),
        stories=tuple(titled_story(one, by_id) for one in arranged.stories),
    )


def state(article: ReadArticle, *, resources: Resources) -> Stated:
    """Find what one article states: all that claims are made of, in a form that can be kept."""
    return find_statements(article, lexicons=resources.corroboration, outlets=resources.outlets)


def claims_of(
    story: Story, stated: Mapping[str, Stated], families: Sequence[CopyFamily], *, resources: Resources
) -> tuple[Claim, ...]:
    """Find what the articles of one story claim, and how many independent origins each claim has."""
    return find_claims(story, stated, families, lexicons=resources.corroboration, outlets=resources.outlets)


def corroborate(
    groups: Groups, stated: Iterable[Stated], *, resources: Resources
) -> tuple[tuple[Story, tuple[Claim, ...]], ...]:
    """Find the claims of every story."""
    known = {one.article: one for one in stated}
    family_of = {article: family for family in groups.families for article in family.articles}
    found = []
    for story in groups.stories:
        families = dict.fromkeys(family_of[article] for article in story.articles if article in family_of)
        found.append((story, claims_of(story, known, tuple(families), resources=resources)))
    return tuple(found)

"""What one article states, apart from every other: found once, kept, and put beside others later."""

from collections.abc import Mapping
from dataclasses import dataclass

from tawatur.corroboration.figures import Figure
from tawatur.corroboration.parties import Party
from tawatur.records.article import Published
from tawatur.records.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A stretch of an article that says one thing.

    `attribution` is the index of the attribution it is the content of, `None` where the
    article speaks in its own voice; `party` is who says it, through `relays`, whose keys are
    `carriers`. `span` is a stretch of the body, `None` for the title, `text` the stretch as
    published, `sentence` what to quote it with. `words` are its stems with their number of
    occurrences, `figures` its numbers except those that tell a time.
    """

    article: str
    attribution: int | None
    span: Span | None
    sentence: Span | None
    text: str
    party: Party
    relays: tuple[str, ...]
    carriers: tuple[str, ...]
    leading: bool
    """It stands first in its article, or is its title: what the article is about."""
    words: Mapping[str, int]
    figures: tuple[Figure, ...]
    negated: bool
    """Its first words say that something is not so."""
    negates: frozenset[str]
    """The stems that it negates, however deep they stand."""
    denied: bool
    """Its speaker denies it, or it says itself that it is untrue."""
    direction: str | None
    """Which way it says that something moves, where it is one."""
    reacts: bool
    """Its speaker wants, praises, condemns it: he reacts to what others tell, and does not tell it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """An article's statements, in the order of the text, with what tells where its text comes from.

    All that claims are made of: made of plain values, so that it can be kept and read back.
    """

    article: str
    page: str
    outlet: str | None
    published: Published | None
    credits: tuple[str, ...]
    statements: tuple[Statement, ...]

"""Where the text of a family comes from, as far as its articles tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tawatur.arabic.folding import folded
from tawatur.lexicons.anonymous_credits import anonymous_credits
from tawatur.records.article import Article


class RootFrom(StrEnum):
    """How the root of a family was known, the surest first."""

    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"
    """A line of credits, above or below the text."""
    EARLIEST = "earliest"
    """Nobody is credited: the publisher of the earliest article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """Where a text comes from, as published, and how that was known."""

    name: str
    how: RootFrom


def root(members: Sequence[Article]) -> Root | None:
    """Name the source that most members credit, the earliest of equals, else the first publisher.

    `members` stand in order of publication. A credit that names nobody (`وكالات`) and an outlet's
    credit to itself count for nothing; `None` where no outlet is known either.
    """
    empty = anonymous_credits().folded
    spellings: dict[str, Root] = {}
    votes: dict[str, int] = {}
    for article in members:
        for credit in dict.fromkeys(article.credits):
            key = folded(credit)
            if key not in empty and credit != article.outlet:
                spellings.setdefault(key, Root(name=credit, how=_credited_in(article, key)))
                votes[key] = votes.get(key, 0) + 1
    if votes:
        return spellings[max(votes, key=lambda key: votes[key])]
    first = members[0].outlet
    return Root(name=first, how=RootFrom.EARLIEST) if first else None


def _credited_in(article: Article, credit: str) -> RootFrom:
    for line, how in ((article.byline, RootFrom.BYLINE), (article.dateline, RootFrom.DATELINE)):
        if line and credit in folded(line):
            return how
    return RootFrom.CREDIT

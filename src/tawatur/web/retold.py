"""Statements in lists: one that many pages carry stands once, with its pages; a month is a section."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Generic, TypeVar

from tawatur.arabic.folding import folded
from tawatur.arabic.words import word_texts
from tawatur.records.attribution import Act
from tawatur.store.search.results import FoundStatement
from tawatur.store.statements import StatementView

T = TypeVar("T", StatementView, FoundStatement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retold(Generic[T]):
    """A statement that stands for its copies too; `pages` tell it in the same words, the latest first."""

    shown: T
    pages: tuple[StatementView, ...]

    @property
    def carriers(self) -> int:
        """The number of outlets that carry it, unknown ones counted as one."""
        return len({page.article.outlet for page in self.pages})


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What was said in one month; `day` is one of its days."""

    day: date
    said: tuple[Retold[StatementView], ...]


def retold(statements: Sequence[StatementView]) -> tuple[Retold[StatementView], ...]:
    """Fold statements of equal words, voice and act; each stands where the latest of them stood.

    The one that is shown is the earliest.
    """
    same: dict[tuple[int | None, Act, str], list[StatementView]] = {}
    for statement in statements:
        same.setdefault(_told(statement), []).append(statement)
    return tuple(Retold(shown=pages[-1], pages=tuple(pages)) for pages in same.values())


def retold_results(found: Sequence[FoundStatement]) -> tuple[Retold[FoundStatement], ...]:
    """Fold results of equal words, voice and act under the best of them."""
    same: dict[tuple[int | None, Act, str], list[FoundStatement]] = {}
    for one in found:
        same.setdefault(_told(one.statement), []).append(one)
    return tuple(
        Retold(shown=results[0], pages=tuple(one.statement for one in results)) for results in same.values()
    )


def by_month(said: Sequence[Retold[StatementView]]) -> tuple[Month, ...]:
    """Cut a list in the order of time into months."""
    months = groupby(said, key=lambda one: one.pages[0].moment.date().replace(day=1))
    return tuple(Month(day=day, said=tuple(within)) for day, within in months)


def _told(statement: StatementView) -> tuple[int | None, Act, str]:
    return (
        statement.party,
        statement.attribution.act,
        " ".join(word_texts(folded(statement.content))),
    )

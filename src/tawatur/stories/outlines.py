"""The stories at hand by their strongest terms, side by side: what is new is compared with all at once."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from tawatur.stories.agglomeration import SCALE, Days, centroids_of, days_of, freshness, scales
from tawatur.stories.bags import Bag
from tawatur.stories.room import Roomy

_AT_ONCE = 250
# To multiply by so few, all numbers written out, takes a third of the time.
_FEW = 4
# Where so large a part of all terms are those of stories that have changed or gone, they are let go.
_GONE = 1 / 8


class Outlines:
    """The strongest terms of stories, one story after the other, and the days they lie on."""

    def __init__(self) -> None:
        self._unwritten: dict[str, Bag] = {}
        self._row: dict[str, int] = {}
        self._names: list[str] = []
        self._stands = Roomy(np.bool_)
        self._articles = Roomy(np.int64)
        self._first = Roomy(np.float64)
        self._last = Roomy(np.float64)
        self._weekdays = Roomy(np.int64)
        self._lengths = Roomy(np.int64)
        self._columns = Roomy(np.int32)
        self._weights = Roomy(np.float64)

    def put(self, name: str, bag: Bag) -> None:
        """Let a story have these terms from now on; it is written down when stories are next compared."""
        self.drop(name)
        self._unwritten[name] = bag

    def drop(self, name: str) -> None:
        """Let go of a story, if it is there."""
        self._unwritten.pop(name, None)
        if (row := self._row.pop(name, None)) is not None:
            self._stands.held[row] = False

    def between(self, first: float, last: float, *, least: int = 1) -> list[str]:
        """Return the stories of at least so many articles that may lie between two days."""
        self._write()
        return [self._names[row] for row in np.flatnonzero(self._among(first, last, least)).tolist()]

    def near(
        self, given: Sequence[Bag], days: tuple[float, float], *, tells: NDArray[np.float64], near: float
    ) -> dict[str, float]:
        """Return the stories between two days that are at least so `near` to one of `given`, and how near."""
        self._write()
        if not given or not len(self._names):
            return {}
        terms = self._terms(len(tells))
        squares = sp.csr_array((terms.data * terms.data, terms.indices, terms.indptr), shape=terms.shape)
        scaled = scales(np.sqrt(squares @ (tells * tells)) / SCALE, self._articles.held)
        scaled[~self._among(*days, 1)] = 0.0
        rows = centroids_of(given, np.arange(len(given)), tells)
        rows.data *= tells[rows.indices] / SCALE
        lying = self._days(given)
        nearest = np.zeros(len(self._names))
        for start in range(0, len(given), _AT_ONCE):
            # Of the two ways to multiply, this one turns round the few rows and not the many.
            turned = rows[start : start + _AT_ONCE].T
            met = sp.coo_array(terms @ (turned.toarray() if len(given) <= _FEW else turned))
            likeness = met.data * scaled[met.row]
            enough = likeness >= near
            story, group = met.row[enough], met.col[enough] + len(self._names) + start
            # Sums in another order differ in the last digits, which must not decide.
            decayed = np.round(likeness[enough] * freshness(lying, story, group), 9)
            np.maximum.at(nearest, story, np.where(decayed >= near, decayed, 0.0))
        return {self._names[row]: float(nearest[row]) for row in np.flatnonzero(nearest).tolist()}

    def _among(self, first: float, last: float, least: int) -> NDArray[np.bool_]:
        # No day is before or after one that is not known.
        outside = (self._last.held < first) | (self._first.held > last)
        among: NDArray[np.bool_] = self._stands.held & ~outside & (self._articles.held >= least)
        return among

    def _days(self, given: Sequence[Bag]) -> Days:
        """Return the days of all stories and, behind them, those of `given`."""
        theirs = days_of(given)
        return Days(
            np.concatenate([self._first.held, theirs.first]),
            np.concatenate([self._last.held, theirs.last]),
            np.concatenate([self._weekdays.held, theirs.weekdays]),
        )

    def _terms(self, width: int) -> sp.csr_array:
        ends = np.concatenate([[0], np.cumsum(self._lengths.held)])
        return sp.csr_array((self._weights.held, self._columns.held, ends), shape=(len(self._names), width))

    def _write(self) -> None:
        """Write down the stories that have changed."""
        if not self._unwritten:
            return
        self._let_go()
        bags = list(self._unwritten.values())
        self._row |= {name: row for row, name in enumerate(self._unwritten, len(self._names))}
        self._names += self._unwritten
        days, strongest = days_of(bags), [bag.strongest for bag in bags]
        self._stands.extend(np.ones(len(bags)))
        self._articles.extend(np.array([bag.articles for bag in bags]))
        self._first.extend(days.first)
        self._last.extend(days.last)
        self._weekdays.extend(days.weekdays)
        self._lengths.extend(np.array([len(columns) for columns, _ in strongest]))
        self._columns.extend(np.concatenate([columns for columns, _ in strongest]))
        self._weights.extend(np.concatenate([weights for _, weights in strongest]))
        self._unwritten = {}

    def _let_go(self) -> None:
        stands = self._stands.held
        if self._lengths.held[~stands].sum() <= _GONE * len(self._columns):
            return
        kept = np.repeat(stands, self._lengths.held)
        self._columns.keep(kept)
        self._weights.keep(kept)
        self._names = [self._names[row] for row in np.flatnonzero(stands).tolist()]
        self._row = {name: row for row, name in enumerate(self._names)}
        stands = stands.copy()
        for numbers in (self._stands, self._articles, self._first, self._last, self._weekdays, self._lengths):
            numbers.keep(stands)

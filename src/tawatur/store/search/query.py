"""A query as somebody typed it: words, phrases, exclusions, alternatives and filters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tawatur.arabic.folding import Folded, fold
from tawatur.lexicons.function_words import function_words
from tawatur.lexicons.search_words import search_words
from tawatur.store.search.filters import Filters, read_filter
from tawatur.store.search.terms import placed_terms

# A query is a few words. Whoever pastes a page is told which of its words were not looked for.
_MOST_WORDS = 32

_PIECE = re.compile(
    r"(?P<excluded>-?)"
    r"(?:(?P<name>[^\s\":|-][^\s\":|]*):)?"
    r"(?:\"(?P<phrase>[^\"]*)\"?|(?P<chunk>[^\s\"]+))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words to be found: quoted in this very form and order, otherwise each by itself in any form.

    A word is its form and its stem, folded.
    """

    words: tuple[tuple[str, str], ...]
    quoted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What to look for: a term of every group, none of those excluded, all filters met.

    `ignored` are pieces of what was typed that have no say, as typed: filters that make no
    sense (`after:gibberish`) and words beyond the thirty-second.
    """

    groups: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[Term, ...] = ()
    filters: Filters = field(default_factory=Filters)
    ignored: tuple[str, ...] = ()

    def filtered(self, filters: Filters) -> "Query":
        """Return the query with further filters."""
        return replace(self, filters=self.filters.and_also(filters))


def parse(typed: str) -> Query:
    """Understand what somebody typed; nothing is an error.

    >>> query = parse('وزير "مجلس الأمن" -كرة outlet:okaz OR')
    >>> [[term.quoted for term in group] for group in query.groups], query.filters.outlet
    ([[False], [True]], ('okaz',))
    """
    reader = _Reader()
    for piece in _pieces(fold(typed)):
        reader.take(piece)
    return reader.query()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    written: str
    excluded: bool
    name: str | None
    value: str
    quoted: bool
    words: tuple[tuple[str, str], ...]
    joins: bool
    """All its words join others: in, of, that."""


def _pieces(source: Folded) -> Iterator[_Piece]:
    names = search_words().filters
    for match in _PIECE.finditer(source.text):
        name = names.get((match["name"] or "").lower())
        value = "phrase" if match["phrase"] is not None else "chunk"
        # What stands before a colon and names no filter belongs to the words.
        start = match.start(value) if name or not match["name"] else match.start("name")
        published = source.span(start, match.end(value)).of(source.published)
        words, places = placed_terms(fold(published))
        yield _Piece(
            written=source.span(*match.span()).of(source.published),
            excluded=bool(match["excluded"]),
            name=name,
            value=published,
            quoted=value == "phrase",
            words=tuple(words),
            joins=all(place.of(published) in function_words() for place in places),
        )


class _Reader:
    """Takes the pieces of a query one after the other."""

    def __init__(self) -> None:
        self._groups: list[list[Term]] = []
        self._joining: list[list[Term]] = []
        self._excluded: list[Term] = []
        self._filters = Filters()
        self._ignored: list[str] = []
        self._alternative = False
        self._left = _MOST_WORDS

    def take(self, piece: _Piece) -> None:
        if piece.written in search_words().alternative:
            self._alternative = bool(self._groups)
            return
        if piece.name is not None:
            self._filter(piece)
        elif piece.words:
            self._term(piece)
        if piece.words:
            self._alternative = False

    def query(self) -> Query:
        """Words that only join others are looked for where there are no others."""
        return Query(
            groups=tuple(tuple(group) for group in self._groups or self._joining),
            excluded=tuple(self._excluded),
            filters=self._filters,
            ignored=tuple(self._ignored),
        )

    def _term(self, piece: _Piece) -> None:
        self._left -= len(piece.words)
        if self._left < 0:
            self._ignored.append(piece.written)
            return
        term = Term(words=piece.words, quoted=piece.quoted)
        if piece.excluded:
            self._excluded.append(term)
        elif self._alternative:
            self._groups[-1].append(term)
        elif piece.joins and not piece.quoted:
            self._joining.append([term])
        else:
            self._groups.append([term])

    def _filter(self, piece: _Piece) -> None:
        read = None if piece.excluded else read_filter(piece.name or "", piece.value)
        if read is None:
            self._ignored.append(piece.written)
        else:
            self._filters = self._filters.and_also(read)

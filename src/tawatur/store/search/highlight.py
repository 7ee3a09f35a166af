"""The words of a query in a published text: where they stand, and the passage that shows them best."""

from dataclasses import dataclass

from tawatur.arabic.folding import fold
from tawatur.records.span import Span
from tawatur.store.search.matching import phrase_forms
from tawatur.store.search.query import Query
from tawatur.store.search.terms import placed_terms

_PASSAGE_WORDS = 32
# How many words stand before the first one found.
_LEAD_WORDS = 6
# A passage is looked for no deeper in a text than this, in characters: books are pasted into pages.
_DEEPEST = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A stretch of a published text from `start` on; `marks` are the words found, counted from there."""

    text: str
    start: int
    marks: tuple[Span, ...]


class Highlighter:
    """Finds the words of one query in texts."""

    def __init__(self, query: Query) -> None:
        terms = [term for group in query.groups for term in group]
        self._stems = {stem for term in terms if not term.quoted for _, stem in term.words}
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for term in terms:
            for spelling in phrase_forms(term.words) if term.quoted else ():
                self._phrases.setdefault(spelling[0], []).append(spelling)

    def whole(self, text: str) -> Excerpt:
        """Return all of `text` with every word found marked."""
        found, places = self._found(text)
        return Excerpt(text=text, start=0, marks=tuple(places[index] for index in found))

    def passage(self, text: str, *, words: int = _PASSAGE_WORDS) -> Excerpt:
        """Return the passage of at most so many words that holds most of what is looked for.

        Where nothing is found it is the beginning.
        """
        found, places = self._found(text[:_DEEPEST])
        if not places:
            return Excerpt(text="", start=0, marks=())
        first = max(self._best(found, words) - _LEAD_WORDS, 0) if found else 0
        last = min(first + words, len(places)) - 1
        start, end = places[first].start, places[last].end
        marks = tuple(
            Span(places[index].start - start, places[index].end - start)
            for index in found
            if first <= index <= last
        )
        return Excerpt(text=text[start:end], start=start, marks=marks)

    def _found(self, text: str) -> tuple[dict[int, str], list[Span]]:
        """Return which words are looked for, each with what it counts as, and the places of all."""
        terms, places = placed_terms(fold(text))
        found = {index: stem for index, (_, stem) in enumerate(terms) if stem in self._stems}
        if self._phrases:
            forms = [form for form, _ in terms]
            for index, form in enumerate(forms):
                for spelling in self._phrases.get(form, ()):
                    if tuple(forms[index : index + len(spelling)]) == spelling:
                        found |= {index + step: word for step, word in enumerate(spelling)}
        return dict(sorted(found.items())), places

    @staticmethod
    def _best(found: dict[int, str], words: int) -> int:
        """Return the first word of the stretch that holds most different words, then most words."""
        places = list(found)
        reach = words - _LEAD_WORDS
        best, best_worth, end = places[0], (0, 0), 0
        for begin, place in enumerate(places):
            while end < len(places) and places[end] < place + reach:
                end += 1
            inside = places[begin:end]
            worth = (len({found[index] for index in inside}), len(inside))
            if worth > best_worth:
                best, best_worth = place, worth
        return best

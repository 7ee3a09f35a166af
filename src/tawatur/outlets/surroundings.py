"""What stands around a name: the class noun before it, its quotes, the words and adjectives behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from tawatur.arabic.cutting import Cut
from tawatur.lexicons.outlet_nouns import OutletNoun, outlet_nouns
from tawatur.outlets.names import fused, key_of

_CLOSING = {'"': '"', "'": "'", "(": ")", "[": "]", "{": "}"}
_ADDRESSING = frozenset({"ل", "ول"})
# ((الوطن)) and ""الوطن"" are usual in some papers; nobody writes a third mark.
_MOST_MARKS = 2


class Place(NamedTuple):
    """A name in the words from `first` up to `stop` of a text, behind `clitic` fused letters."""

    first: int
    stop: int
    clitic: int


class Surroundings(NamedTuple):
    """The context of a name, with the stretch of the folded text that belongs to the name."""

    noun: OutletNoun | None
    """The class noun nearest to the name."""
    quotes: str
    """The opening marks, nothing where the name is not enclosed."""
    addressed: bool
    """«لـ» stands before the quotes: something is said to what they name."""
    other: bool
    """The word before shows that a place or an index is meant."""
    country: str | None
    start: int
    end: int
    reached: int
    """Where the adjectives behind the name end, which do not belong to it."""


class _Reach(NamedTuple):
    """How far the words behind a name still speak of it."""

    word: int
    end: int
    """Where the last of them ends, an adjective of country included."""
    tail: int
    """Where the last one that belongs to the name itself ends."""
    country: str | None


@dataclass(frozen=True, slots=True)
class NameContext:
    """The words that stand around names, ready for look-up."""

    nouns: dict[str, tuple[int, OutletNoun]]
    """A class noun as a text writes it, with the number of letters fused before it."""
    most_words: int
    tails: frozenset[str]
    others: frozenset[str]
    nationalities: dict[str, str]

    def around(self, text: str, among: Cut, name: Place) -> Surroundings:
        """Look at both sides of a name."""
        start, end = among.starts[name.first] + name.clitic, among.ends[name.stop - 1]
        opened = start if name.clitic else _opened(text, start)
        reach = _Reach(name.stop, end, end, None)
        quotes = ""
        for inside in self._reaches(text, among, reach):
            reach = inside
            if closed := _closed(text, inside.end, text[opened:start]):
                quotes, start = text[opened:start].strip(), opened
                *_, reach = self._reaches(text, among, inside._replace(end=closed, tail=closed))
                break
        noun = None
        if not name.clitic:
            noun, start = self._announced(text, among, name.first, (start, opened))
        before, behind = "", 0
        if name.first:
            before, behind = among.texts[name.first - 1], among.ends[name.first - 1]
        return Surroundings(
            noun=noun,
            quotes=quotes,
            addressed=before in _ADDRESSING and text[behind:opened].strip() == "",
            other=not name.clitic and before in self.others and behind + 1 == start,
            country=reach.country,
            start=start,
            end=reach.tail,
            reached=reach.end,
        )

    def _reaches(self, text: str, among: Cut, reach: _Reach) -> Iterator[_Reach]:
        """Yield `reach` and what each further word behind the name makes of it."""
        yield reach
        while reach.word < len(among.texts) and text[reach.end : among.starts[reach.word]] == " ":
            word, end = among.texts[reach.word], among.ends[reach.word]
            if word in self.tails:
                reach = _Reach(reach.word + 1, end, end, reach.country)
            elif reach.country is None and word in self.nationalities:
                reach = _Reach(reach.word + 1, end, reach.tail, self.nationalities[word])
            else:
                return
            yield reach

    def _announced(
        self, text: str, among: Cut, first: int, starts: tuple[int, int]
    ) -> tuple[OutletNoun | None, int]:
        """Return the class noun before word `first`, and where the outermost of several begins."""
        start, opened = starts
        noun: OutletNoun | None = None
        while True:
            for count in range(min(self.most_words, first), 0, -1):
                found = self.nouns.get(" ".join(among.texts[first - count : first]))
                if found and text[among.ends[first - 1] : opened].isspace():
                    break
            else:
                return noun, start
            clitic, noun = found[0], noun or found[1]
            start = opened = among.starts[first - count] + clitic
            first -= count
            if clitic:
                return noun, start


@cache
def name_context() -> NameContext:
    """Build the look-up from the lexicon of outlet nouns."""
    lexicon = outlet_nouns()
    nouns: dict[str, tuple[int, OutletNoun]] = {}
    for noun in lexicon.noun.values():
        for form in noun.forms:
            first, *rest = key_of(form).split()
            for surface, clitic in fused(first):
                nouns.setdefault(" ".join((surface, *rest)), (clitic, noun))
    return NameContext(
        nouns=nouns,
        most_words=max(len(noun.split()) for noun in nouns),
        tails=frozenset(key_of(form) for word in lexicon.tail.values() for form in word.forms),
        others=frozenset(
            surface
            for word in lexicon.other.values()
            for form in word.forms
            for surface, _ in fused(key_of(form))
        ),
        nationalities={
            key_of(form): country.upper()
            for country, word in lexicon.nationality.items()
            for form in word.forms
        },
    )


def _opened(text: str, start: int) -> int:
    """Return where the quotes or brackets before a name begin, or `start` itself."""
    place = start
    if place and text[place - 1] == " ":
        place -= 1
    marks = 0
    while place and marks < _MOST_MARKS and text[place - 1] in _CLOSING:
        place -= 1
        marks += 1
    return place if marks else start


def _closed(text: str, end: int, opening: str) -> int:
    """Return where the quotes or brackets that close `opening` end, 0 where they do not."""
    marks = opening.strip()
    if not marks:
        return 0
    place = end + (text[end : end + 1] == " ")
    closing = "".join(_CLOSING[mark] for mark in reversed(marks))
    return place + len(closing) if text.startswith(closing, place) else 0

"""The words of time expressions, folded, each with the places it can take in one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from tawatur.arabic.numerals import NumberWords
from tawatur.calendars.words import CalendarWords, plain
from tawatur.lexicons.number_words import number_words
from tawatur.lexicons.ordinals import ordinals
from tawatur.lexicons.time_phrases import Phrase, time_phrases
from tawatur.lexicons.time_units import time_units


class Form(StrEnum):
    """The number in which a unit stands."""

    SINGULAR = "singular"
    DUAL = "dual"
    CONSTRUCT = "construct"
    PLURAL = "plural"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexeme:
    """What a word means in one place; which fields are told depends on the place.

    `key` is the entry's key, `code` its TIMEX3 code, `number` the offset, ordinal, weekday
    or month it tells, or how many of its code a unit is long; `form` and `definite` are a
    unit's, `ambiguous` says that the word alone proves no time.
    """

    key: str
    code: str = ""
    number: int = 0
    form: Form | None = None
    definite: bool = False
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings:
    """What a word means in each of the places it can take in a time expression."""

    decade: Lexeme | None = None
    deictic: Lexeme | None = None
    edge: Lexeme | None = None
    feast: Lexeme | None = None
    feast_day: Lexeme | None = None
    frequency: Lexeme | None = None
    modifier: Lexeme | None = None
    month: Lexeme | None = None
    noun: Lexeme | None = None
    ordinal: Lexeme | None = None
    part: Lexeme | None = None
    reference: Lexeme | None = None
    season: Lexeme | None = None
    unit: Lexeme | None = None
    weekday: Lexeme | None = None
    word: Lexeme | None = None
    opens: bool = False
    """An expression can begin with the word."""


_OPENING = frozenset(
    {
        "after", "and_half", "and_quarter", "and_third", "before", "day", "days_of", "every", "first_of",
        "half", "holiday", "hour", "last_of", "moment", "month", "one_oclock", "one_of_its_days", "period",
        "quarter", "same_of", "season_of", "term_of_year", "that", "the_season", "the_term", "third",
        "this", "vague",
    }
)  # fmt: skip
NO_MEANING = Meanings()

Phrases = tuple[tuple[tuple[str, ...], Meanings], ...]
"""Phrases that share their first word: the words that follow it, the longest phrase first."""

# Particles written onto a word, the longest first, but و before وك, for «وكان» is no «أن»; `لل` hides
# the article.
_PARTICLES = ("وال", "بال", "فال", "ولل", "لل", "وب", "ول", "فب", "فل", "و", "وك", "ف", "ب", "ل", "ك")
_ARTICLES = ("ال", "لل")
"""What a particle ends in that holds the article, of which `لل` shows one letter."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TimeWords:
    """Single words by their folded spelling, and phrases of several words by the first of them."""

    single: Mapping[str, Meanings]
    phrases: Mapping[str, Phrases]
    numbers: NumberWords


class Known(NamedTuple):
    """A word as the lists know it: without its particles, with its meanings."""

    word: str
    meanings: Meanings
    phrases: Phrases
    length: int
    """How many letters of the written word are the word's own: the article of `للربع` has one."""


def known(written: str, words: TimeWords) -> Known | None:
    """Look a folded word up, as it stands, else without the particles written onto it.

    >>> from tawatur.calendars.words import calendar_words
    >>> found = known("وللربع", time_words(calendar_words()))
    >>> found and found.word
    'الربع'
    """
    return as_written(words).get(written.lower())


@cache
def as_written(words: TimeWords) -> Mapping[str, Known]:
    """Return every word as a text may write it, folded and in small letters.

    As it stands a word comes first, then the one behind the longer particle.
    """
    found: dict[str, Known] = {}
    for particle in ("", *_PARTICLES):
        swallows = particle.endswith(_ARTICLES)
        for word in words.single.keys() | words.phrases.keys():
            if swallows and not word.startswith("ال"):
                continue
            rest = word[2:] if swallows else word
            length = len(rest) + {"ا": 2, "ل": 1}[particle[-2]] if swallows else len(rest)
            meant = Known(word, words.single.get(word, NO_MEANING), words.phrases.get(word, ()), length)
            found.setdefault(particle + rest, meant)
    return found


@cache
def time_words(calendar: CalendarWords) -> TimeWords:
    """Return the bundled words, assembled for `find_times`."""
    found: dict[tuple[str, ...], dict[str, Lexeme]] = defaultdict(dict)
    for form, place, lexeme in _entries(calendar):
        found[tuple(plain(form).split())][place] = lexeme
    phrases: dict[str, list[tuple[tuple[str, ...], Meanings]]] = defaultdict(list)
    for form_words in sorted(found, key=len, reverse=True):
        if len(form_words) > 1:
            phrases[form_words[0]].append((form_words[1:], _meanings(found[form_words])))
    return TimeWords(
        single={form[0]: _meanings(places) for form, places in found.items() if len(form) == 1},
        phrases={first: tuple(rests) for first, rests in phrases.items()},
        numbers=number_words(),
    )


def _meanings(places: dict[str, Lexeme]) -> Meanings:
    word = places.get("word")
    opens = (word is not None and word.key in _OPENING) or bool(
        places.keys() - {"feast", "modifier", "noun", "word"}
    )
    return Meanings(**places, opens=opens)


_TABLES = (
    "decade",
    "deictic",
    "edge",
    "feast",
    "feast_day",
    "frequency",
    "modifier",
    "noun",
    "part",
    "reference",
    "season",
    "word",
)


def _entries(calendar: CalendarWords) -> Iterator[tuple[str, str, Lexeme]]:
    """Give every form with the place it takes and what it means there."""
    for form, month in calendar.months.items():
        yield form, "month", Lexeme(key=month.calendar, number=month.number, ambiguous=month.ambiguous)
    for form, number in calendar.weekdays.items():
        yield form, "weekday", Lexeme(key="weekday", number=number)
    for key, ordinal in ordinals().ordinal.items():
        for form in ordinal.forms:
            yield form, "ordinal", Lexeme(key=key, number=ordinal.number)
    for form, lexeme in _units():
        yield form, "unit", lexeme
    phrases = time_phrases()
    for table in _TABLES:
        for form, lexeme in _phrases(getattr(phrases, table)):
            yield form, table, lexeme


def _phrases(entries: Mapping[str, Phrase]) -> Iterator[tuple[str, Lexeme]]:
    for key, phrase in entries.items():
        for form in phrase.forms:
            yield form, Lexeme(key=key, code=phrase.code, number=phrase.offset)
        for form in phrase.definite:
            yield form, Lexeme(key=key, code=phrase.code, definite=True)
        for form in phrase.indefinite:
            yield form, Lexeme(key=key, code=phrase.code, ambiguous=True)


def _units() -> Iterator[tuple[str, Lexeme]]:
    units = time_units()
    for key, unit in (units.unit | units.measure).items():
        in_numbers: tuple[tuple[Form, Iterable[str]], ...] = (
            (Form.SINGULAR, unit.singular),
            (Form.DUAL, unit.dual),
            (Form.CONSTRUCT, unit.construct),
            (Form.PLURAL, unit.plural),
        )
        for form, spellings in in_numbers:
            for article in ("", "ال"):
                lexeme = Lexeme(
                    key=key, code=unit.code, number=unit.times, form=form, definite=bool(article),
                    ambiguous=unit.ambiguous,
                )  # fmt: skip
                for spelling in spellings:
                    yield " ".join(article + word for word in spelling.split()), lexeme

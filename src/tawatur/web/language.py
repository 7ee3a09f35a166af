"""The reader's language: its words, numbers, dates and direction, all settled here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_decimal, format_percent

from tawatur.web.wording import Wording, wording


class Language(StrEnum):
    """A language the reader speaks; the value is the first step of every address."""

    ARABIC = "ar"
    ENGLISH = "en"

    @property
    def other(self) -> "Language":
        """The language beside this one."""
        return Language.ENGLISH if self is Language.ARABIC else Language.ARABIC


# The months of Egypt and the Gulf («مارس»), and those of the Levant and Iraq («آذار»): the press that
# is read in both writes the pair. CLDR writes Latin digits for both under these codes.
_EGYPTIAN = Locale("ar")
_LEVANTINE = Locale("ar", "SY")

# Both languages write smaller numbers as Python does, which is told at once.
_GROUPED_FROM = 1000
# The articles of a story and the lists of a day share their times; making one up takes 0.1 ms.
_TIMES_REMEMBERED = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """How everything is said in one language."""

    language: Language
    words: Wording
    locale: Locale

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """The direction of the language's script."""
        return self.words.direction

    def say(self, key: str, **values: object) -> str:
        """Return the text of `key` with its places filled."""
        return self.words.say(key, **values)

    def count(self, key: str, number: int) -> str:
        """Return a number with its noun, in the form the language asks for.

        >>> speech(Language.ARABIC).count("pages", 14), speech(Language.ENGLISH).count("pages", 1)
        ('14 صفحة', '1 page')
        """
        return self.words.form(key, number).format(n=self.number(number))

    def span(self, key: str, least: int, most: int) -> str:
        """Return a range of numbers with its noun.

        >>> speech(Language.ARABIC).span("origins", 2, 3), speech(Language.ENGLISH).span("origins", 1, 1)
        ('2–3 مصادر مستقلة', '1 independent origin')
        """
        if least == most:
            return self.count(key, most)
        both = f"{self.number(least)}–{self.number(most)}"
        return self.words.range_form(key, most).format(n=both)

    def number(self, number: int) -> str:
        """Return a number with its digits grouped."""
        if 0 <= number < _GROUPED_FROM:
            return str(number)
        return format_decimal(number, locale=self.locale)

    def figure(self, figure: Decimal) -> str:
        """Return a figure of an article with its digits grouped and no more decimals than it has."""
        return format_decimal(figure, locale=self.locale, decimal_quantization=False)

    def percent(self, share: float) -> str:
        """Return a share of one as a percentage without decimals."""
        return format_percent(share, format="#,##0%", locale=self.locale)

    def listed(self, words: Iterable[str]) -> str:
        """Return words as a list is written."""
        return self.say("list_comma").join(words)

    def day(self, day: date) -> str:
        """Return a day in the Gregorian calendar; in Arabic its month has both its names.

        >>> speech(Language.ARABIC).day(date(2027, 3, 2)), speech(Language.ENGLISH).day(date(2027, 3, 2))
        ('2 مارس/آذار 2027', '2 March 2027')
        """
        return f"{day.day} {self.month(day)}"

    def month(self, day: date) -> str:
        """Return the month of a day with its year."""
        return f"{self._month_name(day)} {day.year}"

    def _month_name(self, day: date) -> str:
        name = format_date(day, "MMMM", locale=self.locale)
        if self.language is not Language.ARABIC:
            return name
        return f"{name}/{format_date(day, 'MMMM', locale=_LEVANTINE)}"

    def moment(self, moment: datetime) -> str:
        """Return a day and the time of day, in the zone it comes with; the zone is told where it is UTC."""
        clock = format_time(moment, "HH:mm", locale=self.locale)
        told = f"{self.day(moment.date())}{self.say('list_comma')}{clock}"
        return f"{told} UTC" if moment.tzinfo is UTC else told

    def published(self, value: str) -> str:
        """Return an ISO 8601 time cut at its precision, no more exactly than it is given.

        What is no such time comes back as it is: TIMEX3 has values for weeks, seasons and parts of days.

        >>> arabic = speech(Language.ARABIC)
        >>> [arabic.published(value) for value in ("2027", "2027-03", "2027-03-02T22:30+03:00", "2027-W10")]
        ['2027', 'مارس/آذار 2027', '2 مارس/آذار 2027، 22:30', '2027-W10']
        """
        return _published(self.language, value)


@cache
def speech(language: Language) -> Speech:
    """Return how everything is said in `language`."""
    locale = _EGYPTIAN if language is Language.ARABIC else Locale("en", "GB")
    return Speech(language=language, words=wording(language), locale=locale)


def preferred(accept_language: str) -> Language:
    """Return the language of ours that a browser asks for first; Arabic where it asks for neither.

    >>> preferred("fr, en-GB;q=0.8, ar;q=0.5"), preferred("")
    (<Language.ENGLISH: 'en'>, <Language.ARABIC: 'ar'>)
    """
    asked: list[tuple[float, str]] = []
    for part in accept_language.split(","):
        tag, _, quality = part.strip().partition(";q=")
        try:
            asked.append((-float(quality or 1), tag[:2].lower()))
        except ValueError:
            continue
    for _, tag in sorted(asked, key=lambda pair: pair[0]):
        if tag in set(Language):
            return Language(tag)
    return Language.ARABIC


@lru_cache(_TIMES_REMEMBERED)
def _published(language: Language, value: str) -> str:
    told = speech(language)
    try:
        if len(value) > len("2027-03-02"):
            return told.moment(datetime.fromisoformat(value).replace(tzinfo=None))
        if len(value) == len("2027-03"):
            return told.month(date.fromisoformat(f"{value}-01"))
        # Python reads ISO weeks too; they are no days.
        whole = value.count("-") == 2 and "W" not in value
        return told.day(date.fromisoformat(value)) if whole else value
    except ValueError:
        return value

"""What is known of time at a place in a text: the anchor, the text's own today, the last day told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from tawatur.calendars.words import Calendar, CalendarWords
from tawatur.records.time_expression import TimeType
from tawatur.times.tokens import Token
from tawatur.times.values import shifted

# A sentence of the news seldom runs longer; the bound keeps hostile texts linear.
_FAR = 40
# «أن يصل الوفد الفرنسي الأحد»: how far in front of its day a verb may stand.
_CLOSE = 5
# «انتعش قطاع الشركات الصغيرة بعد أسبوع»: how far a verb of the past may.
_TOLD = 8
_SENTENCE_ENDS = frozenset(".!؟?\n")
# س before an imperfect: سيبدأ, ستنطلق, وسيعود (وسيط is a mediator).
_FUTURE_VERB = re.compile(r"س(?:[يت]\w{2,}|ن\w+[^ت])|وس[يتن]\w{3,}")
# With ت a word would often be past or a noun (تسلم, توفي, تنفيذ), but not where another ت follows
# (تتجه, تستقبل, تختتم).
_PRESENT_VERB = re.compile(r"ي\w{3,}|ت(?:ت|ست|[^ت]ت)\w{2,}")
# What a verb of the present begins with.
_PERSONS = ("ي", "ت")
# Derived verbs of the past: استقبل, انتقل, اختتم (their nouns, استقبال, انتقال, have an ا before the end),
# and what ends in ت: وصلت (but سنوات).
_PAST_VERB = re.compile(r"(?:است|ان|ا\wت)\w*[^اي]\w|(?!ال)\w{2,}[^اوي]ت")
# «قد نجحت», «قد نقلوا» are past.
_MIGHT = re.compile(r"ي\w{2,}|ن\w{3,}(?<!ت)(?<!وا)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A time expression: its tokens (`first` up to but not including `last`), type and value.

    `day` is the day it tells, where it tells one; `month` the calendar, year and month.
    """

    first: int
    last: int
    type: TimeType
    value: str
    day: date | None = None
    month: tuple[Calendar, int, int] | None = None


@dataclass(slots=True)
class Discourse:
    """A line of tokens with what was told of time up to the place that is being read.

    `now` is the anchor until the text's own weekday contradicts it; `day`, `month` and
    `year` are the last ones told.
    """

    text: str
    tokens: list[Token]
    calendar: CalendarWords
    anchor: date | None
    now: date | None
    day: date | None
    month: tuple[Calendar, int, int] | None = None
    year: int | None = None
    afternoon: bool = False
    begun_late: bool = False
    """The hour before this one lies after noon."""
    recurring: bool = False
    day_in_sentence: date | None = None
    opening: date | None = None
    """The first of the days that a text counts: `في يومه الأول`."""
    quarter: tuple[int, int] | None = None
    """The year and the quarter told last, for the one before it: `الربع السابق`."""
    lead: date | None = None
    """The first day told: that of the news."""
    quoted: bool = False
    """What is read stands in quotation marks."""
    nowadays: bool = False
    """The text has said `اليوم` of our time."""

    @property
    def spoken(self) -> date | None:
        """The speaker's today: in a quotation the day of the news, where that was a day or two ago.

        «أمس» in a quotation is the paper's own word as often as the speaker's, so it counts from `now`.
        """
        lately = (shifted(self.now, -1), shifted(self.now, -2))
        if self.quoted and self.lead is not None and self.lead in lately:
            return self.lead
        return self.now

    def before(self, at: int) -> Token | None:
        """Return the token in front."""
        return self.tokens[at - 1] if at else None

    def conjoined(self, at: int) -> bool:
        """Tell whether `و` is written onto the token."""
        start = self.tokens[at].start
        return start > 0 and self.text[start - 1] == "و"

    def looks_back(self, at: int) -> bool:
        """Tell whether the sentence up to this token tells of what had been."""
        for place in range(at - 1, max(-1, at - _FAR), -1):
            token = self.tokens[place]
            if token.text in _SENTENCE_ENDS:
                return False
            if token.word("had"):
                return True
        return False

    def present(self, at: int) -> bool:
        """Tell whether the sentence opens with a present-tense verb that reaches this token.

        News tells so what is to come: «يلتقي الوزير ضيفه الاثنين». What stands in a clause of its own
        (behind الذي, أن, عقب) may be past.
        """
        for place in range(at - 1, max(-2, at - _FAR), -1):
            if place >= 0 and self.tokens[place].text not in _SENTENCE_ENDS:
                if self.tokens[place].word("told_of", "clause", "had", "since", "after", "before"):
                    return False
                continue
            return self._is_present(self.tokens[place + 1])
        return False

    def imminent(self, at: int) -> bool:
        """Tell whether a present-tense verb stands close before this token: `أن يصل الوفد الأحد`."""
        for place in range(at - 1, max(-1, at - _CLOSE), -1):
            token = self.tokens[place]
            if not token.text.isalpha() or token.word("told_of", "had", "since", "after", "before"):
                return False
            if self._is_present(token):
                front = self.before(place)
                told = front is not None and front.word("did_not", "might")
                return not (told or self.looks_back(place))
        return False

    def past(self, at: int, behind: int) -> bool:
        """Tell whether a verb of the past stands close to what begins at `at` and ends before `behind`."""
        reach = (range(at - 1, max(-1, at - _TOLD), -1), range(behind, behind + _CLOSE))
        return any(self._was(self.tokens[place]) for side in reach for place in self.in_sentence(side))

    def in_sentence(self, places: range) -> Iterator[int]:
        """Yield the places up to the end of the sentence."""
        return takewhile(lambda place: self.tokens[place].text not in _SENTENCE_ENDS, places)

    def _was(self, token: Token) -> bool:
        if token.word("past_verb", "had", "did_not", "become", "once_ended", "reaching"):
            return not token.text.startswith(_PERSONS)
        return token.means.unit is None and _PAST_VERB.fullmatch(token.text) is not None

    def _is_present(self, token: Token) -> bool:
        if token.means.unit is not None or token.means.month is not None:
            return False
        told = token.word("present_verb") or (token.word("reaching") and token.text.startswith(_PERSONS))
        told = told or _PRESENT_VERB.fullmatch(token.text) is not None
        return told and not token.word("not_dating", "turns")

    def forward(self, at: int) -> bool:
        """Tell whether the sentence up to this token speaks of what is to come."""
        for place in range(at - 1, max(-1, at - _FAR), -1):
            token = self.tokens[place]
            if token.text in _SENTENCE_ENDS:
                return False
            if (token.word("forward") and not self._had_been(place)) or self._will(place) or self._may(place):
                return True
        return False

    def _had_been(self, at: int) -> bool:
        """Tell whether a verb of the present is told as past: `كان ينتظر`, `لم يصدر`."""
        front = self.before(at)
        return front is not None and front.word("had", "did_not")

    def _will(self, at: int) -> bool:
        """Tell whether the token is a future verb; what stands behind «قال» is a name: «قال ستاثاكيس»."""
        token = self.tokens[at]
        return (
            token.text.startswith(("س", "وس"))
            and _FUTURE_VERB.fullmatch(token.text) is not None
            and not token.word("not_forward")
            and not (at > 0 and self.tokens[at - 1].word("said", "in", "from", "names_behind"))
        )

    def _may(self, at: int) -> bool:
        """Tell whether the token and the verb behind it tell what may come: «قد يصوت»."""
        return self.tokens[at].word("might") and _MIGHT.fullmatch(self.tokens[at + 1].text) is not None

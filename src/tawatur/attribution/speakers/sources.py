"""The noun phrase that names a source, read forwards from its head or backwards from its end."""

import msgspec
from msgspec.structs import replace

from tawatur.attribution.anonymity import NOT, anonymity_at
from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.cue_words import PRONOUNS
from tawatur.attribution.lexicon import uncommon, unlisted
from tawatur.attribution.speakers.name_ends import NameEnds
from tawatur.attribution.speakers.speaker_words import ARTICLES
from tawatur.records.span import Span

# Longer than any title with its holder in the gold of 2015 (22 words).
LONGEST_NAME = 32
_LONGEST_APPOSITION = 14
_LONGEST_CORE = 14
# «، الذي طلب عدم ذكر اسمه لأنه غير مخول بالحديث إلى وسائل الإعلام،» and somewhat longer.
_LONGEST_ASIDE = 24
_LONGEST_BRACKET = 14
_SHORT_QUOTATION = 6
_TRAILING = frozenset("،,؛:.-()\"'")
_LEADING = frozenset("،,-:؛.)")
_INSIDE = "-–/.'%"
# «عدد كبير جدا من ...»
_NEAREST_MANY = 4
_FUSED_PARTICLES = "بل"
_WITHOUT_GOAL = (None, "body", "outlet", "press", "state")
_PRESENT = "يت"
_NAME_MARKS = ('"', "'")
# The endings of verbs that no adjective has.
_PAST = ("ت", "وا")
_OPEN = {"(": ")", "[": "]"}
_ADJECTIVAL = ("يه", "ي")
_OUTLETS = (None, "outlet", "press")


class Phrase(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A noun phrase's tokens; `fused` letters of the first one are a particle, no part of the name.

    A Struct, like all that the grammar makes by the hundred for a text: it takes a ninth of the time.
    """

    start: int
    end: int
    fused: int = 0

    def span(self, body: Body) -> Span:
        """Return its stretch of the body."""
        whole = body.span(self.start, self.end)
        return Span(whole.start + self.fused, whole.end)


class NounPhrases(NameEnds):
    """Reads the noun phrases of one body."""

    def after(self, start: int, stop: int) -> Phrase | None:
        """Return the phrase that begins at `start`, up to `stop` at most."""
        stop = min(stop, start + LONGEST_NAME)
        reading = _Reading(start, described=start < stop and self._describes(start))
        token = end = self._outlet_end(start, stop)
        if token > start and self._quoted_name_ends(start, token, stop):
            return Phrase(start=start, end=end)
        while token < stop:
            further = self._further(reading, token, stop)
            if further is None:
                break
            token = abs(further)
            if further > 0:
                end = token
            if self._quoted_name_ends(start, token, stop):
                break
        while reading.related and end > start and self._body.words[end - 1] in self._small.adjunct:
            # «سالم الذي زار الموقع أمس إن»: the time is that of the speech.
            end -= 1
        return self._trimmed(start, end)

    def _describes(self, start: int) -> bool:
        """Tell whether a phrase begins with a noun that a preposition may go on: «مدير في», «39% من»."""
        word = self._body.words[start]
        counts = word in self._small.quantity or word[0].isdigit()
        return counts or self.group(start) not in _OUTLETS

    def _further(self, reading: "_Reading", token: int, stop: int) -> int | None:
        """Return where the name goes on, negative where it needs more behind a comma, `None` at its end."""
        words = self._body.words
        word = words[token]
        if word == '"':
            return self._over_quotation(reading, token, stop)
        if word in _OPEN:
            return self._bracketed(token, stop)
        if word in COMMAS:
            return self._over_comma(reading, token, stop)
        if word in self._small.being and self._describes_being(reading, token, stop):
            reading.related = True
        reading.related = reading.related or self._goes_on_about(reading, token)
        if reading.related and not self._relation_ends(token):
            return token + 1
        if self._ends(reading, token):
            return None
        reading.described = reading.described or self.group(token) is not None
        fused = word[0] in _FUSED_PARTICLES and word not in self._lexicons.speakers
        reading.placed = reading.placed or word in self._small.preposition or fused
        return token + 1

    def _goes_on_about(self, reading: "_Reading", token: int) -> bool:
        """Tell whether a clause about the one named begins at `token`: «سالم الذي ...», «مسؤول يعمل في»."""
        named = token > reading.start and self._body.words[token] in self._small.relative
        if named and self._speaks_at(token + 1):
            # «سالم الذي أكد أن» goes on to speak.
            return False
        return named or (reading.described and self._relates(reading.start, token))

    def _over_quotation(self, reading: "_Reading", token: int, stop: int) -> int | None:
        if token in self._body.closed and self._body.quotation[token - 1] >= reading.start:
            return token + 1
        if token in self._body.outlets and self.group(reading.start) == "role" and token > reading.start + 1:
            # «أبلغت مصادر مطلعة «الغد» أن»
            return None
        close = self._body.closing.get(token, -1)
        titled = self._body.words[token - 1] in self._small.titled
        long = titled or self.person_quoted(token)
        short = close - token <= (_LONGEST_APPOSITION if long else _SHORT_QUOTATION)
        clause = not self._small.complementizer.isdisjoint(self._body.words[token:close])
        return close + 1 if token < close < stop and short and not clause else None

    def _over_comma(self, reading: "_Reading", token: int, stop: int) -> int | None:
        if self._body.words[token - 1] in self._small.same:
            # «يضيف المصدر نفسه، في وقت ...»
            return None
        aside = self.aside_end(token, stop)
        if reading.described and aside is not None:
            return aside
        if not self._apposition(token + 1, stop) and not self._being(token + 1, stop):
            return None
        reading.placed = True
        return -(token + 1)

    def aside_end(self, token: int, stop: int) -> int | None:
        """Return the comma that closes a clause about the speaker which the comma at `token` opens."""
        words = self._body.words
        if token + 1 >= stop:
            return None
        opens = words[token + 1] in self._small.relative
        if not opens and not anonymity_at(self._body, token + 1, self._small):
            return None
        for later in range(token + 2, min(stop, token + _LONGEST_ASIDE)):
            if words[later] in COMMAS:
                return later
        return None

    def _ends(self, reading: "_Reading", token: int) -> bool:
        word = self._body.words[token]
        if not (word[0].isalnum() or word in _INSIDE) or self._blessed(token):
            return True
        # «بينيتيز في ...» is an adverb, «مسؤول في ...» belongs to the description.
        if word in self._small.occasion_preposition and not (reading.described or self.given_name_at(token)):
            return True
        if token == reading.start:
            return self.ends_at(token, token)
        if word in self._small.being and self._body.words[token - 1] in COMMAS:
            # The comma before it was weighed.
            return False
        if token == reading.start + 1 and self._of_them(token):
            return False
        return self._over(reading, token) or self.ends_at(token, reading.start)

    def _over(self, reading: "_Reading", token: int) -> bool:
        """Tell whether a name is complete before the word at `token` by what it is itself."""
        word = self._body.words[token]
        small = self._small
        if word in small.thing or word in small.demonstrative or word in small.consequence:
            return True
        if self._complete_before(reading.start, token):
            return True
        if self.adverbial(token) or self._told(token) or self.honours(token - 1):
            return True
        if self.apart(token, reading.start):
            return True
        if word in self._small.ascribing and self.group(reading.start) in _WITHOUT_GOAL:
            # «سيؤدي بحسب الهيئة إلى ...»; «المبعوث إلى ...» has one.
            return True
        return not reading.placed and self._complete(reading.start) and not self._goes_on(token)

    def _complete_before(self, start: int, token: int) -> bool:
        """Tell whether an adverbial, an outlet that was told or another's name follows."""
        word, small = self._body.words[token], self._small
        if word in small.posting and token + 1 in self._body.platforms:
            return True
        if word in small.turn_preposition and self._turns(token):
            return True
        if token in self._body.outlets and self._hears_named(start, token):
            return True
        return token == start + 2 and self._indefinite_over(start, token)

    def _turns(self, token: int) -> bool:
        """Tell whether a clause is turned by what stands behind its subject: «أقر اللاعب في المقابل بأن»."""
        behind = "".join(self._body.words[token + 1 : token + 2])
        return behind.startswith("ال") + behind.endswith(PRONOUNS) > 0 and behind in self._small.connective

    def _indefinite_over(self, start: int, token: int) -> bool:
        """Tell whether an indefinite paper with its adjective is over: «اتهمت تقارير صحفية نوريان»."""
        first, before, word = self._body.words[start], self._body.words[token - 1], self._body.words[token]
        bare = not first.startswith(ARTICLES) and before.endswith(_ADJECTIVAL)
        if not bare or self.group(start) != "document" or before[0] == "ل":
            return False
        name = word.isalpha() and uncommon(word) and word not in self._small.preposition
        return name and not word.endswith(("ه", "ي")) and not word.startswith(ARTICLES)

    def _hears_named(self, start: int, token: int) -> bool:
        """Tell whether an outlet is whom a complete name told: «أفاد مسؤول أميركي وكالة رويترز»."""
        if token == start + 1:
            return False
        # Behind his adjective, or behind his name: «أفاد المدير سالم الهادي وكالة رويترز».
        described = self.group(start) == "role"
        return described or (self._class_noun(token) and self._name_ends_before(token, start))

    def _name_ends_before(self, token: int, start: int) -> bool:
        """Tell whether the word before `token` ends a person's name, so that it governs nothing."""
        before = self._body.words[token - 1]
        # «صحافيي وكالة رويترز» are in construct, «أرقام وضعتها وكالة رويترز» a clause.
        construct = before.endswith(("ي", *PRONOUNS)) or before in self._small.correspondent
        foreign = token > start + 1 and unlisted(before) and not construct
        return self._named_before(token) or (foreign and self.group(token - 1) is None)

    def _class_noun(self, token: int) -> bool:
        """Tell whether an outlet is named at `token` behind what it is: «وكالة رويترز»."""
        place = self._body.outlets.get(token)
        return place is not None and self._lexicons.speakers.get(self._body.words[token]) == "outlet"

    def _blessed(self, token: int) -> bool:
        """Tell whether a dash parts off a blessing: «الملك - حفظه الله -»."""
        words = self._body.words
        parted = words[token] in _INSIDE and token + 1 < len(words)
        return parted and words[token + 1] in self._small.no_speaker

    def _of_them(self, token: int) -> bool:
        """Tell whether a pronoun goes on a quantity: «كثير منهم»."""
        quantity = self.group(token - 1) == "role" and not self._body.words[token - 1].startswith("ال")
        return quantity and self._body.words[token] in self._small.partitive_pronoun

    def without_asides(self, phrase: Phrase) -> Phrase:
        """Cut off what is said of a party by the way: «لم تسمه», «الذي ...»; a paper keeps it."""
        words = self._body.words
        party = self.group(phrase.start) != "document"
        for token in range(phrase.start + 1, phrase.end):
            aside = (
                party and words[token] in self._small.relative and not self._named_behind(token, phrase.end)
            )
            if party and words[token - 1] in self._small.same and words[token].endswith(_PAST):
                # «فرق أخرى حللت البيانات»
                return replace(phrase, end=token)
            veiled = words[token] in self._small.veiling or words[token] == NOT
            if aside or (veiled and anonymity_at(self._body, token, self._small)):
                end = token
                while end > phrase.start + 1 and (
                    words[end - 1] in self._small.relative or self._parts(end - 1, phrase.start)
                ):
                    end -= 1
                return replace(phrase, end=end)
        return phrase

    def _parts(self, token: int, start: int) -> bool:
        """Tell whether a mark parts two clauses, and closes no bracket or quotation in the name."""
        word = self._body.words[token]
        if word == '"':
            return token not in self._body.closed or self._body.quotation[token - 1] < start
        return not word[0].isalnum() and word not in _OPEN.values()

    def _named_behind(self, token: int, end: int) -> bool:
        """Tell whether a name follows a clause that a description holds: «اللجنة التي ... سالم الهادي»."""
        apart = self._body.words[token - 1] in COMMAS
        return not apart and any(self.given_name_at(later) for later in range(token, end))

    def _quoted_name_ends(self, start: int, token: int, stop: int) -> bool:
        """Tell whether a name in quotation marks is over: only adjective, bracket or bearer may follow."""
        words = self._body.words
        if token >= stop or words[token - 1] not in _NAME_MARKS:
            return False
        if words[token - 1] == "'" and "'" not in words[start : token - 1]:
            return False
        # «برنامج "..." الوطني سالم الهادي»
        goes_on = words[token].startswith(ARTICLES) or words[token] in _OPEN or self.given_name_at(token)
        return not goes_on or words[token] in self._lexicons.content_nouns

    def _outlet_end(self, start: int, stop: int) -> int:
        """Step over an outlet's name with the adjective of its country."""
        place = self._body.outlets.get(start)
        if place is None or place.end > stop:
            return start
        behind = self._body.words[place.end] if place.end < stop else ""
        return place.end + (behind.startswith("ال") and behind.endswith(_ADJECTIVAL))

    def party(self, start: int, stop: int) -> Phrase:
        """Return the core of a phrase, with those of whom it gives a number: «عدد كبير من المواطنين»."""
        words = self._body.words
        whole = self.compact(start, stop)
        if words[start].removeprefix("ال") not in self._small.many:
            return whole
        for link in range(start + 1, min(start + _NEAREST_MANY, stop - 1)):
            if words[link] in self._small.source_link:
                return replace(self.compact(link + 1, stop), start=start)
        return whole

    def compact(self, start: int, stop: int) -> Phrase:
        """Return the core of a phrase: its head with what is joined to it by form alone."""
        stop = min(stop, start + _LONGEST_CORE)
        end = max(start + 1, self._outlet_end(start, stop))
        while end < stop and self._joined(start, end) and not self.ends_at(end, start):
            end += 1
        while end > start + 1 and self._body.words[end - 1] in self._small.name_part:
            end -= 1
        return Phrase(start=start, end=end)

    def _joined(self, start: int, token: int) -> bool:
        words = self._body.words
        word, before = words[token], words[token - 1]
        if self.given_name_at(token) or word in self._small.name_part:
            return True
        if word in self._small.preposition or word in self._small.attributive:
            return False
        if word.startswith(ARTICLES):
            # A plural noun is no adjective of a definite head: «الدراسة الاحتياطيات».
            return not (words[start].startswith("ال") and self._disagrees(start, token))
        if token == start + 1 and self.group(start) == "state":
            # The name of a state or company stands in construct with nothing.
            return False
        if not before.startswith("ال") and (token == start + 1 or before in self._lexicons.speakers):
            # Behind a head without the article whatever follows stands in construct with it.
            return word[0].isalnum()
        return token > start + 1 and word.startswith("وال")

    def _disagrees(self, start: int, token: int) -> bool:
        """Tell whether a noun with the article cannot be the adjective of one: «الهيئة الموقف»."""
        head, word = self._body.words[start], self._body.words[token]
        if word.endswith("ات"):
            return True
        if token > start + 1 or self.group(token) in ("title", "office"):
            return False
        feminine = self._body.last_letter(start) == "ة"
        return (feminine and word[-1] not in "هيا") or (
            not head.endswith(("ين", "ون")) and word.endswith("ين")
        )

    def before(self, start: int, end: int) -> Phrase | None:
        """Return the phrase that ends before `end`, back to `start` at most."""
        words, small = self._body.words, self._small
        start = max(start, end - LONGEST_NAME)
        token = end
        while token > start:
            earlier = self._over_marks(token, start)
            if earlier < token:
                token = earlier
                continue
            word = words[token - 1]
            bounds = (
                small.boundary,
                small.connective,
                small.complementizer,
                small.negation,
                self._lexicons.cues,
            )
            if not word[0].isalnum() or any(word in bound for bound in bounds):
                break
            token -= 1
        return self._trimmed(token, end)

    def _over_marks(self, token: int, start: int) -> int:
        """Step back over a quotation or bracket that ends before `token`; return `token` where none does."""
        words = self._body.words
        mark = words[token - 1]
        if mark == '"' and token >= start + 2:
            return (
                max(self._body.quotation[token - 2], start) if self._body.quotation[token - 2] >= 0 else token
            )
        if mark in _OPEN.values():
            for opening in range(token - 2, max(start, token - _LONGEST_BRACKET) - 1, -1):
                if words[opening] in _OPEN:
                    return opening
        return token

    def _apposition(self, token: int, stop: int) -> bool:
        """Tell whether what follows a comma goes on the name: it must be closed itself."""
        words = self._body.words
        if token >= stop or self.ends_at(token, token) or self.adverbial(token):
            return False
        if not words[token][0].isalnum() or self._content_noun(token):
            return False
        if words[token] in self._small.preposition and not self._given_name_apart(token):
            return False
        if words[token][0] in _FUSED_PARTICLES and words[token][1:] in self._lexicons.occasions:
            # «النادي، بموقعه على الإنترنت»
            return False
        for later in range(token, min(stop, token + _LONGEST_APPOSITION)):
            if words[later] in COMMAS or words[later] == ":" or self.ends_at(later, token):
                return True
        return stop - token < _LONGEST_APPOSITION

    def _describes_being(self, reading: "_Reading", token: int, stop: int) -> bool:
        """Tell whether a noun says what the one named is, no comma between: «سالم الهادي وهو طبيب»."""
        words = self._body.words
        if token == reading.start or token + 1 >= stop or words[token - 1] in COMMAS:
            return False
        behind = words[token + 1]
        if self.speaker_at(token + 1) or behind in self._small.partitive or behind in self._small.kin:
            return True
        small = self._small
        shut = (small.preposition, small.complementizer, small.negation, small.adjunct)
        nominal = behind[0].isalpha() and behind[0] not in _PRESENT and behind not in self._lexicons.cues
        return nominal and not any(behind in words for words in shut) and not self.ends_at(token + 1, token)

    def _bracketed(self, token: int, stop: int) -> int:
        closing = _OPEN[self._body.words[token]]
        for later in range(token + 1, min(stop, token + _LONGEST_BRACKET)):
            if self._body.words[later] == closing:
                return later + 1
        return token + 1

    def _trimmed(self, start: int, end: int) -> Phrase | None:
        words, closed = self._body.words, self._body.closed
        while end > start and self._trails(end - 1, closed):
            if words[end - 1] == "'" and "'" in words[start : end - 1]:
                # «صحيفة 'الغد'»
                break
            end -= 1
        while start < end and words[start] in _LEADING:
            start += 1
        return Phrase(start=start, end=end) if start < end else None

    def _trails(self, token: int, closed: frozenset[int]) -> bool:
        word = self._body.words[token]
        if word in self._small.preposition or (len(word) == 1 and word in "ول"):
            return not self.given_name_at(token)
        return word in _TRAILING and word != ")" and token not in closed


class _Reading:
    """What a phrase has shown so far: a description, a place, a clause about the one described."""

    __slots__ = ("described", "placed", "related", "start")

    def __init__(self, start: int, *, described: bool) -> None:
        self.start = start
        self.described = described
        self.placed = False
        self.related = False

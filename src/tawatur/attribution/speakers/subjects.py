"""Which noun phrase is the subject of a reporting verb: the one behind it, else one before it."""

from msgspec.structs import replace

from tawatur.attribution.anonymity import anonymity_at
from tawatur.attribution.body import Body
from tawatur.attribution.cue_words import PRONOUNS, Agreement, Family
from tawatur.attribution.cues import Cue
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.speakers.earlier_subjects import EarlierSubjects
from tawatur.attribution.speakers.sources import LONGEST_NAME, NounPhrases, Phrase
from tawatur.attribution.speakers.speaker_words import PERSONAL
from tawatur.records.span import Span

_MARKS = frozenset("،,؛:.-–'")
_LONGEST_TELLING = 8
# As far as a verb looks for its content, and a little more.
_LONGEST_ADJUNCTS = 80
_SHORTEST_BEARING = 6
_SHORTEST_GOVERNED = 4
# «والد» is a noun of its own, «والدموع» none.
_LONGEST_PLAIN = 5
_TOLD = "ل"
# «لـ«اليوم السابع» مصدر»: the name in quotation marks, in tokens with the marks.
_LONGEST_TOLD = 6
# The endings of the sound plural, as no subject and as one.
_OBLIQUE = "ين"
_NOMINATIVE = "ون"


class Subjects:
    """Finds the subjects of one body's reporting verbs."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = phrases
        self._earlier = EarlierSubjects(body, lexicons, phrases)

    def of(self, cue: Cue, stop: int, sentence: Span) -> Phrase | None:
        """Return the speaker of a cue whose content opens at `stop`: behind it, else before it."""
        word = cue.word
        if word is None or word.passive:
            return None
        if cue.family is not Family.VERB:
            return self._own(cue, stop) if cue.family is Family.PARTICIPLE else None
        told = None
        if word.addressee:
            told = self._earlier.telling(cue, sentence) or self._informing(cue, stop, sentence)
        if (told := told or self._pluperfect(cue, sentence)) is not None:
            return told
        found = self.behind(cue.end, stop)
        # «اعتبر الشباب أن»: who is held to be something is never followed by a clause.
        holds = word.takes("regard") and self._body.words[stop] in self._small.complementizer
        if found is not None and word.addressee and not holds and self._addressed(cue, found):
            found = None
        if found is not None and (self._disagrees(cue, found) or self._asked(cue, found, stop)):
            found = None
        if found is not None or cue.prefixed or self.bears_object(cue):
            return found or self._earlier.topic(cue, sentence)
        if self._body.words[cue.end] in self._small.in_paper:
            # «ألقى المدير كلمة أكد فيها»: before the verb stands what he said it in.
            return self._of_speech(cue, sentence)
        return self._earlier.topic(cue, sentence) or self._earlier.before(cue, sentence)

    def _pluperfect(self, cue: Cue, sentence: Span) -> Phrase | None:
        """Return who stands between «كان» and a verb, both of whose subject he is: «وكان الهادي أعلن»."""
        if cue.prefixed or self._body.words[sentence.start] not in self._small.auxiliary:
            return None
        near = 1 < cue.start - sentence.start <= _LONGEST_TELLING
        if not near or self._body.words[cue.end] in self._small.in_paper:
            return None
        found = self._earlier.before(cue, sentence)
        return found if found is not None and found.start == sentence.start + 1 else None

    def _own(self, cue: Cue, stop: int) -> Phrase | None:
        """Return the speaker right behind a participle: «موضحة الوزارة أن»."""
        assert cue.word is not None
        if cue.word.addressee or cue.end >= stop or self._phrases.group(cue.end) in (None, "document"):
            return None
        found = self._phrases.compact(cue.end, stop)
        complete = found.end == stop or self._body.words[found.end] in self._small.content_preposition
        definite = self._body.words[cue.end].startswith("ال") or self._phrases.honours(cue.end)
        return found if complete and definite else None

    def _addressed(self, cue: Cue, phrase: Phrase) -> bool:
        """Tell whether those behind a verb are asked by somebody not named: «ودعا الشعب», «وأبلغ الهيئة»."""
        word = self._body.words[phrase.start]
        if word in self._small.addressed:
            return True
        if cue.agreement is Agreement.FEMININE:
            return self._men(phrase)
        feminine = self._body.last_letter(phrase.start) == "ة"
        feminine = feminine and word.removeprefix("ال") not in self._small.masculine
        return (
            feminine
            and cue.agreement is Agreement.MASCULINE
            and not self._phrases.given_name_at(phrase.start)
        )

    def _asked(self, cue: Cue, phrase: Phrase, stop: int) -> bool:
        """Tell whether people who stand alone behind a joined verb are asked: «..., ودعا السكان إلى»."""
        word = self._body.words[phrase.start]
        people = word.startswith("ال") and word.removeprefix("ال") in self._small.crowd
        asks = cue.word is not None and cue.word.addressee and cue.prefixed
        return asks and people and phrase.end - phrase.start == 1 and phrase.end >= stop

    def _disagrees(self, cue: Cue, phrase: Phrase) -> bool:
        """Tell whether a feminine noun stands right behind a masculine verb: «أظهر مؤشرات», «أعلن حالة»."""
        if cue.agreement is not Agreement.MASCULINE or phrase.start != cue.end:
            return False
        group = self._phrases.group(phrase.start)
        if group not in ("body", "document") or self._phrases.given_name_at(phrase.start):
            return False
        word = self._body.words[phrase.start]
        if word.startswith("ال"):
            # A club may be called so: «أعلن الوحدة».
            return False
        return self._body.last_letter(phrase.start) == "ة" or word.endswith("ات")

    def _men(self, phrase: Phrase) -> bool:
        """Tell whether a noun of a man or men cannot be a feminine verb's subject: «نصحت السكان»."""
        word = self._body.words[phrase.start]
        plain = word.removeprefix("ال")
        group = self._phrases.group(phrase.start)
        if plain in self._small.crowd or (word.endswith(_OBLIQUE) and group == "role"):
            return True
        # «شكرت الوزير»
        feminine = plain in self._small.broken_plural or word.endswith(("ات", _NOMINATIVE))
        definite = plain != word and group in PERSONAL and not feminine
        return definite and self._body.last_letter(phrase.start) not in "ةىء"

    def bears_object(self, cue: Cue) -> bool:
        """Tell whether a verb bears the pronoun of whom the noun before it speaks: «خطة يصفها»."""
        word = self._body.words[cue.end - 1]
        plain = word in self._lexicons.cues or word[1:] in self._lexicons.cues
        return not plain and word.endswith(PRONOUNS)

    def before(self, cue: Cue, sentence: Span) -> Phrase | None:
        """Return the speaker before a verb: «المتحدث أكد أن», «المدير الذي أعلن أن»."""
        return self._earlier.before(cue, sentence)

    def behind(self, start: int, end: int) -> Phrase | None:
        """Return the speaker named between a verb that ends at `start` and its content."""
        start = self.behind_adjuncts(start, end)
        found = self._phrases.after(start, end) if start < end else None
        if found is None:
            return None
        first = self._body.words[found.start]
        # «للتقدم», «في الختام»: what a preposition governs is no subject.
        governed = first.startswith("لل") or first in self._small.preposition
        governed = governed or self._phrases.hears_at(found.start) or self._bears_particle(first)
        if governed and not self._phrases.given_name_at(found.start):
            return None
        unsaid = self._no_speaker(first) or self._joined_object(found.start) or self._beside(first)
        if unsaid or anonymity_at(self._body, found.start, self._small):
            return None
        if first in self._small.himself and not self._body.words[found.start + 1].startswith("و"):
            # «أعلن هو الآخر», but «قال هو وزملاؤه».
            return None
        if self._phrases.adverbial(found.start) or self._accusative(first):
            return None
        return found

    def _beside(self, word: str) -> bool:
        """Tell whether «و» tells how somebody spoke: «وأضافت والدموع في عينيها»."""
        joined = word.startswith("وال") and len(word) > _LONGEST_PLAIN
        return joined and word not in self._lexicons.speakers

    def _bears_particle(self, word: str) -> bool:
        """Tell whether a particle is written onto a known noun: «وتوقع لعمليات», «بمسؤول»."""
        speakers = self._lexicons.speakers
        if len(word) < _SHORTEST_GOVERNED:
            # «باخ» is a name.
            return False
        return word[0] in "لب" and word not in speakers and word[1:] in speakers

    def _joined_object(self, token: int) -> bool:
        """Tell whether a word goes on with what is expressed: «أعرب عن شكره وتقديره»."""
        word = self._body.words[token]
        bears = word.endswith(PRONOUNS) and self._body.last_letter(token) != "ة"
        return (
            word[0] == "و"
            and bears
            and len(word) >= _SHORTEST_BEARING
            and word[1:] not in self._lexicons.speakers
        )

    def _accusative(self, word: str) -> bool:
        """Tell whether a plural shows by its ending that it is no subject: «ودعت المتقدمين»."""
        speakers = self._lexicons.speakers
        if word.endswith("ي") and word not in speakers:
            # «وحذر مواطني البلاد»
            return word[:-1] + _NOMINATIVE in speakers
        plural = word.startswith("ال") and word.endswith(_OBLIQUE)
        return plural and word[: -len(_OBLIQUE)] + _NOMINATIVE in speakers

    def _no_speaker(self, word: str) -> bool:
        """Tell whether a word is what was said, or another verb: «اختتم حديثه», «وتابع يقول»."""
        if word in self._small.no_speaker or word in self._small.to_whoever:
            return True
        cue = self._lexicons.cues.get(word)
        if cue is not None and cue.present:
            return True
        return word in self._lexicons.occasions and word not in self._lexicons.speakers

    def behind_adjuncts(self, start: int, end: int) -> int:
        """Step over what may stand between a verb and its subject: «أمس», «في بيان», «لـ«الوطن»»."""
        start = self._behind_told(start, end)
        if start >= end or not self._adjunct_at(start):
            return start
        words = self._body.words
        for token in range(start + 1, min(end, start + _LONGEST_ADJUNCTS)):
            before = words[token - 1]
            if f"{before} {words[token]}" in self._small.carrying:
                # «ذكر، نقلاً عن مصدر مطلع، أن»: behind it stands the origin alone.
                return end
            if before in self._small.preposition or before in self._small.leading:
                continue
            if before == '"' and words[token - 2] in self._small.addressing:
                # «قال في اتصال مع «الغد»»
                continue
            if before[0] in "لب" and self._phrases.group(token - 1) is not None:
                continue
            if self._governs(token - 1):
                continue
            speaker = words[token] in self._lexicons.speakers and words[token] not in self._lexicons.occasions
            # «بجامع الإمام سالم»: behind a definite noun the name may be that of the place.
            if speaker or (self._phrases.given_name_at(token) and not before.startswith("ال")):
                return token
        return end

    def _behind_told(self, start: int, end: int) -> int:
        """Step over a name in quotation marks that somebody told, if who told it stands right behind."""
        told = start < end and self._body.words[start] == _TOLD
        close = self._body.closing.get(start + 1) if told else None
        if close is None or close - start > _LONGEST_TOLD or close + 1 >= end:
            return start
        return close + 1 if self._phrases.speaker_at(close + 1) else start

    def _governs(self, token: int) -> bool:
        """Tell whether a noun governs the one behind it: «خلال زيارة ألمانيا», «بجامع الإمام»."""
        word = self._body.words[token]
        if word.startswith("ال") or not word.isalpha():
            return False
        if word in self._lexicons.occasions:
            return True
        behind = self._body.words[token + 1]
        held = behind.startswith("ال") or self._phrases.given_name_at(token + 1)
        construct = held and not self._phrases.adverbial(token)
        over = word in self._small.adjunct or token in self._body.outlets or self._phrases.hears_at(token)
        return construct and not over

    def _adjunct_at(self, token: int) -> bool:
        word = self._body.words[token]
        if self._phrases.given_name_at(token):
            return False
        if word in self._small.preposition or word in _MARKS:
            return True
        return self._phrases.ends_at(token, token) or self._phrases.relays_at(token)

    def _of_speech(self, cue: Cue, sentence: Span) -> Phrase | None:
        """Return whose speech or paper is told right before a verb: «تصريح من المدير أوضح فيه»."""
        words = self._body.words
        end = cue.start - (not words[cue.start - 1][0].isalnum())
        for token in range(end - 2, max(sentence.start, cue.start - LONGEST_NAME) - 1, -1):
            if words[token].removesuffix("ا") not in self._lexicons.occasions:
                continue
            start = token + 1 + (words[token + 1] in self._small.source_link)
            fused = int(start == token + 1)
            if start >= end or (fused and not self._bears_particle(words[start])):
                return None
            found = self._phrases.after(start, end)
            whole = found is not None and (found.start, found.end) == (start, end)
            return (
                replace(found, fused=fused)
                if found and whole and self._phrases.names_party(found.start)
                else None
            )
        return None

    def _informing(self, cue: Cue, stop: int, sentence: Span) -> Phrase | None:
        """Return who tells the outlet that stands right behind a verb: «مصدر مطلع أبلغ «الغد» أن»."""
        place = self._body.outlets.get(cue.end)
        if place is None:
            return None
        named = place.end < stop and self._phrases.speaker_at(place.end)
        found = self._phrases.after(place.end, stop) if named else None
        # «أبلغت «الغد» مصادر مطلعة أن»
        return found or (None if cue.prefixed else self._earlier.before(cue, sentence))

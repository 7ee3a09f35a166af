"""Who acts in the clause that a cue without a subject goes on: «رفض سالم العرض وقال إن»."""

from msgspec.structs import replace

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.cue_words import CONJUNCTIONS, Family
from tawatur.attribution.frames.frame import Frame
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.parties.resolution import Resolver
from tawatur.attribution.speakers.addressees import Addressees
from tawatur.attribution.speakers.sources import NounPhrases, Phrase
from tawatur.attribution.speakers.speaker_words import PERSONAL
from tawatur.records.span import Span

# A sentence's verb, its adverb, and then who acts.
_FIRST_WORDS = 3
_LONGEST_ADVERBIAL = 40
_FARTHEST_PAPER = 14
_HEAD_AND_OBJECT = 2
_ADJECTIVAL = ("ه", "ي")


class Actors:
    """Finds those who act in one body."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, resolver: Resolver) -> None:
        self._body = body
        self._lexicons = lexicons
        self._resolver = resolver
        self._phrases = NounPhrases(body, lexicons)
        self._addressees = Addressees(body, lexicons, self._phrases)

    def first(self, sentence: Span, stop: int) -> Phrase | None:
        """Return the speaker behind the verb that begins a sentence, or the clause behind an adverbial."""
        words, small = self._body.words, self._lexicons.small
        start = self._behind_turn(sentence.start, stop)
        for token in range(start, min(start + _FIRST_WORDS, stop)):
            if words[token].removeprefix("و") in small.leading or words[token] in small.preposition:
                return self._behind_comma(token, stop)
            named = token > start and self._phrases.given_name_at(token)
            if named or words[token] in self._lexicons.speakers:
                return self._acting(token, stop)
            if token > start and (person := self._resolver.person_at(token)) is not None:
                return person
        return None

    def _acting(self, token: int, stop: int) -> Phrase:
        """Return the party a verb's subject names, without its object: «قدم المدير سالم الشكر»."""
        whole = self._phrases.compact(token, stop)
        if whole.end > token + 1 and self._phrases.adverbial(whole.end - 1):
            # «وجد سالم حرجا»
            return replace(whole, end=whole.end - 1)
        if self._body.words[token].removeprefix("ال") in self._lexicons.small.many:
            return self._phrases.party(token, stop)
        for end in range(whole.end, whole.start + 1, -1):
            cut = replace(whole, end=end)
            if self._resolver.named_before(cut):
                return cut
            if self._phrases.given_name_at(end - 1):
                break
        named = any(map(self._phrases.given_name_at, range(whole.start, whole.end)))
        return self._addressees.without(whole) if named else whole

    def _behind_turn(self, start: int, stop: int) -> int:
        """Step over what turns to another: «ومن جانبه»."""
        words, small = self._body.words, self._lexicons.small
        turn = start + (words[start] in small.turn_preposition)
        if turn < stop and words[turn] in small.connective:
            while turn < stop and (words[turn] in small.connective or words[turn] in COMMAS):
                turn += 1
            return turn
        return start

    def _behind_comma(self, start: int, stop: int) -> Phrase | None:
        """Return who acts in the main clause behind an adverbial: «عشية وصوله، سعى الوزير إلى»."""
        words, small = self._body.words, self._lexicons.small
        shut = (small.leading, small.preposition, small.relative, self._lexicons.speakers)
        for token in range(start, min(stop - 2, start + _LONGEST_ADVERBIAL)):
            if words[token] not in COMMAS or words[token + 2] not in self._lexicons.speakers:
                continue
            if not any(words[token + 1] in group for group in shut):
                return self._acting(token + 2, stop)
        return None

    def author(self, frame: Frame, sentence: Span) -> Phrase | None:
        """Return whose paper or speech it is in which something is said: «أصدر النادي بيانا قال فيه»."""
        words = self._body.words
        if frame.cue.family is not Family.VERB or words[frame.cue.end] not in self._lexicons.small.in_paper:
            return None
        first = max(sentence.start, frame.cue.opens - _FARTHEST_PAPER)
        for paper in range(frame.cue.opens - 1, first, -1):
            noun = words[paper].removesuffix("ا")
            if noun not in self._lexicons.occasions and noun[:1] == "ب":
                # «بدأ المدير بكلمة قال فيها»
                noun = noun[1:]
            if noun not in self._lexicons.occasions and self._phrases.group(paper) != "document":
                continue
            return self._giver(paper, frame.cue.opens) or self._issuer(first, paper)
        return None

    def _giver(self, paper: int, stop: int) -> Phrase | None:
        """Return the speaker named behind a speech: «كلمة لرئيس المجلس»."""
        words, speakers = self._body.words, self._lexicons.speakers
        if words[paper + 1][0] == "ل" and words[paper + 1] not in speakers and self._phrases.group(paper + 1):
            return replace(self._phrases.compact(paper + 1, stop), fused=1)
        return None

    def _issuer(self, first: int, paper: int) -> Phrase | None:
        """Return who acts before a paper in its clause."""
        words, small = self._body.words, self._lexicons.small
        issuer = None
        for token in range(first + 1, paper):
            clause = words[token - 1] in COMMAS and words[token][0] in CONJUNCTIONS
            if words[token] in small.complementizer or (clause and words[token] not in small.being):
                # «زار الفريق السد، وألقى المدير كلمة»
                issuer = None
            elif issuer is None and words[token - 1] not in small.preposition and self._party_at(token):
                issuer = token
        if issuer is None:
            return None
        # All that stands between is the name: «ألقى مدير جامعة الفجر للعلوم سالم علي كلمة».
        return self._phrases.after(issuer, paper)

    def _party_at(self, token: int) -> bool:
        """Tell whether a party is named at a word, by what it is or by a surname the text knows."""
        if self._body.words[token] in self._lexicons.speakers:
            return True
        return self._resolver.person_at(token) is not None

    def coordinated(self, frame: Frame, sentence: Span) -> Phrase | None:
        """Return who does one thing and says another: «رفض سالم العرض وقال إن»."""
        if frame.cue.opens == sentence.start:
            return None
        if frame.cue.prefixed and (named := self._named(sentence, frame.cue.opens)) is not None:
            return named
        if not frame.cue.prefixed and frame.cue.opens == frame.cue.start:
            return None
        actor = self.first(sentence, frame.cue.opens)
        if actor is None:
            return None
        if actor.end - actor.start == _HEAD_AND_OBJECT and self._object_at(actor.start + 1):
            actor = replace(actor, end=actor.start + 1)
        return actor if self._resolver.party(actor).agreement is frame.cue.agreement else None

    def beside(self, stop: int, sentence: Span) -> Phrase | None:
        """Return the person who does one thing right before he says another: «فرفضه سالم وقال»."""
        words, name = self._body.words, stop - 1
        if (
            name - 1 <= sentence.start
            or words[name - 2] not in COMMAS
            or words[name - 1][0] not in CONJUNCTIONS
        ):
            return None
        if words[name - 1] in self._lexicons.speakers or words[name - 1] in self._lexicons.small.preposition:
            return None
        return self._resolver.person_at(name)

    def _object_at(self, token: int) -> bool:
        """Tell whether a noun behind a subject is no adjective by its form: «زار المدير المصنع»."""
        word = self._body.words[token]
        # «المدير المهندس سالم»: an office or title goes on the name of who acts.
        personal = self._phrases.group(token) in PERSONAL
        return word.startswith("ال") and not word.endswith(_ADJECTIVAL) and not personal

    def _named(self, sentence: Span, stop: int) -> Phrase | None:
        """Return the person behind the verb that begins a sentence, whom the text names before in full."""
        for token in range(sentence.start + 1, min(sentence.start + _FIRST_WORDS, stop)):
            # «الشاعرة هدى سالم»: the bearer of the last name may be another.
            if self._phrases.given_name_at(token - 1):
                return None
            if (found := self._resolver.person_at(token)) is not None:
                return found
        return None

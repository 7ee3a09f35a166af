"""Which noun phrase before a reporting verb is its subject: «المتحدث أكد أن», «أما سالم فقال»."""

from msgspec.structs import replace

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.cue_words import CONJUNCTIONS, FOR_WHOM, Agreement
from tawatur.attribution.cues import Cue
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.speakers.sources import LONGEST_NAME, NounPhrases, Phrase
from tawatur.records.span import Span

# «المدير سالم الهادي (الذي أعلن ...)»
_ASIDE = ("(", "-")
# An unknown name before its verb has two words at most; more may be anything.
_LONGEST_UNKNOWN = 2
_LONGEST_TELLING = 8
# The endings of the sound plural, as no subject and as one.
_OBLIQUE = "ين"
_NOMINATIVE = "ون"
# What joins a verb to the topic before it.
_THEN = "ف"


class EarlierSubjects:
    """Finds the subjects that stand before one body's reporting verbs."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = phrases

    def before(self, cue: Cue, sentence: Span) -> Phrase | None:
        """Return the speaker before a verb: «المتحدث أكد أن», «المدير الذي أعلن أن»."""
        words = self._body.words
        if (earlier := self._once_before(cue, sentence)) is not None:
            return earlier
        end = cue.start
        while end > sentence.start and words[end - 1] in self._small.auxiliary:
            end -= 1
        if (
            end - 1 > sentence.start
            and words[end - 1] in self._small.parting
            and words[end - 2] not in COMMAS
        ):
            end -= 1
        relative = end > sentence.start and words[end - 1] in self._small.relative
        end -= relative
        comma = end > sentence.start and words[end - 1] in (*COMMAS, *_ASIDE)
        found = self._phrases.before(sentence.start, end - comma)
        if end < cue.start and words[sentence.start] in self._small.auxiliary and not relative:
            found = self._framed(sentence.start + 1, end) or found
        if found is None:
            return None
        if relative:
            agrees = words[end] in self._small.feminine_relative or cue.agreement is not Agreement.FEMININE
            return self._antecedent(found, words[end]) if agrees else None
        if self._phrases.names_party(found.start):
            return self._without_conjunction(found)
        if not comma and (within := self._indefinite(found)) is not None:
            return within
        return self._related(found, sentence) or (None if comma else self._unknown(found, sentence))

    def _indefinite(self, phrase: Phrase) -> Phrase | None:
        """Return an indefinite speaker whom a verb right behind describes: «بعد تقارير صحافية أفادت بأن»."""
        words = self._body.words
        for token in range(phrase.end - 1, phrase.start, -1):
            if words[token - 1] in self._small.leading:
                bare = not any(word.startswith("ال") for word in words[token : phrase.end])
                speaks = bare and self._phrases.group(token) is not None
                return replace(phrase, start=token) if speaks else None
        return None

    def telling(self, cue: Cue, sentence: Span) -> Phrase | None:
        """Return who stands right behind «أن» and before a verb that names whom he tells: «أن خبيرا أبلغ»."""
        words = self._body.words
        for start in range(cue.start - 1, max(sentence.start, cue.start - _LONGEST_TELLING), -1):
            if words[start - 1] in self._small.complementizer:
                found = self._phrases.before(start, cue.start)
                spoken = found is not None and found.start == start and self._phrases.names_party(found.start)
                return found if spoken else None
        return None

    def topic(self, cue: Cue, sentence: Span) -> Phrase | None:
        """Return of whom a sentence is said to speak: «أما الوزير سالم الهادي فقال»."""
        words, verb = self._body.words, cue.start
        # «أما الوزير فقد قال»
        verb -= words[verb][0] != _THEN and words[verb - 1] in self._small.auxiliary
        if words[verb][0] != _THEN:
            return None
        for token in range(verb - 2, max(sentence.start, verb - LONGEST_NAME) - 1, -1):
            if words[token] in self._small.topic and words[token] not in self._small.adversative:
                found = self._phrases.after(token + 1, verb - (words[verb - 1] in COMMAS))
                if found is None:
                    return None
                # «أما زفنيس فقال»: whatever short name the topic has, the verb is said of it.
                named = self._phrases.names_party(found.start) or self._short_topic(found, token + 1, verb)
                return found if named else None
        return None

    def _short_topic(self, phrase: Phrase, start: int, verb: int) -> bool:
        """Tell whether a name of a word or two is all that stands between a topic's particle and a verb."""
        word = self._body.words[start]
        if word.startswith("ال") or word in self._small.preposition or word in self._lexicons.content_nouns:
            # «أما الغاز الصخري فأوضح أن» is what he turns to.
            return False
        short = phrase.end - phrase.start <= _LONGEST_UNKNOWN and phrase.start == start
        return short and phrase.end >= verb - 1

    def _once_before(self, cue: Cue, sentence: Span) -> Phrase | None:
        """Return of whom it is said that he spoke once before: «سبق لسالم أن قال», «سبق للوزير وأن أكد»."""
        words, end = self._body.words, cue.start - 1
        if end <= sentence.start or words[end].removeprefix("و") not in self._small.complementizer:
            return None
        for token in range(end - 1, max(sentence.start, end - _LONGEST_TELLING), -1):
            if words[token - 1] in self._small.once and words[token][0] == "ل" and len(words[token]) > 1:
                found = self._phrases.after(token, end)
                return None if found is None or words[token] in FOR_WHOM else replace(found, fused=1)
        return None

    def _related(self, phrase: Phrase, sentence: Span) -> Phrase | None:
        """Return a speaker with the clause about him that ends in `phrase`: «سالم الذي زار الموقع، أكد»."""
        words = self._body.words
        end = phrase.start - 1
        if end <= sentence.start or words[end] not in self._small.relative:
            return None
        end -= words[end - 1] in COMMAS
        earlier = self._phrases.before(sentence.start, end)
        if earlier is None:
            return None
        led = earlier.start > sentence.start and words[earlier.start - 1] in self._small.connective
        if (
            not self._phrases.names_party(earlier.start)
            and not led
            and self._unknown(earlier, sentence) is None
        ):
            return None
        return self._without_conjunction(replace(earlier, end=phrase.end))

    def _framed(self, start: int, end: int) -> Phrase | None:
        """Return who stands between «كان» and «قد», whatever is told of him in between."""
        found = self._phrases.after(start, end)
        return found if found is not None and self._phrases.speaker_at(found.start) else None

    def _unknown(self, phrase: Phrase, sentence: Span) -> Phrase | None:
        """Return a short phrase that no list knows where its place or its article shows a name."""
        words = self._body.words
        if phrase.end - phrase.start > _LONGEST_UNKNOWN or words[phrase.start] in self._small.adjunct:
            return None
        led = (self._small.complementizer, self._small.topic)
        if phrase.start > sentence.start and any(words[phrase.start - 1] in particles for particles in led):
            return phrase
        return phrase if words[phrase.start].startswith(("ال", '"')) else None

    def _antecedent(self, phrase: Phrase, relative: str) -> Phrase | None:
        """Return the speaker in whose relative clause a verb stands, without what precedes him."""
        words, small = self._body.words, self._small
        start = phrase.start
        for token in range(phrase.start, phrase.end):
            adverb = words[token] in small.adjunct and words[token] not in small.leading
            if adverb and self._phrases.ends_at(token, phrase.start):
                start = token + 1
        speakers = [token for token in range(start, phrase.end) if self._heads(token, phrase)]
        agreeing = [token for token in speakers if self._agrees(token, relative)]
        governed = [token for token in agreeing if token > start and words[token - 1] in small.preposition]
        free = [token for token in agreeing if token not in governed]
        named = [token for token in range(start, phrase.end) if self._phrases.given_name_at(token)]
        found = next(iter(free or named or governed), None)
        return None if found is None else self._without_conjunction(replace(phrase, start=found))

    def _without_conjunction(self, phrase: Phrase) -> Phrase:
        """Leave out the letter that joins a speaker to what precedes him: «ووزارة»."""
        word, speakers = self._body.words[phrase.start], self._lexicons.speakers
        joined = word[0] in CONJUNCTIONS and word not in speakers and word[1:] in speakers
        return replace(phrase, fused=1) if joined and phrase.start not in self._body.outlets else phrase

    def _heads(self, token: int, phrase: Phrase) -> bool:
        partitive = self._body.words[token] in self._small.partitive and token + 1 < phrase.end
        return self._phrases.speaker_at(token) and not partitive

    def _agrees(self, token: int, relative: str) -> bool:
        """Tell whether a noun has the number that a relative word shows: «حراس ... الذين»."""
        word = self._body.words[token].removeprefix("ال")
        plural = word.endswith((_NOMINATIVE, _OBLIQUE)) or word in self._small.crowd
        return plural or not relative.endswith(_OBLIQUE)

"""Who acts in the clause nearest before a cue that names nobody and agrees with no speaker before it."""

from msgspec.structs import replace

from tawatur.attribution.body import Body
from tawatur.attribution.cue_words import Agreement
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.parties.resolution import Resolver
from tawatur.attribution.speakers.kinds import Kinds
from tawatur.attribution.speakers.sources import NounPhrases, Phrase
from tawatur.attribution.speakers.speaker_words import PERSONAL

_FARTHEST = 60
_SHORTEST_NOMINATIVE = 5
_SHORTEST_VERB = 3
_SHORTEST_PRESENT = 4


class Acting:
    """Finds the subjects of the clauses of one body by what shows them to be subjects."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, resolver: Resolver) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = NounPhrases(body, lexicons)
        self._resolver = resolver
        self._kinds = Kinds(body, lexicons, self._phrases)

    def nearest(self, start: int, stop: int, wanted: Agreement) -> Phrase | None:
        """Return the last subject between two tokens that agrees with a verb or participle behind it."""
        for token in range(stop - 1, max(start, stop - _FARTHEST) - 1, -1):
            found = self._named_at(token, start, stop)
            if found is not None and self._agreement(found, start) is wanted:
                return found
        return None

    def _agreement(self, subject: Phrase, start: int) -> Agreement | None:
        """Return what a subject's verb shows of it, `None` where the two differ: «زارت الوزير»."""
        shown, verb = self._kinds.agreement(subject), subject.start - 1
        if verb < start or not self._verb_at(verb, start) or shown is Agreement.PLURAL:
            return shown
        word = self._body.words[verb]
        if word[0] == "ي" and word[-1] != "ت":
            return None if shown is Agreement.FEMININE else shown
        if word[-1] != "ت" or shown is Agreement.FEMININE:
            return shown
        # A woman's name need not show it: «زارت هدى المصنع».
        named = self._phrases.group(subject.start) is None
        return Agreement.FEMININE if named else None

    def likeliest(self, start: int, stop: int, wanted: Agreement) -> Phrase | None:
        """Return the last person between two tokens who agrees, whatever shows him to act."""
        for token in range(stop - 1, max(start, stop - _FARTHEST) - 1, -1):
            governed = token > start and self._body.words[token - 1] in self._small.preposition
            if governed or self._phrases.group(token) not in PERSONAL:
                continue
            found = self._phrases.party(token, stop)
            if self._kinds.agreement(found) is wanted:
                return replace(found, fused=int(self._particle_on(self._body.words[token])))
        return None

    def contrasted(self, start: int, stop: int, wanted: Agreement) -> Phrase | None:
        """Return who acts in the clause that turns from one party to another: «فيما رفض سالم العرض وقال»."""
        words = self._body.words
        for token in range(stop - 2, max(start, stop - _FARTHEST) - 1, -1):
            if words[token] in self._small.contrasting:
                found = self._named_at(token + 2, token + 1, stop)
                return found if found is not None and self._kinds.agreement(found) is wanted else None
        return None

    def _named_at(self, token: int, start: int, stop: int) -> Phrase | None:
        """Return the party at a word if it is the subject of its clause."""
        word = self._body.words[token]
        if word in self._small.preposition or word in self._small.leading:
            # «أمام» is no إمام.
            return None
        if not (self._nominative(token) or self._governed(token, start)):
            return None
        if word in self._lexicons.speakers or self._phrases.construct_plural(token):
            return self._phrases.party(token, stop)
        return self._resolver.person_at(token)

    def _nominative(self, token: int) -> bool:
        """Tell whether a noun shows by its ending that it is no object: «المعارضون», «معارضو الخطة»."""
        word = self._body.words[token]
        if len(word) < _SHORTEST_NOMINATIVE:
            return False
        return word.endswith("ون") or self._phrases.construct_plural(token)

    def _governed(self, token: int, start: int) -> bool:
        """Tell whether «أن» or a verb stands right before a noun: «أن المدير», «رفضت الوزارة»."""
        if token == start:
            return True
        before = self._body.words[token - 1]
        return before in self._small.complementizer or self._verb_at(token - 1, start)

    def _verb_at(self, token: int, start: int) -> bool:
        """Tell whether a word is a verb by its form, or by its place where a clause begins."""
        word = self._body.words[token]
        if not word.isalpha() or word.startswith("ال") or word in self._lexicons.speakers:
            return False
        if self._particle(word) or self._phrases.adverbial(token):
            return False
        if len(word) > _SHORTEST_VERB and word[-1] == "ت" and word[-2] != "ا":
            return True
        if word[0] == "ي" and len(word) >= _SHORTEST_PRESENT:
            return True
        return token == start or self._body.words[token - 1] in self._small.connective

    def _particle(self, word: str) -> bool:
        """Tell whether a word governs or is an adverb, with or without «و»: «وحول», «وخلال»."""
        bare = word.removeprefix("و")
        return any(
            one in group for one in (word, bare) for group in (self._small.preposition, self._small.adjunct)
        )

    def _particle_on(self, word: str) -> bool:
        """Tell whether a particle is written onto a speaker's noun: «مقال للكاتب»."""
        return word not in self._lexicons.speakers and (
            word.startswith("لل") or word[1:] in self._lexicons.speakers
        )

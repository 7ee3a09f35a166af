"""Where a name is complete: before another party, an object, a number; where a comma leaves it open."""

from tawatur.attribution.body import COMMAS
from tawatur.attribution.cue_words import PRONOUNS
from tawatur.attribution.speakers.speaker_words import ARTICLES, DEFINITE, IMPERSONAL, PERSONAL, SpeakerWords

_SHORTEST_BEARING = 5
# «، وهو أحد أعضاء لجنة السدود في الوادي،»
_LONGEST_DESCRIPTION = 14
_SHORTEST_INDEFINITE = 4
_SHORTEST_STEM = 3
_DOUBTFUL = "وبلفك"
_NOMINATIVE = "ون"
# «اللجنة المنظمة»: such a word may be an adjective.
_PARTICIPIAL = ("الم", "الحاكم", "العامل", "الجامع")
_PRONOUN_ENDS = frozenset(pronoun[-1] for pronoun in PRONOUNS)


class NameEnds(SpeakerWords):
    """Tells where the names of one body are over by what follows them."""

    def apart(self, token: int, start: int) -> bool:
        """Tell whether the word at `token` cannot go on the name begun at `start`."""
        word, before = self._body.words[token], self._body.words[token - 1]
        if before == ")":
            return self._new_noun(token)
        if word[:2] in ARTICLES:
            if word[0] == "ل":
                return self._person(start, token)
            return self._many_indefinite(start, token) or self._another_body(start, token)
        # The name of a state stands in construct with nothing: «واشنطن حق حليفتها».
        state = token == start + 1 and self.group(start) == "state"
        if (state and self._common(token)) or (word[-1] in _PRONOUN_ENDS and self._bears(token)):
            return True
        return before.startswith(DEFINITE) and self._counts_or_is_object(token, start)

    def _counts_or_is_object(self, token: int, start: int) -> bool:
        """Tell a number or an indefinite accusative behind a definite noun."""
        word, before = self._body.words[token], self._body.words[token - 1]
        if word[0].isdigit() and before[2:] not in self._small.moment:
            # «فريق الإحصاء بالمهرجان 1467 سيارة»
            return self.group(start) != "document"
        return word[-1] == "ا" and self._indefinite_object(token) and not self._indefinite_object(start)

    def _common(self, token: int) -> bool:
        """Tell a common noun without article or particle: one that opens contents, or known otherwise."""
        word = self._body.words[token]
        if not word.isalpha() or word.startswith(DEFINITE) or word[0] == "و":
            return False
        if word in self._small.preposition or self.given_name_at(token) or word in self._lexicons.cues:
            return False
        return word in self._lexicons.content_nouns or word in self._lexicons.speakers

    def _new_noun(self, token: int) -> bool:
        """Tell whether a noun begins behind a bracket, which only follows what is complete."""
        word = self._body.words[token]
        if not word.isalpha() or word.startswith((*ARTICLES, "وال")) or word[0] in "وبلف":
            return False
        if word in self._small.preposition or word in self._small.name_part or self.given_name_at(token):
            return False
        return self.group(token) not in PERSONAL

    def _indefinite_object(self, token: int) -> bool:
        """Tell whether a known noun bears the ending of the indefinite accusative: «نصا», «بيانا»."""
        word = self._body.words[token]
        if not word.endswith("ا") or len(word) < _SHORTEST_INDEFINITE or word in self._lexicons.speakers:
            return False
        stem = word[:-1]
        known = stem in self._lexicons.speakers or stem in self._lexicons.content_nouns
        known = known or stem in self._lexicons.occasions
        return known and not self.given_name_at(token) and word not in self._small.adjunct

    def _bears(self, token: int) -> bool:
        """Tell whether a noun bears a pronoun, so that it is somebody's and no name: «كلمته»."""
        word = self._body.words[token]
        if len(word) < _SHORTEST_BEARING or word.startswith(ARTICLES) or word in self._small.same:
            return False
        pronoun = next((ending for ending in PRONOUNS if word.endswith(ending)), None)
        if pronoun is None or (pronoun == "ه" and self._body.last_letter(token) != "ه"):
            return False
        stem = word[: -len(pronoun)]
        if len(stem) < _SHORTEST_STEM or self.given_name_at(token) or self.group(token) == "title":
            return False
        nouns = self._lexicons.content_nouns
        known = stem in nouns or word in nouns or word in self._lexicons.occasions
        if self._body.words[token - 1].startswith("ال"):
            return known or word[0] not in _DOUBTFUL
        # «زويل سيرته», but «توتاه»: a foreign name may end so.
        if self.group(token - 1) in ("body", "state"):
            return known
        return self._named_before(token) and (known or stem.endswith("ت"))

    def _person(self, start: int, token: int) -> bool:
        """Tell whether a personal name is over before `token`, which takes no «للحكومة»."""
        words = self._body.words
        if token == start + 1:
            # A surname alone.
            plural = words[start].endswith(("ين", "ون", "ات")) or self._body.last_letter(start) == "ة"
            return words[start].startswith("ال") and self.group(start) is None and not plural
        impersonal = any(self.group(place) in IMPERSONAL for place in range(start, token))
        if impersonal or not self._named_before(token):
            return False
        first = next((place for place in range(start, token) if self.given_name_at(place)), token)
        return first < token and all(words[place].startswith("ال") for place in range(start, first))

    def _named_before(self, token: int) -> bool:
        """Tell whether a given name stands before `token`, or one with its family name."""
        if self.given_name_at(token - 1):
            return True
        return token > 1 and self.given_name_at(token - 2) and self.group(token - 1) is None

    def _many_indefinite(self, start: int, token: int) -> bool:
        """Tell whether a definite noun follows plurals that govern nothing: «نواب محافظون الرئيس»."""
        words = self._body.words
        if not words[token - 1].endswith(_NOMINATIVE):
            return False
        if words[token - 1].startswith("ال") or self.group(start) != "role":
            return False
        plural = words[start].endswith(_NOMINATIVE) or words[start] in self._small.crowd
        return plural and all(words[place].endswith(_NOMINATIVE) for place in range(start + 1, token))

    def _another_body(self, start: int, token: int) -> bool:
        """Tell whether a body follows a definite noun that cannot govern it: «وزير الدفاع البرلمان»."""
        word, first = self._body.words[token], self._body.words[start]
        if (
            self._lexicons.speakers.get(word) != "body"
            or word.endswith("يه")
            or word.startswith(_PARTICIPIAL)
        ):
            return False
        heads = self.group(start) in PERSONAL or (
            token == start + 1 and self.group(start) in ("body", "state")
        )
        before = self._body.words[token - 1]
        whole = before.startswith("ال") and first not in self._small.partitive
        # «المتحدث الهيئة»: what he speaks for is only written badly.
        return heads and whole and before.removeprefix("ال") not in self._small.spokesman

    def _content_noun(self, token: int) -> bool:
        """Tell a noun that opens contents and heads no speaker: «مصادر، توصل اللجنة إلى اتفاق،»."""
        word = self._body.words[token]
        return word in self._lexicons.content_nouns and word not in self._lexicons.speakers

    def _being(self, token: int, stop: int) -> bool:
        """Tell whether a description of the one named follows a comma and is closed: «، وهو طبيب، أن»."""
        words = self._body.words
        if token >= stop or words[token] not in self._small.being:
            return False
        closing = (*COMMAS, ":")
        return any(word in closing for word in words[token : min(stop + 1, token + _LONGEST_DESCRIPTION)])

    def _given_name_apart(self, token: int) -> bool:
        """Tell علي from على behind a comma: «السفير، علي الهادي، أن»."""
        named = self._body.words[token] in self._lexicons.given_names
        return named and self._body.last_letter(token) != "ى" and self._body.words[token + 1].startswith("ال")

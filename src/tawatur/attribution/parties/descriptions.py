"""How the running text describes a party: a noun with what belongs to it, where no cue bounds it."""

from collections.abc import Iterable

from tawatur.attribution.body import Body
from tawatur.attribution.cue_words import PRONOUNS
from tawatur.attribution.lexicon import AttributionLexicons, uncommon
from tawatur.attribution.speakers.sources import NounPhrases, Phrase

_LONGEST = 28
_SHORT_QUOTATION = 6
_IMPERSONAL = ("body", "document", "outlet", "press")
# What verbs and words with a particle begin with.
_VERBAL = "يتوفبلس"
_PARTICLES = ("", "ب", "ل", "و")


class Descriptions:
    """Reads the descriptions of one body."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases) -> None:
        self._body = body
        self._small = lexicons.small
        self._phrases = phrases
        self._matter = {
            "document": self._small.document_matter,
            "office": self._small.office_matter,
            "role": self._small.role_whole,
        }

    def headed(self, head: int) -> Phrase:
        """Return what a noun heads: with what is joined to it, its place, its matter."""
        words, group = self._body.words, self._phrases.group(head)
        governing = self._matter.get(group or "", frozenset())
        end = self._compact_end(head)
        while end - head < _LONGEST:
            further = self._further(group, end)
            if further <= end < len(words) - 1 and words[end] in governing:
                governing = frozenset()
                further = self._governed_end(end + 1)
            if further <= end:
                break
            end = further
        while end > head + 1 and (
            words[end - 1] in self._small.in_the_name or words[end - 1] in self._small.preposition
        ):
            end -= 1
        return Phrase(start=head, end=self._unnamed(head, end))

    def _further(self, group: str | None, end: int) -> int:
        """Return how far a description goes on behind `end`, `end` where it is over."""
        words = self._body.words
        if end >= len(words) - 1 or self._phrases.relays_at(end):
            return end
        if words[end - 1] in self._small.in_the_name:
            return self._governed_end(end)
        if words[end] in ('"', "("):
            return self._over_marks(end)
        if words[end][0] in "بل" and self._seat(end):
            return self._compact_end(end)
        if self._leads_on(group, end):
            return self._compact_end(end + 1)
        return end + self._proper_at(end)

    def _leads_on(self, group: str | None, token: int) -> bool:
        """Tell whether a place or the maker of a paper follows: «في منطقة ...», «أصدرته الوزارة»."""
        if group == "document":
            made = self._body.words[token] in self._small.attributive
            return made and self._phrases.speaker_at(token + 1)
        return self._body.words[token] == "في" and self._place_at(token + 1, group)

    def _place_at(self, token: int, group: str | None) -> bool:
        word = self._body.words[token]
        if word.startswith("ال") and word[2:] in self._small.locative:
            # «في المنطقة» tells nothing apart.
            return False
        known = word in self._small.locative or self._phrases.group(token) == "state"
        return known or (group == "office" and word.isalpha() and uncommon(word))

    def _proper_at(self, token: int) -> bool:
        """Tell whether a name no list knows goes on a construct: «شرطة سانت ...», «أمير منطقة ...»."""
        word, before = self._body.words[token], self._body.words[token - 1]
        if before.startswith("ال") or not word.isalpha() or self._phrases.ends_at(token, token - 1):
            return False
        if before in self._small.locative and word not in self._small.preposition:
            return True
        verbal = word[0] in _VERBAL or word.endswith("ت") or self._phrases.adverbial(token)
        return not verbal and uncommon(word)

    def _governed_end(self, token: int) -> int:
        if self._phrases.ends_at(token, token) or not self._body.words[token][0].isalpha():
            return -1
        return self._compact_end(token)

    def _seat(self, token: int) -> bool:
        """Tell whether a body or place follows that a description belongs to: «بوزارة», «بالمنطقة»."""
        bare = self._body.words[token][1:]
        if bare in self._small.leading_hand or self._phrases.ends_at(token, token):
            return False
        return (
            bare in self._small.locative
            or bare in self._small.office_purpose
            or self._phrases.group(token) in ("body", "title")
        )

    def _compact_end(self, token: int) -> int:
        return self._phrases.compact(token, len(self._body.words)).end

    def _over_marks(self, token: int) -> int:
        """Return where a short quotation or bracket that opens at `token` is over."""
        words = self._body.words
        if words[token] == '"':
            close = self._body.closing.get(token, -1)
            clause = not self._small.complementizer.isdisjoint(words[token : max(close, token)])
            return close + 1 if 0 < close - token <= _SHORT_QUOTATION and not clause else token
        for later in range(token + 1, min(token + _SHORT_QUOTATION, len(words))):
            if words[later] == ")":
                return later + 1
        return token

    def _unnamed(self, head: int, end: int) -> int:
        """Cut off the person who stands behind a body's or paper's name by chance."""
        words = self._body.words
        if self._phrases.group(head) not in _IMPERSONAL:
            return end
        for token in range(head + 1, end):
            person = self._phrases.given_name_at(token) or self._phrases.group(token) == "title"
            apart = words[token - 1].startswith(("ال", "لل"))
            if person and apart and self._phrases.group(token - 1) not in ("title", "office"):
                return token
        return end


def spellings(noun: str) -> Iterable[str]:
    """Return how the text may write a noun without its article: with a particle, an ending, a pronoun.

    >>> "ببيانها" in spellings("بيان"), "رسالته" in spellings("رساله")
    (True, True)
    """
    stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
    plural = noun[:-2] + "ين" if noun.endswith("ون") else noun
    endings = (noun, plural, noun + "ا", *(stem + pronoun for pronoun in PRONOUNS))
    return [particle + ending for ending in dict.fromkeys(endings) for particle in _PARTICLES]

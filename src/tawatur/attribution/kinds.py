"""What sort of party a mention speaks of, and whether a cue can agree with it."""

from tawatur.attribution.body import Body
from tawatur.attribution.lexicon import Agreement, AttributionLexicons
from tawatur.attribution.sources import NounPhrases, Phrase
from tawatur.records.attribution import SourceKind



class Kinds:
    """Tells the kind and agreement of phrases in one body."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases) -> None:
        self._body = body
        self._lexicons = lexicons
        self._phrases = phrases

    def kind(self, phrase: Phrase) -> SourceKind | None:
        """Return the kind a phrase shows by itself, `None` where only a fuller mention can tell."""
        first = phrase.start
        while first < phrase.end - 1 and self._body.words[first] == '"':
            first += 1
        if first in self._body.outlets or phrase.start in self._body.outlets:
            return SourceKind.OUTLET
        group = self._phrases.group(first)
        if group is None:
            return None
        if group == "role":
            return SourceKind.PERSON if self.named(phrase) else SourceKind.UNNAMED
        return self._lexicons.kinds[group]

    def named(self, phrase: Phrase) -> bool:
        """Tell whether a described person is also named."""
        words, lexicons = self._body.words, self._lexicons
        definite = words[phrase.start].startswith("ال")
        for token in range(phrase.start + 1, phrase.end):
            word = words[token]
            if word in lexicons.given_names or self._lexicons.speakers.get(word) == "title":
                return True
            if word in lexicons.small.preposition:
                definite = False
            elif definite and word.isalpha() and not word.startswith(("ال", "لل", "ب", "ل", "و")):
                return True
        return False

    def agreement(self, phrase: Phrase) -> Agreement:
        """Return what a verb shows that stands behind the party."""
        body = self._body
        head = phrase.start
        while head < phrase.end - 1 and not body.words[head][0].isalnum():
            head += 1
        word = body.words[head]
        plain = word[2:] if word.startswith("ال") else word
        if plain in self._lexicons.small.crowd or word.endswith("ون") and len(word) > 5:
            return Agreement.PLURAL
        if body.last_letter(head) == "ة" or word.endswith("ات") or plain in self._lexicons.small.broken_plural:
            return Agreement.FEMININE
        if self._lexicons.speakers.get(word) == "state":
            return Agreement.FEMININE
        return Agreement.MASCULINE

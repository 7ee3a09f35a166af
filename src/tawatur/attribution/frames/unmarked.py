"""Where a source that leads a sentence ends and its content begins, though no mark parts them."""

from msgspec.structs import replace

from tawatur.attribution.body import Body
from tawatur.attribution.cue_words import PRONOUNS
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.speakers.sources import NounPhrases, Phrase
from tawatur.attribution.speakers.speaker_words import ARTICLES, DEFINITE, PERSONAL

_FUTURE = ("سي", "ست")
# A word that begins so may bear a particle and still belong to the name.
_PARTICLES = "وفبلك"
_PRESENT = "تي"


class UnmarkedClauses:
    """Parts sources from the clauses behind them in one body."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases) -> None:
        self._body = body
        self._small = lexicons.small
        self._phrases = phrases

    def before_clause(self, source: Phrase, stop: int) -> Phrase:
        """Let a source reach to «فإن», or cut off the clause behind it: «وفقا للمعلومات واصلت الشركة»."""
        for token in range(source.start + 1, stop):
            if self._body.words[token] in self._small.consequence:
                return replace(source, end=token)
        for token in range(source.start + 1, source.end):
            if self._body.words[token] in self._small.relative:
                return source
            if self._clause_at(token):
                return replace(source, end=token)
        return source

    def goes_on(self, phrase: Phrase) -> bool:
        """Tell whether a clause goes on inside what was taken for a name: «قيادة النادي تجسد حرصها»."""
        words = self._body.words
        return any(
            words[token][0] in _PRESENT and self._clause_at(token)
            for token in range(phrase.start + 1, phrase.end)
        )

    def _clause_at(self, token: int) -> bool:
        """Tell whether a word begins a clause: an auxiliary, a future, or what no name goes on with."""
        word, before = self._body.words[token], self._body.words[token - 1]
        if word in self._small.auxiliary:
            return True
        if word.startswith(_FUTURE) and before.endswith(PRONOUNS):
            return True
        return self._complete(token) and not self._continues(token)

    def _complete(self, token: int) -> bool:
        """Tell whether the word before `token` is definite and no title, so that a name may be over."""
        before = self._body.words[token - 1]
        if self._phrases.group(token - 1) in PERSONAL or before in self._small.name_part:
            return False
        return before.startswith(ARTICLES) or before in self._small.same or token - 1 in self._body.closed

    def _continues(self, token: int) -> bool:
        """Tell whether a word may go on a definite name; one without the article is rather a verb."""
        word = self._body.words[token]
        if not word[0].isalpha() or word.startswith(DEFINITE):
            return True
        if word in self._small.preposition or word in self._small.name_part:
            return True
        if self._phrases.names_party(token):
            return True
        return word[0] in _PARTICLES and not (word.endswith("ت") and not word.endswith("ات"))

"""Where the content of a reporting verb begins: a clause, a quotation, a noun phrase."""

from dataclasses import dataclass
from enum import StrEnum

from tawatur.attribution.body import Body
from tawatur.attribution.cues import Cue
from tawatur.attribution.lexicon import AttributionLexicons, CueWord, Family
from tawatur.attribution.sources import NounPhrases

# A source with its adjuncts is never longer in the gold (61 words at most).
_REACH = 70
_SHORT_QUOTATION = 5
_BARE_PREPOSITIONS = frozenset({"الي", "علي", "عن", "من", "في"})
_SAYING = frozenset({"قائلا", "قائله", "قائلين", "قايلا", "قايله", "قايلين", "بقوله", "بقولها", "بقولهم", "بالقول", "قوله", "قولها", "قولهم"})
_COMMAS = ("،", ",")
_FUTURE = ("سي", "ست", "سن", "سا")


class Construction(StrEnum):
    """How a cue takes its content; the second part of an attribution's licence."""

    THAT = "that-clause"
    QUOTE = "quotation"
    PREPOSITION = "prepositional"
    OBJECT = "object"
    BARE = "bare-clause"
    BEFORE = "content-before"
    OWN_WORDS = "own-words"
    SOURCE_FIRST = "source-first"
    POINTING_BACK = "pointing-back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The place where a content opens: the introducing words from `start`, the content from `content`."""

    construction: Construction
    start: int
    content: int


class Openings:
    """Looks for the openings of one body's cues."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases) -> None:
        self._body = body
        self._lexicons = lexicons
        self._phrases = phrases

    def find(self, cue: Cue, stop: int) -> Opening | None:
        """Return the opening of a verb's content before `stop`."""
        word = cue.word
        assert word is not None
        body = self._body
        stop = min(stop, cue.end + _REACH)
        tentative: Opening | None = None
        related = False
        token = cue.end
        while token < stop:
            text = body.words[token]
            if text == ":" and not self._clock(token) and body.words[token - 1] not in self._lexicons.titled and self._takes(word, "quote"):
                return self._colon(token, stop)
            if text == '"':
                opening, token = self._quotation(word, token, stop)
                if opening is not None:
                    return opening
                continue
            if text == "(" and token > cue.start and body.words[token - 1] in _SAYING | {body.words[cue.start]} and self._takes(word, "quote"):
                return Opening(construction=Construction.QUOTE, start=token, content=token)
            if text in self._lexicons.complementizers and self._takes(word, "that", "quote", "accuse", "describe"):
                if token == cue.end or not self._governed(token):
                    return self._clause(word, cue, token, tentative)
            if text == "؛" and token + 1 < stop and body.words[token + 1] in self._lexicons.complementizers:
                token += 1
                continue
            if text in ("؛", "؟", "!") or (text == "." and len(body.words[token - 1]) > 1) or (token > cue.end and text in _CIRCUMSTANTIAL and (tentative is not None or text != "حيث")):
                break
            related = related or (text in self._lexicons.relatives and token > cue.end)
            tentative = tentative or (None if related else self._nominal(word, cue, token, stop))
            if tentative is not None and tentative.construction is Construction.OBJECT and not self._speaks(tentative, cue):
                return tentative
            token += 1
        return tentative or self._adjacent(word, cue, stop)

    def _takes(self, word: CueWord, *constructions: str) -> bool:
        return any(construction in word.governs for construction in constructions)

    def _clock(self, token: int) -> bool:
        words = self._body.words
        return 0 < token < len(words) - 1 and words[token - 1].isdigit() and words[token + 1].isdigit()

    def _colon(self, token: int, stop: int) -> Opening | None:
        content = token + 1
        if content < stop and self._body.words[content] in self._lexicons.complementizers:
            content += 1
        if content >= stop:
            return None
        return Opening(construction=Construction.QUOTE, start=token, content=content)

    def _quotation(self, word: CueWord, token: int, stop: int) -> tuple[Opening | None, int]:
        """Take a quotation for the content, or step over it where it is a name."""
        body = self._body
        close = body.closing.get(token)
        if close is None:
            forward = token + 1 < stop and stop - token > _SHORT_QUOTATION
            if forward and self._takes(word, "quote", "that") and body.quotation[token] < 0:
                return Opening(construction=Construction.QUOTE, start=token, content=token), token
            return None, token + 1
        titled = token > 0 and body.words[token - 1] in self._lexicons.titled
        titled = titled or (body.words[token - 1] == ":" and body.words[token - 2] in self._lexicons.titled)
        name = titled or token in body.outlets or token + 1 in body.outlets or close - token - 1 < _SHORT_QUOTATION
        if not name and self._takes(word, "quote", "that"):
            return Opening(construction=Construction.QUOTE, start=token, content=token), token
        return None, min(close + 1, stop)

    def _governed(self, token: int) -> bool:
        """Tell whether أن at `token` opens the clause of a word that is no speech: «بعد أن», «يمكن أن»."""
        return self._body.words[token - 1] in self._lexicons.governors

    def _clause(self, word: CueWord, cue: Cue, token: int, tentative: Opening | None) -> Opening:
        before = self._body.words[token - 1]
        start = token - 1 if before in _BARE_PREPOSITIONS and token - 1 >= cue.end else token
        if tentative is not None and not self._speaks(tentative, cue) and (tentative.construction is Construction.OBJECT or self._settled(word, cue, tentative, before)):
            return tentative
        return Opening(construction=Construction.THAT, start=start, content=token + 1)

    def _speaks(self, tentative: Opening, cue: Cue) -> bool:
        """Tell whether a noun right behind the verb may rather be its subject: «أكدت صحة الشرقية أن»."""
        return tentative.start == cue.end and self._body.words[cue.end] in self._lexicons.speakers

    def _settled(self, word: CueWord, cue: Cue, tentative: Opening, before: str) -> bool:
        """Tell whether a noun phrase found first is the content although أن follows: «على أهمية أن»."""
        following = self._body.words[tentative.content]
        if tentative.start == cue.end or self._content_noun(following):
            return True
        introduced = self._body.words[tentative.start]
        if introduced in _BARE_PREPOSITIONS:
            return introduced != before and not self._plain_that(word)
        return False

    def _plain_that(self, word: CueWord) -> bool:
        return not word.prepositions or "object" in word.governs

    def _content_noun(self, text: str) -> bool:
        nouns = self._lexicons.content_nouns
        return text in nouns or (text[0] in "بلو" and (text[1:] in nouns or "ا" + text[1:] in nouns))

    def _nominal(self, word: CueWord, cue: Cue, token: int, stop: int) -> Opening | None:
        """Return a noun phrase that begins at `token` and may be the content."""
        body = self._body
        text = body.words[token]
        following = body.words[token + 1] if token + 1 < stop else ""
        if text in word.prepositions and len(text) > 1:
            if not following or following in self._lexicons.complementizers:
                return None
            if self._lexicons.adjuncts.isdisjoint((following,)) or following not in self._lexicons.occasions:
                return Opening(construction=Construction.PREPOSITION, start=token, content=token + 1)
            return None
        particle = text[0]
        if len(text) > 3 and particle in word.prepositions and text not in self._lexicons.complementizers:
            if text not in self._lexicons.adjuncts and (self._content_noun(text) or self._closes(token, cue, particle)):
                return Opening(construction=Construction.PREPOSITION, start=token, content=token)
        if self._takes(word, "object") and self._object(token, cue):
            return Opening(construction=Construction.OBJECT, start=token, content=token)
        return None

    def _closes(self, token: int, cue: Cue, particle: str) -> bool:
        """Tell whether a word with ب or ل behind a source is the content, no part of the name («بمنطقة»)."""
        if token == cue.end:
            return True
        if particle == "ل":
            return False
        rest = self._body.words[token][1:]
        if rest in self._lexicons.speakers or rest in self._lexicons.locatives or "ال" + rest in self._lexicons.locatives:
            return False
        return rest.startswith("ال") or rest in _DEMONSTRATIVES or self._body.words[token - 1].startswith("ال")

    def _object(self, token: int, cue: Cue) -> bool:
        body = self._body
        text = body.words[token]
        nouns = self._lexicons.content_nouns
        noun = text in nouns or (text.endswith("ا") and text[:-1] in nouns) or self._with_pronoun(token)
        if not noun or text in self._lexicons.adjuncts:
            return False
        if token == cue.end:
            return text not in self._lexicons.speakers
        before = body.words[token - 1]
        if before in _BARE_PREPOSITIONS or before in ("و", "او", "بن", "ال", "ابو", "عبد"):
            return False
        head = self._phrases.group(token - 1)
        return head is None or before.startswith("ال") or before in self._lexicons.content_nouns or head in ("title", "state")

    def _with_pronoun(self, token: int) -> bool:
        """Tell whether a noun bears a pronoun, as published: وفاته, never منطقة."""
        text = self._body.words[token]
        if len(text) < 5 or text[0] in "ابلوفكن":
            return False
        for pronoun in ("ها", "هم", "ه"):
            if text.endswith(pronoun):
                stem = text[: -len(pronoun)]
                bears = pronoun != "ه" or self._body.last_letter(token) == "ه"
                return bears and len(stem) > 2 and stem not in self._lexicons.speakers
        return False

    def _adjacent(self, word: CueWord, cue: Cue, stop: int) -> Opening | None:
        """Take what stands right behind a cue without introduction: an object, a bare clause."""
        if cue.end >= stop:
            return None
        text = self._body.words[cue.end]
        if not (text[0].isalnum() or text == '"') or text in _BARE_PREPOSITIONS:
            return None
        if text in self._lexicons.adjuncts and text != "ذلك":
            return None
        if text in self._lexicons.boundaries:
            return None
        opening = Opening(construction=Construction.OBJECT, start=cue.end, content=cue.end)
        if word.family in (Family.PARTICIPLE, Family.MASDAR):
            fits = self._takes(word, "object", "accuse", "describe", "blame") or bool(word.prepositions - {"ب", "ل"}) is False
            return opening if fits and not word.ambiguous else None
        if self._takes(word, "bare") and (text.startswith(_FUTURE) and len(text) > 3 or text in ("تم", "سوف", "هناك", "لا", "لم", "ان")):
            return Opening(construction=Construction.BARE, start=cue.end, content=cue.end)
        return None


_CIRCUMSTANTIAL = frozenset({"حيث", "بينما", "فيما", "لكن", "ولكن", "لانه", "لان", "غير", "بيد", "اذ"})
_DEMONSTRATIVES = frozenset({"هذا", "هذه", "ذلك", "تلك", "كل", "جميع", "ما"})

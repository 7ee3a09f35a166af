"""The noun phrase that names a source: behind its verb, before it, or behind a preposition."""

from dataclasses import dataclass

from tawatur.attribution.body import Body
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.records.span import Span

# Longer than any title with its holder in the gold of 2015 (22 words).
LONGEST_NAME = 32
_LONGEST_APPOSITION = 14
_SHORT_QUOTATION = 6
_LONGEST_CORE = 8
_OCCASION_PREPOSITIONS = frozenset({"في", "خلال", "عبر", "عقب", "اثناء", "علي", "بعد", "قبل", "ب"})
_TRAILING = frozenset("،,؛:.-()\"'") | {"و", "ل", "في", "من", "علي", "عن", "الي"}
_OPEN = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase's tokens; `fused` letters of the first one are a particle, no part of the name."""

    start: int
    end: int
    fused: int = 0

    def span(self, body: Body) -> Span:
        """Return its stretch of the body."""
        whole = body.span(self.start, self.end)
        return Span(whole.start + self.fused, whole.end)


class NounPhrases:
    """Reads noun phrases of one body."""

    def __init__(self, body: Body, lexicons: AttributionLexicons) -> None:
        self._body = body
        self._lexicons = lexicons

    def after(self, start: int, stop: int) -> Phrase | None:
        """Return the phrase that begins at `start`, up to `stop` at most."""
        body = self._body
        stop = min(stop, start + LONGEST_NAME)
        token = end = self._outlet_end(start, stop)
        described = start < stop and self.group(start) not in (None, "outlet", "press")
        related = False
        while token < stop:
            word = body.words[token]
            if word == '"':
                close = body.closing.get(token, -1)
                if close < 0 or close >= stop or close - token > _SHORT_QUOTATION:
                    break
                token = end = close + 1
                if token < stop and not body.words[token].startswith(("ال", "لل")) and body.words[token] not in _OPEN:
                    break
                continue
            if word in _OPEN:
                token = self._bracketed(token, stop)
                end = token
                continue
            if word in ("،", ","):
                if not self._apposition(token + 1, stop):
                    break
                token += 1
                continue
            if word == "في" and not described:
                break
            if token > start and (word == "ما" or self._adverbial(token) or self._told(token)):
                break
            related = related or (word in self._lexicons.relatives and word != "من" and described)
            if related and not self._relation_ends(token):
                token += 1
                end = token
                continue
            if token > start and self._complete(start) and not self._goes_on(token):
                break
            described = described or self.group(token) is not None
            if self.ends_at(token, start) or not (word[0].isalnum() or word in "-–/.'%"):
                break
            token += 1
            end = token
        return self._trimmed(start, end)

    def _adverbial(self, token: int) -> bool:
        """Tell whether a word is published with the tanwin of an adverb: «ساخراً»."""
        return self._body.text[self._body.starts[token] : self._body.ends[token]].endswith(("اً", "ًا"))

    def _told(self, token: int) -> bool:
        """Tell whether an outlet at `token` is told something, rather than belonging to the name before it."""
        before = self._body.words[token - 1]
        return token in self._body.outlets and before.startswith("ال") and self.group(token - 1) is None

    def _complete(self, start: int) -> bool:
        """Tell whether a phrase begins with a body named by its article alone: «الهيئة», «الجامعة»."""
        word = self._body.words[start]
        return word.startswith("ال") and self._lexicons.speakers.get(word) == "body"

    def _goes_on(self, token: int) -> bool:
        word = self._body.words[token]
        if word in self._lexicons.given_names or word in _OPEN or word == "في":
            return True
        return word.startswith(("ال", "لل", "وال")) or (word[0] in "بل" and word not in self._lexicons.content_nouns)

    def _relation_ends(self, token: int) -> bool:
        """Tell whether a clause about the speaker is over at `token`."""
        words, lexicons = self._body.words, self._lexicons
        word = words[token]
        if not word[0].isalnum() or word in lexicons.complementizers or self.relays_at(token):
            return True
        return word in _OCCASION_PREPOSITIONS and words[token + 1 : token + 2] != () and words[token + 1] in lexicons.occasions

    def _outlet_end(self, start: int, stop: int) -> int:
        """Step over an outlet's name with the adjective of its country."""
        place = self._body.outlets.get(start)
        if place is None or place.end > stop:
            return start
        end = place.end
        if end < stop and self._body.words[end].startswith("ال") and self._body.words[end].endswith(("يه", "ي")):
            end += 1
        return end

    def compact(self, start: int, stop: int) -> Phrase:
        """Return the core of a phrase: its head with what is joined to it by form alone."""
        words = self._body.words
        plain = not words[start].startswith("ال")
        end = start + 1
        stop = min(stop, start + _LONGEST_CORE)
        while end < stop:
            word = words[end]
            joined = word.startswith(("ال", "لل")) or (end > start + 1 and word.startswith("وال")) or word in self._lexicons.given_names
            if not joined and not (end == start + 1 and plain and word[0].isalnum()):
                break
            if self.ends_at(end, start):
                break
            end += 1
        return Phrase(start=start, end=end)

    def before(self, start: int, end: int) -> Phrase | None:
        """Return the phrase that ends before `end`, back to `start` at most, where it looks like a speaker."""
        body, lexicons = self._body, self._lexicons
        start = max(start, end - LONGEST_NAME)
        token = end
        while token > start:
            word = body.words[token - 1]
            if word == '"' and body.quotation[token - 2] >= start:
                token = body.quotation[token - 2]
                continue
            if word in _OPEN.values():
                opening = token - 2
                while opening > start and body.words[opening] not in _OPEN:
                    opening -= 1
                token = opening
                continue
            if not word[0].isalnum() or word in lexicons.boundaries or word in lexicons.connectives:
                break
            if word in lexicons.complementizers or word in lexicons.cues or word in lexicons.negations:
                break
            token -= 1
        while token < end and body.words[token] in lexicons.connectives:
            token += 1
        return self._trimmed(token, end)

    def speaker_at(self, token: int) -> bool:
        """Tell whether the word at `token` may head a speaker's description."""
        return self.group(token) is not None or token in self._body.outlets

    def group(self, token: int) -> str | None:
        """Return the group of speakers' nouns that the word at `token` belongs to."""
        word = self._body.words[token]
        found = self._lexicons.speakers.get(word)
        if found is None and word[0] in "وبل" and len(word) > 3:
            found = self._lexicons.speakers.get(word[1:])
            if found is None and word.startswith("لل"):
                found = self._lexicons.speakers.get("ال" + word[2:])
        return found

    def ends_at(self, token: int, start: int) -> bool:
        """Tell whether the word at `token` cannot go on a name begun at `start`."""
        body, lexicons = self._body, self._lexicons
        word = body.words[token]
        if word in lexicons.complementizers or word in lexicons.boundaries:
            return True
        if word in lexicons.adjuncts or (word[0] == "و" and word[1:] in lexicons.leading):
            return True
        if word in _OCCASION_PREPOSITIONS and token + 1 < len(body.words):
            following = body.words[token + 1]
            if following in lexicons.occasions or following in lexicons.adjuncts or following[0].isdigit():
                return True
        if token > start and self.relays_at(token):
            return True
        found = lexicons.cues.get(word)
        return token > start and found is not None and not found.ambiguous and found.key != "talaba"

    def relays_at(self, token: int) -> bool:
        """Tell whether an outlet that hears the speech is named at `token`: «لرويترز», «لـ«الوطن»»."""
        body = self._body
        place = body.outlets.get(token)
        if place is not None and place.fused.endswith("ل"):
            return True
        return body.words[token] == "ل" and (token + 1 in body.outlets or token + 1 in body.closing)

    def _apposition(self, token: int, stop: int) -> bool:
        """Tell whether what follows a comma goes on the name: it does where it too is closed by a mark or the clause."""
        body = self._body
        if token >= stop or self.ends_at(token, token) or self._adverbial(token) or not body.words[token][0].isalnum():
            return False
        if body.words[token] in ("في", "خلال", "عبر", "عن", "الي", "علي"):
            return False
        for later in range(token, min(stop, token + _LONGEST_APPOSITION)):
            if body.words[later] in ("،", ",", ":") or self.ends_at(later, token):
                return True
        return stop - token < _LONGEST_APPOSITION

    def _bracketed(self, token: int, stop: int) -> int:
        closing = _OPEN[self._body.words[token]]
        for later in range(token + 1, min(stop, token + 8)):
            if self._body.words[later] == closing:
                return later + 1
        return token + 1

    def _trimmed(self, start: int, end: int) -> Phrase | None:
        words = self._body.words
        closers = set(self._body.closing.values()) if '"' in words[start:end] else set()
        while end > start and words[end - 1] in _TRAILING and end - 1 not in closers and words[end - 1] != ")":
            end -= 1
        while start < end and words[start] in ("،", ",", "-", ":", "؛", ".", ")"):
            start += 1
        return Phrase(start=start, end=end) if start < end else None

"""Who carried a statement: outlets told, outlets quoted, one behind the other."""

from tawatur.attribution.body import Body, OutletPlace
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.sources import LONGEST_NAME, NounPhrases, Phrase

_MARKS = '"،,.:؛()-'
_LONGEST_CHAIN = 4


class Chains:
    """Reads relays in one body."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases) -> None:
        self._body = body
        self._lexicons = lexicons
        self._phrases = phrases

    def told(self, start: int, end: int, source: Phrase | None) -> tuple[str, ...]:
        """Return the outlets that a statement was made to or carried by, named between `start` and `end`."""
        found: list[str] = []
        occasion = False
        token = start
        while token < end:
            if source is not None and source.start <= token < source.end:
                token = source.end
                continue
            word = self._body.words[token]
            occasion = occasion or word in self._lexicons.occasions or word in self._lexicons.phrases
            place = self._body.outlets.get(token)
            behind = source is not None and token == source.end
            if place is not None and (behind or occasion or place.fused.endswith("ل") or self._addressed(token, start)):
                found.append(bare(place.name))
                token = place.end
                continue
            if word == "ل" and token + 1 in self._body.closing and token + 1 not in self._body.outlets:
                close = self._body.closing[token + 1]
                if close - token <= 5:
                    found.append(self._body.span(token + 2, close).of(self._body.text))
                    token = close
            token += 1
        return tuple(dict.fromkeys(found))

    def _addressed(self, token: int, start: int) -> bool:
        before = token - 1
        while before >= start and self._body.words[before] in _MARKS:
            before -= 1
        return before >= start and self._body.words[before] in self._lexicons.small.addressing

    def quoted(self, start: int, end: int) -> tuple[Phrase | None, tuple[str, ...]]:
        """Read «X عن Y عن Z» from `start`: the last name is the source, those before it relays, the nearest to it first."""
        names: list[Phrase] = []
        token = start
        while token < end and len(names) < _LONGEST_CHAIN:
            about = self._next_about(token, end)
            name = self._phrases.after(token, about)
            if name is not None:
                names.append(name)
            if about >= end:
                break
            token = about + 1
        if not names:
            return None, ()
        relays = tuple(self.name(phrase) for phrase in reversed(names[:-1]))
        return names[-1], relays

    def _next_about(self, token: int, end: int) -> int:
        """Return where «عن» leads on from a carrier's name, `end` where it does not."""
        carrier = token in self._body.outlets or self._phrases.group(token) in ("outlet", "press") if token < end else False
        for place in range(token, min(end, token + LONGEST_NAME)):
            if carrier and self._body.words[place] in self._lexicons.small.leading_on:
                return place
        return end

    def name(self, phrase: Phrase) -> str:
        """Return an outlet's bare name as published, or the whole phrase where it is no outlet's."""
        for token in range(phrase.start, phrase.end):
            place = self._body.outlets.get(token)
            if place is not None and place.start == phrase.start:
                return bare(place.name)
        meant = self.outlet_meant(phrase)
        return bare(meant.name if meant is not None else phrase.span(self._body).of(self._body.text))

    def outlet_meant(self, phrase: Phrase) -> OutletPlace | None:
        """Return the outlet that «الوكالة», «الموقع الإخباري» speaks of: the one named last."""
        word = self._body.words[phrase.start]
        if phrase.start in self._body.outlets or not word.startswith("ال"):
            return None
        if self._lexicons.speakers.get(word) != "outlet" or phrase.end - phrase.start > 2:
            return None
        return self._body.outlet_before(phrase.start)


_CLASS_NOUNS = ("وكالة", "وكالات", "صحيفة", "موقع", "قناة", "جريدة", "مجلة", "إذاعة", "شبكة", "تلفزيون")


def bare(name: str) -> str:
    """Return an outlet's name without its class noun and quotes.

    >>> bare("صحيفة «الغد»")
    'الغد'
    """
    words = name.split()
    while len(words) > 1 and words[0] in _CLASS_NOUNS:
        words = words[1:]
    return " ".join(words).strip("«»\"“”„'()[] ")

"""Who carried a statement: outlets told, outlets quoted, one behind the other."""

from tawatur.attribution.body import Body, OutletPlace
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.sources import LONGEST_NAME, NounPhrases, Phrase

_MARKS = '"،,.:؛()-'
_QUOTES = "«»\"“”„'()[] "
_LONGEST_CHAIN = 4
# The longest name in quotation marks that no directory knows, in tokens with the marks.
_LONGEST_QUOTED = 5
# «الموقع الإخباري» at most: a longer phrase names its outlet itself.
_LONGEST_REFERENCE = 2
_TOLD_BY = "ل"


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
            told = occasion or (source is not None and token == source.end)
            if place is not None and (
                told or place.fused.endswith(_TOLD_BY) or self._addressed(token, start)
            ):
                found.append(self.bare(place.name))
                token = place.end
            elif word == _TOLD_BY and (close := self._short_quotation(token + 1)) is not None:
                found.append(self._body.span(token + 2, close).of(self._body.text))
                token = close
            elif (unknown := self._unknown(token, end)) is not None:
                found.append(self.name(unknown))
                token = unknown.end
            else:
                token += 1
        return tuple(dict.fromkeys(found))

    def _unknown(self, token: int, end: int) -> Phrase | None:
        """Return an outlet that no directory knows behind its class noun: «لصحيفة الفجر»."""
        word = self._body.words[token]
        if token in self._body.outlets or len(word) == 1 or not self._phrases.relays_at(token):
            return None
        return self._phrases.after(token + 1, end)

    def _short_quotation(self, token: int) -> int | None:
        """Return where quotation marks close that hold a name unknown to the directory: «لـ«الفجر»»."""
        close = self._body.closing.get(token)
        if close is None or token in self._body.outlets or not 1 < close - token <= _LONGEST_QUOTED:
            return None
        return close

    def _addressed(self, token: int, start: int) -> bool:
        before = token - 1
        while before >= start and self._body.words[before] in _MARKS:
            before -= 1
        return before >= start and self._body.words[before] in self._lexicons.small.addressing

    def quoted(self, start: int, end: int) -> tuple[Phrase | None, tuple[str, ...]]:
        """Read «X عن Y عن Z»: the last is the source, those before it relays, the nearest to it first."""
        names: list[Phrase] = []
        token = start
        while token < end and len(names) < _LONGEST_CHAIN:
            link = self._link(token, end)
            name = self._phrases.after(token, link)
            if name is not None:
                names.append(name)
            token = link + 1
        if not names:
            return None, ()
        return names[-1], tuple(self.name(phrase) for phrase in reversed(names[:-1]))

    def _link(self, token: int, end: int) -> int:
        """Return where «عن» leads on from an outlet's name, `end` where it does not."""
        if token not in self._body.outlets and self._phrases.group(token) not in ("outlet", "press"):
            return end
        for place in range(token, min(end, token + LONGEST_NAME)):
            if self._body.words[place] in self._lexicons.small.leading_on:
                return place
        return end

    def name(self, phrase: Phrase) -> str:
        """Return an outlet's bare name as published, or the whole phrase where it is no outlet's."""
        place = self._body.outlets.get(phrase.start) or self.outlet_meant(phrase)
        return self.bare(place.name if place is not None else phrase.span(self._body).of(self._body.text))

    def outlet_meant(self, phrase: Phrase) -> OutletPlace | None:
        """Return the outlet that «الوكالة», «الموقع الإخباري» speaks of: the one named last."""
        word = self._body.words[phrase.start]
        if phrase.start in self._body.outlets or phrase.end - phrase.start > _LONGEST_REFERENCE:
            return None
        if not word.startswith("ال") or self._lexicons.speakers.get(word) != "outlet":
            return None
        return self._body.outlet_before(phrase.start)

    def bare(self, name: str) -> str:
        """Take the class noun and the quotes off an outlet's name: صحيفة «الغد» is الغد."""
        words = name.split()
        while len(words) > 1 and self._lexicons.speakers.get(words[0]) in ("outlet", "press"):
            words = words[1:]
        return " ".join(words).strip(_QUOTES) or name

"""Who a source is: from a short mention, a title or no mention at all to the fullest name in the article."""

from bisect import bisect_left
from dataclasses import dataclass

from tawatur.attribution.body import Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.kinds import Kinds
from tawatur.attribution.lexicon import Agreement, AttributionLexicons, Family
from tawatur.attribution.sources import NounPhrases, Phrase
from tawatur.records.attribution import SourceKind
from tawatur.records.span import Span

# A mention of more words is full by itself.
_LONGEST_SHORT = 4
_MOST_PLACES = 12
_MOST_SOURCES = 40
_LONGEST_TAIL = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A source as the article names it most fully."""

    name: str
    kind: SourceKind
    agreement: Agreement
    words: frozenset[str]


class Resolver:
    """Resolves the mentions of one body; `explicit` are all the phrases that stand beside cues."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, explicit: list[Phrase]) -> None:
        self._body = body
        self._lexicons = lexicons
        self._phrases = NounPhrases(body, lexicons)
        self._chains = Chains(body, lexicons, self._phrases)
        self._kinds = Kinds(body, lexicons, self._phrases)
        self._explicit = [(phrase, self._key(phrase)) for phrase in sorted(explicit, key=lambda phrase: phrase.start)]
        self._starts = [one.start for one, _ in self._explicit]
        self._places: dict[str, list[int]] = {}
        for token, word in enumerate(body.words):
            self._places.setdefault(_plain(word), []).append(token)

    def party(self, phrase: Phrase) -> Party:
        """Return the party of an explicit mention."""
        key = self._key(phrase)
        referred = self._referred(phrase)
        fullest = referred or self._in_text_first(phrase, key) or self._fuller_source(phrase, key) or phrase
        if referred is None and len(key) <= _LONGEST_SHORT:
            fullest = self._fuller_text(fullest, phrase, key)
        kind = self._kinds.kind(fullest) or self._kinds.kind(phrase) or self._guess(fullest, phrase)
        return Party(
            name=self.text(fullest),
            kind=kind,
            agreement=self._kinds.agreement(phrase),
            words=self._key(fullest) | key,
        )

    def text(self, phrase: Phrase) -> str:
        """Return a phrase as a name that stands alone."""
        text = phrase.span(self._body).of(self._body.text)
        if phrase.fused and self._body.words[phrase.start].startswith("لل"):
            text = "ا" + text
        if text[0] in "\"«“”»'(" and " " not in text:
            text = text.strip("\"«“”»'()")
        return text

    def _key(self, phrase: Phrase) -> frozenset[str]:
        words: list[str] = []
        for word in self._body.words[phrase.start : phrase.end]:
            if words and word in self._lexicons.small.relative:
                break
            if word[0].isalnum():
                words.append(word)
        if words and phrase.fused:
            words[0] = words[0][phrase.fused :]
        bare = [word for word in words if self._lexicons.speakers.get(word) != "title" and word not in self._lexicons.small.same]
        return frozenset(map(_plain, bare or words))

    def _near(self, phrase: Phrase) -> list[tuple[Phrase, frozenset[str]]]:
        """Return the article's first sources and those around a mention: enough of any article, and linear on all."""
        index = bisect_left(self._starts, phrase.start)
        first = max(_MOST_SOURCES, index - _MOST_SOURCES)
        return self._explicit[:_MOST_SOURCES] + self._explicit[first : index + _MOST_SOURCES]

    def _fuller_source(self, phrase: Phrase, key: frozenset[str]) -> Phrase | None:
        """Return the longest phrase beside another cue that holds all the words of this one, an earlier one first."""
        head = self._head(phrase)
        loose = head is None or self._phrases.group(phrase.start) in ("role", "state")
        fuller = [(p, k) for p, k in self._near(phrase) if key < k and (loose or self._head(p) == head)]
        earlier = [(p, k) for p, k in fuller if p.start < phrase.start]
        later = [(p, k) for p, k in fuller if p.start > phrase.start]
        named = self._same_name(phrase)
        if named is not None and not earlier:
            return named
        if earlier:
            return earlier[-1][0] if len(earlier) == 1 else max(earlier[-3:], key=lambda found: (len(found[1]), found[0].start))[0]
        if later and len(key) > 1:
            return later[0][0]
        same = [p for p, k in self._near(phrase) if p.start < phrase.start and key == k]
        return same[0] if same else self._described_before(phrase, key)

    def _described_before(self, phrase: Phrase, key: frozenset[str]) -> Phrase | None:
        """«المصدر» takes up «مصادر مطلعة»: a definite role without a name is whoever was described last."""
        if len(key) > 1 or not self._body.words[phrase.start].startswith("ال") or self._phrases.group(phrase.start) != "role":
            return None
        before = [p for p, _ in self._near(phrase) if p.start < phrase.start and self._phrases.group(p.start) == "role"]
        return before[-1] if before else None

    def _referred(self, phrase: Phrase) -> Phrase | None:
        """Return what a noun refers back to that names nobody: «الوكالة», «معاليه»."""
        outlet = self._chains.outlet_meant(phrase)
        if outlet is not None:
            return Phrase(start=outlet.start, end=outlet.end, fused=len(outlet.fused))
        word = self._body.words[phrase.start]
        honour = word[:-2] + "ه" if word.endswith("ته") else word[:-1]
        if not word.endswith("ه") or self._lexicons.speakers.get(honour) != "title":
            return None
        places = self._places.get(honour, [])
        index = bisect_left(places, phrase.start)
        if not places:
            return None
        # The last before the mention, else the first behind it.
        place = places[index - 1] if index else places[0]
        start = place - (place > 0 and self._body.words[place - 1].endswith("صاحب"))
        return self._phrases.compact(start, len(self._body.words))

    def _in_text_first(self, phrase: Phrase, key: frozenset[str]) -> Phrase | None:
        """«الهيئة» is what the text calls «هيئة ...» or «الهيئة العامة ...», whoever spoke for it in between."""
        if len(key) > 1 or self._phrases.group(phrase.start) not in ("body", "document"):
            return None
        found = self._fuller_text(phrase, phrase, key)
        return found if found is not phrase else None

    def _head(self, phrase: Phrase) -> str | None:
        """Return the noun that describes a party, behind its titles; `None` for a bare name."""
        for token in range(phrase.start, phrase.end):
            group = self._phrases.group(token)
            if self._body.words[token] in self._lexicons.small.same:
                continue
            if group is None:
                return None
            if group != "title":
                return _plain(self._body.words[token])
        return None

    def _same_name(self, phrase: Phrase) -> Phrase | None:
        """«دغلس المكلف بالملف» is the «غسان دغلس» named before, whatever is said of him now."""
        first = self._body.words[phrase.start]
        if self._phrases.speaker_at(phrase.start) or phrase.end - phrase.start < 2 or not first[0].isalpha():
            return None
        for earlier, key in self._near(phrase):
            if earlier.start < phrase.start and _plain(first) in key and self._body.words[earlier.start] != first:
                return earlier
        return None

    def _fuller_text(self, fullest: Phrase, phrase: Phrase, key: frozenset[str]) -> Phrase:
        """Look for a fuller mention in the running text, before the cue."""
        words = self._body.words
        group = self._phrases.group(phrase.start)
        best, most = fullest, len(self._key(fullest))
        if group == "role":
            return best
        described = group is not None and group != "title"
        looked_for = _plain(words[phrase.start if described else phrase.end - 1])
        for place in self._places.get(looked_for, ())[:_MOST_PLACES]:
            if place >= phrase.start:
                break
            found = self._phrases.compact(place, len(words)) if described else self._around(place)
            if found is None or self._fused(place):
                continue
            held = self._key(found)
            if key <= held and len(held) > most:
                best, most = found, len(held)
                if described:
                    break
        return best

    def _fused(self, place: int) -> bool:
        return self._body.words[place].startswith(("لل", "بال"))

    def _around(self, place: int) -> Phrase | None:
        """Return the titles and names that end with the word at `place`."""
        body, lexicons = self._body, self._lexicons
        head = None
        for token in range(place, max(-1, place - _LONGEST_TAIL - 1), -1):
            word = body.words[token]
            if token < place and (not word[0].isalnum() or word in lexicons.small.boundary or self._phrases.ends_at(token, place)):
                break
            if self._phrases.group(token) is not None and word in lexicons.speakers:
                head = token
            elif word in lexicons.given_names and (head is None or head == token + 1):
                head = token
            elif head is None and token == place - 1 and word[0].isalpha() and not word.startswith("ال"):
                pass
        return None if head is None or head == place else Phrase(start=head, end=place + 1)

    def _guess(self, fullest: Phrase, phrase: Phrase) -> SourceKind:
        words = self._body.words
        length = fullest.end - fullest.start
        if any(word in self._lexicons.given_names for word in words[fullest.start : fullest.end]):
            return SourceKind.PERSON
        if length == 1 and not words[fullest.start].startswith("ال"):
            return SourceKind.ORGANIZATION if phrase.end - phrase.start == 1 else SourceKind.PERSON
        return SourceKind.PERSON


def _plain(word: str) -> str:
    if word.startswith("ال") and len(word) > 4:
        return word[2:]
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    return word

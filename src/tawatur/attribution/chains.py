"""Who carried a statement: outlets told, outlets quoted, one behind the other."""

import re
from functools import cache

from msgspec.structs import replace

from tawatur.arabic.folding import folded
from tawatur.attribution.body import Body, OutletPlace
from tawatur.attribution.lexicon import AttributionLexicons, uncommon
from tawatur.attribution.speakers.sources import LONGEST_NAME, NounPhrases, Phrase

_MARKS = '"،,.:؛()-'
_QUOTES = "«»\"“”„'()[] "
_QUOTED = re.compile("[«“]([^»”]+)[»”]")
_ENCLOSING = ('"', "(")
_LONGEST_CHAIN = 4
# The longest name in quotation marks that no directory knows, in tokens with the marks.
_LONGEST_QUOTED = 5
# «الموقع الإخباري» at most: a longer phrase names its outlet itself.
_LONGEST_REFERENCE = 2
_TOLD_BY = "ل"
_TO_THE = "لل"
# «وثائق نشرها ...»
_NEAREST_CARRIER = 2
# «في مقابلة أجرتها معه أمس قناة "..." الإخبارية.»
_LONGEST_OCCASION = 14
# «صفحته الرسمية الموثقة على إكس»
_OWN_ACCOUNT = 4
# «تقرير اطلعت عليه «الغد»», whose name may end early
_BEHIND_PAPER = 4
# «التقرير» speaks of the outlet named before it, if that is no farther than a few sentences back.
_REPORTED = 80


@cache
def _stations(nouns: frozenset[str]) -> frozenset[str]:
    """Return the nouns of stations as they stand, and behind the particle of whom one speaks to."""
    return nouns | {_TO_THE + noun[2:] for noun in nouns}


class Chains:
    """Reads relays in one body."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = phrases
        self._stations = _stations(self._small.station)

    def told(self, start: int, end: int, source: Phrase | None) -> tuple[str, ...]:
        """Return the outlets that a statement was made to or carried by, named between `start` and `end`."""
        found: list[str] = []
        occasion = False
        # «استطلاع أجراه معهد الرأي للتلفزيون العام» was told nobody.
        paper = source is not None and self._phrases.group(source.start) == "document"
        token = start
        while token < end:
            if source is not None and source.start <= token < source.end:
                token = source.end
                continue
            word = self._body.words[token]
            occasion = occasion or word in self._lexicons.occasions or word in self._lexicons.phrases
            place = self._body.outlets.get(token)
            # «المدير قال لـ...», «المدير أبلغ رويترز»
            told = occasion or (source is not None and token == max(source.end, start))
            if place is not None and (
                told or place.fused.endswith(_TOLD_BY) or self._addressed(token, start)
            ):
                found.append(self.bare(place.name))
                token = place.end
            elif token in self._body.platforms:
                found += self._posted(self._body.platforms[token], start)
                token += 1
            elif word == _TOLD_BY and (close := self._short_quotation(token + 1)) is not None:
                found.append(self._body.span(token + 2, close).of(self._body.text))
                token = close
            elif (
                word in self._stations
                and (not paper if word.startswith(_TO_THE) else told)
                and (station := self._station(token)) is not None
            ):
                found.append(station)
                token += 2
            elif word.startswith(_TO_THE) and self._phrases.relays_at(token):
                # «للقناة»: the outlet that was named last, whichever it is.
                found += self._meant(token)
                token += 1
            elif told and word.startswith("ال") and self._lexicons.speakers.get(word) == "outlet":
                found += self.names(Phrase(start=token, end=token + 1))
                token += 1
            elif (unknown := self._unknown(token, start, end)) is not None:
                found += self.names(unknown)
                token = unknown.end
            else:
                token += 1
        return tuple(dict.fromkeys(found))

    def told_last(self, start: int, end: int) -> tuple[str, ...]:
        """Return the outlet of an occasion of speech that ends a sentence: «... في تصريح لرويترز.»."""
        words, occasions = self._body.words, self._lexicons.occasions
        for token in range(max(start + 1, end - _LONGEST_OCCASION), end - 2):
            if words[token] in self._small.occasion_preposition and words[token + 1] in occasions:
                posted = {place.name for place in self._body.platforms.values()}
                return tuple(name for name in self.told(token, end, None) if name not in posted)
        return ()

    def _station(self, token: int) -> str | None:
        """Return a station that goes by whose it is: «للتلفزيون الرسمي», «الإذاعة الوطنية»."""
        if token + 1 >= len(self._body.words) or not self._body.words[token + 1].startswith("ال"):
            return None
        whole = self._body.span(token, token + 2).of(self._body.text)
        return "ا" + whole[1:] if self._body.words[token].startswith(_TO_THE) else whole

    def _posted(self, place: OutletPlace, start: int) -> tuple[str, ...]:
        """Return the platform that carries a word: «كتب على إكس», not «عبر حسابه على إكس»."""
        words = self._body.words[max(start, place.start - _OWN_ACCOUNT) : place.start]
        if not words or words[-1] not in self._small.posting:
            return ()
        return (place.name,) if self._small.own_account.isdisjoint(words) else ()

    def _unknown(self, token: int, start: int, end: int) -> Phrase | None:
        """Return an outlet that no directory knows behind its class noun: «لصحيفة الفجر», «مع قناة الفجر»."""
        word = self._body.words[token]
        if token in self._body.outlets or len(word) == 1:
            return None
        # «في تصريح نقله موقع الفجر»; a paper's own outlet is part of what it is called.
        brought = token - 1 > start and self._body.words[token - 1] in self._small.bringing
        brought = brought and self._phrases.group(token - 2) != "document"
        outlet = self._class_noun(token) or word in self._small.broadcaster
        spoken_to = outlet and (brought or self._addressed(token, start))
        if not spoken_to and not self._phrases.relays_at(token):
            return None
        name = self._phrases.after(token + 1, end)
        if name is not None and self._phrases.group(token) == "press":
            # «لوكالات أنباء»: who many are their noun tells alone.
            return replace(name, start=token, fused=1)
        return name

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
        return before >= start and self._body.words[before] in self._small.addressing

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
        return names[-1], self.names(*reversed(names[:-1]))

    def brought(self, source: Phrase) -> tuple[str, ...]:
        """Return the outlets through whom a paper came: «وثائق نشرتها الغد», «معلومات حصلت عليها «اليوم»»."""
        words, bringing = self._body.words, self._small.bringing
        found: list[str] = []
        end = min(source.end + _BEHIND_PAPER, len(words))
        for token in range(source.start + _NEAREST_CARRIER, end):
            place = self._body.outlets.get(token)
            if place is None:
                if token < source.end and words[token - 1] in bringing and self._class_noun(token):
                    # «نشرها موقع الفجر», which no directory knows.
                    found += self.names(replace(source, start=token, fused=0))
                continue
            before = token - (words[token - 1] in _ENCLOSING)
            told = place.fused.endswith(_TOLD_BY) or words[before - 1] == _TOLD_BY
            if told or any(word in bringing for word in words[before - 2 : before]):
                found.append(self.bare(place.name))
        return tuple(found)

    def _class_noun(self, token: int) -> bool:
        """Tell whether a word begins an outlet's name by what the outlet is: «موقع الفجر»."""
        word = self._body.words[token]
        return self._lexicons.speakers.get(word) == "outlet" and not word.startswith("ال")

    def uttered_by(self, outlet: Phrase, end: int) -> Phrase | None:
        """Return whose speech an outlet brings: «أوردت رويترز تصريحات للوزير جاء فيها»."""
        words = self._body.words
        if not self.is_outlet(outlet):
            return None
        for token in range(outlet.start + 1, end - 1):
            noun = words[token].removesuffix("ا")
            if noun not in self._lexicons.occasions and noun not in self._lexicons.speech_nouns:
                continue
            speaker = words[token + 1]
            if (
                speaker[0] == "ل"
                and speaker not in self._lexicons.speakers
                and self._phrases.group(token + 1)
            ):
                found = self._phrases.after(token + 1, end)
                return None if found is None else replace(found, fused=1)
        return None

    def is_outlet(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names an outlet or describes one."""
        return phrase.start in self._body.outlets or self._phrases.group(phrase.start) in ("outlet", "press")

    def _link(self, token: int, end: int) -> int:
        """Return where «عن» leads on from an outlet's name, `end` where it does not."""
        if token not in self._body.outlets and self._phrases.group(token) not in ("outlet", "press"):
            return end
        for place in range(token, min(end, token + LONGEST_NAME)):
            if self._body.words[place] in self._small.leading_on:
                return place
        return end

    def names(self, *phrases: Phrase) -> tuple[str, ...]:
        """Return the bare names of outlets as published, and whole the phrases that are no outlets'.

        «الصحيفة», «التقرير» alone are the outlet named before them, or nobody.
        """
        found: list[str] = []
        for phrase in phrases:
            place = self._body.outlets.get(phrase.start) or self.outlet_meant(phrase)
            if place is not None:
                found.append(self.bare(place.name))
            elif phrase.end - phrase.start > 1 or not self._refers(phrase.start):
                found.append(self.bare(phrase.span(self._body).of(self._body.text)))
            elif self._body.words[phrase.start] in self._small.report:
                found += self._meant(phrase.start)
        return tuple(found)

    def _refers(self, token: int) -> bool:
        """Tell whether a word is a mere noun with its article that stands for an outlet or its paper."""
        word = self._body.words[token]
        outlet = word.startswith("ال") and self._lexicons.speakers.get(word) == "outlet"
        return outlet or word in self._small.report

    def _meant(self, token: int) -> list[str]:
        """Return the name of the outlet that was named last before `token`, if it is near."""
        place = self._named_before(token, self._body.words[token].removeprefix("لل"))
        return [self.bare(place.name)] if place is not None and token - place.end < _REPORTED else []

    def outlet_meant(self, phrase: Phrase) -> OutletPlace | None:
        """Return the outlet that «الوكالة», «الموقع الإخباري» speaks of: the one named last."""
        word = self._body.words[phrase.start]
        if phrase.start in self._body.outlets or phrase.end - phrase.start > _LONGEST_REFERENCE:
            return None
        if word.startswith(_TO_THE):
            word = word.replace(_TO_THE, "ال", 1)
        if not word.startswith("ال") or self._lexicons.speakers.get(word) != "outlet":
            return None
        return self._named_before(phrase.start, word.removeprefix("ال"))

    def _named_before(self, token: int, noun: str) -> OutletPlace | None:
        """Return the outlet named last before `token`, rather one called by `noun` than by another noun."""
        places = self._body.outlets_before(token)
        called = [self._body.words[place.start][len(place.fused) :] for place in places]
        for place, word in zip(places, called, strict=True):
            if word == noun:
                return place
        for place, word in zip(places, called, strict=True):
            if self._lexicons.speakers.get(word) != "outlet":
                return place
        return places[0] if places else None

    def bare(self, name: str) -> str:
        """Take the class noun and the quotes off an outlet's name: صحيفة «الغد» is الغد."""
        words = name.split()
        noun = folded(words[0])
        # With the article the noun belongs to the name: البوابة العربية.
        announces = self._lexicons.speakers.get(noun) == "outlet" and not noun.startswith("ال")
        if len(words) > 1 and announces and not self._describes(words[1:]):
            words = words[1:]
        bare = " ".join(words)
        # «قناة «الغد» المحلية»
        quoted = _QUOTED.match(bare)
        return (quoted[1] if quoted else bare).strip(_QUOTES) or name

    def _describes(self, words: list[str]) -> bool:
        """Tell what an agency is for, or an adjective alone, from a name: «وكالة الطاقة», «إذاعة محلية»."""
        first = folded(words[0])
        adjective = len(words) == 1 and first.endswith(("يه", "ي")) and not first.startswith("ال")
        return first in self._small.agency_matter or (adjective and not uncommon(first))

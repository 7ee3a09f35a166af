"""Who a source is: from a short mention or a title to the fullest name in the article."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.cue_words import Agreement
from tawatur.attribution.descriptions import Descriptions, spellings
from tawatur.attribution.kinds import Kinds
from tawatur.attribution.lexicon import AttributionLexicons, uncommon
from tawatur.attribution.persons import Named, Persons
from tawatur.attribution.sources import NounPhrases, Phrase
from tawatur.records.attribution import SourceKind

# A mention of more words is full by itself.
_LONGEST_SHORT = 4
# Enough of any article, and little enough to stay linear on one that repeats a name.
_MOST_PLACES = 12
_MOST_SOURCES = 40
_LAST_SOURCES = 3
_SHORTEST_BARE = 5
_SHORTEST_NOUN = 4
_TANWIN = "ً"
_OFFICE_UNDER = 2
# What the number and case of a plural are written with.
_ENDINGS = "وني"
_TRAILING = " -–،,:؛"
_NO_NAME = ("ال", "لل", "و")
_MOST_ADJECTIVES = 3
_QUOTES = "\"«»“”„'()"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A source as the article names it most fully.

    `relay` is its name where it carries another's word: an outlet's bare. `agreement` is what a
    verb shows that goes on with it.
    """

    name: str
    relay: str
    kind: SourceKind
    agreement: Agreement


class Resolver:
    """Resolves the mentions of one body; `mentions` are all the phrases that stand beside cues."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, mentions: Iterable[Phrase]) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = NounPhrases(body, lexicons)
        self._chains = Chains(body, lexicons, self._phrases)
        self._persons = Persons(body, lexicons, self._phrases)
        self._descriptions = Descriptions(body, lexicons, self._phrases)
        self._kinds = Kinds(body, lexicons, self._phrases)
        ordered = sorted(map(self._phrases.without_asides, mentions), key=lambda phrase: phrase.start)
        self._mentions = [(phrase, self._key(phrase)) for phrase in ordered]
        self._starts = [phrase.start for phrase in ordered]
        self._places: dict[str, list[int]] = {}
        for token, word in enumerate(body.words):
            self._places.setdefault(_bare(word), []).append(token)

    def party(self, mention: Phrase) -> Party:
        """Return the party that a mention beside a cue speaks of."""
        mention = self._phrases.without_asides(mention)
        fullest = self._named_alone(self._fullest(mention))
        # A name that no list knows is a person's, as nearly all surnames are.
        kind = self._kinds.kind(fullest) or self._kinds.kind(mention) or SourceKind.PERSON
        if kind is SourceKind.UNNAMED and self._phrases.given_name_at(fullest.start):
            kind = SourceKind.PERSON
        name = self._name(fullest)
        relay = self._chains.bare(name) if kind is SourceKind.OUTLET else name
        return Party(name=name, relay=relay, kind=kind, agreement=self._kinds.agreement(mention))

    def _named_alone(self, phrase: Phrase) -> Phrase:
        """Leave out the clause about somebody who is named: «سالم الهادي الذي تولى السد»."""
        name = self._name_in(phrase)
        if name is None:
            return phrase
        for token in range(name.start + 1, phrase.end):
            if self._body.words[token] in self._small.relative:
                return replace(phrase, end=token)
        return phrase

    def named_before(self, mention: Phrase) -> bool:
        """Tell whether the text before a mention names its party more fully."""
        fullest = self._fullest(mention)
        return fullest.start < mention.start and fullest.end - fullest.start > mention.end - mention.start

    def person_at(self, token: int) -> Phrase | None:
        """Return the surname at `token` if the text before it names its bearer in full."""
        word = self._body.words[token]
        if not word.isalpha() or word in self._small.adjunct or word in self._small.preposition:
            return None
        if self._phrases.speaker_at(token):
            return None
        mention = Phrase(start=token, end=token + 1)
        fullest = self._fullest(mention)
        return mention if fullest.end - fullest.start > 1 and fullest.start < token else None

    def _fullest(self, mention: Phrase) -> Phrase:
        key = self._key(mention)
        referred = self._outlet_meant(mention) or self._honoured(mention) or self._reporting(mention)
        if referred is not None:
            return self._in_text(referred, referred, self._key(referred))
        if len(key) == 1 and self._phrases.group(mention.start) in ("body", "document"):
            # «الهيئة» is what the text calls «هيئة ...», whoever spoke for it in between.
            found = self._in_text(mention, mention, key)
            if found is not mention:
                return found
        best = self._beside_cue(mention, key) or mention
        office = self._phrases.group(self._past_titles(mention)) == "office"
        short = len(key) <= _LONGEST_SHORT or office
        if short:
            best = self._in_text(best, mention, key)
        return self._person_taken_up(mention) or mention if best is mention else best

    def _person_taken_up(self, mention: Phrase) -> Phrase | None:
        """Return whom «المسؤول الأممي», «الرجل» takes up, called otherwise before: the last one named."""
        if self._body.words[mention.start] not in self._small.generic_person or self._name_in(mention):
            return None
        shows = self._kinds.agreement(mention)
        for one, _ in reversed(self._near(mention)):
            if one.start >= mention.start or self._name_in(one) is None:
                continue
            if self._kinds.kind(one) in (None, SourceKind.PERSON) and self._kinds.agreement(one) is shows:
                return self._fullest(one)
        return None

    def _name(self, phrase: Phrase) -> str:
        """Write a phrase as a name that stands alone."""
        text = phrase.span(self._body).of(self._body.text).rstrip(_TRAILING)
        if phrase.fused and self._body.words[phrase.start].startswith("لل"):
            text = "ا" + text
        if self._accusative(phrase):
            text = _nominative(text)
        return text if " " in text else text.strip(_QUOTES) or text

    def _accusative(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is the subject behind «أن», which ends in an alif: «أن خبيرا محليا»."""
        word, speakers = self._body.words[phrase.start], self._lexicons.speakers
        return (
            len(word) >= _SHORTEST_NOUN and word not in speakers and word[:-1] in speakers and word[-1] == "ا"
        )

    def _key(self, phrase: Phrase) -> frozenset[str]:
        """Return the words that tell a party from others: no titles, no clause about it, no articles."""
        words: list[str] = []
        for word in self._body.words[phrase.start : phrase.end]:
            if words and word in self._small.relative:
                break
            if word[0].isalnum():
                words.append(word)
        if words and phrase.fused:
            words[0] = words[0][phrase.fused :]
        telling = [
            word
            for word in words
            if self._lexicons.speakers.get(word) != "title" and word not in self._small.same
        ]
        return frozenset(map(_bare, telling or words))

    # What a noun refers back to

    def _outlet_meant(self, mention: Phrase) -> Phrase | None:
        """Return the outlet that «الوكالة» speaks of."""
        outlet = self._chains.outlet_meant(mention)
        return None if outlet is None else Phrase(start=outlet.start, end=outlet.end, fused=len(outlet.fused))

    def _reporting(self, mention: Phrase) -> Phrase | None:
        """Return the outlet whose report is cited: «تقرير صحيفة ...» is its own word."""
        outlet = mention.start + 1
        if self._phrases.group(mention.start) != "document" or outlet >= mention.end:
            return None
        if outlet in self._body.outlets or self._phrases.group(outlet) == "outlet":
            return Phrase(start=outlet, end=mention.end, fused=self._fused(outlet))
        return None

    def _fused(self, token: int) -> int:
        place = self._body.outlets.get(token)
        return len(place.fused) if place is not None else 0

    def _honoured(self, mention: Phrase) -> Phrase | None:
        """Return whom «معاليه», «سموه» honours: the title's last bearer, else its first one behind."""
        word = self._body.words[mention.start]
        title = word[:-2] + "ه" if word.endswith("ته") else word[:-1]
        places = self._places.get(title)
        if not word.endswith("ه") or self._lexicons.speakers.get(title) != "title" or not places:
            return None
        index = bisect_left(places, mention.start)
        place = places[index - 1] if index else places[0]
        # «صاحب السمو»
        office = place > 0 and self._lexicons.speakers.get(self._body.words[place - 1]) == "office"
        return self._phrases.compact(place - office, len(self._body.words))

    # Other mentions beside cues

    def _near(self, mention: Phrase) -> list[tuple[Phrase, frozenset[str]]]:
        index = bisect_left(self._starts, mention.start)
        first = max(_MOST_SOURCES, index - _MOST_SOURCES)
        return self._mentions[:_MOST_SOURCES] + self._mentions[first : index + _MOST_SOURCES]

    def _beside_cue(self, mention: Phrase, key: frozenset[str]) -> Phrase | None:
        """Return the fuller mention of the same party beside another cue, an earlier one first."""
        near = self._near(mention)
        head = self._head(mention)
        loose = head is None or self._phrases.group(mention.start) in ("role", "state")
        fuller = [
            (one, held)
            for one, held in near
            if key < held
            and (loose or self._head(one) == head)
            and not self._serves(one, key)
            and not self._joins_another(one, mention)
            and self._by_name(one, mention, key)
        ]
        earlier = [found for found in fuller if found[0].start < mention.start][-_LAST_SOURCES:]
        if earlier:
            return max(earlier, key=lambda found: (len(found[1]), found[0].start))[0]
        if (named := self._surname_first(mention, near)) is not None:
            return named
        if fuller and len(key) > 1:
            return fuller[0][0]
        same = [one for one, held in near if one.start < mention.start and held == key]
        return same[0] if same else self._described_before(mention, key, near)

    def _by_name(self, one: Phrase, mention: Phrase, key: frozenset[str]) -> bool:
        """Tell whether a phrase that holds a bare name is called by it: not «رئيس الوحدة سالم الهادي»."""
        group = self._phrases.group(mention.start)
        if group not in (None, "title", "state"):
            return True
        words = self._body.words[one.start : one.end]
        if any(word[0] == "و" and word[1:] in self._lexicons.given_names for word in words[1:]):
            return False
        name = self._name_in(one)
        if name is not None:
            return key <= self._key(name)
        # «الاتحاد ... (فيفا)»
        return group != "state" or ")" in words or words[0].removeprefix("ال") in self._small.named_body

    def _joins_another(self, one: Phrase, mention: Phrase) -> bool:
        """Tell whether a phrase names a further party beside a body: «المقاومة والجيش»."""
        if self._phrases.group(mention.start) not in ("body", "state", "role"):
            return False
        words, speakers = self._body.words, self._lexicons.speakers
        joined = (words[token] for token in range(one.start + 1, one.end))
        return any(word[0] == "و" and speakers.get(word[1:]) in ("body", "role", "office") for word in joined)

    def _serves(self, one: Phrase, key: frozenset[str]) -> bool:
        """Tell whether a phrase names another, in an office under the party: «محامي الهادي سالم علي»."""
        words = self._body.words
        if len(key) > 1 or one.end - one.start <= _OFFICE_UNDER:
            return False
        under = _bare(words[one.start + 1]) in key and not words[one.start].startswith("ال")
        return under and self._phrases.group(one.start) == "office"

    def _head(self, mention: Phrase) -> str | None:
        """Return the noun that describes a party, behind its titles; `None` for a bare name."""
        for token in range(mention.start, mention.end):
            word = self._body.words[token]
            group = self._phrases.group(token)
            if word in self._small.same or group == "title":
                continue
            return _bare(word) if group is not None else None
        return None

    def _surname_first(self, mention: Phrase, near: list[tuple[Phrase, frozenset[str]]]) -> Phrase | None:
        """Return whom «دغلس المكلف بالملف» is, named «غسان دغلس» before, whatever is said of him now."""
        first = self._body.words[mention.start]
        if self._phrases.speaker_at(mention.start) or mention.end - mention.start == 1 or not first.isalpha():
            return None
        if self._phrases.given_name_at(mention.start):
            return None
        for one, held in near:
            if one.start < mention.start and _bare(first) in held and self._body.words[one.start] != first:
                return one
        return None

    def _described_before(
        self, mention: Phrase, key: frozenset[str], near: list[tuple[Phrase, frozenset[str]]]
    ) -> Phrase | None:
        """Return whom «المصدر» takes up: a role without a name is whoever was described last."""
        definite = self._body.words[mention.start].startswith(("ال", "لل"))
        if len(key) > 1 or not definite or self._phrases.group(mention.start) != "role":
            return None
        noun = self._body.words[mention.start].removeprefix("لل").removeprefix("ال")
        generic = "ال" + noun in self._small.generic_person
        stem = noun.rstrip(_ENDINGS)
        # «التجار» are none that were named one by one.
        plural = self._kinds.agreement(mention) is Agreement.PLURAL
        before = [
            one
            for one, _ in near
            if one.start < mention.start
            and self._phrases.group(one.start) == "role"
            and (self._kinds.agreement(one) is Agreement.PLURAL) == plural
            and (generic or _bare(self._body.words[one.start]).rstrip(_ENDINGS) == stem)
        ]
        return before[-1] if before else None

    # The running text

    def _in_text(self, best: Phrase, mention: Phrase, key: frozenset[str]) -> Phrase:
        """Return a fuller mention in the running text, else `best`."""
        name = self._name_in(mention)
        if name is not None:
            return self._person_named(best, mention, name)
        described = replace(mention, start=self._past_titles(mention))
        group = self._phrases.group(described.start)
        if group == "state":
            return best
        if group in ("office", "role", "title"):
            best = self._holder(best, described, key)
            if best is not mention or self._kinds.agreement(described) is not Agreement.PLURAL:
                return best
        elif group is None and not self._common(described):
            return best
        return self._described_in_text(best, described, key)

    def _past_titles(self, mention: Phrase) -> int:
        start = mention.start
        while start < mention.end - 1 and self._phrases.group(start) == "title":
            start += 1
        return start

    def _common(self, mention: Phrase) -> bool:
        """Tell whether a mention is a single noun with its article that no name can be: «المبادرة»."""
        word = self._body.words[mention.start]
        if mention.end - mention.start > 1 or not word.startswith("ال") or _nameable(word):
            return False
        places = self._places.get(_bare(word), ())[:_MOST_PLACES]
        return not any(place and self._phrases.given_name_at(place - 1) for place in places)

    def _name_in(self, mention: Phrase) -> Phrase | None:
        """Return the name that a mention holds, by which the text may speak of the same person elsewhere."""
        start, words = self._past_titles(mention), self._body.words
        group = self._phrases.group(start)
        if group in ("office", "role"):
            names = (token for token in range(start + 1, mention.end) if self._begins_name(start, token))
            start = next(names, -1)
            if start < 0:
                return None
        elif group not in (None, "title") or self._common(mention):
            return None
        end = start + 1
        while end < mention.end and words[end] not in COMMAS and not self._office_at(end):
            end += 1
        while end > start + 1 and not words[end - 1][0].isalnum():
            end -= 1
        return Phrase(start=start, end=end, fused=mention.fused if start == mention.start else 0)

    def _office_at(self, token: int) -> bool:
        """Tell whether an office begins behind a name, so that other names may follow."""
        word, before = self._body.words[token], self._body.words[token - 1]
        if word.startswith("ال") or before in self._small.name_part or self._phrases.given_name_at(token):
            return False
        return self._phrases.group(token) in ("office", "role")

    def _begins_name(self, head: int, token: int) -> bool:
        """Tell whether the holder's name begins at `token` behind an office: «الوزير فلان»."""
        word, before = self._body.words[token], self._body.words[token - 1]
        if word in self._small.in_the_name:
            return False
        if self._phrases.given_name_at(token) or self._phrases.group(token) == "title":
            return True
        # The adjectives of a definite noun bear the article; a word without it begins a name.
        adjective = not word.isalpha() or word.startswith(_NO_NAME) or word in self._small.preposition
        if adjective or not self._body.words[head].startswith("ال") or not before.startswith("ال"):
            return False
        near = token - head <= _MOST_ADJECTIVES and self._phrases.group(token) is None
        return near and not self._phrases.ends_at(token, head)

    def _person_named(self, best: Phrase, mention: Phrase, name: Phrase) -> Phrase:
        """Return the fullest mention of the person whose name a mention holds."""
        key = self._key(name)
        found = [
            one
            for place in self._places.get(_bare(self._body.words[name.end - 1]), ())[:_MOST_PLACES]
            if not mention.start <= place < mention.end
            and (one := self._persons.named_at(place)) is not None
            and key <= self._key(one.whole)
        ]
        # Of several with one surname the nearest before is meant.
        full = [one for one in found if one.full]
        nearest = max((one for one in full if one.names.start < mention.start), default=None, key=_place)
        nearest = nearest or next(iter(full), None)
        meant = self._key(nearest.names) if nearest is not None else key
        same = [one for one in full if meant <= self._key(one.whole)] or found
        return self._fuller(best, [one.whole for one in same])

    def _holder(self, best: Phrase, mention: Phrase, key: frozenset[str]) -> Phrase:
        """Return who holds the office that a mention names without its holder."""
        noun = _bare(self._body.words[mention.start][mention.fused :])
        found = [
            one.whole
            for place in self._places.get(noun, ())[:_MOST_PLACES]
            if (one := self._persons.holder(place)) is not None and key <= self._key(one.whole)
        ]
        return self._fuller(best, found)

    def _described_in_text(self, best: Phrase, mention: Phrase, key: frozenset[str]) -> Phrase:
        """Return what the text calls in full what a mention calls by its noun alone."""
        noun = _bare(self._body.words[mention.start][mention.fused :])
        places = sorted(
            place for spelt in spellings(noun) for place in self._places.get(spelt, ())[:_MOST_PLACES]
        )
        found = [
            one
            for place in places[:_MOST_PLACES]
            if place < mention.start
            and key - {noun} <= self._key(one := self._descriptions.headed(place))
            and (self._phrases.group(place) not in (None, "body") or self._proper(one))
        ]
        return self._fuller(best, [self._freed(one, noun) for one in found])

    def _freed(self, phrase: Phrase, noun: str) -> Phrase:
        """Take a particle off a phrase whose noun it is written onto: «لهيئة ...»."""
        word = self._body.words[phrase.start]
        return replace(phrase, fused=int(not word.startswith((noun, "ال")) and word[0] in "بلو"))

    def _proper(self, phrase: Phrase) -> bool:
        """Tell whether a body is named and not only described: «شركة السد», never «شركة محلية»."""
        head, *rest = self._body.words[phrase.start : phrase.end]
        if any(not word[0].isalpha() or "ال" in word[:4] for word in rest):
            return True
        agrees = head.endswith("ه") == rest[-1].endswith("ه") if rest else True
        return not agrees or (bool(rest) and uncommon(rest[-1]))

    def _fuller(self, best: Phrase, found: list[Phrase]) -> Phrase:
        """Return the first of the fullest phrases, `best` where none is fuller."""
        return max((best, *found), key=lambda one: len(self._key(one)))


def _place(one: Named) -> int:
    return one.names.start


def _nameable(word: str) -> bool:
    return word.endswith("ي") or uncommon(word)


def _nominative(text: str) -> str:
    """Take the ending of the accusative off a noun and the adjectives right behind it."""
    words = text.split(" ")
    for index, word in enumerate(words):
        if not word.rstrip(_TANWIN).endswith("ا"):
            break
        words[index] = word.rstrip(_TANWIN)[:-1].rstrip(_TANWIN)
    return " ".join(words)


def _bare(word: str) -> str:
    """Take the article off a word."""
    return word[2:] if len(word) >= _SHORTEST_BARE and word.startswith(("ال", "لل")) else word

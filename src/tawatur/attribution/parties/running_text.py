"""The fullest mention of a party in the running text, where no cue stands beside it."""

from functools import cache

from msgspec.structs import replace

from tawatur.attribution.body import Body
from tawatur.attribution.cue_words import Agreement
from tawatur.attribution.lexicon import AttributionLexicons, uncommon
from tawatur.attribution.parties.descriptions import Descriptions
from tawatur.attribution.parties.mention_words import MentionWords, bare, telling
from tawatur.attribution.parties.persons import Named, Persons
from tawatur.attribution.speakers.kinds import Kinds
from tawatur.attribution.speakers.sources import NounPhrases, Phrase
from tawatur.attribution.speakers.speaker_words import PERSONAL
from tawatur.lexicons.body_classes import body_classes
from tawatur.lexicons.callings import callings

_LONGEST_HONOUR = 16
_LONGEST_CLASSED = 8
_FARTHEST_BODY = 200
# «(اف بي آي)»
_LONGEST_SHORT_NAME = 4
_CLASSED = (None, "body", "state")
# «المتحدث الرسمي باسم ...»: of fewer words there are many.
_TELLING_OFFICE = 3


class RunningText:
    """Looks for parties in the text of one body."""

    def __init__(
        self,
        body: Body,
        lexicons: AttributionLexicons,
        phrases: NounPhrases,
        mention_words: MentionWords,
        *,
        cues: frozenset[int],
    ) -> None:
        self._body = body
        self._small = lexicons.small
        self._phrases = phrases
        self._mentions = mention_words
        persons = Persons(body, lexicons, phrases, cues)
        # A text goes back to the same few parties again and again.
        self._named_at = cache(persons.named_at)
        self._holder_at = cache(persons.holder)
        self._headed_at = cache(Descriptions(body, lexicons, phrases).headed)
        self._kinds = Kinds(body, lexicons, phrases)

    def fuller_than(self, best: Phrase, mention: Phrase, key: frozenset[str]) -> Phrase:
        """Return a fuller mention in the running text, else `best`."""
        name = self._mentions.name_in(mention)
        if name is not None:
            return self._person_named(best, mention, name)
        described = replace(mention, start=self._mentions.past_titles(mention))
        group = self._phrases.group(described.start)
        if group == "state" or self._mentions.undetermined(mention):
            return best
        if group in PERSONAL:
            best = self._holder(best, described, key)
            if best is not mention or self._kinds.agreement(described) is not Agreement.PLURAL:
                return best
        return self._described_in_text(best, described, key)

    def _person_named(self, best: Phrase, mention: Phrase, name: Phrase) -> Phrase:
        """Return the fullest mention of the person whose name a mention holds."""
        key = self._mentions.key(name)
        found = [
            one
            for place in self._mentions.places(bare(self._body.words[name.end - 1]))
            if (one := self._named_at(place)) is not None
            and key <= self._mentions.key(one.whole)
            and self._mentions.same_given(one.names, name)
        ]
        # Of several with one surname the nearest before is meant.
        full = [one for one in found if one.full]
        nearest = max((one for one in full if one.names.start < mention.start), default=None, key=_place)
        nearest = nearest or next(iter(full), None)
        meant = self._mentions.key(nearest.names) if nearest is not None else key
        same = [one for one in full if meant <= self._mentions.key(one.whole)] or found
        return self._fuller(best, [one.whole for one in same])

    def surnamed(self, mention: Phrase) -> Phrase | None:
        """Return whom a mention that begins with a surname speaks of, if the text before it names him."""
        if not self._mentions.surname_leads(mention):
            return None
        for place in reversed(self._mentions.places(bare(self._body.words[mention.start]))):
            one = self._named_at(place) if place < mention.start else None
            if one is not None and one.full and one.names.end == place + 1 and self._given(one):
                return self._person_named(one.whole, one.whole, one.names)
        return None

    def _given(self, one: Named) -> bool:
        return any(map(self._phrases.given_name_at, range(one.names.start, one.names.end)))

    def classed(self, mention: Phrase) -> Phrase | None:
        """Return the body that a mention calls by its matter, name or abbreviation alone: «الجوازات»."""
        token = mention.start + (self._body.words[mention.start] == '"')
        noun, group = bare(self._body.words[token]), self._phrases.group(token)
        if token >= mention.end or group not in _CLASSED or self._phrases.given_name_at(token):
            return None
        if token in self._body.outlets or mention.start in self._body.outlets:
            return None
        key = self._mentions.key(mention)
        found = [
            one
            for place in self._mentions.places(noun)
            if (head := self._class_before(place, group)) is not None
            and key < self._mentions.key(one := self._headed_at(head))
            and one.end > place
        ]
        return self._fuller(mention, found) if found else None

    def called_otherwise(self, mention: Phrase) -> Phrase | None:
        """Return the body that a class noun alone takes up: «الشركة» is «أرامكو», named last before."""
        words = self._body.words
        sort = body_classes().get(bare(words[mention.start]))
        if sort is None or not words[mention.start].startswith("ال"):
            return None
        if any(word not in sort.epithets for word in words[mention.start + 1 : mention.end]):
            return None
        for token in range(mention.start - 1, max(-1, mention.start - _FARTHEST_BODY), -1):
            word = words[token]
            if word in sort.members or (word.startswith("ال") and word[2:] in sort.members):
                return self._phrases.compact(token, mention.start)
        return None

    def _class_before(self, place: int, group: str | None) -> int | None:
        """Return the noun that tells what sort of body is named at `place`: «شركة ...», «مديرية ال...»."""
        words = self._body.words
        before = place - 1
        if before < 0 or words[place] in callings():
            return None
        if words[before] == "(":
            if ")" not in words[place + 1 : place + _LONGEST_SHORT_NAME]:
                return None
            heads = range(before - 1, max(-1, before - _LONGEST_CLASSED), -1)
            return next((head for head in heads if self._phrases.group(head) == "body"), None)
        before -= words[before] == '"'
        if words[before] in self._small.named_body:
            return before
        if group != "body" or not (words[place].startswith("لل") or bare(words[place]) in self._small.matter):
            return None
        if words[place].startswith("لل"):
            # «المديرية العامة للجوازات», never «مركز للشرطة»
            before = before - 1 if words[before].startswith("ال") else -1
        return before if before >= 0 and self._phrases.group(before) == "body" else None

    def honoured(self, place: int) -> Phrase | None:
        """Return who is named in full behind a title."""
        for token in range(place + 1, min(place + _LONGEST_HONOUR, len(self._body.words))):
            if self._phrases.given_name_at(token):
                found = self._named_at(token)
                return found.whole if found is not None else None
            if self._phrases.ends_at(token, place) or not self._body.words[token][0].isalpha():
                break
        return None

    def _holder(self, best: Phrase, mention: Phrase, key: frozenset[str]) -> Phrase:
        """Return who holds the office that a mention names without its holder."""
        noun = bare(self._body.words[mention.start][mention.fused :])
        found = [
            one.whole
            for place in self._mentions.called(noun)
            if (one := self._holder_at(place)) is not None and self._in_office(one, key)
        ]
        # Who is named is told more fully than by any office.
        return self._fuller(found[0] if found and best == mention else best, found)

    def _in_office(self, one: Named, key: frozenset[str]) -> bool:
        """Tell whether somebody holds an office, though the text may break off its name beside his."""
        held = self._mentions.key(one.whole)
        office = held - self._mentions.key(one.names)
        return key <= held or (len(office) >= _TELLING_OFFICE and office <= key)

    def _described_in_text(self, best: Phrase, mention: Phrase, key: frozenset[str]) -> Phrase:
        """Return what the text calls in full what a mention calls by its noun alone."""
        noun = bare(self._body.words[mention.start][mention.fused :])
        found = [
            one
            for place in self._mentions.places_of(noun)
            if place < mention.start
            and key - {telling(noun)} <= self._mentions.key(one := self._headed_at(place))
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
        return max((best, *found), key=lambda one: len(self._mentions.key(one)))


def _place(one: Named) -> int:
    return one.names.start

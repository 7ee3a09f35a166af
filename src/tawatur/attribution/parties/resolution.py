"""Who a source is: from a short mention or a title to the fullest name in the article."""

from collections.abc import Iterable

import msgspec

from tawatur.attribution.body import Body
from tawatur.attribution.chains import Chains
from tawatur.attribution.cue_words import Agreement
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.parties.beside_cues import BesideCues
from tawatur.attribution.parties.mention_words import MentionWords, telling
from tawatur.attribution.parties.running_text import RunningText
from tawatur.attribution.speakers.kinds import Kinds
from tawatur.attribution.speakers.sources import NounPhrases, Phrase
from tawatur.attribution.speakers.speaker_words import PERSONAL
from tawatur.records.attribution import SourceKind

# A mention of more words is full by itself.
_LONGEST_SHORT = 4
_SHORTEST_NOUN = 4
# Shorter words are particles.
_SHORTEST_NAME = 3
_TANWIN = "ً"
_TRAILING = " -–،,:؛"
_QUOTES = "\"«»“”„'()"


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """A source as the article names it most fully.

    `relay` is its name where it carries another's word: an outlet's bare. `agreement` is what a
    verb shows that goes on with it.
    """

    name: str
    relay: str
    kind: SourceKind
    agreement: Agreement


class Resolver:
    """Resolves the mentions of one body; `mentions` are all the phrases that stand beside cues.

    No name reaches over one of the `cues`.
    """

    def __init__(
        self,
        body: Body,
        lexicons: AttributionLexicons,
        mentions: Iterable[Phrase],
        *,
        cues: frozenset[int] = frozenset(),
    ) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = NounPhrases(body, lexicons)
        self._chains = Chains(body, lexicons, self._phrases)
        self._kinds = Kinds(body, lexicons, self._phrases)
        self._words = MentionWords(body, lexicons, self._phrases)
        self._text = RunningText(body, lexicons, self._phrases, self._words, cues=cues)
        self._known: dict[Phrase, Phrase] = {}
        self._beside = BesideCues(body, lexicons, self._phrases, self._words, mentions)

    def party(self, mention: Phrase) -> Party:
        """Return the party that a mention beside a cue speaks of."""
        mention = self._phrases.without_asides(mention)
        fullest = self._beside.described(self._words.named_alone(self._fullest(mention)))
        # A name that no list knows is a person's, as nearly all surnames are.
        kind = self._kinds.kind(fullest) or self._kinds.kind(mention) or SourceKind.PERSON
        if kind is SourceKind.UNNAMED and self._phrases.given_name_at(fullest.start):
            kind = SourceKind.PERSON
        name = self._name(fullest)
        relay = self._chains.bare(name) if kind is SourceKind.OUTLET else name
        return Party(name=name, relay=relay, kind=kind, agreement=self._kinds.agreement(mention))

    def named_before(self, mention: Phrase) -> bool:
        """Tell whether the text before a mention names its party more fully."""
        fullest = self._fullest(mention)
        return fullest.start < mention.start and fullest.end - fullest.start > mention.end - mention.start

    def taken_up(self, mention: Phrase) -> bool:
        """Tell whether a noun with its article takes up somebody described before: «المسؤول»."""
        mention = self._phrases.without_asides(mention)
        head = self._words.past_titles(mention)
        if self._phrases.group(head) not in PERSONAL or not self._body.words[head].startswith("ال"):
            return False
        fullest, key = self._fullest(mention), self._words.key(mention)
        nameless = len(key) == 1 or self._words.name_in(mention) is None
        return nameless and fullest.start < mention.start and key <= self._words.key(fullest)

    def called_alike(self, mention: Phrase) -> bool:
        """Tell whether a mention's noun is what its party was called by first: «المصدر», «مصدر أمني»."""
        words, fullest = self._body.words, self._fullest(mention)
        first = words[fullest.start][fullest.fused :]
        return telling(words[self._words.past_titles(mention)]) == telling(first)

    def stands_alone(self, mention: Phrase) -> bool:
        """Tell whether the text calls nobody more fully by a mention's noun."""
        return self._fullest(self._phrases.without_asides(mention)).start == mention.start

    def person_at(self, token: int) -> Phrase | None:
        """Return the surname at `token` if the text before it names its bearer in full."""
        word = self._body.words[token]
        if not word.isalpha() or len(word) < _SHORTEST_NAME:
            return None
        if word in self._small.adjunct or word in self._small.boundary:
            return None
        if (
            self._phrases.speaker_at(token)
            or self._phrases.ends_at(token, token)
            or word in self._lexicons.cues
        ):
            return None
        mention = Phrase(start=token, end=token + 1)
        fullest = self._fullest(mention)
        if fullest.end - fullest.start == 1 or fullest.start >= token:
            return None
        if not word.startswith("ال"):
            return mention
        # «حول الأعمال» takes up «أعمال ...», and is nobody.
        named = any(map(self._phrases.given_name_at, range(fullest.start, fullest.end)))
        return mention if named or self._phrases.group(fullest.start) in PERSONAL else None

    def _fullest(self, mention: Phrase) -> Phrase:
        found = self._known.get(mention)
        if found is None:
            self._known[mention] = mention
            found = self._sought(mention)
            if found != mention:
                # «المصدر نفسه» is «المصدر», who is «مصدر مطلع».
                further = self._fullest(self._phrases.without_asides(found))
                found = further if self._goes_further(found, further) else found
            self._known[mention] = found
        return found

    def _goes_further(self, found: Phrase, further: Phrase) -> bool:
        """Tell whether a phrase calls a party more fully by the same words, or by more than one noun."""
        key = self._words.key(found)
        return len(key) == 1 or key < self._words.key(further)

    def _sought(self, mention: Phrase) -> Phrase:
        key = self._words.key(mention)
        referred = self._outlet_meant(mention) or self._honoured(mention) or self._reporting(mention)
        if referred is not None:
            return self._text.fuller_than(referred, referred, self._words.key(referred))
        if len(key) == 1 and self._phrases.group(mention.start) in ("body", "document"):
            # «الهيئة» is what the text calls «هيئة ...», whoever spoke for it in between.
            found = self._text.fuller_than(mention, mention, key)
            if found is not mention:
                return found
        best = self._beside.fuller(mention, key) or mention
        office = self._phrases.group(self._words.past_titles(mention)) == "office"
        if len(key) <= _LONGEST_SHORT or office:
            best = self._text.fuller_than(best, mention, key)
        if best is mention:
            best = self._text.surnamed(mention) or self._text.classed(mention) or mention
        if best is mention and (head := self._words.referring(mention)) is not None:
            # «الوزارة بالمواطنين» begins with what «وزارة ...» is taken up by.
            found = self._fullest(head)
            best = found if found is not head and found.start < mention.start else mention
        if best is mention:
            best = self._text.called_otherwise(mention) or mention
        if best is not mention:
            return best
        named = self._beside.named_before(mention)
        return self._fullest(named) if named is not None else mention

    def _name(self, phrase: Phrase) -> str:
        """Write a phrase as a name that stands alone."""
        text = phrase.span(self._body).of(self._body.text).rstrip(_TRAILING)
        word = self._body.words[phrase.start]
        if phrase.fused and word.startswith("لل"):
            text = "ا" + text
        elif (
            text.startswith("لل")
            and word not in self._lexicons.speakers
            and self._phrases.group(phrase.start)
        ):
            # «خلفا للأمير سالم الهادي الذي أعلن»
            text = "ا" + text[1:]
        if self._accusative(phrase):
            text = _nominative(text)
        return text if " " in text else text.strip(_QUOTES) or text

    def _accusative(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is the subject behind «أن», which ends in an alif: «أن خبيرا محليا»."""
        word, speakers = self._body.words[phrase.start], self._lexicons.speakers
        return (
            len(word) >= _SHORTEST_NOUN and word not in speakers and word[:-1] in speakers and word[-1] == "ا"
        )

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
        if not word.endswith("ه") or self._lexicons.speakers.get(title) != "title":
            return None
        place = self._words.nearest(title, mention.start)
        if place is None:
            return None
        if (named := self._text.honoured(place)) is not None:
            return named
        # «صاحب السمو»
        office = place > 0 and self._lexicons.speakers.get(self._body.words[place - 1]) == "office"
        return self._phrases.compact(place - office, len(self._body.words))


def _nominative(text: str) -> str:
    """Take the ending of the accusative off a noun and the adjectives right behind it."""
    words = text.split(" ")
    for index, word in enumerate(words):
        if len(word) < _SHORTEST_NOUN or not word.rstrip(_TANWIN).endswith("ا"):
            break
        words[index] = word.rstrip(_TANWIN)[:-1].rstrip(_TANWIN)
    return " ".join(words)

"""The fullest mention of a party beside the cues of a text."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from tawatur.attribution.body import Body
from tawatur.attribution.cue_words import Agreement
from tawatur.attribution.lexicon import AttributionLexicons
from tawatur.attribution.parties.mention_words import MentionWords, bare, telling
from tawatur.attribution.speakers.kinds import Kinds
from tawatur.attribution.speakers.sources import NounPhrases, Phrase
from tawatur.records.attribution import SourceKind

_MOST_SOURCES = 40
_LAST_SOURCES = 3
_OFFICE_UNDER = 2
# What the number and case of a plural are written with.
_PLURALS = ("ون", "ين", "ان")
_ENDINGS = "وني"


class BesideCues:
    """Looks for parties among `mentions`, the phrases that stand beside the cues of one body."""

    def __init__(
        self,
        body: Body,
        lexicons: AttributionLexicons,
        phrases: NounPhrases,
        mention_words: MentionWords,
        mentions: Iterable[Phrase],
    ) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = phrases
        self._words = mention_words
        self._kinds = Kinds(body, lexicons, phrases)
        # A text goes back to the same few parties again and again.
        self._heads = cache(self._called)
        self._described: dict[str, Phrase] = {}
        alone = [self._alone(one) for one in mentions]
        ordered = sorted(alone, key=lambda phrase: phrase.start)
        self._mentions = [(phrase, mention_words.key(phrase)) for phrase in ordered]
        self._starts = [phrase.start for phrase in ordered]

    def _alone(self, mention: Phrase) -> Phrase:
        """Leave out what is said of a party by the way, and keep it for a name that no text makes fuller."""
        found = self._words.named_alone(self._phrases.without_asides(mention))
        if found.end - found.start == 1 < mention.end - mention.start:
            aside = self._body.words[found.end]
            if aside in self._small.relative:
                self._described.setdefault(self._body.words[found.start], mention)
        return found

    def described(self, name: Phrase) -> Phrase:
        """Return a bare name with what a clause tells of its bearer: «سالم الذي يعمل في السد»."""
        if name.end - name.start > 1 or self._phrases.group(name.start) is not None:
            return name
        return self._described.get(self._body.words[name.start], name)

    def _near(self, mention: Phrase) -> list[tuple[Phrase, frozenset[str]]]:
        index = bisect_left(self._starts, mention.start)
        first = max(_MOST_SOURCES, index - _MOST_SOURCES)
        return self._mentions[:_MOST_SOURCES] + self._mentions[first : index + _MOST_SOURCES]

    def fuller(self, mention: Phrase, key: frozenset[str]) -> Phrase | None:
        """Return the fuller mention of the same party beside another cue, an earlier one first."""
        near = self._near(mention)
        head = self._head(mention)
        undetermined = self._words.undetermined(mention)
        loose = head is None or self._phrases.group(mention.start) in ("role", "state")
        fuller = [
            (one, held)
            for one, held in near
            if key < held
            and (loose or head in self._heads(one))
            and not self._serves(one, key)
            and self._words.referring(one) is None
            and not self._joins_another(one, mention)
            and self._by_name(one, mention, key)
            and not (undetermined and self._words.name_in(one) is not None)
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
        name = self._words.name_in(one)
        if name is not None:
            return key <= self._words.key(name) and self._words.same_given(name, mention)
        # «المتحدث باسم دلتا», «روسيا ... نظام الأسد»; but «الاتحاد ... (فيفا)», «شركة أرامكو»
        other = group == "state" or self._phrases.group(one.start) in ("office", "state", "body", "document")
        return not other or ")" in words or words[0].removeprefix("ال") in self._small.named_body

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
        under = telling(words[one.start + 1]) in key and not words[one.start].startswith("ال")
        return under and self._phrases.group(one.start) == "office"

    def _called(self, one: Phrase) -> tuple[str | None, str | None]:
        return self._head(one), self._office_behind(one)

    def _head(self, mention: Phrase) -> str | None:
        """Return the noun that describes a party, behind its titles; `None` for a bare name."""
        for token in range(mention.start, mention.end):
            word = self._body.words[token]
            word = word[mention.fused :] if token == mention.start else word
            group = self._phrases.group(token)
            if word in self._small.same or group == "title":
                continue
            return telling(word) if group is not None else None
        return None

    def _office_behind(self, mention: Phrase) -> str | None:
        """Return the office that stands behind a name: «سالم الهادي، مدير السد»."""
        if (name := self._words.name_in(mention)) is None or name.start > self._words.past_titles(mention):
            return None
        words = self._body.words
        for token in range(name.end, mention.end):
            if self._phrases.group(token) in ("office", "role") and words[token] in self._lexicons.speakers:
                return telling(words[token])
        return None

    def _surname_first(self, mention: Phrase, near: list[tuple[Phrase, frozenset[str]]]) -> Phrase | None:
        """Return whom «دغلس المكلف بالملف» is, named «غسان دغلس» before, whatever is said of him now."""
        if not self._words.surname_leads(mention):
            return None
        first = self._body.words[mention.start]
        for one, held in near:
            if one.start < mention.start and bare(first) in held and self._body.words[one.start] != first:
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
            and (generic or bare(self._body.words[one.start]).rstrip(_ENDINGS) == stem)
        ]
        return before[-1] if before else None

    def named_before(self, mention: Phrase) -> Phrase | None:
        """Return whom «المسؤول الأممي», «الرجل» takes up, called otherwise before: the last one named."""
        word = self._body.words[mention.start]
        if self._phrases.group(mention.start) == "document":
            return self._paper_before(mention)
        generic = word in self._small.generic_person and not word.endswith(_PLURALS)
        if not generic or self._words.name_in(mention) is not None:
            return None
        described = self._further_described(mention)
        if described and self._phrases.group(mention.start) != "role":
            return None
        shows = self._kinds.agreement(mention)
        for one, _ in reversed(self._near(mention)):
            if one.start >= mention.start or self._words.name_in(one) is None:
                continue
            if described and self._head(one) != self._head(mention):
                continue
            if self._kinds.kind(one) in (None, SourceKind.PERSON) and self._kinds.agreement(one) is shows:
                return one
        return None

    def _paper_before(self, mention: Phrase) -> Phrase | None:
        """Return the paper that «البيان» takes up, called by another noun before: «تقرير للهيئة»."""
        word = self._body.words[mention.start]
        if mention.end - mention.start > 1 or word.removeprefix("ال") not in self._small.news_paper:
            return None
        papers = (
            one
            for one, _ in reversed(self._near(mention))
            if one.start < mention.start
            and one.end - one.start > 1
            and bare(self._body.words[one.start][one.fused :]).removesuffix("ا") in self._small.news_paper
        )
        return next(papers, None)

    def _further_described(self, mention: Phrase) -> bool:
        """Tell whether more than adjectives describes somebody: «المتحدث باسم الشركة» is whoever that is."""
        words, small = self._body.words, self._small
        behind = words[mention.start + 1 : mention.end]
        further = (word for word in behind if word not in small.same)
        return any(word in small.preposition or not word.startswith("ال") for word in further)

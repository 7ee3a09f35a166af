"""What a mention is called by: the words that tell its party from others, and the name it holds."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache

from msgspec.structs import replace

from tawatur.attribution.body import COMMAS, Body
from tawatur.attribution.lexicon import AttributionLexicons, uncommon, unlisted
from tawatur.attribution.parties.descriptions import spellings
from tawatur.attribution.speakers.sources import NounPhrases, Phrase
from tawatur.attribution.speakers.speaker_words import PERSONAL
from tawatur.lexicons.callings import callings

MOST_PLACES = 12
"""Enough of any article, and little enough to stay linear on one that repeats a name."""
_SHORTEST_BARE = 5
_NO_NAME = ("ال", "لل", "و")
_MOST_ADJECTIVES = 3
_SHORTEST_PLURAL = 5


class MentionWords:
    """Reads the words of the mentions in one body."""

    def __init__(self, body: Body, lexicons: AttributionLexicons, phrases: NounPhrases) -> None:
        self._body = body
        self._lexicons = lexicons
        self._small = lexicons.small
        self._phrases = phrases
        # A text goes back to the same few parties again and again.
        self.key = cache(self._key)
        self.name_in = cache(self._name_in)
        self.places_of = cache(self._places_of)
        self._all = cache(self._all_places)

    @cached_property
    def _written(self) -> tuple[dict[str, int], dict[str, list[int]]]:
        """Where each word stands first as it is written, and where else, which most words do nowhere."""
        words = self._body.words
        first: dict[str, int] = {}
        again: dict[str, list[int]] = {}
        for token, before in enumerate(map(first.setdefault, words, range(len(words)))):
            if before != token:
                again.setdefault(words[token], []).append(token)
        return first, again

    def _all_places(self, word: str) -> list[int]:
        return self._where(_with_articles(word))

    def _where(self, forms: Iterable[str]) -> list[int]:
        first, again = self._written
        return sorted(
            place for form in forms if form in first for place in (first[form], *again.get(form, ()))
        )

    def places(self, word: str) -> list[int]:
        """Return the first tokens where a word stands, with or without its article."""
        return self._all(word)[:MOST_PLACES]

    def _places_of(self, noun: str) -> list[int]:
        """Return the first tokens where a noun stands, however the text writes it: «ببيانها»."""
        return self._where(_with_affixes(noun))[:MOST_PLACES]

    def called(self, noun: str) -> list[int]:
        """Return the first tokens where a noun stands or another that means the same."""
        return [place for form in callings().get(noun, (noun,)) for place in self.places(form)]

    def nearest(self, word: str, token: int) -> int | None:
        """Return where a word stands last before `token`, else where it stands first."""
        places = self._all(word)
        if not places:
            return None
        return places[max(0, bisect_left(places, token) - 1)]

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
        apart = [
            word
            for word in words
            if self._lexicons.speakers.get(word) != "title" and word not in self._small.same
        ]
        return frozenset(map(telling, apart or words))

    def same_given(self, one: Phrase, other: Phrase) -> bool:
        """Tell whether two names begin alike where the second begins with a given name: no son's does."""
        start, words = self.past_titles(other), self._body.words
        given = self._phrases.given_name_at(start) and words[start] not in self._small.name_part
        if other.end - start == 1 or not given:
            return True
        return words[self.past_titles(one)] == words[start]

    def past_titles(self, mention: Phrase) -> int:
        """Return where a mention begins behind its titles."""
        start = mention.start
        while start < mention.end - 1 and self._phrases.group(start) == "title":
            start += 1
        return start

    def surname_leads(self, mention: Phrase) -> bool:
        """Tell whether a mention may be a surname with what is said of its bearer: «دغلس المكلف بالملف»."""
        if self._phrases.speaker_at(mention.start) or mention.end - mention.start == 1:
            return False
        given = map(self._phrases.given_name_at, range(mention.start, mention.end))
        return self._body.words[mention.start].isalpha() and not any(given)

    def referring(self, mention: Phrase) -> Phrase | None:
        """Return the head of a mention that takes up a body by its article and nothing else belongs to."""
        words = self._body.words
        if mention.end - mention.start == 1 or self._phrases.group(mention.start) != "body":
            return None
        behind = words[mention.start + 1]
        belongs = behind.startswith(("ال", "لل", "وال")) or behind in ("في", "(") or not behind[0].isalpha()
        if belongs or not words[mention.start].startswith("ال"):
            return None
        return Phrase(start=mention.start, end=mention.start + 1)

    def undetermined(self, mention: Phrase) -> bool:
        """Tell whether a mention brings somebody new in: «مسؤول محلي» takes up nobody who was named."""
        words, group = self._body.words[mention.start : mention.end], self._phrases.group(mention.start)
        if len(words) == 1 or any("ال" in word[:3] or word in self._small.preposition for word in words):
            return False
        # «محافظ عدن» is determined by a name.
        return group == "role" or (group == "office" and words[1].endswith(("ي", "يه")))

    def common(self, mention: Phrase) -> bool:
        """Tell whether a mention is a single noun with its article that no name can be: «المبادرة»."""
        word = self._body.words[mention.start]
        if mention.end - mention.start > 1 or not word.startswith("ال") or _nameable(word):
            return False
        places = self.places(bare(word))
        return not any(place and self._phrases.given_name_at(place - 1) for place in places)

    def _name_in(self, mention: Phrase) -> Phrase | None:
        """Return the name that a mention holds, by which the text may speak of the same person elsewhere."""
        start, words = self.past_titles(mention), self._body.words
        group = self._phrases.group(start)
        if group in ("office", "role") and not self._given_at(start, mention.end):
            if self.speaks_for(start, mention.end):
                return None
            names = (token for token in range(start + 1, mention.end) if self._begins_name(start, token))
            start = next(names, -1)
            if start < 0:
                return None
        elif (group is not None and group not in PERSONAL) or self.common(mention):
            return None
        end = start + 1
        while end < mention.end and words[end] not in COMMAS and not self._past_name(end):
            end += 1
        while end > start + 1 and not words[end - 1][0].isalnum():
            end -= 1
        return Phrase(start=start, end=end, fused=mention.fused if start == mention.start else 0)

    def named_alone(self, phrase: Phrase) -> Phrase:
        """Leave out a clause about somebody named, and who is with him: «سالم الهادي الذي تولى السد»."""
        name = self.name_in(phrase)
        if name is None:
            return phrase
        last = self._body.words[phrase.end - 1]
        if last in self._small.preposition and not self._phrases.given_name_at(phrase.end - 1):
            phrase = replace(phrase, end=max(phrase.end - 1, phrase.start + 1))
        if name.end < phrase.end and self._body.words[name.end] in self._small.accompanying:
            return replace(phrase, end=name.end)
        for token in range(name.start + 1, phrase.end):
            if self._body.words[token] in self._small.relative:
                return replace(phrase, end=token)
        return phrase

    def _given_at(self, token: int, end: int) -> bool:
        """Tell whether a word that may be an office is a given name: «سلطان بن خالد»."""
        if token + 1 >= end or not self._phrases.given_name_at(token):
            return False
        return self._body.words[token + 1] in self._small.name_part

    def speaks_for(self, head: int, end: int) -> bool:
        """Tell whether somebody without a name speaks for a person: «متحدث باسم الوزير فلان»."""
        words = self._body.words
        if words[head].startswith("ال"):
            return False
        return any(
            words[token] in self._small.in_the_name and self._phrases.group(token + 1) in PERSONAL
            for token in range(head + 1, end - 1)
        )

    def _past_name(self, token: int) -> bool:
        """Tell whether an office begins behind a name, so that other names may follow, or an adverbial."""
        word = self._body.words[token]
        if word in self._small.being or word in self._small.accompanying:
            return True
        if word in self._small.preposition:
            return not self._phrases.given_name_at(token)
        before = self._body.words[token - 1]
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
        if before in COMMAS:
            # «وكيل الجمهورية لدى المحكمة، بوعلام سحنين»
            return unlisted(word) and word.isalpha() and not word.startswith(_NO_NAME)
        # The adjectives of a definite noun bear the article; a word without it begins a name.
        adjective = not word.isalpha() or word.startswith(_NO_NAME) or word in self._small.preposition
        if adjective or not self._body.words[head].startswith("ال") or not before.startswith("ال"):
            return False
        near = token - head <= _MOST_ADJECTIVES or uncommon(word)
        return near and self._phrases.group(token) is None and not self._phrases.ends_at(token, head)


def _nameable(word: str) -> bool:
    return word.endswith("ي") or uncommon(word)


@lru_cache(maxsize=1 << 16)
def bare(word: str) -> str:
    """Take the article off a word."""
    return word[2:] if len(word) >= _SHORTEST_BARE and word.startswith(("ال", "لل")) else word


def _with_articles(word: str) -> list[str]:
    """Return what is the same word without its article."""
    return [form for form in (word, "ال" + word, "لل" + word) if bare(form) == word]


@lru_cache(maxsize=1 << 12)
def _with_affixes(noun: str) -> list[str]:
    return [form for spelt in spellings(noun) for form in _with_articles(spelt)]


@lru_cache(maxsize=1 << 16)
def telling(word: str) -> str:
    """Return what a word tells of a party, however the text puts it: «ناطق» tells what «المتحدث» does.

    An adjective agrees with whatever noun calls its party.

    >>> telling("التركيه") == telling("تركي")
    True
    >>> telling("الموظفون") == telling("موظفين")
    True
    """
    noun = bare(word)
    if noun.endswith(("ون", "ان")) and len(noun) >= _SHORTEST_PLURAL:
        # Whatever their case the many and the two tell the same.
        noun = noun[:-2] + "ين"
    stem = noun[:-1] if noun.endswith("يه") else noun
    return callings()[stem][0] if stem in callings() else stem

"""Names as sequences of folded words, and the tree that finds them in one pass.

A name is its words; what stands between them (a blank, the dots of `أ. ف. ب.`, a hyphen)
does not tell names apart.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import compress
from typing import NamedTuple

from tawatur.arabic.cutting import Cut, cut, tokens
from tawatur.arabic.folding import folded

_WORD = re.compile(r"([^\W_]+)")
_GAP = re.compile(r" {1,3}| ?[-'] ?|[./&]")
_DOTTED_GAP = re.compile(r" ?[.·] ?")
# Dots with blanks stand inside abbreviations, whose parts are letters or the names of letters (بي. بي. سي).
_ABBREVIATED = 4
_PROCLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل")
LONGEST_PARTICLE = max(map(len, _PROCLITICS))
"""How many letters can be fused before a name."""


class Match(NamedTuple):
    """A name found at a place: `key` in the words up to but not including `stop`, behind `clitic` letters."""

    key: str
    clitic: int
    stop: int


@dataclass(slots=True)
class _Node:
    key: str | None = None
    onward: dict[str, "_Node"] = field(default_factory=dict)


def words(folded_text: str) -> Cut:
    """Find the words of a folded text, in small letters."""
    return cut(_lowered(folded_text), _WORD)


def words_of_body(folded_text: str) -> Cut:
    """Find the words of a body that is cut into tokens already: in half the time, all but the marks."""
    if "_" in folded_text or _lowered(folded_text) != folded_text:
        return words(folded_text)
    texts, starts, ends = tokens(folded_text)
    kept = list(map(str.isalnum, texts))
    return Cut(list(compress(texts, kept)), list(compress(starts, kept)), list(compress(ends, kept)))


def _lowered(text: str) -> str:
    # İ alone among all letters becomes two in small letters, which would move every place behind it.
    return text.replace("\u0130", "I").lower()


def key_of(name: str) -> str:
    """Return what two spellings of one name have in common.

    >>> key_of("أ. ف. ب.") == key_of("ا ف ب")
    True
    """
    return " ".join(_WORD.findall(folded(name).lower()))


class NameTree:
    """Names by their words, with and without the particles that Arabic fuses to the first of them."""

    def __init__(self, keys: Iterable[str]) -> None:
        root = _Node()
        for key in keys:
            node = root
            for part in key.split():
                node = node.onward.setdefault(part, _Node())
            node.key = key
        self._heads: dict[str, list[tuple[int, _Node]]] = {}
        for first, node in root.onward.items():
            for surface, clitic in fused(first):
                self._heads.setdefault(surface, []).append((clitic, node))
        for heads in self._heads.values():
            heads.sort(key=lambda head: head[0])
        # What may stand behind a first word, nothing where it is a name by itself.
        self._behind = {
            surface: frozenset(
                second
                for _, node in heads
                for second in (*node.onward, *(("",) if node.key is not None else ()))
            )
            for surface, heads in self._heads.items()
        }

    def heads(self, among: Cut) -> list[int]:
        """Return the places of the words that some name begins with, if the word behind them allows it."""
        texts, behind = among.texts, self._behind
        return [
            place
            for place in compress(range(len(texts)), map(behind.__contains__, texts))
            if "" in (seconds := behind[texts[place]]) or not seconds.isdisjoint(texts[place + 1 : place + 2])
        ]

    def matches(self, text: str, at: int, among: Cut) -> list[Match]:
        """Return the names that begin at word `at`: the longest first, then the least fused before."""
        heads = self._heads.get(among.texts[at], ())
        texts = among.texts
        found: list[Match] = []
        for clitic, head in heads:
            node: _Node | None = head
            stop = at + 1
            while node is not None:
                if node.key is not None:
                    found.append(Match(node.key, clitic, stop))
                node = node.onward.get(texts[stop]) if stop < len(texts) else None
                if node is not None and not _joined(text, among, stop):
                    break
                stop += 1
        found.sort(key=lambda match: (-match.stop, match.clitic))
        return found


def fused(first: str) -> Iterable[tuple[str, int]]:
    """Yield a word as it looks behind each fused particle, with the number of the particle's letters."""
    for particle in _PROCLITICS:
        if particle.endswith("ل") and first.startswith("ال"):
            # «للجزيرة»: the article loses its alif behind the preposition.
            yield particle + first[1:], len(particle)
        else:
            yield particle + first, len(particle)


def _joined(text: str, among: Cut, stop: int) -> bool:
    """Tell whether what stands before a word lets it be one name with the word before."""
    end = among.ends[stop - 1]
    gap = text[end : among.starts[stop]]
    if gap == " " or _GAP.fullmatch(gap):
        return True
    return end - among.starts[stop - 1] <= _ABBREVIATED and _DOTTED_GAP.fullmatch(gap) is not None

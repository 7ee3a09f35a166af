"""What the class and id names of a page's elements say of the text inside."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from tawatur.lexicons.loading import load

_WORD = re.compile("[a-z]+")
# Names made by machines never end: forget them before they fill the memory.
_MOST_KEPT = 100_000
_LONGEST_KEPT = 500
# No `inside` form is shorter.
_INITIALS = 3


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that hint at one thing."""

    forms: tuple[str, ...]


class HintLists(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hints by name: `inside` forms count anywhere in a class or id, `word` forms as whole words."""

    about: str
    source: str
    inside: dict[str, Words]
    word: dict[str, Words]


class MarkupHints:
    """The hints of `names` as bits, in that order, with every name met so far looked up once."""

    names: tuple[str, ...]

    def __init__(self, lists: HintLists) -> None:
        self.names = tuple(lists.inside)
        # Forms by their first letters: a look-up a letter is faster than a search a form.
        self._inside: dict[str, list[tuple[str, int]]] = {}
        for bit, words in enumerate(lists.inside.values()):
            for form in words.forms:
                self._inside.setdefault(form[:_INITIALS], []).append((form, 1 << bit))
        self._words = {
            form: 1 << self.names.index(name) for name, words in lists.word.items() for form in words.forms
        }
        self._met: dict[str, int] = {}

    def mask(self, names: str) -> int:
        """Return the bits of all hints in `names`, class and id names in lower case between spaces.

        >>> hints = markup_hints()
        >>> [hints.names[bit] for bit in range(20) if hints.mask("td-sidebar post_author-box") >> bit & 1]
        ['author', 'side']
        """
        known = self._met.get(names)
        if known is not None:
            return known
        if len(self._met) > _MOST_KEPT:
            self._met.clear()
        parts = names.split()
        mask = self._mask_of_one(names) if len(parts) == 1 else 0
        for part in parts if len(parts) > 1 else ():
            mask |= self.mask(part)
        if len(names) < _LONGEST_KEPT:
            self._met[names] = mask
        return mask

    def masks(self, many: Iterable[str]) -> list[int]:
        """Return the mask of each of many elements."""
        met = self._met.get
        return [self.mask(names) if (known := met(names)) is None else known for names in many]

    def _mask_of_one(self, name: str) -> int:
        plain = name.replace("_", "-")
        mask = 0
        for at in range(len(plain) - _INITIALS + 1):
            for form, bit in self._inside.get(plain[at : at + _INITIALS], ()):
                if plain.startswith(form, at):
                    mask |= bit
        for word in _WORD.findall(plain):
            mask |= self._words.get(word, 0)
        return mask


@cache
def markup_hints() -> MarkupHints:
    """Return the bundled hints."""
    return MarkupHints(load("markup_hints", HintLists))

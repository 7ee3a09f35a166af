"""How much two texts speak of the same, by their words' stems."""

import re

from tawatur.arabic.words import light_stem

_WORD = re.compile(r"[^\W\d_]+")
# Shorter words are particles, in Arabic as in the languages of Europe.
_SHORTEST_WORD = 3
# Enough for any article; a page of a megabyte is cut short.
_MOST_CHARACTERS = 12_000


def stems(matched: str) -> frozenset[str]:
    """Return the stems of the words of a matched text that carry its meaning."""
    words = _WORD.findall(matched[:_MOST_CHARACTERS])
    return frozenset(light_stem(word) for word in words if len(word) >= _SHORTEST_WORD)


def coverage(part: str, whole: str) -> float:
    """Return the share of the stems of `part` that `whole` has too, 0 where `part` has fewer than two.

    >>> coverage("امطار غزيره علي المدينه", "هطلت امطار غزيره امس علي قري الشمال")
    0.75
    """
    return share(stems(part), stems(whole))


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return the share of the stems `part` that `whole` has too, 0 where there are fewer than two."""
    return len(part & whole) / len(part) if len(part) > 1 else 0.0

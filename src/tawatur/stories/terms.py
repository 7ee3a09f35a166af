"""The terms that tell an article's event: what is rare in everyday news weighs most."""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tawatur.calendars.words import calendar_words
from tawatur.stories.background import everyday_share, rarity
from tawatur.stories.words import folded_words, term_numbers

# A word of the title tells as much of the event as two more occurrences in the body.
_TITLE_OCCURRENCES = 2.0
# The first words tell the event; background and comment follow, and tell it half as well
# (story gold: F1 .84 against .83, on a plateau from 45 to 80 words).
_LEAD_WORDS = 60
_BEHIND_LEAD = 0.5
# Prices, ages and counts tell two occasions of one kind apart where all words agree (F1 .83, unraised .82).
_FIGURES_TELL = 1.4
# A long article has hundreds of terms; the strongest decide and the rest cost time (of 80, F1 loses .01).
_STRONGEST_TERMS = 150
_SCALE = 1 << 15


class Terms(NamedTuple):
    """An article's strongest terms, rising."""

    numbers: NDArray[np.uint32]
    weights: NDArray[np.uint16]
    """Parts of a length of `1 << 15`."""
    leading: NDArray[np.bool_]
    """Which of them the title or the first words hold, but for figures and the words of dates."""


def strongest_terms(title: str, body: str) -> Terms:
    """Return an article's strongest terms."""
    told, named = folded_words(body), folded_words(title)
    words = told + named
    counts = np.full(len(words), _BEHIND_LEAD)
    counts[:_LEAD_WORDS] = 1.0
    counts[len(told) :] = _TITLE_OCCURRENCES
    numbers, places = np.unique(term_numbers(words), return_inverse=True)
    figures = np.zeros(len(numbers), dtype=np.bool_)
    figures[places] = list(map(str.isdecimal, words))
    leading = np.zeros(len(numbers), dtype=np.bool_)
    leading[places[counts >= 1.0]] = True
    dates = np.fromiter(map(_words_of_dates().__contains__, numbers.tolist()), np.bool_, len(numbers))
    leading &= ~(figures | dates)
    tells = rarity(everyday_share(numbers)) * np.where(figures, _FIGURES_TELL, 1.0)
    weights = np.log1p(np.bincount(places, weights=counts, minlength=len(numbers))) * tells
    if len(weights) > _STRONGEST_TERMS:
        kept = weights >= np.partition(weights, -_STRONGEST_TERMS)[-_STRONGEST_TERMS]
        numbers, weights, leading = numbers[kept], weights[kept], leading[kept]
    length = float(np.sqrt(weights @ weights))
    whole = np.rint(weights * (_SCALE / length if length else 0.0)).astype(np.uint16)
    return Terms(numbers[whole > 0], whole[whole > 0], leading[whole > 0])


@cache
def _words_of_dates() -> frozenset[int]:
    known = calendar_words()
    words = folded_words(" ".join([*known.months, *known.weekdays, *known.eras]))
    return frozenset(term_numbers(words).tolist())

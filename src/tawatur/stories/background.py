"""How many articles of everyday news hold a term: numbers that `bench/train_stories.py` counts."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from tawatur.stories.words import TERM_NUMBERS

# A term that was met in no or few articles counts as if it had been in these many more.
_UNMET = 20.0
# Squared, so that names and figures outweigh the words of a topic (story gold: F1 .82; unsquared .77).
_RARITY_POWER = 2.0

FILE = "background.npz"
"""The counts, beside this module."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """Of `articles` articles, `holders` hold each term number."""

    articles: int
    holders: NDArray[np.uint16]


@cache
def background() -> Background:
    """Load the bundled counts; a term that was never met has none."""
    with files(__package__).joinpath(FILE).open("rb") as file, np.load(file) as counted:
        holders = np.zeros(TERM_NUMBERS, dtype=np.uint16)
        holders[np.cumsum(counted["steps"])] = counted["holders"]
        return Background(articles=int(counted["articles"]), holders=holders)


def everyday_share(terms: NDArray[np.integer]) -> NDArray[np.float64]:
    """Return which part of everyday articles holds each of `terms`, above 0 and below 1."""
    known = background()
    shares: NDArray[np.float64] = (known.holders[terms] + _UNMET) / (known.articles + 2 * _UNMET)
    return shares


def rarity(shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how much terms tell that so large a part of articles holds."""
    told: NDArray[np.float64] = (-np.log(shares)) ** _RARITY_POWER
    return told

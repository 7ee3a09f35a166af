"""How common the words of Arabic news are."""

from dataclasses import dataclass
from functools import cache

from tawatur.arabic.derivation import root_key
from tawatur.arabic.words import light_stem
from tawatur.lexicons.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class _Band:
    forms: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    about: str
    source: str
    band: dict[str, _Band]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonWords:
    """The share of articles that hold a stem: `shares` by light stem, `rare` for every stem not in it.

    `root_shares` has it by the key of the root, at most, as if no article held two of its stems.
    """

    shares: dict[str, float]
    root_shares: dict[str, float]
    rare: float

    def share(self, stem: str) -> float:
        """Return the part of all articles that hold `stem`, between 0 and 1.

        >>> common_words().share(light_stem("الرئيس")) > 0.2 > common_words().share(light_stem("زرافة"))
        True
        """
        return self.shares.get(stem, self.rare)


@cache
def common_words() -> CommonWords:
    """Load the shares of common stems; one not listed counts as half as common as the rarest band."""
    file = load("common_words", _File)
    shares: dict[str, float] = {}
    for band in file.band.values():
        for form in band.forms:
            stem = light_stem(form)
            shares[stem] = max(band.share, shares.get(stem, 0.0))
    roots: dict[str, float] = {}
    for stem, share in shares.items():
        roots[root_key(stem)] = min(1.0, roots.get(root_key(stem), 0.0) + share)
    return CommonWords(
        shares=shares, root_shares=roots, rare=min(band.share for band in file.band.values()) / 2
    )

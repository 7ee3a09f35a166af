"""The words by which a news page names its furniture."""

from enum import StrEnum
from functools import cache

import msgspec

from tawatur.lexicons.loading import load
from tawatur.records.article import FurnitureKind


class Takes(StrEnum):
    """How much of the page a label announces."""

    LABEL = "label"
    LINE = "line"
    HEADLINE = "headline"
    """Another article's headline, in the same line or in the next."""
    HEADLINES = "headlines"
    """The headlines that follow, as far as they go."""
    BULLETS = "bullets"
    """Points that repeat the text below."""
    TAGS = "tags"
    """A few words a line."""
    REST = "rest"
    """All that follows on the page, below a text."""


class FurnitureLabel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The spellings of one sort of label, and how much goes with it."""

    kind: FurnitureKind
    forms: tuple[str, ...]
    takes: Takes = Takes.LINE
    sentences: bool = False
    """Whether the line may be running text: a plea, a notice; other labels begin no sentence."""


class FurnitureLabels(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Labels by where they stand: alone on a line, at its ends, inside it (twice), between paragraphs."""

    about: str
    source: str
    line: dict[str, FurnitureLabel]
    opening: dict[str, FurnitureLabel]
    closing: dict[str, FurnitureLabel]
    inside: dict[str, FurnitureLabel]
    inserted: dict[str, FurnitureLabel]
    repeated: dict[str, FurnitureLabel]


@cache
def furniture_labels() -> FurnitureLabels:
    """Return the bundled list of furniture labels."""
    return load("furniture_labels", FurnitureLabels)

"""Parties and outlets."""

from pydantic import Field

from tawatur.api.shapes.shape import Moment, Next, Shape
from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Standing


class Party(Shape):
    """Somebody who is quoted, and how often."""

    number: int
    name: str
    kind: SourceKind
    standing: Standing
    statements: int


class Parties(Shape):
    """A part of a list of parties."""

    parties: list[Party]
    next: Next


class OutletHead(Shape):
    """An outlet of a list."""

    id: str = Field(description="its canonical id, else its host or the name it was given")
    name: str
    articles: int
    first: Moment
    last: Moment


class Outlets(Shape):
    """Every outlet of the library, those with most articles first."""

    outlets: list[OutletHead]


class Named(Shape):
    """How often a name occurs; `key` is its canonical id where it has one."""

    key: str
    name: str
    count: int


class Outlet(Shape):
    """An outlet in figures: `copied` of its articles carry a text of one of `roots`."""

    outlet: OutletHead
    copied: int
    roots: list[Named]
    relays: list[Named]
    relayed_by: list[Named]

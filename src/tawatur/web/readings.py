"""An article made ready for a page: its paragraphs, and beside each who says what there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.records.attribution import Act, Attribution
from tawatur.records.read_page import ReadArticle
from tawatur.web.highlighting import Segment, paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPlace:
    """What stands behind a claim, and the address where it is told."""

    pages: int
    origins_min: int
    origins_max: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An attribution beside the text; `number` is its place in the article, from 1.

    `party` is the number of its party in the library. `denied` is whether it stands within
    what another one denies, so that nobody here holds it to be true.
    """

    number: int
    attribution: Attribution
    party: int | None
    outlets: tuple[str, ...]
    place: ClaimPlace | None
    denied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph and the notes to it."""

    segments: tuple[Segment, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The text of an article, a row a paragraph."""

    rows: tuple[Row, ...]


def reading(
    read: ReadArticle,
    *,
    places: Mapping[int, ClaimPlace] | None = None,
    parties: Sequence[int | None] = (),
) -> Reading:
    """Lay an article out in rows.

    `places` are the claims its attributions belong to, by their index, and `parties` the
    numbers of their parties; a text outside the library has neither.
    """
    notes = _notes(read, places or {}, parties or (None,) * len(read.attributions))
    return Reading(
        rows=tuple(
            Row(
                segments=segments,
                notes=tuple(notes[index] for segment in segments for index in segment.notes),
            )
            for segments in paragraphs(read)
        )
    )


def _notes(
    read: ReadArticle, places: Mapping[int, ClaimPlace], parties: Sequence[int | None]
) -> tuple[Note, ...]:
    outlet = read.article.outlet
    return tuple(
        Note(
            number=index + 1,
            attribution=attribution,
            party=party,
            outlets=attribution.relays + ((outlet,) if outlet else ()),
            place=places.get(index),
            denied=_is_denied(attribution, read.attributions),
        )
        for index, (attribution, party) in enumerate(zip(read.attributions, parties, strict=True))
    )


def _is_denied(attribution: Attribution, among: Sequence[Attribution]) -> bool:
    """Tell whether an attribution lies within one that denies, however deep."""
    outer, steps = attribution.inside, 0
    while outer is not None and steps < len(among):
        if among[outer].act is Act.DENY:
            return True
        outer, steps = among[outer].inside, steps + 1
    return False

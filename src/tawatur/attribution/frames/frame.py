"""A cue with what stands around it: source, opening of the content, relays."""

import msgspec

from tawatur.attribution.cues import Cue
from tawatur.attribution.openings.openings import Construction, Opening
from tawatur.attribution.speakers.sources import Phrase


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What the grammar has found of one attribution, in tokens.

    The content, introduced from `opening` on, goes from `content` to `end`; where that is not
    yet known the two are equal. `basis` is whose figures the source passes on.
    """

    cue: Cue
    source: Phrase | None
    relays: tuple[str, ...]
    construction: Construction
    opening: int
    content: int
    end: int
    basis: Phrase | None = None

    @property
    def forward(self) -> bool:
        """Tell whether the content stands behind the cue."""
        return self.content >= self.cue.end


def framed(cue: Cue, opening: Opening, *, source: Phrase | None, relays: tuple[str, ...]) -> Frame:
    """Make the frame of a cue whose content opens at `opening`."""
    return Frame(
        cue=cue,
        source=source,
        relays=relays,
        construction=opening.construction,
        opening=opening.start,
        content=opening.content,
        end=opening.content,
    )

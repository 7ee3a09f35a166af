"""A cue with what stands around it: source, opening of the content, relays."""

from dataclasses import dataclass

from tawatur.attribution.cues import Cue
from tawatur.attribution.openings import Construction
from tawatur.attribution.sources import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the grammar has found of one attribution, in tokens.

    `head_end` closes the cue's own words («بحسب ما نقلته»). The content goes from `content` up to
    `end` at most. `relay` is an outlet whose word only carries the statement beside it; a frame
    that is nothing else has no content of its own (`content == end`).
    """

    cue: Cue
    head_end: int
    source: Phrase | None
    relays: tuple[str, ...]
    construction: Construction
    opening: int
    content: int
    end: int

    @property
    def forward(self) -> bool:
        """Tell whether the content stands behind the cue."""
        return self.content >= self.cue.end

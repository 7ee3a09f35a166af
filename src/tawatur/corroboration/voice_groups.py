"""Groups of voices that count as one origin."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tawatur.corroboration.parties import Party
from tawatur.corroboration.voices import Voice
from tawatur.records.claim import Merge, Standing


@dataclass(slots=True)
class Group:
    """Voices that are one origin; its standing is why it is one of its own, `reasons` why each joined."""

    standing: Standing
    fullest: Party
    voices: list[Voice] = field(default_factory=list)
    reasons: list[Merge | None] = field(default_factory=list)

    def take(self, voice: Voice, reason: Merge | None) -> None:
        """Count a voice with this origin."""
        self.voices.append(voice)
        self.reasons.append(reason)

    @property
    def party(self) -> Party:
        """The fullest mention of the party."""
        return max(
            [self.fullest, *(v.party for v in self._telling if v.party.standing is self.standing)],
            key=_fullness,
        )

    @property
    def carriers(self) -> frozenset[str]:
        """Every outlet that is known to have carried this origin's word."""
        keys = {key for voice in self.voices for key in (*voice.carriers, voice.root_key) if key}
        return frozenset(keys)

    @property
    def first(self) -> Voice:
        """The voice of the earliest page, among those that tell most of the chain."""
        return min(self._telling, key=lambda voice: (not voice.relays, voice.place))

    @property
    def _telling(self) -> list[Voice]:
        """The voices that tell it and do not only react to it; all, where nobody does."""
        if Merge.REACTION not in self.reasons:
            return self.voices
        told = zip(self.voices, self.reasons, strict=True)
        return [voice for voice, reason in told if reason is not Merge.REACTION] or self.voices

    @property
    def earliest(self) -> int:
        """The place of the earliest page in order of publication."""
        return min(voice.place for voice in self.voices)


def foremost(groups: Iterable[Group]) -> Group | None:
    """Return the group on most pages, of equals the earliest."""
    return min(groups, key=standing_out, default=None)


def standing_out(group: Group) -> tuple[int, int]:
    """Order groups by their number of pages, of equals the earliest first."""
    return -len({voice.stated.page for voice in group.voices}), group.earliest


def _fullness(party: Party) -> int:
    return len(party.words)

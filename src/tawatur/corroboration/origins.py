"""Where a claim enters the news: the rules by which voices are one origin or several.

The rules are those of DESIGN.md, «What counts as independent», one function each. They work
on groups of voices: `by_named_party` opens groups, later rules join what is left to them or
open groups of their own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.parties import (
    Party,
    compatible,
    describes,
    may_be_taken_up,
    same_description,
    same_party,
)
from tawatur.corroboration.voices import Voice, through_outlets_beside
from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Origin, PerhapsOne, Standing


@dataclass(slots=True)
class Group:
    """Voices that are one origin; its standing is why it is one of its own."""

    standing: Standing
    fullest: Party
    voices: list[Voice] = field(default_factory=list)

    @property
    def party(self) -> Party:
        """The fullest mention of the party."""
        return max(
            [self.fullest, *(v.party for v in self.voices if v.party.standing is self.standing)],
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
        return min(self.voices, key=lambda voice: (not voice.relays, voice.place))

    @property
    def earliest(self) -> int:
        """The place of the earliest page in order of publication."""
        return min(voice.place for voice in self.voices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """The origins of a claim, all kept apart that could differ, and the least number they could be."""

    origins: tuple[Origin, ...]
    fewest: int
    doubts: tuple[PerhapsOne, ...]


def find_origins(voices: Sequence[Voice], *, lexicons: CorroborationLexicons) -> Origins:
    """Tell how many independent origins stand behind the voices of one claim."""
    ordered = sorted(through_outlets_beside(voices), key=_position)
    heard = {standing: [v for v in ordered if v.party.standing is standing] for standing in Standing}
    groups = by_named_party(heard[Standing.NAMED])
    groups += by_description_and_first_outlet(heard[Standing.UNNAMED], lexicons=lexicons)
    groups += by_own_authority(heard[Standing.OUTLET], groups)
    groups += by_nameless_reports(heard[Standing.NAMELESS], groups)
    groups += by_silence(heard[Standing.SILENT], groups)
    groups.sort(key=_standing_out)
    return Origins(
        origins=tuple(_origin(group) for group in groups),
        fewest=fewest_origins(groups, lexicons=lexicons),
        doubts=(),
    )


def by_named_party(voices: Iterable[Voice]) -> list[Group]:
    """Rule 1: a named party is one origin wherever it is quoted, and so are those who speak for it."""
    groups: list[Group] = []
    for voice in sorted(
        voices, key=lambda voice: (-len(voice.party.words), voice.party.mention, voice.place)
    ):
        for group in groups:
            if same_party(voice.party, group.fullest):
                group.voices.append(voice)
                break
        else:
            groups.append(Group(Standing.NAMED, voice.party, [voice]))
    return groups


def by_description_and_first_outlet(
    voices: Iterable[Voice], *, lexicons: CorroborationLexicons
) -> list[Group]:
    """Rule 2: an unnamed voice is one origin for each description and first outlet.

    Within one text a shorter description takes up the fuller one («the official»). A text
    that only credits agencies in general was not first: its voice is one that another heard.
    """
    groups: list[Group] = []
    for voice in sorted(voices, key=lambda voice: (not voice.relays, voice.first_key is None)):
        for group in groups:
            if _is_heard_in(voice, group, lexicons):
                group.voices.append(voice)
                break
        else:
            groups.append(Group(Standing.UNNAMED, voice.party, [voice]))
    return groups


def by_own_authority(voices: Iterable[Voice], known: Sequence[Group]) -> list[Group]:
    """Rule 3: an outlet is an origin only where no page tells whom it had it from."""
    groups: dict[str, Group] = {}
    for voice in voices:
        outlet = voice.party.outlet or ""
        fuller = _foremost(group for group in known if outlet in group.carriers)
        if fuller is not None:
            fuller.voices.append(voice)
            continue
        groups.setdefault(outlet, Group(Standing.OUTLET, voice.party)).voices.append(voice)
    return list(groups.values())


def by_nameless_reports(voices: Sequence[Voice], known: Sequence[Group]) -> list[Group]:
    """Rule 3: «media reports» are never an origin of their own where another page names one."""
    foremost = _foremost(known)
    if foremost is not None:
        foremost.voices.extend(voices)
        return []
    return [Group(Standing.NAMELESS, voices[0].party, list(voices))] if voices else []


def by_silence(voices: Sequence[Voice], known: Sequence[Group]) -> list[Group]:
    """Rule 4: a page that names no source joins what its copies, its credit or an earlier page names."""
    groups: list[Group] = []
    for voice in voices:
        among = (*known, *groups)
        joined = (
            _foremost(group for group in among if any(voice.text == other.text for other in group.voices))
            or _foremost(group for group in among if voice.root_key in group.carriers)
            or _foremost(group for group in among if not _told_before(voice, group))
        )
        if joined is not None:
            joined.voices.append(voice)
            continue
        groups.append(Group(Standing.SILENT, voice.party, [voice]))
    return groups


def fewest_origins(groups: Sequence[Group], *, lexicons: CorroborationLexicons) -> int:
    """Rule 5: count the voices that could be one person once; named parties never merge."""
    named = [group for group in groups if group.standing is Standing.NAMED]
    others = [group for group in groups if group.standing not in (Standing.NAMED, Standing.SILENT)]
    merged: list[list[Group]] = []
    for group in others:
        if any(_could_be_named(group, party) for party in named):
            continue
        for together in merged:
            if all(_could_be_one(group, other, lexicons) for other in together):
                together.append(group)
                break
        else:
            merged.append([group])
    # A page that names nobody may have heard any of the others.
    return len(named) + len(merged) or min(len(groups), 1)


def _is_heard_in(voice: Voice, group: Group, lexicons: CorroborationLexicons) -> bool:
    if any(voice.text == other.text and not voice.relays for other in group.voices):
        return may_be_taken_up(voice.party, group.fullest, lexicons=lexicons)
    if voice.first_key is None:
        return compatible(voice.party, group.fullest, lexicons=lexicons)
    return voice.first_key == group.first.first_key and same_description(
        voice.party, group.fullest, lexicons=lexicons
    )


def _told_before(voice: Voice, group: Group) -> bool:
    """Tell whether an article was published on a day before all of a group's articles."""
    day = voice.day
    return day is not None and all(other.day is not None and day < other.day for other in group.voices)


def _could_be_named(group: Group, party: Group) -> bool:
    """Tell whether an article that describes a voice goes on to name it."""
    texts = {voice.text for voice in party.voices}
    return group.standing is Standing.UNNAMED and any(
        voice.text in texts and describes(group.fullest, party.fullest) for voice in group.voices
    )


def _could_be_one(one: Group, other: Group, lexicons: CorroborationLexicons) -> bool:
    if Standing.UNNAMED is one.standing is other.standing:
        return compatible(one.fullest, other.fullest, lexicons=lexicons)
    return Standing.OUTLET not in (one.standing, other.standing)


def _position(voice: Voice) -> tuple[int, int]:
    return voice.position


def _fullness(party: Party) -> int:
    return len(party.words)


def _foremost(groups: Iterable[Group]) -> Group | None:
    """Return the group on most pages, of equals the earliest."""
    return min(groups, key=_standing_out, default=None)


def _standing_out(group: Group) -> tuple[int, int]:
    return -len({voice.stated.page for voice in group.voices}), group.earliest


def _origin(group: Group) -> Origin:
    voices = sorted(group.voices, key=_position)
    silent = group.standing is Standing.SILENT
    return Origin(
        party=(group.first.root or "") if silent else group.party.mention,
        kind=SourceKind.OUTLET if silent else group.fullest.kind,
        standing=group.standing,
        first_outlet=group.fullest.mention if group.standing is Standing.OUTLET else group.first.first_outlet,
        pages=tuple(dict.fromkeys(voice.stated.page for voice in voices)),
        chains=tuple(dict.fromkeys(voice.chain for voice in voices)),
        joined=(),
    )

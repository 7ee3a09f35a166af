"""Where a claim enters the news: the rules by which voices are one origin or several.

The rules are those of DESIGN.md, «What counts as independent», one function each. They work
on groups of voices: `by_named_party` opens groups, later rules join what is left to them or
open groups of their own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.parties import (
    Party,
    compatible,
    describes,
    may_be_taken_up,
    same_description,
    same_party,
)
from tawatur.corroboration.voices import Informants, Voice, through_outlets_beside
from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Doubt, Joined, Merge, Origin, PerhapsOne, Standing

# The same words need no reason.
_PLAIN = (Merge.SAME_NAME, Merge.SAME_DESCRIPTION)


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


def find_origins(
    voices: Sequence[Voice], *, informants: Informants, lexicons: CorroborationLexicons
) -> Origins:
    """Tell how many independent origins stand behind the voices of one claim."""
    if not voices:
        return Origins(origins=(), fewest=0, doubts=())
    ordered = sorted(through_outlets_beside(voices), key=_position)
    telling = [voice for voice in ordered if not voice.statement.reacts] or ordered
    heard = {standing: [v for v in telling if v.party.standing is standing] for standing in Standing}
    groups = by_named_party(heard[Standing.NAMED])
    groups += by_description_and_first_outlet(heard[Standing.UNNAMED], lexicons=lexicons)
    groups += by_own_authority(heard[Standing.OUTLET], groups, informants=informants)
    groups += by_nameless_reports(heard[Standing.NAMELESS], groups)
    groups += by_silence(heard[Standing.SILENT], groups)
    if len(telling) < len(ordered):
        by_reaction((voice for voice in ordered if voice.statement.reacts), groups)
    groups.sort(key=_standing_out)
    doubts = find_doubts(groups, lexicons=lexicons)
    return Origins(
        origins=tuple(_origin(group) for group in groups),
        fewest=fewest_origins(len(groups), doubts),
        doubts=doubts,
    )


def by_named_party(voices: Iterable[Voice]) -> list[Group]:
    """Rule 1: a named party is one origin wherever it is quoted, and so are those who speak for it."""
    groups: list[Group] = []
    for voice in sorted(
        voices, key=lambda voice: (-len(voice.party.words), voice.party.mention, voice.place)
    ):
        reasons = ((group, _is_of(voice.party, group)) for group in groups)
        _join_or_open(groups, next(((g, why) for g, why in reasons if why), None), voice, Standing.NAMED)
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
        reasons = ((group, _is_heard_in(voice, group, lexicons)) for group in groups)
        _join_or_open(groups, next(((g, why) for g, why in reasons if why), None), voice, Standing.UNNAMED)
    return groups


def by_own_authority(
    voices: Iterable[Voice], known: Sequence[Group], *, informants: Informants
) -> list[Group]:
    """Rule 3: an outlet is an origin only where no page tells whom it had it from.

    A page may tell that of another part of the story: where one says that the lawyer spoke to the
    paper, what the paper reports and the lawyer's side says are one origin.
    """
    groups: dict[str, Group] = {}
    for voice in voices:
        outlet = voice.party.outlet or ""
        reasons = (
            (Merge.FULLER_CHAIN, (g for g in known if outlet in g.carriers)),
            (Merge.HEARD_BY_OUTLET, (g for g in known if _has_heard(outlet, g, informants))),
        )
        for reason, fuller in reasons:
            joined = _foremost(fuller)
            if joined is not None:
                joined.take(voice, reason)
                break
        else:
            groups.setdefault(outlet, Group(Standing.OUTLET, voice.party)).take(voice, None)
    return list(groups.values())


def by_nameless_reports(voices: Sequence[Voice], known: Sequence[Group]) -> list[Group]:
    """Rule 3: «media reports» are never an origin of their own where another page names one."""
    if not voices:
        return []
    foremost = _foremost(known)
    group = foremost or Group(Standing.NAMELESS, voices[0].party)
    for voice in voices:
        group.take(voice, Merge.NAMELESS if foremost else None)
    return [] if foremost else [group]


def by_reaction(voices: Iterable[Voice], known: Sequence[Group]) -> None:
    """Whoever wants, praises or condemns something tells it no more than a page that names no source."""
    foremost = _foremost(known)
    for voice in voices:
        of_text = next((group for group in known if _in_copy(voice, group)), foremost)
        if of_text:
            of_text.take(voice, Merge.REACTION)


def by_silence(voices: Sequence[Voice], known: Sequence[Group]) -> list[Group]:
    """Rule 4: a page that names no source joins what its copies, its credit or an earlier page names."""
    groups: list[Group] = []
    for voice in voices:
        among = (*known, *groups)
        reasons = (
            (Merge.COPY, (g for g in among if _in_copy(voice, g))),
            (Merge.CREDIT, (g for g in among if voice.root_key in g.carriers)),
            (Merge.TOLD_BEFORE, (g for g in among if not _told_before(voice, g))),
        )
        found = ((_foremost(joined), reason) for reason, joined in reasons)
        _join_or_open(groups, next(((g, why) for g, why in found if g), None), voice, Standing.SILENT)
    return groups


def _join_or_open(
    groups: list[Group], joined: tuple[Group, Merge] | None, voice: Voice, standing: Standing
) -> None:
    """Count a voice with the group it joins, else open a group for it."""
    if joined is not None:
        joined[0].take(voice, joined[1])
    else:
        groups.append(Group(standing, voice.party, [voice], [None]))


def find_doubts(groups: Sequence[Group], *, lexicons: CorroborationLexicons) -> tuple[PerhapsOne, ...]:
    """Rule 5: tell which origins could be one, and why; named parties never are."""
    found = []
    for (place, one), (further, other) in combinations(enumerate(groups), 2):
        doubt = _doubt(one, other, lexicons) or _doubt(other, one, lexicons)
        if doubt:
            found.append(PerhapsOne(one=place, other=further, reason=doubt))
    return tuple(found)


def fewest_origins(most: int, doubts: Sequence[PerhapsOne]) -> int:
    """Rule 5: count the voices that could be one person once; named parties never merge.

    Voices are counted once together only where each could be each: two officials that differ
    are not one because a mere «source» could be either.
    """
    could = {(doubt.one, doubt.other) for doubt in doubts}
    merged: list[list[int]] = []
    for place in range(most):
        for together in merged:
            if all((earlier, place) in could for earlier in together):
                together.append(place)
                break
        else:
            merged.append([place])
    return len(merged)


def _doubt(one: Group, other: Group, lexicons: CorroborationLexicons) -> Doubt | None:
    if one.standing is Standing.SILENT:
        return Doubt.UNKNOWN
    if other.standing is Standing.NAMED:
        return Doubt.NAMED_LATER if _could_be_named(one, other) else None
    if Standing.NAMED is one.standing:
        return None
    return Doubt.SAME_PERSON if _could_be_one(one, other, lexicons) else None


def _is_of(party: Party, group: Group) -> Merge | None:
    """Tell why a party is the one of a group: as its fullest mention has it, or any other."""
    known = dict.fromkeys((group.fullest, *(voice.party for voice in group.voices)))
    return next(filter(None, (same_party(party, other) for other in known)), None)


def _has_heard(outlet: str, group: Group, informants: Informants) -> bool:
    """Tell whether an outlet is anywhere in the story said to have heard a named party or its spokesman."""
    return group.standing is Standing.NAMED and any(
        same_party(party, group.fullest) or same_party(group.fullest, party)
        for party in informants.get(outlet, ())
    )


def _is_heard_in(voice: Voice, group: Group, lexicons: CorroborationLexicons) -> Merge | None:
    """Tell why an unnamed voice is the one of a group."""
    if any(voice.text == other.text and not voice.relays for other in group.voices):
        if voice.party.words == group.fullest.words:
            return Merge.COPY
        return Merge.TAKEN_UP if may_be_taken_up(voice.party, group.fullest, lexicons=lexicons) else None
    if voice.first_key is None:
        return Merge.HEARD_ELSEWHERE if compatible(voice.party, group.fullest, lexicons=lexicons) else None
    if voice.first_key != group.first.first_key:
        return None
    same = same_description(voice.party, group.fullest, lexicons=lexicons)
    return Merge.SAME_DESCRIPTION if same else None


def _in_copy(voice: Voice, group: Group) -> bool:
    return any(voice.text == other.text for other in group.voices)


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
        joined=_joined(group),
    )


def _joined(group: Group) -> tuple[Joined, ...]:
    """Return the voices of a group that another reader might have counted apart, each once an article."""
    first: dict[tuple[str, str], Merge | None] = {}
    for voice, reason in zip(group.voices, group.reasons, strict=True):
        first.setdefault((voice.stated.article, voice.party.mention), reason)
    return tuple(
        Joined(mention=mention, article=article, reason=reason)
        for (article, mention), reason in first.items()
        if reason is not None and not (reason in _PLAIN and mention == group.party.mention)
    )

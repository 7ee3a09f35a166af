"""Where a claim enters the news: its origins, each with why it counts as one and what was counted with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.corroboration.doubts import fewest_origins, find_doubts
from tawatur.corroboration.independence import (
    by_copied_words,
    by_description_and_first_outlet,
    by_named_party,
    by_nameless_reports,
    by_own_authority,
    by_reaction,
    by_silence,
)
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.voice_groups import Group, standing_out
from tawatur.corroboration.voices import Informants, Voice, through_outlets_beside
from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Joined, Merge, Origin, PerhapsOne, Standing

# The same words need no reason.
_PLAIN = (Merge.SAME_NAME, Merge.SAME_DESCRIPTION)


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
    groups = _grouped(voices, informants, lexicons) if len(voices) > 1 else [_alone(*voices)]
    groups.sort(key=standing_out)
    doubts = find_doubts(groups, lexicons=lexicons)
    return Origins(
        origins=tuple(_origin(group) for group in groups),
        fewest=fewest_origins(len(groups), doubts),
        doubts=doubts,
    )


def _alone(voice: Voice) -> Group:
    """Return the one origin there is of a single voice, whatever it is: so most claims are."""
    return Group(voice.party.standing, voice.party, [voice], [None])


def _grouped(voices: Sequence[Voice], informants: Informants, lexicons: CorroborationLexicons) -> list[Group]:
    """Return the voices that count together, by one rule after the other."""
    ordered = sorted(through_outlets_beside(voices), key=_position)
    telling = [voice for voice in ordered if not voice.statement.reacts] or ordered
    heard = {standing: [v for v in telling if v.party.standing is standing] for standing in Standing}
    groups = by_named_party(heard[Standing.NAMED])
    groups += by_description_and_first_outlet(heard[Standing.UNNAMED], lexicons=lexicons)
    groups += by_own_authority(heard[Standing.OUTLET], groups, informants=informants)
    groups += by_nameless_reports(heard[Standing.NAMELESS], groups)
    by_copied_words(groups)
    groups += by_silence(heard[Standing.SILENT], groups)
    if len(telling) < len(ordered):
        by_reaction((voice for voice in ordered if voice.statement.reacts), groups)
    return groups


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


def _position(voice: Voice) -> tuple[int, int]:
    return voice.position

"""The rules of DESIGN.md, «What counts as independent», by which voices are one origin or several.

One function each. They work on groups of voices: `by_named_party` opens groups, later rules
join what is left to them or open groups of their own.
"""

from collections.abc import Iterable, Sequence

from tawatur.corroboration.descriptions import compatible, may_be_taken_up, same_description
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.parties import Party
from tawatur.corroboration.same_party import same_party
from tawatur.corroboration.voice_groups import Group, foremost, standing_out
from tawatur.corroboration.voices import Informants, Voice
from tawatur.records.claim import Merge, Standing

# Copies of one sentence differ in a spelling or a word that was left out.
_COPIED = 0.75


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
            joined = foremost(fuller)
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
    first = foremost(known)
    group = first or Group(Standing.NAMELESS, voices[0].party)
    for voice in voices:
        group.take(voice, Merge.NAMELESS if first else None)
    return [] if first else [group]


def by_reaction(voices: Iterable[Voice], known: Sequence[Group]) -> None:
    """Whoever wants, praises or condemns something tells it no more than a page that names no source."""
    first = foremost(known)
    for voice in voices:
        of_text = next((group for group in known if _in_copy(voice, group)), first)
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
        found = ((foremost(joined), reason) for reason, joined in reasons)
        _join_or_open(groups, next(((g, why) for g, why in found if g), None), voice, Standing.SILENT)
    return groups


def by_copied_words(groups: list[Group]) -> None:
    """Rule 4: copies never add origins, also where one of them is read as giving another source.

    The same words of one text are one source's: the source that is named, of those the one on
    most pages. Where one copy names both they are two.
    """
    ordered = sorted(groups, key=_tells_most)
    for place in range(len(ordered) - 1, 0, -1):
        group = ordered[place]
        articles = {voice.stated.article for voice in group.voices}
        for fuller in ordered[:place]:
            if articles.isdisjoint(voice.stated.article for voice in fuller.voices) and all(
                any(_is_copied(voice, other) for other in fuller.voices) for voice in group.voices
            ):
                for voice in group.voices:
                    fuller.take(voice, Merge.COPY)
                groups.remove(group)
                break


def _join_or_open(
    groups: list[Group], joined: tuple[Group, Merge] | None, voice: Voice, standing: Standing
) -> None:
    """Count a voice with the group it joins, else open a group for it."""
    if joined is not None:
        joined[0].take(voice, joined[1])
    else:
        groups.append(Group(standing, voice.party, [voice], [None]))


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


def _is_copied(voice: Voice, other: Voice) -> bool:
    """Tell whether two voices say nearly the same words in copies of one text."""
    if voice.text != other.text:
        return False
    ours, theirs = voice.statement.words.keys(), other.statement.words.keys()
    return len(ours & theirs) >= _COPIED * max(len(ours), len(theirs))


def _tells_most(group: Group) -> tuple[bool, int, int]:
    return group.standing in (Standing.OUTLET, Standing.NAMELESS), *standing_out(group)

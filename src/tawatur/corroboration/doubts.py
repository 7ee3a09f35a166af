"""Which origins of a claim could be one, and how few they could be."""

from collections.abc import Sequence
from itertools import combinations

from tawatur.arabic.words import light_stem, words
from tawatur.corroboration.descriptions import affiliation, compatible, describes, may_speak_for
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.parties import Party
from tawatur.corroboration.voice_groups import Group
from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Doubt, PerhapsOne, Standing

# A relay of fewer words may be an outlet that bears a party's name.
_FULL_NAME = 2
# So large a share of all articles holds a word of every day.
_EVERYDAY = 0.02
# What is no common noun, or the noun of a country.
_OF_NAMES = (None, "state")


def find_doubts(groups: Sequence[Group], *, lexicons: CorroborationLexicons) -> tuple[PerhapsOne, ...]:
    """Rule 5: tell which origins could be one, and why.

    Two named parties are two but where one may only repeat the other, as what a study found, or
    where their names may be one party's.
    """
    found = []
    for (place, one), (further, other) in combinations(enumerate(groups), 2):
        doubt = _doubt(one, other, lexicons) or _doubt(other, one, lexicons)
        if doubt:
            found.append(PerhapsOne(one=place, other=further, reason=doubt))
    return tuple(found)


def fewest_origins(most: int, doubts: Sequence[PerhapsOne]) -> int:
    """Rule 5: count the origins once that could be one.

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
    if Standing.SILENT in (one.standing, other.standing):
        return Doubt.UNKNOWN
    reasons = {
        Doubt.NAMED_LATER: _could_be_named(one, other),
        Doubt.SAME_PERSON: Standing.NAMED not in (one.standing, other.standing)
        and _could_be_one(one, other, lexicons),
        Doubt.HEARD_THROUGH: _is_heard_through(one, other),
        Doubt.ONE_STUDY: _is_of_study(one, lexicons),
        Doubt.MEASURED: _measures(one, lexicons) and not _measures(other, lexicons),
        Doubt.SAME_BODY: _is_of_body(one, other, lexicons),
        Doubt.OUTLET_UNTOLD: one.standing is Standing.OUTLET
        and other.standing in (Standing.NAMED, Standing.UNNAMED),
        Doubt.ONE_GOVERNMENT: Standing.NAMED is one.standing is other.standing
        and _govern_together(one.fullest, other.fullest, lexicons),
        Doubt.SHARED_NAME: _share_surname(one.fullest, other.fullest, lexicons),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _could_be_named(group: Group, party: Group) -> bool:
    """Tell whether an article that describes a voice goes on to name it."""
    if not (group.standing is Standing.UNNAMED and party.standing is Standing.NAMED):
        return False
    texts = {voice.text for voice in party.voices}
    return any(voice.text in texts and describes(group.fullest, party.fullest) for voice in group.voices)


def _could_be_one(one: Group, other: Group, lexicons: CorroborationLexicons) -> bool:
    if Standing.UNNAMED is one.standing is other.standing:
        return compatible(one.fullest, other.fullest, lexicons=lexicons)
    return Standing.OUTLET not in (one.standing, other.standing)


def _is_heard_through(group: Group, party: Group) -> bool:
    """Tell whether all that is heard of one party a named one tells, which also tells it as its own."""
    if party.standing is not Standing.NAMED:
        return False
    words = party.fullest.words
    relays = [set(voice.carriers[0].split()) if voice.carriers else set() for voice in group.voices]
    return all(len(relay) >= _FULL_NAME and (relay <= words or words <= relay) for relay in relays)


def _is_of_study(group: Group, lexicons: CorroborationLexicons) -> bool:
    """Tell whether a study, a poll or those who made it are among the voices of a group."""
    nouns = lexicons.study_nouns
    return any(
        nouns.of_study(party.mention)
        or (party.kind is SourceKind.UNNAMED and nouns.of_researchers(party.mention))
        for party in {voice.party for voice in group.voices}
    )


def _measures(group: Group, lexicons: CorroborationLexicons) -> bool:
    """Tell whether a body that measures and counts is among the voices; two of them measure each."""
    return any(lexicons.study_nouns.of_measurers(voice.party.mention) for voice in group.voices)


def _is_of_body(group: Group, party: Group, lexicons: CorroborationLexicons) -> bool:
    """Tell whether a voice is described as of whatever a named party is, or speaks for."""
    if not (group.standing is Standing.UNNAMED and party.standing is Standing.NAMED):
        return False
    if not may_speak_for(group.fullest, lexicons=lexicons):
        return False
    known = affiliation(group.fullest, lexicons=lexicons)
    # «Employees of the company» and «the young man» are of no body that has a name.
    named = [stem for stem in known if lexicons.speaker_nouns.get(stem) in _OF_NAMES]
    return bool(named) and known <= party.fullest.words


def _govern_together(one: Party, other: Party, lexicons: CorroborationLexicons) -> bool:
    """Tell whether the one speaks for a whole government and the other for it or for a part of it.

    Not where two countries are told, or two heads of government: they have a government each.
    """
    ours = {lexicons.government_nouns.get(stem) for stem in one.words} - {None}
    theirs = {lexicons.government_nouns.get(stem) for stem in other.words} - {None}
    if not (ours and theirs and "whole" in ours | theirs):
        return False
    if "whole" in ours & theirs and SourceKind.PERSON is one.kind is other.kind:
        return False
    states = frozenset(lexicons.nationalities.values())
    first, second = states & one.words, states & other.words
    return not (first and second) or bool(first & second)


def _share_surname(one: Party, other: Party, lexicons: CorroborationLexicons) -> bool:
    """Tell whether two people share the name that ends one of the mentions and that few others bear."""
    if not SourceKind.PERSON is one.kind is other.kind:
        return False
    shared = (one.names & other.names) - lexicons.given_names
    return bool(shared) and not shared.isdisjoint({_surname(one, lexicons), _surname(other, lexicons)})


def _surname(party: Party, lexicons: CorroborationLexicons) -> str:
    """Return the stem of the name that ends a mention, behind another name; else it may be a place's."""
    *before, last = (light_stem(word.of(party.mention)) for word in words(party.mention))
    # Of a compound name («Abd X») the names have one word.
    named = [name for name in party.names if before and name.endswith(before[-1])]
    if before and not any(name in lexicons.given_names or _is_rare(name, lexicons) for name in named):
        return ""
    return last


def _is_rare(stem: str, lexicons: CorroborationLexicons) -> bool:
    """Tell whether a word is too rare for one of every day: «region», «mosque»."""
    return lexicons.common_words.share(stem) < _EVERYDAY

"""Descriptions of voices that are not named, and when two of them could be of one person."""

from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.parties import Party

_SOURCE = "source"
_OFFICIAL = frozenset({"official", "military"})


def compatible(one: Party, other: Party, *, lexicons: CorroborationLexicons) -> bool:
    """Tell whether two descriptions could be of one person: nothing in them excludes it."""
    first, second = _roles(one, lexicons), _roles(other, lexicons)
    if first and second and not first & second:
        return False
    ours, theirs = affiliation(one, lexicons=lexicons), affiliation(other, lexicons=lexicons)
    return not ours or not theirs or bool(ours & theirs)


def same_description(one: Party, other: Party, *, lexicons: CorroborationLexicons) -> bool:
    """Tell whether one description says no more than the other: «a leader of Hamas», «the Hamas leader»."""
    first, second = _described(one, lexicons), _described(other, lexicons)
    if (one.words | other.words) & lexicons.descriptions.others:
        return one.words == other.words
    return first <= second or second <= first


def may_be_taken_up(one: Party, other: Party, *, lexicons: CorroborationLexicons) -> bool:
    """Tell whether one article may call one voice both, «the official» and «a senior official»."""
    if (one.words | other.words) & lexicons.descriptions.others:
        return False
    return compatible(one, other, lexicons=lexicons)


def describes(unnamed: Party, named: Party) -> bool:
    """Tell whether a description says of somebody what a named party's own title says."""
    return bool(unnamed.words & named.words)


def may_speak_for(party: Party, *, lexicons: CorroborationLexicons) -> bool:
    """Tell whether a description is of one who could speak for a body: no expert, no witness."""
    return _roles(party, lexicons) <= _OFFICIAL


def _roles(party: Party, lexicons: CorroborationLexicons) -> frozenset[str]:
    """Return who a voice could be; a mere «source» could be anybody."""
    roles = {lexicons.descriptions.roles[stem] for stem in party.words & lexicons.descriptions.roles.keys()}
    return frozenset(roles - {_SOURCE})


def _described(party: Party, lexicons: CorroborationLexicons) -> frozenset[str]:
    """Return the words that tell, without rank and without the kind of body that a name has beside it."""
    roles = lexicons.descriptions.roles
    # «A source», «sources», «two sources»: relays tell them apart no better than readers do.
    telling = frozenset(
        _SOURCE if roles.get(word) == _SOURCE else word for word in party.words - lexicons.descriptions.empty
    )
    bare = frozenset(stem for stem in telling if lexicons.speaker_nouns.get(stem) != "body")
    return bare or telling


def affiliation(party: Party, *, lexicons: CorroborationLexicons) -> frozenset[str]:
    """Return the words that tell where somebody belongs: a country, a body, a place."""
    empty = lexicons.descriptions.empty | lexicons.descriptions.others
    return party.words - empty - lexicons.descriptions.roles.keys()

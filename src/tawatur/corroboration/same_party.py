"""When two named mentions are of one party."""

from tawatur.corroboration.bodies import same_body
from tawatur.corroboration.names import alike, transcribed_alike
from tawatur.corroboration.parties import Party
from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Merge

# Two people of one office share its words: two names must be shared, and half of all.
_SHARED_NAMES = 2
_NAME_DICE = 0.5


def same_party(one: Party, other: Party) -> Merge | None:
    """Tell why two named mentions are of one party: a name and its fuller form, a body and its spokesman.

    `other` is the fuller mention. Nothing is returned where they are two.
    """
    if one.words and one.words <= other.words:
        represents = other.speaks_for and not one.speaks_for and one.kind is not SourceKind.PERSON
        return Merge.SPEAKS_FOR if represents else Merge.SAME_NAME
    if _share_names(one.names, other.names):
        return Merge.SAME_NAME
    if _speaks_for(one, other) or _speaks_for(other, one) or _speak_together(one, other):
        return Merge.SPEAKS_FOR
    return None


def _share_names(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether all our names are theirs, or enough of both, as spellings waver."""
    shared = sum(any(alike(name, further) for further in theirs) for name in ours)
    if not shared or shared == len(ours):
        return bool(shared)
    shared = sum(any(transcribed_alike(name, further) for further in theirs) for name in ours)
    return shared >= _SHARED_NAMES and 2 * shared >= _NAME_DICE * (len(ours) + len(theirs))


def same_voice(one: Party, other: Party) -> bool:
    """Tell whether two mentions could be of one party at all: one name shared, or all words."""
    return bool(one.names & other.names) or one.words == other.words


def _speak_together(one: Party, other: Party) -> bool:
    """Tell whether both speak for one body: the minister and the ministry's spokesman.

    Two people of different names in one office are two: each is the minister of another country.
    """
    if SourceKind.UNNAMED in (one.kind, other.kind) or not same_body(one.body, other.body):
        return False
    ours, theirs = one.names.difference(one.body), other.names.difference(other.body)
    return one.office != other.office or not ours or not theirs or bool(ours & theirs)


def _speaks_for(one: Party, other: Party) -> bool:
    return (
        one.speaks_for is not None and one.speaks_for in other.names and other.kind is not SourceKind.UNNAMED
    )

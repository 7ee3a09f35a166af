"""Copies: articles that carry one underlying text, shortened, re-titled or pasted into a round-up."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from tawatur.stories.linkage import Link, linked
from tawatur.stories.texts import FEWEST_SHARED, Shared, Texts

# Set on the story gold and the seeds seen (133 copies among 1,098 pairs, SaudiNewsNet, August 2015);
# all lie on plateaus, and the figures stand together: don't tune one alone.
# Shared background and quoted statements reach half of a short article; copies lie above,
# and most of what they share are whole sentences.
_CONTAINED = 0.53
_CONTAINED_IN_RUNS = 0.45
# An edited copy of equal length keeps less, but both texts keep it.
_CONTAINED_IN_EDITED = 0.36
_JACCARD_OF_EDITED = 0.18
_FEWEST_SHARED_BY_EDITED = 40
# Who rewrites or cuts a copy further on leaves its lead; background is never in both leads.
_CONTAINED_BEHIND_LEAD = 0.25
_LEAD = 0.5
_FEWEST_SHARED_WITH_LEAD = 20
# A family of more texts stays as it is, and these stand for all: so it costs no more than a small one.
_REMADE = 50


def carries_same_text(shared: Shared) -> bool:
    """Decide whether what two articles share makes one a copy of the other.

    Weights, not counts, decide how much of the shorter text stands in the longer one, so
    that two reports built from the same formulas of protocol stay apart.
    """
    return _is_contained(shared) or _is_edited(shared) or _begins_alike(shared)


def _is_contained(shared: Shared) -> bool:
    return (
        shared.shingles >= FEWEST_SHARED
        and shared.contained >= _CONTAINED
        and shared.alignment.in_runs >= _CONTAINED_IN_RUNS
    )


def _is_edited(shared: Shared) -> bool:
    return (
        shared.shingles >= _FEWEST_SHARED_BY_EDITED
        and shared.contained >= _CONTAINED_IN_EDITED
        and shared.jaccard >= _JACCARD_OF_EDITED
    )


def _begins_alike(shared: Shared) -> bool:
    return (
        shared.shingles >= _FEWEST_SHARED_WITH_LEAD
        and shared.contained >= _CONTAINED_BEHIND_LEAD
        and shared.alignment.leads >= _LEAD
    )


def families_anew(
    new: Sequence[bytes], texts: Texts, *, kin: Callable[[bytes], Sequence[bytes]]
) -> tuple[tuple[bytes, ...], ...]:
    """Return the families, of one text or more, that `new` texts, at hand already, are or change.

    `kin` tells for every other text at hand the texts of its family, itself among them, in a fixed
    order. A family near which a new text comes is made up anew, so that it hardly matters which of
    its texts was met first.
    """
    pairs = list(texts.sharing(new, least=_CONTAINED_BEHIND_LEAD))
    met = {pair.second for pair in pairs}.difference(new)
    families = sorted({tuple(kin(text)) for text in met})
    standing = [text for family in families for text in family[:_REMADE]]
    pairs += texts.sharing_among(standing, least=_CONTAINED_BEHIND_LEAD)
    involved = [*new, *standing]
    place = {text: number for number, text in enumerate(involved)}
    large = {place[family[0]]: family for family in families if len(family) > _REMADE}
    sets = linked(
        [texts.carriers(text) for text in involved],
        _links(pairs, place),
        joined=[[place[text] for text in family[:_REMADE]] for family in large.values()],
    )
    return tuple(
        tuple(text for number in members for text in (involved[number], *large.get(number, ())[_REMADE:]))
        for members in sets
    )


def _links(pairs: Iterable[Shared], place: Mapping[bytes, int]) -> list[Link]:
    """Return the links of pairs; of a round-up's parts the one that is pasted whole comes first."""
    known = sorted(
        (-pair.contained, *sorted((place[pair.first], place[pair.second])), carries_same_text(pair))
        for pair in pairs
        if pair.first in place and pair.second in place
    )
    return [Link(int(one), int(other), 1.0 if copied else -less) for less, one, other, copied in known]

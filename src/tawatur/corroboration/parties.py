"""Parties: what a mention of a source names, and when two mentions are of one party."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tawatur.arabic.folding import folded
from tawatur.arabic.words import light_stem, words
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.lexicons.name_links import NameLinks
from tawatur.outlets.directory import Directory
from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Merge, Standing

# A foreign name of this length is still itself with one letter more or less (مادوسودان, مادوسودهان).
_LONG_NAME = 6
# Two people of one office share its words: two names must be shared, and half of all.
_SHARED_NAMES = 2
_NAME_DICE = 0.5
# Words that stand in more than half of all articles are particles.
_PARTICLE_SHARE = 0.5
# «A joint statement», «an official report»: the document and one everyday adjective.
_FEW = 2
_UNCOMMON = 0.002
_PREPOSITIONS = ("ل", "ب")
# Letters between which transcriptions of one sound waver, and the long vowels they may leave out.
_TRANSCRIBED = str.maketrans("غقطصثظذ", "ججتستزد", "اويى")
_FEWEST_CONSONANTS = 3
_OUTLET_LIKE = (SourceKind.OUTLET, SourceKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class Party:
    """A source as one mention gives it.

    `words` are the stems of the mention, `names` those of them that are no titles, offices
    or other common nouns, `speaks_for` the stem behind a noun like «spokesman» or «lawyer».
    `outlet` is the canonical id, or the folded name, where the party is an outlet.
    """

    mention: str
    kind: SourceKind
    standing: Standing
    words: frozenset[str]
    names: frozenset[str]
    speaks_for: str | None
    outlet: str | None


def party_of(
    mention: str | None, kind: SourceKind, *, lexicons: CorroborationLexicons, outlets: Directory
) -> Party:
    """Read a resolved source as a party."""
    if mention is None:
        return Party("", kind, Standing.SILENT, frozenset(), frozenset(), None, None)
    named = _name_words(mention, lexicons.name_links)
    if kind is SourceKind.DOCUMENT:
        named = _before_topic(named, lexicons.name_links)
    stems = [_bare(light_stem(word), lexicons) for word in named]
    stems = [lexicons.nationalities.get(stem, stem) for stem in stems]
    stems = [stem for stem in stems if len(stem) > 1 and lexicons.common_words.share(stem) < _PARTICLE_SHARE]
    names = _names(stems, kind, lexicons)
    speaks_for = next(
        (after for stem, after in pairwise(stems) if stem in lexicons.representatives),
        None,
    )
    outlet = _known_outlet(mention, outlets) if kind in _OUTLET_LIKE else None
    if kind is SourceKind.OUTLET:
        outlet = outlet or outlet_key(mention, outlets=outlets)
    standing = _standing(stems, kind, outlet, lexicons)
    if kind is SourceKind.DOCUMENT and standing is Standing.NAMED and _nobodys(mention, stems, lexicons):
        standing = Standing.NAMELESS
    if kind is SourceKind.DOCUMENT and standing is Standing.NAMED:
        # The word of a body's statement is the body's.
        whose = [stem for stem in stems if lexicons.speaker_nouns.get(stem) != "document"]
        stems = whose or stems
    return Party(mention, kind, standing, frozenset(stems), names, speaks_for, outlet)


def _name_words(mention: str, links: NameLinks) -> list[str]:
    """Return the words of a mention, compound names as one (عبد الله as عبدالله), without mere links."""
    found: list[str] = []
    compound = ""
    for word in words(mention):
        plain = folded(word.of(mention))
        if plain in links.compounds:
            compound = plain
        elif plain not in links.links:
            found.append(compound + plain)
            compound = ""
    return [*found, compound] if compound else found


def _names(stems: Sequence[str], kind: SourceKind, lexicons: CorroborationLexicons) -> frozenset[str]:
    """Return the stems that are no titles or offices; behind a person's name a nationality is a surname."""
    states = frozenset(lexicons.nationalities.values()) if kind is SourceKind.PERSON else frozenset()
    names: set[str] = set()
    for before, stem in pairwise(["", *stems]):
        if stem not in lexicons.speaker_nouns or (stem in states and before in names):
            names.add(stem)
    return frozenset(names)


def _before_topic(named: list[str], links: NameLinks) -> list[str]:
    """Leave out of a document's mention what it is about: «the ministry's statement on the cave»."""
    place = next((place for place, word in enumerate(named) if place and word in links.topics), len(named))
    return named[:place]


def outlet_key(name: str, *, outlets: Directory) -> str:
    """Return what all spellings of an outlet's name have in common."""
    known = _known_outlet(name, outlets)
    return known or " ".join(light_stem(word.of(name)) for word in words(name))


def _known_outlet(name: str, outlets: Directory) -> str | None:
    known = outlets.by_name(name) or next((mention.outlet for mention in outlets.mentions(name)), None)
    return known.id if known else None


def same_party(one: Party, other: Party) -> Merge | None:
    """Tell why two named mentions are of one party: a name and its fuller form, a body and its spokesman.

    `other` is the fuller mention. Nothing is returned where they are two.
    """
    if one.words and one.words <= other.words:
        represents = other.speaks_for and not one.speaks_for and one.kind is not SourceKind.PERSON
        return Merge.SPEAKS_FOR if represents else Merge.SAME_NAME
    if not one.names or not other.names:
        return None
    shared = sum(any(_alike(name, further) for further in other.names) for name in one.names)
    if shared == len(one.names):
        return Merge.SAME_NAME
    if shared:
        shared = sum(any(_transcribed_alike(name, further) for further in other.names) for name in one.names)
    if shared >= _SHARED_NAMES and 2 * shared >= _NAME_DICE * (len(one.names) + len(other.names)):
        return Merge.SAME_NAME
    return Merge.SPEAKS_FOR if _speaks_for(one, other) or _speaks_for(other, one) else None


def same_voice(one: Party, other: Party) -> bool:
    """Tell whether two mentions could be of one party at all: one name shared, or all words."""
    return bool(one.names & other.names) or one.words == other.words


def compatible(one: Party, other: Party, *, lexicons: CorroborationLexicons) -> bool:
    """Tell whether two descriptions could be of one person: nothing in them excludes it."""
    first, second = _roles(one, lexicons), _roles(other, lexicons)
    if first and second and not first & second:
        return False
    affiliation, further = _affiliation(one, lexicons), _affiliation(other, lexicons)
    return not affiliation or not further or bool(affiliation & further)


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


def _bare(stem: str, lexicons: CorroborationLexicons) -> str:
    """Take off the preposition that a short noun bears (`لبلدية`), where the noun is known."""
    return stem[1:] if stem[:1] in _PREPOSITIONS and stem[1:] in lexicons.speaker_nouns else stem


def _standing(
    stems: list[str], kind: SourceKind, outlet: str | None, lexicons: CorroborationLexicons
) -> Standing:
    anonymous = lexicons.anonymous_sources
    everyday = (
        anonymous.reports | anonymous.qualifiers | lexicons.nationalities.keys() | lexicons.descriptions.empty
    )
    reports = [stem for stem in stems if stem in anonymous.reports or stem in anonymous.qualifiers]
    if reports and all(
        stem in everyday or lexicons.descriptions.roles.get(stem) == "source" for stem in stems
    ):
        return Standing.NAMELESS
    groups = {lexicons.speaker_nouns.get(stem) for stem in stems}
    if kind is SourceKind.DOCUMENT and groups == {"document"}:
        # «The document», «the report»: nobody is told whose.
        return Standing.NAMELESS
    if kind is SourceKind.UNNAMED:
        return Standing.UNNAMED
    if kind is SourceKind.OUTLET or (kind is SourceKind.DOCUMENT and outlet is not None):
        return Standing.OUTLET
    return Standing.NAMED


def _nobodys(mention: str, stems: Sequence[str], lexicons: CorroborationLexicons) -> bool:
    """Tell whether nobody is told whose a document is: «a joint statement», «a statement about the crash»."""
    groups = [lexicons.speaker_nouns.get(stem) for stem in stems]
    if (
        groups[:1] == ["document"]
        and {folded(word) for word in mention.split()[1:2]} & lexicons.name_links.topics
    ):
        return True
    further = [word for word in mention.split()[1:] if not folded(word).startswith("ال")]
    return (
        bool(groups)
        and groups[0] == "document"
        and groups.count(None) == len(groups) - 1
        and len(stems) == _FEW
        and len(further) == len(mention.split()) - 1
        and lexicons.common_words.share(stems[1]) > _UNCOMMON
    )


def _roles(party: Party, lexicons: CorroborationLexicons) -> frozenset[str]:
    """Return who a voice could be; a mere «source» could be anybody."""
    roles = {lexicons.descriptions.roles[stem] for stem in party.words & lexicons.descriptions.roles.keys()}
    return frozenset(roles - {"source"})


def _described(party: Party, lexicons: CorroborationLexicons) -> frozenset[str]:
    """Return the words that tell, without rank and without the kind of body that a name has beside it."""
    telling = party.words - lexicons.descriptions.empty
    bare = frozenset(stem for stem in telling if lexicons.speaker_nouns.get(stem) != "body")
    return bare or telling


def _affiliation(party: Party, lexicons: CorroborationLexicons) -> frozenset[str]:
    empty = lexicons.descriptions.empty | lexicons.descriptions.others
    return party.words - empty - lexicons.descriptions.roles.keys()


def _speaks_for(one: Party, other: Party) -> bool:
    return (
        one.speaks_for is not None and one.speaks_for in other.names and other.kind is not SourceKind.UNNAMED
    )


def _alike(one: str, other: str) -> bool:
    """Tell whether two names are one, a letter more, less or other in long ones left aside."""
    if one == other:
        return True
    if min(len(one), len(other)) < _LONG_NAME or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return (
        one[start + 1 :] == other[start + 1 :]
        or one[start:] == other[start + 1 :]
        or one[start + 1 :] == other[start:]
    )


def _transcribed_alike(one: str, other: str) -> bool:
    """Tell whether two spellings could transcribe one foreign name: نتنياهو and نتانياهو, غوغل and جوجل.

    Long vowels and the letters that newspapers choose between are left aside, so this counts
    only beside another name that is shared.
    """
    if _alike(one, other):
        return True
    first, second = one.translate(_TRANSCRIBED), other.translate(_TRANSCRIBED)
    return first == second and len(first) >= _FEWEST_CONSONANTS

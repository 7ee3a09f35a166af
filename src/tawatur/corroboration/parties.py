"""Parties: what a mention of a source names."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from tawatur.arabic.folding import folded
from tawatur.arabic.words import light_stem, words
from tawatur.corroboration.bodies import bare_stem, body_of
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.lexicons.name_links import NameLinks
from tawatur.lexicons.outlet_nouns import outlet_nouns
from tawatur.outlets.directory import Directory
from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Standing

# Words that stand in more than half of all articles are particles.
_PARTICLE_SHARE = 0.5
# «A joint statement», «an official report»: the document and one everyday adjective.
_UNCOMMON = 0.002
_ARTICLE = "ال"
_OUTLET_LIKE = (SourceKind.OUTLET, SourceKind.DOCUMENT)
_REMEMBERED = 1 << 14


@dataclass(frozen=True, slots=True)
class Party:
    """A source as one mention gives it.

    `words` are the stems of the mention, `names` those of them that are no titles, offices
    or other common nouns, `office` the stem of a noun like «spokesman» or
    «lawyer» and `speaks_for` the one behind it.
    `body` is the name of the body that it is, or speaks for, as far as it tells that.
    `outlet` is the canonical id, or the folded name, where the party is an outlet.
    """

    mention: str
    kind: SourceKind
    standing: Standing
    words: frozenset[str]
    names: frozenset[str]
    office: str | None
    speaks_for: str | None
    body: tuple[str, ...]
    outlet: str | None


@lru_cache(_REMEMBERED)
def party_of(
    mention: str | None, kind: SourceKind, *, lexicons: CorroborationLexicons, outlets: Directory
) -> Party:
    """Read a resolved source as a party."""
    if mention is None:
        return Party("", kind, Standing.SILENT, frozenset(), frozenset(), None, None, (), None)
    named = _name_words(mention, lexicons.name_links)
    if kind is SourceKind.DOCUMENT:
        named = _before_topic(named, lexicons.name_links)
    stems = [bare_stem(word, lexicons) for word in named]
    stems = [stem for stem in stems if len(stem) > 1 and lexicons.common_words.share(stem) < _PARTICLE_SHARE]
    names = _names(stems, kind, lexicons)
    office, speaks_for = next(
        (pair for pair in pairwise(stems) if pair[0] in lexicons.representatives), (None, None)
    )
    outlet = _known_outlet(mention, outlets) if kind in _OUTLET_LIKE else None
    # «The media of Qurtuban» are nobody, whosever they are; a paper of that name is known.
    collective = outlet is None and any(stem in lexicons.anonymous_sources.collectives for stem in stems[:1])
    if kind is SourceKind.OUTLET:
        outlet = outlet or outlet_key(mention, outlets=outlets)
    standing = _standing(stems, kind, outlet, lexicons)
    nobodys = (
        kind is SourceKind.DOCUMENT and standing is Standing.NAMED and _nobodys(mention, stems, lexicons)
    )
    if nobodys or (kind is SourceKind.OUTLET and collective) or set(named) <= lexicons.joint_voices:
        standing = Standing.NAMELESS
    if kind is SourceKind.DOCUMENT and standing is Standing.NAMED:
        # The word of a body's statement is the body's.
        whose = [stem for stem in stems if lexicons.speaker_nouns.get(stem) != "document"]
        stems = whose or stems
    return Party(
        mention=mention,
        kind=kind,
        standing=standing,
        words=frozenset(stems),
        names=names,
        office=office,
        speaks_for=speaks_for,
        body=body_of(named, kind, lexicons=lexicons),
        outlet=outlet,
    )


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
    unsaid = lexicons.descriptions.empty if kind is SourceKind.ORGANIZATION else frozenset()
    names: set[str] = set()
    for before, stem in pairwise(["", *stems]):
        if stem in unsaid:
            continue
        if stem not in lexicons.speaker_nouns or (stem in states and before in names):
            names.add(stem)
    return frozenset(names)


def _before_topic(named: list[str], links: NameLinks) -> list[str]:
    """Leave out of a document's mention what it is about: «the ministry's statement on the cave»."""
    place = next((place for place, word in enumerate(named) if place and word in links.topics), len(named))
    return named[:place]


@lru_cache(_REMEMBERED)
def outlet_key(name: str, *, outlets: Directory) -> str:
    """Return what all spellings of an outlet's name have in common."""
    known = _known_outlet(name, outlets)
    stems = [light_stem(word.of(name)) for word in words(name)]
    # «The newspaper X» is X; of what is only «the newspaper» nothing is left.
    start = 1 if stems[1:] and stems[0] in _class_nouns() else 0
    return known or " ".join(stems[start:])


@cache
def _class_nouns() -> frozenset[str]:
    """Return the nouns that stand before an outlet's name, by light stem."""
    return frozenset(light_stem(form) for noun in outlet_nouns().noun.values() for form in noun.forms)


def _known_outlet(name: str, outlets: Directory) -> str | None:
    known = outlets.by_name(name) or next((mention.outlet for mention in outlets.mentions(name)), None)
    return known.id if known else None


def _standing(
    stems: list[str], kind: SourceKind, outlet: str | None, lexicons: CorroborationLexicons
) -> Standing:
    anonymous = lexicons.anonymous_sources
    everyday = anonymous.reports | anonymous.qualifiers | anonymous.scopes
    everyday |= lexicons.nationalities.keys() | lexicons.descriptions.empty
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
    others = [stem for stem, group in zip(stems, groups, strict=True) if group != "document"]
    head, *further = map(folded, mention.split())
    # A noun with the article tells whose «a statement» is; behind «the statement» it is an adjective.
    return (
        groups[:1] == ["document"]
        and set(groups) == {"document", None}
        and len(others) == 1
        and (head.startswith(_ARTICLE) or not any(word.startswith(_ARTICLE) for word in further))
        and lexicons.common_words.share(others[0]) > _UNCOMMON
    )

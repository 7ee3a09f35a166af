"""A claim made ready for a page: its drawing, and its chains in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.records.claim import Chain, Claim, Merge, Origin
from tawatur.store.heads import ArticleHead
from tawatur.web.chain_drawing import Drawing, draw
from tawatur.web.chain_graph import Graph, Node, chain_graph, steps
from tawatur.web.language import Speech
from tawatur.web.naming import OutletNames
from tawatur.web.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLine:
    """One way a claim took, and the articles that took it."""

    party: str
    outlets: tuple[str, ...]
    articles: tuple[ArticleHead, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedView:
    """A voice counted with an origin, and the article it stands in, where that is of the story."""

    mention: str
    reason: Merge
    article: ArticleHead | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """An origin with its chains, each told once; `party` is its number in the library."""

    origin: Origin
    party: int | None
    lines: tuple[ChainLine, ...]
    joined: tuple[JoinedView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim with its place among the claims of its story, from 1."""

    number: int
    claim: Claim
    drawing: Drawing | None
    """`None` where one page alone carries the claim: its one chain is told in words."""
    names: Mapping[str, str]
    """What each node of the drawing stands for, in full."""
    origins: tuple[OriginView, ...]
    denials: tuple[OriginView, ...]


def numbers_of(views: Sequence[ClaimView]) -> dict[str, int]:
    """Return the numbers of claims by their keys."""
    return {view.claim.key: view.number for view in views}


def claim_view(
    number: int,
    claim: Claim,
    *,
    articles: Mapping[str, ArticleHead],
    parties: Mapping[str, int],
    visit: Visit,
) -> ClaimView:
    """Make a claim ready for a page; `articles` are those of its story by their ids, `parties` by name."""
    names, speech = visit.names, visit.speech
    graph = chain_graph(claim, names=names, no_source=speech.say("no_source"))

    def views(origins: tuple[Origin, ...]) -> tuple[OriginView, ...]:
        return tuple(
            OriginView(
                origin=origin,
                party=parties.get(origin.party),
                lines=_lines(origin, articles, names),
                joined=tuple(
                    JoinedView(mention=one.mention, reason=one.reason, article=articles.get(one.article))
                    for one in origin.joined
                ),
            )
            for origin in origins
        )

    return ClaimView(
        number=number,
        claim=claim,
        drawing=draw(graph, _labels(graph, speech), direction=speech.direction) if is_shared(claim) else None,
        names={node.key: speech.listed(node.names) for node in graph.nodes},
        origins=views(claim.origins),
        denials=views(claim.denied_by),
    )


def is_shared(claim: Claim) -> bool:
    """Tell whether more than one page carries a claim, or somebody denies it."""
    return len(claim.pages) > 1 or bool(claim.denied_by)


def _labels(graph: Graph, speech: Speech) -> dict[str, str]:
    return {node.key: _label(node, speech) for node in graph.nodes}


def _label(node: Node, speech: Speech) -> str:
    if not node.folded:
        return node.names[0]
    key = "folded_outlets" if node.key.startswith("outlet-") else "folded_parties"
    return speech.count(key, len(node.names))


def _lines(origin: Origin, articles: Mapping[str, ArticleHead], names: OutletNames) -> tuple[ChainLine, ...]:
    lines: dict[tuple[str, tuple[str, ...]], dict[str, ArticleHead]] = {}
    for chain in origin.chains:
        way = _way(chain, origin, names)
        taken = lines.setdefault(way, {})
        if chain.article in articles:
            taken[chain.article] = articles[chain.article]
    return tuple(
        ChainLine(party=party, outlets=outlets, articles=tuple(taken.values()))
        for (party, outlets), taken in lines.items()
    )


def _way(chain: Chain, origin: Origin, names: OutletNames) -> tuple[str, tuple[str, ...]]:
    """Return who speaks in a chain and the outlets behind; an outlet that is the voice stands once."""
    passed = steps(chain, names=names)
    if passed and names.known(chain.party):
        return names.name(passed[0]), passed[1:]
    return chain.party or ("" if passed else origin.party), passed

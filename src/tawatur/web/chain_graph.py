"""A claim's chains as a graph: where it entered the news, who relayed it, where it arrived.

A party or outlet is one node however many chains pass through it. Where many outlets
stand alike they are folded into one node, so that the drawing of sixty pages is as
readable as that of six.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Chain, Claim, Origin, Standing
from tawatur.web.naming import OutletNames

# What a screen of a newsroom shows at one glance.
MOST_ORIGINS = 8
MOST_RELAYS = 10
MOST_ENDS = 12


class Role(StrEnum):
    """What a node is to the claim."""

    ORIGIN = "origin"
    DENIAL = "denial"
    RELAY = "relay"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A party or an outlet; or several, where `folded` names more than one.

    `outlet` is the outlet's key, `None` for a party. `names` are the names of the outlets or parties
    it stands for.
    """

    key: str
    role: Role
    names: tuple[str, ...]
    outlet: str | None
    kind: SourceKind | None = None

    @property
    def folded(self) -> bool:
        """Whether the node stands for several."""
        return len(self.names) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A step of a chain. `told` is whether a page names the source of the step itself."""

    start: str
    end: str
    told: bool
    denies: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """The nodes and links of one claim, origins first, each in the order of the chains."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]


@dataclass(slots=True)
class _Growing:
    """A graph while its chains are laid into it; a link that any page tells is told."""

    nodes: dict[str, Node] = field(default_factory=dict)
    links: dict[tuple[str, str, bool], bool] = field(default_factory=dict)

    def link(self, start: str, end: str, *, told: bool, denies: bool) -> None:
        if start != end:
            self.links[start, end, denies] = told or self.links.get((start, end, denies), False)


def chain_graph(claim: Claim, *, names: OutletNames, no_source: str) -> Graph:
    """Draw together the chains of a claim and of those who deny it.

    `no_source` names the voice of a page that has no source and no known outlet.
    """
    growing = _Growing()
    for role, origins in ((Role.ORIGIN, claim.origins), (Role.DENIAL, claim.denied_by)):
        for number, origin in enumerate(origins):
            start = _origin_node(origin, role, f"{role}-{number}", names=names, no_source=no_source)
            growing.nodes.setdefault(start.key, start)
            for chain in origin.chains:
                _lay(growing, growing.nodes[start.key], chain, names=names)
    links = tuple(_links(growing))
    return _folded(Graph(nodes=_with_roles(growing.nodes.values(), links), links=links))


def steps(chain: Chain, *, names: OutletNames) -> tuple[str, ...]:
    """Return the outlets a chain passes through as published, from the nearest to the voice to the page's.

    A party that is itself an outlet is the first of them. One that follows itself counts once.
    """
    told = (chain.party,) if chain.party and names.known(chain.party) else ()
    outlets = (*told, *chain.relays, *((chain.outlet,) if chain.outlet else ()))
    kept: dict[str, str] = {}
    for outlet in outlets:
        kept.setdefault(names.key(outlet), outlet)
    return tuple(kept.values())


def _origin_node(origin: Origin, role: Role, key: str, *, names: OutletNames, no_source: str) -> Node:
    """Return the node of an origin; an outlet on its own authority is the node of that outlet."""
    own = origin.standing in (Standing.SILENT, Standing.OUTLET)
    outlet = (origin.party or origin.first_outlet) if own else None
    if outlet:
        named = names.key(outlet)
        return Node(key=f"outlet-{named}", role=role, names=(names.name(outlet),), outlet=named)
    return Node(key=key, role=role, names=(origin.party or no_source,), outlet=None, kind=origin.kind)


def _lay(growing: _Growing, start: Node, chain: Chain, *, names: OutletNames) -> None:
    before, told = start.key, bool(chain.party)
    for outlet in steps(chain, names=names):
        named = names.key(outlet)
        key = f"outlet-{named}"
        growing.nodes.setdefault(key, Node(key=key, role=Role.END, names=(names.name(outlet),), outlet=named))
        growing.link(before, key, told=told, denies=start.role is Role.DENIAL)
        before, told = key, True


def _with_roles(nodes: Iterable[Node], links: Iterable[Link]) -> tuple[Node, ...]:
    """Tell relays from ends: whoever is somebody's source relays."""
    starts = {link.start for link in links}
    return tuple(
        replace(node, role=Role.RELAY) if node.role is Role.END and node.key in starts else node
        for node in nodes
    )


def _folded(graph: Graph) -> Graph:
    """Fold ends that stand alike first, the fewer shown of each the more there are, then whatever is over."""
    for shown in (4, 2, 1, 0):
        if _number(graph, Role.END) <= MOST_ENDS:
            break
        graph = _merged(graph, _alike(graph, shown))
    for role, most in (
        (Role.END, MOST_ENDS),
        (Role.RELAY, MOST_RELAYS),
        (Role.ORIGIN, MOST_ORIGINS),
        (Role.DENIAL, MOST_ORIGINS),
    ):
        among = [node.key for node in graph.nodes if node.role is role]
        if len(among) > most:
            graph = _merged(graph, [among[most - 1 :]])
    return graph


def _number(graph: Graph, role: Role) -> int:
    return sum(node.role is role for node in graph.nodes)


def _alike(graph: Graph, shown: int) -> list[list[str]]:
    """Group the ends reached from the same nodes in the same way, without the first `shown` of each."""
    reached: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for link in graph.links:
        reached[link.end].add((link.start, link.denies))
    groups: dict[frozenset[tuple[str, bool]], list[str]] = defaultdict(list)
    for node in graph.nodes:
        if node.role is Role.END:
            groups[frozenset(reached[node.key])].append(node.key)
    return [rest for keys in groups.values() if len(rest := keys[shown:]) > 1]


def _merged(graph: Graph, groups: Sequence[Sequence[str]]) -> Graph:
    """Make one node of each group; it bears the names of all and their links."""
    into = {key: keys[0] for keys in groups for key in keys}
    bearers: dict[str, list[str]] = defaultdict(list)
    for node in graph.nodes:
        bearers[into.get(node.key, node.key)].extend(node.names)
    nodes = tuple(
        replace(node, names=tuple(bearers[node.key]), outlet=node.outlet if node.key not in into else None)
        for node in graph.nodes
        if into.get(node.key, node.key) == node.key
    )
    growing = _Growing()
    for link in graph.links:
        start, end = into.get(link.start, link.start), into.get(link.end, link.end)
        growing.link(start, end, told=link.told, denies=link.denies)
    return Graph(nodes=nodes, links=tuple(_links(growing)))


def _links(growing: _Growing) -> Iterator[Link]:
    for (start, end, denies), told in growing.links.items():
        yield Link(start=start, end=end, told=told, denies=denies)

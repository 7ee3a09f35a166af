"""The graph of a claim's chains and its drawing, on the sample and on claims of many pages."""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Literal

import pytest

from tawatur.outlets.directory import outlets
from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Chain, Claim, Origin, Standing
from tawatur.records.span import Span
from tawatur.store.stories import StoryView
from tawatur.web.chain_drawing import Drawing, draw
from tawatur.web.chain_graph import Graph, Role, chain_graph
from tawatur.web.language import Language
from tawatur.web.naming import OutletNames

OUTLETS = Path(__file__).parents[2] / "sample" / "outlets.toml"
NAMES = OutletNames(directory=outlets((OUTLETS,)), language=Language.ARABIC)


def origin(party: str, chains: tuple[tuple[str, ...], ...], standing: Standing = Standing.UNNAMED) -> Origin:
    """Make an origin with a chain for each row of outlets, the last of them the page's."""
    return Origin(
        party=party,
        kind=SourceKind.UNNAMED,
        standing=standing,
        first_outlet=chains[0][0],
        pages=tuple(f"{party}-{place}" for place in range(len(chains))),
        chains=tuple(
            Chain(
                party=party,
                relays=row[:-1],
                article=f"{party}-{place}",
                outlet=row[-1],
                span=Span(0, 1),
                sentence=Span(0, 1),
            )
            for place, row in enumerate(chains)
        ),
        joined=(),
    )


def claim(origins: tuple[Origin, ...], denied_by: tuple[Origin, ...] = ()) -> Claim:
    return Claim(
        key="key", text="امتلأ السد",
        pages=("a",), first_pages=(), members=(), origins=origins, origins_min=1,
        origins_max=len(origins), doubts=(), denied_by=denied_by, conflicts=(),
    )  # fmt: skip


def graph_of(claim: Claim) -> Graph:
    return chain_graph(claim, names=NAMES, no_source="بلا مصدر")


def drawn(graph: Graph, direction: Literal["ltr", "rtl"] = "rtl") -> Drawing:
    return draw(graph, {node.key: node.names[0] for node in graph.nodes}, direction=direction)


def test_one_official_behind_many_pages_is_one_node(story_of: Callable[[str], StoryView]) -> None:
    graph = graph_of(story_of("river-01-difaf").claims[0].claim)
    roles = {node.names[0]: node.role for node in graph.nodes}
    assert [name for name, role in roles.items() if role is Role.ORIGIN] == ["مسؤول تلواني رفيع"]
    assert roles["الضفاف"] is Role.RELAY
    assert roles["الصارية"] is Role.END
    assert len(roles) == len(graph.nodes) >= 8


def test_spellings_of_one_outlet_are_one_node_and_a_name_that_follows_itself_no_step() -> None:
    graph = graph_of(claim((origin("مسؤول", (("الضفاف للأنباء", "difaf"), ("وكالة الضفاف", "almarfa"))),)))
    assert sorted(node.outlet or "" for node in graph.nodes) == ["", "almarfa", "difaf"]
    assert [(link.start, link.end) for link in graph.links] == [
        ("origin-0", "outlet-difaf"),
        ("outlet-difaf", "outlet-almarfa"),
    ]


def test_an_outlet_on_its_own_authority_is_its_own_origin() -> None:
    graph = graph_of(claim((origin("المرفأ", (("almarfa",), ("almarfa", "qatat")), Standing.OUTLET),)))
    assert [(node.role, node.outlet) for node in graph.nodes] == [
        (Role.ORIGIN, "almarfa"),
        (Role.END, "qatat"),
    ]


def test_denials_are_marked_and_lead_to_those_who_carry_them() -> None:
    graph = graph_of(claim((origin("مسؤول", (("difaf",),)),), (origin("متحدث", (("almarfa",),)),)))
    assert [(node.role, node.names[0]) for node in graph.nodes if node.outlet is None] == [
        (Role.ORIGIN, "مسؤول"),
        (Role.DENIAL, "متحدث"),
    ]
    assert {(link.start, link.denies) for link in graph.links} == {("origin-0", False), ("denial-0", True)}


def sixty() -> Claim:
    """An agency carried by 40 outlets, a paper that 12 more took it from, and 8 that had it elsewhere."""
    return claim(
        (
            origin(
                "مسؤول",
                tuple(("difaf", f"بوابة الضاد {place}") for place in range(40))
                + tuple(("difaf", "almarfa", f"صحيفة {place}") for place in range(12)),
            ),
            origin("شاهد", tuple((f"قناة {place}",) for place in range(8))),
        )
    )


def test_sixty_pages_fold_into_a_drawing_of_one_screen_and_none_is_lost() -> None:
    graph = graph_of(sixty())
    assert len(graph.nodes) <= 18
    names = {name for node in graph.nodes for name in node.names}
    assert names >= {f"بوابة الضاد {place}" for place in range(40)}
    assert drawn(graph).height <= 700


def test_a_hostile_claim_of_all_different_chains_stays_bounded() -> None:
    rows = tuple((f"a{place}", f"b{place}", f"c{place}", f"d{place}") for place in range(200))
    ring = (*((f"a{place}", f"a{place + 1}") for place in range(100)), ("a100", "a0"))
    graph = graph_of(claim(tuple(origin(f"صوت {place}", (*rows, *ring)) for place in range(30))))
    assert len(graph.nodes) <= 40
    assert drawn(graph).height <= 1200


CLAIMS = [
    claim((origin("مسؤول", (("difaf",),)),)),
    claim((origin("مسؤول", (("difaf", "almarfa"), ("almarfa", "difaf"))),)),
    claim((origin("مسؤول", (("difaf", "almarfa", "qatat"), ("qatat",))), origin("شاهد", (("qatat",),)))),
    sixty(),
]


@pytest.mark.parametrize("claim", CLAIMS, ids=["one", "ring", "passing", "sixty"])
def test_boxes_stand_apart_inside_the_frame(claim: Claim) -> None:
    drawing = drawn(graph_of(claim))
    for box in drawing.boxes:
        assert 0 <= box.x <= box.x + box.width <= drawing.width
        assert 0 <= box.y <= box.y + box.height <= drawing.height
    for one, other in combinations(drawing.boxes, 2):
        assert (
            one.x + one.width <= other.x
            or other.x + other.width <= one.x
            or one.y + one.height <= other.y
            or other.y + other.height <= one.y
        ), (one.lines, other.lines)


@pytest.mark.parametrize("claim", CLAIMS, ids=["one", "ring", "passing", "sixty"])
def test_origins_stand_where_lines_begin(claim: Claim) -> None:
    graph = graph_of(claim)
    right, left = drawn(graph, "rtl"), drawn(graph, "ltr")
    for one, other in zip(right.boxes, left.boxes, strict=True):
        assert one.x == pytest.approx(right.width - other.x - other.width)
        assert one.y == other.y
    first = [box for box in right.boxes if box.node.role is Role.ORIGIN]
    assert all(box.x == max(one.x for one in right.boxes) for box in first)


def test_the_same_claim_is_always_drawn_the_same() -> None:
    assert drawn(graph_of(sixty())) == drawn(graph_of(sixty()))

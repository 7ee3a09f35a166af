"""Where everything stands in the drawing of a claim's chains: a layered layout of a small graph.

Lengths are the user units of SVG, one a CSS pixel. The drawing reads in the direction of
the language: origins stand where its lines begin.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import Literal

from tawatur.web.chain_graph import Graph, Link, Node, Role

NODE_WIDTH = 162
LINE_HEIGHT = 21
_PADDING = 9
_COLUMN_GAP = 48
_ROW_GAP = 12
# A link that passes a column takes this much of its height.
_PASSAGE = 8
_MARGIN = 6
# Widest lines at 14 pixels: Arabic and Latin letters take 7 pixels in the mean of our own texts.
# Those who speak stand out in bold, which is wider.
_LETTERS = {Role.ORIGIN: 18, Role.DENIAL: 19, Role.RELAY: 20, Role.END: 20}
_LINES = {Role.ORIGIN: 3, Role.DENIAL: 3, Role.RELAY: 2, Role.END: 2}
_SWEEPS = 4
_ARROW = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node where it stands; `lines` are its name cut to the room there is, `middle` is theirs."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """The middle of the box along the line."""
        return self.x + self.width / 2

    def baseline(self, line: int) -> float:
        """Return where a line of the name stands."""
        return self.y + _PADDING + LINE_HEIGHT * (line + 0.74)


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A link where it runs: the path of its line and that of its arrowhead."""

    link: Link
    path: str
    arrow: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Everything of one drawing, in its own coordinates."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]


@dataclass(slots=True)
class _Slot:
    """A place in a column: a node's, or where a link passes."""

    key: str
    height: float
    y: float = 0.0


def draw(graph: Graph, labels: dict[str, str], *, direction: Literal["ltr", "rtl"]) -> Drawing:
    """Lay a graph out in columns: every node stands beyond all that lead to it.

    `labels` gives what is written in each node, by its key. The same graph always gives the same drawing.
    """
    lines = {
        node.key: fitted(labels[node.key], most=_LINES[node.role], letters=_LETTERS[node.role])
        for node in graph.nodes
    }
    layers = _layers(graph)
    columns, routes = _columns(graph, layers, lines)
    _untangle(columns, routes)
    height = _stack(columns)
    width = len(columns) * (NODE_WIDTH + _COLUMN_GAP) - _COLUMN_GAP + 2 * _MARGIN

    def place(column: int) -> float:
        """Return where a column begins, seen from where the lines begin."""
        return _MARGIN + column * (NODE_WIDTH + _COLUMN_GAP)

    slots = {slot.key: slot for column in columns for slot in column}
    boxes = tuple(
        Box(
            node=node,
            x=place(layers[node.key]) if direction == "ltr" else width - place(layers[node.key]) - NODE_WIDTH,
            y=slots[node.key].y,
            width=NODE_WIDTH,
            height=slots[node.key].height,
            lines=lines[node.key],
        )
        for node in graph.nodes
    )
    curves = tuple(
        _curve(
            link,
            [(slots[key].y + slots[key].height / 2, place(column)) for column, key in route],
            mirror=width if direction == "rtl" else None,
        )
        for link, route in routes
    )
    return Drawing(width=width, height=height, boxes=boxes, curves=curves)


def fitted(text: str, *, most: int, letters: int = 20) -> tuple[str, ...]:
    """Break a name into at most `most` lines of so many letters; what is left out ends in an ellipsis.

    >>> fitted("المتحدث باسم وزارة المالية", most=2), fitted("وزارة المالية والتخطيط الوطني", most=1)
    (('المتحدث باسم وزارة', 'المالية'), ('وزارة المالية…',))
    """
    lines: list[str] = []
    # Beyond this nothing is ever shown; a title of megabytes is not even split.
    words = text[: (most + 1) * letters].split()
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word if len(word) <= letters else f"{word[: letters - 1]}…")
    if len(lines) > most:
        last = lines[most - 1][: letters - 1].rstrip("…")
        lines[most - 1] = f"{last}…"
    return tuple(lines[:most]) or ("…",)


def _layers(graph: Graph) -> dict[str, int]:
    """Give each node its column: the longest way to it, links that would close a circle left out."""
    layers = {node.key: 0 for node in graph.nodes}
    for start, end in _onward(graph):
        layers[end] = max(layers[end], layers[start] + 1)
    return layers


def _onward(graph: Graph) -> list[tuple[str, str]]:
    """Return the links that close no circle, each behind all that lead to its start."""
    links: dict[str, list[str]] = defaultdict(list)
    for link in graph.links:
        links[link.start].append(link.end)
    finished: list[tuple[str, list[str]]] = []
    done: set[str] = set()
    way: set[str] = set()

    def visit(key: str) -> None:
        way.add(key)
        ends = [end for end in links[key] if end not in way]
        for end in ends:
            if end not in done:
                visit(end)
        way.remove(key)
        done.add(key)
        finished.append((key, ends))

    for node in graph.nodes:
        if node.key not in done:
            visit(node.key)
    return [(key, end) for key, ends in reversed(finished) for end in ends]


_Route = list[tuple[int, str]]


def _columns(
    graph: Graph, layers: dict[str, int], lines: dict[str, tuple[str, ...]]
) -> tuple[list[list[_Slot]], list[tuple[Link, _Route]]]:
    """Put nodes into their columns, and a passage into every column that a link only passes."""
    columns: list[list[_Slot]] = [[] for _ in range(max(layers.values(), default=0) + 1)]
    for node in graph.nodes:
        height = len(lines[node.key]) * LINE_HEIGHT + 2 * _PADDING
        columns[layers[node.key]].append(_Slot(node.key, height))
    routes: list[tuple[Link, _Route]] = []
    for number, link in enumerate(graph.links):
        first, last = layers[link.start], layers[link.end]
        passed = [(column, f"passage-{number}-{column}") for column in range(first + 1, last)]
        for column, key in passed:
            columns[column].append(_Slot(key, _PASSAGE))
        routes.append((link, [(first, link.start), *passed, (last, link.end)]))
    return columns, routes


def _untangle(columns: Sequence[list[_Slot]], routes: Sequence[tuple[Link, _Route]]) -> None:
    """Order each column by the mean place of the neighbours, forth and back a few times."""
    before: dict[str, list[str]] = defaultdict(list)
    behind: dict[str, list[str]] = defaultdict(list)
    for _, route in routes:
        for (_, start), (_, end) in pairwise(route):
            before[end].append(start)
            behind[start].append(end)
    places: dict[str, float] = {}
    for column in columns:
        places |= _places(column)
    for sweep in range(_SWEEPS):
        forth = sweep % 2 == 0
        neighbours = before if forth else behind
        for column in columns[1:] if forth else reversed(columns[:-1]):
            _sort(column, neighbours, places)
            places |= _places(column)


def _places(column: Sequence[_Slot]) -> dict[str, float]:
    return {slot.key: index / len(column) for index, slot in enumerate(column)}


def _sort(column: list[_Slot], neighbours: dict[str, list[str]], places: Mapping[str, float]) -> None:
    column.sort(
        key=lambda slot: (
            fmean([places[key] for key in neighbours[slot.key]]) if neighbours[slot.key] else places[slot.key]
        )
    )


def _stack(columns: Sequence[Sequence[_Slot]]) -> float:
    """Stack every column about the middle of the highest; return the height of all."""
    heights = [
        sum(slot.height for slot in column) + _ROW_GAP * (len(column) - 1) if column else 0.0
        for column in columns
    ]
    highest = max(heights, default=0.0)
    for column, height in zip(columns, heights, strict=True):
        y = _MARGIN + (highest - height) / 2
        for slot in column:
            slot.y = y
            y += slot.height + _ROW_GAP
    return highest + 2 * _MARGIN


def _curve(link: Link, points: Sequence[tuple[float, float]], *, mirror: float | None) -> Curve:
    """Return the path from a node over its passages to another, in smooth steps between columns."""
    back = points[-1][1] <= points[0][1]

    def at(x: float, y: float) -> str:
        return f"{(x if mirror is None else mirror - x):.1f} {y:.1f}"

    y, begin = points[0]
    x = begin + NODE_WIDTH
    path = [f"M{at(x, y)}"]
    for end_y, column in points[1:]:
        end_x = column + NODE_WIDTH if back else column
        arrives = (end_y, column) == points[-1]
        tip = end_x if not arrives else end_x + (_ARROW if back else -_ARROW)
        reach = _COLUMN_GAP / 2
        path.append(f"C{at(x + reach, y)} {at(tip + (reach if back else -reach), end_y)} {at(tip, end_y)}")
        x, y = tip, end_y
        if not arrives:
            x = column + NODE_WIDTH
            path.append(f"L{at(x, y)}")
    step = _ARROW if back else -_ARROW
    end = points[-1][1] + (NODE_WIDTH if back else 0)
    arrow = f"M{at(end, y)}L{at(end + step, y - 4)}L{at(end + step, y + 4)}Z"
    return Curve(link=link, path="".join(path), arrow=arrow)

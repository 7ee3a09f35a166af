"""The lexbor tree of a page, flattened into blocks of text and the boxes that hold them.

A box is an element that a browser sets apart (a `div`, `p`, `td`, ...); a block is a
stretch of text between two edges of boxes or line breaks. The walk is iterative and
touches every node once, so neither depth nor size can hurt it.
"""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tawatur.reading.block import BlockRole

# What a browser without scripting never shows as text of the page, or shows only as a control.
_UNSEEN = frozenset(
    "area audio base canvas datalist dialog embed frame frameset head iframe input link map meta noembed noframes "
    "noscript object option optgroup param script select source style svg template textarea title track video "
    "wbr img math progress meter -comment -doctype".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font hl i ins kbd mark nobr noindex output q rb rp rt "
    "rtc ruby s samp small span strike strong sub sup time tt u var label picture".split()
)
_ROLES = {
    "h1": BlockRole.HEADING,
    "h2": BlockRole.HEADING,
    "h3": BlockRole.HEADING,
    "h4": BlockRole.HEADING,
    "h5": BlockRole.HEADING,
    "h6": BlockRole.HEADING,
    "li": BlockRole.ITEM,
    "dd": BlockRole.ITEM,
    "dt": BlockRole.ITEM,
    "blockquote": BlockRole.QUOTE,
    "figcaption": BlockRole.CAPTION,
    "caption": BlockRole.CAPTION,
    "tr": BlockRole.ROW,
    "pre": BlockRole.PREFORMATTED,
}
_CELLS = frozenset(("td", "th"))
# A cell this long is a column of the page's layout, not a figure in a table.
_LONGEST_CELL = 200


@dataclass(slots=True)
class Box:
    """An element set apart, with the blocks `first` to `end` (exclusive) inside it."""

    tag: str
    parent: int
    depth: int
    names: str
    """Its classes and id in lower case, as its maker wrote them."""
    role: BlockRole
    first: int
    end: int = 0


@dataclass(slots=True)
class Piece:
    """A block before it is known whether it belongs to the main text."""

    text: str
    box: int
    role: BlockRole
    level: int
    linked: float


@dataclass(slots=True)
class Tree:
    """The boxes of a page in the order they open, and its pieces in reading order."""

    boxes: list[Box] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)


class _Walk:
    """The state of one walk: the open box, and the text gathered since the last edge."""

    def __init__(self) -> None:
        self.tree = Tree()
        self.box = -1
        self.texts: list[str] = []
        self.linked = 0
        self.links = 0

    def gather(self, text: str) -> None:
        self.texts.append(text)
        if self.links:
            self.linked += len(text.strip())

    def flush(self) -> None:
        """End the block that is being gathered, if there is one."""
        if not self.texts:
            return
        text = " ".join("".join(self.texts).split())
        if text:
            box = self.tree.boxes[self.box]
            level = int(box.tag[1]) if box.role is BlockRole.HEADING and box.tag[1:].isdigit() else 0
            share = min(1.0, self.linked / len(text))
            self.tree.pieces.append(Piece(text, self.box, box.role, level, share))
        self.texts.clear()
        self.linked = 0

    def open(self, tag: str, names: str) -> None:
        boxes = self.tree.boxes
        if tag in _CELLS:
            self._open_cell()
        else:
            self.flush()
        role = _ROLES.get(tag)
        depth = 0
        if self.box >= 0:
            outer = boxes[self.box]
            depth = outer.depth + 1
            role = role or outer.role
        boxes.append(Box(tag, self.box, depth, names, role or BlockRole.PARAGRAPH, len(self.tree.pieces)))
        self.box = len(boxes) - 1

    def _open_cell(self) -> None:
        if sum(map(len, self.texts)) > _LONGEST_CELL:
            self.flush()
        elif self.texts:
            self.texts.append(" | ")

    def close(self) -> None:
        box = self.tree.boxes[self.box]
        if box.tag not in _CELLS:
            self.flush()
        box.end = len(self.tree.pieces)
        self.box = box.parent


def flatten(parser: LexborHTMLParser) -> Tree:
    """Flatten the visible part of a parsed page, in linear time."""
    walk = _Walk()
    walk.open("body", "")
    node = parser.body or parser.root
    open_nodes: list[tuple[LexborNode, str]] = []
    node = node.first_child if node else None
    while node is not None:
        child = None
        tag = node.tag
        if tag == "-text":
            walk.gather(node.text_content or "")
        elif tag == "br" or tag == "hr":
            walk.flush()
        elif tag is not None and tag not in _UNSEEN:
            child = _enter(walk, node, tag)
            if child is not None:
                open_nodes.append((node, tag))
                node = child
                continue
        following = node.next
        while following is None and open_nodes:
            node, tag = open_nodes.pop()
            _leave(walk, tag)
            following = node.next
        node = following
    walk.close()
    return walk.tree


def _enter(walk: _Walk, node: LexborNode, tag: str) -> LexborNode | None:
    """Open `node` if it holds anything to be seen, and return its first child."""
    child = node.first_child
    if child is None:
        return None
    if tag == "a":
        walk.links += 1
    elif tag not in _INLINE:
        attributes = node.attributes
        if _hidden(attributes):
            return None
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('itemprop') or ''} {attributes.get('role') or ''}".lower()
        walk.open(tag, names)
    return child


def _leave(walk: _Walk, tag: str) -> None:
    if tag == "a":
        walk.links -= 1
    elif tag not in _INLINE:
        walk.close()


def _hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style) and "display:none" in style.replace(" ", "").lower()  # type: ignore[union-attr]

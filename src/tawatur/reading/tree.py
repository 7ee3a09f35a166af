"""The lexbor tree of a page, flattened into blocks of text and the boxes that hold them.

A box is an element that a browser sets apart (a `div`, `p`, `td`, ...); a block is a
stretch of text between two edges of boxes or line breaks. The walk is iterative and
touches every node once, so neither depth nor size can hurt it.
"""

from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tawatur.reading.block import BlockRole

# What a browser never shows as text of the page, or shows only as a control.
_UNSEEN = frozenset((
    "-comment", "-doctype", "area", "audio", "base", "canvas", "datalist", "dialog", "embed", "frame",
    "frameset", "head", "iframe", "img", "input", "link", "map", "math", "meta", "meter", "noembed",
    "noframes", "noscript", "object", "optgroup", "option", "param", "progress", "script", "select",
    "source", "style", "svg", "template", "textarea", "title", "track", "video", "wbr",
))  # fmt: skip
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "nobr", "noindex", "output", "picture", "q", "rb", "rp", "rt", "rtc",
    "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
))  # fmt: skip
# Its links are read as one block, unless something in it is not shown: pages have hundreds.
_MENU = "nav"
_UNSEEN_IN_MENU = "script, style, template, noscript, select, textarea, svg title, [hidden], [style*=none]"
_BREAKS = frozenset(("br", "hr"))
_PARAGRAPH = (BlockRole.PARAGRAPH, 0)
# Role and level of heading that an element gives to the text inside.
_ROLES = {
    **{f"h{level}": (BlockRole.HEADING, level) for level in range(1, 7)},
    "li": (BlockRole.ITEM, 0),
    "dd": (BlockRole.ITEM, 0),
    "dt": (BlockRole.ITEM, 0),
    "blockquote": (BlockRole.QUOTE, 0),
    "figcaption": (BlockRole.CAPTION, 0),
    "caption": (BlockRole.CAPTION, 0),
    "tr": (BlockRole.ROW, 0),
    "pre": (BlockRole.PREFORMATTED, 0),
}
_CELLS = frozenset(("td", "th"))
_OF_ROWS = frozenset(("tr", "td", "th"))
_BETWEEN_CELLS = " | "
# What says in its maker's words what an element is for, besides its classes.
_MORE_NAMES = ("id", "itemprop", "role")
_INVISIBLE = " \u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2800\u3164\ufeff"
# A cell this long is a column of the page's layout, not a figure in a table.
_LONGEST_CELL = 200


class Boxes(NamedTuple):
    """The elements set apart that hold text, column by column, in the order they open."""

    tags: tuple[str, ...]
    parents: tuple[int, ...]
    depths: tuple[int, ...]
    names: tuple[str, ...]
    """Classes, id, itemprop and role in lower case, as the page's maker wrote them."""
    firsts: tuple[int, ...]
    """The first piece inside."""
    ends: tuple[int, ...]
    """The first piece behind."""


class Pieces(NamedTuple):
    """The blocks before it is known which belong to the main text, column by column, in reading order."""

    texts: tuple[str, ...]
    boxes: tuple[int, ...]
    """The box that holds the text."""
    roles: tuple[BlockRole, ...]
    levels: tuple[int, ...]
    linked: tuple[float, ...]


_NO_PIECES = Pieces((), (), (), (), ())


class Tree(NamedTuple):
    """The boxes of a page in the order they open, and its pieces in reading order."""

    boxes: Boxes
    pieces: Pieces


class _Walk:
    """The state of one walk: the open box, and the text gathered since the last edge."""

    __slots__ = ("_box", "_ends", "_opened", "_pieces", "linked", "links", "texts")

    def __init__(self) -> None:
        # Tag, parent, depth, names and first piece of every box, and what it makes of its text.
        self._opened = [("body", -1, 0, "", 0, _PARAGRAPH)]
        self._ends = [0]
        # The rows of `Pieces`.
        self._pieces: list[tuple[str, int, BlockRole, int, float]] = []
        self._box = 0
        self.texts: list[str] = []
        self.linked = 0
        self.links = 0

    def flush(self) -> None:
        """End the block that is being gathered, if there is one."""
        text = "".join(self.texts).strip()
        self.texts.clear()
        # A space is the only white space that is printable: most text needs no folding.
        if "  " in text or not text.isprintable():
            text = " ".join(text.split())
        linked, self.linked = self.linked, 0
        if not text or (len(text) < 4 and not text.strip(_INVISIBLE)):
            return
        tag, _, _, _, _, (role, level) = self._opened[self._box]
        if role is BlockRole.ROW and (tag not in _OF_ROWS or _BETWEEN_CELLS not in text):
            # One cell alone is a column of the page's layout.
            role = BlockRole.PARAGRAPH
        self._pieces.append((text, self._box, role, level, min(1.0, linked / len(text))))

    def open(self, node: LexborNode, tag: str) -> bool:
        """Open a box and tell whether to look inside: not where it is hidden, nor a menu, taken whole."""
        attributes = node.attributes
        names = (attributes.get("class") or "").lower()
        if len(attributes) > 1 or (attributes and not names):
            if "hidden" in attributes or ("style" in attributes and _unseen(attributes["style"])):
                return False
            for key in _MORE_NAMES:
                if key in attributes:
                    names = f"{names} {attributes[key]}".lower()
        if self.texts:
            if tag not in _CELLS or self._is_column():
                self.flush()
            else:
                self.texts.append(_BETWEEN_CELLS)
        _, _, depth, _, _, kind = self._opened[self._box]
        first = len(self._pieces)
        self._opened.append((tag, self._box, depth + 1, names, first, _ROLES.get(tag, kind)))
        self._box = len(self._ends)
        self._ends.append(0)
        if tag == _MENU and node.css_first(_UNSEEN_IN_MENU) is None:
            self.texts.append(" ".join(node.text(separator=" ").split()))
            self.linked = len(self.texts[0])
            self.close(tag)
            return False
        return True

    def close(self, tag: str) -> None:
        """Close the open box; the text of a plain cell waits for the rest of its row."""
        _, parent, _, _, first, _ = self._opened[self._box]
        if self.texts and (tag not in _CELLS or first < len(self._pieces) or self._is_column()):
            self.flush()
        end = len(self._pieces)
        if first == end and parent >= 0:
            # It held nothing, and whatever opened inside it has been forgotten likewise.
            self._opened.pop()
            self._ends.pop()
        else:
            self._ends[self._box] = end
        self._box = parent

    def _is_column(self) -> bool:
        return sum(map(len, self.texts)) > _LONGEST_CELL

    def tree(self) -> Tree:
        self.close("body")
        tags, parents, depths, names, firsts, _ = zip(*self._opened, strict=True)
        boxes = Boxes(tags, parents, depths, names, firsts, tuple(self._ends))
        return Tree(boxes, Pieces(*zip(*self._pieces, strict=True)) if self._pieces else _NO_PIECES)


def flatten(parser: LexborHTMLParser) -> Tree:
    """Flatten the visible part of a parsed page, in linear time."""
    walk = _Walk()
    texts = walk.texts
    top = parser.body or parser.root
    node = top.first_child if top else None
    path: list[tuple[LexborNode, str]] = []
    while node is not None:
        tag = node.tag
        if tag == "-text":
            text = node.text_content
            if text and (texts or not text.isspace()):
                texts.append(text)
                if walk.links:
                    walk.linked += len(text.strip())
        elif tag not in _UNSEEN and tag is not None:
            child = node.first_child
            if child is None:
                if texts and tag in _BREAKS:
                    walk.flush()
            elif tag in _INLINE or walk.open(node, tag):
                if tag == "a":
                    walk.links += 1
                path.append((node, tag))
                node = child
                continue
        node = node.next or _climb(walk, path)
    return walk.tree()


def _climb(walk: _Walk, path: list[tuple[LexborNode, str]]) -> LexborNode | None:
    """Close elements up to the first that has another behind it, and return that one."""
    while path:
        node, tag = path.pop()
        if tag not in _INLINE:
            walk.close(tag)
        elif tag == "a":
            walk.links -= 1
        following = node.next
        if following is not None:
            return following
    return None


def _unseen(style: str | None) -> bool:
    return style is not None and "none" in style and "display:none" in style.replace(" ", "").lower()

"""From HTML to a page's blocks, with its main text told apart, and what it states of itself."""

from selectolax.lexbor import LexborHTMLParser

from tawatur.reading.block import Block, PageContent
from tawatur.reading.evidence import gather
from tawatur.reading.main_text import main_text
from tawatur.reading.tree import Pieces, flatten

# A stated body shorter than this is a teaser.
_SHORTEST_BODY = 500
# Main text that holds less of the stated body than this is what a page shows before its scripts run.
_LEAST_SHOWN = 1 / 3


def parse_html(text: str) -> PageContent:
    """Read a page's HTML into blocks and evidence; whatever the text, it raises nothing.

    The page is parsed once, in linear time, the way a browser that runs scripts would. Where
    the article stands in the page's JSON-LD alone, it is taken from there.
    """
    parser = LexborHTMLParser(text, scripting=True)
    stated = gather(parser)
    tree = flatten(parser)
    chosen = main_text(tree, title=stated.title, body=stated.body)
    shown = sum(len(text) for text, main in zip(tree.pieces.texts, chosen, strict=True) if main)
    if len(stated.body) > max(_SHORTEST_BODY, shown / _LEAST_SHOWN):
        lines = _lines(stated.body)
        blocks = *_blocks(tree.pieces, [False] * len(chosen)), *_blocks(lines, [True] * len(lines.texts))
    else:
        blocks = tuple(_blocks(tree.pieces, chosen))
    return PageContent(blocks=blocks, evidence=stated.evidence(h1=_first_heading(blocks, stated.title)))


def _blocks(pieces: Pieces, chosen: list[bool]) -> list[Block]:
    return [
        Block(text=text, role=role, level=level, linked=linked, main=main)
        for text, role, level, linked, main in zip(
            pieces.texts, pieces.roles, pieces.levels, pieces.linked, chosen, strict=True
        )
    ]


def _lines(body: str) -> Pieces:
    """Return the pieces of a stated body, which may be plain text or HTML."""
    return flatten(
        LexborHTMLParser(body if "<p" in body else body.replace("\n", "<br>"), scripting=True)
    ).pieces


def _first_heading(blocks: tuple[Block, ...], title: str) -> str | None:
    """Return the article's own `h1`: one in the main text, else one that says what the title says.

    Many sites put their name into another.
    """
    headings = [block for block in blocks if block.level == 1]
    words = set(title.split())
    alike = [
        block for block in headings if block.main or not words or not words.isdisjoint(block.text.split())
    ]
    return next((block.text for block in sorted(alike, key=lambda block: not block.main)), None)

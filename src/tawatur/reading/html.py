"""From HTML to a page's blocks, with its main text told apart, and what it states of itself."""

from selectolax.lexbor import LexborHTMLParser

from tawatur.reading.block import Block, PageContent
from tawatur.reading.evidence import gather
from tawatur.reading.main_text import main_text
from tawatur.reading.tree import flatten


def parse_html(text: str) -> PageContent:
    """Read a page's HTML into blocks and evidence; whatever the text, it raises nothing.

    The page is parsed once, in linear time, the way a browser that runs scripts would.
    """
    parser = LexborHTMLParser(text, scripting=True)
    stated = gather(parser)
    tree = flatten(parser)
    chosen = main_text(tree, title=stated.title, body=stated.body)
    blocks = tuple(
        Block(text=piece.text, role=piece.role, level=piece.level, linked=piece.linked, main=main)
        for piece, main in zip(tree.pieces, chosen, strict=True)
    )
    return PageContent(blocks=blocks, evidence=stated.evidence(h1=_first_heading(blocks, stated.title)))


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

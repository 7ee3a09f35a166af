"""From HTML to a page's blocks, with its main text told apart, and what it states of itself."""

from selectolax.lexbor import LexborHTMLParser

from tawatur.reading.block import Block, PageContent
from tawatur.reading.evidence import evidence
from tawatur.reading.main_text import main_text
from tawatur.reading.tree import flatten


def parse_html(text: str) -> PageContent:
    """Read a page's HTML into blocks and evidence; whatever the text, it raises nothing."""
    parser = LexborHTMLParser(text, scripting=True)
    tree = flatten(parser)
    main = main_text(tree)
    blocks = tuple(
        Block(text=piece.text, role=piece.role, level=piece.level, linked=piece.linked, main=chosen)
        for piece, chosen in zip(tree.pieces, main, strict=True)
    )
    return PageContent(blocks=blocks, evidence=evidence(parser))

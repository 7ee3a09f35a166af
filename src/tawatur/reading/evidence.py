"""What a page's markup states about its article."""

from selectolax.lexbor import LexborHTMLParser

from tawatur.reading.block import NO_EVIDENCE, Evidence


def evidence(parser: LexborHTMLParser) -> Evidence:
    """Gather what the page states of itself, in order of trust."""
    return NO_EVIDENCE

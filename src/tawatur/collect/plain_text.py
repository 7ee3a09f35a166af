"""Markup in a feed's fields as plain text."""

import html
import re

from selectolax.lexbor import LexborHTMLParser

LONGEST_TEXT = 4_000
"""Characters of a title or summary; a longer one is an article."""
# Markup takes several times the room of its text; what is behind would be cut away.
_LONGEST_MARKUP = 10 * LONGEST_TEXT
_BREAKS = re.compile(
    r"<(?=/?(?:p|br|div|li|ul|ol|tr|td|h[1-6]|blockquote|hr|table|figcaption)\b)", re.IGNORECASE
)


def text_of_markup(markup: str) -> str | None:
    """Return the text of a piece of HTML in one line, `None` where it has none.

    >>> text_of_markup("<p>قال <b>مصدر</b>&nbsp;أمس<br>إن</p><script>x()</script>")
    'قال مصدر أمس إن'
    """
    if "<" in markup:
        tree = LexborHTMLParser(_BREAKS.sub(" <", markup[:_LONGEST_MARKUP]))
        tree.strip_tags(["script", "style", "template", "noscript"])
        text = tree.body.text(deep=True) if tree.body else ""
    else:
        text = html.unescape(markup[:_LONGEST_MARKUP])
    return one_line(text)


def one_line(text: str) -> str | None:
    """Return a text with single spaces, `None` where it has nothing else."""
    return " ".join(text[:_LONGEST_MARKUP].split())[:LONGEST_TEXT].strip() or None

"""Statements as a table: one attribution a row, for spreadsheets and statistics."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from tawatur.records.attribution import Attribution
from tawatur.records.read_page import ReadArticle

COLUMNS = (
    "page", "article", "number", "outlet", "published", "title", "url",
    "source", "source_text", "kind", "relays", "act", "direct", "inside",
    "said_at", "said_from", "cue", "content", "licence",
)  # fmt: skip
_BETWEEN_RELAYS = "; "
# What makes a spreadsheet take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_lines(articles: Iterable[ReadArticle]) -> Iterator[str]:
    """Yield the lines of a CSV table (RFC 4180), the names of the columns first.

    `number` is the place among the article's attributions, `inside` that of the one it is
    nested in. A text that a spreadsheet would run as a formula gets an apostrophe in front;
    the JSON lines have every text as it is.
    """
    yield _line(COLUMNS)
    for read in articles:
        for number, attribution in enumerate(read.attributions):
            yield _line(_cells(read, number, attribution))


def _cells(read: ReadArticle, number: int, attribution: Attribution) -> tuple[object, ...]:
    article, said = read.article, attribution.said_at
    return (
        article.page,
        article.id,
        number,
        article.outlet,
        article.published.value if article.published else None,
        article.title,
        article.url,
        attribution.resolved,
        attribution.source.of(article.body) if attribution.source else None,
        attribution.kind,
        _BETWEEN_RELAYS.join(attribution.relays),
        attribution.act,
        str(attribution.direct).lower(),
        attribution.inside,
        said.value if said else None,
        said.how if said else None,
        attribution.cue.of(article.body),
        attribution.content.of(article.body),
        attribution.licence,
    )


def _line(cells: Iterable[object]) -> str:
    written = StringIO()
    csv.writer(written).writerow([_harmless(cell) for cell in cells])
    return written.getvalue()


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell

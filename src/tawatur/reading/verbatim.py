"""Articles that somebody has already read: the body is taken as it is, only its metadata are understood."""

from tawatur.reading.block import NO_EVIDENCE
from tawatur.reading.credits import (
    Credited,
    byline_credits,
    credit_line,
    credit_tail,
    dateline_line,
    dateline_of,
)
from tawatur.reading.metadata import publisher
from tawatur.reading.publication import read_stated
from tawatur.reading.titles import clean_title
from tawatur.records.article import Article, Place, PublishedFrom
from tawatur.records.page import Page


def read_verbatim(page: Page, text: str, credited: Credited) -> Article:
    """Return the article of a page that is its body; nothing is taken from the text."""
    byline = page.byline.strip() if page.byline and page.byline.strip() else None
    dateline, names = _dateline(byline, text, credited)
    return Article(
        id=page.id,
        page=page.id,
        place=Place.MAIN,
        url=page.url,
        outlet=publisher(page, NO_EVIDENCE, credited.home),
        title=clean_title(page.title) or None if page.title else None,
        published=read_stated(page.date, PublishedFrom.GIVEN, credited.lexicons) if page.date else None,
        byline=byline,
        dateline=dateline,
        credits=tuple(dict.fromkeys([*names, *_closing_credits(text, credited)])),
        body=text,
        furniture=(),
    )


def _dateline(byline: str | None, text: str, credited: Credited) -> tuple[str | None, tuple[str, ...]]:
    """Return the dateline of the byline, else of the first line, and all the names both credit."""
    first = next((line for line in text.split("\n", 20) if line.strip()), "")[:400].strip()
    found = [
        said
        for said in (
            dateline_line(byline, credited) if byline else None,
            dateline_line(first, credited) or dateline_of(first, credited),
        )
        if said is not None
    ]
    names = [*(byline_credits(byline, credited) if byline else ())]
    names += [name for said in found for name in said.names]
    return (found[0].text if found else None), tuple(names)


def _closing_credits(text: str, credited: Credited) -> tuple[str, ...]:
    last = text.rstrip().rsplit("\n", 1)[-1].strip()[-400:]
    if names := credit_line(last, credited):
        return names
    place = credit_tail(last, credited)
    return credit_line(last[place:].strip(), credited) if place else ()

"""What a page tells of its article: when, by whom, after whom, where published."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from tawatur.outlets.directory import Directory
from tawatur.outlets.outlet import Outlet
from tawatur.reading.block import Evidence, PageContent, StatedTime
from tawatur.reading.bylines import byline_name
from tawatur.reading.credits import (
    Credited,
    byline_credits,
    credit_line,
    dateline_line,
    dateline_of,
    is_label_alone,
    split_names,
)
from tawatur.reading.dating import (
    date_of_body,
    date_of_url,
    is_ago,
    label_end,
    publisher_in,
    read_ago,
    read_date,
    yearless,
)
from tawatur.reading.lexicons import ReadingLexicons
from tawatur.reading.line import Line, is_prose
from tawatur.reading.phrases import matched
from tawatur.reading.sections import Section
from tawatur.records.article import FurnitureKind, Precision, Published, PublishedFrom
from tawatur.records.page import Page

_LEADING_PARAGRAPHS = 3
_LONGEST_NAME = 60


def home_of(page: Page, evidence: Evidence, outlets: Directory) -> Outlet | None:
    """Return the outlet that publishes a page, by its address, else by what its giver or itself says."""
    for url in (page.url, evidence.canonical_url):
        if url and (outlet := outlets.by_url(url)):
            return outlet
    for name in (page.outlet, evidence.site_name):
        if name and (outlet := outlets.by_id(name) or outlets.by_name(name)):
            return outlet
    return None


def masthead(content: PageContent, outlets: Directory) -> Outlet | None:
    """Return the outlet whose name is the first line of a page: it is the page's own, and no credit."""
    first = content.blocks[0].text if content.blocks else ""
    outlet = outlets.by_name(first) if 0 < len(first) < _LONGEST_NAME else None
    # One word that is a common word too («عاجل») is a label; two are a name.
    if outlet is None or (" " not in first and matched(first) in map(matched, outlet.ambiguous)):
        return None
    return outlet


def publisher(page: Page, evidence: Evidence, home: Outlet | None) -> str | None:
    """Return the publisher's canonical id, else the name the giver used, else the page's host."""
    if home is not None:
        return home.id
    if page.outlet:
        return page.outlet
    for url in (page.url, evidence.canonical_url):
        if url and (host := _host(url)):
            return host
    return None


def publisher_of_lines(section: Section, credited: Credited) -> str | None:
    """Return the outlet that a copyright line, else the last credit line, names."""
    for line in section.lines:
        if line.kind is FurnitureKind.COPYRIGHT:
            for word in line.text.replace("(", " ").replace(")", " ").split():
                if "." in word and (outlet := credited.outlets.by_url(word)):
                    return outlet.id
            for mention in credited.outlets.mentions(line.text):
                return mention.outlet.id
    for line in reversed(section.lines):
        if line.kind is FurnitureKind.CREDIT:
            for name in credit_line(line.text, credited):
                if outlet := credited.outlet(name):
                    return outlet.id
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Byline, dateline and credits of an article."""

    byline: str | None
    dateline: str | None
    credits: tuple[str, ...]


def names_of(section: Section, byline: str | None, credited: Credited) -> Named:
    """Return who is named around and at the beginning of a section's text, in page order."""
    names: list[str] = list(_byline_credits(byline, credited))
    dateline: str | None = None
    opened = False
    for line in section.lines:
        if line.kind is FurnitureKind.CREDIT and not is_label_alone(line.text, credited):
            found = dateline_line(line.text, credited)
            if line.text.startswith("*") and credited.is_home(line.text):
                continue
            names += credit_line(line.text, credited) or (
                found.names if found else _published_by(line, credited)
            )
            dateline = dateline or (found.text if found and not opened else None)
        elif line.kind is FurnitureKind.DATE_LINE and not opened:
            publisher = publisher_in(line.text, credited.lexicons)
            names += split_names(publisher, credited) if publisher else ()
        elif line.kind is FurnitureKind.BYLINE:
            byline = byline or byline_name(line.text, credited.lexicons) or line.text
        elif line.kind is None and not opened:
            opened = True
            if (leading := dateline_of(line.text, credited)) is not None:
                names += leading.names
                dateline = dateline or leading.text
    return Named(byline=byline, dateline=dateline, credits=tuple(dict.fromkeys(names)))


def _byline_credits(byline: str | None, credited: Credited) -> tuple[str, ...]:
    return byline_credits(byline, credited) if byline else ()


def _published_by(line: Line, credited: Credited) -> tuple[str, ...]:
    """Return the name of a line that is an outlet's, if it is another than the page's own."""
    names = split_names(line.text, credited)
    return tuple(
        name for name in names if credited.home is None or credited.outlet(name) is not credited.home
    )


def published_of(
    section: Section, page: Page, evidence: Evidence, until: date | None, lexicons: ReadingLexicons
) -> Published | None:
    """Return when a page's main article was published, by the best evidence there is."""
    return (
        _given(page, lexicons)
        or _stated(evidence.times, lexicons)
        or published_by_lines(section, page.fetched, until, lexicons)
        or (date_of_url(page.url) if page.url else None)
        or (date_of_url(evidence.canonical_url) if evidence.canonical_url else None)
        or date_of_body(_leading(section), lexicons)
    )


def published_by_lines(
    section: Section, fetched: datetime | None, until: date | None, lexicons: ReadingLexicons
) -> Published | None:
    """Return the date that a section's date lines tell: a labelled one first, then the one nearest its title.

    A bare date below the text belongs to another article, and one far above the title is
    the visitor's.
    """
    dated = [(at, line) for at, line in enumerate(section.lines) if line.kind is FurnitureKind.DATE_LINE]
    for wanted in ("published", "updated"):
        for _, line in dated:
            label = label_end(matched(line.text), lexicons)
            if label is not None and label[0] == wanted and (told := _told(line, fetched, until, lexicons)):
                return told
    for _, line in _nearest(section, dated):
        if told := _told(line, fetched, until, lexicons):
            return told
    return None


def _nearest(section: Section, dated: list[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """Order the bare date lines above the text by their distance from the title, those below it first."""
    text = next((at for at, line in enumerate(section.lines) if line.kind is None and is_prose(line.text)), 0)
    titles = [at for at, line in enumerate(section.lines[:text]) if line.kind is FurnitureKind.TITLE]
    above = [(at, line) for at, line in dated if at < text]
    if not titles:
        return above
    return sorted(above, key=lambda entry: abs(entry[0] - titles[-1]) + (entry[0] < titles[-1]))


def _told(
    line: Line, fetched: datetime | None, until: date | None, lexicons: ReadingLexicons
) -> Published | None:
    if is_ago(line.matched, lexicons):
        return read_ago(line.matched, fetched, lexicons) if fetched else None
    told = read_date(line.text, PublishedFrom.DATE_LINE, lexicons)
    if told is None and until is not None:
        told = yearless(line.text, until, lexicons)
    return told


def _given(page: Page, lexicons: ReadingLexicons) -> Published | None:
    return read_stated(page.date, PublishedFrom.GIVEN, lexicons) if page.date else None


def _stated(times: tuple[StatedTime, ...], lexicons: ReadingLexicons) -> Published | None:
    for stated in times:
        if told := read_stated(stated.value, stated.how, lexicons):
            return told
    return None


def read_stated(value: str, how: PublishedFrom, lexicons: ReadingLexicons) -> Published | None:
    """Read a time that markup or a record states: ISO 8601, else as people write dates.

    >>> from tawatur.reading.lexicons import reading_lexicons
    >>> read_stated("2025-05-11T21:45:10+03:00", PublishedFrom.META, reading_lexicons()).value
    '2025-05-11T21:45+03:00'
    """
    value = value.strip()
    try:
        day = date.fromisoformat(value)
        return Published(value=day.isoformat(), precision=Precision.DAY, how=how)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return read_date(value[:200], how, lexicons)
    return Published(value=moment.isoformat(timespec="minutes"), precision=Precision.MINUTE, how=how)


def _leading(section: Section) -> tuple[str, ...]:
    return tuple(line.text for line in section.paragraphs[:_LEADING_PARAGRAPHS])


def _host(url: str) -> str | None:
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None

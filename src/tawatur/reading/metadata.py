"""What a page tells of its article: by whom, after whom, where published."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from tawatur.outlets.directory import Directory
from tawatur.outlets.outlet import Outlet
from tawatur.reading.block import Evidence, PageContent
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
from tawatur.reading.dating import publisher_in
from tawatur.reading.line import Line
from tawatur.reading.phrases import matched
from tawatur.reading.sections import Section
from tawatur.records.article import FurnitureKind
from tawatur.records.page import Page

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
            name = byline_name(line.text, credited.lexicons) or line.text
            lenders = _byline_credits(name, credited)
            names += lenders
            byline = byline or (None if lenders == (name,) else name)
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


def _host(url: str) -> str | None:
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None

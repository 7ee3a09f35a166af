"""The stage's one function: from a page to its articles."""

from datetime import date

from tawatur.arabic.encoding import decode, decode_given
from tawatur.outlets.directory import Directory
from tawatur.reading.block import NO_EVIDENCE, Evidence, PageContent
from tawatur.reading.credits import Credited
from tawatur.reading.html import parse_html
from tawatur.reading.lexicons import ReadingLexicons
from tawatur.reading.metadata import (
    home_of,
    masthead,
    names_of,
    publisher,
    publisher_of_lines,
)
from tawatur.reading.publication import published_by_lines, published_of
from tawatur.reading.refusals import marked_refusal, refusal_without_article
from tawatur.reading.sections import Section, sections_of_text
from tawatur.reading.structured import sections_of_html
from tawatur.reading.text import parse_text
from tawatur.reading.titles import clean_title
from tawatur.reading.verbatim import read_verbatim
from tawatur.records.article import Article, Furniture, Place
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason


def read(
    page: Page, *, lexicons: ReadingLexicons, outlets: Directory, today: date | None = None
) -> tuple[Article, ...] | Refusal:
    """Read a page into its articles, the main one first, or say why there is none.

    Offsets anywhere later count characters of the bodies returned here. What was taken
    out of an article stands beside it as furniture, so nothing on a page is silently dropped.
    `today` bounds dates without a year where the page does not say when it was fetched.
    """
    given = page.form is PageForm.ARTICLE
    text = (decode_given if given else decode)(page.content, declared=page.encoding)
    if text is None:
        return Refusal(
            id=page.id, reason=RefusalReason.BINARY, detail=f"{len(page.content)} bytes that are no text"
        )
    if not text.strip():
        return Refusal(id=page.id, reason=RefusalReason.EMPTY, detail="no text on the page")
    if given:
        return (read_verbatim(page, text, Credited(outlets, home_of(page, NO_EVIDENCE, outlets), lexicons)),)
    html = page.form is PageForm.HTML
    content = parse_html(text) if html else parse_text(text, lexicons=lexicons)
    home = home_of(page, content.evidence, outlets)
    if home is None and page.form is PageForm.TEXT and page.url is None and page.outlet is None:
        home = masthead(content, outlets)
    credited = Credited(outlets, home, lexicons)
    title = clean_title(page.title) or None if page.title else None
    if html:
        sections = sections_of_html(content, title, page.url, credited)
    else:
        sections = sections_of_text(content, title, credited)
    return _articles(page, content, sections, page.fetched.date() if page.fetched else today, credited)


def _articles(
    page: Page, content: PageContent, sections: tuple[Section, ...], until: date | None, credited: Credited
) -> tuple[Article, ...] | Refusal:
    texts = tuple(block.text for block in content.blocks)
    words = sum(line.words for section in sections for line in section.paragraphs)
    refused = marked_refusal(page.id, texts, words, credited.lexicons)
    if refused is not None:
        return refused
    if not sections:
        return refusal_without_article(page.id, texts, credited.lexicons)
    main = _main(page, content.evidence, sections[0], until, credited)
    return (
        main,
        *(_related(main, number, section, until, credited) for number, section in enumerate(sections[1:], 2)),
    )


def _main(
    page: Page, evidence: Evidence, section: Section, until: date | None, credited: Credited
) -> Article:
    given = page.byline.strip() if page.byline and page.byline.strip() else None
    named = names_of(section, given or next(iter(evidence.authors), None), credited)
    outlet = publisher(page, evidence, credited.home) or publisher_of_lines(section, credited)
    return Article(
        id=page.id,
        page=page.id,
        place=Place.MAIN,
        url=page.url,
        outlet=outlet,
        title=_title(section),
        published=published_of(section, page, evidence, until, credited.lexicons),
        byline=named.byline,
        dateline=named.dateline,
        credits=named.credits,
        body=_body(section),
        furniture=_furniture(section),
    )


def _related(main: Article, number: int, section: Section, until: date | None, credited: Credited) -> Article:
    """Return a further article of a page: it has the page's address, and a date and names of its own only."""
    named = names_of(section, None, credited)
    return Article(
        id=f"{main.page}#{number}",
        page=main.page,
        place=Place.RELATED,
        url=main.url,
        outlet=publisher_of_lines(section, credited),
        title=_title(section),
        published=published_by_lines(section, None, until, credited.lexicons),
        byline=named.byline,
        dateline=named.dateline,
        credits=named.credits,
        body=_body(section),
        furniture=_furniture(section),
    )


def _title(section: Section) -> str | None:
    return clean_title(section.title) or None if section.title else None


def _body(section: Section) -> str:
    return "\n".join(line.text for line in section.paragraphs)


def _furniture(section: Section) -> tuple[Furniture, ...]:
    return tuple(Furniture(text=line.text, kind=line.kind) for line in section.lines if line.kind is not None)

"""What a worker process does with pages that were sent: reads them, reports on them, keeps nothing."""

from pathlib import Path

import msgspec

from tawatur.exports.documents import page_document, report_document
from tawatur.pipeline import Resources, corroborate, group, read_page, resources, state
from tawatur.records.page import Page
from tawatur.records.read_page import ReadPage
from tawatur.records.refusal import Refusal


def read_sent(further_outlets: tuple[Path, ...], sent: Page | Refusal) -> bytes:
    """Return what `tawatur read --json` prints of a page."""
    return msgspec.json.encode(page_document(_read(sent, resources(further_outlets))))


def report_sent(further_outlets: tuple[Path, ...], sent: tuple[Page | Refusal, ...]) -> bytes:
    """Return what `tawatur report --json` prints of pages."""
    known = resources(further_outlets)
    pages = [_read(one, known) for one in sent]
    articles = [article for page in pages for article in page.articles]
    groups = group([one.article for one in articles])
    stories = corroborate(groups, [state(one, resources=known) for one in articles], resources=known)
    return msgspec.json.encode(report_document(pages, stories))


def _read(sent: Page | Refusal, known: Resources) -> ReadPage:
    if isinstance(sent, Refusal):
        return ReadPage(id=sent.id, articles=(), refusal=sent)
    return read_page(sent, resources=known)

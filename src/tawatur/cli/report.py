"""`tawatur report`: the whole provenance report over the pages given."""

import sys
from functools import partial
from pathlib import Path

import click

from tawatur.cli.batch import Batch, page_arguments
from tawatur.cli.read import page_read
from tawatur.cli.report_view import ReportView
from tawatur.cli.terminal import terminal
from tawatur.cli.wording import users_wording
from tawatur.exports.documents import line, report_document
from tawatur.pipeline import corroborate, group, resources, state
from tawatur.records.read_page import ReadPage
from tawatur.records.refusal import Refusal


@click.command()
@page_arguments
def report(sources: tuple[str, ...], further_outlets: tuple[Path, ...], *, as_json: bool) -> None:
    """Report, for every claim on the pages, how many independent origins it has, and every chain."""
    batch = Batch(sources)
    known = resources(further_outlets)
    pages: list[ReadPage] = []
    for item, result in batch.watched(partial(page_read, further_outlets), lambda made: made.refusal):
        if isinstance(result, Refusal):
            pages.append(ReadPage(id=item.id, articles=(), refusal=result))
        else:
            pages.append(result)
    articles = [article for page in pages for article in page.articles]
    groups = group([read.article for read in articles])
    stories = corroborate(groups, [state(read, resources=known) for read in articles], resources=known)
    if as_json:
        sys.stdout.buffer.write(line(report_document(pages, stories)))
        sys.stdout.buffer.flush()
    else:
        view = ReportView(
            shown=terminal(sys.stdout),
            wording=users_wording(),
            outlets=known.outlets,
            families=groups.families,
        )
        for row in view.report(pages, stories):
            click.echo(row)
    batch.finish()

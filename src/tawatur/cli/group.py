"""`tawatur group`: which pages carry one text, and which tell one story."""

import sys
from functools import partial
from pathlib import Path

import click

from tawatur.cli.batch import Batch, page_arguments
from tawatur.cli.report_view import ReportView
from tawatur.cli.terminal import terminal
from tawatur.cli.wording import users_wording
from tawatur.exports.documents import group_document, line
from tawatur.pipeline import group as group_articles
from tawatur.pipeline import read_articles, resources
from tawatur.records.article import Article
from tawatur.records.page import Page
from tawatur.records.refusal import Refusal
from tawatur.stories.fingerprint import Fingerprint, fingerprint


@click.command()
@page_arguments
def group(sources: tuple[str, ...], further_outlets: tuple[Path, ...], *, as_json: bool) -> None:
    """Group pages into copies of one text and stories of one event."""
    batch = Batch(sources)
    known = resources(further_outlets)
    articles: list[Article] = []
    fingerprints: list[Fingerprint] = []
    for _, result in batch.watched(partial(page_articles, further_outlets), _refusal):
        if not isinstance(result, Refusal):
            articles += [article for article, _ in result]
            fingerprints += [taken for _, taken in result]
    groups = group_articles(articles, fingerprints)
    if as_json:
        sys.stdout.buffer.write(line(group_document(groups.families, groups.stories)))
        sys.stdout.buffer.flush()
    else:
        view = ReportView(
            shown=terminal(sys.stdout),
            wording=users_wording(),
            outlets=known.outlets,
            families=groups.families,
        )
        for row in view.groups(groups.stories, articles):
            click.echo(row)
    batch.finish()


Taken = tuple[tuple[Article, Fingerprint], ...]


def page_articles(further_outlets: tuple[Path, ...], page: Page) -> Taken | Refusal:
    """Read one page's articles, and take their fingerprints, in a worker process."""
    made = read_articles(page, resources=resources(further_outlets))
    return made if isinstance(made, Refusal) else tuple((one, fingerprint(one)) for one in made)


def _refusal(made: Taken | Refusal) -> Refusal | None:
    return made if isinstance(made, Refusal) else None

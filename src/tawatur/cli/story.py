"""`tawatur story`: one story of the library, with all its claims and where they come from."""

import sys
from pathlib import Path

import click
from sqlalchemy import Connection

from tawatur.cli.batch import outlets_option
from tawatur.cli.library import library_option
from tawatur.cli.report_view import ReportView
from tawatur.cli.terminal import terminal
from tawatur.cli.wording import users_wording
from tawatur.exports.documents import line
from tawatur.exports.found import claims_document
from tawatur.exports.listed import story_document
from tawatur.outlets.directory import outlets
from tawatur.records.copy_family import CopyFamily
from tawatur.records.story import Story
from tawatur.store.articles import articles_by_name
from tawatur.store.chief_claims import chief_claims
from tawatur.store.store import open_store
from tawatur.store.stories import StoryView, standing_story, story_view


@click.command()
@library_option
@outlets_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a view for people.")
@click.argument("number", metavar="ID", type=click.IntRange(1, (1 << 63) - 1))
def story(number: int, library: Path, further_outlets: tuple[Path, ...], *, as_json: bool) -> None:
    """Show a story by the number `stories` gives: its articles, copies, claims, origins and chains.

    A story that was merged into another is shown as that. The exit status is 1 where there is none.
    """
    with open_store(library) as store, store.reading() as connection:
        view = _standing(connection, number)
        if view is None:
            sys.exit(1)
        articles = articles_by_name(connection, (head.name for head in view.articles))
        chief = chief_claims(connection, [view.head.id]).get(view.head.id)
    if as_json:
        sys.stdout.buffer.write(line(story_document(view, chief) | claims_document(view.claims)))
        sys.stdout.buffer.flush()
        return
    names = {head.id: head.name for head in view.articles}
    report = ReportView(
        shown=terminal(sys.stdout),
        wording=users_wording(),
        outlets=outlets(further_outlets),
        families=tuple(
            CopyFamily(root=family.root, articles=tuple(names[one] for one in family.articles))
            for family in view.families
        ),
    )
    told = Story(title=view.head.title, articles=tuple(names.values()))
    for row in report.whole(told, [stored.claim for stored in view.claims], articles):
        click.echo(row)


def _standing(connection: Connection, number: int) -> StoryView | None:
    standing = standing_story(connection, number)
    return None if standing is None else story_view(connection, standing)

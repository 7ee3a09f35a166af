"""`tawatur stories`: what is new in the library, or what grows."""

import sys
from pathlib import Path

import click
from sqlalchemy import Connection

from tawatur.cli.batch import outlets_option
from tawatur.cli.library import library_option
from tawatur.cli.stories_view import StoriesView, StoryRow
from tawatur.cli.terminal import terminal
from tawatur.cli.wording import users_wording
from tawatur.exports.documents import line
from tawatur.exports.listed import story_head_document
from tawatur.outlets.directory import outlets
from tawatur.store.chief_claims import chief_claims
from tawatur.store.cursors import Part
from tawatur.store.store import open_store
from tawatur.store.stories import StoryHead, latest_stories
from tawatur.store.trends import Window, trending_stories


@click.command()
@library_option
@outlets_option
@click.option(
    "--trending",
    is_flag=False,
    flag_value=Window.WEEK.value,
    type=click.Choice([window.value for window in Window]),
    help="Only those that won independent origins of late, most first; within a week unless told.",
)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000))
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines instead of a view for people.")
def stories(
    library: Path, further_outlets: tuple[Path, ...], trending: str | None, limit: int, *, as_json: bool
) -> None:
    """List the stories of the library, the one with the newest article first."""
    with open_store(library) as store, store.reading() as connection:
        rows = _rows(connection, Window(trending) if trending else None, limit)
    if as_json:
        for row in rows:
            won = {} if row.won is None else {"origins_won": row.won}
            sys.stdout.buffer.write(line(story_head_document(row.head, row.chief) | won))
        sys.stdout.buffer.flush()
        return
    view = StoriesView(shown=terminal(sys.stdout), wording=users_wording(), outlets=outlets(further_outlets))
    for told in view.stories(rows):
        click.echo(told)


def _rows(connection: Connection, trending: Window | None, limit: int) -> tuple[StoryRow, ...]:
    if trending is None:
        found: list[tuple[StoryHead, int | None]] = [
            (head, None) for head in latest_stories(connection, Part(limit=limit)).items
        ]
    else:
        found = [(one.head, one.origins) for one in trending_stories(connection, trending, limit=limit)]
    chief = chief_claims(connection, [head.id for head, _ in found])
    return tuple(StoryRow(head=head, chief=chief.get(head.id), won=won) for head, won in found)

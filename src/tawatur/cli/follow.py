"""`tawatur follow` and `tawatur unfollow`: what is collected."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from tawatur.cli.batch import outlets_option
from tawatur.cli.library import library_option
from tawatur.cli.terminal import plain
from tawatur.cli.wording import users_wording
from tawatur.library.following.naming import Unnamed, sources_named
from tawatur.outlets.directory import outlets
from tawatur.store.sources import Followed, followed_sources
from tawatur.store.sources import follow as begin
from tawatur.store.sources import unfollow as end
from tawatur.store.store import open_store

_names = click.argument("names", metavar="NAME|URL|OPML...", nargs=-1, required=True)


@click.command()
@library_option
@outlets_option
@_names
def follow(library: Path, further_outlets: tuple[Path, ...], names: tuple[str, ...]) -> None:
    """Follow outlets by their names, feeds, sites and pages by their addresses, lists of feeds (OPML).

    Nothing is asked for yet: `tawatur collect` does that.
    """
    sources, unnamed = _named(names, further_outlets)
    with open_store(library) as store, store.writing() as connection:
        new = begin(connection, sources, now=datetime.now(UTC))
    click.echo(users_wording().say("followed", new=new, known=len({one.url for one in sources}) - new))
    _tell(unnamed)


@click.command()
@library_option
@outlets_option
@_names
def unfollow(library: Path, further_outlets: tuple[Path, ...], names: tuple[str, ...]) -> None:
    """Follow outlets, addresses or lists of feeds no longer; what they brought stays."""
    sources, unnamed = _named(names, further_outlets)
    urls = {url for one in sources for url in (one.url, one.home) if url}
    ids = {one.outlet for one in sources if one.outlet in names}
    with open_store(library) as store, store.writing() as connection:
        ended = [
            source.id
            for source in followed_sources(connection)
            if source.what.url in urls or source.what.home in urls or source.what.outlet in ids
        ]
        end(connection, ended)
    click.echo(users_wording().say("unfollowed", number=len(ended)))
    _tell(unnamed)


def _named(names: tuple[str, ...], further_outlets: tuple[Path, ...]) -> tuple[list[Followed], list[Unnamed]]:
    directory = outlets(further_outlets)
    told = [one for name in names for one in sources_named(name, directory)]
    found = [one for one in told if not isinstance(one, Unnamed)]
    return found, [one for one in told if isinstance(one, Unnamed)]


def _tell(unnamed: list[Unnamed]) -> None:
    for one in unnamed:
        click.echo(plain(f"{one.name}: {one.why}"), err=True)
    if unnamed:
        sys.exit(1)

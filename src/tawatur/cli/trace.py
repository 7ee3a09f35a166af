"""`tawatur trace`: where a claim of the library comes from."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click
from sqlalchemy import Connection

from tawatur.cli.batch import outlets_option
from tawatur.cli.library import library_option
from tawatur.cli.report_view import ReportView, Told
from tawatur.cli.terminal import terminal
from tawatur.cli.wording import users_wording
from tawatur.exports.documents import line
from tawatur.exports.found import claims_document
from tawatur.outlets.directory import outlets
from tawatur.store.articles import article_number, articles_by_name
from tawatur.store.claims import StoredClaim, claims_of_story
from tawatur.store.search.claims import claims_of_article, claims_saying
from tawatur.store.store import open_store


@click.command()
@library_option
@outlets_option
@click.option("--limit", default=3, show_default=True, type=click.IntRange(1, 1000))
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a view for people.")
@click.argument("asked", metavar="ID|TEXT")
def trace(asked: str, library: Path, further_outlets: tuple[Path, ...], limit: int, *, as_json: bool) -> None:
    """Find the claim that says TEXT, or the claims of the article ID, with their origins and chains.

    The exit status is 1 where nothing in the library says so.
    """
    with open_store(library) as store, store.reading() as connection:
        found = _claims(connection, asked, limit)
        told = _told(connection, found)
    if as_json:
        sys.stdout.buffer.write(line(claims_document(found)))
        sys.stdout.buffer.flush()
    else:
        wording = users_wording()
        click.echo(wording.count("claims", len(found)))
        view = ReportView(
            shown=terminal(sys.stdout), wording=wording, outlets=outlets(further_outlets), families=()
        )
        for one in found:
            for row in view.claim(one.claim, told):
                click.echo(row)
    if not found:
        sys.exit(1)


def _claims(connection: Connection, asked: str, limit: int) -> tuple[StoredClaim, ...]:
    if article_number(connection, asked) is not None:
        return claims_of_article(connection, asked)
    return tuple(found.stored for found in claims_saying(connection, asked, limit=limit))


def _told(connection: Connection, found: Iterable[StoredClaim]) -> Told:
    """Return the articles that the chains of claims lead to, and all claims of their stories."""
    names = {
        chain.article
        for one in found
        for origin in (*one.claim.origins, *one.claim.denied_by)
        for chain in origin.chains
    }
    beside = {story: claims_of_story(connection, story) for story in {one.story for one in found}}
    return Told(
        articles=articles_by_name(connection, names),
        claims={one.claim.key: one.claim for claims in beside.values() for one in claims},
    )

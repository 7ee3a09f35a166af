"""`tawatur search`: articles and statements of the library, by words and filters."""

import sys
from pathlib import Path

import click

from tawatur.cli.asking import Asked, query_arguments
from tawatur.cli.batch import outlets_option
from tawatur.cli.library import library_option
from tawatur.cli.search_view import SearchView
from tawatur.cli.terminal import terminal
from tawatur.cli.wording import users_wording
from tawatur.exports.documents import line
from tawatur.exports.found import articles_document, statements_document
from tawatur.outlets.directory import outlets
from tawatur.store.search.articles import search_articles
from tawatur.store.search.statements import search_statements
from tawatur.store.store import open_store


@click.command()
@library_option
@outlets_option
@click.option("--statements", is_flag=True, help="Find what was said, instead of articles.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a view for people.")
@query_arguments
def search(
    asked: Asked, library: Path, further_outlets: tuple[Path, ...], *, statements: bool, as_json: bool
) -> None:
    """Search the library: words, "phrases", -exclusions, OR, and filters as source:NAME (docs/search.md)."""
    known = outlets(further_outlets)
    ignored = asked.query.ignored
    view = SearchView(shown=terminal(sys.stdout), wording=users_wording(), outlets=known)
    with open_store(library) as store, store.reading() as connection:
        if statements:
            said = search_statements(connection, asked.query, asked.shown, outlets=known)
            document, rows = statements_document(said, ignored), view.statements(said, ignored)
        else:
            told = search_articles(connection, asked.query, asked.shown, outlets=known)
            document, rows = articles_document(told, ignored), view.articles(told, ignored)
    if as_json:
        sys.stdout.buffer.write(line(document))
        sys.stdout.buffer.flush()
        return
    for row in rows:
        click.echo(row)

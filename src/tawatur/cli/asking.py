"""What a verb that searches is asked: a query with its filters, and which of the results."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce, wraps
from typing import Any

import click

from tawatur.store.search.filters import Filters, read_filter
from tawatur.store.search.query import Query, parse
from tawatur.store.search.results import Order, Shown

_FILTERS = {
    "source": "Only what these say: words of their name, or the number of the party.",
    "relay": "Only what came through this outlet.",
    "outlet": "Only what this outlet published.",
    "kind": "Only sources that are a person, unnamed, an organization, an outlet or a document.",
    "act": "Only statements that assert, deny, demand, or do other.",
    "story": "Only articles of the story of this number.",
    "after": "Only from this day, month or year on.",
    "before": "Only up to this day, month or year.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query and which of its results are to be shown."""

    query: Query
    shown: Shown


def query_arguments(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb QUERY, the filters, and which results to show; it takes all of that as `asked`."""

    @wraps(command)
    def collecting(*, typed: tuple[str, ...], newest: bool, limit: int, skip: int, **further: Any) -> Any:
        filters = reduce(Filters.and_also, (further.pop(name) for name in _FILTERS))
        shown = Shown(limit=limit, skip=skip, order=Order.NEWEST if newest else Order.BEST)
        asked = Asked(query=parse(" ".join(typed)).filtered(filters), shown=shown)
        return command(asked=asked, **further)

    for decorate in (
        click.option(
            "--skip", default=0, show_default=True, type=click.IntRange(0), help="Go on behind so many."
        ),
        click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 1000)),
        click.option("--newest", is_flag=True, help="The newest first, not the best."),
        *(
            click.option(f"--{name}", multiple=True, callback=_read, help=told)
            for name, told in reversed(_FILTERS.items())
        ),
        click.argument("typed", metavar="QUERY", nargs=-1),
    ):
        collecting = decorate(collecting)
    return collecting


def _read(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> Filters:
    filters = Filters()
    for value in values:
        read = read_filter(option.name or "", value)
        if read is None:
            raise click.BadParameter(f"{value!r} makes no sense here.", context, option)
        filters = filters.and_also(read)
    return filters

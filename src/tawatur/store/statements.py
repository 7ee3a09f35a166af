"""What parties said over time: one attribution a line, with the words themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, case, func, select, tuple_

from tawatur.records.attribution import Attribution
from tawatur.store.cursors import InParts, Listed, Part, listed
from tawatur.store.heads import HEAD_COLUMNS, ArticleHead, head_of
from tawatur.store.moments import time_of
from tawatur.store.rows import AnyRow, attribution_of
from tawatur.store.schema import articles, attributions, relays

_LONGEST_CONTENT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """An attribution on its own.

    `number` is its place in the article, `content` its words, 1,000 characters at most;
    `moment` is the day on which it was made, else when it was published.
    """

    article: ArticleHead
    number: int
    party: int | None
    moment: datetime
    attribution: Attribution
    content: str


_OWN = tuple(column for column in attributions.c if column.name not in ("article", "moment"))
_LENGTH = attributions.c.content_end - attributions.c.content_start
_CONTENT = func.substr(
    articles.c.body,
    attributions.c.content_start + 1,
    case(
        (_LENGTH > _LONGEST_CONTENT, _LONGEST_CONTENT),
        else_=_LENGTH,
    ),
)


_LINES = select(
    *HEAD_COLUMNS,
    *_OWN,
    attributions.c.article,
    attributions.c.moment.label("made"),
    _CONTENT.label("words"),
).join(articles, articles.c.id == attributions.c.article)
_OF_PARTY = InParts(
    _LINES.where(attributions.c.party == bindparam("party")),
    (attributions.c.moment, attributions.c.article, attributions.c.number),
)


def _stand_at(article: ColumnElement[int], number: ColumnElement[int]) -> ColumnElement[bool]:
    # For pairs alone SQLite would read the whole table.
    return article.in_(bindparam("articles")) & tuple_(article, number).in_(bindparam("places"))


_AT_PLACES = _LINES.where(_stand_at(attributions.c.article, attributions.c.number))
_RELAYS_AT_PLACES = (
    select(relays)
    .where(_stand_at(relays.c.article, relays.c.attribution))
    .order_by(relays.c.article, relays.c.attribution, relays.c.number)
)
_PARTIES = (
    select(attributions.c.party)
    .where(attributions.c.article == bindparam("article"))
    .order_by(attributions.c.number)
)


def statements_of_party(connection: Connection, party: int, part: Part) -> Listed[StatementView]:
    """List what a party said, the newest first.

    Raises:
        CursorError: the part begins behind no cursor of this list.
    """
    rows = _OF_PARTY.rows(connection, part, party=party)
    views = _views(connection, rows)
    return listed(rows, part, ("made", "article", "number"), lambda row: views[row.article, row.number])


def statements_at(
    connection: Connection, places: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], StatementView]:
    """Return statements by their article and their number in it; those that are gone are left out."""
    return _views(connection, connection.execute(_AT_PLACES, _at(places)).all())


def _views(connection: Connection, rows: Sequence[AnyRow]) -> dict[tuple[int, int], StatementView]:
    through = _relays_of(connection, [(row.article, row.number) for row in rows])
    return {
        (row.article, row.number): StatementView(
            article=head_of(row),
            number=row.number,
            party=row.party,
            moment=time_of(row.made),
            attribution=attribution_of(row, through.get((row.article, row.number), ())),
            content=row.words,
        )
        for row in rows
    }


def parties_of_article(connection: Connection, article: int) -> tuple[int | None, ...]:
    """Return the number of the party behind each attribution of an article, in their order."""
    return tuple(connection.execute(_PARTIES, {"article": article}).scalars())


def _relays_of(
    connection: Connection, places: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], tuple[str, ...]]:
    rows = connection.execute(_RELAYS_AT_PLACES, _at(places))
    through: dict[tuple[int, int], tuple[str, ...]] = {}
    for row in rows:
        place = (row.article, row.attribution)
        through[place] = (*through.get(place, ()), row.name)
    return through


def _at(places: Sequence[tuple[int, int]]) -> dict[str, object]:
    return {"articles": tuple({place[0] for place in places}), "places": tuple(places)}

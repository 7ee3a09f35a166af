"""Which claims an article asserts, and with which of its attributions."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, select

from tawatur.store.claim_lines import LINE, ClaimLine, line_of
from tawatur.store.inserting import insert_rows
from tawatur.store.schema import articles, claims, members

_OF_ARTICLE = (
    select(members.c.attribution, *LINE)
    .join(claims, claims.c.id == members.c.claim)
    .where(members.c.article == bindparam("article"))
    .order_by(members.c.attribution, claims.c.pages.desc(), claims.c.rank)
)
_NUMBERS = select(articles.c.name, articles.c.id).where(articles.c.name.in_(bindparam("names")))


def insert_members(connection: Connection, asserted: Iterable[tuple[int, Sequence[tuple[str, int]]]]) -> None:
    """Write who asserts new claims, each given by number with the ids of articles and their attributions."""
    places = [(claim, *place) for claim, given in asserted for place in given]
    if not places:
        return
    rows = connection.execute(_NUMBERS, {"names": tuple({name for _, name, _ in places})})
    numbers = {row.name: row.id for row in rows}
    insert_rows(
        connection,
        members,
        [
            {"article": numbers[name], "attribution": attribution, "claim": claim}
            for claim, name, attribution in places
        ],
    )


def claims_asserted(connection: Connection, article: int) -> dict[int, ClaimLine]:
    """Return the claim that each attribution of an article asserts, of several the one on most pages."""
    found: dict[int, ClaimLine] = {}
    for row in connection.execute(_OF_ARTICLE, {"article": article}):
        if row.attribution not in found:
            found[row.attribution] = line_of(row)
    return found

"""Writing where articles belong: families and stories that began, grew, or became one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, func, insert, or_, select, update

from tawatur.records.article import Article
from tawatur.records.copy_family import CopyFamily
from tawatur.records.story import Story
from tawatur.store.numbering import new_ids
from tawatur.store.rows import article_of
from tawatur.store.schema import articles, families, pages, stories

# A line shows no more, whatever a page calls its title.
_LONGEST_TITLE = 300
_LONGEST_FIRST_LINE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A family or story as it stands now: its name, its articles by id, the names it has absorbed."""

    name: str
    articles: tuple[str, ...]
    absorbed: tuple[str, ...]


def place_in_families(connection: Connection, groups: Sequence[Group]) -> dict[str, int]:
    """Write which articles are in which family; return the numbers by name of those of two or more.

    An article that is a family to itself is in none.
    """
    alone = [article for group in groups if len(group.articles) == 1 for article in group.articles]
    connection.execute(
        update(articles).where(articles.c.name.in_(alone), articles.c.family.is_not(None)).values(family=None)
    )
    several = [group for group in groups if len(group.articles) > 1]
    return _placed(connection, several, families, articles.c.family, {})


def place_in_stories(connection: Connection, groups: Sequence[Group]) -> dict[str, int]:
    """Write which articles are in which story; return the stories' numbers by name.

    What else is told of them waits for `describe_stories`.
    """
    counted = ("first", "last", "articles", "pages", "outlets", "origins_min", "origins_max")
    return _placed(connection, groups, stories, articles.c.story, dict.fromkeys(counted, 0) | {"title": ""})


def family_members(connection: Connection, numbers: Collection[int]) -> dict[int, tuple[Article, ...]]:
    """Return the articles of families, the earliest first."""
    rows = connection.execute(
        select(articles, pages.c.name.label("page_name"))
        .join(pages, pages.c.id == articles.c.page)
        .where(articles.c.family.in_(numbers))
        .order_by(articles.c.moment, articles.c.id)
    )
    members: dict[int, list[Article]] = {}
    for row in rows:
        members.setdefault(row.family, []).append(article_of(row))
    return {number: tuple(listed) for number, listed in members.items()}


def set_roots(connection: Connection, roots: Mapping[int, tuple[str | None, str | None]]) -> None:
    """Write where the text of each family comes from, and how that was known."""
    if roots:
        connection.execute(
            update(families)
            .where(families.c.id == bindparam("family"))
            .values(root=bindparam("name_of_root"), root_from=bindparam("how")),
            [{"family": number, "name_of_root": root, "how": how} for number, (root, how) in roots.items()],
        )


def describe_stories(connection: Connection, leading: Mapping[int, str]) -> None:
    """Write what lists tell of stories: times, counts, and the title of the article that leads each."""
    count_stories(connection, leading)
    titles = _titles(connection, set(leading.values()))
    if leading:
        connection.execute(
            update(stories).where(stories.c.id == bindparam("number")).values(title=bindparam("told")),
            [{"number": number, "told": titles[article]} for number, article in leading.items()],
        )


def count_stories(connection: Connection, numbers: Collection[int]) -> None:
    """Write the times and counts of stories as their articles tell them now."""
    rows = connection.execute(
        select(
            articles.c.story.label("number"),
            func.min(articles.c.moment).label("first"),
            func.max(articles.c.moment).label("last"),
            func.count().label("articles"),
            func.count(articles.c.page.distinct()).label("pages"),
            func.count(articles.c.outlet.distinct()).label("outlets"),
        )
        .where(articles.c.story.in_(numbers))
        .group_by(articles.c.story)
    )
    described = [dict(row._mapping) for row in rows]
    if described:
        connection.execute(
            update(stories)
            .where(stories.c.id == bindparam("number"))
            .values({name: bindparam(name) for name in described[0] if name != "number"}),
            described,
        )


def standing_numbers(connection: Connection) -> tuple[int, ...]:
    """Return the numbers of all stories that have articles."""
    query = select(stories.c.id).where(stories.c.merged_into.is_(None)).order_by(stories.c.id)
    return tuple(connection.execute(query).scalars())


def standing_stories(connection: Connection, numbers: Collection[int]) -> dict[int, Story]:
    """Return stories as records, by number."""
    rows = connection.execute(
        select(articles.c.story, stories.c.title, articles.c.name)
        .join(stories, stories.c.id == articles.c.story)
        .where(articles.c.story.in_(numbers))
        .order_by(articles.c.moment, articles.c.id)
    )
    members: dict[int, tuple[str, list[str]]] = {}
    for number, title, name in rows:
        members.setdefault(number, (title, []))[1].append(name)
    return {number: Story(title=title, articles=tuple(names)) for number, (title, names) in members.items()}


def standing_families(connection: Connection, numbers: Collection[int]) -> dict[int, tuple[CopyFamily, ...]]:
    """Return the families of the articles of stories as records, by the story's number."""
    rows = connection.execute(
        select(articles.c.story, articles.c.family, families.c.root, articles.c.name)
        .join(families, families.c.id == articles.c.family)
        .where(articles.c.story.in_(numbers))
        .order_by(articles.c.moment, articles.c.id)
    )
    members: dict[int, dict[int, tuple[str | None, list[str]]]] = {}
    for story, family, root, name in rows:
        members.setdefault(story, {}).setdefault(family, (root, []))[1].append(name)
    return {
        story: tuple(CopyFamily(root=root, articles=tuple(names)) for root, names in found.values())
        for story, found in members.items()
    }


def _titles(connection: Connection, names: Collection[str]) -> dict[str, str]:
    rows = connection.execute(
        select(
            articles.c.name,
            func.substr(articles.c.title, 1, _LONGEST_TITLE),
            func.substr(articles.c.body, 1, _LONGEST_FIRST_LINE),
        ).where(articles.c.name.in_(names))
    )
    return {name: title or next(iter(body.splitlines()), "") for name, title, body in rows}


def _placed(
    connection: Connection,
    groups: Sequence[Group],
    table: Table,
    column: "Column[Any]",
    blank: Mapping[str, Any],
) -> dict[str, int]:
    names = [name for group in groups for name in (group.name, *group.absorbed)]
    rows = connection.execute(select(table.c.name, table.c.id).where(table.c.name.in_(names)))
    known = {row.name: int(row.id) for row in rows}
    fresh = dict(
        zip(
            (group.name for group in groups if group.name not in known),
            new_ids(connection, table),
            strict=False,
        )
    )
    if fresh:
        connection.execute(
            insert(table), [{"id": number, "name": name, **blank} for name, number in fresh.items()]
        )
    known |= fresh
    # What was absorbed once may stand by itself again.
    connection.execute(
        update(table)
        .where(table.c.name.in_([group.name for group in groups]), table.c.merged_into.is_not(None))
        .values(merged_into=None)
    )
    _move(connection, column, [(one, known[group.name]) for group in groups for one in group.articles])
    gone = [(known[one], known[group.name]) for group in groups for one in group.absorbed if one in known]
    if gone:
        connection.execute(
            update(table).where(table.c.id == bindparam("gone")).values(merged_into=bindparam("into")),
            [{"gone": one, "into": into} for one, into in gone],
        )
    return {group.name: known[group.name] for group in groups}


def _move(connection: Connection, column: "Column[Any]", moves: Sequence[tuple[str, int]]) -> None:
    if moves:
        connection.execute(
            update(articles)
            .where(
                articles.c.name == bindparam("article"),
                or_(column.is_(None), column != bindparam("number")),
            )
            .values({column: bindparam("number")}),
            [{"article": article, "number": number} for article, number in moves],
        )

"""Which sitemaps of an index are asked for."""

from datetime import UTC, datetime, timedelta

import pytest

from tawatur.collect.sitemap_choice import MOST_AT_FIRST, MOST_UNDATED, chosen_sitemaps
from tawatur.records.sitemap import SitemapLink

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def link(path: str, hours_ago: float | None = None) -> SitemapLink:
    return SitemapLink(
        url=f"https://river.example/{path}",
        modified=None if hours_ago is None else NOON - hours_ago * HOUR,
    )


def paths(links: list[SitemapLink], since: datetime | None = None) -> list[str]:
    return [one.url.removeprefix("https://river.example/") for one in chosen_sitemaps(links, since=since)]


@pytest.mark.parametrize(
    ("links", "chosen"),
    [
        ([link("a.xml", 9), link("b.xml", 1), link("c.xml", 5)], ["b.xml", "c.xml", "a.xml"]),
        ([link("posts.xml", 1), link("news.xml", 99)], ["news.xml", "posts.xml"]),
        (
            [link("post9.xml"), link("post10.xml"), link("post11.xml")],
            ["post11.xml", "post10.xml", "post9.xml"],
        ),
        ([link("2025-12.xml"), link("2026-01.xml")], ["2026-01.xml", "2025-12.xml"]),
        ([link("category-sitemap.xml", 1), link("post-sitemap.xml", 9)], ["post-sitemap.xml"]),
        ([link("post_tag.xml", 1), link("author/1.xml", 9), link("vintage.xml", 99)], ["vintage.xml"]),
        ([link("category.xml", 2), link("tags.xml", 1)], ["tags.xml", "category.xml"]),
        ([], []),
    ],
)
def test_the_likeliest_come_first_and_those_of_sections_not_at_all(
    links: list[SitemapLink], chosen: list[str]
) -> None:
    assert paths(links) == chosen


def test_few_are_asked_for_of_however_many() -> None:
    links = [link(f"{number}.xml") for number in range(50_000)]
    assert paths(links) == [f"{number}.xml" for number in range(49_999, 49_999 - MOST_AT_FIRST, -1)]
    assert paths(links, NOON) == ["49999.xml", "49998.xml"][:MOST_UNDATED]


def test_later_those_that_have_not_changed_are_let_alone() -> None:
    today = NOON.replace(hour=0)
    links = [
        link("1.xml", 0.5),
        link("2.xml", 3),
        SitemapLink(url="https://river.example/3.xml", modified=today),
    ]
    assert paths(links, NOON - HOUR) == ["1.xml", "3.xml"]
    # One beyond the likeliest is not asked for because the likelier have not changed.
    links = [link(f"{number}.xml", number) for number in range(2, 9)]
    assert paths(links, NOON - HOUR) == []

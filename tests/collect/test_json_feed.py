"""JSON Feed, as far as it keeps to its rules."""

from tests.collect.feed_building import feed_of


def test_json_feed_takes_what_it_can() -> None:
    feed = feed_of(
        b"""{"version": "https://jsonfeed.org/version/1", "next_url": "?p=2", "author": {"name": "A"},
        "hubs": [{"type": "WebSub", "url": "/hub"}], "items": ["no item", {},
        {"id": 7, "content_html": "<p>x</p>", "tags": ["t", 3], "date_published": 12},
        {"id": "b", "external_url": "https://b.example/", "content_text": "y", "title": ["no"]}]}"""
    )
    first, second = feed.items
    assert (first.id, first.summary, first.content, first.author, first.categories) == (
        "7",
        "x",
        "<p>x</p>",
        "A",
        ("t",),
    )
    assert (second.url, second.summary, second.title) == ("https://b.example/", "y", None)
    assert (first.unfit_link, second.unfit_link) == (None, None)
    assert (feed.hints.next_page, feed.hints.hub) == (
        "https://a.example/news/feed.xml?p=2",
        "https://a.example/hub",
    )


def test_an_address_that_nobody_can_ask_for_gives_way_to_the_other_or_is_kept_as_published() -> None:
    feed = feed_of(
        b"""{"version": "https://jsonfeed.org/version/1.1", "items": [
        {"id": "a", "url": "ftp://a.example/1", "external_url": "https://b.example/1"},
        {"id": "b", "url": "ftp://a.example/2", "external_url": "javascript:x"}]}"""
    )
    assert [(item.url, item.unfit_link) for item in feed.items] == [
        ("https://b.example/1", None),
        (None, "ftp://a.example/2"),
    ]

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
    assert (feed.hints.next_page, feed.hints.hub) == (
        "https://a.example/news/feed.xml?p=2",
        "https://a.example/hub",
    )

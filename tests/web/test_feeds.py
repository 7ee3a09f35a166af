"""Feeds out: read back with feedparser, found from the pages, asked for cheaply."""

from collections.abc import Callable

import feedparser
import httpx
import pytest

from tawatur.store.stories import StoryView

PLACES = (
    "latest",
    "trending?window=month",
    "story/1",
    "party/1",
    "outlet/difaf",
    "search?q=وزير",
    "search?act=deny&sought=statements",
)
PAGES = ("", "trending", "story/1", "party/1", "outlet/difaf", "search?q=x&sought=statements")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("place", PLACES)
def test_both_forms_tell_the_same_and_are_read_back(reader: httpx.Client, place: str, language: str) -> None:
    atom, other = (reader.get(f"/{language}/feed/{form}/{place}") for form in ("atom", "json"))
    assert atom.headers["content-type"].startswith("application/atom+xml")
    assert other.headers["content-type"].startswith("application/feed+json")
    told = other.json()
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["items"]
    read = feedparser.parse(atom.content)
    assert not read.bozo
    assert [(entry.id, entry.title, entry.link) for entry in read.entries] == [
        (item["id"], item["title"], item["url"]) for item in told["items"]
    ]
    ids = [item["id"] for item in told["items"]]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("tag:tawatur.invalid,2026:") for one in (*ids, read.feed.id))
    for item in told["items"][:3]:
        assert reader.get(item["url"].partition("#")[0]).status_code == 200
    assert reader.get(read.feed.link).status_code == 200
    links = {link["rel"]: link["href"] for link in read.feed.links}
    assert links["self"] == str(atom.request.url)


@pytest.mark.parametrize("place", PAGES)
def test_a_page_tells_where_its_feeds_are(reader: httpx.Client, place: str) -> None:
    page = reader.get(f"/en/{place}")
    links = {
        kind: page.text.partition(f'type="{kind}"')[2].partition('href="')[2].partition('"')[0]
        for kind in ("application/atom+xml", "application/feed+json")
    }
    for kind, address in links.items():
        answer = reader.get(address.replace("&amp;", "&"))
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(kind)


def test_a_story_tells_its_articles_and_claims_as_they_came(
    reader: httpx.Client, story_of: Callable[[str], StoryView]
) -> None:
    view = story_of("river-01-difaf")
    items = reader.get(f"/en/feed/json/story/{view.head.id}").json()["items"]
    times = [item["date_modified"] for item in items]
    assert times == sorted(times, reverse=True)
    kinds = {item["id"].split("/")[1] for item in items}
    assert kinds == {"article", "claim"}
    badges = [item["content_text"] for item in items if "/claim/" in item["id"]]
    assert all("/claim/" in item["url"] for item in items if "/claim/" in item["id"])
    assert all("independent origin" in badge for badge in badges)


@pytest.mark.parametrize("form", ["atom", "json"])
def test_what_has_not_changed_is_not_sent_again(reader: httpx.Client, form: str) -> None:
    address = f"/ar/feed/{form}/latest"
    first = reader.get(address)
    for condition in (
        {"If-None-Match": first.headers["etag"]},
        {"If-Modified-Since": first.headers["last-modified"]},
    ):
        again = reader.get(address, headers=condition)
        assert (again.status_code, again.content) == (304, b"")
    old = {"If-Modified-Since": "Thu, 01 Jan 2015 00:00:00 GMT"}
    assert reader.get(address, headers=old).status_code == 200
    for unreadable in ("yesterday", "Mon, 01 Jan 999999999999 00:00:00 GMT"):
        assert reader.get(address, headers={"If-Modified-Since": unreadable}).status_code == 200


def test_an_empty_library_has_empty_feeds(empty_reader: httpx.Client) -> None:
    read = feedparser.parse(empty_reader.get("/ar/feed/atom/latest").content)
    assert (read.bozo, read.entries) == (False, [])
    assert read.feed.updated == "1970-01-01T00:00:00Z"
    assert empty_reader.get("/ar/feed/json/latest").json()["items"] == []


@pytest.mark.parametrize("place", ["story/999999", "party/999999", "outlet/none", "nothing"])
def test_what_is_not_there_has_no_feed(reader: httpx.Client, place: str) -> None:
    assert reader.get(f"/ar/feed/atom/{place}").status_code == 404
    assert reader.get(f"/ar/feed/rss/{place}").status_code in (404, 422)

"""What a person names, as sources."""

from pathlib import Path

import pytest

from tawatur.collect.opml import write_opml
from tawatur.library.following.naming import Unnamed, sources_named
from tawatur.outlets.directory import outlets
from tawatur.records.subscription import Subscription


@pytest.mark.parametrize("name", ["aljazeera", "الجزيرة", "aljazeera.net"])
def test_an_outlet_is_followed_by_its_feed_however_it_is_named(name: str) -> None:
    found = sources_named(name, outlets())
    assert not isinstance(found, Unnamed)
    (source,) = found
    assert (source.outlet, source.url) == ("aljazeera", outlets().by_id("aljazeera").feed)  # type: ignore[union-attr]


def test_an_outlet_without_a_feed_is_followed_by_its_site() -> None:
    outlet = next(each for each in outlets() if each.domains and each.feed is None)
    found = sources_named(outlet.id, outlets())
    assert not isinstance(found, Unnamed)
    assert found[0].url == f"https://{outlet.domains[0]}/"


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("HTTP://Nahr.example:80/feed#top", "http://nahr.example/feed"),
        ("nahr.example", "https://nahr.example/"),
        ("nahr.example/feed", "https://nahr.example/feed"),
    ],
)
def test_an_address_is_followed_as_it_is(name: str, url: str) -> None:
    found = sources_named(name, outlets())
    assert not isinstance(found, Unnamed)
    assert [source.url for source in found] == [url]


@pytest.mark.parametrize("name", ["aljazera", "file:///etc/hostname", "http://a:b@nahr.example/", "لا أحد"])
def test_what_is_nothing_to_follow_is_said_to_be(name: str) -> None:
    assert isinstance(sources_named(name, outlets()), Unnamed)


def test_a_name_nearly_right_is_helped() -> None:
    found = sources_named("aljazera", outlets())
    assert isinstance(found, Unnamed)
    assert "aljazeera" in found.why


def test_a_list_of_feeds_keeps_its_titles_and_folders(tmp_path: Path) -> None:
    listed = Subscription(url="http://nahr.example/feed", title="النهر", folders=("صحف", "الجنوب"))
    file = tmp_path / "list.opml"
    file.write_bytes(write_opml([listed], title="قائمة"))
    found = sources_named(str(file), outlets())
    assert not isinstance(found, Unnamed)
    (source,) = found
    assert (source.url, source.title, source.folders) == (listed.url, listed.title, listed.folders)
    file.write_bytes(b"<html>")
    assert isinstance(sources_named(str(file), outlets()), Unnamed)

"""What a person names, as sources."""

from pathlib import Path

import pytest

from tawatur.collect.opml import write_opml
from tawatur.library.following.naming import Unnamed, sources_named
from tawatur.outlets.directory import outlets
from tawatur.records.subscription import Subscription
from tawatur.store.sources import Followed


@pytest.mark.parametrize("name", ["aljazeera", "الجزيرة", "aljazeera.net"])
def test_an_outlet_is_followed_by_its_feed_however_it_is_named(name: str) -> None:
    (source,) = sources_named(name, outlets())
    assert not isinstance(source, Unnamed)
    assert (source.outlet, source.url) == ("aljazeera", outlets().by_id("aljazeera").feed)  # type: ignore[union-attr]


def test_an_outlet_without_a_feed_is_followed_by_its_site() -> None:
    outlet = next(each for each in outlets() if each.domains and each.feed is None)
    (source,) = sources_named(outlet.id, outlets())
    assert not isinstance(source, Unnamed)
    assert source.url == f"https://{outlet.domains[0]}/"


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("HTTP://Nahr.example:80/feed#top", "http://nahr.example/feed"),
        ("nahr.example", "https://nahr.example/"),
        ("nahr.example/feed", "https://nahr.example/feed"),
    ],
)
def test_an_address_is_followed_as_it_is(name: str, url: str) -> None:
    (source,) = sources_named(name, outlets())
    assert not isinstance(source, Unnamed)
    assert source.url == url


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("لا أحد", "no outlet, address or file of feeds"),
        ("file:///etc/hostname", "file is neither http nor https"),
        ("http://nahr.example:port/", "no address of the web that can be asked for"),
    ],
)
def test_what_is_nothing_to_follow_is_said_to_be_with_its_reason(name: str, why: str) -> None:
    assert sources_named(name, outlets()) == (Unnamed(name=name, why=why),)


@pytest.mark.parametrize("place", ["http://a:b@", "a:b@", "a:b/c@"])
def test_a_password_in_a_name_is_told_and_not_shown(place: str) -> None:
    (unnamed,) = sources_named(f"{place}nahr.example/feed", outlets())
    assert isinstance(unnamed, Unnamed)
    assert unnamed.name.endswith("…@nahr.example/feed")
    assert "b" not in unnamed.name


def test_a_name_nearly_right_is_helped() -> None:
    (found,) = sources_named("aljazera", outlets())
    assert isinstance(found, Unnamed)
    assert "aljazeera" in found.why


def test_a_list_of_feeds_keeps_its_titles_and_folders(tmp_path: Path) -> None:
    listed = Subscription(url="http://nahr.example/feed", title="النهر", folders=("صحف", "الجنوب"))
    file = tmp_path / "list.opml"
    file.write_bytes(write_opml([listed], title="قائمة"))
    (source,) = sources_named(str(file), outlets())
    assert not isinstance(source, Unnamed)
    assert (source.url, source.title, source.folders) == (listed.url, listed.title, listed.folders)
    file.write_bytes(b"<html>")
    (refused,) = sources_named(str(file), outlets())
    assert isinstance(refused, Unnamed)


def test_each_address_refused_in_a_list_is_named_and_the_others_are_followed(tmp_path: Path) -> None:
    file = tmp_path / "list.opml"
    told = ("file:///etc/hostname", "http://nahr.example/feed", "http://a:b@nahr.example/feed")
    file.write_text("<opml><body>" + "".join(f'<outline xmlUrl="{url}"/>' for url in told) + "</body></opml>")
    first, source, last = sources_named(str(file), outlets())
    assert isinstance(source, Followed)
    assert first == Unnamed(name=told[0], why="file is neither http nor https")
    assert last == Unnamed(name="http://…@nahr.example/feed", why="a name or password in the address")

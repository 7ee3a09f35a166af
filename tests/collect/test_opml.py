import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.collect.opml import parse_opml, write_opml
from tawatur.records.refusal import Refusal, RefusalReason
from tawatur.records.subscription import Subscription

OPML_1 = """<?xml version="1.0" encoding="windows-1256"?><opml version="1.1">
<head><title>قائمتي</title></head><body>
<outline text="عاجل"><outline text="الضفاف" type="rss" xmlUrl="http://a.example/rss?a=1&b=2"
 htmlUrl="http://a.example"/>
<outline title="محلي"><outline text="http://b.example/feed" xmlURL="http://b.example/feed"/></outline></outline>
<outline text="المرفأ" type="rss" url="https://c.example/rss.xml"/>
<outline text="مكرر" xmlUrl="http://b.example/feed"/>
<outline text="صفحة" type="link" url="https://d.example/"/>
<outline text="سيئ" xmlUrl="javascript:x"/></body></opml>"""


def test_folders_addresses_and_titles() -> None:
    assert parse_opml(OPML_1.encode("windows-1256"), name="feeds.opml") == (
        Subscription(
            url="http://a.example/rss?a=1&b=2", title="الضفاف", home="http://a.example/", folders=("عاجل",)
        ),
        Subscription(url="http://b.example/feed", folders=("عاجل", "محلي")),
        Subscription(url="https://c.example/rss.xml", title="المرفأ"),
        Refusal(
            id="javascript:x",
            reason=RefusalReason.BAD_ADDRESS,
            detail="javascript is neither http nor https",
        ),
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", RefusalReason.EMPTY),
        (b"<html></html>", RefusalReason.UNKNOWN_FORMAT),
        (b"PK\x03\x04", RefusalReason.BINARY),
    ],
)
def test_what_is_no_opml_is_refused(content: bytes, reason: RefusalReason) -> None:
    refusal = parse_opml(content, name="x")
    assert isinstance(refusal, Refusal)
    assert (refusal.id, refusal.reason) == ("x", reason)


def test_a_file_that_breaks_off_keeps_what_stood_before() -> None:
    content = b'<opml><body><outline xmlUrl="https://a.example/1"/><outline text="'
    assert parse_opml(content, name="x") == (Subscription(url="https://a.example/1"),)


NAMES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30)
SUBSCRIPTIONS = st.builds(
    Subscription,
    url=st.integers(0, 10**6).map("https://a.example/feed/{}".format),
    title=st.none() | NAMES,
    home=st.none() | st.just("https://a.example/"),
    folders=st.lists(NAMES, max_size=4).map(tuple),
)


@given(st.lists(SUBSCRIPTIONS, unique_by=lambda subscription: subscription.url, max_size=8))
def test_what_is_written_is_read_again(subscriptions: list[Subscription]) -> None:
    read = parse_opml(write_opml(subscriptions, title="قائمة"), name="x")
    assert isinstance(read, tuple)
    # Folders gather what is in them, so the order may change.
    assert {each.url: each for each in read if isinstance(each, Subscription)} == {
        each.url: each for each in subscriptions
    }
    assert len(read) == len(subscriptions)


@given(st.text(max_size=50), st.text(max_size=50))
def test_any_title_can_be_written(title: str, folder: str) -> None:
    written = write_opml(
        [Subscription(url="https://a.example/", title=title, folders=(folder,))], title=title
    )
    read = parse_opml(written, name="x")
    assert isinstance(read, tuple)
    assert [getattr(each, "url", each) for each in read] == ["https://a.example/"]


PIECES = st.sampled_from(["<opml>", "<outline ", "xmlUrl='http://a.b/'", ">", "</outline>", "&", "'"])


@given(st.binary() | st.lists(PIECES).map(lambda pieces: "".join(pieces).encode()))
def test_whatever_comes_is_a_list_or_a_refusal(content: bytes) -> None:
    assert isinstance(parse_opml(content, name="x"), (tuple, Refusal))

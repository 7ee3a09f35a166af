"""Validators: kept where they can be sent back, renewed where a 304 says so."""

import httpx

from tawatur.collect.fetching.answers import Validators
from tawatur.collect.fetching.conditional import conditions, renewed, validators_of

URL = "http://river.example/feed"
OLD = Validators(url=URL, etag='"a"', last_modified="Mon, 02 Mar 2026 12:00:00 GMT")


def test_both_are_asked_with() -> None:
    assert conditions(URL, OLD) == {
        "If-None-Match": '"a"',
        "If-Modified-Since": "Mon, 02 Mar 2026 12:00:00 GMT",
    }
    assert conditions(f"{URL}/2", OLD) == conditions(URL, None) == {}


def test_a_304_renews_what_it_names() -> None:
    assert renewed(OLD, httpx.Headers({})) == OLD
    assert renewed(OLD, httpx.Headers({"ETag": '"b"'})) == Validators(
        url=URL, etag='"b"', last_modified=OLD.last_modified
    )


def test_what_cannot_be_sent_back_is_not_kept() -> None:
    assert validators_of(URL, httpx.Headers({"ETag": ""})) is None
    assert validators_of(URL, httpx.Headers({"ETag": '"' + "x" * 2_000 + '"'})) is None
    assert validators_of(URL, httpx.Headers([(b"ETag", '"خبر"'.encode())])) is None
    kept = validators_of(URL, httpx.Headers({"ETag": 'W/"x"', "Last-Modified": "\x7f"}))
    assert kept == Validators(url=URL, etag='W/"x"')


def test_what_changed_in_the_second_of_its_answer_may_have_changed_again() -> None:
    now, before = "Mon, 02 Mar 2026 12:00:00 GMT", "Mon, 02 Mar 2026 11:59:59 GMT"
    same = httpx.Headers({"Date": now, "Last-Modified": now})
    assert validators_of(URL, same) is None
    assert validators_of(URL, httpx.Headers({**same, "ETag": '"x"'})) == Validators(url=URL, etag='"x"')
    kept = validators_of(URL, httpx.Headers({"Date": now, "Last-Modified": before}))
    assert kept == Validators(url=URL, last_modified=before)

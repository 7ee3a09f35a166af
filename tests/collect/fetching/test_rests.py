"""Sites in trouble are let alone, each for itself, as far as there is room to remember."""

from random import Random

from tawatur.collect.fetching.rests import Rests


def test_what_fails_on_one_port_says_nothing_of_another() -> None:
    rests = Rests(random=Random(7))
    assert rests.failed("https://river.example", "answered 503", now=0.0, asked=90.0) == 90.0
    objection = rests.objection("https://river.example", now=30.0)
    assert objection
    assert (objection.detail, objection.retry_after) == ("let alone: answered 503", 60.0)
    assert rests.objection("https://river.example", now=90.0) is None
    for other in ("http://river.example", "https://river.example:8443", "https://delta.example"):
        assert rests.objection(other, now=30.0) is None


def test_those_that_failed_longest_ago_are_forgotten() -> None:
    rests = Rests(random=Random(7), most=2)
    for site in ("a", "b", "a", "c"):
        rests.failed(site, "no connection", now=0.0, asked=60.0)
    assert [bool(rests.objection(site, now=1.0)) for site in "abc"] == [True, False, True]

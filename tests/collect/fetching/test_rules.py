"""What sites allow: their robots.txt asked for, kept, renewed and explained."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.web_of_sites.clock import TestClock
from tests.web_of_sites.server import Web

from tawatur.collect.fetching.answers import Answer, Fetched, Unfetched
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.fetching.robots import SiteRules
from tawatur.records.refusal import RefusalReason

Fetch = Callable[..., Answer]
Fetching = Callable[..., Any]
Reason = RefusalReason
DAY = 24 * 3600


def asked_for_rules(web: Web, host: str) -> int:
    return sum(asked.host == host and asked.target == "/robots.txt" for asked in web.log)


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("http://closed.example/", "line 2, for *: Disallow: /"),
        ("http://closed-to-us.example/a/1", "line 6, for Tawatur: Disallow: /a"),
        ("http://longest.example/closed", "line 4, for *: Disallow: /clo*d$"),
        ("http://longest.example/b", "line 2, for *: Disallow: /"),
    ],
)
def test_the_rule_that_closes_a_page_is_named(fetch: Fetch, web: Web, url: str, rule: str) -> None:
    answer = fetch(url)
    assert isinstance(answer, Unfetched)
    assert (answer.reason, answer.detail) == (Reason.ROBOTS, f"closed to tawatur by robots.txt, {rule}")
    assert all(asked.target == "/robots.txt" for asked in web.log)


@pytest.mark.parametrize(
    "url",
    [
        "http://closed-to-us.example/b",
        "http://longest.example/a",
        "http://rules-403.example/closed",
        "http://rules-loop.example/closed",
        "http://rules-html.example/closed",
        "http://rules-huge.example/closed",
    ],
)
def test_what_is_not_closed_is_open(fetch: Fetch, url: str) -> None:
    """A 4xx, a circle of redirections or no rules at all allow everything; so do rules behind 500 KiB."""
    assert isinstance(fetch(url), Fetched)


@pytest.mark.parametrize(
    ("host", "reason", "because"),
    [
        ("rules-500", Reason.ROBOTS_UNREACHABLE, "answered 500"),
        ("rules-429", Reason.ROBOTS_UNREACHABLE, "answered 429"),
        ("rules-far", Reason.ROBOTS_UNREACHABLE, "answered 429"),
        ("rules-cut", Reason.ROBOTS_UNREACHABLE, "robots.txt"),
        ("rules-moved", Reason.ROBOTS, "line 2, for *"),
        ("rules-inside", Reason.PRIVATE_ADDRESS, "127.0.0.2"),
    ],
)
def test_a_site_whose_rules_cannot_be_had_is_closed(
    fetch: Fetch, web: Web, host: str, reason: Reason, because: str
) -> None:
    answer = fetch(f"http://{host}.example/a")
    assert isinstance(answer, Unfetched)
    assert answer.reason is reason
    assert because in answer.detail
    assert (answer.retry_at is None) is (reason is Reason.ROBOTS)
    assert web.asked_of(f"{host}.example") == []


def test_rules_are_asked_for_once_a_day(fetching: Fetching, web: Web, clock: TestClock) -> None:
    async def visits(fetcher: Fetcher) -> None:
        for hours in (0, 1, 22.5, 1, 1):
            clock.passed += hours * 3600
            assert isinstance(await fetcher.fetch("http://river.example/feed"), Fetched)

    fetching(visits)
    assert asked_for_rules(web, "river.example") == 2


def test_rules_that_cannot_be_renewed_stay(fetching: Fetching, web: Web, clock: TestClock) -> None:
    async def visits(fetcher: Fetcher) -> list[Answer]:
        host = "http://rules-503-later.example"
        answers = [await fetcher.fetch(f"{host}/a")]
        clock.passed += DAY
        return [*answers, await fetcher.fetch(f"{host}/b"), await fetcher.fetch(f"{host}/closed")]

    first, later, closed = fetching(visits)
    assert isinstance(first, Fetched)
    assert isinstance(later, Fetched)
    assert isinstance(closed, Unfetched)
    assert closed.reason is Reason.ROBOTS
    assert asked_for_rules(web, "rules-503-later.example") == 2


def test_a_site_opens_when_its_rules_can_be_had(fetching: Fetching, clock: TestClock) -> None:
    async def visits(fetcher: Fetcher) -> list[Answer]:
        answers = [await fetcher.fetch("http://rules-500-first.example/a")]
        clock.passed += 600
        return [*answers, await fetcher.fetch("http://rules-500-first.example/a")]

    closed, opened = fetching(visits)
    assert isinstance(closed, Unfetched)
    assert isinstance(opened, Fetched)


def test_a_site_whose_rules_fail_for_days_stays_closed(
    fetching: Fetching, web: Web, clock: TestClock
) -> None:
    async def visits(fetcher: Fetcher) -> list[Answer]:
        answers = []
        for _ in range(40):
            answers.append(await fetcher.fetch("http://rules-500.example/a"))
            clock.passed += DAY
        return answers

    assert {answer.reason for answer in fetching(visits)} == {Reason.ROBOTS_UNREACHABLE}
    assert web.asked_of("rules-500.example") == []
    assert asked_for_rules(web, "rules-500.example") == 40


def test_the_sitemaps_of_a_site_are_told(fetching: Fetching, web: Web) -> None:
    async def asked(fetcher: Fetcher) -> list[tuple[str, ...]]:
        urls = ("http://sitemap.example/khabar/1", "http://river.example/", "mailto:x", "http://502.example/")
        await fetcher.fetch("http://502.example/")
        return [await fetcher.sitemaps(url) for url in urls]

    assert fetching(asked) == [("http://sitemap.example/news.xml",), (), (), ()]
    assert web.asked_of("sitemap.example") == []


def test_a_reason_is_given_even_where_no_line_can_be_named() -> None:
    rules = SiteRules("User agent *\nDisalow: /a\n", until=0.0)
    objection = rules.objection("http://a.example/a", now=0.0)
    assert objection
    assert objection.detail == "closed to tawatur by robots.txt"


def test_many_rules_are_explained_quickly() -> None:
    content = "User-agent: *\n" + "".join(f"Disallow: /x{number}*y*z*\n" for number in range(20_000))
    objection = SiteRules(content, until=0.0).objection("http://a.example/x7/y/z", now=0.0)
    assert objection
    assert objection.detail.endswith("line 9, for *: Disallow: /x7*y*z*")

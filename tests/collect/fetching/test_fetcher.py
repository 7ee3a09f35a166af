"""Addresses of the test web fetched: what comes back, and what its servers were asked."""

import asyncio
from collections.abc import Callable

import pytest
from tests.web_of_sites.clock import BEGAN, TestClock
from tests.web_of_sites.server import Web
from tests.web_of_sites.texts import page, piece

from tawatur.collect.fetching.answers import Answer, Fetched, NotModified, Unfetched, Validators
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.records.refusal import RefusalReason

Fetch = Callable[..., Answer]
Reason = RefusalReason
BODY = page(piece(1)).encode()


def fetched(answer: Answer) -> Fetched:
    assert isinstance(answer, Fetched), answer
    return answer


def unfetched(answer: Answer) -> Unfetched:
    assert isinstance(answer, Unfetched), answer
    assert answer.detail
    assert "\n" not in answer.detail
    return answer


def test_a_page_comes_with_what_its_server_says(fetch: Fetch, web: Web) -> None:
    answer = fetched(fetch("http://old-page.example/qadim#there"))
    assert answer.content.decode("cp1256") == page(piece(1))
    assert (answer.url, answer.final_url) == (
        "http://old-page.example/qadim#there",
        "http://old-page.example/qadim",
    )
    assert (answer.status, answer.media_type, answer.encoding) == (200, "text/html", "windows-1256")
    assert ("Content-Length", str(len(answer.content))) in [(k.title(), v) for k, v in answer.headers]
    assert (answer.fetched, answer.moved_to, answer.validators) == (BEGAN, None, None)
    assert web.log[-1].headers["user-agent"].startswith("tawatur/")


def test_whose_machine_asks_can_be_told(fetch: Fetch, web: Web) -> None:
    fetch("http://river.example/feed", contact="mailto:desk@reader.example")
    assert all("(+mailto:desk@reader.example;" in asked.headers["user-agent"] for asked in web.log)


@pytest.mark.parametrize("url", ["http://packed.example/feed", "http://packed.example/br"])
def test_packed_answers_are_unpacked(fetch: Fetch, url: str) -> None:
    content = fetched(fetch(url)).content.decode()
    assert piece(1).title in content


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("slow.example", Reason.TIMED_OUT), ("slow-head.example", Reason.TIMED_OUT),
        ("silent.example", Reason.TIMED_OUT),
    ],
)  # fmt: skip
def test_whoever_drips_is_left(fetch: Fetch, host: str, reason: Reason) -> None:
    answer = unfetched(fetch(f"http://{host}/", most_seconds=0.4))
    assert (answer.reason, answer.final_url) == (reason, f"http://{host}/")
    assert "0.4 s" in answer.detail


def test_hints_without_end_are_left(fetch: Fetch) -> None:
    assert unfetched(fetch("http://endless-hints.example/", most_seconds=0.5)).reason is Reason.TIMED_OUT


def test_packed_bytes_without_content_are_not_taken_for_ever(fetch: Fetch) -> None:
    answer = unfetched(fetch("http://endless-members.example/", most_bytes=1_000_000))
    assert answer.reason is Reason.TOO_LARGE


def test_silence_is_not_waited_out(fetch: Fetch) -> None:
    answer = unfetched(fetch("http://silent.example/", step_seconds=0.2))
    assert answer.reason is Reason.TIMED_OUT


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("endless", Reason.TOO_LARGE), ("huge", Reason.TOO_LARGE), ("gzip-bomb", Reason.TOO_LARGE),
        ("brotli-bomb", Reason.TOO_LARGE), ("packed-twice", Reason.BROKEN_ANSWER),
        ("endless-head", Reason.BROKEN_ANSWER), ("too-short", Reason.BROKEN_ANSWER),
        ("cut-gzip", Reason.BROKEN_ANSWER), ("no-gzip", Reason.BROKEN_ANSWER),
        ("cut-chunks", Reason.BROKEN_ANSWER), ("no-http", Reason.BROKEN_ANSWER),
        ("closes", Reason.BROKEN_ANSWER), ("image", Reason.NO_TEXT),
        ("204", Reason.UNEXPECTED_STATUS), ("304", Reason.UNEXPECTED_STATUS),
        ("400", Reason.UNEXPECTED_STATUS), ("401", Reason.DENIED), ("403", Reason.DENIED),
        ("404", Reason.NOT_FOUND), ("410", Reason.GONE), ("429", Reason.TOO_MANY_REQUESTS),
        ("451", Reason.DENIED), ("500", Reason.SERVER_ERROR), ("502", Reason.UNAVAILABLE),
        ("503", Reason.UNAVAILABLE), ("504", Reason.UNAVAILABLE), ("nowhere", Reason.UNEXPECTED_STATUS),
        ("loop", Reason.REDIRECT_LOOP), ("self-loop", Reason.REDIRECT_LOOP),
        ("to-moved-away", Reason.GONE), ("unheard-of", Reason.NO_HOST),
        ("to-file", Reason.BAD_ADDRESS), ("to-ftp", Reason.BAD_ADDRESS), ("to-data", Reason.BAD_ADDRESS),
        ("to-nonsense", Reason.BAD_ADDRESS), ("to-password", Reason.BAD_ADDRESS),
        ("to-port", Reason.PRIVATE_ADDRESS), ("to-number", Reason.PRIVATE_ADDRESS),
        ("to-octal", Reason.BAD_ADDRESS), ("to-hex", Reason.PRIVATE_ADDRESS),
        ("to-mapped-number", Reason.PRIVATE_ADDRESS), ("to-six-to-four", Reason.PRIVATE_ADDRESS),
        ("to-zone", Reason.NO_HOST), ("endless-trailers", Reason.BROKEN_ANSWER),
        ("to-inside", Reason.PRIVATE_ADDRESS), ("to-metadata", Reason.PRIVATE_ADDRESS),
        ("inside", Reason.PRIVATE_ADDRESS), ("half-inside", Reason.PRIVATE_ADDRESS),
        ("private-10", Reason.PRIVATE_ADDRESS), ("private-172", Reason.PRIVATE_ADDRESS),
        ("private-192", Reason.PRIVATE_ADDRESS), ("link-local", Reason.PRIVATE_ADDRESS),
        ("carrier", Reason.PRIVATE_ADDRESS), ("multicast", Reason.PRIVATE_ADDRESS),
        ("unspecified", Reason.PRIVATE_ADDRESS), ("mapped", Reason.PRIVATE_ADDRESS),
        ("nat64", Reason.PRIVATE_ADDRESS), ("compatible", Reason.PRIVATE_ADDRESS),
        ("v6-local", Reason.PRIVATE_ADDRESS), ("v6-link", Reason.PRIVATE_ADDRESS),
        ("v6-unique", Reason.PRIVATE_ADDRESS),
    ],
)  # fmt: skip
def test_what_stands_in_the_way_is_said(fetch: Fetch, host: str, reason: Reason) -> None:
    assert unfetched(fetch(f"http://{host}.example/")).reason is reason


@pytest.mark.parametrize(
    ("url", "detail"),
    [
        ("http://user:secret@river.example/", "a name or password in the address"),
        ("ftp://river.example/", "ftp is neither http nor https"),
        ("river.example", "nothing is neither http nor https"),
        ("http://", "no host in the address"),
        ("http://[::1", "no address"),
        ("http://-\u0640.example/", "no address"),
        ("http://river.example/" + "x" * 9_000, "9021 characters"),
    ],
)
def test_no_address_is_refused_unasked(fetch: Fetch, web: Web, url: str, detail: str) -> None:
    answer = unfetched(fetch(url))
    assert answer.reason is Reason.BAD_ADDRESS
    assert detail in answer.detail
    assert (answer.url, web.log) == (url, [])


@pytest.mark.parametrize("url", ["http://old.example/", "http://untyped.example/"])
def test_old_and_sparing_servers_are_understood(fetch: Fetch, url: str) -> None:
    assert fetched(fetch(url)).content == BODY


def test_content_ends_where_its_length_says(fetch: Fetch) -> None:
    assert fetched(fetch("http://too-long.example/")).content == BODY[:100]


@pytest.mark.parametrize(
    ("url", "final", "moved_to"),
    [
        ("http://moved.example/feed", "http://river.example/feed", "http://river.example/feed"),
        ("http://moved-308.example/", "http://moved-308.example/c", "http://moved-308.example/c"),
        (
            "http://moved-by-chance.example/",
            "http://moved-by-chance.example/c",
            "http://moved-by-chance.example/b",
        ),
        ("http://passing.example/", "http://passing.example/c", None),
        ("http://far.example/1", "http://far.example/6", None),
        ("http://arabic.example/", "http://arabic.example/%D8%AE%D8%A8%D8%B1", None),
    ],
)
def test_redirections_are_followed_and_moves_reported(
    fetch: Fetch, url: str, final: str, moved_to: str | None
) -> None:
    answer = fetched(fetch(url))
    assert (answer.url, answer.final_url, answer.moved_to) == (url, final, moved_to)


def test_redirections_are_followed_so_far(fetch: Fetch, web: Web) -> None:
    answer = unfetched(fetch("http://far.example/0"))
    assert (answer.reason, answer.final_url) == (Reason.TOO_MANY_REDIRECTS, "http://far.example/5")
    assert len(web.asked_of("far.example")) == 6


def test_a_redirection_into_a_closed_part_is_not_followed(fetch: Fetch, web: Web) -> None:
    answer = unfetched(fetch("http://rules-503-later.example/closed"))
    assert answer.reason is Reason.ROBOTS
    assert web.asked_of("rules-503-later.example") == []


def test_a_name_that_turns_private_is_left(fetch: Fetch, web: Web) -> None:
    answer = unfetched(fetch("http://rebinding.example/", "http://rebinding.example/secret"))
    assert answer.reason is Reason.PRIVATE_ADDRESS
    assert "127.0.0.2" in answer.detail
    assert web.asked_of("rebinding.example") == ["/"]


def test_nothing_new_is_told_by_etag_and_by_date(fetching: Callable[..., Answer], web: Web) -> None:
    for host in ("etag.example", "modified.example"):

        async def twice(fetcher: Fetcher, host: str = host) -> Answer:
            first = fetched(await fetcher.fetch(f"http://{host}/feed"))
            assert first.validators
            return await fetcher.fetch(f"http://{host}/feed", validators=first.validators)

        answer = fetching(twice)
        assert isinstance(answer, NotModified)
        assert answer.validators.url == answer.final_url == f"http://{host}/feed"
        assert (answer.validators.etag is None) is (host == "modified.example")


def test_validators_are_sent_to_no_other_address(fetching: Callable[..., Answer], web: Web) -> None:
    validators = Validators(url="http://etag.example/feed", etag='"five"')
    fetched(fetching(lambda fetcher: fetcher.fetch("http://river.example/feed", validators=validators)))
    assert not any("if-none-match" in asked.headers for asked in web.log)


def test_validators_that_cannot_be_sent_back_are_not_kept(fetch: Fetch) -> None:
    assert fetched(fetch("http://odd-etag.example/")).validators is None


def test_no_cookie_is_sent(fetch: Fetch, web: Web) -> None:
    fetched(fetch("http://cookies.example/", "http://cookies.example/2"))
    assert not any("cookie" in asked.headers for asked in web.log)


def test_an_address_is_asked_for_once_a_run(fetching: Callable[..., list[Answer]], web: Web) -> None:
    asked: set[str] = set()
    urls = [
        "http://river.example/feed",
        "http://river.example/feed#top",
        "http://RIVER.example:80/feed",
        "http://moved.example/feed",
        "http://harbour.example/feed",
    ]

    async def together(fetcher: Fetcher) -> list[Answer]:
        return await asyncio.gather(*(fetcher.fetch(url, asked=asked) for url in urls))

    answers = fetching(together)
    assert sum(isinstance(answer, Fetched) for answer in answers) == 2
    assert {answer.reason for answer in answers if isinstance(answer, Unfetched)} == {Reason.REPEATED}
    assert web.asked_twice() == []
    assert asked == {"http://river.example/feed", "http://moved.example/feed", "http://harbour.example/feed"}


def test_another_run_asks_again(fetching: Callable[..., Answer], web: Web) -> None:
    async def twice(fetcher: Fetcher) -> Answer:
        await fetcher.fetch("http://growing.example/feed", asked=set())
        return await fetcher.fetch("http://growing.example/feed", asked=set())

    assert piece(5).title in fetched(fetching(twice)).content.decode()
    assert len(web.asked_twice()) == 1


def test_connections_are_closed_when_it_is(fetching: Callable[..., object], web: Web) -> None:
    async def closed_and_open_again(fetcher: Fetcher) -> list[Answer]:
        first = await fetcher.fetch("http://river.example/feed")
        await fetcher.aclose()
        return [first, await fetcher.fetch("http://river.example/khabar/1")]

    assert all(isinstance(answer, Fetched) for answer in fetching(closed_and_open_again))


def test_a_run_over_the_whole_web_asks_for_nothing_forbidden(
    fetching: Callable[..., list[Answer]], web: Web, clock: TestClock
) -> None:
    """Every site at once: hard ones hold nobody up, and no server finds us where we may not be."""
    feeds = [f"http://{host}/feed" for host, site in web.sites.items() if "/feed" in site.pages]
    pages = [f"http://{host}/" for host, site in web.sites.items() if "/feed" not in site.pages]
    asked: set[str] = set()

    async def together(fetcher: Fetcher) -> list[Answer]:
        return await asyncio.gather(*(fetcher.fetch(url, asked=asked) for url in feeds + pages))

    answers = fetching(together, most_seconds=1.5)
    by_url = {answer.url: answer for answer in answers}
    assert len(by_url) > 100
    assert web.asked_twice() == []
    assert {answer.reason for answer in answers if isinstance(answer, Unfetched)} >= {
        Reason.ROBOTS, Reason.PRIVATE_ADDRESS, Reason.TIMED_OUT, Reason.TOO_LARGE, Reason.GONE,
    }  # fmt: skip
    assert [one.url for one in web.log if one.host in ("closed.example", "rules-500.example")] == [
        one.url
        for one in web.log
        if one.host in ("closed.example", "rules-500.example") and one.target == "/robots.txt"
    ]
    for feed in feeds:
        if feed != "http://moved.example/feed":
            assert isinstance(by_url[feed], Fetched), feed

"""Sites that are slow, endless, broken, moved, closed, overburdened or hostile; what is hard stands at /."""

import gzip
from functools import cache

import brotli
from tests.web_of_sites.answers import (
    Answer,
    InTurn,
    dripping,
    endless,
    html,
    raw,
    redirect,
    status,
    text,
    xml,
)
from tests.web_of_sites.site import INSIDE, LOOPBACK, Site, robots
from tests.web_of_sites.texts import page, piece

PAGE = html(page(piece(1)).encode())
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_BOMB_BYTES = 64 * 1024 * 1024
METADATA = "http://169.254.169.254/latest/meta-data/"


def hard_sites() -> tuple[Site, ...]:
    return (*_slow_and_large(), *_broken(), *_statuses(), *_moved(), *_with_rules(), *_leading_inside())


def _slow_and_large() -> tuple[Site, ...]:
    bomb, brotli_bomb = _bombs()
    return (
        Site(
            host="slow.example",
            purpose="drips its content",
            pages={"/": dripping(_HEAD + b"\r\n", b".", seconds=0.02)},
        ),
        Site(
            host="slow-head.example",
            purpose="drips its headers",
            pages={"/": dripping(_HEAD, b"X: y\r\n", seconds=0.02)},
        ),
        Site(
            host="silent.example",
            purpose="accepts and says nothing",
            pages={"/": dripping(b"", b"", seconds=0.1)},
        ),
        Site(
            host="endless.example",
            purpose="never ends",
            pages={"/": endless(_HEAD + b"\r\n", b"<p>" * 8_000)},
        ),
        Site(
            host="endless-head.example",
            purpose="headers without end",
            pages={"/": endless(_HEAD, b"X: y\r\n" * 2_000)},
        ),
        Site(
            host="endless-hints.example",
            purpose="early hints without end",
            pages={"/": endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n" * 200)},
        ),
        Site(
            host="endless-trailers.example",
            purpose="trailers without end",
            pages={"/": endless(_HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: y\r\n" * 2_000)},
        ),
        Site(
            host="endless-members.example",
            purpose="packed members without end, nothing in any",
            pages={"/": endless(_HEAD + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"") * 2_000)},
        ),
        Site(host="huge.example", purpose="larger than any page", pages={"/": html(b"<p>" * 12_000_000)}),
        Site(
            host="gzip-bomb.example",
            purpose="64 MB in 64 KB",
            pages={"/": html(bomb, Content_Encoding="gzip")},
        ),
        Site(
            host="brotli-bomb.example",
            purpose="64 MB in 100 bytes",
            pages={"/": html(brotli_bomb, Content_Encoding="br")},
        ),
        Site(
            host="packed-twice.example",
            purpose="packed more than once",
            pages={"/": html(gzip.compress(bomb), Content_Encoding="gzip, gzip")},
        ),
    )


@cache
def _bombs() -> tuple[bytes, bytes]:
    zeros = b"<p>" + b"\0" * _BOMB_BYTES
    return gzip.compress(zeros, 9), brotli.compress(zeros, quality=5)


def _broken() -> tuple[Site, ...]:
    body = PAGE.body
    packed = gzip.compress(body)
    return (
        Site(
            host="too-short.example",
            purpose="less than Content-Length says",
            pages={"/": html(body, Content_Length=str(len(body) + 99))},
        ),
        Site(
            host="too-long.example",
            purpose="more than Content-Length says",
            pages={"/": html(body, Content_Length="100")},
        ),
        Site(
            host="cut-gzip.example",
            purpose="gzip that breaks off",
            pages={"/": html(packed[:-20], Content_Encoding="gzip")},
        ),
        Site(
            host="no-gzip.example",
            purpose="gzip that is none",
            pages={"/": html(body, Content_Encoding="gzip")},
        ),
        Site(
            host="cut-chunks.example",
            purpose="chunks that break off",
            pages={"/": raw(_HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"400\r\n<p>...")},
        ),
        Site(
            host="no-http.example",
            purpose="answers in another protocol",
            pages={"/": raw(b"220 mail.example ESMTP\r\n")},
        ),
        Site(host="closes.example", purpose="closes without a word", pages={"/": raw()}),
        Site(
            host="old.example",
            purpose="HTTP/1.0, ended by closing",
            pages={"/": raw(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + body)},
        ),
        Site(host="untyped.example", purpose="no Content-Type", pages={"/": Answer(body=body)}),
        Site(host="image.example", purpose="an image", pages={"/": xml(b"\x89PNG", kind="image/png")}),
        Site(
            host="cookies.example",
            purpose="wants a cookie back",
            pages={"/": html(body, Set_Cookie="seen=1; Path=/"), "/2": PAGE},
        ),
        Site(
            host="odd-etag.example",
            purpose="an ETag that cannot be sent back",
            pages={"/": html(body, ETag='"\u062e\u0628\u0631"')},
        ),
    )


def _statuses() -> tuple[Site, ...]:
    date = "Mon, 02 Mar 2026 12:30:00 GMT"
    return (
        *(
            Site(host=f"{code}.example", purpose=f"answers {code}", pages={"/": status(code), "/well": PAGE})
            for code in (204, 304, 400, 401, 403, 404, 410, 451, 500, 502, 503, 504)
        ),
        Site(
            host="429.example",
            purpose="429, back in two minutes",
            pages={"/": InTurn(status(429, Retry_After="120"), PAGE), "/well": PAGE},
        ),
        Site(
            host="429-date.example",
            purpose="429, back at a time of day",
            pages={"/": InTurn(status(429, Retry_After=date), PAGE)},
        ),
        Site(
            host="503-for-ever.example",
            purpose="503 with an absurd Retry-After",
            pages={"/": status(503, Retry_After="9" * 30)},
        ),
        Site(
            host="503-odd.example",
            purpose="503 with a Retry-After that says nothing",
            pages={"/": status(503, Retry_After="soon")},
        ),
    )


def _moved() -> tuple[Site, ...]:
    steps = {f"/{step}": redirect(f"/{step + 1}") for step in range(6)}
    return (
        Site(
            host="moved.example",
            purpose="301 to another site",
            pages={"/feed": redirect("http://river.example/feed", code=301)},
        ),
        Site(
            host="moved-308.example",
            purpose="308 twice",
            pages={"/": redirect("/b", code=308), "/b": redirect("/c", code=301), "/c": PAGE},
        ),
        Site(
            host="moved-by-chance.example",
            purpose="301, then 302",
            pages={"/": redirect("/b", code=301), "/b": redirect("/c"), "/c": PAGE},
        ),
        Site(
            host="passing.example",
            purpose="302, then 301",
            pages={"/": redirect("/b"), "/b": redirect("/c", code=301), "/c": PAGE},
        ),
        Site(
            host="far.example", purpose="six redirections from /0, five from /1", pages={**steps, "/6": PAGE}
        ),
        Site(host="loop.example", purpose="a loop of two", pages={"/": redirect("/b"), "/b": redirect("/")}),
        Site(
            host="self-loop.example",
            purpose="leads to itself with a cookie",
            pages={"/": redirect("/#again", code=307)},
        ),
        Site(
            host="arabic.example",
            purpose="a Location in bare Arabic",
            pages={"/": redirect("/خبر"), "/%D8%AE%D8%A8%D8%B1": PAGE},
        ),
        Site(
            host="nowhere.example",
            purpose="a redirection without a Location",
            pages={"/": Answer(status=302)},
        ),
        Site(
            host="to-moved-away.example",
            purpose="301 to what is gone",
            pages={"/": redirect("http://410.example/", code=301)},
        ),
    )


def _with_rules() -> tuple[Site, ...]:
    def ruled(host: str, purpose: str, rules: object) -> Site:
        pages = {"/robots.txt": rules, "/": PAGE, "/a": PAGE, "/b": PAGE, "/c": PAGE, "/closed": PAGE}
        return Site(host=host, purpose=purpose, pages=pages)  # type: ignore[arg-type]

    named = (
        "User-agent: *\nDisallow:\n\nUser-agent: other\nUser-agent: Tawatur\nDisallow: /a\nAllow: /a/open\n"
    )
    longest = "User-agent: *\nDisallow: /\nAllow: /a\nDisallow: /clo*d$ # here\n"
    hidden = f"# {'x' * 78}\n" * 7_000 + "User-agent: *\nDisallow: /\n"
    return (
        ruled("closed.example", "robots.txt closes all", robots("User-agent: *\nDisallow: /\n")),
        ruled("closed-to-us.example", "robots.txt closes a part to us by name", robots(named)),
        ruled("longest.example", "the longest rule decides", robots(longest)),
        ruled("patient.example", "Crawl-delay: 30", robots("User-agent: *\nCrawl-delay: 30\n")),
        ruled("very-patient.example", "Crawl-delay: 600", robots("User-agent: *\nCrawl-delay: 600\n")),
        ruled("rules-500.example", "robots.txt answers 500", status(500)),
        ruled("rules-403.example", "robots.txt answers 403", status(403)),
        ruled("rules-429.example", "robots.txt answers 429", status(429, Retry_After="90")),
        ruled(
            "rules-503-later.example",
            "robots.txt is there, then fails",
            InTurn(robots("User-agent: *\nDisallow: /closed"), status(500)),
        ),
        ruled("rules-500-first.example", "robots.txt fails, then is there", InTurn(status(500), robots(""))),
        ruled(
            "rules-moved.example",
            "robots.txt leads to another site's",
            redirect("http://closed.example/robots.txt"),
        ),
        ruled("rules-loop.example", "robots.txt leads in circles", redirect("/robots.txt")),
        ruled(
            "rules-inside.example", "robots.txt leads inside", redirect("http://inside.example/robots.txt")
        ),
        ruled(
            "rules-far.example",
            "robots.txt behind 429 elsewhere",
            redirect("http://429-rules.example/robots.txt"),
        ),
        Site(
            host="429-rules.example", purpose="429 for its own robots.txt", pages={"/robots.txt": status(429)}
        ),
        ruled("rules-huge.example", "robots.txt closes all behind 500 KiB", robots(hidden)),
        ruled(
            "rules-cut.example",
            "robots.txt breaks off",
            raw(_HEAD + b"Content-Length: 500\r\n\r\nUser-agent: *"),
        ),
        ruled("rules-html.example", "a page for robots.txt", text("<html>not found", status=200)),
    )


def _leading_inside() -> tuple[Site, ...]:
    """Sites that try to reach a machine behind us."""
    rebinding = html(PAGE.body, Connection="close")
    private = {
        "private-10": "10.1.2.3", "private-172": "172.16.0.9", "private-192": "192.168.1.1",
        "link-local": "169.254.169.254", "carrier": "100.64.0.1", "multicast": "224.0.0.1",
        "unspecified": "0.0.0.0", "mapped": "::ffff:127.0.0.2", "nat64": "64:ff9b::7f00:2",
        "compatible": "::127.0.0.2", "v6-local": "::1", "v6-link": "fe80::1", "v6-unique": "fc00::1",
    }  # fmt: skip
    places = {
        "inside": "http://inside.example/secret", "metadata": METADATA, "file": "file:///etc/hostname",
        "ftp": "ftp://river.example/", "password": "http://user:secret@river.example/",
        "number": "http://2130706434/secret", "data": "data:text/html,x", "port": "http://8.8.8.8:25/",
        "nonsense": "http://[::1", "octal": "http://0177.0.0.2/", "hex": "http://0x7f000002/",
        "zone": "http://[fe80::1%25eth0]/", "mapped-number": "http://[::ffff:127.0.0.2]/",
        "six-to-four": "http://[2002:7f00:2::]/",
    }  # fmt: skip

    return (
        Site(
            host="inside.example",
            purpose="a name of the machine behind us",
            pages={"/secret": PAGE},
            leads_to=[(INSIDE,)],
        ),
        *(
            Site(host=f"{name}.example", purpose=f"leads to {address}", leads_to=[(address,)])
            for name, address in private.items()
        ),
        Site(
            host="half-inside.example",
            purpose="a public and a private address",
            pages={"/": PAGE},
            leads_to=[(LOOPBACK, INSIDE)],
        ),
        Site(
            host="rebinding.example",
            purpose="public when first resolved, private after",
            # One connection for robots.txt and one for the first page.
            pages={
                "/robots.txt": Answer(status=404, headers={"Connection": "close"}),
                "/": rebinding,
                "/secret": PAGE,
            },
            leads_to=[(LOOPBACK,), (LOOPBACK,), (INSIDE,)],
        ),
        *(
            Site(host=f"to-{name}.example", purpose=f"redirects to {place}", pages={"/": redirect(place)})
            for name, place in places.items()
        ),
    )

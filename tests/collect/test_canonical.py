import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tawatur.collect.canonical import article_key, canonical_url, without_credentials


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example", "https://a.example/"),
        ("HTTP://A.Example:80/B", "http://a.example/B"),
        ("https://a.example:8443/b", "https://a.example:8443/b"),
        ("https://a.example./b", "https://a.example/b"),
        ("https://a.example/b?y=2&x=1&utm_source=s&UTM_Medium=m&fbclid=3", "https://a.example/b?x=1&y=2"),
        ("https://a.example/b?utm_source=s", "https://a.example/b"),
        ("https://a.example/b?id=&n=1", "https://a.example/b?id=&n=1"),
        ("https://a.example/b#comments", "https://a.example/b"),
        ("https://a.example/ا ب", "https://a.example/%D8%A7%20%D8%A8"),
        ("https://a.example/%d8%a7", "https://a.example/%D8%A7"),
        ("https://a.example/b/../c/./d", "https://a.example/c/d"),
        ("  https://a.example/b\n", "https://a.example/b"),
        ("https://أخبار.example/", "https://xn--igbicxr.example/"),
        ("https://www.google.com/amp/s/a.example/n/1?amp=1", "https://a.example/n/1?amp=1"),
        ("https://a-example.cdn.ampproject.org/c/s/a.example/n/1", "https://a.example/n/1"),
        ("http://[2001:DB8::1]:80/a", "http://[2001:db8::1]/a"),
    ],
)
def test_a_page_has_one_address(url: str, expected: str) -> None:
    assert canonical_url(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "", "/news/1", "a.example/b", "mailto:a@a.example", "javascript:alert(1)", "file:///etc/passwd", "https://",
        "https://name:secret@a.example/", "https://a.example:port/", "https://a b.example/", "https://[::1/",
        "https://a.example/" + "x" * 3000, "data:text/html,x", "https://..../",
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web_has_none(url: str) -> None:
    assert canonical_url(url) is None
    assert article_key(url) is None


@pytest.mark.parametrize(
    ("url", "base", "expected"),
    [
        ("b", "https://a.example/n/1", "https://a.example/n/b"),
        ("//b.example/1", "https://a.example/", "https://b.example/1"),
        ("?p=2", "https://a.example/n", "https://a.example/n?p=2"),
        ("https://b.example/", "https://a.example/", "https://b.example/"),
    ],
)
def test_a_relative_address_is_read_where_it_stands(url: str, base: str, expected: str) -> None:
    assert canonical_url(url, base=base) == expected


@pytest.mark.parametrize(
    "other",
    [
        "http://a.example/n/1", "https://www.a.example/n/1/", "https://m.a.example/n/1?utm_campaign=x",
        "https://a.example/n/1/amp", "https://amp.a.example/n/1", "https://a.example/amp/n/1",
        "https://a.example/n/1?amp", "https://a.example/n/1?outputType=amp", "https://a.example/n/1.amp.html",
        "https://google.com/amp/s/www.a.example/n/1", "https://a.example/n/1#p2",
    ],
)  # fmt: skip
def test_the_editions_of_one_article_have_one_key(other: str) -> None:
    assert article_key(other) == article_key("https://a.example/n/1")


@pytest.mark.parametrize(
    "other",
    ["https://a.example/n/2", "https://a.example/n/1?id=2", "https://b.example/n/1", "https://a.example/N/1",
     "https://a.example/n/1?amp=3"],
)  # fmt: skip
def test_other_articles_have_other_keys(other: str) -> None:
    assert article_key(other) != article_key("https://a.example/n/1")


PIECES = st.sampled_from(
    [
        *(
            "https://",
            "http://",
            "a.example",
            "www.",
            "google.com/amp/s/",
            "/",
            "//",
            "?",
            "&",
            "=",
            "#",
            "..",
        ),
        *("%", "%41", "%2F", "amp", "utm_x=1", "fbclid", ".", ":", "@", ";", "+", "[", "]", "\\", "أ", "ß"),
        *(" ", "\t", "\ud800"),
    ]
)


@given(
    st.one_of(
        st.text(),
        st.lists(PIECES).map("".join),
        st.lists(PIECES).map(lambda pieces: "https://a.example/" + "".join(pieces)),
    )
)
@example("https://google.com/amp/s/google.com/amp/s/a.example/1")
@example("https://a.example/?a=%26utm_source=1")
def test_the_canonical_address_is_its_own(url: str) -> None:
    once = canonical_url(url)
    if once is not None:
        assert canonical_url(once) == once
        assert article_key(once) == article_key(url)


SECRET = st.text(st.characters(exclude_characters="@", codec="utf-8"), min_size=1, max_size=12).map(
    lambda made: f"s3cr{made}et"
)


SCHEMES = st.sampled_from(["http://", "HTTPS://", "ftp://", "//", "", " http://", "http:\\\\", "http:/"])


@given(SECRET, SCHEMES)
@example("a/b", "http://")
@example("a#b", "https://")
@example("a@b", "https://")
def test_no_password_is_shown(secret: str, scheme: str) -> None:
    shown = without_credentials(f"{scheme}reader:{secret}@akhbar.example/1")
    assert secret not in shown
    assert "reader" not in shown
    assert shown.endswith("…@akhbar.example/1")


@given(st.text(max_size=40))
@example("http://[2001:db8::1]:80/@a")
@example("https://a.example:8443/@writer")
@example("https://a.example/?to=b@c.example")
def test_what_holds_no_password_is_shown_as_written(rest: str) -> None:
    for url in (f"https://akhbar.example/{rest}", f"http://akhbar.example:80/{rest}"):
        assert without_credentials(url) == url
    if rest.startswith("http"):
        assert without_credentials(rest) == rest


@given(st.text(max_size=40))
def test_a_shown_address_is_shown_alike(url: str) -> None:
    shown = without_credentials(url)
    assert without_credentials(shown) == shown

"""Where a site keeps its feeds and sitemaps: what its pages and robots.txt name, else the usual places."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from protego import Protego
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tawatur.arabic.encoding import decode
from tawatur.collect.canonical import canonical_url
from tawatur.collect.plain_text import one_line
from tawatur.lexicons.feed_places import feed_places

MOST_LINKS = 50
"""Feeds or sitemaps taken of one page or robots.txt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed that a page names, canonical, with the page's title for it."""

    url: str
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLinks:
    """What a page says of other addresses: its site's feeds, the likeliest first, and its own one address."""

    feeds: tuple[FeedLink, ...]
    canonical: str | None


def page_links(content: bytes, *, url: str, encoding: str | None = None) -> PageLinks:
    """Return the feeds and the canonical address that a page at `url` names.

    Feeds named as alternates come first, then those of ordinary links; feeds of comments
    are left out. A canonical address on another site, or the front page of this one, is a
    mistake of its maker and is not believed.
    """
    text = decode(content, declared=encoding)
    if text is None:
        return PageLinks(feeds=(), canonical=None)
    tree = LexborHTMLParser(text)
    base = _base(tree, url)
    found: dict[str, FeedLink] = {}
    for link in (*_alternates(tree, base), *_ordinary(tree, base)):
        if len(found) < MOST_LINKS and link.url != canonical_url(url):
            found.setdefault(link.url, link)
    return PageLinks(feeds=tuple(found.values()), canonical=_canonical(tree, base, url))


def sitemaps_named(robots: bytes, *, url: str) -> tuple[str, ...]:
    """Return the sitemaps that a robots.txt at `url` names, those of news first."""
    named = (
        canonical_url(line, base=url) for line in Protego.parse(robots.decode("utf-8", "replace")).sitemaps
    )
    news = feed_places().news["address"].forms
    listed = sorted(
        dict.fromkeys(filter(None, named)), key=lambda line: not any(part in line for part in news)
    )
    return tuple(listed[:MOST_LINKS])


def usual_feeds(url: str) -> tuple[str, ...]:
    """Return where a site that names no feed may still have one: a last resort, the likeliest first.

    >>> usual_feeds("https://a.example/news/1")[:2]
    ('https://a.example/feed', 'https://a.example/rss')
    """
    return tuple(urljoin(url, path) for path in feed_places().feed["usual"].forms)


def usual_sitemaps(url: str) -> tuple[str, ...]:
    """Return where a site whose robots.txt names no sitemap may have one, those of news first."""
    return tuple(urljoin(url, path) for path in feed_places().sitemap["usual"].forms)


def _base(tree: LexborHTMLParser, url: str) -> str:
    node = tree.css_first("base[href]")
    return canonical_url(_attribute(node, "href"), base=url) or url if node else url


def _alternates(tree: LexborHTMLParser, base: str) -> Iterator[FeedLink]:
    types = feed_places().type
    named = (*types["feed"].forms, *types["general"].forms)
    for node in tree.css("link[rel][href]"):
        relations = _attribute(node, "rel").lower().split()
        if "alternate" in relations or "feed" in relations:
            form = _attribute(node, "type").partition(";")[0].strip().lower()
            if form in named or ("feed" in relations and not form):
                yield from _link(node, base)


def _ordinary(tree: LexborHTMLParser, base: str) -> Iterator[FeedLink]:
    """Return what ordinary links of this site call a feed by the end of their path."""
    ends = frozenset(feed_places().link["path"].forms)
    for node in tree.css("a[href]"):
        href = _attribute(node, "href")
        last = href.partition("?")[0].rstrip("/").rpartition("/")[2].lower()
        if last in ends:
            yield from (link for link in _link(node, base) if _same_site(link.url, base))


def _link(node: LexborNode, base: str) -> Iterator[FeedLink]:
    url = canonical_url(_attribute(node, "href"), base=base)
    title = one_line(_attribute(node, "title"))
    comments = feed_places().comments
    if url is None or any(
        part in urlsplit(url).path.lower().split("/") for part in comments["address"].forms
    ):
        return
    if title is None or not any(word in title for word in comments["title"].forms):
        yield FeedLink(url=url, title=title)


def _canonical(tree: LexborHTMLParser, base: str, url: str) -> str | None:
    for node in tree.css("link[rel][href]"):
        if "canonical" in _attribute(node, "rel").lower().split():
            told = canonical_url(_attribute(node, "href"), base=base)
            if (
                told
                and _same_site(told, url)
                and (urlsplit(told).path != "/" or urlsplit(url).path in ("", "/"))
            ):
                return told
    return None


def _same_site(first: str, second: str) -> bool:
    """Tell whether one host is the other, or belongs under it, editions aside."""
    one, other = (_site(urlsplit(url).hostname or "") for url in (first, second))
    return one == other or one.endswith("." + other) or other.endswith("." + one)


def _site(host: str) -> str:
    return host.removeprefix("www.")


def _attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""

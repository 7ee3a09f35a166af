"""What a page's markup states about its article, gathered and not yet believed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tawatur.lexicons.markup_statements import markup_statements
from tawatur.reading.block import Evidence, StatedTime
from tawatur.reading.json_ld import objects, texts
from tawatur.records.article import PublishedFrom

_STATEMENTS = (
    'meta, title, link[rel="canonical" i], script[type="application/ld+json"], time[datetime], '
    # Asked first for any `itemprop`, few elements are compared with the three.
    '[itemprop]:is([itemprop="datePublished"], [itemprop="author"], [itemprop="headline"])'
)
_META_KEYS = ("property", "name", "itemprop")
# Lists of other articles carry times too; the article's own is among the first.
_MOST_TIMES = 3
_ADDRESSES = ("http://", "https://", "//", "www.", "@")


@dataclass(slots=True)
class Stated:
    """The statements of one page, each kind in order of trust."""

    headlines: list[str] = field(default_factory=list)
    metas: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    page_title: str = ""
    json_times: list[str] = field(default_factory=list)
    item_times: list[str] = field(default_factory=list)
    time_elements: list[str] = field(default_factory=list)
    json_authors: list[str] = field(default_factory=list)
    item_authors: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    canonical: str | None = None
    body: str = ""
    """The article's text as JSON-LD gives it, plain or HTML."""

    @property
    def title(self) -> str:
        """The title by which the article can be found on its page, empty if none is stated."""
        return next(iter([*self.of_meta("title"), *self.headlines, self.page_title]), "")

    def of_meta(self, kind: str) -> list[str]:
        """Return what the `meta` elements state of one kind."""
        return [value for _, value in sorted(self.metas.get(kind, ()), key=lambda ranked: ranked[0])]

    def evidence(self, *, h1: str | None) -> Evidence:
        """Put the statements into their order of trust; `h1` is the first main heading."""
        times = [StatedTime(value=value, how=PublishedFrom.JSON_LD) for value in self.json_times]
        times += [StatedTime(value=value, how=PublishedFrom.META) for value in self.of_meta("time")]
        elements = [*self.item_times, *self.time_elements][:_MOST_TIMES]
        times += [StatedTime(value=value, how=PublishedFrom.TIME_ELEMENT) for value in elements]
        authors = [*self.json_authors, *self.of_meta("author"), *self.item_authors]
        sites = [*self.of_meta("site"), *self.publishers]
        return Evidence(
            titles=_once([*self.headlines, *self.of_meta("title")[:1], h1 or "", self.page_title]),
            times=tuple(dict.fromkeys(times)),
            authors=_once(author for author in authors if not author.startswith(_ADDRESSES)),
            types=_once([*self.types, *self.of_meta("type")]),
            site_name=next((site for site in sites if not site.startswith(_ADDRESSES)), None),
            canonical_url=self.canonical or next(iter(self.of_meta("url")), None),
        )


def gather(parser: LexborHTMLParser) -> Stated:
    """Gather what a page states of itself; what is malformed is left out."""
    stated = Stated()
    scripts: list[str] = []
    for node in parser.css(_STATEMENTS):
        tag = node.tag or ""
        if tag == "script":
            scripts.append(node.text())
        else:
            _READERS.get(tag, _read_item)(stated, node)
    found = [one for script in scripts for one in objects(script)]
    for kind in ("article", "frame"):
        schema = _schema_types()[kind]
        for one in found:
            if any(name.lower() in schema for name in _types(one)):
                _read_object(stated, one)
    stated.types.extend(name for one in found for name in _types(one))
    return stated


@cache
def _meta_names() -> dict[str, tuple[str, int]]:
    lists = markup_statements().meta
    return {form: (kind, rank) for kind, names in lists.items() for rank, form in enumerate(names.forms)}


@cache
def _schema_types() -> dict[str, frozenset[str]]:
    return {kind: frozenset(names.forms) for kind, names in markup_statements().schema.items()}


def _read_meta(stated: Stated, node: LexborNode) -> None:
    attributes = node.attributes
    content = attributes.get("content")
    if not content or content.isspace():
        return
    names = _meta_names()
    for key in _META_KEYS:
        known = names.get((attributes.get(key) or "").lower())
        if known:
            kind, rank = known
            stated.metas.setdefault(kind, []).append((rank, _folded(content)))
            return


def _read_title(stated: Stated, node: LexborNode) -> None:
    # A drawing has titles of its own.
    if not stated.page_title and node.parent is not None and node.parent.tag != "svg":
        stated.page_title = _folded(node.text())


def _read_link(stated: Stated, node: LexborNode) -> None:
    stated.canonical = stated.canonical or (node.attributes.get("href") or "").strip() or None


def _read_time(stated: Stated, node: LexborNode) -> None:
    attributes = node.attributes
    value = (attributes.get("datetime") or "").strip()
    own = attributes.get("itemprop") == "datePublished" or "pubdate" in attributes
    times = stated.item_times if own else stated.time_elements
    if value and len(times) < _MOST_TIMES:
        times.append(value)


def _read_item(stated: Stated, node: LexborNode) -> None:
    attributes = node.attributes
    kind = attributes.get("itemprop")
    value = _folded(attributes.get("content") or attributes.get("datetime") or "")
    if kind == "datePublished":
        value = value or _folded(node.text())
        if value and len(stated.item_times) < _MOST_TIMES:
            stated.item_times.append(value)
    elif kind == "author" and len(stated.item_authors) < _MOST_TIMES:
        name = node.css_first('[itemprop="name"]')
        value = value or _folded(
            (name or node).text() or (name.attributes.get("content") or "" if name else "")
        )
        if 0 < len(value) < 100:
            stated.item_authors.append(value)
    elif kind == "headline" and not stated.headlines:
        value = value or _folded(node.text())
        if value:
            stated.headlines.append(value)


_READERS: dict[str, Callable[[Stated, LexborNode], None]] = {
    "meta": _read_meta,
    "title": _read_title,
    "link": _read_link,
    "time": _read_time,
}


def _types(one: dict[str, Any]) -> list[str]:
    types = one.get("@type")
    return [name for name in (types if isinstance(types, list) else [types]) if isinstance(name, str)]


def _read_object(stated: Stated, one: dict[str, Any]) -> None:
    headline = one.get("headline") or one.get("name")
    if isinstance(headline, str):
        stated.headlines.append(_folded(unescape(headline)))
    for key in ("datePublished", "dateCreated", "uploadDate"):
        stated.json_times.extend(time.strip() for time in _strings(one.get(key)))
    stated.json_authors.extend(
        _folded(unescape(name)) for name in texts(one.get("author") or one.get("creator"))
    )
    stated.publishers.extend(_folded(unescape(name)) for name in texts(one.get("publisher")))
    body = next(_strings(one.get("articleBody")), "")
    if len(body) > len(stated.body):
        stated.body = unescape(body).strip()


def _strings(value: Any) -> Iterator[str]:
    return (
        one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str) and one.strip()
    )


def _folded(text: str) -> str:
    return " ".join(text.split())


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))

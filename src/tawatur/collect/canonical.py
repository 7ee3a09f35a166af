"""One address for one page: what marks only the reader's way to it is dropped."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from w3lib.url import canonicalize_url

from tawatur.lexicons.address_marks import AmpCache, Marks, address_marks

_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
LONGEST_ADDRESS = 2048
"""Longer addresses are no pages but data in disguise; browsers and servers take about as many."""
# Browsers drop tabs and line ends inside an address, and blanks around it.
_DROPPED = str.maketrans("", "", "\t\n\r")
_SCHEME = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]*:[/\\]+|\s*[/\\]{2,}")
_END_OF_PLACE = re.compile(r"[/\\?#]")
_UNFINISHED = re.compile(r"[^:\[]*:(?!\d*\Z)")
_HOST = re.compile(r"[a-z0-9_]([a-z0-9._-]*[a-z0-9_])?|\[[0-9a-f:.]+\]")


def canonical_url(url: str, *, base: str | None = None) -> str | None:
    """Return the one address to fetch a page from, `None` where `url` is no address of the web.

    Scheme and host are in lower case and the host in ASCII (IDN); the default port, the
    fragment and the parameters that only track the reader are gone, the other parameters
    sorted; an address inside an AMP cache becomes the site's own. Names and passwords in an
    address make it none. The result is its own canonical address.

    >>> canonical_url("HTTPS://Akhbar.Example:443/خبر/1?utm_source=x&id=2#top")
    'https://akhbar.example/%D8%AE%D8%A8%D8%B1/1?id=2'
    >>> canonical_url("../2?fbclid=1", base="https://akhbar.example/news/a/1")
    'https://akhbar.example/news/2'
    """
    try:
        joined = urljoin(base, url.strip().translate(_DROPPED)) if base else url.strip().translate(_DROPPED)
        parts = urlsplit(canonicalize_url(joined)) if len(joined) <= LONGEST_ADDRESS else None
        plain = _plain(parts) if parts else None
    except ValueError:
        return None
    # Encoding multiplies a letter's length by three or more.
    return plain if plain and len(plain) <= 6 * LONGEST_ADDRESS else None


def unfit_address(url: str) -> str:
    """Return why `url` has no canonical address, in a line for a person.

    >>> unfit_address("ftp://akhbar.example/1"), unfit_address("http://reader:secret@akhbar.example/1")
    ('ftp is neither http nor https', 'a name or password in the address')
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return "no address of the web that can be asked for"
    if parts.scheme and parts.scheme not in _DEFAULT_PORTS:
        return f"{parts.scheme} is neither http nor https"
    if "@" in parts.netloc:
        return "a name or password in the address"
    return "no address of the web that can be asked for"


def without_credentials(url: str) -> str:
    """Return an address as it may be shown or logged: as written, its name and password struck out.

    What only looks like an address is treated alike, and where it cannot be told where a
    password ends, all that may belong to it is struck out. An `@` in a path stays.

    >>> without_credentials("http://reader:secret@akhbar.example/1")
    'http://…@akhbar.example/1'
    >>> without_credentials("https://akhbar.example/@writer/1")
    'https://akhbar.example/@writer/1'
    """
    met = _SCHEME.match(url)
    start = met.end() if met else 0
    place = _END_OF_PLACE.search(url, start)
    end = place.start() if place else len(url)
    at = url.rfind("@", start, end)
    if at < 0 and _UNFINISHED.match(url, start, end):
        # A password with a stroke in it, unless what stands behind the colon may be a port.
        at = url.rfind("@", end)
    return url if at < 0 else f"{url[:start]}…{url[at:]}"


def article_key(url: str) -> str | None:
    """Return what the addresses of one article have in common, `None` where `url` is no address.

    Beyond the canonical address, the scheme, `www.`, the editions for telephones and AMP,
    and a slash at the end make no difference.

    >>> article_key("http://m.akhbar.example/news/1/amp/?utm_medium=rss")
    'akhbar.example/news/1'
    """
    if (canonical := canonical_url(url)) is None:
        return None
    marks = _marks()
    parts = urlsplit(canonical)
    label, _, rest = parts.netloc.partition(".")
    host = rest if label in marks.edition_hosts and "." in rest else parts.netloc
    pieces = [piece for piece in parts.path.split("/") if piece]
    # `/amp/news/1` and `/news/1/amp`; a page called /amp stays.
    for place in (0, -1):
        if len(pieces) > 1 and pieces[place].lower() in marks.amp_pieces:
            del pieces[place]
    if pieces:
        pieces[-1] = _without_suffix(pieces[-1], marks.amp_suffixes)
    query = "&".join(field for field in parts.query.split("&") if field and not _is_amp(field))
    return "/".join((host, *pieces)) + (f"?{query}" if query else "")


def _plain(parts: SplitResult) -> str | None:
    """Return an address without what only tracks, `None` where it is none of the web."""
    parts = _out_of_cache(parts)
    if parts.scheme not in _DEFAULT_PORTS or "@" in parts.netloc:
        return None
    # Reading the port tells whether it is one.
    host = parts.netloc.removesuffix(_DEFAULT_PORTS[parts.scheme]) if parts.port is not None else parts.netloc
    name, colon, port = (host, "", "") if host.endswith("]") else host.partition(":")
    if host.startswith("["):
        name, colon, port = host.partition("]")[0] + "]", *host.partition("]")[2].partition(":")[1:]
    name = name.rstrip(".")
    if not _HOST.fullmatch(name):
        return None
    query = "&".join(field for field in parts.query.split("&") if field and not _tracks(field))
    return urlunsplit((parts.scheme, name + colon + port, parts.path or "/", query, ""))


def _out_of_cache(parts: SplitResult) -> SplitResult:
    host = parts.netloc.removeprefix("www.")
    for cache_ in _marks().amp_caches:
        if host != cache_.host and not host.endswith("." + cache_.host):
            continue
        for beginning in cache_.paths:
            if parts.path.startswith(beginning):
                scheme = "https" if beginning.endswith("/s/") else "http"
                inner = f"{scheme}://{parts.path.removeprefix(beginning)}"
                page = urlsplit(canonicalize_url(f"{inner}?{parts.query}" if parts.query else inner))
                # A cached page of a cache: each step takes its own host away.
                return _out_of_cache(page)
    return parts


def _tracks(field: str) -> bool:
    name = field.partition("=")[0].lower()
    return name in _marks().tracking or name.startswith(_marks().tracking_prefixes)


def _is_amp(field: str) -> bool:
    name, _, value = field.lower().partition("=")
    return name in _marks().amp_parameters and (not value or value in _marks().amp_values)


def _without_suffix(piece: str, suffixes: tuple[str, ...]) -> str:
    for suffix in suffixes:
        if piece.lower().endswith(suffix) and len(piece) > len(suffix):
            return piece[: -len(suffix)]
    return piece


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    tracking: frozenset[str]
    tracking_prefixes: tuple[str, ...]
    amp_parameters: frozenset[str]
    amp_values: frozenset[str]
    amp_pieces: frozenset[str]
    amp_suffixes: tuple[str, ...]
    amp_caches: tuple[AmpCache, ...]
    edition_hosts: frozenset[str]


@cache
def _marks() -> _Marks:
    lists = address_marks()
    return _Marks(
        tracking=frozenset(_forms(lists.tracking)),
        tracking_prefixes=_forms(lists.tracking_prefix),
        amp_parameters=frozenset(_forms(lists.amp_parameter)),
        amp_values=frozenset(_forms(lists.amp_value)),
        amp_pieces=frozenset(_forms(lists.amp_piece)),
        amp_suffixes=_forms(lists.amp_suffix),
        amp_caches=tuple(lists.amp_cache.values()),
        edition_hosts=frozenset(_forms(lists.edition_host)),
    )


def _forms(table: Mapping[str, Marks]) -> tuple[str, ...]:
    return tuple(form for marks in table.values() for form in marks.forms)

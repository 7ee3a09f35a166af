"""Which addresses can be asked for at all, and how they are written on the wire."""

import httpx

from tawatur.collect.fetching.failures import Failure
from tawatur.records.refusal import RefusalReason

MOST_CHARACTERS = 8_000
"""RFC 9110 asks everybody to take addresses of 8,000 characters; longer ones are traps."""


def on_the_wire(url: str) -> str | Failure:
    """Return an address as it is asked for, or why it is not.

    >>> on_the_wire("HTTP://Nahr.example:80/خبر#هنا")
    'http://nahr.example/%D8%AE%D8%A8%D8%B1'
    >>> on_the_wire("file:///etc/hostname").detail
    'file is neither http nor https'
    """
    if len(url) > MOST_CHARACTERS:
        return _refused(f"an address of {len(url)} characters")
    try:
        parsed = httpx.URL(url.strip())
    except (httpx.InvalidURL, UnicodeError) as error:
        return _refused(f"no address: {error}")
    if parsed.scheme not in ("http", "https"):
        return _refused(f"{parsed.scheme or 'nothing'} is neither http nor https")
    if not parsed.host:
        return _refused("no host in the address")
    if parsed.userinfo:
        return _refused("a name or password in the address")
    return str(parsed.copy_with(fragment=None))


def host_of(url: str) -> str:
    """Return the host of an address that can be asked for; the dot of the root says nothing."""
    return httpx.URL(url).raw_host.decode("ascii").rstrip(".")


def site_of(url: str) -> str:
    """Return the scheme, host and port of an address: what one robots.txt speaks for."""
    return str(httpx.URL(url).copy_with(raw_path=b"", fragment=None)).rstrip("/")


def _refused(detail: str) -> Failure:
    return Failure(reason=RefusalReason.BAD_ADDRESS, detail=detail)

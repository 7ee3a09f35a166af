"""Asking only for what is new (RFC 9110, section 13)."""

import httpx

from tawatur.collect.fetching.answers import Validators

_MOST_CHARACTERS = 1_024


def validators_of(url: str, headers: httpx.Headers) -> Validators | None:
    """Return what an answer gives to be asked with later, `None` where it gives nothing.

    What was changed in the very second of the answer may have been changed in it once more
    (RFC 9110, section 8.8.2.2): such a Last-Modified tells nothing.
    """
    etag, last_modified = _sendable(headers.get("ETag")), _sendable(headers.get("Last-Modified"))
    if last_modified is not None and last_modified == headers.get("Date"):
        last_modified = None
    if etag is None and last_modified is None:
        return None
    return Validators(url=url, etag=etag, last_modified=last_modified)


def conditions(url: str, validators: Validators | None) -> dict[str, str]:
    """Return the headers that ask an address for what is new; the validators of another give none."""
    if validators is None or validators.url != url:
        return {}
    asked = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in asked.items() if value is not None}


def renewed(old: Validators, headers: httpx.Headers) -> Validators:
    """Return the validators to ask with next time, behind an answer that nothing changed."""
    new = validators_of(old.url, headers)
    if new is None:
        return old
    return Validators(
        url=old.url, etag=new.etag or old.etag, last_modified=new.last_modified or old.last_modified
    )


def _sendable(value: str | None) -> str | None:
    """Return a value that can be sent back as it is, `None` where it cannot."""
    if value and value.isascii() and value.isprintable() and len(value) <= _MOST_CHARACTERS:
        return value
    return None

"""Whether what somebody holds is still what would be answered."""

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import cache
from hashlib import blake2b
from importlib.metadata import version

from fastapi import Request
from sqlalchemy import Connection

from tawatur.store.numbering import last_change
from tawatur.store.store import Store

# Kept, and asked about before each use: the library may have changed a second ago.
REVALIDATED = {"Cache-Control": "private, no-cache"}


def etag(request: Request, store: Store, connection: Connection) -> str:
    """Return what stays the same as long as the answer does.

    It is made of the library's last change, the question, and the Tawatur that answers it.
    """
    told = f"{_version()}\n{store.file}\n{request.url}"
    digest = blake2b(told.encode("utf-8", "replace"), digest_size=8).hexdigest()
    return f'W/"{last_change(connection)}-{digest}"'


def is_held(request: Request, tag: str) -> bool:
    """Tell whether whoever asks holds the answer of that tag already."""
    asked = ",".join(request.headers.getlist("if-none-match"))
    return tag in {f"W/{one.strip().removeprefix('W/')}" for one in asked.split(",")}


def last_modified(store: Store) -> datetime:
    """Return when the library's files were last written to, a whole second in UTC."""
    files = (store.file, store.file.with_name(f"{store.file.name}-wal"))
    times = [file.stat().st_mtime for file in files if file.exists()]
    return datetime.fromtimestamp(int(max(times, default=0)), UTC)


def http_date(moment: datetime) -> str:
    """Return a moment as headers tell it."""
    return format_datetime(moment, usegmt=True)


def is_as_old(request: Request, modified: datetime) -> bool:
    """Tell whether whoever asks holds the state of that moment, as far as they ask by time alone."""
    if "if-none-match" in request.headers:
        return False
    try:
        return parsedate_to_datetime(request.headers.get("if-modified-since", "")) >= modified
    except (TypeError, ValueError, OverflowError):
        return False


@cache
def _version() -> str:
    return version("tawatur")

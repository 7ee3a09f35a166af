"""What a person names, as sources: outlets by their names, addresses, lists of feeds."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from tawatur.collect.canonical import canonical_url, unfit_address, without_credentials
from tawatur.collect.opml import parse_opml
from tawatur.outlets.directory import Directory
from tawatur.outlets.outlet import Outlet
from tawatur.records.refusal import Refusal
from tawatur.store.sources import Followed

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_HOST = re.compile(r"[^\s/]+\.[^\s/.]{2,}(/\S*)?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """A name that is nothing to follow, and why, in a line for a person."""

    name: str
    why: str


def sources_named(name: str, directory: Directory) -> tuple[Followed | Unnamed, ...]:
    """Return what a name, an address or a file of feeds (OPML) is to be followed as.

    An outlet without a known feed is followed by its site, which is asked for one. What is
    nothing to follow, the name itself or an address in a file of feeds, is an `Unnamed`.
    """
    if _SCHEME.match(name):
        return (_address(name, name, directory),)
    if (path := Path(name)).is_file():
        return _file(path, directory)
    outlet = directory.by_id(name) or directory.by_name(name) or directory.by_url(name)
    if outlet:
        return (_outlet(name, outlet),)
    if _HOST.match(name):
        return (_address(name, f"https://{name}", directory),)
    near = get_close_matches(name, [each.id for each in directory], n=3)
    hint = f"; close to it: {', '.join(near)}" if near else ""
    return (Unnamed(name=without_credentials(name), why=f"no outlet, address or file of feeds{hint}"),)


def _outlet(name: str, outlet: Outlet) -> Followed | Unnamed:
    if outlet.feed is None and not outlet.domains:
        return Unnamed(name=name, why="an outlet whose feed and address are not known")
    home = f"https://{outlet.domains[0]}/" if outlet.domains else None
    url = canonical_url(outlet.feed or home or "")
    assert url is not None, f"{outlet.id}: the data hold no address"
    return Followed(url=url, outlet=outlet.id, title=outlet.name, home=home)


def _address(name: str, url: str, directory: Directory) -> Followed | Unnamed:
    canonical = canonical_url(url)
    if canonical is None:
        return Unnamed(name=without_credentials(name), why=unfit_address(url))
    return Followed(url=canonical, outlet=_outlet_of(canonical, directory))


def _file(path: Path, directory: Directory) -> tuple[Followed | Unnamed, ...]:
    try:
        listed = parse_opml(path.read_bytes(), name=path.name)
    except OSError as error:
        return (Unnamed(name=str(path), why=f"cannot be read: {error.strerror}"),)
    if isinstance(listed, Refusal):
        return (Unnamed(name=str(path), why=listed.detail),)
    return tuple(
        Unnamed(name=one.id, why=one.detail)
        if isinstance(one, Refusal)
        else Followed(
            url=one.url,
            outlet=_outlet_of(one.home or one.url, directory),
            title=one.title,
            home=one.home,
            folders=one.folders,
        )
        for one in listed
    )


def _outlet_of(url: str, directory: Directory) -> str | None:
    outlet = directory.by_url(url)
    return outlet.id if outlet else None

"""Everything a user can name as a page, as one stream of pages."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from tawatur.collect.files import pages_of_path
from tawatur.collect.stdin import pages_of_stdin
from tawatur.records.page import Page
from tawatur.records.refusal import Refusal

if TYPE_CHECKING:
    from tawatur.collect.fetch import PageFetcher

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def pages(
    sources: Sequence[str], *, fetcher: "PageFetcher | None" = None, stdin: BinaryIO | None = None
) -> Iterator[Page | Refusal]:
    """Yield the pages of files, folders, patterns, `-` (standard input) and addresses, in the order given.

    What cannot be taken comes as a refusal in its place, and the run goes on. Nothing is
    read before it is asked for. No two results of a run have one id: a repeated one
    becomes `ID~2`, `ID~3`, and so on in the order of the run.
    """
    return distinct(_pages(sources, fetcher, stdin))


def _pages(
    sources: Sequence[str], fetcher: "PageFetcher | None", stdin: BinaryIO | None
) -> Iterator[Page | Refusal]:
    with ExitStack() as closing:
        for source in sources:
            if source == "-":
                yield from pages_of_stdin(stdin or sys.stdin.buffer)
            elif _ADDRESS.match(source):
                fetcher = fetcher or closing.enter_context(_new_fetcher())
                yield fetcher.fetch(source)
            else:
                yield from pages_of_path(source)


def _new_fetcher() -> "PageFetcher":
    # The network's libraries take 0.1 s to load, which a run over files need not wait for.
    from tawatur.collect.fetch import PageFetcher  # noqa: PLC0415

    return PageFetcher()


def distinct(items: Iterable[Page | Refusal]) -> Iterator[Page | Refusal]:
    """Yield items with no id twice: a repeated one becomes `ID~2`, or the next that is free so far."""
    times: dict[str, int] = {}
    for item in items:
        free = item.id
        while free in times:
            times[item.id] += 1
            free = f"{item.id}~{times[item.id]}"
        times[free] = 1
        yield item if free == item.id else replace(item, id=free)

"""Taking pages in: each is read once, written with others in a batch, and passed over when it comes again."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import islice, starmap
from pathlib import Path
from time import monotonic

from tawatur.batches import Item, each_page
from tawatur.library.arranging import Arranger
from tawatur.library.entries import page_entry
from tawatur.library.keeping import keep
from tawatur.library.writing import Kept, Outcome
from tawatur.pipeline import resources
from tawatur.records.page import Page
from tawatur.records.refusal import Refusal
from tawatur.store.entry import Entry, Reading, decoded, entry_of
from tawatur.store.moments import seconds
from tawatur.store.packing import compressed
from tawatur.store.pages import StoredPage, held_already
from tawatur.store.store import Store

# So many pages are looked up at once.
_LOOKED_UP = 64
# A change writes twice as many pages as the one before: the first ones are soon there to see, and among
# many the stories that more than one page tells are put together once. Of the most, another writer
# waits ten seconds.
_FEWEST, _MOST = 256, 4096
# What comes slowly is written as it comes.
_LONGEST_WAIT_SECONDS = 20.0


def add_pages(
    store: Store,
    items: Iterable[Item],
    *,
    workers: int,
    further_outlets: tuple[Path, ...] = (),
    arranger: Arranger | None = None,
) -> Iterator[Kept]:
    """Take pages and refusals into the library and tell what became of each, as it is written.

    A run that is cut off loses the batches not yet written; repeated, it passes over what is
    there. The order is that of writing. Who adds to one library again and again keeps its
    `arranger`, and saves reading the days around from the library each time.

    Raises:
        StoreError: the library cannot be written to.
    """
    held: deque[Kept] = deque()
    arranger, known = arranger or Arranger(), resources(further_outlets)
    batch: list[tuple[Item, bytes | Refusal]] = []
    begun, most = monotonic(), _FEWEST
    for item, made in each_page(
        _unknown(store, items, held), partial(page_entry, further_outlets), workers=workers
    ):
        while held:
            yield held.popleft()
        batch.append((item, made))
        if len(batch) == most or monotonic() - begun > _LONGEST_WAIT_SECONDS:
            yield from keep(store, starmap(_entry, batch), arranger=arranger, known=known, now=_now())
            batch, begun, most = [], monotonic(), min(2 * most, _MOST)
    yield from held
    if batch:
        yield from keep(store, starmap(_entry, batch), arranger=arranger, known=known, now=_now())


def _unknown(store: Store, items: Iterable[Item], known: deque[Kept]) -> Iterator[Item]:
    """Yield what is not in the library as it came; the rest goes to `known`."""
    stream = iter(items)
    while batch := list(islice(stream, _LOOKED_UP)):
        held = _held(store, batch)
        for item in batch:
            if item.id in held:
                outcome = Outcome.REFUSED if held[item.id].refused else Outcome.UNCHANGED
                known.append(Kept(given=item.id, name=item.id, outcome=outcome))
            else:
                yield item


def _held(store: Store, batch: Sequence[Item]) -> dict[str, StoredPage]:
    given = [item for item in batch if isinstance(item, Page)]
    with store.reading() as connection:
        found = held_already(connection, given)
    return {page.id: held for page, held in zip(given, found, strict=True) if held}


def _entry(item: Item, made: bytes | Refusal) -> Entry:
    page = item if isinstance(item, Page) else None
    if isinstance(made, bytes):
        return entry_of(page, decoded(made))
    content = compressed(page.content) if page else b""
    return entry_of(page, Reading(content=content, articles=(), refusal=made))


def _now() -> int:
    return seconds(datetime.now(UTC))

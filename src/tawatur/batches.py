"""Work on a stream of pages with every core, in order and in flat memory.

A page that brings the work down, by an exception or by killing its process, is
answered with a Refusal and the rest goes on: a run over millions of pages must not
die of one.
"""

import gc
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from itertools import chain, islice
from multiprocessing.process import BaseProcess
from typing import TypeVar

from tawatur.records.page import Page
from tawatur.records.refusal import Refusal, RefusalReason

T = TypeVar("T")
Item = Page | Refusal

# A fork of a process with threads (a progress bar has one) may deadlock; these start clean.
_CONTEXT = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")

# Enough pages to hide the cost of handing them over, few enough to keep the memory flat.
_BATCH = 32
# While whoever takes the results is busy with them, the workers have this much to go on with: a
# library writes for ten seconds at a time.
_MOST_WAITING = 128
_MOST_WAITING_BYTES = 32 << 20
# Pages leave next to nothing that only the collector can free, and looking takes a tenth of the time.
_OBJECTS_BETWEEN_LOOKS = 10_000


def cores() -> int:
    """Return how many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def end_with_parent() -> None:
    """Let this process end when the one that began it does: one that is killed takes no leave."""
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def each_page(
    items: Iterable[Item], work: Callable[[Page], T], *, workers: int
) -> Iterator[tuple[Item, T | Refusal]]:
    """Yield every item with what `work` made of it, in the order given; a Refusal passes through.

    `work` runs in processes of its own, so it must be importable and keep its
    resources in a cache of its module. A batch too small to be shared out is worked
    on here.
    """
    stream = iter(items)
    first = list(islice(stream, _BATCH))
    if workers == 1 or len(first) < _BATCH // 4:
        yield from ((item, _one(item, work)) for item in chain(first, stream))
        return
    yield from _shared_out(chain(first, stream), work, workers)


def _shared_out(
    stream: Iterator[Item], work: Callable[[Page], T], workers: int
) -> Iterator[tuple[Item, T | Refusal]]:
    _keep_loaded()
    pool = ProcessPoolExecutor(workers, mp_context=_CONTEXT, initializer=end_with_parent)
    waiting: deque[tuple[list[Item], Future[list[T | Refusal]]]] = deque()
    size = 0
    try:
        while True:
            while _may_wait(len(waiting), size, workers) and (batch := list(islice(stream, _BATCH))):
                waiting.append((batch, pool.submit(_batch, batch, work)))
                size += _size(batch)
            if not waiting:
                return
            batch, future = waiting.popleft()
            size -= _size(batch)
            try:
                results = future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                results = [_alone(item, work) for item in batch]
                pool = ProcessPoolExecutor(workers, mp_context=_CONTEXT, initializer=end_with_parent)
                waiting = deque((others, pool.submit(_batch, others, work)) for others, _ in waiting)
            yield from zip(batch, results, strict=True)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _may_wait(batches: int, size: int, workers: int) -> bool:
    return batches < 2 * workers or (batches < _MOST_WAITING and size < _MOST_WAITING_BYTES)


def _size(batch: Iterable[Item]) -> int:
    return sum(len(item.content) for item in batch if isinstance(item, Page))


def _batch(items: list[Item], work: Callable[[Page], T]) -> list[T | Refusal]:
    results = [_one(item, work) for item in items]
    _keep_loaded()
    return results


def spare_collector() -> None:
    """Spare the collector what is at hand by now, as it stays for long, and let it look less often."""
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS)


_keep_loaded = cache(spare_collector)


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector from looking through much that is made at once and goes without it."""
    looks = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looks:
            gc.enable()


def _alone(item: Item, work: Callable[[Page], T]) -> T | Refusal:
    """Work on one item in a process of its own, to find the one that kills it."""
    with ProcessPoolExecutor(1, mp_context=_CONTEXT, initializer=end_with_parent) as pool:
        try:
            return pool.submit(_one, item, work).result()
        except BrokenProcessPool:
            return Refusal(id=item.id, reason=RefusalReason.FAILED, detail="the reading process was killed")


def _one(item: Item, work: Callable[[Page], T]) -> T | Refusal:
    if isinstance(item, Refusal):
        return item
    try:
        return work(item)
    except Exception as error:  # noqa: BLE001 one page's bug must not end the run; it is reported by name
        detail = f"a bug of the reader, please report it: {type(error).__name__}: {error}"
        return Refusal(id=item.id, reason=RefusalReason.FAILED, detail=detail)

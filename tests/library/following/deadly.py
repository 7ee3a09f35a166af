"""Stands in for what the reading process does, so that one page kills it."""

import os
import signal
from collections import Counter
from pathlib import Path

from tawatur.library.following import intake
from tawatur.store.fetched import held_pages
from tawatur.store.store import open_store

DEADLY = "/khabar/3"


def take_in_file(file: Path, limit: int, workers: int, further_outlets: tuple[Path, ...]) -> Counter[str]:
    with open_store(file) as store, store.reading() as connection:
        waiting = held_pages(connection, limit=limit)
    if any((one.page.url or "").endswith(DEADLY) for one in waiting):
        os.kill(os.getpid(), signal.SIGKILL)
    return intake._take_in_file(file, limit, workers, further_outlets)


def begin() -> None:
    os.kill(os.getpid(), signal.SIGKILL)

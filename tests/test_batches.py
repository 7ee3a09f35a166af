import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tawatur.batches import each_page
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal, RefusalReason


def page(number: int) -> Page:
    return Page(id=str(number), form=PageForm.TEXT, content=b"")


def length(page: Page) -> int:
    """Raises on page 13 and kills its whole process on page 21."""
    if page.id == "13":
        raise ZeroDivisionError("thirteen")
    if page.id == "21":
        os._exit(9)
    return len(page.id)


def harmless(page: Page) -> int:
    return len(page.id)


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_pages(workers: int) -> None:
    made = list(each_page(map(page, range(200)), harmless, workers=workers))
    assert [(item.id, result) for item, result in made] == [(str(n), len(str(n))) for n in range(200)]


def test_a_page_that_raises_or_kills_its_process_is_refused_and_the_rest_goes_on() -> None:
    made = {item.id: result for item, result in each_page(map(page, range(150)), length, workers=2)}
    refused = {id_: result for id_, result in made.items() if isinstance(result, Refusal)}
    assert len(made) == 150
    assert set(refused) == {"13", "21"}
    assert refused["13"].reason is refused["21"].reason is RefusalReason.FAILED
    assert "ZeroDivisionError: thirteen" in refused["13"].detail


def test_a_refusal_passes_through() -> None:
    refusal = Refusal(id="x", reason=RefusalReason.EMPTY, detail="0 bytes")
    assert list(each_page([refusal], harmless, workers=1)) == [(refusal, refusal)]


def test_pages_are_drawn_only_as_far_as_needed() -> None:
    drawn = 0

    def endless() -> Iterator[Page]:
        nonlocal drawn
        while True:
            drawn += 1
            yield page(drawn)

    results = each_page(endless(), harmless, workers=2)
    for _ in range(100):
        next(results)
    assert drawn < 5000
    results.close()  # type: ignore[attr-defined]


WORKING = """
import itertools, os
from tawatur.batches import each_page
from tawatur.records.page import Page, PageForm

def worker(page):
    return os.getpid()

if __name__ == "__main__":
    pages = (Page(id=str(n), form=PageForm.TEXT, content=b"") for n in itertools.count())
    for _, worked in each_page(pages, worker, workers=2):
        print(worked, flush=True)
"""


def test_who_works_for_a_killed_run_does_not_stay_behind(tmp_path: Path) -> None:
    (tmp_path / "working.py").write_text(WORKING, "utf-8")
    running = subprocess.Popen([sys.executable, tmp_path / "working.py"], stdout=subprocess.PIPE)
    assert running.stdout is not None
    workers = {int(running.stdout.readline()) for _ in range(500)}
    running.kill()
    running.wait()
    running.stdout.close()
    until = time.monotonic() + 20
    while any(map(alive, workers)) and time.monotonic() < until:
        time.sleep(0.02)
    assert [worker for worker in workers if alive(worker)] == []


def alive(process: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False

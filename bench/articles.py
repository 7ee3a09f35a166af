"""`make bench`, second part: what becomes of articles whose text is given, by stage and as a whole.

Articles: 3,000 of SaudiNewsNet where ../shared holds it, else the bundled sample's. The stages
run one after the other on one core over the same articles, each the fastest of three rounds; the
whole is `tawatur read --json` as users run it, on every core, by the clock on the wall.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from tawatur.attribution.attribute import attribute
from tawatur.collect.inputs import pages
from tawatur.exports.documents import line, page_document
from tawatur.pipeline import read_articles, read_page, resources
from tawatur.records.page import Page
from tawatur.records.refusal import Refusal
from tawatur.times.find import find_times

ROOT = Path(__file__).parents[1]
ROUNDS = 3
MOST = 3_000

Given = TypeVar("Given")


def fastest(stage: Callable[[Given], object], given: Sequence[Given]) -> float:
    """Return the seconds of processor time that a stage takes over all that it is given."""
    took: list[float] = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for one in given:
            stage(one)
        took.append(time.process_time() - began)
    return min(took)


def sources() -> list[str]:
    """Return where the articles are."""
    folder = ROOT.parent / "shared/data/saudinewsnet"
    return sorted(map(str, folder.glob("*.zip"))) or [str(ROOT / "sample/pages")]


def main() -> None:
    bundled = resources()
    taken = [item for item in islice(pages(sources()), MOST) if isinstance(item, Page)]
    made = [read_articles(page, resources=bundled) for page in taken]
    articles = [article for read in made if not isinstance(read, Refusal) for article in read]
    results = [read_page(page, resources=bundled) for page in taken]
    stages = {
        "reading the record": fastest(lambda page: read_articles(page, resources=bundled), taken),
        "attribution": fastest(
            lambda article: attribute(article, lexicons=bundled.attribution, outlets=bundled.outlets),
            articles,
        ),
        "times": fastest(lambda one: find_times(one.body, anchor=None, calendar=bundled.calendar), articles),
        "writing JSON": fastest(lambda page: line(page_document(page)), results),
    }
    whole = sum(stages.values())
    print(f"\n{len(articles)} articles, one core")
    print(f"{'stage':24}{'ms an article':>14}{'articles/s':>12}{'share':>8}")
    for name, took in (*stages.items(), ("all stages", whole)):
        rate = len(articles) / took
        print(f"{name:24}{1000 / rate:14.2f}{rate:12,.0f}{took / whole:8.0%}")
    file = sources()[-1]
    began = time.perf_counter()
    read = subprocess.run(
        [sys.executable, "-m", "tawatur", "read", file, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    took = time.perf_counter() - began
    lines = read.stdout.count(b"\n")
    print(f"tawatur read {Path(file).name} --json: {lines} in {took:.1f} s, {lines / took:,.0f} a second")


if __name__ == "__main__":
    main()

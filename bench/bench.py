"""`make bench`: reading speed against named peers, in one run, on one core, as ratios.

Pages: article-extraction-benchmark where ../shared holds it, else the bundled sample.
Each tool gets the same decoded pages in turn, so that a slow minute of the machine hits
all alike; the figure is the median of each page's fastest of three runs. F1 is that of
../shared/eval/pages.py, over word 4-grams.
"""

import gzip
import importlib.util
import json
import statistics
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType

import trafilatura
from readability import Document
from selectolax.lexbor import LexborHTMLParser
from trafilatura.settings import Extractor

from tawatur.outlets.directory import outlets
from tawatur.reading.lexicons import reading_lexicons
from tawatur.reading.reader import read
from tawatur.records.page import Page, PageForm
from tawatur.records.refusal import Refusal

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
ROUNDS = 3

Tool = Callable[[str], str]


@cache
def page_of(html: str) -> Page:
    """A page comes as bytes: making them of the text is no part of reading."""
    return Page(id="page", form=PageForm.HTML, content=html.encode(), encoding="utf-8")


def tawatur(html: str) -> str:
    made = read(page_of(html), lexicons=reading_lexicons(), outlets=outlets())
    return "" if isinstance(made, Refusal) else made[0].body


def trafilatura_fast(html: str) -> str:
    return trafilatura.extract(html, options=Extractor(fast=True, comments=False)) or ""


def trafilatura_default(html: str) -> str:
    return trafilatura.extract(html, include_comments=False) or ""


def readability(html: str) -> str:
    return LexborHTMLParser(Document(html).summary()).text(separator=" ")


def parsing_alone(html: str) -> str:
    LexborHTMLParser(html)
    return ""


TOOLS: dict[str, Tool] = {
    "tawatur": tawatur,
    "trafilatura (fast)": trafilatura_fast,
    "trafilatura (default)": trafilatura_default,
    "readability-lxml": readability,
    "lexbor, parsing alone": parsing_alone,
}


def load_pages() -> tuple[dict[str, str], dict[str, str]]:
    """Return the pages by id, and their bodies where gold tells them."""
    folder = SHARED / "data/article-extraction-benchmark"
    if not folder.is_dir():
        files = sorted((ROOT / "sample/pages").glob("*.html"))
        return {file.stem: file.read_bytes().decode("utf-8", "replace") for file in files}, {}
    gold = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    pages = {
        id_: gzip.decompress((folder / f"html/{id_}.html.gz").read_bytes()).decode("utf-8", "replace")
        for id_ in gold
    }
    return pages, {id_: record["articleBody"] for id_, record in gold.items()}


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", SHARED / "eval/pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def f1(bodies: dict[str, str], gold: dict[str, str]) -> float:
    scored = [scorer().body_prf(gold[id_], body) for id_, body in bodies.items()]
    precision, recall = (statistics.fmean(side) for side in zip(*scored, strict=True))
    return 2 * precision * recall / (precision + recall)


def main() -> None:
    pages, gold = load_pages()
    fastest = {name: dict.fromkeys(pages, float("inf")) for name in TOOLS}
    bodies: dict[str, dict[str, str]] = {name: {} for name in TOOLS}
    for _ in range(ROUNDS):
        for id_, html in pages.items():
            for name, tool in TOOLS.items():
                began = time.process_time()
                bodies[name][id_] = tool(html)
                fastest[name][id_] = min(fastest[name][id_], time.process_time() - began)
    print(f"Reading {len(pages)} pages, one core")
    print(f"{'tool':24}{'ms a page':>10}{'p95':>8}{'x tawatur':>11}{'F1':>8}")
    ours = statistics.median(fastest["tawatur"].values())
    for name, times in fastest.items():
        median = statistics.median(times.values())
        p95 = statistics.quantiles(times.values(), n=20)[-1]
        accuracy = f"{f1(bodies[name], gold):8.3f}" if gold and any(bodies[name].values()) else f"{'':>8}"
        print(f"{name:24}{median * 1000:10.2f}{p95 * 1000:8.2f}{median / ours:11.1f}{accuracy}")


if __name__ == "__main__":
    main()

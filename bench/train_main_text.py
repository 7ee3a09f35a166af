"""Learn src/tawatur/reading/main_text.json from pages whose article bodies are known.

usage: train_main_text.py PAGES [--folds N] [--write]

PAGES is a folder laid out like scrapinghub's article-extraction-benchmark: ground-truth.json and
html/ID.html.gz. Without --write it only cross-validates: every
page is scored by tables learned from pages of other hosts.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from selectolax.lexbor import LexborHTMLParser

from tawatur.lexicons.markup_hints import markup_hints
from tawatur.reading.decision_tables import DecisionTables, Table, Tables
from tawatur.reading.evidence import Stated, gather
from tawatur.reading.features import column_names, features, window
from tawatur.reading.layout import MEANINGFUL_TAGS, Bools, Floats, Ints, lay_out
from tawatur.reading.likelihood import confirmed, likelihood, main_box
from tawatur.reading.tree import Tree, flatten

ROUNDS, DEPTH, RATE, STIFFNESS = 100, 3, 0.15, 5.0
COLUMNS_TRIED, ROWS_TRIED = 0.5, 0.8
CHOSEN_FROM = 0.4
# Pages stripped of their names teach the tables not to lean on them alone.
NAMELESS = 0.5
LIMITS = 24
WORD = re.compile(r"\w+")
HINTS = markup_hints()
NAMES = column_names(HINTS)


@dataclass
class Page:
    host: str
    body: str
    texts: tuple[str, ...]
    matrix: Floats
    main: Bools
    weight: Floats


def read(folder: Path) -> tuple[list[Page], list[Page]]:
    """Return the pages as they are, and as they would be without a single class or id name."""
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    pages, nameless = [], []
    for key, entry in truth.items():
        html = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()).decode("utf-8", "replace")
        parser = LexborHTMLParser(html, scripting=True)
        stated = gather(parser)
        tree = flatten(parser)
        host = ".".join((urlsplit(entry["url"]).hostname or key).split(".")[-2:])
        pages.append(page(tree, stated, entry["articleBody"], host))
        bare = Tree(tree.boxes._replace(names=("",) * len(tree.boxes.tags)), tree.pieces)
        nameless.append(page(bare, stated, entry["articleBody"], host))
    return pages, nameless


def page(tree: Tree, stated: Stated, body: str, host: str) -> Page:
    layout = lay_out(tree, title=stated.title, hints=HINTS)
    guess = confirmed(layout, likelihood(layout, hints=HINTS), stated.body)
    shown = window(layout, guess, main_box(layout, guess))
    texts = tree.pieces.texts
    main, words = labels(texts, body)
    part = slice(shown.first, shown.end)
    # A piece weighs what a wrong decision costs in this page's score, and at least a little.
    weight = np.minimum(words / max(100, words[main].sum()), 0.5) + 0.002
    matrix = features(shown, bit_count=len(HINTS.names) + len(MEANINGFUL_TAGS))
    return Page(host, body, texts[part], matrix, main[part], weight[part])


def labels(texts: tuple[str, ...], body: str) -> tuple[Bools, Floats]:
    """Align the page with its known body: a piece is main if most of its words are matched."""
    words = [WORD.findall(text) for text in texts]
    owner = [at for at, found in enumerate(words) for _ in found]
    flat = [word for found in words for word in found]
    counts = np.array([len(found) for found in words], dtype=float)
    hits = np.zeros(len(texts))
    matcher = SequenceMatcher(None, flat, WORD.findall(body), autojunk=False)
    for start, _, length in matcher.get_matching_blocks():
        np.add.at(hits, owner[start : start + length], 1)
    main: Bools = (counts > 0) & (hits >= 0.6 * counts)
    return main, counts


def limits_of(column: Floats) -> Floats:
    values = np.unique(column)
    if len(values) > LIMITS:
        return np.unique(np.quantile(column, np.linspace(0, 1, LIMITS + 2)[1:-1]))
    between: Floats = (values[:-1] + values[1:]) / 2
    return between


def learn(pages: list[Page], nameless: list[Page]) -> Tables:
    """Boost tables on the logistic loss: each round mends what the sum of the earlier ones gets wrong."""
    dice = np.random.default_rng(0)
    both = [*pages, *nameless]
    matrix = np.concatenate([one.matrix for one in both])
    main = np.concatenate([one.main for one in both]).astype(float)
    weight = np.concatenate([one.weight for one in pages] + [one.weight * NAMELESS for one in nameless])
    weight = weight / weight.mean()
    limits = [limits_of(column) for column in matrix.T]
    bins = np.stack(
        [np.searchsorted(edges, column) for edges, column in zip(limits, matrix.T, strict=True)], axis=1
    )
    share = np.average(main, weights=weight)
    base = float(np.log(share / (1 - share)))
    total = np.full(len(main), base)
    usable = [at for at, edges in enumerate(limits) if len(edges)]
    tables = []
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-total))
        slope, bend = weight * (main - chance), weight * chance * (1 - chance)
        rows = np.flatnonzero(dice.random(len(main)) < ROWS_TRIED)
        columns = dice.permutation(usable)[: int(len(usable) * COLUMNS_TRIED)]
        asked, leaf = ask(bins[rows], slope[rows], bend[rows], limits, columns)
        size = 1 << DEPTH
        votes = (
            RATE * np.bincount(leaf, slope[rows], size) / (np.bincount(leaf, bend[rows], size) + STIFFNESS)
        )
        answers = np.zeros(len(main), dtype=int)
        for column, limit in asked:
            answers = answers * 2 + (matrix[:, column] > limit)
        total += votes[answers]
        tables.append(
            Table(
                ask=tuple((NAMES[column], round(limit, 6)) for column, limit in asked),
                votes=tuple(round(float(vote), 4) for vote in votes),
            )
        )
    return Tables(
        about="Decision tables that vote on whether a piece is main text; columns as in features.py.",
        source="Learned by bench/train_main_text.py from the 181 pages of the article-extraction-benchmark.",
        base=round(base, 6),
        chosen_from=CHOSEN_FROM,
        tables=tuple(tables),
    )


def ask(
    bins: Ints, slope: Floats, bend: Floats, limits: list[Floats], columns: Ints
) -> tuple[list[tuple[int, float]], Ints]:
    """Choose the questions of one table, each the one that separates most after those before."""
    width = max(len(edges) for edges in limits) + 1
    leaf = np.zeros(len(bins), dtype=int)
    asked = []
    for depth in range(DEPTH):
        leaves = 1 << depth
        best = (-1.0, 0, 0)
        for column in columns:
            cell = leaf * width + bins[:, column]
            slopes = np.bincount(cell, slope, leaves * width).reshape(leaves, width).cumsum(axis=1)
            bends = np.bincount(cell, bend, leaves * width).reshape(leaves, width).cumsum(axis=1)
            over, over_bend = slopes[:, -1:] - slopes, bends[:, -1:] - bends
            gain = (slopes**2 / (bends + STIFFNESS) + over**2 / (over_bend + STIFFNESS)).sum(axis=0)
            gain = gain[: len(limits[column])]
            if gain.max() > best[0]:
                best = (float(gain.max()), int(column), int(gain.argmax()))
        _, column, at = best
        asked.append((column, float(limits[column][at])))
        leaf = leaf * 2 + (bins[:, column] > at)
    return asked, leaf


def score(pages: list[Page], tables: Tables) -> list[tuple[float, float]]:
    ready = DecisionTables(tables, NAMES)
    return [precision_recall(one, ready.chances(one.matrix) > tables.chosen_from) for one in pages]


def precision_recall(one: Page, chosen: Bools) -> tuple[float, float]:
    got = shingles("\n".join(text for text, yes in zip(one.texts, chosen, strict=True) if yes))
    gold = shingles(one.body)
    same = sum((gold & got).values())
    return same / max(1, sum(got.values())), same / max(1, sum(gold.values()))


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))) if words else Counter()


def report(name: str, scores: list[tuple[float, float]]) -> None:
    precision, recall = np.mean(scores, axis=0)
    print(
        f"{name:16} P {precision:.4f} R {recall:.4f} F1 {2 * precision * recall / (precision + recall):.4f}"
    )


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("pages", type=Path)
    options.add_argument("--folds", type=int, default=6)
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    pages, nameless = read(given.pages)
    hosts = np.random.default_rng(0).permutation(sorted({one.host for one in pages}))
    fold = {host: at % given.folds for at, host in enumerate(hosts)}
    as_they_are, without_names = [], []
    for at in range(given.folds):
        seen = [number for number, one in enumerate(pages) if fold[one.host] != at]
        unseen = [number for number, one in enumerate(pages) if fold[one.host] == at]
        tables = learn([pages[number] for number in seen], [nameless[number] for number in seen])
        as_they_are += score([pages[number] for number in unseen], tables)
        without_names += score([nameless[number] for number in unseen], tables)
    report("cross-validated", as_they_are)
    report("  without names", without_names)
    tables = learn(pages, nameless)
    report("all pages", score(pages, tables))
    if given.write:
        target = Path(__file__).parents[1] / "src/tawatur/reading/main_text.json"
        entry = ",\n".join(json.dumps(table) for table in json.loads(json.dumps(plain(tables)["tables"])))
        head = {key: value for key, value in plain(tables).items() if key != "tables"}
        target.write_text(json.dumps(head, indent=1)[:-2] + f',\n "tables": [\n{entry}\n]}}\n', "utf-8")


def plain(tables: Tables) -> dict[str, object]:
    return {
        "about": tables.about,
        "source": tables.source,
        "base": tables.base,
        "chosen_from": tables.chosen_from,
        "tables": [{"ask": table.ask, "votes": table.votes} for table in tables.tables],
    }


if __name__ == "__main__":
    main()

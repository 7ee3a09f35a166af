"""`make bench`, part on grouping: copies and stories in growing numbers of articles, beside named peers.

Articles: SaudiNewsNet in ../shared, the first 5,000, 10,000, 20,000 and all, in order of time. Each
tool gets articles that are read already and starts from their text. One core, processor time.
Accuracy: the story gold's three days, where each tool groups all 5,784 articles of that window.

Peers: datasketch's MinHash LSH over word 3-shingles for copies (128 permutations, Jaccard .5, each
set of connected pairs a family); scikit-learn's TF-IDF for stories, with DBSCAN and, up to as many
articles as its square of distances allows, agglomerative clustering by average, both by cosine.
Their thresholds are common choices, set once by us and not tuned on the gold, as ours were in part:
read their accuracy as a floor.
"""

import json
import resource
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from datasketch import MinHash, MinHashLSH
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from sklearn.cluster import DBSCAN, AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import cosine_distances

from tawatur.collect.inputs import pages
from tawatur.pipeline import group, read_articles, resources
from tawatur.records.article import Article
from tawatur.records.page import Page
from tawatur.records.refusal import Refusal
from tawatur.stories.words import folded_words

SHARED = Path(__file__).parents[2] / "shared"
DATA = SHARED / "data/saudinewsnet"
GOLD = SHARED / "gold/stories/dev.jsonl"
GOLD_DAYS = ("2015-08-06", "2015-08-07", "2015-08-08")
GOLD_LEAST = 250
SIZES = (5_000, 10_000, 20_000, 31_030)
# Its distances are a square: of ten thousand articles 800 MB.
MOST_AGGLOMERATED = 10_000

Sets = Iterable[Sequence[str]]
Tool = Callable[[Sequence[Article]], dict[str, Sets]]


def articles(days: Iterable[str], *, least: int = 0) -> list[Article]:
    found: list[Article] = []
    for item in pages([str(DATA / f"{day}.zip") for day in days]):
        if isinstance(item, Page) and len(_folded(item.content.decode())) >= least:
            made = read_articles(item, resources=resources())
            found += () if isinstance(made, Refusal) else made
    return found


def _folded(content: str) -> str:
    """Fold white space as the story gold counts characters."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in content.splitlines())))


def tawatur(given: Sequence[Article]) -> dict[str, Sets]:
    groups = group(given)
    return {
        "copies": [family.articles for family in groups.families],
        "stories": [story.articles for story in groups.stories],
    }


def datasketch(given: Sequence[Article]) -> dict[str, Sets]:
    index = MinHashLSH(threshold=0.5, num_perm=128)
    hashes = []
    for place, article in enumerate(given):
        words = folded_words(article.body)
        one = MinHash(num_perm=128)
        one.update_batch([" ".join(words[k : k + 3]).encode() for k in range(len(words) - 2)])
        hashes.append(one)
        index.insert(place, one)
    pairs = [(place, other) for place, one in enumerate(hashes) for other in index.query(one)]
    rows, columns = np.array(pairs).T
    joined = coo_array((np.ones(len(pairs)), (rows, columns)), shape=(len(given), len(given)))
    _, labels = connected_components(joined)
    return {"copies": _sets(given, labels)}


def dbscan(given: Sequence[Article]) -> dict[str, Sets]:
    labels = DBSCAN(eps=0.5, min_samples=2, metric="cosine").fit_predict(_tfidf(given))
    return {"stories": _sets(given, labels)}


def agglomerative(given: Sequence[Article]) -> dict[str, Sets]:
    clustering = AgglomerativeClustering(
        n_clusters=None, distance_threshold=0.7, metric="precomputed", linkage="average"
    )
    labels = clustering.fit_predict(cosine_distances(_tfidf(given)))
    return {"stories": _sets(given, labels)}


TOOLS: dict[str, Tool] = {
    "tawatur (both)": tawatur,
    "datasketch MinHash LSH": datasketch,
    "TF-IDF + DBSCAN": dbscan,
    "TF-IDF + agglomerative": agglomerative,
}


def _tfidf(given: Sequence[Article]) -> coo_array:
    texts = TfidfVectorizer(analyzer=folded_words, sublinear_tf=True, min_df=2)
    return texts.fit_transform(f"{article.title or ''}\n{article.body}" for article in given)


def _sets(given: Sequence[Article], labels: Sequence[int]) -> Sets:
    sets: dict[int, list[str]] = {}
    for article, label in zip(given, labels, strict=True):
        if label >= 0:
            sets.setdefault(int(label), []).append(article.id)
    return sets.values()


def f1(sets: Sets, hits: frozenset[str]) -> float:
    """Score as ../shared/eval/stories.py does: pairs of a seed and a candidate, together or not."""
    place = {article: number for number, members in enumerate(sets) for article in members}
    right = found = wanted = 0
    for record in map(json.loads, GOLD.read_text("utf-8").splitlines()):
        for candidate, label in record["labels"].items():
            together = record["seed"] in place and place[record["seed"]] == place.get(candidate)
            right += together and label in hits
            found += together
            wanted += label in hits
    return 2 * right / (found + wanted)


HITS = {"copies": frozenset({"copy"}), "stories": frozenset({"copy", "same_story"})}


def main() -> None:
    window = articles(GOLD_DAYS, least=GOLD_LEAST)
    every = articles(sorted(file.stem for file in DATA.glob("*.zip")))
    print(f"\nCopies and stories, seconds on one core; F1 on the story gold ({len(window):,} articles)")
    print(f"{'tool':26}" + "".join(f"{size:>10,}" for size in SIZES) + f"{'copies':>10}{'stories':>10}")
    for name, tool in TOOLS.items():
        cells = []
        for size in SIZES:
            if tool is agglomerative and size > MOST_AGGLOMERATED:
                cells.append(f"{'-':>10}")
                continue
            began = time.process_time()
            tool(every[:size])
            cells.append(f"{time.process_time() - began:10.1f}")
        found = tool(window)
        scores = "".join(
            f"{f1(found[kind], HITS[kind]):10.3f}" if kind in found else f"{'':>10}" for kind in HITS
        )
        print(f"{name:26}" + "".join(cells) + scores, flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak of memory over all tools: {peak:,.0f} MB")


if __name__ == "__main__":
    main()

"""Counts how many everyday articles hold each term, over ../shared/data/saudinewsnet: stories/background.npz.

The days from those of the story gold on are left out: what bursts in them would count as everyday.
So are terms that only one article holds: they are as good as unmet.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from tawatur.collect.inputs import pages
from tawatur.pipeline import read_articles, resources
from tawatur.records.article import Article
from tawatur.records.page import Page
from tawatur.records.refusal import Refusal
from tawatur.stories import background
from tawatur.stories.words import folded_words, term_numbers

DATA = Path(__file__).parents[2] / "shared/data/saudinewsnet"
BEFORE = "2015-08-06"
FEWEST = 2
_MOST = np.iinfo(np.uint16).max


def articles() -> Iterable[Article]:
    files = [str(file) for file in sorted(DATA.glob("*.zip")) if file.stem < BEFORE]
    for item in pages(files):
        if isinstance(item, Page):
            made = read_articles(item, resources=resources())
            yield from () if isinstance(made, Refusal) else made


def main() -> None:
    holders: Counter[int] = Counter()
    counted = 0
    for article in articles():
        words = folded_words(f"{article.title or ''}\n{article.body}")
        holders.update(set(term_numbers(words).tolist()))
        counted += 1
    terms = sorted(term for term, count in holders.items() if count >= FEWEST)
    file = Path(background.__file__).with_name(background.FILE)
    np.savez_compressed(
        file,
        steps=np.diff(terms, prepend=0).astype(np.uint32),
        holders=np.minimum([holders[term] for term in terms], _MOST).astype(np.uint16),
        articles=np.int64(counted),
    )
    print(f"{counted:,} articles, {len(terms):,} terms, {file.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()

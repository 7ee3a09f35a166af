"""Articles as weighted terms: what is rare in the language and among the articles at hand tells an event."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from tawatur.arabic.words import light_stem
from tawatur.lexicons.common_words import CommonWords, common_words
from tawatur.records.article import Article
from tawatur.stories.vocabulary import Vocabulary, numbered

# A word of the title tells as much of the event as two more occurrences in the body.
_TITLE_OCCURRENCES = 2
# The first words tell the event; background and comment follow, and tell it half as well
# (story gold: F1 .84 against .83, on a plateau from 45 to 80 words).
_LEAD_WORDS = 60
_BEHIND_LEAD = 0.5
# How many articles of everyday news stand behind those at hand when words are weighed: a
# handful of pages alone could not tell «said» from «earthquake».
_EVERYDAY_ARTICLES = 500
# What is common here and rare elsewhere tells the event that most articles here report, so a
# word counts as no commoner than this, or than twice its everyday share.
_COMMONEST_HERE = 0.02
# Squared, so that names and figures outweigh the words of a topic (story gold: F1 .82; unsquared .77).
_RARITY_POWER = 2.0
# Prices, ages and counts tell two occasions of one kind apart where all words agree (F1 .83, unraised .82).
_FIGURES_TELL = 1.4


def weighted_terms(articles: Sequence[Article]) -> sp.csr_array:
    """Return one row an article and one column a term: stems of body and title, weighted, unnormalised."""
    counts = _counts(articles)
    tells = _tells(counts[1], common_words(), counts[0])
    matrix = counts[0]
    matrix.data = np.log1p(matrix.data) * tells[matrix.indices]
    return matrix


def _counts(articles: Sequence[Article]) -> tuple[sp.csr_array, tuple[str, ...]]:
    bodies, words = numbered(article.body for article in articles)
    titles = [words.numbers(article.title or "") for article in articles]
    stems, stem_of_word = _stems(words)
    lead = np.where(np.arange(max(map(len, bodies), default=0)) < _LEAD_WORDS, 1.0, _BEHIND_LEAD)
    occurrences = [lead[: len(body)] for body in bodies]
    occurrences += [np.full(len(title), float(_TITLE_OCCURRENCES)) for title in titles]
    texts = [*bodies, *titles]
    owners = np.tile(np.arange(len(articles), dtype=np.int32), 2)
    rows = np.repeat(owners, [len(text) for text in texts])
    columns = stem_of_word[np.concatenate([*texts, np.empty(0, dtype=np.int64)])]
    values = np.concatenate([*occurrences, np.empty(0)]).astype(np.float32)
    shape = (len(articles), max(len(stems), 1))
    counts = sp.coo_array((values, (rows, columns)), shape=shape).tocsr()
    counts.sum_duplicates()
    return counts, stems


def _stems(words: Vocabulary) -> tuple[tuple[str, ...], NDArray[np.int32]]:
    numbers: dict[str, int] = {}
    of_word = [numbers.setdefault(light_stem(word), len(numbers)) for word in words.words]
    return tuple(numbers), np.array(of_word, dtype=np.int32)


def _tells(stems: Sequence[str], common: CommonWords, counts: sp.csr_array) -> NDArray[np.float32]:
    """Weigh every term by how few articles hold it, here and in everyday news."""
    holders = np.bincount(counts.indices, minlength=counts.shape[1])
    everyday = np.array([common.share(stem) for stem in stems] or [common.rare])
    here = np.minimum(holders, np.maximum(_COMMONEST_HERE, 2 * everyday) * counts.shape[0])
    share = (here + _EVERYDAY_ARTICLES * everyday) / (counts.shape[0] + _EVERYDAY_ARTICLES)
    figures = np.array([stem.isdecimal() for stem in stems] or [False])
    rarity = (-np.log(np.minimum(share, 1.0))) ** _RARITY_POWER
    tells: NDArray[np.float32] = (rarity * np.where(figures, _FIGURES_TELL, 1.0)).astype(np.float32)
    return tells

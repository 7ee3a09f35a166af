"""Which pieces of a page belong to its main text.

Three steps: a guess for every piece from the habits of makers of pages, the box that
the guesses point to, and a vote of learned tables on how each piece stands to that box.
"""

from functools import cache

import numpy as np

from tawatur.lexicons.markup_hints import MarkupHints, markup_hints
from tawatur.reading.decision_tables import DecisionTables, load_tables
from tawatur.reading.features import column_names, features, window
from tawatur.reading.layout import MEANINGFUL_TAGS, lay_out
from tawatur.reading.likelihood import confirmed, likelihood, main_box
from tawatur.reading.tree import Tree


@cache
def _tables(hints: MarkupHints) -> DecisionTables:
    return load_tables("main_text", columns=column_names(hints))


def main_text(tree: Tree, *, title: str, body: str) -> list[bool]:
    """Tell for every piece of `tree` whether the page's structure puts it into the main text.

    `title` and `body` are what the page's markup states of its article, empty where it states
    nothing. Where no piece is voted for, all text outside links around the likeliest place is taken.
    """
    if not tree.pieces.texts:
        return []
    hints = markup_hints()
    layout = lay_out(tree, title=title, hints=hints)
    guess = confirmed(layout, likelihood(layout, hints=hints), body)
    shown = window(layout, guess, main_box(layout, guess))
    tables = _tables(hints)
    chances = tables.chances(features(shown, bit_count=len(hints.names) + len(MEANINGFUL_TAGS)))
    main = np.zeros(len(tree.pieces.texts), dtype=bool)
    main[shown.first : shown.end] = chances > tables.learned.chosen_from
    if not main.any():
        first, end = layout.first[shown.main], layout.end[shown.main]
        main[first:end] = layout.linked[first:end] < 0.5
    answer: list[bool] = main.tolist()
    return answer

import itertools

import numpy as np
import pytest

from tawatur.errors import LexiconError
from tawatur.lexicons.markup_hints import markup_hints
from tawatur.reading.decision_tables import DecisionTables, Table, Tables, load_tables
from tawatur.reading.features import column_names

VOTES = (-3.0, -1.0, 0.5, 2.0)
LEARNED = Tables(
    about="",
    source="",
    base=-0.5,
    chosen_from=0.5,
    tables=(
        Table(ask=(("length", 5.0), ("linked", 0.5)), votes=VOTES),
        Table(ask=(("linked", 0.2), ("length", 9.0)), votes=(1.0, 0.0, -1.0, -2.0)),
    ),
)


def by_hand(row: dict[str, float]) -> float:
    total = LEARNED.base
    for table in LEARNED.tables:
        answers = [int(row[name] > limit) for name, limit in table.ask]
        total += table.votes[answers[0] * 2 + answers[1]]
    return 1 / (1 + np.exp(-total))


def test_votes_add_up_as_they_would_by_hand() -> None:
    rows = list(itertools.product((0.0, 5.0, 6.0, 10.0), (0.0, 0.2, 0.3, 0.5, 1.0)))
    tables = DecisionTables(LEARNED, ("unused", "length", "linked"))
    matrix = np.array([(7.0, *row) for row in rows])
    expected = [by_hand({"length": length, "linked": linked}) for length, linked in rows]
    assert tables.chances(matrix) == pytest.approx(expected)


def test_the_bundled_tables_ask_about_columns_there_are() -> None:
    columns = column_names(markup_hints())
    tables = load_tables("main_text", columns=columns)
    assert len(columns) == len(set(columns))
    assert len({len(table.ask) for table in tables.learned.tables}) == 1
    assert all(len(table.votes) == 1 << len(table.ask) for table in tables.learned.tables)


def test_a_missing_column_or_file_is_named() -> None:
    with pytest.raises(LexiconError, match="asks about"):
        load_tables("main_text", columns=("length",))
    with pytest.raises(LexiconError, match=r"nowhere\.json"):
        load_tables("nowhere", columns=())

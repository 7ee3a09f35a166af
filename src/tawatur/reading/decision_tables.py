"""Small decision tables, learned offline, that vote on every row of a matrix of features.

A table asks a few questions (is `inside` above 0.5?) and has one vote for each
combination of answers; the votes of all tables add up. So any decision can be
explained by the questions behind its largest votes.
"""

from dataclasses import dataclass
from functools import cached_property
from importlib import resources

import msgspec
import numpy as np

from tawatur.errors import LexiconError
from tawatur.reading.layout import Floats


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Questions (a column's name and what it must exceed) and a vote for each combination of answers.

    The first answer counts most: the vote for no, no, yes stands at 1.
    """

    ask: tuple[tuple[str, float], ...]
    votes: tuple[float, ...]


class Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was learned: votes are added to `base`, and a row is chosen from the chance `chosen_from` on."""

    about: str
    source: str
    base: float
    chosen_from: float
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class DecisionTables:
    """Tables made ready for matrices with columns of the given names."""

    learned: Tables
    columns: tuple[str, ...]

    @cached_property
    def _arrays(self) -> tuple[list[tuple[np.ndarray, np.ndarray]], np.ndarray, np.ndarray]:
        """The columns and limits of the first, second, ... questions; all votes; where a table's begin."""
        place = {name: at for at, name in enumerate(self.columns)}
        tables = self.learned.tables
        questions = [
            (np.array([place[name] for name, _ in asked]), np.array([[limit] for _, limit in asked]))
            for asked in zip(*(table.ask for table in tables), strict=True)
        ]
        votes = np.array([vote for table in tables for vote in table.votes])
        starts = np.arange(len(tables))[:, None] * (1 << len(questions))
        return questions, votes, starts

    def chances(self, matrix: Floats) -> Floats:
        """Return the chance of every row, 0 to 1."""
        questions, votes, starts = self._arrays
        by_column = matrix.T
        answers = np.zeros((len(starts), len(matrix)), dtype=np.int64)
        for columns, limits in questions:
            answers += answers
            answers += by_column[columns] > limits
        answers += starts
        chances: Floats = 1 / (1 + np.exp(-self.learned.base - votes[answers].sum(axis=0)))
        return chances


def load_tables(name: str, *, columns: tuple[str, ...]) -> DecisionTables:
    """Load the bundled `reading/NAME.json`.

    Raises:
        LexiconError: the file is malformed or asks about a column there is not.

    """
    file = resources.files("tawatur.reading").joinpath(f"{name}.json")
    try:
        learned = msgspec.json.decode(file.read_bytes(), type=Tables)
    except (OSError, msgspec.MsgspecError) as error:
        raise LexiconError(f"reading/{name}.json: {error}") from error
    unknown = {column for table in learned.tables for column, _ in table.ask} - set(columns)
    if unknown:
        raise LexiconError(f"reading/{name}.json asks about {', '.join(sorted(unknown))}")
    return DecisionTables(learned, columns)

"""What a piece of a page looks like: the columns that the main-text votes look at."""

import numpy as np

from tawatur.lexicons.markup_hints import MarkupHints
from tawatur.reading.block import BlockRole
from tawatur.reading.layout import MEANINGFUL_TAGS, Floats, Layout, running

_ROLES = {role: float(place) for place, role in enumerate(BlockRole)}

COLUMNS = (
    # the piece itself
    "length", "words", "word_length", "linked", "commas", "finished", "level", "role", "title_share", "copies",
    # where it stands to the main box: inside, how far out the branch leaves, how deep below that point
    "inside", "climb", "depth", "through",
    # how alike it is, by its make and by its parent, to where the likely text stands
    "same_make", "same_parent", "repeats",
    # its parent, grandparent and the branch it stands in
    "parent_guess", "parent_length", "parent_count", "grandparent_mass",
    "branch_guess", "branch_linked", "branch_mass",
    # the guess for it and its neighbours, and their lengths
    "guess", "guess_before", "guess_after", "guesses_before", "guesses_after", "length_before", "length_after",
)  # fmt: skip


def column_names(hints: MarkupHints) -> tuple[str, ...]:
    """Return the names of all columns: `COLUMNS`, then one for each hint and tag on the way from the main box."""
    return (*COLUMNS, *(f"hint_{name}" for name in hints.names), *(f"tag_{tag}" for tag in MEANINGFUL_TAGS))


def features(layout: Layout, guess: Floats, box: int, *, bit_count: int) -> Floats:
    """Return one row a piece: `COLUMNS`, then the bits of its way from the main box `box`."""
    branch, bits, depth = _branches(layout, box)
    columns = [
        *_of_itself(layout),
        *_of_place(layout, guess, box, branch, depth),
        *_of_neighbours(layout, guess),
    ]
    flags = (bits >> np.arange(bit_count)[:, None]) & 1
    # Kept column by column, as the tables ask for it.
    return np.concatenate([np.stack(columns), flags]).T


def _of_itself(layout: Layout) -> list[Floats]:
    pieces = layout.tree.pieces
    copies: dict[str, int] = {}
    for piece in pieces:
        copies[piece.text] = copies.get(piece.text, 0) + 1
    rows = np.array(
        [
            (
                piece.text.count(",")
                + piece.text.count("،")
                + piece.text.count("、")
                + piece.text.count("，"),
                piece.level,
                _ROLES[piece.role],
                min(copies[piece.text], 3),
            )
            for piece in pieces
        ],
        dtype=np.float64,
    )
    length, words = np.log2(layout.chars + 1), np.log2(layout.words + 1)
    return [
        length, words, layout.chars / layout.words, layout.linked, rows[:, 0] / layout.words, layout.finished,
        rows[:, 1], rows[:, 2], layout.title_share, rows[:, 3],
    ]  # fmt: skip


def _branches(layout: Layout, box: int) -> tuple[np.ndarray, np.ndarray, list[int]]:
    """Return for every piece the branch off the main box's way in which it stands, the bits on it, its depth."""
    on_way = set()
    at = box
    while at >= 0:
        on_way.add(at)
        at = layout.parent[at]
    count = len(layout.parent)
    branch, bits, depth = [0] * count, [0] * count, [0] * count
    parents, own = layout.parent, layout.own
    for at in range(1, count):
        parent = parents[at]
        if at in on_way:
            branch[at] = at
        else:
            branch[at] = at if parent in on_way else branch[parent]
            bits[at] = bits[parent] | own[at]
            depth[at] = depth[parent] + 1
    pieces = layout.box
    return np.array(branch)[pieces], np.array(bits)[pieces], depth


def _of_place(layout: Layout, guess: Floats, box: int, branch: np.ndarray, depth: list[int]) -> list[Floats]:
    boxes, pieces = layout.tree.boxes, layout.box
    count = len(pieces)
    mass = guess * layout.chars
    box_mass, box_chars = layout.within(mass), layout.within(layout.chars)
    box_guess, box_count = layout.within(guess), np.maximum(layout.end - layout.first, 1)
    total = box_mass[0] + 1e-9
    parents = np.maximum(np.array(layout.parent), 0)
    parent = parents[pieces]
    depths = np.array(boxes.depths)
    below = np.array(depth)[pieces]
    leaves_at = depths[pieces] - below
    at = np.arange(count)
    inside = (at >= layout.first[box]) & (at < layout.end[box])
    likely = np.flatnonzero(inside & (mass > 20))
    start, stop = (likely[0], likely[-1]) if len(likely) else (layout.first[box], layout.end[box])
    make, family = _kin(layout, mass)
    return [
        inside, np.minimum(depths[box] - leaves_at, 8), np.minimum(below, 10), (at - start) / max(stop - start, 1),
        make / total, family / total, np.array(layout.repeats)[pieces],
        box_guess[parent] / box_count[parent], np.log2(box_chars[parent] + 1), np.minimum(box_count[parent], 30),
        box_mass[parents[parent]] / total,
        box_guess[branch] / box_count[branch], layout.within(layout.chars * layout.linked)[branch] / box_chars[branch],
        box_mass[branch] / total,
    ]  # fmt: skip


def _kin(layout: Layout, mass: Floats) -> tuple[Floats, Floats]:
    """Return the likely text in boxes of the same make, and in the same parent's boxes of the same tag."""
    boxes = layout.tree.boxes
    tags, names, parents = boxes.tags, boxes.names, boxes.parents
    makes: dict[tuple[str, str, str, str], float] = {}
    families: dict[tuple[int, str], float] = {}
    keys = []
    for box, weight in zip(layout.box.tolist(), mass.tolist(), strict=True):
        parent = parents[box]
        make, family = (tags[box], names[box], tags[parent], names[parent]), (parent, tags[box])
        makes[make] = makes.get(make, 0.0) + weight
        families[family] = families.get(family, 0.0) + weight
        keys.append((make, family))
    return np.array([makes[make] for make, _ in keys]), np.array([families[family] for _, family in keys])


def _of_neighbours(layout: Layout, guess: Floats) -> list[Floats]:
    count = len(guess)
    padded = np.zeros(count + 6)
    padded[3:-3] = guess
    lengths = np.zeros(count + 2)
    lengths[1:-1] = np.log2(layout.chars + 1)
    sums = running(padded)
    return [
        guess,
        padded[2:-4],
        padded[4:-2],
        (sums[3 : count + 3] - sums[:count]) / 3,
        (sums[7 : count + 7] - sums[4 : count + 4]) / 3,
        lengths[:-2],
        lengths[2:],
    ]

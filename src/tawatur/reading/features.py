"""What a piece of a page looks like: the columns that the main-text tables ask about."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from tawatur.lexicons.markup_hints import MarkupHints
from tawatur.reading.block import BlockRole
from tawatur.reading.layout import MEANINGFUL_TAGS, Floats, Ints, Layout, running

_ROLES = {role: float(place) for place, role in enumerate(BlockRole)}
_COMMAS = ",،、，"
# Main text stands in the main box or leaves its way at most two boxes further out; one more for safety.
_WINDOW_LEVELS = 3
# Likely text of at least so many characters marks where the main text begins and ends.
_LIKELY_MASS = 20

COLUMNS = (
    # the piece itself
    "length", "words", "word_length", "linked", "commas", "finished", "level", "role", "title_share",
    "copies",
    # where it stands to the main box: inside, how far out the branch leaves, how deep below that point
    "inside", "climb", "depth", "through",
    # how alike it is, by its make and by its parent, to where the likely text stands
    "same_make", "same_parent", "repeats",
    # its parent, grandparent and the branch it stands in
    "parent_guess", "parent_length", "parent_count", "grandparent_mass",
    "branch_guess", "branch_linked", "branch_mass",
    # the guess for it and its neighbours, and their lengths
    "guess", "guess_before", "guess_after", "guesses_before", "guesses_after", "length_before",
    "length_after",
)  # fmt: skip


def column_names(hints: MarkupHints) -> tuple[str, ...]:
    """Return the names of all columns: `COLUMNS`, then a hint or tag each on the way from the main box."""
    return (*COLUMNS, *(f"hint_{name}" for name in hints.names), *(f"tag_{tag}" for tag in MEANINGFUL_TAGS))


@dataclass(frozen=True, slots=True)
class Window:
    """The pieces `first` to `end` (exclusive) around the main box: no other can be main text."""

    layout: Layout
    guess: Floats
    main: int
    """The main box."""
    frame: int
    """The box around it that the window shows."""

    @property
    def first(self) -> int:
        """The first piece shown."""
        return int(self.layout.first[self.frame])

    @property
    def end(self) -> int:
        """The first piece behind the window."""
        return int(self.layout.end[self.frame])

    @property
    def box(self) -> Ints:
        """The box of every piece in the window."""
        return self.layout.box[self.first : self.end]


def window(layout: Layout, guess: Floats, main: int) -> Window:
    """Return the window around the main box `main`."""
    frame = main
    for _ in range(_WINDOW_LEVELS):
        frame = max(layout.parent[frame], 0)
    return Window(layout, guess, main, frame)


def features(shown: Window, *, bit_count: int) -> Floats:
    """Return one row a piece of the window: `COLUMNS`, then the bits of its way from the main box."""
    branch, bits, below = _branches(shown)
    columns = [*_of_itself(shown), *_of_place(shown, branch, below), *_of_neighbours(shown)]
    flags = (bits >> np.arange(bit_count)[:, None]) & 1
    # Kept column by column, as the tables ask for it.
    return np.array([*columns, *flags], dtype=np.float64).T


def _of_itself(shown: Window) -> list[Floats]:
    layout, pieces = shown.layout, shown.layout.tree.pieces
    copies = Counter(pieces.texts)
    part = slice(shown.first, shown.end)
    chars, words, texts = layout.chars[part], layout.words[part], pieces.texts[part]
    commas = np.array(
        [text.count(",") if text.isascii() else sum(map(text.count, _COMMAS)) for text in texts]
    )
    roles = np.array([_ROLES[role] for role in pieces.roles[part]])
    return [
        np.log2(chars + 1), np.log2(words + 1), chars / words, layout.linked[part], commas / words,
        layout.finished[part], np.array(pieces.levels[part]), roles,
        layout.title_share[part], np.array([min(copies[text], 3) for text in texts]),
    ]  # fmt: skip


def _branches(shown: Window) -> tuple[Ints, Ints, Ints]:
    """Return for every piece its branch off the main box's way, the bits on it and the depth below it."""
    parents, own, depths = shown.layout.parent, shown.layout.own, shown.layout.tree.boxes.depths
    on_way = {shown.main}
    while shown.frame not in on_way:
        on_way.add(parents[min(on_way)])
    branch, bits, below = [shown.frame], [0], [0]
    for at in range(shown.frame + 1, len(depths)):
        if depths[at] <= depths[shown.frame]:
            break
        parent = parents[at] - shown.frame
        if at in on_way:
            branch.append(at)
            bits.append(0)
            below.append(0)
        else:
            branch.append(branch[parent] if below[parent] else at)
            bits.append(bits[parent] | own[at])
            below.append(below[parent] + 1)
    place = shown.box - shown.frame
    return np.array(branch)[place], np.array(bits)[place], np.array(below)[place]


def _of_place(shown: Window, branch: Ints, below: Ints) -> list[Floats]:
    layout, main, pieces = shown.layout, shown.main, shown.box
    mass = shown.guess * layout.chars
    box_mass, box_chars = layout.within(mass), layout.within(layout.chars)
    box_guess, box_count = layout.within(shown.guess), layout.end - layout.first
    box_linked = layout.within(layout.chars * layout.linked)
    total = box_mass[0] + 1e-9
    parents = np.maximum(np.array(layout.parent), 0)
    parent = parents[pieces]
    depths = np.array(layout.tree.boxes.depths)
    leaves_at = depths[pieces] - below
    at = np.arange(shown.first, shown.end)
    first, end = int(layout.first[main]), int(layout.end[main])
    likely = np.flatnonzero(mass[first:end] > _LIKELY_MASS) + first
    start, stop = (likely[0], likely[-1]) if len(likely) else (first, end)
    make, family = _kin(shown, mass)
    return [
        (at >= first) & (at < end), np.minimum(depths[main] - leaves_at, 8), np.minimum(below, 10),
        (at - start) / max(stop - start, 1), make / total, family / total, np.array(layout.repeats)[pieces],
        box_guess[parent] / box_count[parent], np.log2(box_chars[parent] + 1),
        np.minimum(box_count[parent], 30), box_mass[parents[parent]] / total,
        box_guess[branch] / box_count[branch], box_linked[branch] / box_chars[branch],
        box_mass[branch] / total,
    ]  # fmt: skip


def _kin(shown: Window, mass: Floats) -> tuple[Floats, Floats]:
    """Return the likely text in boxes of the same make, and in the same parent's boxes of the same tag."""
    boxes = shown.layout.tree.boxes
    tags, names, parents = boxes.tags, boxes.names, boxes.parents
    masses: dict[tuple[int | str, ...], float] = {}
    for box, weight in zip(shown.layout.box.tolist(), mass.tolist(), strict=True):
        if weight:
            parent = parents[box]
            for kin in ((tags[box], names[box], tags[parent], names[parent]), (parent, tags[box])):
                masses[kin] = masses.get(kin, 0.0) + weight
    makes, families = [], []
    for box in shown.box.tolist():
        parent = parents[box]
        makes.append(masses.get((tags[box], names[box], tags[parent], names[parent]), 0.0))
        families.append(masses.get((parent, tags[box]), 0.0))
    return np.array(makes), np.array(families)


def _of_neighbours(shown: Window) -> list[Floats]:
    """Return the guesses for a piece, the one and the three on either side, and the lengths beside it."""
    layout, count = shown.layout, len(shown.guess)
    guesses = np.zeros(count + 6)
    guesses[3:-3] = shown.guess
    lengths = np.zeros(count + 2)
    lengths[1:-1] = np.log2(layout.chars + 1)
    sums = running(guesses)
    columns = (
        shown.guess, guesses[2:-4], guesses[4:-2], (sums[3 : count + 3] - sums[:count]) / 3,
        (sums[7 : count + 7] - sums[4 : count + 4]) / 3, lengths[:-2], lengths[2:],
    )  # fmt: skip
    return [column[shown.first : shown.end] for column in columns]

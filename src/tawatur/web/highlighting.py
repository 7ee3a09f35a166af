"""An article's body cut where what was found in it begins and ends, ready to be marked up."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tawatur.records.attribution import Attribution
from tawatur.records.read_page import ReadArticle
from tawatur.records.time_expression import TimeExpression

# Deeper nesting is not told apart by the eye.
_DEEPEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of one paragraph in which nothing begins or ends.

    `depth` counts the contents it lies in, three at most. `notes` are the indices of the
    attributions whose cue ends with it.
    """

    text: str
    source: bool
    cue: bool
    depth: int
    time: TimeExpression | None
    notes: tuple[int, ...]

    @property
    def classes(self) -> str:
        """The names of the segment's roles, empty where it has none."""
        roles = [name for name, held in (("source", self.source), ("cue", self.cue)) if held]
        return " ".join(roles + ([f"content-{self.depth}"] if self.depth else []))


@dataclass(slots=True)
class _Open:
    """What is open at one place of the body: counts, so that nesting of any depth costs nothing."""

    source: int = 0
    cue: int = 0
    content: int = 0
    times: list[TimeExpression] = field(default_factory=list)


def paragraphs(read: ReadArticle) -> tuple[tuple[Segment, ...], ...]:
    """Cut an article's body into paragraphs of segments.

    Sources, cues, contents and times may nest and overlap in any way: every segment tells all it
    lies in. No character of a paragraph is lost or shown twice.
    """
    return tuple(tuple(line) for line in _lines(read))


def _lines(read: ReadArticle) -> Iterator[list[Segment]]:
    body = read.article.body
    changes, notes = _changes(read.attributions, read.times), _notes(read.attributions)
    places = sorted({0, len(body), *(place for place in changes if place < len(body)), *_breaks(body)})
    opened = _Open()
    line: list[Segment] = []
    for start, end in pairwise(places):
        for role, step, time in changes.get(start, ()):
            _change(opened, role, step, time)
        text = body[start:end]
        if text != "\n":
            line.append(_segment(text, opened, tuple(notes.get(end, ()))))
        elif line:
            yield line
            line = []
    if line:
        yield line


def _breaks(body: str) -> Iterator[int]:
    """Give both ends of every newline."""
    place = body.find("\n")
    while place >= 0:
        yield place
        yield place + 1
        place = body.find("\n", place + 1)


def _changes(
    attributions: Sequence[Attribution], times: Sequence[TimeExpression]
) -> dict[int, list[tuple[str, int, TimeExpression | None]]]:
    """Tell for every place which roles open and close there."""
    changes: dict[int, list[tuple[str, int, TimeExpression | None]]] = defaultdict(list)
    for attribution in attributions:
        spans = (("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content))
        for role, span in spans:
            if span is not None:
                changes[span.start].append((role, 1, None))
                changes[span.end].append((role, -1, None))
    for time in times:
        changes[time.start].append(("time", 1, time))
        changes[time.end].append(("time", -1, time))
    return changes


def _change(opened: _Open, role: str, step: int, time: TimeExpression | None) -> None:
    if role == "source":
        opened.source += step
    elif role == "cue":
        opened.cue += step
    elif role == "content":
        opened.content += step
    elif time is not None and step > 0:
        opened.times.append(time)
    elif time is not None:
        opened.times.remove(time)


def _notes(attributions: Sequence[Attribution]) -> dict[int, list[int]]:
    notes: dict[int, list[int]] = defaultdict(list)
    for index, attribution in enumerate(attributions):
        notes[attribution.cue.end].append(index)
    return notes


def _segment(text: str, opened: _Open, notes: tuple[int, ...]) -> Segment:
    return Segment(
        text=text,
        source=opened.source > 0,
        cue=opened.cue > 0,
        depth=min(opened.content, _DEEPEST),
        time=opened.times[-1] if opened.times else None,
        notes=notes,
    )

"""A stretch of an article's body."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of characters, `start` up to but not including `end`.

    >>> Span(5, 9).of("قال الوزير")
    'لوزي'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

"""A time expression with its value, as TIMEX3 (ISO-TimeML) has it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TimeType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A stretch of the body that tells a time; `anchor` is the day it was resolved against."""

    start: int
    end: int
    type: TimeType
    value: str
    anchor: date | None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or negative time expression {self.start}:{self.end}")

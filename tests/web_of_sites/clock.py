"""A clock that passes only when it is slept by: the test web logs by it and fetchers pause by it."""

import asyncio
from datetime import UTC, datetime, timedelta

BEGAN = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class TestClock:
    """Begins at noon of 2 March 2026; whoever sleeps wakes at once, and it is later.

    The time of day is wrong by `wrong`.
    """

    __test__ = False

    def __init__(self) -> None:
        self.passed = 0.0
        self.wrong = timedelta(0)
        self.sleeps: list[float] = []

    def now(self) -> datetime:
        return BEGAN + timedelta(seconds=self.passed) + self.wrong

    def monotonic(self) -> float:
        return self.passed

    async def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.passed += seconds
        await asyncio.sleep(0)

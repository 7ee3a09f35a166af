"""The clock of this machine."""

import asyncio
from datetime import UTC

from tawatur.collect.fetching.clock import SystemClock


def test_it_goes_on() -> None:
    clock = SystemClock()
    began, date = clock.monotonic(), clock.now()
    asyncio.run(clock.sleep(0.001))
    assert clock.monotonic() > began
    assert clock.now() >= date
    assert date.tzinfo is UTC

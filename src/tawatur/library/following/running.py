"""A collector put together, and taken apart cleanly."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from random import Random, SystemRandom

from tawatur.collect.fetching.clock import Clock, SystemClock
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.warc_writing import WarcFile
from tawatur.library.following.asking import Asking
from tawatur.library.following.collector import Collector
from tawatur.library.following.intake import Intake
from tawatur.library.following.ledger import Ledger
from tawatur.library.following.means import Means
from tawatur.library.following.watching import Watch
from tawatur.outlets.directory import Directory
from tawatur.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a collector works with; `archive` gets every answer with content."""

    store: Store
    intake: Intake
    directory: Directory
    watch: Watch
    archive: WarcFile | None = None
    clock: Clock = field(default_factory=SystemClock)
    random: Random = field(default_factory=SystemRandom)


@asynccontextmanager
async def collector(setting: Setting, fetcher: Fetcher) -> AsyncIterator[Collector]:
    """Lend a collector; behind it everything it began is written and closed."""
    ledger = Ledger(setting.store)
    means = Means(
        asking=Asking(fetcher, setting.archive), ledger=ledger, clock=setting.clock, watch=setting.watch
    )
    try:
        yield Collector(means, setting.intake, directory=setting.directory, random=setting.random)
    finally:
        setting.intake.close()
        ledger.close()
        await fetcher.aclose()

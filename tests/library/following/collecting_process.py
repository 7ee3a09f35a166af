"""A collector on a test web in a process of its own, which can be killed: `... LIBRARY PORT`."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.web_of_sites.site import LOOPBACK

from tawatur.collect.fetching.addresses import Endpoint, PublicNetwork
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.fetching.manners import Manners
from tawatur.library.following.intake import ReadingProcess
from tawatur.library.following.running import Setting, collector
from tawatur.library.following.watching import Watch
from tawatur.outlets.directory import outlets
from tawatur.store.store import open_store


async def collect(library: Path, port: int) -> None:
    async def resolve(_host: str, _port: int) -> Sequence[Endpoint]:
        return [(LOOPBACK, port)]

    fetcher = Fetcher(manners=Manners(pause=0.05), network=PublicNetwork(resolve=resolve, allowed=[LOOPBACK]))
    with open_store(library) as store:
        setting = Setting(
            store=store,
            intake=ReadingProcess(library, workers=1),
            directory=outlets(),
            watch=Watch(),
        )
        async with collector(setting, fetcher) as made:
            await made.collect()


if __name__ == "__main__":
    asyncio.run(collect(Path(sys.argv[1]), int(sys.argv[2])))

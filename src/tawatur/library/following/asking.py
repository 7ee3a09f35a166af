"""Asking for addresses as collecting does: what comes is archived where somebody wants that."""

import asyncio

from tawatur.collect.fetching.answers import Answer, Fetched, Validators
from tawatur.collect.fetching.fetcher import Fetcher
from tawatur.collect.warc_writing import Answer as Archived
from tawatur.collect.warc_writing import WarcFile
from tawatur.errors import StoreError


class Asking:
    """A fetcher with an archive behind it. `begin_run` forgets what was asked for so far.

    An archive that cannot be written to ends the run, as a library does (StoreError): what
    was fetched for it stays due.
    """

    def __init__(self, fetcher: Fetcher, archive: WarcFile | None = None) -> None:
        self._fetcher = fetcher
        self._archive = archive
        self._asked: set[str] = set()
        self._writing = asyncio.Lock()

    def begin_run(self) -> None:
        """Let everything be asked for again."""
        self._asked = set()

    async def first(self, url: str, *, validators: Validators | None = None) -> Answer:
        """Ask for an address unless this run has asked for it, by itself or behind a redirection."""
        return await self._kept(await self._fetcher.fetch(url, validators=validators, asked=self._asked))

    async def again(self, url: str, *, validators: Validators | None = None) -> Answer:
        """Ask for an address whether or not this run has asked for it."""
        return await self._kept(await self._fetcher.fetch(url, validators=validators))

    async def sitemaps(self, url: str) -> tuple[str, ...]:
        """Return the sitemaps that the robots.txt of an address's site names."""
        return await self._fetcher.sitemaps(url)

    async def _kept(self, answer: Answer) -> Answer:
        if self._archive and isinstance(answer, Fetched):
            archived = Archived(
                url=answer.final_url,
                status=answer.status,
                headers=answer.headers,
                content=answer.content,
                fetched=answer.fetched,
            )
            # Appending to one file is no work for several threads at once, nor for the loop.
            async with self._writing:
                try:
                    await asyncio.to_thread(self._archive.add, archived)
                except OSError as error:
                    raise StoreError(f"the archive cannot be written to: {error.strerror}") from error
        return answer

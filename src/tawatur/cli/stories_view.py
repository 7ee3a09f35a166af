"""Stories in a list, for people."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import click

from tawatur.cli.terminal import Terminal
from tawatur.cli.wording import Wording
from tawatur.outlets.directory import Directory
from tawatur.store.chief_claims import ChiefClaim
from tawatur.store.stories import StoryHead

_OUTLETS_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story, the claim that stands for it, and the origins it won where that was asked."""

    head: StoryHead
    chief: ChiefClaim | None
    won: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesView:
    """Lays stories out for one terminal, in one language."""

    shown: Terminal
    wording: Wording
    outlets: Directory

    def stories(self, rows: Iterable[StoryRow]) -> Iterator[str]:
        """Yield stories, a row at a time: number and badge, title, chief claim, days and outlets."""
        for row in rows:
            head = row.head
            yield ""
            yield from self._words(" · ".join((f"{head.id}", *self._badge(row))), bold=True, fg="cyan")
            yield from self._styled(self.shown.rtl(head.title), bold=True)
            if row.chief is not None and row.chief.text != head.title:
                yield from self.shown.rtl(f"«{row.chief.text}»", indent=2)
            days = dict.fromkeys((str(head.first.date()), str(head.last.date())))
            names = [self._name(outlet) for outlet in head.outlets]
            more = [] if len(names) <= _OUTLETS_SHOWN else ["…"]
            told = "، ".join((*names[:_OUTLETS_SHOWN], *more))
            yield from self._styled(self.shown.rtl(f"{' – '.join(days)} {told}", indent=2), dim=True)

    def _badge(self, row: StoryRow) -> Iterator[str]:
        yield self.wording.count("articles", row.head.articles)
        if row.chief is not None:
            yield self.wording.span("origins", row.chief.origins_min, row.chief.origins_max)
        if row.won is not None:
            yield self.wording.count("new_origins", row.won)

    def _name(self, outlet: str) -> str:
        known = self.outlets.by_id(outlet) or self.outlets.by_name(outlet)
        return known.name if known else outlet

    def _words(self, text: str, *, bold: bool = False, fg: str | None = None) -> Iterator[str]:
        lay = self.shown.rtl if self.wording.direction == "rtl" else self.shown.ltr
        for row in lay(text):
            yield click.style(row, bold=bold, fg=fg)

    @staticmethod
    def _styled(rows: Iterator[str], *, bold: bool = False, dim: bool = False) -> Iterator[str]:
        for row in rows:
            yield click.style(row, bold=bold, dim=dim)

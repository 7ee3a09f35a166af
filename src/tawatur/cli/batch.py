"""How every verb takes its pages in: streamed, on every core, with progress, each refusal told in a line."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from tawatur.batches import Item, cores, each_page
from tawatur.cli.terminal import plain
from tawatur.collect.inputs import pages
from tawatur.records.page import Page
from tawatur.records.refusal import Refusal

T = TypeVar("T")


def outlets_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb `--outlets`, which it takes as `further_outlets`."""
    return click.option(
        "--outlets",
        "further_outlets",
        multiple=True,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="A TOML file of outlets to know beside the bundled ones; may be repeated.",
    )(command)


def page_arguments(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb the arguments that every reading verb takes: PAGE..., --outlets and --json."""
    for decorate in (
        click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a view for people."),
        outlets_option,
        click.argument("sources", metavar="PAGE...", nargs=-1, required=True),
    ):
        command = decorate(command)
    return command


@dataclass(slots=True)
class Batch:
    """One run over the user's pages; counts what was taken and what was refused.

    Each refusal is told on standard error as it is met.
    """

    sources: tuple[str, ...]
    taken: int = 0
    refused: int = 0
    _console: Console = field(default_factory=lambda: Console(stderr=True, highlight=False))

    def watched(
        self, work: Callable[[Page], T], refusal_of: Callable[[T], Refusal | None]
    ) -> Iterator[tuple[Item, T | Refusal]]:
        """Yield as `each` does, counting the pages on standard error where that is a terminal."""
        made = self.each(work, refusal_of)
        yield from self.counted(made)

    def counted(self, made: Iterable[T], *, of: int | None = None) -> Iterator[T]:
        """Yield what is made of each page, counting on standard error where that is a terminal.

        `of` is how many there are, where that is known beforehand.
        """
        with Progress(
            SpinnerColumn(),
            TextColumn("{task.completed} pages" if of is None else "{task.completed} / {task.total} pages"),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            disable=not sys.stderr.isatty(),
        ) as progress:
            task = progress.add_task("", total=of)
            for one in made:
                progress.advance(task)
                yield one

    def each(
        self, work: Callable[[Page], T], refusal_of: Callable[[T], Refusal | None]
    ) -> Iterator[tuple[Item, T | Refusal]]:
        """Yield each page with what `work` made of it, and tell every refusal."""
        for item, result in each_page(pages(self.sources), work, workers=cores()):
            refusal = result if isinstance(result, Refusal) else refusal_of(result)
            self.tell(refusal)
            yield item, result

    def tell(self, refusal: Refusal | None) -> None:
        """Count a page, and tell on standard error why it was refused, if it was."""
        if refusal is None:
            self.taken += 1
            return
        self.refused += 1
        line = f"refused {refusal.id}: {refusal.reason}: {refusal.detail}"
        self._console.print(plain(line), markup=False, soft_wrap=True)

    def finish(self) -> None:
        """Leave with status 1 where nothing at all could be read."""
        if not self.taken:
            sys.exit(1)

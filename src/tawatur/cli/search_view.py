"""What a search found, for people: the words looked for stand in brackets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from tawatur.cli.terminal import Terminal
from tawatur.cli.wording import Wording
from tawatur.outlets.directory import Directory
from tawatur.store.heads import ArticleHead
from tawatur.store.search.highlight import Excerpt
from tawatur.store.search.results import Found, FoundArticle, FoundStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """Lays results out for one terminal, in one language."""

    shown: Terminal
    wording: Wording
    outlets: Directory

    def articles(self, found: Found[FoundArticle], ignored: Sequence[str]) -> Iterator[str]:
        """Yield articles, a row at a time: title, passage, and where it comes from."""
        yield from self._total("articles", found.total, ignored)
        for one in found.items:
            yield ""
            for row in self.shown.rtl(_marked(one.title)):
                yield click.style(row, bold=True)
            yield from self.shown.rtl(_marked(one.passage), indent=2)
            yield from self._from(one.article)

    def statements(self, found: Found[FoundStatement], ignored: Sequence[str]) -> Iterator[str]:
        """Yield statements, a row at a time: who through whom, the content, and where it stands."""
        yield from self._total("statements", found.total, ignored)
        for one in found.items:
            said = one.statement.attribution
            yield ""
            carried = map(self._name, said.relays)
            source = " ← ".join((said.resolved or self.wording.say("no_source"), *carried))
            for row in self.shown.rtl(f"{source} ({one.statement.moment.date()})"):
                yield click.style(row, fg="cyan")
            yield from self.shown.rtl(_marked(one.passage), indent=2)
            yield from self._from(one.statement.article)

    def _total(self, noun: str, total: int, ignored: Sequence[str]) -> Iterator[str]:
        yield from self._words(self.wording.count(noun, total), bold=True)
        if ignored:
            yield from self._words(self.wording.say("ignored", pieces=" ".join(ignored)), fg="yellow")

    def _from(self, article: ArticleHead) -> Iterator[str]:
        when = article.published.value[:10] if article.published else self.wording.say("unpublished")
        outlet = self._name(article.outlet) if article.outlet else ""
        for row in self.shown.rtl(f"{outlet} {when} {article.name}".strip(), indent=2):
            yield click.style(row, dim=True)

    def _words(self, text: str, *, bold: bool = False, fg: str | None = None) -> Iterator[str]:
        """Yield our own wording in the direction of its language."""
        lay = self.shown.rtl if self.wording.direction == "rtl" else self.shown.ltr
        for row in lay(text):
            yield click.style(row, bold=bold, fg=fg)

    def _name(self, outlet: str) -> str:
        known = self.outlets.by_id(outlet) or self.outlets.by_name(outlet)
        return known.name if known else outlet


def _marked(excerpt: Excerpt) -> str:
    """Return the text with its marks in brackets, which also a pipe can show."""
    pieces: list[str] = []
    behind = 0
    for start, end in excerpt.marks:
        pieces += (excerpt.text[behind:start], f"[{excerpt.text[start:end]}]")
        behind = end
    # A passage is one stretch of a line.
    return " ".join(("".join(pieces) + excerpt.text[behind:]).split())

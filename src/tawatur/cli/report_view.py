"""The provenance report for people: the answer first, then every chain behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from tawatur.cli.terminal import Terminal
from tawatur.cli.wording import Wording
from tawatur.outlets.directory import Directory
from tawatur.records.article import Article
from tawatur.records.claim import Chain, Claim, Origin
from tawatur.records.copy_family import CopyFamily
from tawatur.records.read_page import ReadPage
from tawatur.records.story import Story

# The arrow points on, from whoever spoke to whoever carried it, in a line that reads from the right.
_CARRIED_BY = " ← "


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """Lays a report out for one terminal, in one language."""

    shown: Terminal
    wording: Wording
    outlets: Directory
    families: tuple[CopyFamily, ...]

    def report(
        self, pages: Sequence[ReadPage], stories: Sequence[tuple[Story, tuple[Claim, ...]]]
    ) -> Iterator[str]:
        """Yield the whole report, a row at a time."""
        read = [page for page in pages if page.articles]
        articles = {made.article.id: made.article for page in read for made in page.articles}
        told = [(story, claims) for story, claims in stories if claims]
        yield from self._words(
            " · ".join(
                (
                    self.wording.count("pages", len(pages)),
                    self.wording.count("refused", len(pages) - len(read)),
                    self.wording.count("stories", len(stories)),
                    self.wording.count("claims", sum(len(claims) for _, claims in stories)),
                )
            ),
            bold=True,
        )
        yield from self._words(self.wording.say("conflict_free"), dim=True)
        for story, claims in sorted(told, key=lambda pair: -len(pair[0].articles)):
            yield from self._story(story, claims, articles)

    def groups(self, stories: Sequence[Story], articles: Sequence[Article]) -> Iterator[str]:
        """Yield the stories of more than one article, each with its articles and copies."""
        known = {article.id: article for article in articles}
        several = [story for story in stories if len(story.articles) > 1]
        yield from self._words(
            " · ".join(
                (
                    self.wording.count("articles", len(articles)),
                    self.wording.count("stories", len(several)),
                    self.wording.count("copy_families", len(self.families)),
                )
            ),
            bold=True,
        )
        for story in several:
            yield from self._heading(story)
            for id_ in story.articles:
                yield from self.shown.rtl(self._placed(known[id_]), indent=2)
            yield from self._copies(story)

    def _story(self, story: Story, claims: Sequence[Claim], articles: dict[str, Article]) -> Iterator[str]:
        yield from self._heading(story)
        yield from self._copies(story)
        shared = [claim for claim in claims if len(claim.pages) > 1 or claim.denied_by]
        alone = len(claims) - len(shared)
        for claim in shared or claims:
            yield from self._claim(claim, articles)
        if shared and alone:
            yield ""
            yield from self._words(self.wording.count("single_page_claims", alone), dim=True, indent=2)

    def _heading(self, story: Story) -> Iterator[str]:
        yield ""
        label = f"{self.wording.say('story')} · {self.wording.count('articles', len(story.articles))}"
        rule = "═" * max((self.shown.width or 80) - len(label) - 1, 3)
        yield from self._words(f"{label} {rule}", fg="cyan")
        yield from self._styled(self.shown.rtl(story.title), bold=True)

    def _copies(self, story: Story) -> Iterator[str]:
        inside = set(story.articles)
        for family in self.families:
            if inside.issuperset(family.articles):
                root = self._name(family.root) if family.root else self.wording.say("root_unknown")
                members = ", ".join(family.articles)
                count = self.wording.count("articles", len(family.articles))
                text = f"{self.wording.say('copies', count=count, root=root)} {members}"
                yield from self._words(text, dim=True)

    def _claim(self, claim: Claim, articles: dict[str, Article]) -> Iterator[str]:
        yield ""
        answer = " · ".join(
            (
                self.wording.count("pages", len(claim.pages)),
                self.wording.span("origins", claim.origins_min, claim.origins_max),
            )
        )
        yield from self._words(f"▌ {answer}", bold=True, fg="green" if claim.origins_min > 1 else None)
        yield from self._styled(self.shown.rtl(f"«{claim.text}»", indent=2))
        for number, origin in enumerate(claim.origins, 1):
            yield from self._origin("origin", number, origin, articles)
        for number, denier in enumerate(claim.denied_by, 1):
            yield from self._origin("denied_by", number, denier, articles)

    def _origin(self, key: str, number: int, origin: Origin, articles: dict[str, Article]) -> Iterator[str]:
        """Yield an origin, why it counts as one, and its chains; equal chains of one page once."""
        colour = "red" if key == "denied_by" else "cyan"
        party = self.wording.say(key, number=number, party=origin.party or self.wording.say("no_source"))
        yield from self._styled(self.shown.rtl(party, indent=2), fg=colour)
        first = self._name(origin.first_outlet) if origin.first_outlet else self.wording.say("unknown_outlet")
        why = self.wording.say(f"standing_{origin.standing}", outlet=first)
        yield from self._words(why, indent=4, dim=True)
        for row in dict.fromkeys(self._chain(chain, articles) for chain in origin.chains):
            yield from self.shown.rtl(row, indent=4)

    def _chain(self, chain: Chain, articles: dict[str, Article]) -> str:
        outlets = (*chain.relays, chain.outlet) if chain.outlet else chain.relays
        steps = dict.fromkeys((chain.party or self.wording.say("no_source"), *map(self._name, outlets)))
        published = articles[chain.article].published
        when = f" {published.value[:10]}" if published else ""
        return _CARRIED_BY.join(steps) + f" ({chain.article}{when})"

    def _placed(self, article: Article) -> str:
        when = article.published.value[:10] if article.published else self.wording.say("unpublished")
        outlet = self._name(article.outlet) if article.outlet else ""
        return f"{article.title or article.body[:80]} ({outlet} {when} {article.id})"

    def _name(self, outlet: str) -> str:
        """Return the one name of an outlet known by this id or spelling; else what was given."""
        known = self.outlets.by_id(outlet) or self.outlets.by_name(outlet)
        return known.name if known else outlet

    def _words(self, text: str, *, indent: int = 0, **style: object) -> Iterator[str]:
        """Yield our own wording in the direction of its language."""
        lay = self.shown.rtl if self.wording.direction == "rtl" else self.shown.ltr
        return self._styled(lay(text, indent=indent), **style)

    @staticmethod
    def _styled(rows: Iterator[str], **style: object) -> Iterator[str]:
        for row in rows:
            yield click.style(row, **style)  # type: ignore[arg-type]

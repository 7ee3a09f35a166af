"""The provenance report for people: the answer first, then every chain behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import click

from tawatur.cli.terminal import Terminal
from tawatur.cli.wording import Wording
from tawatur.outlets.directory import Directory
from tawatur.records.article import Article
from tawatur.records.claim import Chain, Claim, Merge, Origin, Standing
from tawatur.records.copy_family import CopyFamily
from tawatur.records.read_page import ReadPage
from tawatur.records.story import Story

# The arrow points on, from whoever spoke to whoever carried it, in a line that reads from the right.
_CARRIED_BY = " ← "


# A quotation is cut behind this many characters.
_LONGEST_QUOTE = 280


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the claims of one story point to: articles by their ids, claims by their keys."""

    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]


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
        told = [(story, sorted(claims, key=_hidden)) for story, claims in stories if claims]
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
            yield from self._listed(story, known)

    def whole(self, story: Story, claims: Sequence[Claim], articles: Mapping[str, Article]) -> Iterator[str]:
        """Yield one story with all there is: its articles in order, its copies, every claim."""
        yield from self._listed(story, articles)
        told = Told(articles=articles, claims={claim.key: claim for claim in claims})
        for claim in sorted(claims, key=_hidden):
            yield from self.claim(claim, told)

    def _listed(self, story: Story, articles: Mapping[str, Article]) -> Iterator[str]:
        yield from self._heading(story)
        for id_ in story.articles:
            yield from self.shown.rtl(self._placed(articles[id_]), indent=2)
        yield from self._copies(story)

    def _story(self, story: Story, claims: Sequence[Claim], articles: Mapping[str, Article]) -> Iterator[str]:
        yield from self._heading(story)
        yield from self._copies(story)
        shared = [claim for claim in claims if len(claim.pages) > 1 or claim.denied_by or claim.conflicts]
        alone = len(claims) - len(shared)
        told = Told(articles=articles, claims={claim.key: claim for claim in claims})
        for claim in shared or claims:
            yield from self.claim(claim, told)
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

    def claim(self, claim: Claim, told: Told) -> Iterator[str]:
        """Yield a claim with its origins, their chains, and who denies it."""
        yield ""
        answer = " · ".join(
            (
                self.wording.count("pages", len(claim.pages)),
                self.wording.span("origins", claim.origins_min, claim.origins_max),
                *self._first(claim, told.articles),
            )
        )
        yield from self._words(f"▌ {answer}", bold=True, fg="green" if claim.origins_min > 1 else None)
        yield from self._styled(self.shown.rtl(f"«{claim.text}»", indent=2))
        for conflict in claim.conflicts:
            other = told.claims[conflict.claim].text
            said = self.wording.say(
                "conflict", ours=f"{conflict.ours:,f}", theirs=f"{conflict.theirs:,f}", claim=other
            )
            yield from self._words(said, indent=2, fg="yellow")
        for doubt in claim.doubts:
            why = self.wording.say(f"doubt_{doubt.reason.replace('-', '_')}")
            said = self.wording.say("perhaps_one", one=doubt.one + 1, other=doubt.other + 1, why=why)
            yield from self._words(said, indent=2, dim=True)
        for number, origin in enumerate(claim.origins, 1):
            yield from self._origin("origin", number, origin, told.articles)
        for number, denier in enumerate(claim.denied_by, 1):
            yield from self._origin("denied_by", number, denier, told.articles)

    def _first(self, claim: Claim, articles: Mapping[str, Article]) -> Iterator[str]:
        """Yield who had it first, where a day of publication tells it of one page alone."""
        if len(claim.first_pages) != 1 or len(claim.pages) == 1:
            return
        (page,) = claim.first_pages
        article = next(a for a in articles.values() if a.page == page)
        when = article.published.value[:10] if article.published else ""
        name = self._name(article.outlet) if article.outlet else page
        yield self.wording.say("first", outlet=name, when=when)

    def _origin(
        self, key: str, number: int, origin: Origin, articles: Mapping[str, Article]
    ) -> Iterator[str]:
        """Yield an origin, why it counts as one, and its chains; equal chains of one page once."""
        colour = "red" if key == "denied_by" else "cyan"
        # Where nobody is named the party is the outlet, by its id.
        named = self._name(origin.party) if origin.standing is Standing.SILENT else origin.party
        party = self.wording.say(key, number=number, party=named or self.wording.say("no_source"))
        yield from self._styled(self.shown.rtl(party, indent=2), fg=colour)
        first = self._name(origin.first_outlet) if origin.first_outlet else self.wording.say("unknown_outlet")
        why = self.wording.say(f"standing_{origin.standing}", outlet=first)
        yield from self._words(why, indent=4, dim=True)
        joined = {(one.article, one.mention): one.reason for one in origin.joined}
        rows: dict[str, tuple[Merge | None, str]] = {}
        for chain in origin.chains:
            reason = joined.get((chain.article, chain.party))
            rows.setdefault(self._chain(chain, articles), (reason, _quoted(chain, articles)))
        quoted = ""
        for row, (reason, quote) in rows.items():
            yield from self.shown.rtl(row, indent=4)
            if reason:
                said = self.wording.say(f"merge_{reason.replace('-', '_')}")
                yield from self._words(said, indent=6, dim=True)
            if quote != quoted:
                yield from self._styled(self.shown.rtl(f"“{quote}”", indent=6), italic=True)
            quoted = quote

    def _chain(self, chain: Chain, articles: Mapping[str, Article]) -> str:
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


def _hidden(claim: Claim) -> int:
    """Sort first what most pages say beyond those that heard it: there a reader is most misled."""
    return claim.origins_min - len(claim.pages)


def _quoted(chain: Chain, articles: Mapping[str, Article]) -> str:
    """Return the sentence that carries a claim, with its cue, or the title that does, on one line."""
    article = articles[chain.article]
    text = chain.sentence.of(article.body) if chain.sentence else article.title or ""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else line[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"

"""One page for people: its articles, then who says what in them, and why we think so."""

from collections import Counter
from collections.abc import Iterator

import click

from tawatur.cli.terminal import Terminal
from tawatur.cli.wording import Wording
from tawatur.records.article import Article, Place
from tawatur.records.attribution import Attribution, SaidFrom
from tawatur.records.read_page import ReadArticle, ReadPage


def show_page(page: ReadPage, shown: Terminal, wording: Wording) -> Iterator[str]:
    """Yield a page's articles with their attributions, a row at a time."""
    yield ""
    label = f"{page.id} · {wording.count('articles', len(page.articles))}"
    yield click.style(f"{label} {'═' * max((shown.width or 80) - len(label) - 1, 3)}", fg="cyan")
    for read in page.articles:
        yield from _article(read, shown, wording)


def _article(read: ReadArticle, shown: Terminal, wording: Wording) -> Iterator[str]:
    article = read.article
    yield ""
    if article.place is Place.RELATED:
        yield click.style(wording.say("related"), dim=True)
    for row in shown.rtl(article.title or ""):
        yield click.style(row, bold=True)
    yield click.style(_placed(article, wording), dim=True)
    for line in (article.byline, article.dateline, " + ".join(article.credits)):
        for row in shown.rtl(line) if line else ():
            yield click.style(row, dim=True)
    yield from shown.rtl(article.body)
    if article.furniture:
        kinds = Counter(piece.kind for piece in article.furniture)
        listed = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
        yield click.style(f"{wording.say('taken_out')}: {listed}", dim=True)
    yield click.style(wording.count("statements", len(read.attributions)), bold=True)
    for attribution in read.attributions:
        yield from _attribution(attribution, article.body, shown, wording)


def _placed(article: Article, wording: Wording) -> str:
    published = article.published
    when = f"{published.value} ({published.how})" if published else wording.say("unpublished")
    return " · ".join(filter(None, (article.outlet, when)))


def _attribution(attribution: Attribution, body: str, shown: Terminal, wording: Wording) -> Iterator[str]:
    source = attribution.resolved or wording.say("no_source")
    for row in shown.rtl(" ← ".join((source, *attribution.relays)), indent=2):
        yield click.style(row, fg="cyan")
    yield from shown.rtl(f"{attribution.cue.of(body)}: {attribution.content.of(body)}", indent=4)
    notes = [str(attribution.kind), str(attribution.act), attribution.licence]
    if (said := attribution.said_at) is not None:
        key = "reported_on" if said.how is SaidFrom.REPORT else "said_on"
        notes.append(wording.say(key, day=said.value))
    notes += [wording.say("direct")] if attribution.direct else []
    notes += [wording.say("inside")] if attribution.inside is not None else []
    yield click.style(f"    {' · '.join(notes)}", dim=True)

"""What each feed of the reader tells: stories, one story as it grows, statements, articles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from sqlalchemy import Connection

from tawatur.exports.channel import Channel, Entry
from tawatur.records.claim import Claim
from tawatur.store.chief_claims import ChiefClaim, chief_claims
from tawatur.store.claims import StoredClaim
from tawatur.store.heads import ArticleHead
from tawatur.store.identity import library_name
from tawatur.store.statements import StatementView
from tawatur.store.stories import StoryHead, StoryView
from tawatur.web.addresses import original
from tawatur.web.strangers import shortened
from tawatur.web.visit import Visit

MOST_ENTRIES = 20
# The project has no domain whose name it could give out; nobody will ever have this one (RFC 2606).
_AUTHORITY = "tag:tawatur.invalid,2026"
_KEPT = "/?&=%+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Makes entries for one visit; `library` keeps the numbers of one library from those of another."""

    visit: Visit
    library: str

    def channel(self, name: str, title: str, home: str, entries: Iterable[Entry]) -> Channel:
        """Return a feed; `name` is what it has instead of a number, `home` the page it belongs to."""
        newest = sorted(entries, key=lambda entry: (entry.updated, entry.id), reverse=True)
        return Channel(
            id=self._tag(name),
            title=f"{shortened(title)} · {self.visit.speech.say('name')}",
            language=self.visit.language,
            address=str(self.visit.request.url),
            home=self._absolute(home),
            entries=tuple(newest[:MOST_ENTRIES]),
        )

    def stories(self, connection: Connection, heads: Iterable[StoryHead]) -> Iterator[Entry]:
        """Yield stories, each with the claim that stands for it."""
        listed = list(heads)
        chief = chief_claims(connection, [head.id for head in listed])
        for head in listed:
            yield self._story(head, chief.get(head.id))

    def development(self, view: StoryView) -> Iterator[Entry]:
        """Yield the articles of a story and the claims that more than one page carries, as they came."""
        yield from self.articles(view.articles)
        moments = {head.name: head.moment for head in view.articles}
        for stored in view.claims:
            carried = [moments[one.article] for one in stored.claim.members if one.article in moments]
            if carried and len(stored.claim.pages) > 1:
                yield self._claim(stored, min(carried), max(carried))

    def articles(self, heads: Iterable[ArticleHead]) -> Iterator[Entry]:
        """Yield articles by their titles."""
        for head in heads:
            yield self.article(head, "")

    def article(self, head: ArticleHead, text: str) -> Entry:
        """Return an article, with what of its text is to be shown."""
        return Entry(
            id=self._tag(f"article/{head.id}"),
            address=self._absolute(self.visit.addresses.article(head.id)),
            title=shortened(head.title or head.name),
            text=shortened(text),
            published=head.moment,
            updated=head.moment,
            authors=self._outlet(head),
            original=original(head.url),
        )

    def statement(self, statement: StatementView) -> Entry:
        """Return what somebody said, with who carried it."""
        attribution, head = statement.attribution, statement.article
        way = dict.fromkeys((*map(self.visit.names.name, attribution.relays), *self._outlet(head)))
        return Entry(
            id=self._tag(f"article/{head.id}/statement/{statement.number}"),
            address=self._absolute(self.visit.addresses.article(head.id)),
            title=shortened(statement.content),
            text=shortened(self.visit.speech.listed((attribution.resolved or "", *way)).strip()),
            published=statement.moment,
            updated=statement.moment,
            authors=(shortened(attribution.resolved),) if attribution.resolved else (),
            original=original(head.url),
        )

    def _story(self, head: StoryHead, chief: ChiefClaim | None) -> Entry:
        told = "" if chief is None else f"{chief.text}\n{self._badge(chief.pages, chief)}"
        return Entry(
            id=self._tag(f"story/{head.id}"),
            address=self._absolute(self.visit.addresses.story(head.id)),
            title=shortened(head.title),
            text=shortened(told, most=1000),
            published=head.first,
            updated=head.last,
            authors=tuple(shortened(self.visit.names.name(outlet)) for outlet in head.outlets),
        )

    def _claim(self, stored: StoredClaim, first: datetime, last: datetime) -> Entry:
        claim = stored.claim
        return Entry(
            id=self._tag(f"claim/{claim.key}"),
            address=self._absolute(self.visit.addresses.claim(claim.key)),
            title=shortened(claim.text),
            text=self._badge(len(claim.pages), claim),
            published=first,
            updated=last,
            authors=tuple(shortened(origin.party) for origin in claim.origins if origin.party),
        )

    def _badge(self, pages: int, counted: ChiefClaim | Claim) -> str:
        speech = self.visit.speech
        origins = speech.span("origins", counted.origins_min, counted.origins_max)
        return f"{speech.count('pages', pages)} · {origins}"

    def _outlet(self, head: ArticleHead) -> tuple[str, ...]:
        return (shortened(self.visit.names.name(head.outlet)),) if head.outlet else ()

    def _tag(self, name: str) -> str:
        return f"{_AUTHORITY}:{self.library}/{quote(name, safe=_KEPT)}"

    def _absolute(self, address: str) -> str:
        return f"{str(self.visit.request.base_url).rstrip('/')}{address}"


def teller(connection: Connection, visit: Visit) -> Teller:
    """Return who makes the entries of a visit."""
    return Teller(visit=visit, library=library_name(connection))

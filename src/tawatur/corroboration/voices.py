"""Voices: who is heard saying a claim on one page, and through whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tawatur.arabic.folding import folded
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.parties import Party, outlet_key
from tawatur.corroboration.statement import Stated, Statement
from tawatur.outlets.directory import Directory
from tawatur.records.claim import Chain, Stance, Standing
from tawatur.records.copy_family import CopyFamily

Informants = Mapping[str, tuple[Party, ...]]
"""The named parties that each outlet, by its key, is told to have heard first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One statement of a claim, with the party behind it and the way it took.

    `carriers` are the keys of its relays, the nearest to the party first. `root` names where
    the article's text comes from (the root of its copy family, an agency it credits, else its
    publisher), `None` where it credits nobody in particular, and `root_key` is that outlet's key.
    `place` is the article's in order of publication, `text` what the copies of one text share.
    """

    statement: Statement
    stance: Stance
    stated: Stated
    party: Party
    relays: tuple[str, ...]
    carriers: tuple[str, ...]
    root: str | None
    root_key: str | None
    place: int
    text: str

    @property
    def first_outlet(self) -> str | None:
        """The outlet that heard the party first: the relay nearest to it, else where the text comes from."""
        return self.relays[0] if self.relays else self.root

    @property
    def first_key(self) -> str | None:
        """The key of the first outlet, none where it is only told that agencies or media heard it."""
        return (self.carriers[0] or None) if self.carriers else self.root_key

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return self.stated.published.day if self.stated.published else None

    @property
    def position(self) -> tuple[int, int]:
        """Where it stands in the story: by article, then by place in the text; a title comes first."""
        return self.place, self.statement.span.start if self.statement.span else -1

    @property
    def chain(self) -> Chain:
        """How the claim reached this article."""
        return Chain(
            party=self.party.mention,
            relays=self.relays,
            article=self.stated.article,
            outlet=self.stated.outlet,
            span=self.statement.span,
            sentence=self.statement.sentence,
        )


def through_outlets_beside(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """Give a voice the outlet as its relay that the same article gives as another source of the same words.

    «The site reported that prices will rise, according to informed sources»: they told the site.
    """
    outlets: dict[str, list[Voice]] = {}
    for voice in voices:
        if voice.party.standing is Standing.OUTLET and voice.party.outlet:
            outlets.setdefault(voice.stated.article, []).append(voice)
    return tuple(_through(voice, outlets.get(voice.stated.article, ())) for voice in voices)


def _through(voice: Voice, outlets: Sequence[Voice]) -> Voice:
    if voice.relays or voice.party.standing not in (Standing.NAMED, Standing.UNNAMED):
        return voice
    said = voice.statement.span
    for outlet in outlets:
        span = outlet.statement.span
        if said and span and span.overlaps(said):
            return replace(voice, relays=(outlet.party.mention,), carriers=(outlet.party.outlet or "",))
    return voice


class Listener:
    """Hears the voices behind the statements of a story: knows its articles, their order and their copies."""

    def __init__(
        self,
        articles: Sequence[Stated],
        families: Sequence[CopyFamily],
        *,
        lexicons: CorroborationLexicons,
        outlets: Directory,
    ) -> None:
        self._articles = {stated.article: stated for stated in articles}
        self._places = {stated.article: place for place, stated in enumerate(articles)}
        self._families = {
            article: family for family in families for article in family.articles if article in self._places
        }
        self._lexicons = lexicons
        self._outlets = outlets
        self._roots = {stated.article: self._root(stated) for stated in articles}
        keys = {root: self._publisher_key(root) for root in set(self._roots.values()) if root is not None}
        self.informants = _informants(articles)
        """Who is told to have spoken to each outlet, anywhere in the story."""
        self._root_keys = {article: keys.get(root or "") for article, root in self._roots.items()}

    def voice(self, statement: Statement, stance: Stance) -> Voice:
        """Return who is heard in one statement."""
        article = statement.article
        family = self._families.get(article)
        return Voice(
            statement=statement,
            stance=stance,
            stated=self._articles[article],
            party=statement.party,
            relays=statement.relays,
            carriers=statement.carriers,
            root=self._roots[article],
            root_key=self._root_keys[article],
            place=self._places[article],
            text=family.articles[0] if family else article,
        )

    def _root(self, stated: Stated) -> str | None:
        """Name where a text comes from; nothing tells it where only agencies in general are credited."""
        family = self._families.get(stated.article)
        if family and family.root:
            return family.root
        empty = self._lexicons.anonymous_credits.folded
        named = [credit for credit in stated.credits if folded(credit) not in empty]
        if named:
            return named[0]
        return None if stated.credits else stated.outlet

    def _publisher_key(self, name: str) -> str:
        known = self._outlets.by_id(name)
        return known.id if known else outlet_key(name, outlets=self._outlets)


def _informants(articles: Sequence[Stated]) -> Informants:
    found: dict[str, dict[Party, None]] = {}
    for stated in articles:
        for statement in stated.statements:
            if statement.carriers and statement.party.standing is Standing.NAMED:
                found.setdefault(statement.carriers[0], {})[statement.party] = None
    return {outlet: tuple(parties) for outlet, parties in found.items()}

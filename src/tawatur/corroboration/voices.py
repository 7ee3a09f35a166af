"""Voices: who is heard saying a claim on one page, and through whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tawatur.arabic.folding import folded
from tawatur.corroboration.lexicons import CorroborationLexicons
from tawatur.corroboration.parties import Party, outlet_key, party_of
from tawatur.outlets.directory import Directory
from tawatur.records.article import Article
from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Chain, Member, Standing
from tawatur.records.copy_family import CopyFamily
from tawatur.records.read_page import ReadArticle


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One member of a claim, with the party behind it and the way it took.

    `carriers` are the keys of its relays, the nearest to the party first. `root` names where
    the article's text comes from (the root of its copy family, an agency it credits, else its
    publisher), `None` where it credits nobody in particular, and `root_key` is that outlet's key.
    `place` is the article's in order of publication, `text` what the copies of one text share.
    """

    member: Member
    article: Article
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
        """The key of the first outlet."""
        return self.carriers[0] if self.carriers else self.root_key

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return self.article.published.day if self.article.published else None

    @property
    def chain(self) -> Chain:
        """How the claim reached this article."""
        return Chain(
            party=self.party.mention,
            relays=self.relays,
            article=self.article.id,
            outlet=self.article.outlet,
            span=self.member.span,
        )


def through_outlets_beside(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """Give a voice the outlet as its relay that the same article gives as another source of the same words.

    «The site reported that prices will rise, according to informed sources»: they told the site.
    """
    outlets: dict[str, list[Voice]] = {}
    for voice in voices:
        if voice.party.standing is Standing.OUTLET and voice.party.outlet:
            outlets.setdefault(voice.article.id, []).append(voice)
    return tuple(_through(voice, outlets.get(voice.article.id, ())) for voice in voices)


def _through(voice: Voice, outlets: Sequence[Voice]) -> Voice:
    if voice.relays or voice.party.standing not in (Standing.NAMED, Standing.UNNAMED):
        return voice
    for outlet in outlets:
        if outlet.member.span.overlaps(voice.member.span):
            return replace(voice, relays=(outlet.party.mention,), carriers=(outlet.party.outlet or "",))
    return voice


class Listener:
    """Hears the voices behind the members of claims: knows the articles, their order and their copies."""

    def __init__(
        self,
        order: Sequence[str],
        articles: Mapping[str, ReadArticle],
        families: Sequence[CopyFamily],
        *,
        lexicons: CorroborationLexicons,
        outlets: Directory,
    ) -> None:
        self._articles = articles
        self._places = {article: place for place, article in enumerate(order)}
        self._families = {article: family for family in families for article in family.articles}
        self._lexicons = lexicons
        self._outlets = outlets

    def voice(self, member: Member) -> Voice:
        """Return who is heard in one member of a claim."""
        read = self._articles[member.article]
        attribution = None if member.attribution is None else read.attributions[member.attribution]
        family = self._families.get(member.article)
        root = self._root(read.article, family)
        relays = attribution.relays if attribution else ()
        return Voice(
            member=member,
            article=read.article,
            party=party_of(
                attribution.resolved if attribution else None,
                attribution.kind if attribution else SourceKind.OUTLET,
                lexicons=self._lexicons,
                outlets=self._outlets,
            ),
            relays=relays,
            carriers=tuple(outlet_key(relay, outlets=self._outlets) for relay in relays),
            root=root,
            root_key=None if root is None else self._publisher_key(root),
            place=self._places[member.article],
            text=family.articles[0] if family else member.article,
        )

    def _root(self, article: Article, family: CopyFamily | None) -> str | None:
        """Name where a text comes from; nothing tells it where only agencies in general are credited."""
        if family and family.root:
            return family.root
        empty = self._lexicons.anonymous_credits.folded
        named = [credit for credit in article.credits if folded(credit) not in empty]
        if named:
            return named[0]
        return None if article.credits else article.outlet

    def _publisher_key(self, name: str) -> str:
        known = self._outlets.by_id(name)
        return known.id if known else outlet_key(name, outlets=self._outlets)

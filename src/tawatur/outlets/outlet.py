"""What is known of one outlet."""

from dataclasses import dataclass
from enum import StrEnum

from tawatur.records.span import Span


class OutletKind(StrEnum):
    """What sort of outlet a name belongs to."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    CHANNEL = "channel"
    RADIO = "radio"
    MAGAZINE = "magazine"
    SITE = "site"
    PLATFORM = "platform"
    """A place where people speak for themselves (X, Telegram): no relay with an authority of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet as the data know it.

    `name` is the Arabic name bare of its class noun. `domains` are host suffixes,
    `country` an ISO 3166-1 alpha-2 code, `None` for a platform or an international
    body. `ambiguous` are those names that are also common words, and count in running
    text only where the context shows a name; of those, `common` are so common that
    quotes alone do not show it. `shared` are those that belong to a better known outlet
    first. `feed` is a feed, or a news sitemap where there is no feed.
    """

    id: str
    name: str
    latin: str
    spellings: tuple[str, ...]
    domains: tuple[str, ...]
    kind: OutletKind
    country: str | None
    feed: str | None
    ambiguous: tuple[str, ...]
    common: tuple[str, ...]
    shared: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name the outlet goes by, the canonical one first."""
        return (self.name, *self.spellings)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletMention:
    """A place in a text where an outlet is named.

    `span` is the bare name as published, `whole` takes in the class noun, the quotes
    and what belongs to the name behind (`وكالة «رويترز» للأنباء`). After a fused
    preposition (`للجزيرة`) both begin behind the preposition's own letter.
    """

    outlet: Outlet
    span: Span
    whole: Span

"""What several pages say, where it entered the news, and who denies it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tawatur.records.attribution import SourceKind
from tawatur.records.span import Span


class Stance(StrEnum):
    """What a member of a claim does with it."""

    ASSERTS = "asserts"
    DENIES = "denies"


class Standing(StrEnum):
    """What a source is worth as an origin: why an origin counts as one of its own."""

    NAMED = "named"
    """A person, body or document with a name: one origin wherever it is quoted."""
    UNNAMED = "unnamed"
    """Somebody who is described: an origin for each description and first outlet."""
    OUTLET = "outlet"
    """An outlet on its own authority, unless another page tells whom it had it from."""
    NAMELESS = "nameless"
    """Reports of nobody in particular: never an origin where another page names one."""
    SILENT = "silent"
    """No source at all: the article tells it in its own voice."""


class Merge(StrEnum):
    """Why a voice is counted with an origin and not as one more."""

    SAME_NAME = "same-name"
    """The same name, or a shorter or longer form of it."""
    SPEAKS_FOR = "speaks-for"
    """A body and those who speak for it."""
    SAME_DESCRIPTION = "same-description"
    """The same description, heard first by the same outlet."""
    TAKEN_UP = "taken-up"
    """Another description in a copy of the text that describes the voice."""
    HEARD_ELSEWHERE = "heard-elsewhere"
    """A text that only credits agencies in general had it from whoever heard it first."""
    FULLER_CHAIN = "fuller-chain"
    """An outlet is given as the source of what another page says it heard from somebody."""
    HEARD_BY_OUTLET = "heard-by-outlet"
    """An outlet is given as the source that elsewhere in the story is said to have heard this party."""
    NAMELESS = "nameless"
    """Reports of nobody in particular, where another page names somebody."""
    REACTION = "reaction"
    """It wants, praises or condemns what another page says somebody told."""
    COPY = "copy"
    """It stands in a copy of a text that names this source."""
    CREDIT = "credit"
    """It names no source, and credits an outlet that carried this origin's word."""
    TOLD_BEFORE = "told-before"
    """It names no source, and was not published before this origin's word."""


class Doubt(StrEnum):
    """Why two origins of a claim could be one."""

    SAME_PERSON = "same-person"
    """Nothing in the two descriptions keeps them from being of one person."""
    NAMED_LATER = "named-later"
    """An article that describes the one goes on to name the other."""
    UNKNOWN = "unknown"
    """A page that names nobody may have heard any of the others."""
    HEARD_THROUGH = "heard-through"
    """The one is heard only through the other, who tells it as well."""
    OUTLET_UNTOLD = "outlet-untold"
    """No page tells whom an outlet had it from, so it may be the voice that another page names."""
    ONE_STUDY = "one-study"
    """The one is a study or those who made it, so the other may only tell what it found."""
    MEASURED = "measured"
    """The one measures or counts such things, so the other may only tell what it found."""
    SAME_BODY = "same-body"
    """The one is described as of a body or country that the other is, or speaks for."""
    ONE_GOVERNMENT = "one-government"
    """The one speaks for a government, the other for a part of what may be the same one."""
    SHARED_NAME = "shared-name"
    """The two share a name that is not a mere given name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One place that carries a claim, and the attribution it belongs to, if any.

    `span` is a stretch of the article's body, `None` where the title carries it.
    """

    article: str
    attribution: int | None
    span: Span | None
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """How a claim reached an article: from the party through relays, the nearest first, to the publisher.

    `span` is where it stands in the article's body, `sentence` what to quote: the
    sentence around it with the cue that attributes it. Both are `None` where the title carries it.
    """

    party: str
    relays: tuple[str, ...]
    article: str
    outlet: str | None
    span: Span | None
    sentence: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A voice that was counted with an origin, and why: the mention, the article, the reason."""

    mention: str
    article: str
    reason: Merge


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a claim enters the news: a party and the first outlet that heard it.

    `party` is the fullest name or description any page gives. `first_outlet` is
    the relay nearest to the voice, else the root of the article's copy family,
    `None` where nothing tells it. `pages` are in order of publication. `joined` are the
    voices that another reader might have counted apart.
    """

    party: str
    kind: SourceKind
    standing: Standing
    first_outlet: str | None
    pages: tuple[str, ...]
    chains: tuple[Chain, ...]
    joined: tuple[Joined, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PerhapsOne:
    """Two origins of a claim, by their places in `origins`, that could be one, and why."""

    one: int
    other: int
    reason: Doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Another claim of the story that says the like with another figure.

    `claim` is the other claim's key, `ours` and `theirs` the figures that do not agree.
    """

    claim: str
    ours: Decimal
    theirs: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement of one story, with its independent origins as a range.

    `key` names the claim for good: it survives as the story grows. `pages` are in order of
    publication, `first_pages` those that could have had it first: the earliest ones, as
    exactly as their times are known, none where no page is dated. `origins_max` keeps all
    unnamed voices apart that could be different, `origins_min` merges those that could be
    the same person, `doubts` tells why. `denied_by` are shown against the claim and never
    counted for it. Nothing here is a verdict on truth.
    """

    key: str
    text: str
    pages: tuple[str, ...]
    first_pages: tuple[str, ...]
    members: tuple[Member, ...]
    origins: tuple[Origin, ...]
    origins_min: int
    origins_max: int
    doubts: tuple[PerhapsOne, ...]
    denied_by: tuple[Origin, ...]
    conflicts: tuple[Conflict, ...]

    def __post_init__(self) -> None:
        if not 0 <= self.origins_min <= self.origins_max:
            raise ValueError(f"origins {self.origins_min} to {self.origins_max} is no range")

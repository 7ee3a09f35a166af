"""Stories and claims with their origins."""

from pydantic import Field

from tawatur.api.shapes.articles import ArticleHead, PageRead
from tawatur.api.shapes.shape import Moment, Next, Place, Shape
from tawatur.records.attribution import SourceKind
from tawatur.records.claim import Doubt, Merge, Standing


class ClaimInFigures(Shape):
    """A claim and the range of its independent origins."""

    text: str
    pages: int = Field(examples=[14])
    origins_min: int = Field(examples=[2])
    origins_max: int = Field(examples=[3])
    denials: int


class KeyedClaim(ClaimInFigures):
    """A claim of a story in figures."""

    key: str


class StoryHead(Shape):
    """A story of a list, with the claim that stands on most of its pages."""

    number: int
    title: str
    first: Moment
    last: Moment
    articles: int
    outlets: list[str]
    chief_claim: ClaimInFigures | None


class GrowingStory(StoryHead):
    """A story and how many independent origins it won of late."""

    origins_won: int


class Stories(Shape):
    """A part of a list of stories."""

    stories: list[StoryHead]
    next: Next


class GrowingStories(Shape):
    """The stories that grow most."""

    stories: list[GrowingStory]


class Copies(Shape):
    """Articles that carry one text, the earliest first; `root` is whom they credit, or that first one."""

    root: str | None
    articles: list[str]


class Story(Shape):
    """A story with its articles by time, the texts copied, and its claims in figures."""

    story: StoryHead
    articles: list[ArticleHead]
    copies: list[Copies]
    claims: list[KeyedClaim]


class Chain(Shape):
    """How a claim reached an article: the party, the relays, the nearest to it first, the publisher."""

    party: str
    relays: list[str]
    article: str
    outlet: str | None
    span: Place | None
    sentence: Place | None


class Joined(Shape):
    """A voice that is counted with an origin, and why."""

    mention: str
    article: str
    reason: Merge


class Origin(Shape):
    """Where a claim enters the news: a party and the first outlet that heard it."""

    party: str
    kind: SourceKind
    first_outlet: str | None
    pages: list[str]
    standing: Standing
    chains: list[Chain]
    joined: list[Joined]


class PerhapsOne(Shape):
    """Two origins, by their places, that could be one."""

    one: int
    other: int
    reason: Doubt


class Conflict(Shape):
    """Another claim that says the like with another figure."""

    claim: str
    ours: float
    theirs: float


class Claim(Shape):
    """What several pages say, its origins as a range, and who denies it: no verdict on truth."""

    key: str
    text: str
    pages: list[str]
    first_pages: list[str]
    origins_min: int
    origins_max: int
    origins: list[Origin]
    doubts: list[PerhapsOne]
    denied_by: list[Origin]
    conflicts: list[Conflict]


class StoredClaim(Claim):
    """A claim of the library; its key stays as the story grows, `id` does not."""

    id: int
    story: int


class Claims(Shape):
    """A part of the claims of a story, those on most pages first."""

    claims: list[StoredClaim]
    next: Next


class ReportedStory(Shape):
    """A story of a report: its pages, and its articles by their ids."""

    title: str
    pages: list[str]
    articles: list[str]


class Report(Shape):
    """The whole provenance report over the pages sent."""

    pages: list[PageRead]
    stories: list[ReportedStory]
    claims: list[Claim]

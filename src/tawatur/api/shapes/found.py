"""What a search finds."""

from pydantic import Field

from tawatur.api.shapes.articles import ArticleHead, Statement
from tawatur.api.shapes.shape import Next, Place, Shape
from tawatur.api.shapes.stories import StoredClaim


class Excerpt(Shape):
    """A stretch of a published text; `marks` are the words found, counted from its beginning."""

    text: str
    start: int
    marks: list[Place]


class FoundArticle(ArticleHead):
    """An article with the words found in its title, and the passage that shows them best."""

    title_marks: list[Place]
    passage: Excerpt


class FoundStatement(Statement):
    """A statement with the passage that shows the words best."""

    passage: Excerpt


class _Found(Shape):
    total: int
    ignored: list[str] = Field(description="pieces of the query that make no sense and have no say")
    next: Next


class FoundArticles(_Found):
    """A part of the articles found."""

    articles: list[FoundArticle]


class FoundStatements(_Found):
    """A part of the statements found."""

    statements: list[FoundStatement]


class FoundClaim(StoredClaim):
    """A claim and how much of the text it says, up to 1."""

    share: float


class FoundClaims(Shape):
    """The claims that say what a text says, the likest first."""

    claims: list[FoundClaim]

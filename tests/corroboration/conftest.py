from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pytest

from tawatur.corroboration.claims import find_claims
from tawatur.corroboration.lexicons import CorroborationLexicons, corroboration_lexicons
from tawatur.corroboration.statement import Stated
from tawatur.corroboration.statements import find_statements
from tawatur.outlets.directory import Directory, outlets
from tawatur.records.article import Article, Place, Precision, Published, PublishedFrom
from tawatur.records.attribution import Act, Attribution, SourceKind
from tawatur.records.claim import Claim
from tawatur.records.copy_family import CopyFamily
from tawatur.records.read_page import ReadArticle
from tawatur.records.span import Span
from tawatur.records.story import Story

CUE = "قال"


@dataclass(frozen=True)
class Said:
    """A statement with its speaker; `by` None where the speaker cannot be told."""

    content: str
    by: str | None = None
    kind: SourceKind = SourceKind.PERSON
    relays: tuple[str, ...] = ()
    act: Act = Act.ASSERT


def told(name: str, *sentences: str | Said, day: str | None = None, **further: object) -> ReadArticle:
    """Make an article of the sentences, those that somebody says with their attributions."""
    body = ""
    attributions = []
    for sentence in sentences:
        if isinstance(sentence, Said):
            opening = f"{CUE} {sentence.by or ''} إن "
            start = len(body)
            content = Span(start + len(opening), start + len(opening) + len(sentence.content))
            attributions.append(
                Attribution(
                    cue=Span(start, start + len(CUE)),
                    source=None,
                    content=content,
                    resolved=sentence.by,
                    kind=sentence.kind,
                    relays=sentence.relays,
                    act=sentence.act,
                    direct=False,
                    inside=None,
                    licence="test",
                    said_at=None,
                )
            )
            body += opening + sentence.content + ".\n"
        else:
            body += sentence + ".\n"
    fields: dict[str, object] = {
        "url": None,
        "outlet": f"outlet-{name}",
        "title": None,
        "byline": None,
        "dateline": None,
        "credits": (),
        "furniture": (),
        **further,
    }
    published = Published(value=day, precision=Precision.DAY, how=PublishedFrom.GIVEN) if day else None
    article = Article(id=name, page=name, place=Place.MAIN, published=published, body=body, **fields)  # type: ignore[arg-type]
    return ReadArticle(article=article, attributions=tuple(attributions), times=())


@pytest.fixture(scope="session")
def lexicons() -> CorroborationLexicons:
    return corroboration_lexicons()


@pytest.fixture(scope="session")
def directory() -> Directory:
    return outlets()


Claims = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def claims(lexicons: CorroborationLexicons, directory: Directory) -> Claims:
    """Find the claims of a story made of the articles given, in their order."""

    def found(*reads: ReadArticle, families: Sequence[CopyFamily] = ()) -> tuple[Claim, ...]:
        articles = {
            read.article.id: find_statements(read, lexicons=lexicons, outlets=directory) for read in reads
        }
        story = Story(title="", articles=tuple(articles))
        return find_claims(story, articles, families, lexicons=lexicons, outlets=directory)

    return found


State = Callable[[ReadArticle], Stated]


@pytest.fixture(scope="session")
def state(lexicons: CorroborationLexicons, directory: Directory) -> State:
    """Find what one article states."""
    return partial(find_statements, lexicons=lexicons, outlets=directory)


@pytest.fixture(scope="session")
def make() -> tuple[Callable[..., ReadArticle], type[Said]]:
    return told, Said

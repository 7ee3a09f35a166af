from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.article import Article, Place
from tawatur.records.attribution import Act, Attribution, SourceKind
from tawatur.records.read_page import ReadArticle
from tawatur.records.span import Span
from tawatur.records.time_expression import TimeExpression, TimeType
from tawatur.web.highlighting import paragraphs

BODY = "قالت الوزيرة إن نائبها أكد أن السد امتلأ يوم الأحد.\nولم يعلق أحد."


def read(body: str, attributions: tuple[Attribution, ...], times: tuple[TimeExpression, ...]) -> ReadArticle:
    article = Article(
        id="a", page="a", place=Place.MAIN, url=None, outlet=None, title=None, published=None, byline=None,
        dateline=None, credits=(), body=body, furniture=(),
    )  # fmt: skip
    return ReadArticle(article=article, attributions=attributions, times=times)


def attribution(cue: Span, source: Span | None, content: Span) -> Attribution:
    return Attribution(
        cue=cue, source=source, content=content, resolved=None, kind=SourceKind.PERSON, relays=(),
        act=Act.ASSERT, direct=False, inside=None, licence="verb.qala:that-clause", said_at=None,
    )  # fmt: skip


def span(text: str, body: str = BODY) -> Span:
    return Span(body.index(text), body.index(text) + len(text))


def test_nested_contents_sources_and_times_are_all_told() -> None:
    day = span("يوم الأحد")
    lines = paragraphs(
        read(
            BODY,
            (
                attribution(span("قالت"), span("الوزيرة"), span("نائبها أكد أن السد امتلأ يوم الأحد")),
                attribution(span("أكد"), span("نائبها"), span("السد امتلأ يوم الأحد")),
            ),
            (
                TimeExpression(
                    start=day.start, end=day.end, type=TimeType.DATE, value="2027-03-07", anchor=None
                ),
            ),
        )
    )
    assert len(lines) == 2
    told = {part.text: (part.classes, part.notes, bool(part.time)) for part in lines[0]}
    assert told["قالت"] == ("cue", (0,), False)
    assert told["الوزيرة"] == ("source", (), False)
    assert told["نائبها"] == ("source content-1", (), False)
    assert told["أكد"] == ("cue content-1", (1,), False)
    assert told["السد امتلأ "] == ("content-2", (), False)
    assert told["يوم الأحد"] == ("content-2", (), True)
    assert told["."] == ("", (), False)


@st.composite
def articles(draw: st.DrawFn) -> ReadArticle:
    body = draw(st.text("اب \n«", min_size=1, max_size=60))

    def stretch() -> Span:
        start = draw(st.integers(0, len(body) - 1))
        return Span(start, draw(st.integers(start + 1, len(body))))

    return read(
        body,
        tuple(
            attribution(stretch(), stretch() if draw(st.booleans()) else None, stretch())
            for _ in range(draw(st.integers(0, 5)))
        ),
        tuple(
            TimeExpression(start=at.start, end=at.end, type=TimeType.DATE, value="2027", anchor=None)
            for at in (stretch() for _ in range(draw(st.integers(0, 3))))
        ),
    )


@given(articles())
def test_no_character_is_lost_or_shown_twice_however_spans_overlap(read: ReadArticle) -> None:
    lines = paragraphs(read)
    shown = ["".join(part.text for part in line) for line in lines]
    assert shown == [line for line in read.article.body.split("\n") if line]


@given(articles())
def test_every_character_bears_all_its_roles(read: ReadArticle) -> None:
    body = read.article.body
    place = 0
    for part in (part for line in paragraphs(read) for part in line):
        place = body.index(part.text, place) if body[place] == "\n" else place
        while body[place] == "\n":
            place += 1
        spans = [one.content for one in read.attributions if one.content.start <= place < one.content.end]
        assert part.depth == min(len(spans), 3)
        assert part.cue == any(one.cue.start <= place < one.cue.end for one in read.attributions)
        place += len(part.text)

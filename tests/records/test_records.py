from datetime import date, datetime

import pytest

from tawatur.records.article import Precision, Published, PublishedFrom
from tawatur.records.attribution import Act, Attribution, SourceKind
from tawatur.records.claim import Claim
from tawatur.records.page import Page, PageForm
from tawatur.records.read_page import ReadPage
from tawatur.records.span import Span


def test_a_page_needs_an_id() -> None:
    with pytest.raises(ValueError, match="needs an id"):
        Page(id="", form=PageForm.TEXT, content=b"")


def test_a_time_of_fetching_needs_its_zone() -> None:
    with pytest.raises(ValueError, match="without its zone"):
        Page(id="a", form=PageForm.TEXT, content=b"", fetched=datetime(2027, 3, 1, 12))


def test_a_page_is_read_or_refused_never_neither() -> None:
    with pytest.raises(ValueError, match="either read or refused"):
        ReadPage(id="a", articles=(), refusal=None)


@pytest.mark.parametrize(
    ("value", "precision", "day"),
    [
        ("2027-03-02", Precision.DAY, date(2027, 3, 2)),
        ("2027-03-02T21:45+03:00", Precision.MINUTE, date(2027, 3, 2)),
        ("2027-03", Precision.MONTH, None),
        ("2027", Precision.YEAR, None),
    ],
)
def test_the_day_of_publication_is_known_only_where_it_is(
    value: str, precision: Precision, day: date | None
) -> None:
    assert Published(value=value, precision=precision, how=PublishedFrom.DATE_LINE).day == day


def test_an_attribution_with_an_empty_span_is_refused() -> None:
    with pytest.raises(ValueError, match="empty or negative content"):
        Attribution(
            cue=Span(0, 3),
            source=None,
            content=Span(5, 5),
            resolved=None,
            kind=SourceKind.UNNAMED,
            relays=(),
            act=Act.ASSERT,
            direct=False,
            inside=None,
            licence="verb.qala",
            said_at=None,
        )


def test_a_claim_cannot_have_fewer_origins_at_most_than_at_least() -> None:
    with pytest.raises(ValueError, match="is no range"):
        Claim(
            key="",
            text="",
            pages=(),
            first_pages=(),
            members=(),
            origins=(),
            origins_min=2,
            origins_max=1,
            doubts=(),
            denied_by=(),
            conflicts=(),
        )


def test_spans_overlap_and_hold() -> None:
    assert Span(0, 5).overlaps(Span(4, 9))
    assert not Span(0, 5).overlaps(Span(5, 9))
    assert Span(0, 5).holds(Span(2, 5))
    assert not Span(0, 5).holds(Span(2, 6))

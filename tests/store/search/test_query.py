from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.attribution import Act, SourceKind
from tawatur.store.search.filters import Filters
from tawatur.store.search.query import Query, parse


def shown(query: Query) -> str:
    """Write a query out: groups behind +, exclusions behind -, phrases in quotation marks."""
    pieces = []
    for sign, groups in (("+", query.groups), ("-", tuple((term,) for term in query.excluded))):
        for group in groups:
            forms = [" ".join(form for form, _ in term.words) for term in group]
            quoted = [f'"{form}"' if term.quoted else form for form, term in zip(forms, group, strict=True)]
            pieces.append(sign + "|".join(quoted))
    return " ".join(pieces)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("", ""),
        ("الميناء", "+الميناء"),
        ("المينـاءُ الجَديد", "+الميناء +الجديد"),
        ('"رصيف الميناء" جديد', '+"رصيف الميناء" +جديد'),
        ("«رصيف الميناء»", '+"رصيف الميناء"'),
        ('"رصيف بلا نهاية', '+"رصيف بلا نهايه"'),
        ("سفينة -شراع", "+سفينه -شراع"),
        ('سفينة -"شراع ممزق"', '+سفينه -"شراع ممزق"'),
        ("سفينة –شراع", "+سفينه -شراع"),
        ("سفينة OR قارب OR زورق رصيف", "+سفينه|قارب|زورق +رصيف"),
        ("سفينة | قارب", "+سفينه|قارب"),
        ("OR سفينة OR", "+سفينه"),
        ("سفينة في الميناء", "+سفينه +الميناء"),
        ("في", "+في"),
        ("علي على الميناء", "+علي +الميناء"),
        ('"على الميناء"', '+"علي الميناء"'),
        ("١٥ سفينة 11,300", "+15 +سفينه +11300"),
        ("رصيف/ميناء", "+رصيف ميناء"),
        ("G20 Tripoli", "+g20 +tripoli"),
        ("http://example.org/a", "+http example org a"),
        ("سفينة:كبيرة", "+سفينه كبيره"),
        ("- -- \"\" '' : | *", ""),
        ("a AND (b NEAR c*) NOT d^", "+a +and +b +near +c +not +d"),
    ],
)
def test_what_is_typed_is_understood(typed: str, understood: str) -> None:
    query = parse(typed)
    assert shown(query) == understood
    assert query.filters == Filters()
    assert query.ignored == ()


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("outlet:okaz", Filters(outlet=("okaz",))),
        ('مصدر:"بلدية الوادي"', Filters(source=("بلدية الوادي",))),
        ("قال:«بلدية الوادي»", Filters(source=("بلدية الوادي",))),
        ("source:12", Filters(party=(12,))),
        ("صحيفة:الأولى outlet:second", Filters(outlet=("الأولى", "second"))),
        ("relay:x story:٣", Filters(relay=("x",), story=(3,))),
        ("KIND:شخص act:نفى", Filters(kind=(SourceKind.PERSON,), act=(Act.DENY,))),
        ("after:2015-08-03", Filters(after=date(2015, 8, 3))),
        ("من:2015-08 إلى:2015-08", Filters(after=date(2015, 8, 1), before=date(2015, 8, 31))),
        ('منذ:"3 أغسطس 2015"', Filters(after=date(2015, 8, 3))),
        ("after:2014 after:2015", Filters(after=date(2015, 1, 1))),
        ("before:2014 before:2015", Filters(before=date(2014, 12, 31))),
    ],
)  # fmt: skip
def test_filters_are_typed_among_the_words(typed: str, filters: Filters) -> None:
    assert parse(f"سفينة {typed}").filters == filters
    assert shown(parse(f"سفينة {typed}")) == "+سفينه"


@pytest.mark.parametrize(
    "typed", ["after:غدا", "kind:فيل", "story:x", "-outlet:okaz", "act:", "before:9999-99"]
)
def test_a_filter_that_makes_no_sense_is_told(typed: str) -> None:
    query = parse(f"سفينة {typed}")
    assert query.filters == Filters()
    assert query.ignored == ((typed,) if typed != "act:" else ())


def test_words_beyond_the_thirty_second_are_told() -> None:
    query = parse(" ".join(f"كلمة{number}" for number in range(40)))
    assert sum(len(term.words) for group in query.groups for term in group) <= 32
    assert query.ignored[-1] == "كلمة39"


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_typed_is_an_error(typed: str) -> None:
    parse(typed)


@given(st.text(st.sampled_from('او ":-|OR1٣\n«»نOR:source')))
def test_no_mix_of_marks_is_an_error(typed: str) -> None:
    parse(typed)

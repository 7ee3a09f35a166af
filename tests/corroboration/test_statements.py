from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from tawatur.arabic.words import light_stem
from tawatur.corroboration.statement import Stated
from tawatur.records.attribution import Act, SourceKind
from tawatur.records.read_page import ReadArticle
from tawatur.records.span import Span
from tawatur.records.time_expression import TimeExpression, TimeType

State = Callable[[ReadArticle], Stated]
Make = tuple[Callable[..., ReadArticle], Callable[..., Any]]


def texts(read: ReadArticle, state: State) -> list[str]:
    return [statement.text.strip(" .،") for statement in state(read).statements]


SPLITS = [
    ("انهار الجسر القديم في قرطبان وأن لجنة هندسية ستحقق في أسبابه", 2),
    ("انهار الجسر القديم في قرطبان غير أن أحداً لم يصب بأذى كبير", 2),
    ("انهار الجسر القديم في قرطبان ولكن المرور استمر عبر الجسر الجديد", 2),
    ("انهار الجسر القديم في قرطبان ومعه سور الحديقة المجاورة", 1),
    ("أغلقت البلدية سوق التمور القديم بعد أن انهار سقف المخازن الكبيرة", 2),
    ("أغلقت البلدية سوق التمور القديم فيما يواصل الحراس ترميم سقف المخازن", 2),
    ("تلف في حريق المرفأ أربعون قاربا من بينها عشرون سفينة شراعية", 2),
    ("تدرس البلدية أسبابا عدة للحريق، منها شرارة في مخازن التمور القديمة", 2),
    ("وصل الرعاة إلى الواحة ليلا وعادوا منها فجرا إلى مخازن التمور القديمة", 1),
    ("أغلقت البلدية سوق التمور القديم، وصادر الحراس موازين تجار الواحة", 2),
    ("صادر الحراس موازين التمور القديمة، وأقفالها، وأختام تجار الواحة", 1),
    ("حضر الافتتاح عمدة مرجانة نادر السلوان، ومدير مستشفى الواحة الكبير رامي الزعتري", 1),
    ("صادر الحراس موازين تجار التمور القديمة، والأختام التي كانت في مخازن الواحة", 1),
    ("صادر الحراس موازين تجار التمور القديمة، وعلى رأسهم تجار مخازن الواحة الكبيرة", 1),
    # وأنا and لكنز only begin like the words that open another statement.
    ("رأى وأنا معه سقوط جدار القلعة العتيقة لكنز مدفون", 1),
]


@pytest.mark.parametrize(("content", "parts"), SPLITS)
def test_a_sentence_may_state_several_things(make: Make, state: State, content: str, parts: int) -> None:
    told, said = make
    assert len(texts(told("a", content), state)) == parts
    assert len(texts(told("a", said(content, "العمدة")), state)) == parts


def test_what_somebody_says_is_not_the_articles_own_word(make: Make, state: State) -> None:
    told, said = make
    read = told("a", "انهار جسر المشاة القديم فجراً", said("الجسر كان مغلقاً قبل انهياره", "العمدة"))
    found = state(read).statements
    assert [(statement.attribution, statement.leading) for statement in found] == [(None, True), (0, False)]


def test_a_line_of_place_and_outlet_states_nothing(make: Make, state: State) -> None:
    told, _ = make
    dateline = "مرصد الواحة الأخضر – قرطبان."
    read = told("a", dateline[:-1], "انهار جسر المشاة القديم فجراً", dateline=dateline)
    (only,) = state(read).statements
    assert (only.text.strip(" .\n"), only.leading) == ("انهار جسر المشاة القديم فجراً", True)


def test_a_statement_about_a_statement_is_left_to_the_inner_speaker(make: Make, state: State) -> None:
    told, said = make
    read = told("a", said("المدير أكد أن الجسر كان مغلقاً قبل انهياره بأسبوع", "العمدة"))
    outer = read.attributions[0]
    inner_start = read.article.body.index("الجسر")
    inner = replace(
        outer,
        cue=Span(outer.content.start + 7, outer.content.start + 10),
        content=Span(inner_start, outer.content.end),
        resolved="المدير",
        inside=0,
    )
    both = replace(read, attributions=(outer, inner))
    assert [statement.attribution for statement in state(both).statements] == [1]


FIGURES = [
    ("بلغ عدد المصابين 3 آلاف شخص", {Decimal(3000)}),
    ("بلغ عدد المصابين ثلاثة آلاف شخص", {Decimal(3000)}),
    ("رصد العلماء على الكوكب N4-22c آثار بخار", set()),
    ("بلغ عدد المصابين كثيراً من الناس", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), FIGURES)
def test_figures_are_numbers_and_no_names(
    make: Make, state: State, sentence: str, expected: set[Decimal]
) -> None:
    told, _ = make
    (statement,) = state(told("a", sentence)).statements
    assert {figure.value for figure in statement.figures} == expected


def test_a_figure_that_tells_a_time_is_no_figure(make: Make, state: State) -> None:
    told, _ = make
    read = told("a", "انهار الجسر القديم يوم 12 شباط وأصيب 40 عاملاً")
    start = read.article.body.index("يوم")
    timed = replace(
        read,
        times=(
            TimeExpression(start=start, end=start + 11, type=TimeType.DATE, value="XXXX-02-12", anchor=None),
        ),
    )
    (statement,) = state(timed).statements
    assert [figure.value for figure in statement.figures] == [Decimal(40)]
    # Nor are the words behind the figure, as far as the time reaches.
    assert light_stem("شباط") not in statement.words


POLARITY = [
    ("لا دليل على تخريب في محطة الكهرباء", False, True),
    ("لم يعثر المحققون على دليل تخريب", False, True),
    ("عثر المحققون على دليل تخريب واضح", False, False),
    # Far from the beginning something else is negated.
    ("عثر المحققون على دليل تخريب واضح في موقع لم يذكر", False, False),
    # A hedge is no negation.
    ("لا يقل عن 40 عاملا يصلحون الجسر القديم", False, False),
    ("دون 1100 عامل يصلحون الجسر القديم", False, False),
    ("عثر المحققون على دليل تخريب واضح", True, False),
]


@pytest.mark.parametrize(("content", "denies", "negated"), POLARITY)
def test_negation_and_denial_are_told_apart(
    make: Make, state: State, content: str, denies: bool, negated: bool
) -> None:
    told, said = make
    read = told("a", said(content, "العمدة", act=Act.DENY if denies else Act.ASSERT))
    (statement,) = state(read).statements
    assert (statement.denied, statement.negated) == (denies, negated)


@pytest.mark.parametrize(
    ("front", "own"),
    [
        ("أغلق الجسر القديم أمام الشاحنات الثقيلة، ", ["أغلق الجسر القديم أمام الشاحنات الثقيلة"]),
        ("وكان المتحدث الجديد باسم البلدية ", []),
    ],
)
def test_what_runs_on_into_the_cue_is_no_statement_of_its_own(
    make: Make, state: State, front: str, own: list[str]
) -> None:
    told, _ = make
    body = f"{front}قال إن الترميم يبدأ بعد انتهاء موسم الأمطار."
    cue, content = body.index("قال"), body.index("الترميم")
    read = told("a", body.rstrip("."))
    spoken = told("b", make[1]("x", "y")).attributions[0]
    attribution = replace(spoken, cue=Span(cue, cue + 3), content=Span(content, len(body) - 1))
    found = state(replace(read, attributions=(attribution,))).statements
    assert [s.text.strip(" ،") for s in found if s.attribution is None] == own


def test_what_an_article_states_can_be_kept_and_read_back(make: Make, state: State) -> None:
    told, said = make
    stated = state(
        told(
            "a",
            said("أصيب نحو 40 عاملاً في انهيار الجسر القديم", "المتحدث باسم بلدية قرطبان", relays=("رويترز",)),
            title="انهيار الجسر القديم في قرطبان",
            day="2031-05-02",
        )
    )
    assert len(stated.statements) == 2
    kept = msgspec.msgpack.encode(stated)
    assert msgspec.msgpack.decode(kept, type=Stated) == stated


def test_what_any_article_could_say_is_no_statement(make: Make, state: State) -> None:
    told, _ = make
    assert texts(told("a", "انهار جسر المشاة القديم فجراً", "ومن جهة أخرى"), state) == [
        "انهار جسر المشاة القديم فجراً"
    ]


def test_what_reports_of_nobody_say_is_said_by_whoever_cites_them(make: Make, state: State) -> None:
    told, said = make
    read = told("a", said("التقارير تشير إلى عطل في مكابح الحافلة", "قائد الشرطة"))
    outer = read.attributions[0]
    start = read.article.body.index("عطل")
    inner = replace(
        outer, content=Span(start, outer.content.end), resolved="التقارير", kind=SourceKind.DOCUMENT, inside=0
    )
    citing = replace(read, attributions=(outer, inner))
    assert [one.party.mention for one in state(citing).statements] == ["قائد الشرطة"]
    denied = replace(read, attributions=(replace(outer, act=Act.DENY), inner))
    assert [one.party.mention for one in state(denied).statements] == ["التقارير"]


def test_a_voice_without_a_name_goes_on_through_whom_it_came(make: Make, state: State) -> None:
    told, said = make
    heard = said("الحفارون بلغوا كهف النحاس قرب مرجانة", "مسؤول كبير", SourceKind.UNNAMED, ("رويترز",))
    again = said("عمال المنجم عادوا إلى بيوتهم سالمين", "مسؤول كبير", SourceKind.UNNAMED)
    other = said("الحفارون بلغوا كهف النحاس قرب مرجانة", "شهود عيان", SourceKind.UNNAMED)
    stated = state(told("a", heard, again, other))
    assert [one.relays for one in stated.statements if one.attribution is not None] == [
        ("رويترز",),
        ("رويترز",),
        (),
    ]


def nested(read: ReadArticle, **further: Any) -> ReadArticle:
    """Let the first speaker of an article tell of another, to the end of what he says."""
    outer = read.attributions[0]
    start = outer.content.start + 7
    inner = replace(outer, cue=Span(start, start + 3), content=Span(start + 4, outer.content.end), **further)
    return replace(read, attributions=(outer, inner))


TOLD_OF = [
    (SourceKind.UNNAMED, Act.ASSERT, "مصدر قضائي"),
    (SourceKind.UNNAMED, Act.DENY, "المدير"),
    (SourceKind.PERSON, Act.ASSERT, "المدير"),
]


@pytest.mark.parametrize(("kind", "act", "party"), TOLD_OF)
def test_what_a_voice_without_a_name_tells_of_others_is_its_own_word(
    make: Make, state: State, kind: SourceKind, act: Act, party: str
) -> None:
    told, said = make
    read = told("a", said("المدير أقر بتحويل أموال السد إلى حساب في الخارج", "مصدر قضائي", kind=kind))
    both = nested(read, resolved="المدير", kind=SourceKind.PERSON, act=act, inside=0)
    assert {statement.party.mention for statement in state(both).statements} == {party}


@pytest.mark.parametrize(
    ("licence", "heard"), [("phrase.naqlan:content-before", 1), ("phrase.wifq:content-before", 2)]
)
def test_what_somebody_passes_on_is_the_word_of_whom_he_has_it_from(
    make: Make, state: State, licence: str, heard: int
) -> None:
    told, said = make
    read = told("a", said("عدد المصابين في انهيار الجسر القديم بلغ 14", "العمدة"))
    cited = replace(read.attributions[0], resolved="وزارة الصحة", licence=licence)
    both = replace(read, attributions=(*read.attributions, cited))
    parties = [statement.party.mention for statement in state(both).statements]
    assert len(parties) == heard
    assert "وزارة الصحة" in parties


@pytest.mark.parametrize("hedge", ["", "أكثر من ", "نحو ", "ما لا يقل عن "])
def test_how_exactly_a_figure_is_meant_is_no_word_of_the_statement(
    make: Make, state: State, hedge: str
) -> None:
    told, _ = make
    (statement,) = state(told("a", f"حملت سفينة الميناء القديم {hedge}300 راكب")).statements
    assert len(statement.words) == 5


@pytest.mark.parametrize(
    ("value", "told_of"), [("2031-01-20", True), ("2031-01-12", False), ("2031-01", False)]
)
def test_a_day_other_than_that_of_publication_tells_what_is_said(
    make: Make, state: State, value: str, told_of: bool
) -> None:
    told, _ = make
    read = told("a", "تعاد قرعة كأس الوادي في العشرين منه", day="2031-01-12")
    end = len(read.article.body) - 2
    time = TimeExpression(start=end - 15, end=end, type=TimeType.DATE, value=value, anchor=None)
    (statement,) = state(replace(read, times=(time,))).statements
    assert (f"@{value}" in statement.words) is told_of


TITLES = [
    ("اتفاق على تقاسم مياه الواحة بين مرجانة وقرطبان", Act.ASSERT, True),
    ("اتفاق مرجانة وقرطبان على مياه الواحة لمدة 9 أعوام", Act.ASSERT, False),
    ("سوق التمور في مرجانة يغلق أبوابه", Act.ASSERT, False),
    ("اتفاق على تقاسم مياه الواحة بين مرجانة وقرطبان", Act.DENY, False),
    ("اتفاق على تقاسم مياه الواحة بين مرجانة وقرطبان", Act.DEMAND, False),
]


@pytest.mark.parametrize(("title", "act", "voiced"), TITLES)
def test_a_title_speaks_with_the_voice_to_whom_the_body_attributes_it(
    make: Make, state: State, title: str, act: Act, voiced: bool
) -> None:
    told, said = make
    content = "مرجانة وقرطبان اتفقتا على تقاسم مياه الواحة لمدة 5 أعوام"
    read = told("a", said(content, "العمدة نادر السلوان", relays=("رويترز",), act=act), title=title)
    first = state(read).statements[0]
    assert first.span is None
    assert (first.party.mention, first.relays) == (
        ("العمدة نادر السلوان", ("رويترز",)) if voiced else ("", ())
    )


def test_a_line_that_tells_when_or_where_an_article_was_written_states_nothing(
    make: Make, state: State
) -> None:
    told, _ = make
    dateline = "مرجانة 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م وكالة الواحة"
    lead = "افتتح وزير الري في مرجانة سد الوادي الجديد أمام المزارعين."
    link = "رابط الخبر بصحيفة الواحة: وزير الري يفتتح سد الوادي الجديد"
    read = told("a", f"{dateline}\n{lead}\n{link}", day="2015-08-10")
    times = tuple(
        TimeExpression(
            start=dateline.index(text),
            end=dateline.index(text) + len(text),
            type=TimeType.DATE,
            value="2015-08-10",
            anchor=None,
        )
        for text in ("25 شوال 1436 هـ", "10 أغسطس 2015")
    )
    (statement,) = state(replace(read, times=times)).statements
    assert statement.text == lead
    assert statement.leading

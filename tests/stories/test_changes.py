import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.lexicons.abbreviations import abbreviations
from tawatur.stories.changes import Change, ChangeKind, changes

LEAD = "انهار صباح اليوم جسر المشاة في مدينة قرطبان بعد أمطار غزيرة."
SAID = "وقال مسؤول في البلدية لوكالة نبأ إن الجسر كان مغلقاً منذ أسبوعين."
UNSAID = "وكان الجسر مغلقاً منذ أسبوعين كما قال مسؤول في البلدية."
SEEN = "وذكر سكان أنهم سمعوا دوياً قوياً قبل الفجر."
FAIR = "وافتتح معرض التمور في واحة الرملة بمشاركة مئة مزرعة."


def found(original: str, copy: str) -> tuple[Change, ...]:
    return changes(original, copy, abbreviations=abbreviations())


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        (f"{LEAD} {SAID}", f"{LEAD} {SAID}"),
        (f"{LEAD} {SAID}", f"{SAID}\n\n{LEAD}"),
        (f"{LEAD} {SAID}", f"{LEAD.rstrip('.')}، {SAID}"),
        (LEAD, LEAD.replace("أ", "ا").replace("ة ", "ه ").replace("جسر", "جســر")),
        ("", ""),
    ],
    ids=["the same", "moved", "run together", "respelt", "nothing"],
)
def test_what_stays_is_no_change(original: str, copy: str) -> None:
    assert found(original, copy) == ()


def test_dropped_and_added_sentences_are_found_where_they_stand() -> None:
    original, copy = f"{LEAD} {SAID}", f"{LEAD} {FAIR}"
    dropped, added = found(original, copy)
    assert (dropped.kind, added.kind) == (ChangeKind.DROPPED, ChangeKind.ADDED)
    assert dropped.original is not None
    assert dropped.original.of(original) == SAID
    assert added.copy is not None
    assert added.copy.of(copy) == FAIR


def test_a_dropped_attribution_is_told_word_by_word() -> None:
    original = f"{LEAD} {SAID} {SEEN}"
    copy = f"{LEAD} {SAID.replace('في البلدية لوكالة نبأ ', '')} {SEEN}"
    (change,) = found(original, copy)
    assert change.kind is ChangeKind.REPLACED
    assert [span.of(original) for span in change.gone] == ["في البلدية لوكالة نبأ"]
    assert change.new == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([LEAD, SAID, UNSAID, SEEN, FAIR]), max_size=5).map(" ".join),
    st.lists(st.sampled_from([LEAD, SAID, UNSAID, SEEN, FAIR]), max_size=5).map("\n".join),
)
def test_the_way_back_drops_what_the_way_there_added(one: str, other: str) -> None:
    there, back = found(one, other), found(other, one)
    added = [change.copy for change in there if change.kind is ChangeKind.ADDED]
    assert added == [change.original for change in back if change.kind is ChangeKind.DROPPED]

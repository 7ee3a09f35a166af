from collections.abc import Callable

import pytest

from tawatur.records.attribution import Attribution, SourceKind

Read = Callable[[str], tuple[Attribution, ...]]

NAMELESS = [
    (
        "وأضاف الخبير، الذي اشترط حجب هويته لأنه غير مخول بالتصريح، أن السد اكتمل.",
        "الخبير، الذي اشترط حجب هويته لأنه غير مخول بالتصريح",
        "الخبير",
    ),
    (
        "وقال خبير في البلدية طلب عدم الكشف عن اسمه لأنه غير مخول بالحديث إن السد اكتمل.",
        "خبير في البلدية طلب عدم الكشف عن اسمه لأنه غير مخول بالحديث",
        "خبير في البلدية",
    ),
    ("وقال خبير محلي، فضل عدم ذكر اسمه، إن السد اكتمل.", "خبير محلي، فضل عدم ذكر اسمه", "خبير محلي"),
    ("ونقلت رويترز عن خبير رفض الكشف عن هويته أن السد اكتمل.", "خبير رفض الكشف عن هويته", "خبير"),
    ("ونقلت رويترز عن مصادر محلية لم تسمها أن السد اكتمل.", "مصادر محلية لم تسمها", "مصادر محلية"),
    ("وقال خبير محلي لم يشأ ذكر اسمه إن السد اكتمل.", "خبير محلي لم يشأ ذكر اسمه", "خبير محلي"),
]


@pytest.mark.parametrize(("text", "source", "resolved"), NAMELESS)
def test_a_clause_about_staying_unnamed_belongs_to_the_source_and_not_to_its_name(
    read: Read, text: str, source: str, resolved: str
) -> None:
    [one] = read(text)
    assert (one.source and one.source.of(text), one.resolved) == (source, resolved)
    assert (one.content.of(text), one.kind) == ("السد اكتمل", SourceKind.UNNAMED)


def test_a_request_that_asks_for_something_else_is_still_speech(read: Read) -> None:
    text = "واشترط النادي حضور المدرب."
    assert [one.cue.of(text) for one in read(text)] == ["واشترط"]


def test_who_stayed_unnamed_is_taken_up_without_the_clause(read: Read) -> None:
    text = "قال خبير محلي إن السد اكتمل. وأكد الخبير، الذي طلب عدم ذكر اسمه، أن الماء نقي."
    assert [one.resolved for one in read(text)] == ["خبير محلي", "خبير محلي"]


def test_a_clause_by_the_way_is_no_part_of_a_name(read: Read) -> None:
    text = "وقال المدير، الذي زار السد أمس، إن الماء نقي."
    [one] = read(text)
    assert (one.source and one.source.of(text), one.resolved) == ("المدير، الذي زار السد أمس", "المدير")

from collections.abc import Callable

import pytest

from tawatur.records.attribution import Attribution, SourceKind

Read = Callable[[str], tuple[Attribution, ...]]

SPEAKERS = [
    ("مصادر مطلعة في وزارة المياه أبلغت «عكاظ» أن السد اكتمل.", "مصادر مطلعة في وزارة المياه"),
    ("وأبلغت «عكاظ» مصادر مطلعة أن السد اكتمل.", "مصادر مطلعة"),
    ("وأبلغت «عكاظ» أن السد اكتمل.", "«عكاظ»"),
    ("وقال باخ إن السد اكتمل.", "باخ"),
    ("وأشار علي إلى وجود عيب في السد.", "علي"),
    ("واعتبر الشباب الذين زاروا السد أن الماء نقي.", "الشباب الذين زاروا السد"),
    ("وفي الملف تصريح من مدير السد أوضح فيه أن الماء نقي.", "مدير السد"),
    ("وتخلل الحفل كلمة لرئيس الشركة أثنى فيها على العمال.", "رئيس الشركة"),
    ("أما زفنيس فقال إن السد اكتمل.", "زفنيس"),
    ("وأعلن هو الآخر أن السد اكتمل.", None),
    ("دانت وزارة المياه بأشد العبارات الجريمة.", "وزارة المياه"),
    (
        'وقال مدير الدار "المهندس سالم بن عبد الله الهادي": اكتمل السد.',
        'مدير الدار "المهندس سالم بن عبد الله الهادي"',
    ),
]


@pytest.mark.parametrize(("text", "source"), SPEAKERS)
def test_the_speaker_is_read_by_his_place(read: Read, text: str, source: str | None) -> None:
    [one] = read(text)
    assert (one.source.of(text) if one.source is not None else None) == source


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وقالت ثالث أكبر شركة في البلاد إن السد اكتمل.", SourceKind.ORGANIZATION),
        ("وأكدت ذات التقارير أن السد اكتمل.", SourceKind.DOCUMENT),
    ],
)
def test_the_noun_behind_a_rank_tells_the_kind(read: Read, text: str, kind: SourceKind) -> None:
    [one] = read(text)
    assert one.kind is kind

from collections.abc import Callable

import pytest

from tawatur.records.attribution import Attribution

Read = Callable[[str], tuple[Attribution, ...]]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        # Who acts in the clause that a participle goes on.
        ("من جانبه بارك رئيس النادي سالم الهادي الإنجاز، معتبرا أن الفريق تطور.", "رئيس النادي سالم الهادي"),
        ("عشية وصوله إلى المدينة، سعى وزير النقل إلى الطمأنة، مؤكدا أن الطريق آمن.", "وزير النقل"),
        ("وفي ختام الجولة، زار مدير الميناء المخازن، موضحا أن العمل مستمر.", "مدير الميناء المخازن"),
        ("من جهة أخرى قدم خالد بن سالم الهادي التهنئة، متمنيا أن يدوم النجاح.", "خالد بن سالم الهادي"),
        # Whose paper or speech it is.
        ("أصدرت إدارة النادي بيانا أكدت فيه أنها سددت الديون.", "إدارة النادي"),
        (
            "ألقى مدير جامعة الفجر للعلوم سالم علي كلمة أكد فيها أن البحث مستمر.",
            "مدير جامعة الفجر للعلوم سالم علي",
        ),
        ("وأعقب ذلك كلمة للمدير العام أوضح فيها أن الأمانة تعمل.", "المدير العام"),
        ("وتضمن الملف تصريحا من مدير المرور أوضح فيه أن الطريق مغلق.", "مدير المرور"),
    ],
)
def test_who_acts_is_who_speaks(read: Read, body: str, speaker: str) -> None:
    assert [one.resolved for one in read(body)] == [speaker]


def test_the_object_of_a_deed_is_no_part_of_a_name(read: Read) -> None:
    *_, wish = read(
        "وقال السفير سالم الهادي إن العمل مستمر. ورفع السفير الهادي التعازي، متمنيا أن يعم السلام."
    )
    assert wish.resolved == "السفير سالم الهادي"

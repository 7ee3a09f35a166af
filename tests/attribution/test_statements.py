from collections.abc import Callable

import pytest

from tawatur.records.attribution import Attribution

Read = Callable[[str], tuple[Attribution, ...]]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        # The verb tells the gender of a name that does not.
        ("قال سالم الهادي إن السد اكتمل. وقالت سنابل إن الماء قل، وأضافت أن الري توقف.", "سنابل"),
        ("قالت الهيئة إن السد اكتمل. وقال حمزة إن الماء قل. وأضاف أن الري توقف.", "حمزة"),
        # An outlet that is only cited leaves the floor to who spoke.
        ("قال سالم الهادي إن السد اكتمل، بحسب بيان للهيئة. وأضاف أن الري توقف.", "سالم الهادي"),
        ("قال سالم الهادي إن السد اكتمل وفق معايير الهيئة العامة. وأضاف أن الري توقف.", "سالم الهادي"),
        ("احتفل سالم الهادي بالسد حيث حرص الجميع على الحضور متمنين للوفد السلامة.", "الجميع"),
        ("زار الفريق السد، وبدأ المدير سالم الهادي بكلمة أكد فيها أن الماء نقي.", "المدير سالم الهادي"),
        (
            "قال سالم الهادي إن السد اكتمل، وهو ما أكده المدير علي الراشد. وأضاف أن الري توقف.",
            "المدير علي الراشد",
        ),
    ],
)
def test_a_verb_without_a_subject_goes_on_with_whom_it_agrees(read: Read, body: str, speaker: str) -> None:
    *_, last = read(body)
    assert (last.source, last.resolved) == (None, speaker)


def test_the_plural_goes_on_with_the_many(read: Read) -> None:
    *_, last = read("قال مسؤولون إن السد اكتمل. وقال سالم الهادي إن الماء قل. وأضافوا أن الري توقف.")
    assert last.resolved == "مسؤولون"


@pytest.mark.parametrize(
    ("body", "relays"),
    [
        ("كشفت وثائق نشرتها وكالة رويترز أن السد تصدع.", ("رويترز",)),
        ("وبحسب التفاصيل التي حصلت عليها «رويترز» فإن السد تصدع.", ("رويترز",)),
        ("أوردت رويترز كلاما لرئيس الهيئة سالم الهادي مفاده أن السد تصدع.", ("رويترز",)),
        ("قال سالم الهادي إن السد تصدع، وهو ما نشرته «رويترز» أمس.", ("رويترز",)),
        ("نقلت رويترز تأكيد المدير سالم الهادي أن السد تصدع.", ("رويترز",)),
        ("أشار تقرير أعده مدير القناة إلى أن السد تصدع.", ()),
    ],
)
def test_through_whom_a_paper_came(read: Read, body: str, relays: tuple[str, ...]) -> None:
    assert [one.relays for one in read(body)] == [relays]


@pytest.mark.parametrize(
    ("body", "resolved", "relays"),
    [
        ("قالت البعثة، مستندة إلى أرقام الجيش، إن السد تصدع.", "الجيش", ("البعثة",)),
        (
            "قالت منظمة البحر إن السد تصدع، معتمدة على البيانات التي تلقتها من وزارة المياه.",
            "وزارة المياه",
            ("منظمة البحر",),
        ),
        (
            "أشارت الوزيرة سلمى الهادي إلى أن السد تصدع، وفق أرقام النقابة.",
            "النقابة",
            ("الوزيرة سلمى الهادي",),
        ),
        ("قالت اللجنة إن السد تصدع، استنادا إلى آخر إحصاء لوزارة المياه.", "وزارة المياه", ("اللجنة",)),
        # What rests on nobody's figures is the speaker's own.
        ("قال سالم الهادي إن السد تصدع، معتمدا على خبرته.", "سالم الهادي", ()),
    ],
)
def test_who_cites_anothers_figures_passes_on_his_word(
    read: Read, body: str, resolved: str, relays: tuple[str, ...]
) -> None:
    (one,) = read(body)
    assert (one.resolved, one.relays) == (resolved, relays)


@pytest.mark.parametrize(
    ("body", "resolved", "relays"),
    [
        ("قال سالم الهادي لـCNN إن السد تصدع.", "سالم الهادي", ("CNN",)),
        ("تصدع السد، بحسب أشخاص مطلعين تحدثوا إلى رويترز.", "أشخاص مطلعين", ("رويترز",)),
        ("تصدع السد، على ما أفاد مسؤول محلي وكالة رويترز الأربعاء.", "مسؤول محلي", ("رويترز",)),
        ("تحدثت مصادر محلية لوكالات أنباء عن تصدع السد.", "مصادر محلية", ("وكالات أنباء",)),
    ],
)
def test_whom_a_speaker_told_is_no_part_of_his_name(
    read: Read, body: str, resolved: str, relays: tuple[str, ...]
) -> None:
    (one,) = read(body)
    assert (one.resolved, one.relays) == (resolved, relays)


def test_what_the_article_tells_behind_a_denial_is_not_told_by_who_denies(read: Read) -> None:
    _, reported = read("نفت الشركة تلقيها أي عرض، وذلك بعد أن أفادت تقارير صحافية بأن المصنع بيع.")
    assert (reported.inside, reported.relays) == (None, ())


def test_both_who_are_asked_are_no_part_of_the_speaker(read: Read) -> None:
    (asked,) = read("طالبت البعثة الطرفين بفتح ممر للجرحى.")
    assert asked.resolved == "البعثة"

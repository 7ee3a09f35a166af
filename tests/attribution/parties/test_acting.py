from collections.abc import Callable

import pytest

from tawatur.records.attribution import Attribution

Read = Callable[[str], tuple[Attribution, ...]]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        # Of many, whoever acts as many.
        (
            "وقال الوزير إن الخطة جاهزة. وانتقد الخطة معارضو الوزير مؤكدين أنها مكلفة.",
            "معارضو الوزير",
        ),
        ("وذكرت صحيفة الضحى أن السوق هادئ، واحتج مزارعون على الأسعار مطالبين بدعمهم.", "مزارعون"),
        # A joined verb goes on with the subject of the verb before it.
        ("وقال الخبير إن الفيروس خطير. وكإجراء وقائي عزلت السلطات عددا منهم وأمرت بفحص العمال.", "السلطات"),
        ("وقالت الوزارة إن العمل بدأ، فيما اعترض مدير الشركة على العقد وقال إنه مجحف.", "مدير الشركة"),
        # A feminine verb has no man for its subject.
        ("وقالت السفيرة إن العمل بدأ. وزارت الوزير أمس وأكدت أن الطريق آمن.", "السفيرة"),
        # «قولها» is a woman's.
        ("وقال المدير إن العمل بدأ. ورأت الطبيبة أن المرض نادر، ولا علاج له على حد قولها.", "الطبيبة"),
        # Whoever has the floor keeps it.
        ("وقال المدير إن الوزارة وافقت على الخطة، مؤكدا أنها جاهزة.", "المدير"),
        ("وقالت المديرة إن الوزير وافق على الخطة، مؤكدة أنها جاهزة.", "المديرة"),
    ],
)
def test_who_acts_and_agrees_speaks(read: Read, body: str, speaker: str) -> None:
    assert read(body)[-1].resolved == speaker


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("وأضاف البيان أن السفارة تابعت الحادث وأبلغت عن المفقودين.", "السفارة"),
        ("وذكر التقرير أن المسعفين حضروا بعد أن اتصلت الممرضة وأبلغت عن المصابين.", "الممرضة"),
        ("وقالت الشرطة إن الحارس هرب ثم عاد وأبلغ عن الحادث.", "الحارس"),
    ],
)
def test_within_a_speech_speaks_who_acts_there(read: Read, body: str, speaker: str) -> None:
    first, *_, inner = read(body)
    assert (first.inside, inner.inside, inner.resolved) == (None, 0, speaker)


def test_many_are_named_with_those_of_whom_the_number_is_given(read: Read) -> None:
    *_, asked = read(
        "وقال الوزير إن الخطة جاهزة. واعتصم العشرات من الأطباء أمام المبنى مطالبين بصرف الرواتب."
    )
    assert asked.resolved == "العشرات من الأطباء"


@pytest.mark.parametrize(
    "body",
    [
        "وقالت الشرطة إن سائقا أوقف أمس واتهم بأنه تسبب في الحادث.",
        "وقالت الصحيفة إن الاتفاق الذي وصف حينها بالتاريخي انهار.",
    ],
)
def test_who_is_charged_does_not_speak(read: Read, body: str) -> None:
    *_, charged = read(body)
    assert (charged.source, charged.resolved) == (None, None)


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("وسبق للمدير سالم الهادي أن أكد أن الطريق آمن.", "المدير سالم الهادي"),
        ("وقال الوزير إن العمل بدأ. أما المهندس سالم الهادي فأوضح أن الطريق مغلق.", "المهندس سالم الهادي"),
        ("وقال الوزير إن العمل بدأ. أما المهندس سالم الهادي، فأوضح أن الطريق مغلق.", "المهندس سالم الهادي"),
    ],
)
def test_the_topic_of_a_verb_is_its_source(read: Read, body: str, speaker: str) -> None:
    said = read(body)[-1]
    assert (said.source is not None, said.resolved) == (True, speaker)


def test_what_a_speaker_turns_to_is_no_source(read: Read) -> None:
    *_, said = read("وقال الوزير إن العمل بدأ. أما الغاز الصخري فأوضح أن إنتاجه يزيد.")
    assert (said.source, said.resolved) == (None, "الوزير")


def test_people_who_stand_alone_behind_a_joined_demand_are_asked(read: Read) -> None:
    said = read("أشار المدير إلى أن السد اكتمل، ودعا السكان إلى غلي الماء.")
    assert [one.resolved for one in said] == ["المدير", "المدير"]


def test_a_dateline_does_not_act(read: Read) -> None:
    (one,) = read("لندن - الفجر: قفز سهم شركة المياه أمس بعد أن أعلنت نجاح التجربة.")
    assert one.resolved == "شركة المياه"


def test_whom_a_paper_accuses_did_not_write_it(read: Read) -> None:
    (one,) = read("أصدرت وزارة المياه بيانا تتهم فيه الشركة بالتقصير.")
    assert one.resolved == "وزارة المياه"


def test_what_a_speaker_calls_a_thing_by_the_way_is_his_own_word(read: Read) -> None:
    _, called = read("وقال السفير إن الشركة متحمسة للمشروع الذي وصفه بالرائد.")
    assert (called.resolved, called.relays) == ("السفير", ())


def test_before_all_speech_speaks_who_was_named(read: Read) -> None:
    said = read("وصل إلى المدينة أمس المخترع الشاب سالم الهادي. وكان الجو صحوا. وقال إن السفر ممتع.")[-1]
    assert "سالم الهادي" in (said.resolved or "")

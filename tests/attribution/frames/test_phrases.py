from collections.abc import Callable

import pytest

from tawatur.records.attribution import Attribution

Read = Callable[[str], tuple[Attribution, ...]]

PLACED = [
    (
        "ارتفع الإنتاج هذا العام، وفقا لما قاله مدير المصنع سالم الهادي.",
        "مدير المصنع سالم الهادي",
        "ارتفع الإنتاج هذا العام",
    ),
    ("غادر الرجل المدينة ليلا، حسبما ورد في محضر الاتهام.", "محضر الاتهام", "غادر الرجل المدينة ليلا"),
    ("غادر الرجل المدينة، حسبما أسر به مصدر محلي.", "مصدر محلي", "غادر الرجل المدينة"),
    ("وبحسب الهادي، فإن الجسر آمن.", "الهادي", "الجسر آمن"),
    (
        "ووفقا لآلية التوزيع التي اعتمدتها اللجنة فإن الحصص تصرف غدا.",
        "آلية التوزيع التي اعتمدتها اللجنة",
        "الحصص تصرف غدا",
    ),
    ("ووفقا للمعلومات واصلت الشركة حفر البئر.", "لمعلومات", "واصلت الشركة حفر البئر"),
    ("وفقا لتقرير الطبيب الشرعي توجه مسعفون إلى المنزل.", "تقرير الطبيب الشرعي", "توجه مسعفون إلى المنزل"),
    ("تأخرت الرحلات أمس، حسب إفادة المسافرين.", "المسافرين", "تأخرت الرحلات أمس"),
    ("انتهت المفاوضات أمس، بحسب غولدبرغ.", "غولدبرغ", "انتهت المفاوضات أمس"),
    ("أغلق الطريق، حسب ما أصدرت لجنة النظر في المخالفات.", "لجنة النظر في المخالفات", "أغلق الطريق"),
    ("وتعد الثغرة، بحسب الشركة، في غاية الخطورة.", "الشركة", "وتعد الثغرة، بحسب الشركة، في غاية الخطورة"),
    ("غادر اللاعب الملعب.وفقا لموقع الفجر.", "موقع الفجر", "غادر اللاعب الملعب"),
    ("ووفقا لرويترز كان الرجل يمشي بعيدا عن البيت.", "رويترز", "كان الرجل يمشي بعيدا عن البيت"),
    ("فقدت البلاد سفنا كثيرة كما تظهر السجلات الوطنية.", "السجلات الوطنية", "فقدت البلاد سفنا كثيرة"),
    ("ووفقا لصحيفة 'الفجر' يحمل النهر ماء نقيا.", "صحيفة 'الفجر'", "يحمل النهر ماء نقيا"),
    ("ووفقا لتقرير صحيفة 'الفجر' يحمل النهر ماء نقيا.", "تقرير صحيفة 'الفجر'", "يحمل النهر ماء نقيا"),
    ("انخفض المخزون، وبحسب البيان، توقف الضخ يومين.", "البيان", "توقف الضخ يومين"),
]


@pytest.mark.parametrize(("text", "source", "content"), PLACED)
def test_an_expression_finds_its_source_and_its_content(
    read: Read, text: str, source: str, content: str
) -> None:
    [one] = read(text)
    assert one.source is not None
    assert (one.source.of(text), one.content.of(text)) == (source, content)


def test_an_expression_inside_a_clause_leaves_the_outer_statement_alone(read: Read) -> None:
    text = "وأضافت الشركة أن اللوم – وفقا للخبراء – يقع على المصنع."
    outer, inner = read(text)
    assert inner.content.of(text) == outer.content.of(text) == "اللوم – وفقا للخبراء – يقع على المصنع"


SILENT = [
    "نفذ المشروع وفقا لقانون البلديات الجديد.",
    "وزعت المقاعد بحسب نطاقها.",
    "بنيت المدرسة وفقا لتصميمات حديثة.",
    "ليست المسألة مالا فحسب للتجار في السوق.",
    "كما طالب أقارب المريض بتعويض عادل.",
    "شاع الخبر بحسب ذلك.",
    "كما تضمن القرار فتح الطريق.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_done_by_a_rule_is_not_said_by_anybody(read: Read, text: str) -> None:
    assert not [one.licence for one in read(text) if one.licence.startswith("phrase")]


@pytest.mark.parametrize(
    "text", ["وفقا للدراسة الجديدة", "وحسب ما أفادت", "كما جاء في", "وبحسب ما ورد في", "صدر تصريح"]
)
def test_a_body_may_end_in_the_middle(read: Read, text: str) -> None:
    assert read(text) == ()


def test_a_source_ends_where_it_goes_on_to_speak(read: Read) -> None:
    text = "اكتمل السد في موعده، حسبما أعلن المحافظ سالم الهادي الذي أكد أن الماء نقي."
    first = read(text)[0]
    assert first.source is not None
    assert first.source.of(text) == "المحافظ سالم الهادي"


def test_a_credit_alone_in_its_sentence_tells_how_the_speech_before_it_came(read: Read) -> None:
    [one] = read("قال الجيش إن خمس غارات شنت أمس.وفقا لرويترز. وانتهى اليوم.")
    assert (one.resolved, one.relays) == ("الجيش", ("رويترز",))


def test_a_verb_alone_may_fill_an_expression(read: Read) -> None:
    text = "يهدد الاتفاق، كما قالوا، الأمن في المدينة."
    [one] = read(text)
    assert (one.cue.of(text), one.source) == ("كما قالوا", None)

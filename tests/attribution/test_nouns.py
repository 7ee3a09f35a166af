from collections.abc import Callable

import pytest

from tawatur.records.attribution import Act, Attribution

Read = Callable[[str], tuple[Attribution, ...]]

SPEAKING = [
    ("قلب المفاجأة إعلان الوزارة أن الجسر آمن.", "إعلان", "الوزارة", "الجسر آمن"),
    ("سبق ذلك تصريح الحكومة بأنها ستلغي الرسوم.", "تصريح", "الحكومة", "ستلغي الرسوم"),
    (
        "فوجئ الجمهور من اعتراف المدير سالم الهادي بأنه أخفى التقرير.",
        "اعتراف",
        "المدير سالم الهادي",
        "أخفى التقرير",
    ),
    ("تجاهلت الإدارة نداءات المؤثرين بعدم الترشح.", "نداءات", "المؤثرين", "بعدم الترشح"),
    ("سر السكان من ترحيب الوزيرة بقرار المجلس.", "ترحيب", "الوزيرة", "بقرار المجلس"),
    ("تلقت الشرطة أمس بلاغا عن حريق في المصنع.", "بلاغا", None, "حريق في المصنع"),
    ("تلقت الشرطة أمس بلاغا من مستشفى عن إصابة عامل.", "بلاغا", "مستشفى", "إصابة عامل"),
    ("وقام مدير المدرسة بإبلاغ أولياء الأمور برفع الرسوم.", "بإبلاغ", "مدير المدرسة", "برفع الرسوم"),
    ("والمعارضون حجتهم أن الطريق ضيق.", "حجتهم", "المعارضون", "الطريق ضيق"),
    ("القيادة التي أعطت تعليمات مشددة للجنود بضرورة البقاء.", "تعليمات", "القيادة", "بضرورة البقاء"),
    ("غادر المدير رغم اعترافه بالخطأ، ثم سافر.", "اعترافه", None, "بالخطأ"),
]


@pytest.mark.parametrize(("text", "cue", "source", "content"), SPEAKING)
def test_a_noun_of_speech_has_its_speaker_and_content(
    read: Read, text: str, cue: str, source: str | None, content: str
) -> None:
    found = [one for one in read(text) if one.licence.startswith("noun.")]
    assert [
        (one.cue.of(text), one.source.of(text) if one.source else None, one.content.of(text)) for one in found
    ] == [(cue, source, content)]


SILENT = [
    "وعد اتهام الوزير بالفساد سابقة.",
    "وزعت الهيئة 705 بلاغات عن الحوادث.",
    "نشرت وكالة أنباء المدينة عن المعرض.",
    "سيتم إقرارها قريبا على أن تدرج لاحقا.",
    "بدأ تنفيذ توجيهات قيادة النادي تجسد حرصها على اللاعبين.",
    "سبق تحذير السكان من السيول.",
    "أوقف المتهم بعد اتهامه بالسرقة.",
    "نشرت الصحيفة إعلان نتائج القبول.",
]


@pytest.mark.parametrize("text", SILENT)
def test_a_noun_that_tells_nothing_is_no_cue(read: Read, text: str) -> None:
    assert not [one.licence for one in read(text) if one.licence.startswith(("noun.", "masdar."))]


def test_a_noun_inside_a_statement_hands_the_speaker_on(read: Read) -> None:
    text = "قال سالم الهادي إن الشركة قدمت تطمينات بأن المياه نقية. وأضاف أن السد آمن."
    said, told, added = read(text)
    assert (told.inside, told.resolved, told.relays) == (0, "الشركة", ("سالم الهادي",))
    assert (added.resolved, told.act) == (said.resolved, Act.ASSERT)


def test_the_statement_and_not_the_noun_in_it_is_what_an_outlet_carries(read: Read) -> None:
    text = "أعلنت الشرطة وصول بلاغ عن حريق في المصنع، بحسب رويترز."
    [one] = [one for one in read(text) if one.licence.startswith("verb.")]
    assert one.relays == ("رويترز",)

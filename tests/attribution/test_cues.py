from collections.abc import Callable

import pytest

from tawatur.records.attribution import Act, Attribution

Read = Callable[[str], tuple[Attribution, ...]]

ANNOUNCING = [
    ("قال الوزير سالم الهادي إن السد اكتمل.", "قال", "verb.qala:that-clause"),
    ("وقالت الوزيرة: «السد اكتمل في موعده تماما».", "وقالت", "verb.qala:quotation"),
    ("وأشار المدير إلى وجود نقص في الدواء.", "وأشار", "verb.ashara:prepositional"),
    ("أكد المدير أهمية التدريب.", "أكد", "verb.akkada:object"),
    ("عزت السلطات وشركة المياه انقطاع التيار إلى عاصفة.", "عزت", "verb.aza:object"),
    ("وادعى بعد اجتماع طويل أن النبع جف.", "وادعى", "verb.iddaa:that-clause"),
    ("كشفت الشركة عن خطة جديدة.", "كشفت", "verb.kashafa:prepositional"),
    ("وقال سيتم العمل على ذلك.", "وقال", "verb.qala:bare-clause"),
    ("افتتح المدير المعرض، مؤكدا أن الدخول مجاني.", "مؤكدا", "participle.akkada:that-clause"),
    ("ارتفع عدد الزوار، وفق ما أفادت البلدية.", "وفق ما أفادت", "phrase.wifq:content-before"),
    ("وبحسب مصادر مطلعة، فإن الصفقة تعثرت.", "وبحسب", "phrase.bihasab:source-first"),
    ("المتحدث باسم البلدية أوضح أن الطريق مغلق.", "أوضح", "verb.awdaha:that-clause"),
    ("«الطريق مغلق إلى الغد»، قال المتحدث باسم البلدية.", "قال", "verb.qala:content-before"),
    ("وجاء في البيان أن الطريق مغلق.", "وجاء في", "phrase.jaa_fi:source-first"),
    ("وحث المدير السكان على الهدوء.", "وحث", "verb.haththa:prepositional"),
    ("هنأ المدير زميله بالفوز.", "هنأ", "verb.hanna:prepositional"),
    ("حملت البلدية المقاولين مسؤولية التأخير.", "حملت", "verb.hammala:object"),
    ("ألقى الوزير باللوم على المقاولين.", "ألقى", "verb.alqa:object"),
    ("وقدرت الوزارة كلفة السد بنحو مليون ريال.", "وقدرت", "verb.qaddara:prepositional"),
    ("طلب المدير من الموظفين حضور الحفل.", "طلب", "verb.talaba:object"),
    ("ودع المدير ضيوفه، سائلا الله عز وجل لهم السلامة.", "سائلا", "participle.saala:object"),
    ("اعتبر الوزير هذه النتائج نجاحا كبيرا.", "اعتبر", "verb.itabara:object"),
    ("وجدت الدراسة أن النوم مفيد.", "وجدت", "verb.wajada:that-clause"),
    ("عاد الوزير ليؤكد أن السد اكتمل.", "ليؤكد", "verb.akkada:that-clause"),
    ("ودع المدير ضيوفه، متمنيا لهم طيب الإقامة.", "متمنيا", "participle.tamanna:object"),
    ("غادر السكان القاعة، متذمرين من أن البلدية غائبة.", "متذمرين", "participle.tadhammara:that-clause"),
    ("أغلق الجسر أمس. والبلدية إذ تعلن ذلك، تفتح مكتبا للشكاوى.", "تعلن", "verb.aalana:pointing-back"),
    ("تعطل الجسر يومين. كشف ذلك المتحدث باسم البلدية.", "كشف", "verb.kashafa:pointing-back"),
    ("وأكد سالم محاصرة القرية من ثلاث جهات.", "وأكد", "verb.akkada:object"),
    ("أعلن المدير، أمس، الموعد الجديد.", "أعلن", "verb.aalana:object"),
    ("أكدت مصادر محلية عن رغبة القناة بنقل المباراة.", "أكدت", "verb.akkada:prepositional"),
    ("وتحدث المدير بحزن عما جلبه عليه منصبه.", "وتحدث", "verb.tahaddatha:prepositional"),
    ("ودعا المدير السكان الذين لم يسجلوا إلى سرعة التسجيل.", "ودعا", "verb.daa:prepositional"),
    ("أوصى مجلس الشركة بتوزيع أرباح نقدية.", "أوصى", "verb.awsa:prepositional"),
    ("وبين المدير أسباب التأخر.", "وبين", "verb.bayyana:object"),
    ("ويقول الهادي، ربما يكون الوقت قد فات.", "ويقول", "verb.qala:bare-clause"),
    ("ألقى المدير كلمة رحب فيها بالتعاون.", "رحب", "verb.rahhaba:prepositional"),
    ("وكان العداء الذي فاز بالسباق قد تحدث عن رغبته في الراحة.", "تحدث", "verb.tahaddatha:prepositional"),
]


@pytest.mark.parametrize(("text", "cue", "licence"), ANNOUNCING)
def test_what_announces_speech_says_why(read: Read, text: str, cue: str, licence: str) -> None:
    assert [(one.cue.of(text), one.licence) for one in read(text)] == [(cue, licence)]


SILENT = [
    "وجد الطبيب أن لكل ذكر وأنثى علاجا.",
    "يذكر أن المصنع افتتح قبل عامين.",
    "يشار إلى أن المصنع افتتح قبل عامين.",
    "ارتفعت نسب النجاح إلى مستوى جديد.",
    "أطلق مبرمج يدعى سالم الهادي تطبيقا جديدا.",
    "جدير بالذكر أن المصنع افتتح قبل عامين.",
    "لم يكشف الوزير عن الأسماء.",
    "لفت انتباهنا أن القاعة فارغة.",
    "رابط الخبر بصحيفة السنابل: البلدية تعلن عن خطة جديدة.",
    "وكأنه يقول: هذا لا يكفي أحدا منا.",
    "النبي صلى الله عليه وسلم - قال: لا ضرر ولا ضرار بين الناس.",
    "عملت الشركة بميزانية مقترحة قدرها مليون.",
    "وصلت الشحنة عبر شركة نقل عن طريق الميناء.",
    "قدم المدير شرحاً وافيا عن أهمية السد.",
    "رفض الوزير التعليق.",
    "التقى الوفد بين المدينتين رئيس البلدية.",
    "نفذ العمل وفق الخطة المعتمدة.",
    "وزعت المقاعد حسب رغباتهم.",
    "مر القطار عبر النفق ثم عبر الجسر.",
    "قرر المجلس أن يعلن النتائج غدا.",
    "وهذا مما يؤكد أن المشروع ناجح.",
    "قال الله تعالى: وقل اعملوا.",
    "كما يقول المثل إن العجلة ندامة.",
    "جاء في المركز الأول عداء محلي.",
    "يعيش هنا بسلام.",
    "حملت الشاحنة البضائع إلى الميناء.",
    "ألقى المحاضر كلمة قصيرة.",
    "وقدر عدد الزوار بمليون.",
    "وجد الرجل أن الباب مغلق.",
    "ورد على المصنع طلب جديد.",
]


@pytest.mark.parametrize("text", SILENT)
def test_a_word_that_looks_like_a_cue_is_none(read: Read, text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("نفى النادي أن يكون المدرب قد استقال.", Act.DENY),
        ("طالب الأهالي بضرورة إصلاح الطريق.", Act.DEMAND),
        ("ورحب السفير بالاتفاق.", Act.OTHER),
        ("زعم الحارس أن الباب كان مفتوحا.", Act.ASSERT),
    ],
)
def test_the_lexicon_tells_what_a_speaker_does(read: Read, text: str, act: Act) -> None:
    assert [one.act for one in read(text)] == [act]

from collections.abc import Callable

import pytest

from tawatur.records.attribution import Attribution, SourceKind

Read = Callable[[str], tuple[Attribution, ...]]

PERSON, UNNAMED = SourceKind.PERSON, SourceKind.UNNAMED
BODY, OUTLET, DOCUMENT = SourceKind.ORGANIZATION, SourceKind.OUTLET, SourceKind.DOCUMENT

SOURCES = [
    ("وأوضح المتحدث باسم البلدية سامي الراشد أن الطريق مغلق.", "المتحدث باسم البلدية سامي الراشد", PERSON),
    (
        "قال مبعوث الأمين العام لشؤون المياه، هادي سليم، إن النهر جف.",
        "مبعوث الأمين العام لشؤون المياه، هادي سليم",
        PERSON,
    ),
    ("وقال مسؤول محلي كبير إن النهر جف.", "مسؤول محلي كبير", UNNAMED),
    ("وقال مسؤول في الوزارة طلب عدم ذكر اسمه إن النهر جف.", "مسؤول في الوزارة طلب عدم ذكر اسمه", UNNAMED),
    ("وقال شهود عيان أمس إن النهر جف.", "شهود عيان", UNNAMED),
    ("وأعلنت وزارة المياه في بيان لها أن النهر جف.", "وزارة المياه", BODY),
    ("وأعلنت واشنطن أن الاجتماع تأجل.", "واشنطن", BODY),
    ("وذكرت صحيفة «الغد» أن الاجتماع تأجل.", "صحيفة «الغد»", OUTLET),
    ("وأظهرت دراسة حديثة أن النوم ينفع.", "دراسة حديثة", DOCUMENT),
    ("وأكد الدكتور سالم الهادي لـ«الفجر» أن النوم ينفع.", "الدكتور سالم الهادي", PERSON),
    ("وأوضح لـ«الغد» المهندس سالم الهادي أن السد اكتمل.", "المهندس سالم الهادي", PERSON),
    ("وقال عبد الله بن علي السالم إن السد اكتمل.", "عبد الله بن علي السالم", PERSON),
    ("وقال إمام المسجد سالم الهادي إن السد اكتمل.", "إمام المسجد سالم الهادي", PERSON),
    ("وناشد مدير السد سالم الهادي السكان بضرورة الابتعاد.", "مدير السد سالم الهادي", PERSON),
    ("وطالب الهادي سكان القرية بضرورة الابتعاد.", "الهادي", PERSON),
    ("وشدد الأمير علي بن هادي على ضرورة السلامة.", "الأمير علي بن هادي", PERSON),
    ("وقال المدير الذي زار الموقع إن السد اكتمل.", "المدير الذي زار الموقع", PERSON),
    ("وقال مهندس يعمل في سد الوادي إن النهر جف.", "مهندس يعمل في سد الوادي", UNNAMED),
    ("وقال شاهد حضر الاجتماع لرويترز إن النهر جف.", "شاهد حضر الاجتماع", UNNAMED),
    (
        "وأوضحت نتائج المسح، الذي أجري أمس في القرية، أن النهر جف.",
        "نتائج المسح، الذي أجري أمس في القرية",
        DOCUMENT,
    ),
    ("وقال المتحدث باسمها سالم الهادي إن النهر جف.", "المتحدث باسمها سالم الهادي", PERSON),
    ("ومن بينهم المهندس سالم الهادي الذي أعلن أن السد اكتمل.", "المهندس سالم الهادي", PERSON),
]


@pytest.mark.parametrize(("text", "source", "kind"), SOURCES)
def test_a_source_is_its_whole_noun_phrase(read: Read, text: str, source: str, kind: SourceKind) -> None:
    found = read(text)
    assert [(one.source.of(text), one.kind) for one in found if one.source] == [(source, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "وأضاف أن السد اكتمل.",
        "وتابع: «السد اكتمل في موعده تماما».",
        "وعن موعد الافتتاح أكد أن السد اكتمل.",
        "وقيل إن السد اكتمل.",
    ],
)
def test_nobody_is_made_the_source_where_none_is_named(read: Read, text: str) -> None:
    assert [(one.source, one.resolved) for one in read(text)] == [(None, None)]

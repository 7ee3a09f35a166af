from collections.abc import Callable

import pytest

from tawatur.records.attribution import Attribution

Read = Callable[[str], tuple[Attribution, ...]]

CONTENTS = [
    ("قال المدير إن السد اكتمل، وأضاف أن الماء نقي.", ["السد اكتمل", "الماء نقي"]),
    ("أكد المدير أن السد اكتمل، مشيرا إلى أن الماء نقي.", ["السد اكتمل", "الماء نقي"]),
    ("قال المدير إن السد اكتمل، حيث جاء الماء نقيا.", ["السد اكتمل، حيث جاء الماء نقيا"]),
    ("قال المدير إن السد اكتمل، بينما أكد النائب أن الماء نقي.", ["السد اكتمل", "الماء نقي"]),
    ("وقال المدير: «اكتمل السد. سنحتفل غدا».", ["«اكتمل السد"]),
    ("وقال المدير: اكتمل السد وجاء الماء.", ["اكتمل السد وجاء الماء"]),
    ("نفت الشركة وجود عيب في السد، ولم تنشر صورا.", ["وجود عيب في السد"]),
    ("اكتمل السد في موعده، بحسب وزارة المياه، وهطل المطر.", ["اكتمل السد في موعده"]),
    ("وقال المدير إنه سعيد.", ["سعيد"]),
    ("واتهم النائب سالم الهادي الشركة بالإهمال.", ["الشركة بالإهمال"]),
    ("نفى الوزير صحة الخبر، واصفا ذلك بأنه كذب.", ["صحة الخبر", "ذلك بأنه كذب"]),
    ("قال النائب إن السد تأخر واتهم الشركة بأنها أهملته.", ["السد تأخر", "الشركة بأنها أهملته"]),
    ("نفت الشركة وجود عيب في السد، وذلك بعد فحصه.", ["وجود عيب في السد، وذلك بعد فحصه"]),
    ("وأعلن الوزير عبدالله الهادي أن السد اكتمل.", ["السد اكتمل"]),
    ("وأكد الوزير لدى افتتاحه السد أن الماء نقي.", ["الماء نقي"]),
    ("من جهة أخرى، اكتمل السد في موعده، بحسب وزارة المياه.", ["اكتمل السد في موعده"]),
    ("وقد اكتمل السد في موعده، بحسب وزارة المياه.", ["اكتمل السد في موعده"]),
    ("أعلن المدير اكتمال السد، بعد تأكيده أن الماء نقي.", ["اكتمال السد", "الماء نقي"]),
    ("وقال المدير: «إن السد الكبير اكتمل».", ["السد الكبير اكتمل"]),
    ("وقال المدير: «إن لم يكتمل السد خسرنا».", ["«إن لم يكتمل السد خسرنا»"]),
]


@pytest.mark.parametrize(("text", "contents"), CONTENTS)
def test_a_content_ends_where_the_next_statement_or_the_paper_speaks(
    read: Read, text: str, contents: list[str]
) -> None:
    assert [one.content.of(text) for one in read(text)] == contents


def test_own_words_share_the_content_of_the_statement_before_them(read: Read) -> None:
    text = "وقال المدير إن السد اكتمل على حد قوله."
    first, second = read(text)
    assert second.licence == "phrase.ala_hadd:own-words"
    assert first.content == second.content


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("وقال المدير: «السد اكتمل في موعده تماما».", True),
        ("وأضاف أن «السد اكتمل في موعده تماما».", True),
        ("وقال المدير إن السد الذي اكتمل أمس «مفيد جدا».", False),
    ],
)
def test_most_of_a_direct_content_stands_in_quotation_marks(read: Read, text: str, direct: bool) -> None:
    assert [one.direct for one in read(text)] == [direct]


def test_speech_within_speech_is_nested(read: Read) -> None:
    text = "قال الوزير إن المدير أكد أن السد اكتمل."
    outer, inner = read(text)
    assert outer.content.of(text) == "المدير أكد أن السد اكتمل"
    assert (inner.inside, inner.relays, inner.source and inner.source.of(text)) == (0, ("الوزير",), "المدير")

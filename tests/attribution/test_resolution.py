from collections.abc import Callable

import pytest

from tawatur.records.attribution import Attribution

Read = Callable[[str], tuple[Attribution, ...]]

HADI = "مدير السد المهندس سالم الهادي"

RESOLVED = [
    (f"قال {HADI} إن السد اكتمل. وأضاف أن الماء نقي.", [HADI, HADI]),
    (f"قال {HADI} إن السد اكتمل. وأكد الهادي أن الماء نقي.", [HADI, HADI]),
    (f"قال {HADI} إن السد اكتمل، لافتا إلى أن الماء نقي.", [HADI, HADI]),
    (f"زار الموقع {HADI} أمس. وأكد الهادي أن الماء نقي.", [HADI]),
    (f"زار الموقع {HADI} أمس. ورفض الهادي العرض وكتب ساخرا أن الماء نقي.", [HADI]),
    (
        "قال السفير إن خبيرا محليا أبلغ الوزارة أن السد اكتمل. ووفقا للمصدر نفسه، فإن الماء نقي.",
        ["السفير", "خبير محلي", "خبير محلي"],
    ),
    ("قال تاجر محلي إن السد اكتمل. وقال التجار إن الماء نقي.", ["تاجر محلي", "التجار"]),
    ("زار الوفد هيئة المياه. وأوضحت الهيئة أن السد اكتمل.", ["هيئة المياه"]),
    ("قال مصدر أمني إن الطريق مغلق. وأضاف المصدر أن الجسر سليم.", ["مصدر أمني", "مصدر أمني"]),
    (
        (
            f"قال {HADI} إن السد اكتمل. وقالت وزارة المياه إن الماء نقي. "
            "وأضافت أن المطر قادم. وأضاف أن الجسر سليم."
        ),
        [HADI, "وزارة المياه", "وزارة المياه", HADI],
    ),
]


@pytest.mark.parametrize(("text", "resolved"), RESOLVED)
def test_a_mention_is_its_fullest_name_in_the_article(read: Read, text: str, resolved: list[str]) -> None:
    assert [one.resolved for one in read(text)] == resolved

from collections.abc import Callable

import pytest

from tawatur.records.attribution import Attribution

Read = Callable[[str], tuple[Attribution, ...]]

CHAINS = [
    ("نقلت وكالة رويترز عن مسؤول محلي قوله إن السد اكتمل.", "مسؤول محلي", ("رويترز",)),
    ("ونقل موقع «أكسيوس» عن مصدر مطلع أن السد اكتمل.", "مصدر مطلع", ("أكسيوس",)),
    ("وذكرت صحيفة الغد نقلا عن رويترز عن مصدر مطلع أن السد اكتمل.", "مصدر مطلع", ("رويترز", "الغد")),
    ("وقال المدير سالم الهادي لـ«الجزيرة» إن السد اكتمل.", "المدير سالم الهادي", ("الجزيرة",)),
    ("وقال المدير سالم الهادي في تصريح لوكالة رويترز إن السد اكتمل.", "المدير سالم الهادي", ("رويترز",)),
    ("وفي حديث لـ«الجزيرة» قال المدير سالم الهادي إن السد اكتمل.", "المدير سالم الهادي", ("الجزيرة",)),
    ("وبحسب رويترز، قال المدير سالم الهادي إن السد اكتمل.", "المدير سالم الهادي", ("رويترز",)),
    ("قال المدير سالم الهادي إن السد اكتمل، وفق ما نقلته رويترز.", "المدير سالم الهادي", ("رويترز",)),
    ("وندد السفير سالم الهادي أمس بـ«الهجوم الأخير».", "السفير سالم الهادي", ()),
    ("وبحسب رويترز، اكتمل السد.", "رويترز", ()),
    ("وكتب المدير سالم الهادي على منصة إكس أن السد اكتمل.", "المدير سالم الهادي", ()),
]


@pytest.mark.parametrize(("text", "resolved", "relays"), CHAINS)
def test_a_chain_runs_from_its_source_to_the_article(
    read: Read, text: str, resolved: str, relays: tuple[str, ...]
) -> None:
    assert [(one.resolved, one.relays) for one in read(text)] == [(resolved, relays)]


def test_who_goes_on_keeps_his_relays_and_a_new_source_does_not(read: Read) -> None:
    text = "قال المدير سالم الهادي لـ«الجزيرة» إن السد اكتمل. وأضاف أن الماء نقي. وقال الوزير إن المطر قادم."
    assert [one.relays for one in read(text)] == [("الجزيرة",), ("الجزيرة",), ()]


def test_the_agency_or_the_site_is_the_one_named_last(read: Read) -> None:
    text = "كشف موقع «أكسيوس» أن السد اكتمل. ونقل الموقع عن مصدر مطلع قوله: «الماء نقي جدا هذا العام»."
    first, second = read(text)
    assert first.resolved == "موقع «أكسيوس»"
    assert (second.resolved, second.relays) == ("مصدر مطلع", ("أكسيوس",))

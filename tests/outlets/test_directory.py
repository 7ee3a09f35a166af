"""Which outlet a name, an address or a sentence speaks of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.lexicons.outlet_nouns import outlet_nouns
from tawatur.outlets.directory import outlets
from tawatur.outlets.names import key_of
from tawatur.outlets.outlet import Outlet, OutletKind

NOUNS = {
    OutletKind.AGENCY: "وكالة",
    OutletKind.NEWSPAPER: "صحيفة",
    OutletKind.CHANNEL: "قناة",
    OutletKind.RADIO: "إذاعة",
    OutletKind.MAGAZINE: "مجلة",
    OutletKind.SITE: "موقع",
    OutletKind.PLATFORM: "منصة",
}


def found(text: str, home: str | None = None) -> list[tuple[str, str, str]]:
    publisher = outlets().by_id(home) if home else None
    return [
        (mention.outlet.id, mention.span.of(text), mention.whole.of(text))
        for mention in outlets().mentions(text, home=publisher)
    ]


@pytest.mark.parametrize("outlet", tuple(outlets()), ids=lambda outlet: outlet.id)
def test_every_spelling_is_found_in_a_sentence(outlet: Outlet) -> None:
    ambiguous, shared = set(map(key_of, outlet.ambiguous)), set(map(key_of, outlet.shared))
    for name in outlet.names:
        quoted = f"{NOUNS[outlet.kind]} «{name}»"
        sentence = f"ونقل عنها {quoted if key_of(name) in ambiguous else name} أن الجسر أعيد فتحه"
        mentions = outlets().mentions(sentence, home=outlet if key_of(name) in shared else None)
        assert [mention.outlet.id for mention in mentions] == [outlet.id], name
        assert mentions[0].span.of(sentence) == name
        assert mentions[0].whole.of(sentence) == (quoted if key_of(name) in ambiguous else name)


@pytest.mark.parametrize("outlet", tuple(outlets()), ids=lambda outlet: outlet.id)
def test_an_ambiguous_word_in_a_plain_sentence_is_no_name(outlet: Outlet) -> None:
    for name in outlet.ambiguous:
        sentence = f"كانوا يتحدثون عن {name} طويلا"
        assert [
            mention for mention in outlets().mentions(sentence) if mention.span.of(sentence) == name
        ] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلن الوزير اليوم أن الوطن أمانة وأن الحياة في الرياض هادئة", []),
        ("سبق أن قال إن البيان صدر في الغد", []),
        ("عاد العالم إلى الجزيرة بعد أن كان في الخليج", []),
        ("قال لـ«الوطن» إن الطريق مغلق", [("alwatan", "الوطن", "«الوطن»")]),
        ("وذكر ل \"اليوم\" أنه راض", [("alyaum", "اليوم", '"اليوم"')]),
        ("قال المدير لـ(المدينة) أمس", [("almadina", "المدينة", "(المدينة)")]),
        ("زار (المدينة) ثلاثة أيام", []),
        ("وصلت إلى (إيران) و(تركيا) ثم «دجلة»", []),
        ("تحدث في حديث لـ \"الجزيرة\" عن السد", [("aljazeera", "الجزيرة", '"الجزيرة"')]),
        ("وفق صحيفة الجزيرة السعودية", [("aljazirah", "الجزيرة", "صحيفة الجزيرة")]),
        ("نقلت صحيفة «الوطن» المصرية", [("elwatan", "الوطن", "صحيفة «الوطن»")]),
        ("نقلت «الوطن المصرية» عنه", [("elwatan", "الوطن المصرية", "«الوطن المصرية»")]),
        ("صحيفة الأنباء الكويتية قالت", [("alanba", "الأنباء", "صحيفة الأنباء")]),
        ("وكالة الأنباء الكويتية قالت", [("kuna", "الأنباء الكويتية", "وكالة الأنباء الكويتية")]),
        ('موقع "أكسيوس" الأميركي نشره', [("axios", "أكسيوس", 'موقع "أكسيوس"')]),
        ("وكالة «رويترز» للأنباء قالت", [("reuters", "رويترز", "وكالة «رويترز» للأنباء")]),
        ("لوكالة الأنباء الألمانية (د. ب. أ) أمس",
         [("dpa", "الأنباء الألمانية", "وكالة الأنباء الألمانية (د. ب. أ)")]),
        ("وكالة أنباء «الأناضول» ذكرت", [("aa", "الأناضول", "وكالة أنباء «الأناضول»")]),
        ("على هضبة الأناضول وشرق الأناضول", []),
        ("قال لرويترز ولفرانس برس وبالجزيرة نت",
         [("reuters", "رويترز", "رويترز"), ("afp", "فرانس برس", "فرانس برس"),
          ("aljazeera", "الجزيرة نت", "الجزيرة نت")]),
        ("صرح للعربية نت بذلك", [("alarabiya", "لعربية نت", "لعربية نت")]),
        ("بثته (سي.إن.إن) و (سي ان ان)",
         [("cnn", "سي.إن.إن", "(سي.إن.إن)"), ("cnn", "سي ان ان", "(سي ان ان)")]),
        ("كتب عبر تلغرام ما نشرته تلغراف",
         [("telegram", "تلغرام", "تلغرام"), ("telegraph", "تلغراف", "تلغراف")]),
        ("موقع صحيفة «ديلي ميل» البريطانية", [("dailymail", "ديلي ميل", "موقع صحيفة «ديلي ميل»")]),
        ("وَكَالَةُ رُوَيْتَرز", [("reuters", "رُوَيْتَرز", "وَكَالَةُ رُوَيْتَرز")]),
        ("راسلنا على news@okaz.com.sa أو www.okaz.com.sa", []),
        ("According to REUTERS and Fox News",
         [("reuters", "REUTERS", "REUTERS"), ("foxnews", "Fox News", "Fox News")]),
        ("موقع مباشر على البحر", []),
        ("برنامج على قناة «اليوم» مساء", []),
        ("نشره موقع «الجزيرة» أمس", [("aljazeera", "الجزيرة", "موقع «الجزيرة»")]),
        ("وكالة الأنباء اليمنية «سبأ» ذكرت", [("saba", "الأنباء اليمنية", "وكالة الأنباء اليمنية «سبأ»")]),
        ("عن رويترز، رويترز نفسها", [("reuters", "رويترز", "رويترز")] * 2),
        ("تجمع مليء بالأسوشيتدبرسات", []),
        ("", []),
    ],
)  # fmt: skip
def test_mentions(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


def test_a_shared_name_means_the_publisher_or_its_country_first() -> None:
    assert found("قال لـ«الجزيرة» إن", home="aljazirah")[0][0] == "aljazirah"
    assert found("قال لـ«الوطن» إن", home="alqabas")[0][0] == "alwatan_kw"
    assert found("صحيفة «الوطن» السعودية", home="alqabas")[0][0] == "alwatan"


def test_a_publisher_s_own_common_name_counts_in_quotes() -> None:
    assert found("قالت «المملكة» في تقرير") == []
    assert found("قالت «المملكة» في تقرير", home="almamlaka")[0][0] == "almamlaka"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("أ.ف.ب", "afp"), ("ا ف ب", "afp"), ("أ. ف. ب.", "afp"), ("أف ب", "afp"),
        ("AFP", "afp"), ("afp", "afp"),
        ("وكالة الصحافة الفرنسية", "afp"), ("الفرنسية", None),
        ("د ب أ", "dpa"), ("دبأ", "dpa"), ("الألمانية", "dpa"),
        ("واس", "was"), ("(واس)", "was"), ("وكالة الأنباء السعودية (واس)", "was"),
        ("وواس", "was"), ("سانا", "sana"),
        ("وفا", "wafa"), ("اليوم", "alyaum"), ("سبق", "sabq"), ("«الوطن»", "alwatan"),
        ("صحيفة الوطن الكويتية", "alwatan_kw"),
        ("صحيفة «الوطن» القطرية", "alwatan_qa"), ("رويترز للأنباء", "reuters"), ("تيليجراف", "telegraph"),
        ("تليغراف", "telegraph"), ("ديلي تلغراف", "telegraph"), ("تليغرام", "telegram"),
        ("السبت", None), ("وكالات", None),
        ("", None), ("وكالة", None), ("قال رويترز", None), ("رويترز أمس", None),
        ("وكالة الأنباء السعودية (رويترز)", None),
        ("«»", None), ("(" * 5000, None), ("رويترز " * 5000, None),
    ],
)  # fmt: skip
def test_by_name(name: str, expected: str | None) -> None:
    outlet = outlets().by_name(name)
    assert (outlet.id if outlet else None) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.aljazeera.net/news/2024/1/1/x", "aljazeera"),
        ("http://m.ara.reuters.com:8080/article?id=1", "reuters"),
        ("arabic.cnn.com/x", "cnn"),
        ("https://AR.HABERTURK.COM", "haberturk"),
        ("https://notreuters.com/", None),
        ("https://reuters.com.example.org/", None),
        ("https://[::1/", None),
        ("", None),
    ],
)
def test_by_url(url: str, expected: str | None) -> None:
    outlet = outlets().by_url(url)
    assert (outlet.id if outlet else None) == expected


def test_every_domain_leads_to_its_outlet_from_a_deep_host() -> None:
    for outlet in outlets():
        for domain in outlet.domains:
            assert outlets().by_url(f"https://www.ar.{domain}/a/b?c=d") is outlet


def test_platforms_are_no_relays() -> None:
    assert {"x", "facebook", "youtube", "telegram", "instagram"} <= {item.id for item in outlets().platforms}


def test_the_publishers_of_saudinewsnet_go_by_its_names() -> None:
    for source in (
        *("3alyoum", "aawsat", "aleqtisadiya", "aljazirah", "almadina", "alriyadh", "alwatan", "alweeam"),
        *("alyaum", "arreyadi", "okaz", "sabq", "was"),
    ):
        assert outlets().by_id(source) is not None, source


def test_class_nouns_announce_kinds_that_exist() -> None:
    for noun in outlet_nouns().noun.values():
        assert set(noun.kinds) <= set(OutletKind)


SNIPPETS = st.sampled_from(
    ["«", "»", '"', "(", ")", " ", "\n", "صحيفة", "وكالة", "اليوم", "الوطن", "رويترز", "للأنباء",
     "السعودية", "ل", "ـ", ".", "أ", "ف", "ب",
     "سي", "إن", "و", "لل", "ً", "\u200f", "X", "İ", "ﷲ", "BBC", "قال"]
)  # fmt: skip


@given(st.lists(SNIPPETS, max_size=60).map("".join))
def test_mentions_lie_in_order_inside_the_text(text: str) -> None:
    end = 0
    for mention in outlets().mentions(text):
        assert (
            end
            <= mention.whole.start
            <= mention.span.start
            < mention.span.end
            <= mention.whole.end
            <= len(text)
        )
        end = mention.span.end

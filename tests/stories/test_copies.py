import random
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.records.article import Article
from tawatur.stories.fingerprint import fingerprint
from tawatur.stories.grouping import grouped

BRIDGE = (
    "انهار صباح اليوم جسر المشاة في حي الزيتون بمدينة قرطبان بعد أمطار غزيرة استمرت ثلاثة أيام متوالية. "
    "وقالت بلدية المدينة إن الجسر كان مغلقاً أمام المارة منذ أسبوعين بسبب تشققات في دعاماته الشرقية. "
    "وأضافت أن فرق الإنقاذ فتشت الموقع ولم تجد أحداً تحت الأنقاض، وأن لجنة هندسية ستنشر تقريرها قريباً. "
    "ويربط الجسر بين ضفتي نهر السلوان ويعبره نحو ألفي طالب كل يوم إلى جامعة المدينة القديمة."
)
BRIDGE_SHORT = (
    "انهار صباح اليوم جسر المشاة في حي الزيتون بمدينة قرطبان بعد أمطار غزيرة استمرت ثلاثة أيام متوالية. "
    "وقالت بلدية المدينة إن الجسر كان مغلقاً أمام المارة منذ أسبوعين بسبب تشققات في دعاماته الشرقية."
)
BRIDGE_RETOLD = (
    "سقط جسر قديم للمشاة في قرطبان من دون ضحايا، وهو الجسر الذي أغلقته السلطات قبل نحو أسبوعين. "
    "وذكر سكان أنهم سمعوا دوياً قوياً قبل الفجر ثم رأوا حجارة الجسر في النهر، وحضرت فرق الدفاع المدني سريعاً. "
    "وتعهد المحافظ ببناء جسر جديد قبل نهاية العام الدراسي المقبل."
)
FAIR = (
    "افتتح وزير الزراعة معرض التمور السنوي في واحة الرملة بمشاركة مئة وعشرين مزرعة من خمس محافظات. "
    "ويعرض المزارعون أصنافاً نادرة لم تعرض من قبل، بينها صنف أصفر كبير الحجم يزرع في وادي الحجر وحده."
)

MakeArticle = Callable[..., Article]


def families(*articles: Article) -> set[frozenset[str]]:
    return {frozenset(family.articles) for family in grouped(map(fingerprint, articles)).families}


def test_a_shortened_copy_is_a_copy_and_a_retelling_is_not(article: MakeArticle) -> None:
    assert families(
        article("a", BRIDGE),
        article("b", BRIDGE_SHORT),
        article("c", BRIDGE_RETOLD),
        article("d", FAIR),
    ) == {frozenset({"a", "b"})}


def test_background_at_the_end_of_two_reports_makes_no_copy(article: MakeArticle) -> None:
    background = BRIDGE.split(". ")[3]
    news = "وافتتح المحافظ أمس معبراً بديلاً للطلاب أقيم في أسبوع واحد بتبرعات الأهالي وشركات النقل. "
    assert families(article("a", news + background), article("b", FAIR + "\n" + background)) == set()


def test_a_copy_that_is_told_anew_behind_its_lead_is_a_copy(article: MakeArticle) -> None:
    lead = BRIDGE_SHORT.removesuffix("بسبب تشققات في دعاماته الشرقية.")
    assert families(article("a", lead + BRIDGE_RETOLD), article("b", lead + FAIR)) == {frozenset({"a", "b"})}


def test_spelling_and_marks_do_not_hide_a_copy(article: MakeArticle) -> None:
    respelt = BRIDGE.replace("أ", "ا").replace("ة ", "ه ").replace("جسر", "جســر")
    assert families(article("a", BRIDGE), article("b", respelt)) == {frozenset({"a", "b"})}


def test_a_round_up_does_not_make_one_family_of_the_texts_it_pastes(article: MakeArticle) -> None:
    found = families(
        article("bridge-1", BRIDGE),
        article("bridge-2", BRIDGE),
        article("fair-1", FAIR),
        article("fair-2", FAIR),
        article("round-up", f"{BRIDGE}\n{FAIR}"),
    )
    assert not any({"bridge-1", "fair-1"} <= family for family in found)
    assert any({"round-up", "bridge-1", "bridge-2"} <= family for family in found)


def test_formulas_that_many_texts_share_make_no_copies(article: MakeArticle) -> None:
    formula = (
        "تلقى رئيس المجلس اتصالاً هاتفياً من {} عبر خلاله عن خالص تعازيه ومواساته لأسر الضحايا سائلاً الله أن "
        "يتغمدهم بواسع رحمته وأن يمن على المصابين بالشفاء العاجل، وقدم رئيس المجلس شكره وتقديره {} على مشاعره"
    )
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    names = [" ".join(f"{a}{b}{c}ون" for c in letters[:9]) for a in letters[:7] for b in letters[7:16]]
    callers = [article(f"call-{place}", formula.format(name, name[::-1])) for place, name in enumerate(names)]
    assert families(*callers) == set()


def test_a_text_without_words_is_nobodys_copy(article: MakeArticle) -> None:
    assert (
        families(article("a", ""), article("b", ""), article("c", "خبر عاجل"), article("d", "خبر عاجل"))
        == set()
    )


def test_two_thousand_copies_are_one_family(article: MakeArticle) -> None:
    many = [article(f"{place:04}", BRIDGE if place % 2 else BRIDGE_SHORT) for place in range(2_000)]
    assert [len(family) for family in families(*many)] == [2_000]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.data())
def test_the_order_of_articles_does_not_matter(article: MakeArticle, data: st.DataObject) -> None:
    sentences = [sentence for text in (BRIDGE, BRIDGE_RETOLD, FAIR) for sentence in text.split(". ")]
    bodies = data.draw(
        st.lists(st.lists(st.sampled_from(sentences), max_size=6).map(". ".join), min_size=2, max_size=8)
    )
    given_order = [
        article(f"{place}", body, day=f"2031-01-0{place % 3 + 1}") for place, body in enumerate(bodies)
    ]
    shuffled = random.Random(data.draw(st.integers())).sample(given_order, len(given_order))
    assert families(*shuffled) == families(*given_order)

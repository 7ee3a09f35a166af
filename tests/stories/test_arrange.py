import random
from collections.abc import Callable, Iterable
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.records.article import Article
from tawatur.stories.arrange import Arrangement, arrange
from tawatur.stories.coverage import Coverage, Placed, reach
from tawatur.stories.fingerprint import Fingerprint, fingerprint, packed, unpacked

MakeArticle = Callable[..., Article]

SENTENCES = [
    "انهار جسر المشاة في مدينة قرطبان صباح اليوم بعد أمطار غزيرة استمرت ثلاثة أيام متوالية",
    "وقالت البلدية إن الجسر كان مغلقاً أمام المارة منذ أسبوعين بسبب تشققات في دعاماته الشرقية",
    "وذكر سكان أنهم سمعوا دوياً قوياً قبل الفجر ثم رأوا حجارة الجسر في النهر",
    "افتتح وزير الزراعة معرض التمور السنوي في واحة الرملة بمشاركة مئة وعشرين مزرعة",
    "ويعرض المزارعون أصنافاً نادرة لم تعرض من قبل بينها صنف أصفر كبير يزرع في وادي الحجر",
]
BODIES = st.lists(st.sampled_from(SENTENCES), max_size=4).map(". ".join)
DAYS = st.sampled_from(["2031-01-01", "2031-01-02", "2031-01-04", "2031-01-20", None])
GIVEN = st.lists(st.tuples(BODIES, DAYS), min_size=1, max_size=9)
CHECKED = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)


def taken(article: MakeArticle, given: Iterable[tuple[str, str | None]]) -> list[Fingerprint]:
    return [fingerprint(article(f"{place}", body, day=day)) for place, (body, day) in enumerate(given)]


def placed(coverage: Coverage, fingerprints: Iterable[Fingerprint]) -> list[Placed]:
    return [
        Placed(
            fingerprint=one,
            family=family if len(coverage.families[family := coverage.family_of[one.article]]) > 1 else None,
            story=coverage.story_of[one.article],
        )
        for one in fingerprints
    ]


@CHECKED
@given(bodies=GIVEN, seed=st.integers())
def test_the_order_within_a_batch_does_not_matter(
    article: MakeArticle, bodies: list[tuple[str, str | None]], seed: int
) -> None:
    fingerprints = taken(article, bodies)
    shuffled = random.Random(seed).sample(fingerprints, len(fingerprints))
    assert arrange(shuffled, known=Coverage()) == arrange(fingerprints, known=Coverage())


@CHECKED
@given(bodies=GIVEN)
def test_what_is_known_is_arranged_no_second_time(
    article: MakeArticle, bodies: list[tuple[str, str | None]]
) -> None:
    fingerprints, known = taken(article, bodies), Coverage()
    arrange(fingerprints, known=known)
    before = dict(known.stories), dict(known.families)
    assert arrange(fingerprints, known=known) == Arrangement(families=(), stories=())
    assert (known.stories, known.families) == before


@CHECKED
@given(bodies=GIVEN)
def test_to_stop_and_restore_in_between_changes_nothing(
    article: MakeArticle, bodies: list[tuple[str, str | None]]
) -> None:
    fingerprints = taken(article, bodies)
    all_along, known = Coverage(), Coverage()
    for place, one in enumerate(fingerprints):
        arrange([one], known=all_along)
        known = Coverage(reversed(placed(known, fingerprints[:place])))
        arrange([one], known=known)
    assert known.story_of == all_along.story_of
    assert known.family_of == all_along.family_of


@CHECKED
@given(bodies=GIVEN)
def test_changes_add_up_to_what_stands(article: MakeArticle, bodies: list[tuple[str, str | None]]) -> None:
    fingerprints, known = taken(article, bodies), Coverage()
    stories: dict[str, tuple[str, ...]] = {}
    families: dict[str, tuple[str, ...]] = {}
    for one in fingerprints:
        arranged = arrange([one], known=known)
        for standing, changed in ((stories, arranged.stories), (families, arranged.families)):
            for gone in {name for each in changed for name in each.absorbed}:
                standing.pop(gone, None)
            standing.update({each.name: each.articles for each in changed})
    assert stories == {name: story.articles for name, story in known.stories.items()}
    assert {name for name in families.values() if len(name) > 1} == {
        articles for articles in known.families.values() if len(articles) > 1
    }


def test_an_article_that_belongs_to_two_stories_brings_them_together(article: MakeArticle) -> None:
    known = Coverage()
    first, second = article("a", SENTENCES[0]), article("b", SENTENCES[1])
    arrange([fingerprint(first), fingerprint(second)], known=known)
    assert len(known.stories) == 2
    between = arrange([fingerprint(article("c", ". ".join(SENTENCES[:2])))], known=known)
    assert [(one.name, one.articles, one.absorbed) for one in between.stories] == [
        ("a", ("a", "b", "c"), ("b",))
    ]


def test_a_story_grows_for_days_and_what_is_out_of_reach_is_forgotten(article: MakeArticle) -> None:
    known = Coverage()
    for day in range(1, 28, 4):
        known.forget(before=reach(date(2031, 1, day))[0])
        body = f"{SENTENCES[0]}. {SENTENCES[1]} {day}"
        arrange([fingerprint(article(f"{day:02}", body, day=f"2031-01-{day:02}"))], known=known)
    assert [len(one.articles) for one in known.stories.values()] == [7]
    known.forget(before=reach(date(2031, 3, 1))[0])
    assert len(known) == 0
    later = arrange([fingerprint(article("late", SENTENCES[0], day="2031-03-01"))], known=known)
    assert [one.articles for one in later.stories] == [("late",)]


def test_a_fingerprint_is_stored_as_it_is(article: MakeArticle) -> None:
    for body in ("", "خبر", ". ".join(SENTENCES)):
        one = fingerprint(article("a", body, day="2031-01-01", title="انهيار جسر"))
        assert unpacked(packed(one)) == one


def test_new_articles_with_different_texts_of_one_family_all_enter_it(article: MakeArticle) -> None:
    known = Coverage()
    report = ". ".join(SENTENCES[:3])
    shorter = ". ".join(SENTENCES[:2])
    arrange([fingerprint(article("a", report)), fingerprint(article("b", shorter))], known=known)
    again = arrange([fingerprint(article("c", report)), fingerprint(article("d", shorter))], known=known)
    assert [one.articles for one in again.families] == [("a", "b", "c", "d")]

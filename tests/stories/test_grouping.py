import json
import random
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.records.article import Article
from tawatur.stories.fingerprint import fingerprint
from tawatur.stories.grouping import grouped, titled_story

MakeArticle = Callable[..., Article]

BRIDGE = [
    "انهار جسر المشاة في مدينة قرطبان صباح اليوم بعد أمطار غزيرة، وقالت البلدية إن الجسر كان مغلقاً قبلها",
    "قالت بلدية قرطبان إن انهيار جسر المشاة لم يوقع ضحايا لأن الجسر أغلق بعد تشققات في دعاماته",
    "بعد انهيار الجسر في قرطبان: لجنة هندسية تحقق في تشققات دعامات جسر المشاة المغلق وأسباب الأمطار",
]
FAIR = [
    "افتتح معرض التمور في واحة الرملة بمشاركة مئة مزرعة وأصناف نادرة من التمور يزرعها مزارعو وادي الحجر",
    "مزارعو وادي الحجر يعرضون أصناف تمور نادرة في معرض واحة الرملة الذي افتتح اليوم بمشاركة مئة مزرعة",
]


def stories(*articles: Article) -> set[frozenset[str]]:
    return {frozenset(one.articles) for one in grouped(map(fingerprint, articles)).stories}


def test_an_event_in_other_words_is_one_story(article: MakeArticle) -> None:
    articles = [article(f"bridge-{k}", body) for k, body in enumerate(BRIDGE)]
    articles += [article(f"fair-{k}", body) for k, body in enumerate(FAIR)]
    assert stories(*articles) == {
        frozenset({"bridge-0", "bridge-1", "bridge-2"}),
        frozenset({"fair-0", "fair-1"}),
    }


def test_a_month_apart_is_another_story(article: MakeArticle) -> None:
    together = [article(f"{k}", body, day="2031-03-01") for k, body in enumerate(BRIDGE[:2])]
    assert stories(*together, article("later", BRIDGE[2], day="2031-03-02")) == {
        frozenset({"0", "1", "later"})
    }
    assert frozenset({"later"}) in stories(*together, article("later", BRIDGE[2], day="2031-05-20"))


def test_every_article_has_one_story_and_empty_ones_their_own(article: MakeArticle) -> None:
    articles = [article("a", ""), article("b", ""), article("c", BRIDGE[0])]
    assert stories(*articles) == {frozenset({"a"}), frozenset({"b"}), frozenset({"c"})}
    assert grouped([]).stories == ()


def test_copies_are_of_one_story(article: MakeArticle) -> None:
    report = ". ".join(BRIDGE)
    early, late = article("a", report, day="2031-01-01"), article("b", report, day="2031-01-07")
    other = article("c", f"{FAIR[0]}. {FAIR[1]}", day="2031-01-07")
    assert stories(early, late, other) == {frozenset({"a", "b"}), frozenset({"c"})}


def titles(*articles: Article) -> list[str]:
    by_id = {article.id: article for article in articles}
    return [titled_story(one, by_id).title for one in grouped(map(fingerprint, articles)).stories]


def test_the_title_is_a_members_or_its_first_line(article: MakeArticle) -> None:
    titled = [article("a", BRIDGE[0]), article("b", BRIDGE[1], title="انهيار جسر المشاة في قرطبان")]
    assert titles(*titled) == ["انهيار جسر المشاة في قرطبان"]
    assert titles(article("a", "أول سطر\nثاني سطر")) == ["أول سطر"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(
    bodies=st.lists(st.sampled_from([*BRIDGE, *FAIR, "", "خبر"]), min_size=1, max_size=9),
    seed=st.integers(),
    dated=st.booleans(),
)
def test_order_does_not_matter_and_nothing_is_lost(
    article: MakeArticle, bodies: list[str], seed: int, dated: bool
) -> None:
    articles = [
        article(f"{place}", body, day=f"2031-01-{place + 1:02}" if dated else None)
        for place, body in enumerate(bodies)
    ]
    found = grouped(map(fingerprint, articles))
    shuffled = random.Random(seed).sample(articles, len(articles))
    assert grouped(map(fingerprint, shuffled)) == found
    assert sorted(name for one in found.stories for name in one.articles) == sorted(a.id for a in articles)


def test_two_thousand_articles_of_one_event_are_grouped(article: MakeArticle) -> None:
    words = sorted({word for body in (*BRIDGE, *FAIR) for word in body.split()})
    chance = random.Random(7)
    articles = [
        article(
            f"{place:04}",
            f"{BRIDGE[place % 3]} {' '.join(chance.sample(words, 5))} {json.dumps(place)}",
            day="2031-01-01",
        )
        for place in range(2_000)
    ]
    assert max(len(members) for members in stories(*articles)) == 2_000

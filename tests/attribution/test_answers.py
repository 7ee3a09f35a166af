from collections.abc import Callable

import pytest

from tawatur.records.attribution import Attribution

Read = Callable[[str], tuple[Attribution, ...]]


@pytest.mark.parametrize(
    ("body", "cue", "resolved"),
    [
        ("قل الماء أمس. ورد سالم الهادي على العرض بكلمة واحدة.", "ورد", "سالم الهادي"),
        ("رفض الفريق العرض، فرد سالم الهادي بعبارة قصيرة.", "فرد", "سالم الهادي"),
        ("وفي الحوض صدع، وهو ما مالت إليه مصادر محلية.", "وهو ما مالت إليه", "مصادر محلية"),
        ("زادت الهيئة الماء أمس، بحسب توجيه صدر عنها.", "بحسب", "توجيه الهيئة"),
        ("وادعى خبراء من جامعة الفجر العثور على آثار السد القديم.", "وادعى", "خبراء من جامعة الفجر"),
        ("فتح سالم الهادي جدلا بعد أن أعلن عن عرض لشراء السد.", "أعلن", "سالم الهادي"),
    ],
)
def test_who_answers_leans_and_claims_speaks(read: Read, body: str, cue: str, resolved: str) -> None:
    last = read(body)[-1]
    assert (last.cue.of(body), last.resolved) == (cue, resolved)


@pytest.mark.parametrize(
    "body",
    [
        "ورد سالم الهادي على العرض بزيارة قصيرة.",
        "وزار السد رجل يدعى سالم الهادي.",
        "وزار السد أناس ادعوا الولاء للهيئة.",
        "اكتمل السد وفق قانون المياه الذي صدر أمس.",
        "تعلم كل فرد بكلمة طيبة.",
    ],
)
def test_what_looks_like_it_says_nothing(read: Read, body: str) -> None:
    assert read(body) == ()


def test_what_is_denied_may_be_what_was_said_before(read: Read) -> None:
    first, second, third = read("قال المدير إن السد اكتمل. ونفت شركة المياه ذلك، وقالت إن الماء نقي.")
    assert (first.resolved, second.resolved, third.resolved) == ("المدير", "شركة المياه", "شركة المياه")
    assert second.cue.of("قال المدير إن السد اكتمل. ونفت شركة المياه ذلك، وقالت إن الماء نقي.") == "ونفت"


def test_an_adversative_leads_with_who_doubts(read: Read) -> None:
    _, doubted = read("وأعلن سالم الهادي أن السد اكتمل. لكن خبراء درسوا الصور نفسها شككوا في ذلك.")
    assert doubted.resolved is not None
    assert doubted.resolved.startswith("خبراء")


def test_who_refuses_what_is_published_says_what_follows(read: Read) -> None:
    body = "زار سالم الهادي السد. وكانت صحيفة الفجر قد نشرت خبر العرض، فرفضه الهادي وقال إن السد اكتمل."
    assert read(body)[-1].resolved == "سالم الهادي"


def test_an_office_behind_a_particle_is_taken_up_by_its_other_name(read: Read) -> None:
    body = "ونشرت رويترز كلاما لرئيس الوزراء سالم الهادي مفاده أن السد اكتمل. وقال رئيس الحكومة إن الماء نقي."
    assert read(body)[-1].resolved == "رئيس الوزراء سالم الهادي"

import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from tawatur.lexicons.markup_hints import markup_hints
from tawatur.reading.layout import Layout, lay_out
from tawatur.reading.likelihood import confirmed, likelihood, main_box
from tawatur.reading.tree import flatten

HINTS = markup_hints()
LONG = "قالت البلدية في بيان، صدر صباح اليوم، إن العمل في الجسر الجديد يبدأ غدا وينتهي بعد عام."
OTHER = "يرى أصحاب المتاجر، في المقابل، أن إغلاق الشارع شهرا واحدا يكفي لإتمام الأعمال كلها."


def layout_of(body: str, title: str = "") -> Layout:
    return lay_out(flatten(LexborHTMLParser(body, scripting=True)), title=title, hints=HINTS)


def guesses(body: str, title: str = "") -> list[float]:
    layout = layout_of(body, title)
    return likelihood(layout, hints=HINTS).tolist()


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (f"<p>{LONG}</p>", f"<p><a href=x>{LONG}</a></p>"),
        (f"<p>{LONG}</p>", f"<footer><p>{LONG}</p></footer>"),
        (f"<p>{LONG}</p>", f"<div class='comment-list'><p>{LONG}</p></div>"),
        (f"<p>{LONG}</p>", f"<figure><figcaption>{LONG}</figcaption></figure>"),
        (f"<p>{LONG}</p>", f"<div class=widget_recent><p>{LONG}</p></div>"),
        (f"<p>{LONG}</p>", f"<p>{LONG[:30]}</p>"),
        (f"<p>{LONG}</p>", f"<p>{LONG.removesuffix('.')}</p>"),
        (f"<div class='post-content'><p>{LONG}</p></div>", f"<p>{LONG}</p>"),
    ],
)
def test_habits_of_makers_of_pages(more: str, less: str) -> None:
    rest = f"<p>{OTHER}</p>" * 9
    assert guesses(more + rest)[0] > guesses(less + rest)[0]


def test_what_stands_before_the_title_is_doubted() -> None:
    body = f"<p>{LONG}</p><h1>جسر النور الجديد</h1><p>{LONG}</p>"
    before, _, behind = guesses(body, "جسر النور الجديد - صحيفة")
    assert before < behind
    before, _, behind = guesses(body)
    assert before == behind


def test_a_forum_still_has_its_likeliest_place() -> None:
    layout = layout_of(
        f"<nav>{'<a href=x>قسم</a>' * 9}</nav><div class=comments><p>{LONG}</p><p>{OTHER}</p></div>"
    )
    box = main_box(layout, likelihood(layout, hints=HINTS))
    assert layout.tree.boxes.names[box] == "comments"


def test_the_main_box_is_never_a_single_paragraph() -> None:
    layout = layout_of(f"<div class=a><p>{LONG * 9}</p><ul><li>بند</li><li>بند</li></ul></div>")
    box = main_box(layout, likelihood(layout, hints=HINTS))
    assert layout.tree.boxes.names[box] == "a"


@pytest.mark.parametrize("scale", [1.0, 0.1, 0.001])
def test_the_level_of_the_guesses_does_not_move_the_main_box(scale: float) -> None:
    layout = layout_of(
        f"<div class=a>{f'<div><p>{LONG}</p><p>{OTHER}</p></div>' * 4}</div><p>{LONG[:20]}</p>"
    )
    guess = likelihood(layout, hints=HINTS)
    assert layout.tree.boxes.names[main_box(layout, guess * scale)] == "a"


def test_a_stated_body_moves_the_main_box_to_itself() -> None:
    layout = layout_of(
        f"<div><div class=a>{f'<p>{OTHER}</p>' * 8}</div><div class=b>{f'<p>{LONG}</p>' * 4}</div></div>"
    )
    guess = likelihood(layout, hints=HINTS)
    assert layout.tree.boxes.names[main_box(layout, guess)] != "b"
    assert layout.tree.boxes.names[main_box(layout, confirmed(layout, guess, LONG * 4))] == "b"


@pytest.mark.parametrize("body", ["", LONG, "نص آخر تماما لا يقف في هذه الصفحة أبدا. " * 20])
def test_a_body_that_is_short_or_elsewhere_says_nothing(body: str) -> None:
    layout = layout_of(f"<p>{LONG}</p><p>{OTHER}</p>")
    guess = likelihood(layout, hints=HINTS)
    assert np.array_equal(confirmed(layout, guess, body), guess)

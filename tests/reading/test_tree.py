import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from tawatur.reading.block import BlockRole
from tawatur.reading.tree import Tree, flatten


def tree_of(html: str) -> Tree:
    return flatten(LexborHTMLParser(html, scripting=True))


def texts(html: str) -> list[str]:
    return list(tree_of(html).pieces.texts)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>قال <b>الوزير</b> <a href=x>أمس</a>.</p>", ["قال الوزير أمس."]),
        ("<p>الوز<b>ير</b></p>", ["الوزير"]),
        ("<p>  سطر\n\t واحد\u00a0هنا </p>", ["سطر واحد هنا"]),
        ("<div>أول<br><br>ثان<br/>ثالث</div>", ["أول", "ثان", "ثالث"]),
        ("<div>قبل<p>فقرة</p>بعد</div>", ["قبل", "فقرة", "بعد"]),
        ("<div>قبل<hr>بعد</div>", ["قبل", "بعد"]),
        ("<p>أول<p>ثان", ["أول", "ثان"]),
        ("نص بلا وسوم", ["نص بلا وسوم"]),
        ("<ul><li>واحد<li>اثنان</ul>", ["واحد", "اثنان"]),
        ("<pre>سطر\n  آخر</pre>", ["سطر آخر"]),
        ("<table><tr><th>المدينة<th>العدد<tr><td>النور<td>12</table>", ["المدينة | العدد", "النور | 12"]),
        ("<table><tr><td><p>أول</p><p>ثان</p><td>جانب</table>", ["أول", "ثان", "جانب"]),
        ("<table><tr><td>أول<br>ثان<td>جانب<td>آخر</table>", ["أول", "ثان", "جانب | آخر"]),
        (f"<table><tr><td>{'كلمة ' * 60}<td>جانب</table>", [("كلمة " * 60).strip(), "جانب"]),
        ("<a href=x><div>عنوان</div><p>وصف</p></a>", ["عنوان", "وصف"]),
        ("<p>\u200b</p><p>\u200f \u200e</p><p>و</p>", ["و"]),
        ("<p>لا<script>alert('نعم')</script><style>p{}</style><!-- ولا --> شيء</p>", ["لا شيء"]),
        ("<p>ظاهر</p><div hidden>خفي</div><p style='color:red; DISPLAY : none'>خفي</p>", ["ظاهر"]),
        ("<noscript><p>بلا برنامج</p></noscript><template><p>قالب</p></template><p>ظاهر</p>", ["ظاهر"]),
        ("<select><option>الرياض</select><textarea>اكتب</textarea><p>ظاهر</p>", ["ظاهر"]),
        ("<svg><title>رمز</title></svg><p>ظاهر</p>", ["ظاهر"]),
        ("<amp-story-page>أ</amp-story-page><amp-x>ب</amp-x>", ["أ", "ب"]),
        ("<p>Tom &amp; Jerry &lt;3</p>", ["Tom & Jerry <3"]),
        ("<frameset><frame src=x></frameset>", []),
        ("", []),
    ],
)
def test_text_is_joined_and_parted_as_a_browser_shows_it(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


@pytest.mark.parametrize(
    ("html", "roles"),
    [
        ("<h1>أ</h1><h6>ب</h6><p>ج</p>", [("heading", 1), ("heading", 6), ("paragraph", 0)]),
        ("<h2><span>أ</span><div>ب</div></h2>", [("heading", 2), ("heading", 2)]),
        ("<ul><li><p>أ</p></ul><dl><dt>ب<dd>ج</dl>", [("item", 0)] * 3),
        ("<blockquote>أ<p>ب</p></blockquote>", [("quote", 0)] * 2),
        ("<figure><figcaption>أ</figcaption></figure>", [("caption", 0)]),
        ("<pre>أ</pre>", [("preformatted", 0)]),
        ("<table><caption>أ</caption><tr><td>ب<td>ج</table>", [("caption", 0), ("row", 0)]),
        ("<table><tr><td><p>عمود | الصفحة</p></table>", [("paragraph", 0)]),
    ],
)
def test_roles_are_the_markups_own(html: str, roles: list[tuple[str, int]]) -> None:
    pieces = tree_of(html).pieces
    assert list(zip(pieces.roles, pieces.levels, strict=True)) == roles


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>بلا رابط</p>", 0.0),
        ("<p><a href=x>رابط</a></p>", 1.0),
        ("<a href=x><h3><b>رابط</b></h3></a>", 1.0),
        ("<p>نصفها <a href=x>رابطها</a></p>", 0.5),
    ],
)
def test_the_linked_share_counts_letters_in_links(html: str, linked: float) -> None:
    [share] = tree_of(html).pieces.linked
    assert share == pytest.approx(linked, abs=0.05)


def test_the_last_line_of_a_column_belongs_to_the_column() -> None:
    tree = tree_of("<table><tr><td>قائمة<td>أول<br>ثان</table>")
    assert tree.pieces.texts == ("قائمة | أول", "ثان")
    assert [tree.boxes.tags[box] for box in tree.pieces.boxes] == ["td", "td"]


def test_boxes_without_text_are_forgotten() -> None:
    tree = tree_of("<div><div><p> </p><img></div><br></div><ul><li>بند<li><span></span></ul>")
    assert tree.boxes.tags == ("body", "ul", "li")
    assert tree.boxes.parents == (-1, 0, 1)


def test_boxes_hold_the_pieces_inside_them() -> None:
    tree = tree_of("<div class='A b' id=Main itemprop=articleBody role=main><p>أ</p><p>ب</p></div><p>ج</p>")
    boxes = tree.boxes
    assert boxes.tags == ("body", "div", "p", "p", "p")
    assert boxes.names[1] == "a b main articlebody main"
    assert list(zip(boxes.firsts, boxes.ends, strict=True)) == [(0, 3), (0, 2), (0, 1), (1, 2), (2, 3)]
    assert boxes.parents == (-1, 0, 1, 1, 0)
    assert boxes.depths == (0, 1, 2, 2, 1)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 10_000 + "عمق",
        "<b>" * 10_000 + "عمق",
        "<ul><li>" * 5_000 + "عمق",
        "<table><tr><td>" * 3_000 + "عمق",
    ],
)
def test_depth_does_not_matter(html: str) -> None:
    assert texts(html) == ["عمق"]


@given(
    st.lists(
        st.sampled_from(
            [
                "<div>",
                "</div>",
                "<p>",
                "</a>",
                "<a href=x>",
                "<td>",
                "<tr>",
                "<table>",
                "<br>",
                "كلمة ",
                " ",
                "<li>",
                "<h2>",
            ]
        )
    )
)
def test_every_word_comes_out_once_and_boxes_nest(parts: list[str]) -> None:
    tree = tree_of("".join(parts))
    boxes, pieces = tree
    assert " ".join(pieces.texts).count("كلمة") == parts.count("كلمة ")
    for first, end, parent in zip(boxes.firsts, boxes.ends, boxes.parents, strict=True):
        assert 0 <= first < end <= len(pieces.texts) or parent < 0
        assert parent < 0 or boxes.firsts[parent] <= first <= end <= boxes.ends[parent]
    for at, (text, box, role, _, linked) in enumerate(zip(*pieces, strict=True)):
        assert text == " ".join(text.split()) != ""
        assert 0 <= linked <= 1
        assert boxes.firsts[box] <= at < boxes.ends[box]
        assert isinstance(role, BlockRole)


@pytest.mark.parametrize(
    ("menu", "expected"),
    [
        ("<ul><li><a href=/a>سياسة</a></li><li><a href=/b>رياضة</a></li></ul>", ["سياسة رياضة"]),
        ("<a href=/a>سياسة</a><script>var x = 1</script><a href=/b>رياضة</a>", ["سياسةرياضة"]),
        ("<p>سياسة</p><p hidden>سر</p><p style='display: none'>سر</p>", ["سياسة"]),
        ("<svg><title>بحث</title></svg>", []),
        ("", []),
    ],
)
def test_a_menu_is_one_block_and_shows_nothing_that_is_not_shown(menu: str, expected: list[str]) -> None:
    assert texts(f"<p>قبل</p><nav>{menu}</nav><p>بعد</p>") == ["قبل", *expected, "بعد"]

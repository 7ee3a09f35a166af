"""The pages over HTTP: what an editor finds on them, and that nothing a stranger wrote gets its way."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.web.serving import served

from tawatur.library.adding import add_pages
from tawatur.records.page import Page, PageForm
from tawatur.store.articles import article_number
from tawatur.store.parties import party_heads
from tawatur.store.store import Store, open_store
from tawatur.store.stories import StoryView
from tawatur.web.security import HEADERS, MOST_SENT_BYTES

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
STEERING = "\u202eقلب\u2066"
SAID = "قالت وزيرة المياه ليان الساحلي إن السد الجديد سيفتح أبوابه الأسبوع المقبل."


def tree(answer: httpx.Response) -> LexborHTMLParser:
    return LexborHTMLParser(answer.text)


def text_of(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text().split())


def every_page(story: int) -> tuple[str, ...]:
    plain = ("", "trending", "trending?window=day", "search", "search?q=السد", "read", "about", "nowhere")
    return (*plain, f"story/{story}", "article/1", "party/1", "outlet/difaf", "outlet/nobody", "party/zero")


@pytest.mark.parametrize(
    "page", ["article/{}", "story/{}", "party/{}", "article/1/compare/{}", "feed/atom/story/{}"]
)
@pytest.mark.parametrize("number", [1 << 63, "9" * 30, -1, 0])
def test_a_number_that_nothing_can_have_is_no_error_of_ours(
    page: str, number: int | str, reader: httpx.Client
) -> None:
    assert reader.get(f"/ar/{page.format(number)}").status_code in (404, 422)


@pytest.mark.parametrize("page", ["/ar/", "/en/search?q=السد", "/ar/feed/atom/latest", "/ar/nowhere"])
def test_whoever_asks_for_the_head_gets_the_head_of_the_page(page: str, reader: httpx.Client) -> None:
    head, whole = reader.head(page), reader.get(page)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers.get("etag") == whole.headers.get("etag")
    assert head.headers["content-type"] == whole.headers["content-type"]


def test_the_other_language_is_a_link_to_the_same_address(reader: httpx.Client) -> None:
    link = tree(reader.get("/en/outlet/a%252Fb%3Fc")).css_first("a.language")
    assert link is not None
    assert link.attributes["href"] == "/ar/outlet/a%252Fb%3Fc"


def test_the_front_door_speaks_the_browsers_language(reader: httpx.Client) -> None:
    assert reader.get("/").headers["location"] == "/ar/"
    assert reader.get("/", headers={"accept-language": "en-GB"}).headers["location"] == "/en/"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_and_error_has_its_language_its_headers_and_no_cookie(
    language: str, reader: httpx.Client, story_of: Callable[[str], StoryView]
) -> None:
    for page in every_page(story_of("river-01-difaf").head.id):
        answer = reader.get(f"/{language}/{page}")
        assert answer.status_code in (200, 404, 422), page
        root = tree(answer).css_first("html")
        assert root is not None
        assert root.attributes["lang"] == language
        assert root.attributes["dir"] == {"ar": "rtl", "en": "ltr"}[language]
        assert HEADERS.items() <= {name.title(): value for name, value in answer.headers.items()}.items()
        assert "set-cookie" not in answer.headers
        assert not re.search(r"<style|<script|\sstyle=|\son\w+=", answer.text), page
        assert not re.search(r"""(?:src|action)=["']?(?:https?:)?//""", answer.text), page


def test_every_link_of_the_reader_leads_to_a_page_in_the_same_language(
    reader: httpx.Client, story_of: Callable[[str], StoryView]
) -> None:
    seen: set[str] = set()
    waiting = ["/ar/", f"/ar/story/{story_of('petrol-01-mizan').head.id}"]
    while waiting and len(seen) < 80:
        address = waiting.pop()
        answer = reader.get(address)
        assert answer.status_code == 200, address
        seen.add(address)
        for link in tree(answer).css("body a[href^='/']:not(.language)"):
            target = (link.attributes["href"] or "").partition("#")[0]
            assert target.startswith("/ar/"), target
            if target not in seen and target not in waiting:
                waiting.append(target)
    assert len(seen) > 60


def test_the_other_language_is_one_link_away(reader: httpx.Client) -> None:
    link = tree(reader.get("/ar/search?q=السد")).css_first("a.language")
    assert link is not None
    other = reader.get(link.attributes["href"] or "")
    field = tree(other).css_first("#q")
    assert field is not None
    assert field.attributes["value"] == "السد"


def test_latest_shows_title_badge_times_and_outlets(reader: httpx.Client) -> None:
    cards = {text_of(card.css_first("h2")): card for card in tree(reader.get("/ar/")).css("article.card")}
    card = next(card for title, card in cards.items() if "نهر السوسن" in title and "ختام" not in title)
    assert re.fullmatch("[78] صفحات · مصدر مستقل واحد", text_of(card.css_first(".badge")))
    assert len(card.css(".pips .full")) == 1
    assert "أول نشر 2 مارس/آذار 2021، 18:40" in text_of(card.css_first(".meta"))
    assert "الضفاف" in text_of(card.css_first(".meta"))


def test_a_story_draws_its_chains_and_tells_them_in_words_too(
    reader: httpx.Client, story_of: Callable[[str], StoryView]
) -> None:
    page = tree(reader.get(f"/ar/story/{story_of('river-01-difaf').head.id}"))
    drawing = page.css_first("article.claim svg")
    assert drawing is not None
    drawn = {text_of(node) for node in drawing.css("text")}
    assert {"مسؤول تلواني رفيع", "الضفاف", "المرفأ", "الصارية"} <= drawn
    chains = {text_of(chain) for chain in page.css("article.claim")[0].css(".chains .chain")}
    assert "مسؤول تلواني رفيع نقل عنه الضفاف نقل عنه المرفأ" in chains


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_story_leads_to_all_its_claims_and_articles(
    language: str, reader: httpx.Client, story_of: Callable[[str], StoryView]
) -> None:
    view = story_of("river-01-difaf")
    claims = tree(reader.get(f"/{language}/story/{view.head.id}/claims"))
    links = [link.attributes["href"] for link in claims.css("main a.told")]
    assert links == [f"/{language}/claim/{stored.claim.key}" for stored in view.claims]
    articles = tree(reader.get(f"/{language}/story/{view.head.id}/articles"))
    listed = {link.attributes["href"] for link in articles.css("main .timeline a")}
    assert {f"/{language}/article/{head.id}" for head in view.articles} <= listed
    assert tree(reader.get(f"/{language}/story/{view.head.id}/claims?page=9")).css("main a.told") == []
    assert reader.get(f"/{language}/story/987654/claims").status_code == 404


def test_a_claim_has_a_page_of_its_own(reader: httpx.Client, story_of: Callable[[str], StoryView]) -> None:
    view = story_of("petrol-01-mizan")
    claim = view.claims[0].claim
    page = tree(reader.get(f"/ar/claim/{claim.key}"))
    assert claim.text in text_of(page.css_first("h1"))
    assert page.css_first(f"a[href='/ar/story/{view.head.id}']") is not None
    assert len(page.css(".origin-block")) == len(claim.origins) + len(claim.denied_by)
    assert reader.get("/ar/claim/nothing").status_code == 404


def test_a_denial_is_told_beside_the_claim(
    reader: httpx.Client, story_of: Callable[[str], StoryView]
) -> None:
    page = tree(reader.get(f"/ar/story/{story_of('petrol-01-mizan').head.id}"))
    assert "ينفيه واحد" in text_of(page.css_first("article.claim .badge"))
    assert "الطيلساني" in text_of(page.css_first("article.claim .origin-block.denial h4"))


def test_an_article_ties_every_attribution_to_its_note_and_back(reader: httpx.Client, library: Store) -> None:
    with library.reading() as connection:
        number = article_number(connection, "river-03-alsariya")
    page = tree(reader.get(f"/ar/article/{number}"))
    references = [link.attributes["href"] for link in page.css(".reading .ref")]
    assert references == [f"#note-{number}" for number in range(1, len(references) + 1)]
    assert all(page.css_first(reference or "") for reference in references)
    third = page.css_first("#note-3")
    assert "مسؤول تلواني رفيع نقل عنه الضفاف نقل عنه المرفأ نقل عنه الصارية" in text_of(third)
    assert "verb.ablagha:that-clause" in text_of(third)
    assert "ضمن القول 2" in text_of(third)
    assert "· مصدر مستقل واحد" in text_of(third)
    assert len(third.css("a[href^='/ar/claim/']") if third else ()) == 1


def test_a_party_page_leads_back_to_each_statement(reader: httpx.Client) -> None:
    link = tree(reader.get("/ar/party/1")).css_first("ol.said .meta a[href*='note-']")
    assert link is not None
    address, _, note = (link.attributes["href"] or "").partition("#")
    assert tree(reader.get(address)).css_first(f"#{note}") is not None


def test_a_statement_in_many_copies_stands_once_on_a_party_page(reader: httpx.Client, library: Store) -> None:
    with library.reading() as connection:
        parties = party_heads(connection, range(1, 100)).values()
    minister = next(party for party in parties if "القرنفلي" in party.name)
    page = tree(reader.get(f"/ar/party/{minister.id}"))
    quotes = [text_of(quote) for quote in page.css("ol.said .quote")]
    assert len(quotes) == len(set(quotes)) == 4
    assert len(page.css("h3.month")) == 1
    assert "نقلته 6 وسائل" in text_of(page.css_first("ol.said"))


def test_what_a_copy_left_out_is_named(reader: httpx.Client, library: Store) -> None:
    with library.reading() as connection:
        original, copy = (article_number(connection, name) for name in ("river-01-difaf", "river-06-satr3"))
    page = tree(reader.get(f"/ar/article/{original}/compare/{copy}"))
    assert "لوكالة الضفاف للأنباء" in text_of(page.css_first(".changes del:nth-of-type(2)"))
    assert "الضفاف" in text_of(page.css_first(".lost"))
    assert f"/ar/article/{original}/compare/{copy}" in reader.get(f"/ar/article/{original}").text
    assert reader.get(f"/ar/article/{original}/compare/{original}").status_code == 404
    assert reader.get(f"/ar/article/{original}/compare/1").status_code == 404


def test_an_outlet_does_not_copy_itself(reader: httpx.Client) -> None:
    page = tree(reader.get("/ar/outlet/difaf"))
    assert "تنسخ نصوص" not in text_of(page.css_first(".side"))
    assert "المرفأ" in text_of(page.css_first(".side"))


def test_what_somebody_denies_is_told_as_denied(reader: httpx.Client, library: Store) -> None:
    with library.reading() as connection:
        number = article_number(connection, "petrol-03-difaf")
    assert "ضمن ما ينفيه القول 1" in text_of(tree(reader.get(f"/ar/article/{number}")).css_first("#note-2"))


def test_an_empty_library_says_what_to_do(empty_reader: httpx.Client) -> None:
    page = tree(empty_reader.get("/en/"))
    assert "tawatur add" in text_of(page.css_first("pre"))
    assert empty_reader.get("/ar/trending").status_code == 200
    assert empty_reader.get("/ar/search?q=السد").status_code == 200


def test_a_pasted_text_is_read_at_once_and_kept_nowhere(empty_reader: httpx.Client) -> None:
    answer = empty_reader.post("/ar/read", data={"text": SAID})
    page = tree(answer)
    assert "وزيرة المياه ليان الساحلي" in text_of(page.css_first(".notes"))
    assert "مصدر مستقل واحد" in text_of(page.css_first(".claim .badge"))
    assert tree(empty_reader.get("/ar/")).css_first("article.card") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [("   ", "فارغ"), ("x" * 20, "لا مادة فيه")],
)
def test_what_is_no_article_is_refused_with_its_reason(
    text: str, told: str, empty_reader: httpx.Client
) -> None:
    page = tree(empty_reader.post("/ar/read", data={"text": text}))
    assert told in text_of(page.css_first(".refused"))


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://127.0.0.1/admin", "عنوان غير عام"),
        (" https://[::1]/ ", "عنوان غير عام"),
        ("http://user:word@river.example/", "ليس عنوانا على الشبكة"),
    ],
)
def test_an_address_that_is_not_asked_for_is_told_with_its_reason(
    address: str, told: str, empty_reader: httpx.Client
) -> None:
    answer = empty_reader.post("/ar/read", data={"text": address})
    assert told in text_of(tree(answer).css_first(".refused"))


def test_a_form_of_another_site_makes_the_reader_ask_for_nothing(empty_reader: httpx.Client) -> None:
    sent = {"data": {"text": "http://127.0.0.1/admin"}, "headers": {"sec-fetch-site": "cross-site"}}
    page = tree(empty_reader.post("/ar/read", **sent))
    assert "لا مادة فيه" in text_of(page.css_first(".refused"))


@pytest.mark.parametrize("page", ["/xx/", "/xx/story/1", "/ar/story/one", "/ar/feed/rss/latest"])
def test_a_page_that_cannot_be_is_not_there(page: str, reader: httpx.Client) -> None:
    assert reader.get(page).status_code == 404


def test_a_redirection_names_no_host(reader: httpx.Client) -> None:
    answer = reader.get("/ar", headers={"host": "127.0.0.1"})
    assert (answer.status_code, answer.headers["location"]) == (301, "/ar/")
    assert "location" not in reader.get("/ar/trending/").headers
    assert "location" not in reader.get("/api/v1/stories/").headers


def test_a_text_too_long_is_refused_before_it_is_read(empty_reader: httpx.Client) -> None:
    long = {str(field): "x" * 900_000 for field in range(MOST_SENT_BYTES // 900_000 + 1)}
    for sent, status in (({"text": "ا" * 151_000}, 422), ({"text": "ا" * 300_000}, 400), (long, 413)):
        answer = empty_reader.post("/en/read", data=sent)
        assert answer.status_code == status
        assert tree(answer).css_first("h1") is not None


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "*",
        "NEAR(",
        "a AND (",
        "x:y",
        "-",
        "' OR 1=1 --",
        "]]>",
        "\x00",
        SCRIPT,
        "السد" * 100,
        "after:never",
    ],
)
def test_no_query_breaks_the_search(query: str, reader: httpx.Client) -> None:
    answer = reader.get("/ar/search", params={"q": query, "sought": "statements", "after": "x", "act": "x"})
    assert answer.status_code == 200
    assert SCRIPT not in answer.text


def test_a_name_that_is_not_ours_gets_no_answer(reader: httpx.Client) -> None:
    assert reader.get("/ar/", headers={"host": "elsewhere.example"}).status_code == 400


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A reader over an article whose text was changed in silence."""
    texts = (f"امتلأ السد. {SAID}", "امتلأ السد. وسيفتح أبوابه الأسبوع المقبل.")
    with open_store(Path(tmp_path_factory.mktemp("edited")) / "library.db") as store:
        for text in texts:
            page = Page(id="edited", form=PageForm.ARTICLE, content=text.encode(), encoding="utf-8")
            assert len(list(add_pages(store, [page], workers=1))) == 1
        with served(store) as address, httpx.Client(base_url=address, trust_env=False) as client:
            yield client


def test_a_silent_edit_names_whom_it_no_longer_quotes(edited: httpx.Client) -> None:
    link = tree(edited.get("/ar/article/1")).css_first("a[href*='/revision/']")
    assert link is not None
    page = tree(edited.get(link.attributes["href"] or ""))
    assert "وزيرة المياه ليان الساحلي" in text_of(page.css_first(".lost"))
    assert edited.get("/ar/article/1/revision/2").status_code == 404


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A reader over articles whose every field attacks."""
    pages = [
        Page(id="attack", form=PageForm.ARTICLE, content=f"{SAID}\n{SCRIPT} {STEERING}".encode(),
             outlet=f"{SCRIPT}{STEERING}", title=f"{STEERING}{SCRIPT}", byline=SCRIPT,
             url="javascript:alert(3)"),
        Page(id="endless", form=PageForm.ARTICLE, content=SAID.encode(), title="ا" * 10_000_000),
    ]  # fmt: skip
    with open_store(Path(tmp_path_factory.mktemp("hostile")) / "library.db") as store:
        assert len(list(add_pages(store, pages, workers=1))) == 2
        with served(store) as address, httpx.Client(base_url=address, trust_env=False) as client:
            yield client


@pytest.mark.parametrize("page", ["article/1", "article/2", "search?q=السد", "party/1"])
def test_hostile_articles_are_shown_harmless(page: str, hostile: httpx.Client) -> None:
    answer = hostile.get(f"/ar/{page}")
    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert "<img" not in answer.text
    assert "javascript:" not in answer.text
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", answer.text)
    assert len(answer.text) < 100_000

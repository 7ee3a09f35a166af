"""The pages in Chromium: sound to axe on phone and desktop, light and dark; usable from the keyboard."""

import re
import shutil
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from tests.web.serving import served

from tawatur.library.adding import add_pages
from tawatur.records.page import Page as GivenPage
from tawatur.records.page import PageForm
from tawatur.store.articles import article_number
from tawatur.store.store import Store, open_store
from tawatur.store.stories import StoryView

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium (Debian's package chromium)")

PHONE, DESKTOP = 390, 1280
READ = "قالت وزيرة المياه ليان الساحلي إن السد سيفتح أبوابه الأسبوع المقبل."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def pages(library: Store, story_of: Callable[[str], StoryView]) -> dict[str, str]:
    """The paths of one page of each kind."""
    with library.reading() as connection:
        article = article_number(connection, "river-03-alsariya")
        text = [article_number(connection, name) for name in ("river-01-difaf", "river-06-satr3")]
    return {
        "latest": "",
        "trending": "trending",
        "story": f"story/{story_of('petrol-01-mizan').head.id}",
        "claim": f"claim/{story_of('petrol-01-mizan').claims[0].claim.key}",
        "article": f"article/{article}",
        "comparison": f"article/{text[0]}/compare/{text[1]}",
        "party": "party/1",
        "outlet": "outlet/difaf",
        "articles found": "search?q=السد",
        "statements found": "search?q=السد&sought=statements",
        "paste": "read",
        "about": "about",
        "sources": "sources",
        "nowhere": "nowhere",
        "not understood": "search?page=x",
    }


class Watch:
    """What a page says on its console and whom it asks."""

    def __init__(self, page: Page, address: str) -> None:
        self.said: list[str] = []
        self.strangers: list[str] = []
        self._address = address
        page.on("console", self._heard)
        page.on("request", lambda request: self._asked(request.url))

    def _heard(self, message: ConsoleMessage) -> None:
        # A page that is not there says so, and one whose address is not understood.
        if not re.search("status of 4(04|22)", message.text):
            self.said.append(message.text)

    def _asked(self, url: str) -> None:
        if not url.startswith(self._address):
            self.strangers.append(url)


def findings(page: Page) -> list[str]:
    """Return what axe finds wrong, minor matters left out."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['html'][:200]} {node.get('failureSummary', '')}"
        for one in found
        if one["impact"] in ("serious", "critical", "moderate")
        for node in one["nodes"]
    ]


class Look(NamedTuple):
    """How a reader looks at the pages."""

    language: str
    width: int
    scheme: Literal["light", "dark"]


LOOKS = [
    Look("ar", PHONE, "light"),
    Look("ar", PHONE, "dark"),
    Look("ar", DESKTOP, "light"),
    Look("ar", DESKTOP, "dark"),
    Look("en", DESKTOP, "light"),
]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_page_is_sound(look: Look, browser: Browser, address: str, pages: dict[str, str]) -> None:
    context = browser.new_context(viewport={"width": look.width, "height": 900}, color_scheme=look.scheme)
    page = context.new_page()
    watch = Watch(page, address)
    wrong: dict[str, list[str]] = {}
    for name, path in pages.items():
        page.goto(f"{address}/{look.language}/{path}")
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        wide = page.evaluate("document.documentElement.scrollWidth")
        wrong[name] = findings(page) + ([f"{wide} pixels wide"] if wide > look.width else [])
    context.close()
    assert {name: found for name, found in wrong.items() if found} == {}
    assert watch.said == []
    assert watch.strangers == []


def test_the_keyboard_reaches_the_content_first(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/ar/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article.card') !== null")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.close()


def test_chains_begin_on_the_right_in_arabic_and_on_the_left_in_english(
    browser: Browser, address: str, pages: dict[str, str]
) -> None:
    page = browser.new_page(viewport={"width": DESKTOP, "height": 900})
    place = """() => {
        const svg = document.querySelector('article.claim svg').getBoundingClientRect()
        const node = document.querySelector('article.claim rect.origin').getBoundingClientRect()
        return (node.left + node.right) / 2 > (svg.left + svg.right) / 2 ? 'right' : 'left'
    }"""
    for language, side in (("ar", "right"), ("en", "left")):
        page.goto(f"{address}/{language}/{pages['story']}")
        assert page.evaluate(place) == side
    page.close()


def test_names_stay_inside_their_boxes(browser: Browser, address: str, pages: dict[str, str]) -> None:
    page = browser.new_page(viewport={"width": DESKTOP, "height": 900})
    page.goto(f"{address}/ar/{pages['story']}")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    over = page.evaluate("""() => [...document.querySelectorAll('.drawing svg text')].filter(text => {
        const box = text.parentElement.querySelector('rect').getBBox(), written = text.getBBox()
        return written.x < box.x || written.x + written.width > box.x + box.width
    }).map(text => text.textContent)""")
    assert over == []
    page.close()


def test_marks_are_told_apart_without_colour(browser: Browser, address: str, pages: dict[str, str]) -> None:
    page = browser.new_page()
    page.goto(f"{address}/ar/{pages['article']}")
    lines = page.evaluate("""() => [
        '.row .source', '.row .cue', '.row .content-1', '.row p time'
    ].map(name => {
        const style = getComputedStyle(document.querySelector(name))
        return [style.textDecorationLine, style.textDecorationStyle, style.textDecorationThickness,
            style.borderBottomStyle].join()
    })""")
    assert len(set(lines)) == 4
    page.close()


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a story of sixty pages is served."""
    lead = "قالت وزيرة المياه ليان الساحلي {}إن السد الجديد سيفتح أبوابه الأسبوع المقبل بعد عامين من البناء."
    relays = ("", "لوكالة أنباء المرج ")
    pages = [
        GivenPage(
            id=f"page-{number}",
            form=PageForm.ARTICLE,
            content=f"{lead.format(relays[number % 2])} {' '.join(['امتلأت البحيرة كلها'] * 5)}.".encode(),
            encoding="utf-8",
            outlet=f"صحيفة الوادي {number}",
            title="السد الجديد يفتح أبوابه الأسبوع المقبل",
            date=f"2021-03-02T{8 + number // 6:02}:{number % 6}0",
        )
        for number in range(60)
    ]
    with open_store(tmp_path_factory.mktemp("crowded") / "library.db") as store:
        assert len(list(add_pages(store, pages, workers=1))) == 60
        with served(store) as address:
            yield address


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_sixty_pages_are_drawn_on_one_screen(width: int, browser: Browser, crowded: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{crowded}/ar/")
    page.click("article.card h2 a")
    drawing = page.locator("article.claim svg").first.bounding_box()
    assert drawing is not None
    assert drawing["height"] < 900
    assert "60" in page.locator("article.claim .badge").first.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert findings(page) == []
    page.close()


def test_an_empty_library_is_sound(browser: Browser, empty_reader: httpx.Client) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 800})
    page.goto(str(empty_reader.base_url))
    assert findings(page) == []
    page.close()


def test_nothing_to_press_is_printed_and_paper_is_light(
    browser: Browser, address: str, pages: dict[str, str]
) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}/ar/{pages['story']}")
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator("nav").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    context.close()


def test_a_text_is_pasted_and_read_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/ar/read")
    page.fill("#text", READ)
    page.click("main button")
    assert page.locator(".notes .voice").first.inner_text() == "وزيرة المياه ليان الساحلي"
    context.close()


def test_what_was_read_of_a_pasted_text_is_sound(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 800})
    page.goto(f"{address}/ar/read")
    page.fill("#text", READ)
    page.click("main button")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.locator(".note").count() == 1
    assert findings(page) == []
    page.close()

"""What each operation answers over the sample."""

from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from tests.web.serving import served

from tawatur.api.problems import PROBLEM_JSON
from tawatur.api.shapes.articles import Revision
from tawatur.library.adding import add_pages
from tawatur.records.page import Page, PageForm
from tawatur.store.sources import Followed, follow
from tawatur.store.store import Store, open_store

LISTS = {
    "/articles": "articles",
    "/stories": "stories",
    "/parties": "parties",
    "/parties/1/statements": "statements",
    "/stories/1/claims": "claims",
    "/search/articles?q=وزير": "articles",
    "/search/statements?kind=unnamed": "statements",
}


def answered(asking: httpx.Client, path: str) -> dict:
    answer = asking.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def add(path: str, what: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{what}"


@pytest.mark.parametrize(("path", "items"), LISTS.items())
def test_a_list_in_parts_is_the_list(asking: httpx.Client, path: str, items: str) -> None:
    whole = answered(asking, add(path, "limit=100"))
    assert whole["next"] is None
    parts, address = [], add(path, "limit=3")
    while address:
        answer = asking.get(address)
        parts += answer.json()[items]
        address = answer.links.get("next", {}).get("url", "").removeprefix("/api/v1")
    assert len(parts) > 3
    assert parts == whole[items]


@pytest.mark.parametrize(
    "path", [*LISTS, "/articles/1", "/stories/1", "/parties/1", "/outlets", "/stories/trending"]
)
def test_what_has_not_changed_is_not_sent_again(asking: httpx.Client, path: str) -> None:
    first = asking.get(path)
    again = asking.get(path, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert asking.get(add(path, "x=1"), headers={"If-None-Match": first.headers["etag"]}).status_code == 200


def test_head_tells_the_headers_alone(asking: httpx.Client) -> None:
    told, whole = asking.head("/articles"), asking.get("/articles")
    assert told.content == b""
    assert told.headers["content-length"] == whole.headers["content-length"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/articles/999999", 404),
        ("GET", "/articles/by-id/none", 404),
        ("GET", "/stories/999999/claims", 404),
        ("GET", "/claims/none", 404),
        ("GET", "/outlets/none", 404),
        ("GET", "/articles?cursor=abc", 404),
        ("GET", "/search/articles?cursor=kf8", 404),
        ("GET", "/articles?cursor=%00", 422),
        ("GET", "/articles/0", 422),
        ("GET", "/articles/99999999999999999999", 422),
        ("GET", "/articles?limit=1000", 422),
        ("GET", "/search/articles?before=0", 422),
        ("GET", "/search/statements?kind=robot", 422),
        ("GET", "/search/claims", 422),
        ("DELETE", "/articles", 405),
        ("POST", "/articles/1", 405),
        ("PUT", "/read", 405),
    ],
)
def test_an_error_is_a_problem(asking: httpx.Client, method: str, path: str, status: int) -> None:
    answer = asking.request(method, path)
    assert answer.headers["content-type"] == PROBLEM_JSON
    assert answer.json()["status"] == answer.status_code == status
    assert answer.json()["type"] == "about:blank"


def test_a_story_leads_to_its_articles_and_claims(asking: httpx.Client) -> None:
    story = answered(asking, "/stories/1")
    article = answered(asking, f"/articles/by-id/{story['articles'][0]['id']}")
    assert article["story"] == story["story"]["number"] == 1
    assert article == answered(asking, f"/articles/{article['number']}")
    key = story["claims"][0]["key"]
    claim = answered(asking, f"/claims/{key}")
    assert claim["story"] == 1
    assert {chain["article"] for origin in claim["origins"] for chain in origin["chains"]} <= {
        head["id"] for head in story["articles"]
    }


def test_a_party_is_found_by_any_of_its_names(asking: httpx.Client) -> None:
    party = answered(asking, "/parties?limit=1")["parties"][0]
    assert answered(asking, f"/parties?name={party['name']}")["parties"] == [party]
    assert answered(asking, "/parties?name=لا أحد")["parties"] == []


def test_an_outlet_is_told_in_figures_and_its_articles_are_listed(asking: httpx.Client) -> None:
    head = answered(asking, "/outlets")["outlets"][0]
    assert answered(asking, f"/outlets/{head['id']}")["outlet"] == head
    listed = answered(asking, f"/articles?limit=100&outlet={head['id']}")["articles"]
    assert {one["outlet"] for one in listed} == {head["id"]}
    assert len(listed) == head["articles"]


def test_filters_are_those_of_the_query_language(asking: httpx.Client) -> None:
    given = answered(asking, "/search/statements?act=deny&limit=100")
    assert given["total"] > 0
    assert given == answered(asking, "/search/statements?q=فعل:نفى&limit=100")


@pytest.mark.parametrize(
    "hostile", ['"', "') OR 1=1 --", "NEAR(a b)", "title_forms:x*", "\x00", "\u202e<script>"]
)
def test_a_hostile_query_finds_nothing_special(asking: httpx.Client, hostile: str) -> None:
    for place in ("articles", "statements"):
        assert asking.get(f"/search/{place}", params={"q": hostile}).status_code == 200
    assert asking.get("/search/claims", params={"text": hostile}).status_code == 200


def test_the_page_of_operations_names_every_one(asking: httpx.Client) -> None:
    page = asking.get("/")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    for path in asking.get("/openapi.json").json()["paths"]:
        assert path in page.text


def test_what_is_followed_is_listed(asking: httpx.Client, api_library: Store) -> None:
    with api_library.writing() as connection:
        follow(connection, [Followed(url="https://difaf.example/feed")], now=datetime(2027, 3, 2, tzinfo=UTC))
    (source,) = answered(asking, "/sources")["sources"]
    assert (source["url"], source["followed"]) == ("https://difaf.example/feed", "2027-03-02T00:00:00Z")
    assert source["failures"] == 0


def test_no_other_site_may_read_an_answer(asking: httpx.Client) -> None:
    answer = asking.get("/articles", headers={"Origin": "https://elsewhere.example"})
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"


def test_an_earlier_text_is_told_with_what_was_changed_in_it(tmp_path: Path) -> None:
    texts = (
        "امتلأ السد. وقالت وزيرة المياه ليان الساحلي إن السد سيفتح أبوابه.",
        "امتلأ السد. وسيفتح السد أبوابه الثلاثة لأهل الوادي اليوم.",
        "امتلأ السد. وسيفتح السد أبوابه الثلاثة لأهل الوادي غدا.",
    )
    with open_store(tmp_path / "library.db") as store:
        for text in texts:
            page = Page(id="edited", form=PageForm.ARTICLE, content=text.encode(), encoding="utf-8")
            assert len(list(add_pages(store, [page], workers=1))) == 1
        with served(store) as address, httpx.Client(base_url=f"{address}/api/v1", trust_env=False) as client:
            told = client.get("/articles/1").json()
            known = [one["number"] for one in told["revisions"]]
            first, last = (client.get(f"/articles/1/revisions/{number}").json() for number in known)
            nowhere = ("/articles/1/revisions/3", "/articles/2/revisions/1")
            missing = [client.get(path).status_code for path in nowhere]
    assert known == [1, 2]
    assert (first["body"], last["body"], told["body"]) == texts
    assert (first["later"], last["later"]) == (2, None)
    for revision, after in ((first, last["body"]), (last, told["body"])):
        Revision.model_validate(revision)
        assert revision["changes"]
        for change in revision["changes"]:
            for side, body in (("before", revision["body"]), ("after", after)):
                place = change[side]
                assert change[f"{side}_text"] == (None if place is None else body[slice(*place)])
    (edited,) = last["changes"]
    assert edited["kind"] == "replaced"
    assert [last["body"][slice(*place)] for place in edited["gone"]] == ["اليوم"]
    assert [told["body"][slice(*place)] for place in edited["new"]] == ["غدا"]
    assert missing == [404, 404]

"""`tawatur trace` over the bundled sample."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tawatur.cli.add import add
from tawatur.cli.trace import trace


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    file = tmp_path_factory.mktemp("library") / "library.db"
    pages = [str(page) for page in sorted((sample / "pages").glob("r*"))]
    assert CliRunner().invoke(add, ["--db", str(file), *pages]).exit_code == 0
    return file


def run(library: Path, *asked: str) -> Result:
    return CliRunner().invoke(trace, ["--db", str(library), *asked])


@pytest.mark.parametrize(
    ("text", "said", "voice"),
    [
        ("اتفاق تلوان ونوراسة على مياه نهر السوسن", "river", "مسؤول تلواني رفيع"),
        ("سبب حريق المصفاة عطل في صمام", "refinery", "مهندس يعمل في مصفاة خور النوارس"),
        ("تسريح ٣٠٠٠ موظف من السكك الحديدية", "railway", "مصدر مطلع في هيئة السكك الحديدية التلوانية"),
    ],
)
def test_a_text_in_other_words_leads_to_its_claim_and_voices(
    library: Path, text: str, said: str, voice: str
) -> None:
    (claim, *_) = json.loads(run(library, text, "--json").stdout)["claims"]
    assert len(claim["pages"]) >= 6
    assert all(page.startswith(said) for page in claim["pages"])
    assert voice in {origin["party"] for origin in claim["origins"]}
    shown = run(library, text, "--limit", "1")
    assert shown.exit_code == 0
    assert claim["text"] in shown.stdout
    assert f"{voice} ← " in shown.stdout


def test_an_article_leads_to_every_claim_it_carries(library: Path) -> None:
    claims = json.loads(run(library, "river-02-almarfa", "--json").stdout)["claims"]
    assert len(claims) > 1
    assert all("river-02-almarfa" in one["pages"] for one in claims)


def test_what_nobody_said_cannot_be_traced(library: Path) -> None:
    told = run(library, "زرافة بنفسجية")
    assert told.exit_code == 1
    assert "▌" not in told.stdout

"""`tawatur stories`, `story` and `export` over a part of the bundled sample."""

import csv
import json
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click import Command
from click.testing import CliRunner, Result

from tawatur.cli.add import add
from tawatur.cli.export import export
from tawatur.cli.read import read
from tawatur.cli.stories import stories
from tawatur.cli.story import story


@pytest.fixture(scope="module")
def given(sample: Path) -> list[str]:
    return [str(page) for page in sorted((sample / "pages").glob("river*"))]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, given: list[str]) -> Path:
    file = tmp_path_factory.mktemp("library") / "library.db"
    assert CliRunner().invoke(add, ["--db", str(file), *given]).exit_code == 0
    return file


def run(library: Path, verb: Command, *asked: str) -> Result:
    return CliRunner().invoke(verb, ["--db", str(library), *asked])


def lines(result: Result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_stories_are_listed_with_their_badges(library: Path) -> None:
    listed = lines(run(library, stories, "--json"))
    assert sum(one["articles"] for one in listed) >= 8
    shown = run(library, stories).stdout
    for one in listed:
        assert one["title"] in shown
    assert "independent origin" in shown


def test_what_trends_tells_the_origins_it_won(library: Path) -> None:
    growing = lines(run(library, stories, "--json", "--trending", "month"))
    won = [one["origins_won"] for one in growing]
    assert won
    assert won == sorted(won, reverse=True)
    assert "new origin" in run(library, stories, "--trending").stdout


def test_a_story_shows_every_claim_with_its_chains(library: Path) -> None:
    largest = max(lines(run(library, stories, "--json")), key=lambda one: one["articles"])
    (told,) = lines(run(library, story, str(largest["number"]), "--json"))
    assert told["story"] == largest
    assert len(told["articles"]) == largest["articles"]
    shown = run(library, story, str(largest["number"])).stdout
    assert shown.count("▌") == len(told["claims"]) > 1
    for article in told["articles"]:
        assert article["id"] in shown


def test_a_story_that_is_not_there_is_no_success(library: Path) -> None:
    assert run(library, story, "999").exit_code == 1
    assert run(library, story, "0").exit_code == 2


def test_the_lines_of_an_export_are_those_of_reading(library: Path, given: list[str]) -> None:
    taken = lines(run(library, export))
    pages = {page["id"]: page for page in lines(CliRunner().invoke(read, ["--json", *given]))}
    assert len(taken) == len([page for page in pages.values() if not page["refused"]]) > 5
    for page in taken:
        assert page == pages[page["id"]]


def test_the_table_has_a_row_for_every_attribution(library: Path, tmp_path: Path) -> None:
    file = tmp_path / "statements.csv"
    assert run(library, export, "--format", "csv", "--to", str(file)).exit_code == 0
    rows = list(csv.DictReader(StringIO(file.read_bytes().decode())))
    articles = {one["id"]: one for page in lines(run(library, export)) for one in page["articles"]}
    assert len(rows) == sum(len(one["attributions"]) for one in articles.values())
    for row in rows:
        attribution = articles[row["article"]]["attributions"][int(row["number"])]
        start, end = attribution["content"]
        assert row["content"].removeprefix("'") == articles[row["article"]]["body"][start:end]
        assert row["source"] == (attribution["resolved"] or "")


def test_timeml_goes_into_a_folder(library: Path, tmp_path: Path) -> None:
    assert run(library, export, "--format", "timeml", "--to", str(tmp_path / "tml")).exit_code == 0
    written = list((tmp_path / "tml").glob("*.tml"))
    assert len(written) == sum(len(page["articles"]) for page in lines(run(library, export)))
    assert {ET.parse(file).getroot().tag for file in written} == {"TimeML"}
    assert run(library, export, "--format", "timeml").exit_code == 2


@pytest.mark.parametrize("form", ["jsonl", "timeml"])
def test_a_place_that_cannot_be_written_to_is_told_in_a_line(
    library: Path, tmp_path: Path, form: str
) -> None:
    (tmp_path / "file").touch()
    told = run(library, export, "--format", form, "--to", str(tmp_path / "file" / "below"))
    assert told.exit_code == 1
    assert "Could not open file" in told.stderr

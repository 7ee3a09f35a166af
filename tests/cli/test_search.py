"""`tawatur search` over the bundled sample."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tawatur.cli.add import add
from tawatur.cli.search import search


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    file = tmp_path_factory.mktemp("library") / "library.db"
    pages = [str(page) for page in sorted((sample / "pages").glob("r*"))]
    assert CliRunner().invoke(add, ["--db", str(file), *pages]).exit_code == 0
    return file


def run(library: Path, *asked: str) -> Result:
    return CliRunner().invoke(search, ["--db", str(library), *asked])


def test_what_is_found_is_shown_and_given_as_json(library: Path) -> None:
    everything = json.loads(run(library, "--json").stdout)
    assert everything["total"] > 0
    word = max(everything["articles"][0]["title"].replace(".", " ").split(), key=len)
    found = json.loads(run(library, word, "--json").stdout)
    assert everything["articles"][0]["id"] in {one["id"] for one in found["articles"]}
    shown = run(library, word).stdout
    assert f"[{word}" in shown
    assert found["articles"][0]["id"] in shown


def test_options_filter_as_what_is_typed_does(library: Path) -> None:
    typed = json.loads(run(library, "--statements", "--json", "kind:unnamed").stdout)
    chosen = json.loads(run(library, "--statements", "--json", "--kind", "unnamed").stdout)
    assert typed == chosen
    assert {one["kind"] for one in chosen["statements"]} <= {"unnamed"}


def test_what_makes_no_sense_is_told(library: Path) -> None:
    assert "after:غدا" in run(library, "after:غدا").stdout
    assert run(library, "--after", "غدا").exit_code == 2

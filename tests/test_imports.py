"""Imports only point up the list of rooms, and stage rooms never import one another."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "tawatur"

ORDER = (
    "records", "errors", "arabic", "lexicons", "calendars", "outlets", "collect", "reading", "attribution",
    "times", "stories", "corroboration", "store", "batches", "pipeline", "library", "exports",
    "api", "web", "measure", "cli", "__main__",
)  # fmt: skip
# The steps of the grammar, in its order; docs/attribution.md says what each decides.
ATTRIBUTION_ORDER = (
    "body", "small_words", "cue_words", "noun_words", "lexicon", "anonymity", "cues", "speakers", "chains",
    "openings", "frames", "parties", "statements", "attribute",
)  # fmt: skip
STAGES = {"collect", "reading", "attribution", "times", "stories", "corroboration"}


def modules_imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= (
                {f"{node.module}.{alias.name}" for alias in node.names}
                if node.module == "tawatur"
                else {node.module}
            )
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


def rooms_imported(file: Path) -> set[str]:
    return {name.split(".")[1] for name in modules_imported(file) if name.startswith("tawatur.")}


@pytest.mark.parametrize(
    "file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: str(file.relative_to(PACKAGE))
)
def test_imports_point_up(file: Path) -> None:
    room = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if room == "__init__":
        assert not rooms_imported(file)
        return
    for imported in rooms_imported(file) - {room}:
        assert ORDER.index(imported) < ORDER.index(room), f"{room} may not import {imported}"
        assert not (room in STAGES and imported in STAGES), (
            f"the stages {room} and {imported} must meet in records"
        )


def test_every_room_has_its_place_and_none_is_empty() -> None:
    rooms = {path.name.removesuffix(".py") for path in PACKAGE.iterdir() if path.suffix in ("", ".py")}
    assert rooms - {"__init__", "__pycache__", "py.typed"} == set(ORDER)


@pytest.mark.parametrize(
    "file", sorted((PACKAGE / "attribution").rglob("*.py")), ids=lambda file: str(file.relative_to(PACKAGE))
)
def test_the_steps_of_the_grammar_point_up(file: Path) -> None:
    step = file.relative_to(PACKAGE / "attribution").parts[0].removesuffix(".py")
    if step == "__init__":
        return
    for imported in modules_imported(file):
        if imported.startswith("tawatur.attribution."):
            above = imported.split(".")[2]
            assert ATTRIBUTION_ORDER.index(above) <= ATTRIBUTION_ORDER.index(step), f"{step} imports {above}"

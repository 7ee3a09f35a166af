"""What the documents promise is there, and what is there is in the documents."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import click

from tawatur.cli.main import tawatur

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def commands() -> dict[str, click.Command]:
    context = click.Context(tawatur)
    found = ((name, tawatur.get_command(context, name)) for name in tawatur.list_commands(context))
    return {name: command for name, command in found if command}


def test_every_command_is_in_the_readme_and_every_command_there_exists() -> None:
    named = set(re.findall(r"tawatur (\w+)", README))
    assert named - {"is", "reads"} == commands().keys()


def test_every_option_the_readme_names_exists() -> None:
    options = {option for command in commands().values() for p in command.params for option in p.opts}
    assert set(re.findall(r"(?<!-)--[a-z][a-z-]*", README)) <= options | {"--help", "--version"}


def test_every_target_the_readme_names_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make (\w+)`|^make (\w+)", README, re.MULTILINE)) != set()
    named = {a or b for a, b in re.findall(r"`make (\w+)`|^make (\w+)", README, re.MULTILINE)}
    assert named <= targets


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = list(chain(project["dependencies"], *project["optional-dependencies"].values()))
    reasons = (ROOT / "docs/dependencies.md").read_text("utf-8")
    for requirement in asked:
        name = re.match(r"[\w-]+", requirement)
        assert name is not None
        assert f"`{name[0]}`" in reasons, name[0]


def test_every_relative_link_of_the_documents_leads_somewhere() -> None:
    for document in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), ROOT / "sample/README.md"):
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text("utf-8")):
            assert (document.parent / link).exists(), f"{document.name}: {link}"


def test_the_readme_stays_short() -> None:
    assert len(README.splitlines()) < 200

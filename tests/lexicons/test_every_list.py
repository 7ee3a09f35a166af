"""What holds of every bundled word list, whatever its own fields are."""

import importlib
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from importlib import resources
from itertools import pairwise
from typing import Any

import pytest

from tawatur.arabic.folding import fold, folded
from tawatur.errors import LexiconError
from tawatur.lexicons.loading import load

FILES = sorted(
    file.name.removesuffix(".toml")
    for file in resources.files("tawatur.lexicons").iterdir()
    if file.name.endswith(".toml")
)

# Presentation forms, tatweel, and whatever cannot be seen: such a form never matches, or matches by chance.
UNSEEN = re.compile(
    "[\ufb50-\ufdff\ufe70-\ufefc\u0640\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
KEY = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")


def raw(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("tawatur.lexicons") / f"{name}.toml").read_text("utf-8"))


def tables(name: str) -> Iterator[tuple[str, dict[str, dict[str, Any]]]]:
    """Give the tables of entries: `[verb.zaama]` is the entry `zaama` of the table `verb`."""
    for title, table in raw(name).items():
        if isinstance(table, dict):
            yield title, table


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def forms(name: str) -> Iterator[tuple[str, str, str]]:
    for title, table in tables(name):
        for key, entry in table.items():
            for form in entry.get("forms", ()):
                yield title, key, form


def test_there_are_lists() -> None:
    assert {"abbreviations", "prefixes", "number_words"} <= set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_it_says_what_it_is_and_where_it_comes_from(name: str) -> None:
    content = raw(name)
    for field in ("about", "source"):
        text = content.get(field)
        assert isinstance(text, str), f"{name}.toml lacks {field}"
        assert text.strip().endswith("."), f"{name}.toml: {field} is no sentence"


@pytest.mark.parametrize("name", FILES)
def test_its_spelling_is_plain(name: str) -> None:
    wrong = [
        text
        for text in strings(raw(name))
        if unicodedata.normalize("NFC", text) != text or UNSEEN.search(text) or text != text.strip()
    ]
    assert wrong == []


@pytest.mark.parametrize("name", FILES)
def test_its_entries_are_sorted_by_latin_keys(name: str) -> None:
    for title, table in tables(name):
        assert all(isinstance(entry, dict) for entry in table.values()), f"[{title}] mixes entries and values"
        assert [key for key in table if not KEY.fullmatch(key)] == []
        assert [(a, b) for a, b in pairwise(table) if a > b] == [], f"[{title}] is not sorted"


@pytest.mark.parametrize("name", FILES)
def test_no_form_stands_twice_in_one_table(name: str) -> None:
    met: dict[tuple[str, str], str] = {}
    twice = []
    for title, key, form in forms(name):
        alike = (title, folded(form).casefold())
        if alike in met:
            twice.append(f"[{title}.{met[alike]}] and [{title}.{key}] {form}")
        met[alike] = key
    assert twice == []


def vowelled(form: str) -> str:
    """Write a form as a careful newspaper might: a vowel on every letter, a direction mark on either side."""
    return "\u200f" + re.sub("([\u0621-\u064a])", "\\1\u064e", form) + "\u200f"


@pytest.mark.parametrize("name", FILES)
def test_every_form_is_found_in_a_sentence(name: str) -> None:
    lost = []
    for _, key, form in forms(name):
        sentence = fold(f"«هنا» {vowelled(form)} هناك")
        place = sentence.text.find(f" {folded(form)} ") + 1
        found = sentence.span(place, place + len(folded(form))).of(sentence.published)
        if not place or folded(found) != folded(form):
            lost.append(f"{key}: {form}")
    assert lost == []


@pytest.mark.parametrize("name", FILES)
def test_its_loader_takes_it_and_keeps_it(name: str) -> None:
    loader = getattr(importlib.import_module(f"tawatur.lexicons.{name}"), name)
    assert loader() is loader()


def test_a_list_that_is_missing_or_malformed_is_named() -> None:
    with pytest.raises(LexiconError, match=r"lexicons/no_such_list\.toml"):
        load("no_such_list", dict)
    with pytest.raises(LexiconError, match=r"lexicons/prefixes\.toml: .*Expected `int`"):
        load("prefixes", dict[str, int])

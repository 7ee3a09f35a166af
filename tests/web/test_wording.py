import re
from importlib import resources

import pytest
from babel import Locale

from tawatur.outlets.outlet import OutletKind
from tawatur.records.article import FurnitureKind
from tawatur.records.attribution import Act, SaidFrom, SourceKind
from tawatur.records.claim import Doubt, Merge, Standing
from tawatur.records.refusal import RefusalReason
from tawatur.web.language import Language
from tawatur.web.wording import wording

PLACES = re.compile(r"\{(\w+)\}")
SAID = re.compile(r"""(?<!~ )"([\w-]+)"\|say\b""")
COUNTED = re.compile(r"""\|counted\("([\w-]+)"\)""")


def templates() -> str:
    folder = resources.files("tawatur.web") / "templates"
    return "\n".join(file.read_text("utf-8") for file in folder.iterdir())


@pytest.mark.parametrize("language", Language)
def test_every_language_says_everything_with_the_same_places(language: Language) -> None:
    ours, english = wording(language), wording("en")
    assert ours.plain.keys() == english.plain.keys()
    assert ours.plural.keys() == english.plural.keys()
    for key, text in ours.plain.items():
        assert set(PLACES.findall(text)) == set(PLACES.findall(english.plain[key])), key


@pytest.mark.parametrize("language", Language)
def test_every_plural_form_of_the_language_is_there(language: Language) -> None:
    forms = {*Locale(language).plural_form.tags, "other"}
    assert len(forms) == {"ar": 6, "en": 2}[language]
    for key, given in wording(language).plural.items():
        assert given.keys() == forms, key
        assert "{n}" in given["other"], key


@pytest.mark.parametrize("language", Language)
def test_keys_are_sorted(language: Language) -> None:
    ours = wording(language)
    assert list(ours.plain) == sorted(ours.plain)
    assert list(ours.plural) == sorted(ours.plural)


def test_all_that_the_pages_say_is_worded() -> None:
    text = templates()
    assert SAID.findall(text)
    assert COUNTED.findall(text)
    assert set(SAID.findall(text)) <= wording("ar").plain.keys()
    assert set(COUNTED.findall(text)) <= wording("ar").plural.keys()


@pytest.mark.parametrize(
    ("prefix", "kinds"),
    [
        ("act_", Act),
        ("furniture_", FurnitureKind),
        ("doubt_", Doubt),
        ("kind_", SourceKind),
        ("merge_", Merge),
        ("outlet_", OutletKind),
        ("said_", SaidFrom),
        ("standing_", Standing),
        ("trouble_", RefusalReason),
    ],
)
def test_every_kind_has_its_word(prefix: str, kinds: type[Act]) -> None:
    assert {f"{prefix}{kind}" for kind in kinds} <= wording("ar").plain.keys()

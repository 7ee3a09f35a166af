import re

import pytest

from tawatur.cli.wording import LANGUAGES, users_wording, wording

PLACES = re.compile(r"\{(\w+)\}")
FORMS = {"ar": {"zero", "one", "two", "few", "many", "other"}, "en": {"one", "other"}}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_with_the_same_places(language: str) -> None:
    ours, english = wording(language), wording("en")
    assert ours.language == language
    assert ours.plain.keys() == english.plain.keys()
    assert ours.plural.keys() == english.plural.keys()
    for key, text in ours.plain.items():
        assert set(PLACES.findall(text)) == set(PLACES.findall(english.plain[key])), key
    for key, forms in ours.plural.items():
        assert forms.keys() == FORMS[language], key


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "لا صفحات"),
        (1, "صفحة واحدة"),
        (2, "صفحتان"),
        (3, "3 صفحات"),
        (11, "11 صفحة"),
        (100, "100 صفحة"),
        (103, "103 صفحات"),
    ],
)
def test_arabic_nouns_agree_with_their_number(number: int, text: str) -> None:
    assert wording("ar").count("pages", number) == text


def test_a_range_shows_both_its_ends() -> None:
    assert wording("en").span("origins", 2, 3) == "2–3 independent origins"
    assert wording("ar").span("origins", 1, 2) == "1–2 مصادر مستقلة"
    assert wording("en").span("origins", 1, 1) == "1 independent origin"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "ar_EG.UTF-8"}, "ar"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ar_JO.UTF-8"}, "ar"),
    ],
)
def test_the_language_is_that_of_the_users_locale(environment: dict[str, str], language: str) -> None:
    assert users_wording(environment).language == language

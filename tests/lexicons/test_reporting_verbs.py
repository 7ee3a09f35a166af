import pytest

from tawatur.arabic.folding import folded
from tawatur.lexicons.clause_words import clause_words
from tawatur.lexicons.reporting_verbs import ReportingVerb, reporting_verbs

VERBS = reporting_verbs().verb


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_a_verb_can_take_a_content(verb: ReportingVerb) -> None:
    assert verb.governs or verb.prepositions


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_its_forms_can_be_made_from_it(verb: ReportingVerb) -> None:
    # The rules tell the classes by the last letter of the masculine singular.
    assert not verb.past.endswith(("وا", "ون"))
    assert not verb.present or verb.present.startswith("ي")
    assert not verb.participle.endswith(("ا", "ة"))
    doubled = [verb.past.endswith("ّ"), verb.present.endswith("ّ")]
    assert not verb.present or len(set(doubled)) == 1


def test_no_verb_stands_twice() -> None:
    pasts = [folded(verb.past) for verb in VERBS.values() if not verb.passive]
    assert sorted(pasts) == sorted(set(pasts))


def test_no_past_is_a_small_word_that_opens_a_content() -> None:
    opening = {folded(form) for words in clause_words().complementizer.values() for form in words.forms}
    assert not opening & {folded(verb.past) for verb in VERBS.values()}

import pytest

from tawatur.arabic.folding import folded
from tawatur.lexicons.clause_words import clause_words
from tawatur.lexicons.reporting_verbs import ReportingVerb, reporting_verbs

VERBS = reporting_verbs().verb


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_a_verb_can_take_a_content(verb: ReportingVerb) -> None:
    assert verb.governs or verb.prepositions


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_the_first_form_is_the_masculine_past(verb: ReportingVerb) -> None:
    # Agreement and tense are told by comparison with it.
    assert not folded(verb.forms[0]).startswith("ي")
    assert not folded(verb.forms[0]).endswith(("ون", "وا"))


def test_no_form_is_a_small_word_that_opens_a_content() -> None:
    opening = {folded(form) for words in clause_words().complementizer.values() for form in words.forms}
    assert not opening & {folded(form) for verb in VERBS.values() for form in verb.forms}

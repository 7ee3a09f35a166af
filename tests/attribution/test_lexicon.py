import pytest

from tawatur.attribution.cue_words import Agreement, Family
from tawatur.attribution.lexicon import attribution_lexicons, reporting_word

MASCULINE, FEMININE, PLURAL = Agreement.MASCULINE, Agreement.FEMININE, Agreement.PLURAL


@pytest.mark.parametrize(
    ("form", "family", "agreement", "present"),
    [
        ("قال", Family.VERB, MASCULINE, False),
        ("قالت", Family.VERB, FEMININE, False),
        ("قالوا", Family.VERB, PLURAL, False),
        ("يقولون", Family.VERB, PLURAL, True),
        ("تقول", Family.VERB, FEMININE, True),
        ("تابع", Family.VERB, MASCULINE, False),
        ("تعهدت", Family.VERB, FEMININE, False),
        ("لفت", Family.VERB, MASCULINE, False),
        ("موكده", Family.PARTICIPLE, FEMININE, False),
        ("مشيرين", Family.PARTICIPLE, PLURAL, False),
        ("قولها", Family.MASDAR, FEMININE, False),
    ],
)
def test_a_form_shows_its_agreement(form: str, family: Family, agreement: Agreement, present: bool) -> None:
    word = attribution_lexicons().cues[form]
    assert (word.family, word.agreement, word.present) == (family, agreement, present)


@pytest.mark.parametrize(("word", "key"), [("نقلته", "naqala"), ("افادت", "afada"), ("اعلنه", "aalana")])
def test_a_verb_is_known_with_the_pronoun_of_its_object(word: str, key: str) -> None:
    found = reporting_word(word, attribution_lexicons())
    assert found is not None
    assert found.key == key


def test_no_word_is_both_a_cue_and_the_head_of_a_name() -> None:
    lexicons = attribution_lexicons()
    # «مهيب», «طالب» and their like would break names and content alike.
    finite = {
        form for form, word in lexicons.cues.items() if word.family is Family.VERB and not word.homograph
    }
    assert finite & set(lexicons.given_names) == set()
    assert finite & set(lexicons.small.complementizer) == set()

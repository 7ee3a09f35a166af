import pytest

from tawatur.arabic.conjugation import participle_forms, past_forms, present_forms


@pytest.mark.parametrize(
    ("past", "forms"),
    [
        ("أعلن", {"أعلن", "أعلنت", "أعلنا", "أعلنتا", "أعلنوا", "أعلنن"}),
        ("قال", {"قال", "قالت", "قالا", "قالتا", "قالوا", "قلن"}),
        ("حثّ", {"حث", "حثت", "حثا", "حثتا", "حثوا", "حثثن"}),
        ("دعا", {"دعا", "دعت", "دعوا", "دعتا", "دعون"}),
        ("تمنى", {"تمنى", "تمنت", "تمنيا", "تمنتا", "تمنوا", "تمنين"}),
        ("خشي", {"خشي", "خشيت", "خشيا", "خشيتا", "خشوا", "خشين"}),
        ("أنبأ", {"أنبأ", "أنبأت", "أنبآ", "أنبأتا", "أنبأوا", "أنبؤوا", "أنبأن"}),
    ],
)
def test_a_past_follows_its_class(past: str, forms: set[str]) -> None:
    assert {form.text for form in past_forms(past) if not form.bound} == forms


@pytest.mark.parametrize(
    ("past", "present", "forms"),
    [
        ("ذكر", "يذكر", {"يذكر", "تذكر", "يذكرون", "يذكروا", "يذكران", "تذكرا", "يذكرن"}),
        ("قال", "يقول", {"يقول", "تقول", "يقولون", "يقلن"}),
        ("أصرّ", "يصرّ", {"يصر", "تصر", "يصرون", "يصررن"}),
        ("دعا", "يدعو", {"يدعو", "تدعو", "يدعون", "يدعوان"}),
        ("تمنى", "يتمنى", {"يتمنى", "تتمنى", "يتمنون", "يتمنيان", "يتمنين"}),
        ("تنبأ", "يتنبأ", {"يتنبأ", "تتنبأ", "يتنبأون", "يتنبؤون"}),
        ("حاول", "يحاول", {"يحاول", "يحاولون", "يحاولن"}),
    ],
)
def test_a_present_follows_its_class(past: str, present: str, forms: set[str]) -> None:
    assert forms <= {form.text for form in present_forms(past, present) if not form.bound}


@pytest.mark.parametrize(
    ("past", "present", "forms"),
    [("نفى", "ينفي", {"نفا", "نفو"}), ("تمنى", "يتمنى", {"تمنا", "تمنو", "يتمنا", "تتمنا"})],
)
def test_a_pronoun_changes_the_end_of_a_verb(past: str, present: str, forms: set[str]) -> None:
    both = (*past_forms(past), *present_forms(past, present))
    assert {form.text for form in both if form.bound} == forms


def test_forms_agree() -> None:
    agreement = {form.text: (form.feminine, form.singular) for form in present_forms("أعلن", "يعلن")}
    assert agreement["يعلن"] == (False, True)
    assert agreement["تعلن"] == (True, True)
    assert agreement["تعلنان"] == (True, False)
    assert agreement["يعلنون"] == (False, False)


def test_a_weak_participle_loses_its_ending_in_the_plural() -> None:
    forms = [form.text for form in participle_forms("نافي")]
    assert forms == ["نافيا", "نافية", "نافين", "نافيتين", "نافيات"]

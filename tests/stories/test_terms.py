import numpy as np

from tawatur.stories.terms import strongest_terms
from tawatur.stories.words import term_numbers


def test_a_figure_tells_more_than_a_word_as_rare() -> None:
    both = strongest_terms("", "قرطبان 618734").weights
    assert both.max() > 1.2 * both.min()


def test_what_the_title_and_the_lead_say_tells_more_than_what_stands_behind() -> None:
    said = strongest_terms("", "قرطبان").numbers
    body = "قرطبان " + "كلمة " * 60 + "زرابيل"
    numbers, weights, _ = strongest_terms("", body)
    assert weights[numbers == said[0]] > weights.min()
    titled, heavier, _ = strongest_terms("قرطبان", body)
    assert heavier[titled == said[0]] > weights[numbers == said[0]]


def test_a_text_has_no_more_than_its_strongest_terms_and_an_empty_one_none() -> None:
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    body = " ".join(f"ق{one}{other}م" for one in letters for other in letters[:10])
    numbers, weights, _ = strongest_terms("", body)
    assert 100 <= len(numbers) <= 280
    assert np.all(np.diff(numbers.astype(np.int64)) > 0)
    assert len(weights) == len(numbers)
    assert len(strongest_terms("", "")[0]) == 0


def test_the_words_of_title_and_lead_lead_but_for_figures_and_dates() -> None:
    body = "زرابيل السبت 15 مايو 1436 " + "كلمة " * 60 + "بعيدون"
    terms = strongest_terms("قرطبان", body)
    leading = set(term_numbers(("قرطبان", "زرابيل", "كلمة")).tolist())
    assert set(terms.numbers[terms.leading].tolist()) == leading

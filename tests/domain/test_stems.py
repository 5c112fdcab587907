"""Which words are forms of one."""

from __future__ import annotations

import pytest

from amie_planner.domain.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "rap raps rapped rapping",
        "drum drums drummed drumming",
        "verse verses",
        "story stories",
        "box boxes",
        "class classes",
        "sing sings singing",
        "dance dances danced dancing",
        "improvise improvised improvising improvisation improvisations",
        "compose composed composing composition",
        "perform performed performing performance performances",
        "bell bells",
        "play plays played playing",
        "carry carries carried carrying",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "two", ["string st", "station st", "notation not", "bus bu", "bass base", "need ne", "dance d"]
)
def test_a_word_that_only_looks_like_a_form_has_its_own(two: str):
    one, other = two.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["太鼓", "élèves", "3955", "rap", "s", ""])
def test_short_words_numbers_and_words_of_other_scripts_stay_as_they_are(word: str):
    assert stem(word) == word

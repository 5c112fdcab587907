"""Which words are forms of one."""

from __future__ import annotations

import pytest

from amie_planner.domain.stems import stem, stems


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
        "hope hopes hoped hoping",
        "hop hops hopped hopping",
        "note notes noted noting",
        "move moves moved moving",
        "tape tapes taped taping",
        "tap taps tapped tapping",
        "cane canes",
        "act acts acted acting",
        "add adds added adding",
        "mix mixes mixed mixing",
        "row rows rowed rowing",
        "try tries tried trying",
        "see sees seeing",
        "speed speeds speeding",
        "riff riffs riffing",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "two",
    [
        "string st",
        "station st",
        "notation not",
        "bus bu",
        "bass base",
        "need ne",
        "dance d",
        "note not",
        "hope hop",
        "cane can",
        "care car",
        "here her",
        "site sit",
        "tape tap",
        "matt mat",
    ],
)
def test_a_word_that_only_looks_like_a_form_has_its_own(two: str):
    one, other = two.split()
    assert stem(one) != stem(other)


def test_words_that_only_hold_a_sentence_together_have_no_stem_among_the_others():
    assert stems(("not", "one", "of", "them", "can", "hum", "here", "humming", "tunes")) == ["hum", "one", "tune"]


@pytest.mark.parametrize("word", ["太鼓", "élèves", "3955", "rap", "s", ""])
def test_short_words_numbers_and_words_of_other_scripts_stay_as_they_are(word: str):
    assert stem(word) == word

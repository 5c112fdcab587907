"""Words that are known: in any case, of one or of several, and as a whole."""

from __future__ import annotations

import pytest

from amie_planner.returns.tables.known_words import INSTRUMENTS, ROLES, is_among


@pytest.mark.parametrize("words", ["Ukulele", "ukuleles", " Steel  PANS ", "brass"])
def test_case_spaces_and_several_of_it_make_no_difference(words: str):
    assert is_among(words, INSTRUMENTS)


@pytest.mark.parametrize("words", ["ukulele for Ada", "", "s", "drum, voice"])
def test_a_known_word_with_others_is_not_known(words: str):
    assert not is_among(words, INSTRUMENTS)


@pytest.mark.parametrize("word", sorted(INSTRUMENTS | ROLES))
def test_each_is_kept_as_it_is_compared(word: str):
    assert word == " ".join(word.split()).casefold()

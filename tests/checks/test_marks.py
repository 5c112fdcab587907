"""Words that read as a mark are found as whole words, however they are written, and no others are."""

from __future__ import annotations

import pytest

from amie_planner.checks.marks import marking_words, marks_in


@pytest.mark.parametrize("word", ["score", "fail", "pass", "compliant", "rating", "grade", "mark", "rank"])
def test_the_words_that_must_never_be_used_are_among_them(word: str) -> None:
    assert word in marking_words()


@pytest.mark.parametrize("word", marking_words())
def test_a_word_is_found_wherever_it_stands_whole(word: str) -> None:
    assert marks_in(word) == (word,)
    assert marks_in(f"Which {word.upper()}? That.") == (word,)
    assert marks_in(f"‘{word}’-like\n") == (word,)


@pytest.mark.parametrize("text", ["", "Underscored", "upgrade", "a failsafe", "markers", "generated", "compass"])
def test_a_word_within_another_is_left_alone(text: str) -> None:
    assert marks_in(text) == ()


def test_words_come_each_once_in_their_order_and_the_longest_that_fits() -> None:
    assert marks_in("A ｐａｓｓ mark, no score, no pass; a per\n cent") == ("pass", "mark", "score", "per cent")
    assert marks_in("below standard traffic  lights") == ("below standard", "traffic lights")


def test_every_word_is_written_as_it_is_looked_for() -> None:
    assert list(marking_words()) == [word.casefold().strip() for word in dict.fromkeys(marking_words())]

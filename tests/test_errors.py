"""One kind of error for people: a sentence, and a way forward."""

from __future__ import annotations

import pytest

from amie_planner.errors import AmieError, InvalidRecord, StaleChange


@pytest.mark.parametrize("kind", [AmieError, InvalidRecord, StaleChange])
def test_an_error_says_its_sentence_and_then_the_way_forward(kind: type[AmieError]):
    error = kind("There is no room.", "Free some.")
    assert (error.message, error.hint, str(error)) == (
        "There is no room.",
        "Free some.",
        "There is no room. Free some.",
    )
    assert isinstance(error, AmieError)


def test_an_error_without_a_way_forward_ends_after_its_sentence():
    assert str(AmieError("There is no room.")) == "There is no room."

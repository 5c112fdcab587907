"""What young people said or showed reads well in a line, with speech and without."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain import voicing
from amie_planner.domain.vocabulary import Method

TODAY = date(2026, 11, 22)


def about(**fields: Any) -> str:
    people = [{"id": "p1", "alias": "Sky", "name": "Skyler Jones"}, {"id": "p2"}]
    series = a_series(people=people, voice=[{"id": "v1", **fields}])
    return voicing.about(series.voice[0], series, TODAY)


def title(**fields: Any) -> str:
    return voicing.title(a_series(voice=[{"id": "v1", **fields}]).voice[0])


@pytest.mark.parametrize("method", list(Method))
def test_without_words_an_entry_goes_by_how_it_was_given(method: Method):
    assert title(method=method.value) not in ("", "To be described")
    assert title(method=method.value, text="More\n drums ") == "More drums"


def test_an_entry_with_nothing_yet_says_so():
    assert title() == "To be described"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"method": "drawn", "from": ["p1"], "date": "2026-09-08", "outcome": "adopted", "told_on": "2026-09-15"},
            "Drawn by Sky, 8 September · Adopted, told 15 September",
        ),
        (
            {"method": "observation", "from": ["p1", "p2"], "outcome": "adapted"},
            "Noticed in Sky and Person 2 · Adapted, waiting to be told",
        ),
        ({"method": "recording", "from": "group"}, "A recording of the whole group · not decided yet"),
        ({"from": ["p1"], "date": "2025-09-08"}, "From Sky, 8 September 2025 · not decided yet"),
        ({"method": "vote", "outcome": "undecided"}, "A vote · not decided yet"),
        ({}, "not decided yet"),
    ],
)
def test_a_line_says_how_by_whom_when_and_what_became_of_it(fields: dict[str, Any], said: str):
    assert about(**fields) == said

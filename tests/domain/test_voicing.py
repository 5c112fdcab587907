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


SESSIONS = [
    {"id": "s1", "title": "Past", "date": "2026-11-15"},
    {"id": "s3", "title": "Third", "date": "2026-12-01"},
    {"id": "s2", "title": "Second", "date": "2026-11-29"},
    {"id": "s4", "title": "Off", "date": "2026-11-23", "status": "cancelled"},
    {"id": "s5", "title": "Undated"},
    {"id": "s6", "title": "Here", "date": "2026-11-22"},
    {"id": "s7", "title": "Done", "date": "2026-11-22", "status": "delivered"},
]


@pytest.mark.parametrize(
    ("places", "fields", "said"),
    [
        (["s2"], {}, "Taken into Second, 29 November"),
        (["s3", "s2"], {"outcome": "undecided"}, "Taken into Second, 29 November"),
        (["s5"], {}, "Taken into Undated"),
        (["s6"], {}, "Taken into Here, 22 November"),
        (["s1"], {}, "not decided yet"),
        (["s7"], {}, "not decided yet"),
        (["s4"], {}, "not decided yet"),
        (["s2"], {"session": "s2"}, "not decided yet"),
        (["s2"], {"outcome": "adopted"}, "Adopted, waiting to be told"),
    ],
)
def test_an_idea_with_a_place_in_a_session_that_is_not_over_says_so(
    places: list[str], fields: dict[str, Any], said: str
):
    """And is to be decided otherwise, unless it is."""
    touches = [{"session": session} for session in places]
    series = a_series(sessions=SESSIONS, voice=[{"id": "v1", "touches": touches, **fields}])
    assert voicing.became(series.voice[0], series, TODAY) == said
    assert voicing.to_decide(series.voice[0], series, TODAY) is (said == "not decided yet")


def test_what_is_to_be_tried_in_a_session_was_taken_into_it_and_is_not_decided():
    here, there = [{"session": "s2"}], [{"session": "s3"}]
    voice = [
        {"id": "v1", "touches": here},
        {"id": "v2", "touches": there},
        {"id": "v3", "touches": here, "session": "s2"},
        {"id": "v4", "touches": here, "outcome": "not possible"},
    ]
    series = a_series(sessions=SESSIONS, voice=voice)
    assert [entry.id for entry in voicing.to_try(series.plan("s2"))] == ["v1"]

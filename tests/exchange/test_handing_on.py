"""Handing a programme on: with its people, or only once no name is left in it."""

from __future__ import annotations

import pytest
from tests.plans import a_series

from amie_planner.domain.names import Hit, NamesFound
from amie_planner.exchange.handing_on import content
from amie_planner.exchange.plan_file import read

SERIES = a_series(
    people=[{"id": "p1", "alias": "Sky"}],
    sessions=[{"id": "s1", "title": "Blue sky"}, {"id": "s2", "title": "Sky again"}],
)


def test_with_people_it_is_the_programme_as_it_is() -> None:
    assert read(content(SERIES, with_people=True)) == SERIES


def test_without_people_a_name_that_is_left_stops_it_with_every_place() -> None:
    with pytest.raises(NamesFound) as stopped:
        content(SERIES, with_people=False)
    assert stopped.value.hits == (Hit("sky", "sessions[0].title"), Hit("Sky", "sessions[1].title"))
    assert "“sky” in sessions[0].title, “Sky” in sessions[1].title." in stopped.value.message
    assert "with people" not in stopped.value.hint


def test_a_word_that_is_not_the_person_may_go_out() -> None:
    handed_on = read(content(SERIES, with_people=False, not_names=frozenset({"SKY"})))
    assert [lines.session.title for lines in handed_on.sessions] == ["Blue sky", "Sky again"]
    assert handed_on.people == ()

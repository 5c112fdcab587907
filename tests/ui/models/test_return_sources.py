"""What a return is made from: read once while nothing changes, in the order that was chosen."""

from __future__ import annotations

from datetime import date

import pytest
from tests.plans import a_series

from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import add
from amie_planner.domain.records import Organisation
from amie_planner.domain.vocabulary import Profile
from amie_planner.returns.template_file import bundled
from amie_planner.store.store import Store
from amie_planner.ui.models.return_sources import Chosen, ReturnSources, counted_until
from amie_planner.ui.workspace import Workspace

FIRST, LAST = date(2025, 9, 8), date(2026, 9, 8)
CHOSEN = Chosen(bundled()[0], FIRST, LAST, ("u2", "u1"), Profile.EXACT, "The hub", "The year")


@pytest.fixture
def workspace(store: Store, qapp: object) -> Workspace:
    """Three programmes, each of which met once, a year after the one before it."""
    for n in range(3):
        sessions = [{"id": "s1", "title": "Lift-off", "date": f"{2024 + n}-09-08"}]
        store.apply(bring_in(a_series(programme={"uid": f"u{n}", "title": f"Year {n}"}, sessions=sessions), n))
    store.apply([add(Organisation.made(id="organisation", name="Comet Music"))])
    return Workspace(store)


def test_programmes_of_the_days_are_those_with_a_session_in_them(workspace: Workspace) -> None:
    sources = ReturnSources(workspace)
    assert [programme.id for programme in sources.programmes(FIRST, LAST)] == ["u1", "u2"]
    assert [programme.id for programme in sources.programmes(FIRST, date(2026, 9, 7))] == ["u1"]
    assert sources.held == {}


def test_what_was_chosen_comes_with_all_it_is_made_from(workspace: Workspace) -> None:
    wanted = ReturnSources(workspace).wanted(CHOSEN)
    assert wanted.programmes == ("u2", "u1")
    assert (wanted.profile, wanted.recipient, wanted.reason) == (Profile.EXACT, "The hub", "The year")
    assert wanted.organisation is not None and wanted.organisation.name == "Comet Music"
    assert wanted.earlier == ()
    assert [source.kept_apart for source in wanted.sources] == [(), ()]
    assert not any(workspace.holds(id) for id in wanted.programmes)


def test_a_programme_is_read_once_until_it_is_forgotten(workspace: Workspace) -> None:
    sources = ReturnSources(workspace)
    first, second = (sources.wanted(CHOSEN).sources[0] for _ in range(2))
    assert first is second
    sources.forget()
    assert sources.wanted(CHOSEN).sources[0] is not first


@pytest.mark.parametrize("today", [date(2025, 9, 7), date(2026, 9, 7)])
def test_of_days_to_come_it_is_said_that_what_is_marked_as_delivered_counts(today: date) -> None:
    said = counted_until(FIRST, LAST, today)
    assert "What is marked as delivered or has a register is counted" in said
    assert said.startswith("These days are still to come.") == (today < FIRST)
    assert not counted_until(FIRST, LAST, LAST)

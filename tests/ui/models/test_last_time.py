"""What comes back, as rows: each kind in its words and its place, with what was written whole but for its length."""

from __future__ import annotations

import pytest
from tests.example_plans import SPACE_SOUNDS

from amie_planner.domain import edits
from amie_planner.domain.changes import revise
from amie_planner.exchange.loading import load
from amie_planner.ui.models.last_time import Offered, what_comes_back
from amie_planner.ui.workspace import OpenSession, Workspace

LONG = "Turn the lamp " * 40


@pytest.fixture
def desk(workspace: Workspace) -> OpenSession:
    """The second session of space-sounds, with an idea of the first one."""
    made = OpenSession(workspace, load(SPACE_SOUNDS).programme.id, "s2")
    told = [revise(entry, outcome="adopted", told_on="2026-09-08") for entry in made.series.voice]
    idea = edits.add_voice(made.series, text=LONG, session="s1", from_whom="group")[1]
    made.do("Leave one idea", [*told, *idea])
    return made


def kinds(desk: OpenSession) -> list[str]:
    return [offer.row.kind for offer in what_comes_back(desk)]


def of_kind(desk: OpenSession, kind: str) -> Offered:
    return next(offer for offer in what_comes_back(desk) if offer.row.kind == kind)


def test_notes_come_first_and_what_one_would_change_last(desk: OpenSession):
    assert kinds(desk) == ["Note for next time", "Change", "Change", "Idea", "What you would change"]
    assert len({offer.id for offer in what_comes_back(desk)}) == 5


def test_a_long_text_is_shortened_in_its_row_and_more_so_in_undo(desk: OpenSession):
    idea = of_kind(desk, "Idea")
    assert idea.row.text.endswith("…") and len(idea.row.text) == 240
    assert len(idea.name) == 32
    assert idea.row.also == "Not decided yet."


def test_an_idea_of_a_session_ahead_waits_in_no_other_one(desk: OpenSession):
    id, changes = edits.add_session(desk.series, {"title": "Third", "date": "2026-09-22"})
    desk.do("Add", changes)
    third = OpenSession(desk.workspace, desk.programme, id)
    assert "Idea" in kinds(third)
    desk.do("Take", of_kind(desk, "Idea").take())
    assert "Idea" not in kinds(third) and "Idea" not in kinds(desk)
    desk.do("Held", [revise(desk.plan.session, status="delivered")])
    assert of_kind(third, "Idea").row.also == "Nobody has been told yet."


@pytest.mark.parametrize("kind", ["Note for next time", "Change", "Idea", "What you would change"])
def test_whatever_is_answered_is_not_offered_here_until_that_is_undone(desk: OpenSession, kind: str):
    offer = of_kind(desk, kind)
    for answer in (offer.take, offer.decline, offer.park):
        desk.do("Answer", answer())
        assert offer.id not in [other.id for other in what_comes_back(desk)]
        desk.workspace.history.undo()
        assert offer.id in [other.id for other in what_comes_back(desk)]

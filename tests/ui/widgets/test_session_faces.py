"""The faces of a session: each is there when it is asked for, keeps what is typed, and follows the plan when seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front
from tests.ui.papers import text_of

from amie_planner.checks.check import Line, LineKind
from amie_planner.documents import DOCUMENTS
from amie_planner.domain.changes import revise
from amie_planner.domain.edits.reflection import add_prompt
from amie_planner.domain.records import Actual
from amie_planner.ui.widgets.access import Access
from amie_planner.ui.widgets.beside import SESSION
from amie_planner.ui.widgets.paper import Paper
from amie_planner.ui.widgets.plan_face import PlanFace
from amie_planner.ui.widgets.reflect import Reflect
from amie_planner.ui.widgets.register import RegisterFace
from amie_planner.ui.widgets.run_it import RunIt
from amie_planner.ui.widgets.session_faces import ACCESS, FACES, PAPER, PLAN, REFLECT, REGISTER, RUN_IT, SessionFaces
from amie_planner.ui.workspace import OpenSession

KINDS = (PlanFace, Access, RunIt, RegisterFace, Reflect, Paper)
TODAY, NOW = date(2026, 9, 8), datetime(2026, 9, 8, 10, 0)


@pytest.fixture
def faces(qtbot: QtBot, desk: OpenSession) -> Iterator[SessionFaces]:
    made = SessionFaces(desk, TODAY, lambda: NOW)
    desk.workspace.changed.connect(lambda changes: made.refresh())
    yield in_front(qtbot, made, 1200, 800)
    made.leave()


def made_of(faces: SessionFaces) -> list[type[QWidget]]:
    return [kind for kind in KINDS if faces.findChildren(kind)]


@pytest.mark.parametrize("at", range(len(FACES)), ids=FACES)
def test_a_face_is_made_when_it_is_first_asked_for_and_no_other_with_it(faces: SessionFaces, at: int):
    assert made_of(faces) == []
    faces.show_face(at)
    assert made_of(faces) == [KINDS[at]]
    assert isinstance(faces.currentWidget(), KINDS[at])
    assert faces.choice.current == at


def test_a_face_that_is_shown_again_is_the_same(faces: SessionFaces):
    for at in (REFLECT, REGISTER, REFLECT):
        faces.show_face(at)
    assert len(faces.findChildren(Reflect)) == 1


def test_each_turn_is_told_once(faces: SessionFaces, qtbot: QtBot):
    turns: list[int] = []
    faces.turned.connect(lambda: turns.append(faces.choice.current))
    faces.show_face(PLAN)
    faces.choice.choose(RUN_IT)
    faces.show_face(RUN_IT)
    assert turns == [PLAN, RUN_IT]


@pytest.mark.parametrize("at", [REGISTER, PLAN, REFLECT])
def test_of_a_session_under_way_the_time_is_told_whatever_face_it_is_opened_at(
    qtbot: QtBot, desk: OpenSession, at: int
):
    first, later = desk.plan.activities[0], desk.plan.activities[1:]
    begun = {first.id: Actual.made(start=NOW.time())}
    desk.do("Begin", [revise(desk.plan.session, date=TODAY, actual=begun, ended=None, status="planned")])
    desk.do("Shorten", [revise(first, minutes=10), *(revise(activity, minutes=10) for activity in later)])
    now = [NOW + timedelta(minutes=9, seconds=59, milliseconds=900)]
    faces, said = SessionFaces(desk, TODAY, lambda: now[0]), []
    faces.said.connect(said.append)
    in_front(qtbot, faces, 1200, 800)
    faces.show_face(at)
    now[0] = NOW + timedelta(minutes=10, milliseconds=100)
    qtbot.waitUntil(lambda: any("Time is up" in words for words in said))
    assert faces.choice.current == at
    faces.leave()


def test_what_is_typed_is_kept_on_the_way_to_another_face(faces: SessionFaces, desk: OpenSession):
    faces.show_face(REFLECT)
    Hands(faces).write("Calm")
    faces.choice.choose(ACCESS)
    assert desk.plan.session.reflection["went_well"] == "Calm"


def test_what_cannot_be_kept_is_said_whatever_face_is_seen(faces: SessionFaces):
    assert faces.save() == ""
    faces.show_face(PLAN)
    faces.plan.go_to_panel(SESSION)
    hands = Hands(faces)
    hands.go_to("Starts at")
    hands.write("when it rains")
    faces.choice.choose(ACCESS)
    assert faces.save().startswith("Starts at")


def test_a_face_shows_what_changed_while_it_was_not_seen(faces: SessionFaces, desk: OpenSession):
    faces.show_face(PLAN)
    faces.show_face(REGISTER)
    desk.do("Rename", [revise(desk.plan.activities[0], title="Comet song")])
    faces.show_face(PLAN)
    assert faces.plan.planning.model.rows[0].text.startswith("Comet song")


def test_a_finding_leads_from_any_face_to_its_line(faces: SessionFaces, desk: OpenSession):
    faces.show_face(PAPER)
    last = desk.plan.activities[-1].id
    faces.go_to(Line(LineKind.ACTIVITY, last, ""))
    assert (faces.choice.current, faces.plan.planning.current) == (PLAN, last)


def test_an_activity_that_is_added_by_the_menu_is_seen_at_once(faces: SessionFaces, desk: OpenSession):
    faces.show_face(REGISTER)
    before = len(desk.plan.activities)
    offered = {words: do for words, do, _ in faces.offers()}
    offered["&Add activity"]()
    assert len(desk.plan.activities) == before + 1
    assert faces.choice.current == PLAN
    assert Hands(faces).name == "Title"


def test_another_day_is_counted_from_in_a_face_that_is_made_later(faces: SessionFaces):
    faces.begin_day(date(2026, 9, 9))
    assert faces.access._today == date(2026, 9, 9)
    faces.begin_day(date(2026, 9, 10))
    assert faces.access._today == date(2026, 9, 10)


def test_leaving_makes_no_face(faces: SessionFaces):
    faces.show_face(REGISTER)
    told = heard(faces.said)
    assert faces.save() == ""
    faces.leave()
    assert made_of(faces) == [RegisterFace]
    assert told == []


def test_the_register_on_paper_asks_what_the_leader_asks(faces: SessionFaces, desk: OpenSession):
    desk.do("Ask", add_prompt((), "Who made the tea?")[1])
    faces.show_face(PAPER)
    faces.paper.choose([document.id for document in DOCUMENTS].index("register"))
    assert "Who made the tea?" in text_of(faces.paper.pdf)

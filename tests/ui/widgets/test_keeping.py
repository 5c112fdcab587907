"""Between a plan and the library, in place."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from amie_planner.domain.changes import revise
from amie_planner.domain.library import shelf
from amie_planner.domain.records import Adaptation, LibraryAdaptation
from amie_planner.ui.widgets import keeping
from amie_planner.ui.widgets.keeping import Keeping
from amie_planner.ui.workspace import OpenSession


@pytest.fixture
def own(desk: OpenSession, qtbot: QtBot) -> Keeping:
    """A change of the leader's own words."""
    desk.do("Reword", [revise(held(desk), library=None, what="Lamp first, then loud")])
    return shown(desk, qtbot)


def held(desk: OpenSession) -> Adaptation:
    return next(d for d in desk.plan.adaptations if d.id == "d3")


def shown(desk: OpenSession, qtbot: QtBot) -> Keeping:
    made = Keeping(desk, "d3")
    qtbot.addWidget(made)
    return made


def entry(desk: OpenSession) -> LibraryAdaptation:
    return next(e for e in shelf(desk.workspace.library()) if e.id == held(desk).library)


def test_a_change_of_ones_own_is_kept_with_what_it_needs_and_nobody_in_it(own: Keeping, desk: OpenSession) -> None:
    assert not own.keep.isHidden()
    own.keep.click()
    kept = entry(desk)
    assert (kept.title, kept.kit, kept.setup_minutes) == ("Lamp first, then loud", ("lamp",), 1)
    assert kept.barriers == ("sound-light-sensory",)
    own.refresh()
    assert own.keep.isHidden()
    assert own.copy_back.isHidden()
    assert own.lies.text() == "In your library: Lamp first, then loud"


def test_keeping_is_one_step_that_undo_takes_back(own: Keeping, desk: OpenSession) -> None:
    own.keep.click()
    assert desk.workspace.history.undoText() == "Keep ‘Lamp first, then loud’ in the library"
    desk.workspace.history.undo()
    assert desk.workspace.library() == ()
    assert held(desk).library is None


def test_what_was_learned_goes_back_into_the_entry_it_came_from(desk: OpenSession, qtbot: QtBot) -> None:
    keeping = shown(desk, qtbot)
    before = entry(desk)
    assert not keeping.copy_back.isHidden()
    keeping.copy_back.click()
    after = entry(desk)
    assert after.kit == ("lamp",)
    assert after.title == "Count in with five fingers, lights dip before the loud part"
    assert after.what == before.what
    keeping.refresh()
    assert keeping.copy_back.isHidden()


def test_a_change_that_is_as_its_entry_has_nothing_to_copy_back(desk: OpenSession, qtbot: QtBot) -> None:
    same = entry(desk)
    fields = {name: getattr(same, name) for name in ("reach", "kit", "nothing_needed", "setup_minutes", "set_up")}
    fields |= {"lead_days": same.lead_days, "fallback": same.fallback, "what": same.title}
    desk.do("As it came", [revise(held(desk), **fields)])
    assert shown(desk, qtbot).copy_back.isHidden()


@pytest.mark.parametrize(("answer", "kept"), [(0, False), (1, True), (-1, False)])
def test_a_name_in_the_words_is_asked_about_before_it_goes(
    desk: OpenSession, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: int, kept: bool
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(keeping, "ask", lambda _, question, *answers: asked.append(question) or answer)
    desk.do("Reword", [revise(held(desk), library=None, what="Moss chooses first")])
    shown(desk, qtbot).keep.click()
    assert "“Moss”" in asked[0]
    assert bool(desk.workspace.library()) is kept

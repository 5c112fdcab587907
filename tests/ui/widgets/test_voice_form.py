"""One voice entry: who, how, what it touches in any session, and what became of it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from amie_planner.domain import edits
from amie_planner.domain.changes import revise
from amie_planner.domain.records import Touch, VoiceEntry
from amie_planner.ui.widgets.tick_box import TickBox
from amie_planner.ui.widgets.voice_form import TouchesAnywhere, VoiceForm, what_it_offers
from amie_planner.ui.widgets.voice_panel import VoicePanel
from amie_planner.ui.workspace import OpenProgramme, OpenSession


def entry(desk: OpenProgramme) -> VoiceEntry:
    return desk.series.voice[0]


def shown(qtbot: QtBot, desk: OpenProgramme, session: str = "") -> VoiceForm:
    form = VoiceForm(desk, entry(desk).id, session)
    desk.workspace.changed.connect(lambda changes: form.refresh())
    qtbot.addWidget(form)
    form.show()
    return form


def ticks(within: QWidget) -> dict[str, TickBox]:
    return {box.accessibleName(): box for box in within.findChildren(TickBox) if box.isVisible()}


def touches(form: VoiceForm) -> TouchesAnywhere:
    field = form.fields["touches"]
    assert isinstance(field, TouchesAnywhere)
    return field


def look_at(field: TouchesAnywhere, session: str) -> None:
    combo = field._sessions.combo
    at = combo.findText(session)
    assert at >= 0
    combo.setCurrentIndex(at)
    combo.activated.emit(at)
    QApplication.processEvents()


def test_beside_a_session_only_that_one_is_touched_and_others_are_kept(qtbot: QtBot, desk: OpenSession):
    elsewhere = Touch(session="s2")
    desk.do("Touch", [revise(entry(desk), touches=(*entry(desk).touches, elsewhere))])
    form = shown(qtbot, desk, "s1")
    assert "session" not in form.fields
    ticks(form)["Hello song"].click()
    assert set(entry(desk).touches) == {
        elsewhere,
        Touch(session="s1", activity="a1"),
        Touch(session="s1", activity="a2"),
    }


def test_it_opens_on_the_session_that_is_touched(qtbot: QtBot, desk: OpenSession):
    field = touches(shown(qtbot, desk))
    assert field._sessions.value() == "s1"
    assert ticks(field)["Arriving: low space drone and lights"].isChecked()


def test_any_session_may_be_touched_and_choosing_where_to_look_edits_nothing(qtbot: QtBot, desk: OpenSession):
    form = shown(qtbot, desk)
    before = entry(desk).touches
    look_at(touches(form), "Moon landing, 15 September")
    form.save()
    assert entry(desk).touches == before
    assert not desk.workspace.history.count()
    ticks(touches(form))["The session as a whole"].click()
    assert entry(desk).touches == (*before, Touch(session="s2"))
    look_at(touches(form), "Lift-off, 8 September")
    assert ticks(touches(form))["Arriving: low space drone and lights"].isChecked()


def test_where_no_session_is_chosen_there_is_nothing_to_tick(qtbot: QtBot, desk: OpenSession):
    desk.do("Let go", [revise(entry(desk), touches=())])
    field = touches(shown(qtbot, desk))
    assert ticks(field) == {}
    look_at(field, "Moon landing, 15 September")
    assert "The session as a whole" in ticks(field)
    look_at(field, "Choose a session")
    assert ticks(field) == {}


def test_ticks_say_which_session_they_are_about(qtbot: QtBot, desk: OpenSession):
    (first, *_) = ticks(touches(shown(qtbot, desk))).values()
    assert first.accessibleDescription().startswith("What it touches in Lift-off, 8 September.")


def test_the_whole_group_takes_the_place_of_each_one(qtbot: QtBot, desk: OpenSession):
    form = shown(qtbot, desk)
    assert [name for name, box in ticks(form.fields["from_whom"]).items() if box.isChecked()] == ["Sky"]
    ticks(form)["The whole group"].click()
    assert entry(desk).from_whom == "group"
    assert [name for name, box in ticks(form.fields["from_whom"]).items() if box.isChecked()] == ["The whole group"]
    ticks(form)["Moss"].click()
    assert entry(desk).from_whom == ("p2",)
    assert not ticks(form)["The whole group"].isChecked()


def test_people_who_are_archived_are_offered_only_where_it_is_theirs(qtbot: QtBot, desk: OpenSession):
    desk.do("Archive", [revise(p, archived=True) for p in desk.series.people if p.alias != "River"])
    assert list(ticks(shown(qtbot, desk).fields["from_whom"])) == ["The whole group", "Sky", "River"]


@pytest.mark.parametrize(
    ("name", "words"), [("method", "Recording"), ("method", "Symbol choice"), ("outcome", "Adapted")]
)
def test_ways_with_and_without_speech_are_offered(qtbot: QtBot, desk: OpenSession, name: str, words: str):
    combo = shown(qtbot, desk).fields[name].control
    assert combo.findText(words) > 0


def test_a_programme_without_sessions_has_none_to_touch(qtbot: QtBot, desk: OpenSession):
    for session in ("s1", "s2"):
        desk.do("Remove", edits.remove_session(desk.series, session))
    form = VoiceForm(OpenProgramme(desk.workspace, desk.programme), entry(desk).id)
    qtbot.addWidget(form)
    assert not {"session", "touches"} & form.fields.keys()


def test_what_cannot_be_kept_is_said(qtbot: QtBot, desk: OpenSession):
    form = shown(qtbot, desk)
    form.fields["told_on"].line.setText("some day")
    form.save()
    assert form.problem.startswith("They were told on. That is not a date.")


def test_what_it_offers_follows_people_sessions_and_activities(desk: OpenSession):
    before = what_it_offers(desk.series)
    desk.do("Told", [revise(entry(desk), told_how="A song")])
    assert what_it_offers(desk.series) == before
    desk.do("Rename", [revise(desk.plan.activities[0], title="Hello")])
    assert what_it_offers(desk.series) != before


def test_the_panel_beside_a_session_uses_the_same_form(qtbot: QtBot, desk: OpenSession):
    panel = VoicePanel(desk)
    qtbot.addWidget(panel)
    panel.voice.choose(entry(desk).id)
    assert panel.findChildren(VoiceForm)
    desk.do("Without words", [revise(entry(desk), text=None)])
    panel.refresh()
    assert panel.voice.model.rows[0].text == "Something noticed · Adopted · in this session"

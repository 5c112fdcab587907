"""Replying in place: each answer is kept when it is chosen, can be undone, and comes back in the next session."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner import checks
from amie_planner.checks.conversation import Turn, conversation, series_conversation
from amie_planner.domain.edits.replies import Answered, give_reply, reach_reply, take_back_reply
from amie_planner.domain.records import Reply
from amie_planner.domain.vocabulary import ReplyFor, ReplyKind
from amie_planner.ui.widgets.choice_row import ChoiceRow
from amie_planner.ui.widgets.reply_form import ReplyForm
from amie_planner.ui.workspace import OpenProgramme, OpenSession

Key = Qt.Key


def about(desk: OpenSession, check: str = "E01") -> Turn:
    """What a check finds in the open session, and what was replied."""
    plan = desk.plan
    return next(t for t in conversation(plan, checks.run(plan)) if t.finding.check == check)


@pytest.fixture
def desk(desk: OpenSession) -> OpenSession:
    """The second session of space-sounds, without any reply of its first."""
    for reply in desk.series.replies:
        desk.do("Take back", take_back_reply(reply))
    return OpenSession(desk.workspace, desk.programme, "s2")


@pytest.fixture
def form(qtbot: QtBot, desk: OpenSession) -> ReplyForm:
    made = in_front(qtbot, ReplyForm(desk), 460, 600)
    desk.workspace.changed.connect(lambda changes: made.show_turn(about(desk)))
    made.show_turn(about(desk))
    made.open()
    return made


def choose(form: ReplyForm, kind: ReplyKind) -> None:
    row = form.kind.fields["reply"]
    assert isinstance(row, ChoiceRow)
    row.buttons[kind].click()


def the_reply(desk: OpenSession) -> Reply:
    (reply,) = desk.series.replies
    return reply


def test_a_reply_is_kept_when_it_is_chosen_and_said(form: ReplyForm, desk: OpenSession):
    told = heard(form.said)
    choose(form, ReplyKind.PARKED)
    reply = the_reply(desk)
    assert (reply.check, reply.session, reply.reply) == ("E01", "s2", ReplyKind.PARKED)
    assert reply.lines == tuple(line.id for line in about(desk).finding.lines)
    assert told == ["Your reply: Parked."]


def test_what_is_asked_about_a_reply_is_asked_once_there_is_one(form: ReplyForm, desk: OpenSession):
    assert not any(part.isVisible() for part in (form.because, form.until, form.reach))
    choose(form, ReplyKind.NOT_THIS_TIME)
    assert [part.isVisible() for part in (form.because, form.until, form.reach)] == [True, False, True]
    choose(form, ReplyKind.PARKED)
    assert form.until.isVisible()


def test_the_reason_the_day_and_the_reach_are_kept_as_they_are_written(form: ReplyForm, desk: OpenSession):
    choose(form, ReplyKind.PARKED)
    hands = Hands(form)
    form.because.fields["because"].setFocus()
    hands.write("The hall is full")
    hands.press(Key.Key_Tab)
    hands.write("6/10/2026")
    hands.press(Key.Key_Tab)
    assert (the_reply(desk).because, the_reply(desk).until) == ("The hall is full", date(2026, 10, 6))
    reach = form.reach.fields["reach"]
    assert isinstance(reach, ChoiceRow)
    reach.buttons[ReplyFor.PROGRAMME].click()
    assert the_reply(desk).reach is ReplyFor.PROGRAMME
    replied = about(desk).replied
    assert replied is not None
    assert replied.folds


def test_choosing_the_same_reply_again_takes_it_back_and_undo_brings_it(form: ReplyForm, desk: OpenSession):
    choose(form, ReplyKind.ACTED_ON)
    choose(form, ReplyKind.ACTED_ON)
    assert desk.series.replies == ()
    desk.workspace.history.undo()
    assert the_reply(desk).reply is ReplyKind.ACTED_ON
    assert form.reply is ReplyKind.ACTED_ON


def test_a_reply_of_an_earlier_session_is_shown_and_answered_anew(qtbot: QtBot, desk: OpenSession):
    first = OpenSession(desk.workspace, desk.programme, "s1")
    made = in_front(qtbot, ReplyForm(first), 460, 600)
    made.show_turn(about(first))
    choose(made, ReplyKind.ON_PURPOSE)
    made.show_turn(about(first))
    made.because.fields["because"].show_value("We repeat")
    made.because.fields["because"].edited.emit()
    made.save()
    later = in_front(qtbot, ReplyForm(desk), 460, 600)
    later.show_turn(about(desk))
    assert later.reply is None
    choose(later, ReplyKind.ON_PURPOSE)
    replies = {reply.session: reply for reply in desk.series.replies}
    assert set(replies) == {"s1", "s2"}
    assert replies["s2"].because == "We repeat"


def test_a_question_is_looked_at_first_and_a_third_is_refused_in_words(form: ReplyForm, desk: OpenSession):
    desk.keep(desk.series.programme, "Focus", focus=())
    told = heard(form.said)
    form.focus.buttons[ReplyFor.SESSION].click()
    assert desk.plan.focus == ("E01",)
    form.focus.buttons[ReplyFor.PROGRAMME].click()
    assert desk.series.programme.focus == ("E01",)
    assert told == []
    desk.keep(desk.plan.session, "Focus", focus=("A01", "D02"))
    desk.keep(desk.series.programme, "Focus", focus=())
    form.show_turn(about(desk))
    form.focus.buttons[ReplyFor.SESSION].click()
    assert told == [form.refused.text()]
    assert form.refused.isVisible()
    assert told[0].startswith("Two questions are to be looked at first already. Let go of one of them. They are: Whose")
    assert form.focus.value() is None


def test_a_reply_to_a_series_is_for_the_programme_and_asks_for_no_reach(qtbot: QtBot, desk: OpenSession):
    programme = OpenProgramme(desk.workspace, desk.programme)
    series = desk.series
    found = checks.run_series(series, None, None)
    made = in_front(qtbot, ReplyForm(programme), 460, 600)
    made.show_turn(series_conversation(series, found)[0])
    made.open()
    choose(made, ReplyKind.ACTED_ON)
    assert (the_reply(desk).session, the_reply(desk).reach) == (None, ReplyFor.PROGRAMME)
    made.show_turn(series_conversation(desk.series, found)[0])
    assert made.because.isVisible()
    assert not made.reach.isVisible()


def test_nothing_is_asked_while_no_finding_is_chosen(form: ReplyForm):
    form.show_turn(None)
    assert not form.is_open
    assert form.check == ""
    assert form.reply is None


def test_what_cannot_be_kept_of_one_finding_is_said_and_never_kept_with_another(form: ReplyForm, desk: OpenSession):
    choose(form, ReplyKind.PARKED)
    form.show_turn(about(desk, "E09"))
    form.open()
    choose(form, ReplyKind.PARKED)
    form.show_turn(about(desk, "E09"))
    told = heard(form.said)
    form.until.fields["until"].setFocus()
    Hands(form).write("32/13")
    form.show_turn(about(desk, "E01"))
    assert told == ["Not kept: Parked until. That is not a date. Write the day first, such as 8/9/2026."]
    assert form.until.fields["until"].value() is None
    form.save()
    assert {reply.check: reply.until for reply in desk.series.replies} == {"E01": None, "E09": None}


def test_a_reply_for_the_programme_can_be_made_one_for_this_session_from_another(form: ReplyForm, desk: OpenSession):
    given_in_s1 = OpenSession(desk.workspace, desk.programme, "s1")
    found = about(given_in_s1, "E09").finding
    to = Answered("E09", found.answer.value, (), "s1")
    desk.do("Reply", give_reply(desk.series, to, ReplyKind.ON_PURPOSE))
    (reply,) = desk.series.replies
    desk.do("Reach", reach_reply(reply, to, ReplyFor.PROGRAMME))
    form.show_turn(about(desk, "E09"))
    reach = form.reach.fields["reach"]
    assert isinstance(reach, ChoiceRow)
    reach.buttons[ReplyFor.SESSION].click()
    assert (the_reply(desk).session, the_reply(desk).reach) == ("s2", ReplyFor.SESSION)
    assert about(desk, "E09").replied is not None
    assert about(given_in_s1, "E09").replied is None

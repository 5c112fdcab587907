"""What is replied to a finding is kept with its lines, can be changed and taken back; two questions come first."""

from __future__ import annotations

from datetime import date

import pytest
from tests.plans import a_series

from amie_planner.domain import edits
from amie_planner.domain.edits.replies import (
    Answered,
    change_reply,
    focus_on,
    give_reply,
    reach_reply,
    take_back_reply,
)
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Reply
from amie_planner.domain.vocabulary import ReplyFor, ReplyKind
from amie_planner.errors import AmieError


def a_term(**parts: object) -> Series:
    """Two sessions, and whatever else."""
    return a_series(sessions=[{"id": "s1", "title": "One"}, {"id": "s2", "title": "Two"}], **parts)


ASKED = frozenset({"A01", "E01", "D02", "H11"})


def to(line: str = "r1/a1", session: str | None = "s1") -> Answered:
    """A finding of E01 about one cell."""
    return Answered("E01", "worth a look", (line,), session)


def given(series: Series, kind: ReplyKind = ReplyKind.PARKED, session: str | None = "s1") -> tuple[Series, Reply]:
    """The series after a reply about one cell, and the reply."""
    after = series.after(give_reply(series, to(session=session), kind))
    return after, after.replies[-1]


def test_a_reply_keeps_its_check_its_lines_and_its_session():
    _, reply = given(a_term())
    assert (reply.check, reply.answer, reply.lines, reply.session) == ("E01", "worth a look", ("r1/a1",), "s1")
    assert (reply.reply, reply.reach) == (ReplyKind.PARKED, ReplyFor.SESSION)


def test_a_reply_to_a_series_is_for_the_programme():
    _, reply = given(a_term(), session=None)
    assert (reply.session, reply.reach) == (None, ReplyFor.PROGRAMME)


def test_replies_have_ids_of_their_own():
    series, first = given(a_term())
    _, second = given(series, session="s2")
    assert first.id != second.id


@pytest.mark.parametrize(("kind", "because"), [(ReplyKind.PARKED, "The hall is full"), (ReplyKind.ACTED_ON, None)])
def test_the_reason_of_an_earlier_reply_goes_with_the_same_reply_only(kind: ReplyKind, because: str | None):
    series, first = given(a_term())
    first = first.revised(because="The hall is full", until=date(2026, 10, 1))
    (change,) = give_reply(series, to("r1/a2", "s2"), kind, first)
    assert isinstance(change.after, Reply)
    assert (change.after.because, change.after.until) == (because, None)


def test_another_reply_keeps_the_reason_and_lets_the_day_go_unless_it_is_parked():
    _, reply = given(a_term())
    reply = reply.revised(because="Soon", until=date(2026, 10, 1))
    (acted,) = change_reply(reply, to(), ReplyKind.ACTED_ON, stale=False)
    assert acted.after == reply.revised(reply="acted on", until=None)
    (parked,) = change_reply(reply, to(), ReplyKind.PARKED, stale=False)
    assert parked.after == reply


def test_a_stale_reply_that_is_given_again_is_about_the_lines_of_now():
    _, reply = given(a_term())
    (change,) = change_reply(reply, to("r1/a2", "s2"), ReplyKind.ACTED_ON, stale=True)
    assert change.after == reply.revised(reply="acted on", lines=["r1/a2"], session="s2")
    (fitting,) = change_reply(reply, to("r1/a2", "s2"), ReplyKind.ACTED_ON, stale=False)
    assert fitting.after == reply.revised(reply="acted on")


def test_a_reply_that_is_taken_back_is_gone():
    series, reply = given(a_term())
    assert series.after(take_back_reply(reply)).replies == ()


def test_a_question_is_looked_at_first_in_one_session_or_in_every_one():
    series = a_term()
    here = series.after(focus_on(series, "A01", ReplyFor.SESSION, "s1", ASKED))
    assert (here.plan("s1").focus, here.plan("s2").focus) == (("A01",), ())
    every = here.after(focus_on(here, "A01", ReplyFor.PROGRAMME, "s1", ASKED))
    assert (every.plan("s1").focus, every.plan("s2").focus) == (("A01",), ("A01",))
    assert every.plan("s1").session.focus == ()
    back = every.after(focus_on(every, "A01", ReplyFor.SESSION, "s1", ASKED))
    assert (back.plan("s1").focus, back.plan("s2").focus) == (("A01",), ())
    none = back.after(focus_on(back, "A01", None, "s1", ASKED))
    assert none.plan("s1").focus == ()


def test_a_series_looks_at_a_question_in_every_session():
    series = a_term()
    assert series.after(focus_on(series, "H11", ReplyFor.PROGRAMME, None, ASKED)).programme.focus == ("H11",)


def test_a_third_question_is_refused_in_words_and_one_of_the_two_may_change_its_reach():
    series = a_term()
    for check in ("A01", "E01"):
        series = series.after(focus_on(series, check, ReplyFor.SESSION, "s1", ASKED))
    with pytest.raises(AmieError, match="Two questions are to be looked at first already"):
        focus_on(series, "D02", ReplyFor.SESSION, "s1", ASKED)
    with pytest.raises(AmieError, match="Two questions"):
        focus_on(series, "D02", ReplyFor.PROGRAMME, "s1", ASKED)
    moved = series.after(focus_on(series, "E01", ReplyFor.PROGRAMME, "s1", ASKED))
    assert moved.plan("s1").focus == ("A01", "E01")
    assert focus_on(series, "A01", ReplyFor.SESSION, "s1", ASKED)[0].after == series.plan("s1").session.revised(
        focus=("E01", "A01")
    )


def test_only_questions_that_are_asked_take_a_place_to_be_looked_at_first():
    series = a_term(programme={"uid": "u", "title": "T", "focus": ["R01", "D11"]})
    after = series.after(focus_on(series, "A01", ReplyFor.SESSION, "s1", ASKED))
    assert after.plan("s1").focus == ("A01", "R01", "D11")


def test_a_reply_that_reaches_a_session_is_for_that_in_which_it_is_chosen():
    _, reply = given(a_term())
    (whole,) = reach_reply(reply, to("r1/a2", "s2"), ReplyFor.PROGRAMME)
    assert whole.after == reply.revised(reach="programme")
    (here,) = reach_reply(reply.revised(reach="programme", session=None), to("r1/a2", "s2"), ReplyFor.SESSION)
    assert here.after == reply.revised(lines=["r1/a2"], session="s2")


def test_a_reply_for_the_programme_stays_when_the_session_it_was_given_in_goes():
    series, first = given(a_term())
    series = series.after(reach_reply(first, to(), ReplyFor.PROGRAMME))
    series, _ = given(series)
    after = series.after(edits.remove_session(series, "s1"))
    assert [(reply.reach, reply.session) for reply in after.replies] == [(ReplyFor.PROGRAMME, None)]


def test_a_reply_over_time_leaves_with_the_session_or_the_line_that_it_names():
    series = a_series(sessions=[{"id": "s1", "title": "One", "activities": [{"id": "a1"}, {"id": "a2"}]}])
    for line in ("s1", "s1/a1"):
        said = series.after(give_reply(series, to(line, None), ReplyKind.ACTED_ON))
        assert said.after(edits.remove_session(said, "s1")).replies == ()
    assert said.after(edits.remove_activity(said, "s1", "a1")).replies == ()
    assert said.after(edits.remove_activity(said, "s1", "a2")).replies == said.replies

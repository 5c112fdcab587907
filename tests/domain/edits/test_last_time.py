"""Each answer to what comes back is one step, says what became of it, and is taken back whole."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.changes import inverse, revise
from amie_planner.domain.edits import last_time as edits
from amie_planner.domain.edits.programmes import remove_session
from amie_planner.domain.edits.replies import Answered
from amie_planner.domain.last_time import ideas, notes, would_change
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Reply
from amie_planner.domain.vocabulary import Status
from amie_planner.errors import AmieError

TO = Answered("H04", "worth a look", ("a2",), "s2")


def series_with(here: dict[str, Any] | None = None, earlier: dict[str, Any] | None = None, **parts: Any) -> Series:
    before = {"id": "s1", "title": "One", "date": "2026-09-01", "next_time": [{"id": "n1", "text": "Lamp\nbefore  b"}]}
    before |= earlier or {}
    days = {"date": "2026-09-08", **(here or {})}
    after = [{"id": f"s{n}", "title": "After", "date": f"2026-09-{7 * n - 6}"} for n in (3, 4)]
    return a_series(sessions=[before, {"id": "s2", "title": "Two", **days}, *after], **parts)


VOICE = [{"id": "v1", "text": "More drums", "session": "s1", "touches": [{"session": "s1"}]}]


@pytest.mark.parametrize(
    ("held", "then"),
    [(None, "Lamp before b"), ("Bring tea\n", "Bring tea\nLamp before b"), ("Lamp  before b", "Lamp  before b")],
)
def test_a_note_that_is_taken_becomes_a_line_of_the_notes_once(held: str | None, then: str):
    series = series_with({"notes": held})
    (offer,) = notes(series, "s2")
    changes = edits.take_note(series, "s2", offer)
    after = series.after(changes)
    assert after.sessions[1].session.notes == then
    assert after.sessions[0].next_time[0].answer == "taken"
    assert after.after(inverse(changes)) == series


def test_a_note_that_was_taken_comes_back_once_its_session_is_cancelled_and_is_taken_again():
    series = series_with()
    series = series.after(edits.take_note(series, "s2", notes(series, "s2")[0]))
    assert notes(series, "s3") == ()
    series = series.after([revise(series.plan("s2").session, status=Status.CANCELLED)])
    (offer,) = notes(series, "s3")
    again = series.after(edits.take_note(series, "s3", offer))
    assert (notes(again, "s3"), notes(again, "s4")) == ((), ())
    assert again.plan("s3").session.notes == "Lamp before b"


def test_a_note_that_was_taken_comes_back_once_its_session_is_removed():
    series = series_with()
    taken = series.after(edits.take_note(series, "s2", notes(series, "s2")[0]))
    changes = remove_session(taken, "s2")
    after = taken.after(changes)
    assert [offer.note.answer for offer in notes(after, "s3")] == [None]
    assert after.after(inverse(changes)) == taken
    assert notes(taken.after(remove_session(taken, "s3")), "s4") == ()


def test_a_note_that_is_declined_comes_no_more():
    series = series_with()
    after = series.after(edits.decline_note(series, notes(series, "s2")[0]))
    assert (notes(after, "s2"), notes(after, "s3")) == ((), ())


def test_a_note_is_parked_as_often_as_one_likes_and_each_time_misses_one_session():
    """Each step is taken back by itself."""
    series = series_with()
    for here in ("s2", "s3"):
        (offer,) = notes(series, here)
        changes = edits.park_note(series, here, offer)
        after = series.after(changes)
        assert notes(after, here) == ()
        assert after.after(inverse(changes)) == series
        series = after
    assert [bool(notes(series, f"s{n}")) for n in (2, 3, 4)] == [False, False, True]
    assert [reply.session for reply in series.replies] == ["s2", "s3"]


def test_a_parked_note_that_is_taken_says_where_and_one_that_is_declined_leaves_no_reply():
    series = series_with()
    parked = series.after(edits.park_note(series, "s2", notes(series, "s2")[0]))
    (offer,) = notes(parked, "s3")
    taken = parked.after(edits.take_note(parked, "s3", offer))
    assert [(reply.session, reply.reply) for reply in taken.replies] == [("s3", "acted on")]
    assert parked.after(edits.decline_note(parked, offer)).replies == ()


def test_what_one_would_change_becomes_a_line_of_the_notes_and_is_not_offered_again():
    series = series_with(earlier={"reflection": {"change": "A quieter\nstart"}})
    (offer,) = would_change(series, "s2")
    changes = edits.take_would_change(series, "s2", offer)
    after = series.after(changes)
    assert after.sessions[1].session.notes == "A quieter start"
    assert (would_change(after, "s2"), would_change(after, "s3")) == ((), ())
    assert after.after(inverse(changes)) == series


@pytest.mark.parametrize(
    ("edit", "offered_in"),
    [(edits.park_would_change, ["s3", "s4"]), (edits.decline_would_change, [])],
    ids=["park", "decline"],
)
def test_what_one_would_change_is_parked_or_declined(edit: Any, offered_in: list[str]):
    series = series_with(earlier={"reflection": {"change": "A quieter start"}})
    after = series.after(edit(series, "s2", would_change(series, "s2")[0]))
    assert [f"s{n}" for n in (2, 3, 4) if would_change(after, f"s{n}")] == offered_in
    assert after.sessions[0] == series.sessions[0]


def test_an_idea_that_is_taken_has_a_place_in_the_session_and_keeps_the_others():
    series = series_with(voice=VOICE)
    after = series.after(edits.take_idea(series, "s2", series.voice[0]))
    assert [touch.session for touch in after.voice[0].touches] == ["s1", "s2"]
    assert after.voice[0].outcome is None
    assert (ideas(after, "s2"), ideas(after, "s3")) == ((), ())


@pytest.mark.parametrize(
    ("edit", "comes_again"), [(edits.park_idea, True), (edits.decline_idea, False)], ids=["park", "decline"]
)
def test_what_becomes_of_an_idea_is_left_open_by_parking_and_declining(edit: Any, comes_again: bool):
    series = series_with(voice=VOICE)
    after = series.after(edit(series, "s2", series.voice[0]))
    assert (ideas(after, "s2"), after.voice) == ((), series.voice)
    assert bool(ideas(after, "s3")) is comes_again


def test_an_idea_has_one_answer_at_a_time():
    series = series_with(voice=VOICE)
    parked = series.after(edits.park_idea(series, "s2", series.voice[0]))
    declined = parked.after(edits.decline_idea(parked, "s3", series.voice[0]))
    assert [(reply.session, reply.reply) for reply in declined.replies] == [("s3", "not this time")]
    taken = parked.after(edits.take_idea(parked, "s3", series.voice[0]))
    assert taken.replies == ()


def test_a_question_is_looked_at_first_here_before_those_of_the_programme():
    series = series_with({"focus": ["A02", "gone"]}, programme={"uid": "u1", "title": "P", "focus": ["E01", "R01"]})
    asked = ("A02", "E01", "R01", "H04", "D01")
    after = series.after(edits.look_first(series, "s2", "H04", asked))
    assert after.plan("s2").focus == ("A02", "gone", "H04", "E01", "R01")
    with pytest.raises(AmieError, match="two questions to look at first"):
        edits.look_first(after, "s2", "D01", asked)


def reply(**fields: Any) -> tuple[Series, Reply]:
    given = {"check": "H04", "answer": "worth a look", "lines": ["a2"], "reply": "parked", "until": "2026-09-08"}
    series = series_with(replies=[given | fields])
    return series, series.replies[0]


def shown(series: Series) -> list[tuple[str | None, str | None, str | None, bool]]:
    return [(r.session, r.reach, r.reply, r.until is None) for r in series.replies]


def test_a_reply_of_an_earlier_session_stays_and_this_session_gets_its_own():
    series, held = reply(session="s1", **{"for": "session"})
    first = ("s1", "session", "parked", False)
    again = series.after(edits.park_again(series, TO, held))
    assert shown(again) == [first, ("s2", "session", "parked", True)]
    declined = series.after(edits.decline_parked(series, TO, held))
    assert shown(declined) == [first, ("s2", "session", "not this time", True)]


def test_a_reply_of_this_session_is_said_anew():
    series, held = reply(session="s2", **{"for": "session"})
    assert shown(series.after(edits.park_again(series, TO, held))) == [("s2", "session", "parked", True)]
    assert shown(series.after(edits.decline_parked(series, TO, held))) == [("s2", "session", "not this time", True)]


def test_a_reply_for_the_whole_programme_is_put_off_here_and_declined_everywhere():
    series, held = reply(**{"for": "programme"})
    again = series.after(edits.park_again(series, TO, held))
    assert shown(again) == [(None, "programme", "parked", False), ("s2", "session", "parked", True)]
    declined = series.after(edits.decline_parked(series, TO, held))
    assert shown(declined) == [(None, "programme", "not this time", True)]

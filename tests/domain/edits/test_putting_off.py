"""One reply at a time is kept of what comes back, or where it was parked; and it is taken back whole."""

from __future__ import annotations

from tests.plans import a_series

from amie_planner.domain.changes import inverse
from amie_planner.domain.edits.putting_off import say, unsay
from amie_planner.domain.putting_off import LAST_TIME
from amie_planner.domain.vocabulary import ReplyFor, ReplyKind
from amie_planner.exchange.plan_file import read, write

SERIES = a_series(
    sessions=[{"id": "s1", "title": "One"}, {"id": "s2", "title": "Two"}],
    replies=[{"check": "H01", "lines": ["v1"], "session": "s1", "reply": "parked"}],
)


def test_what_is_said_takes_the_place_of_what_was_said_before_and_of_nothing_else():
    first = SERIES.after(say(SERIES, "s1", "v1", ReplyKind.PARKED))
    changes = say(first, "s2", "v1", ReplyKind.NOT_THIS_TIME)
    after = first.after(changes)
    assert after.after(inverse(changes)) == first
    heard, said = after.replies
    assert heard == SERIES.replies[0]
    assert (said.check, said.session, said.reply, said.reach) == (LAST_TIME, "s2", "not this time", ReplyFor.SESSION)
    assert len({reply.id for reply in (*first.replies, said)}) == 3


def test_what_is_parked_in_two_sessions_is_so_in_both_and_once_in_each_until_it_is_answered():
    parked = SERIES
    for here in ("s1", "s2", "s2"):
        parked = parked.after(say(parked, here, "v1", ReplyKind.PARKED))
    assert [reply.session for reply in parked.replies if reply.check == LAST_TIME] == ["s1", "s2"]
    declined = parked.after(say(parked, "s2", "v1", ReplyKind.NOT_THIS_TIME))
    assert [reply.reply for reply in declined.replies if reply.check == LAST_TIME] == ["not this time"]


def test_what_was_said_of_one_thing_goes_alone():
    both = SERIES.after(say(SERIES, "s1", "v1", ReplyKind.PARKED))
    both = both.after(say(both, "s1", "v2", ReplyKind.PARKED))
    assert [reply.lines for reply in both.after(unsay(both, "v1")).replies] == [("v1",), ("v2",)]
    assert unsay(SERIES, "v1") == ()


def test_a_plan_file_keeps_it():
    said = SERIES.after(say(SERIES, "s2", "v1", ReplyKind.PARKED))
    assert [reply.revised(id="y1") for reply in read(write(said)).replies] == [
        reply.revised(id="y1") for reply in said.replies
    ]

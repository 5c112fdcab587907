"""What earlier sessions offer to the next: until it is taken, declined or to be stopped; what was parked comes back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain import carrying_on
from amie_planner.domain.carrying_on import offered, said_of, unresolved, where_to_answer
from amie_planner.domain.plan import Series
from amie_planner.domain.putting_off import LAST_TIME

TODAY = date(2026, 10, 30)


def of_sessions(*sessions: dict[str, Any], **parts: Any) -> Series:
    """A programme whose sessions s1, s2 … are a week apart from 1 September."""
    return a_series(
        sessions=[
            {"id": f"s{n}", "title": f"Session {n}", "date": f"2026-09-{7 * n - 6:02}", **fields}
            for n, fields in enumerate(sessions, 1)
        ],
        **parts,
    )


def holding(id: str = "d1", **fields: Any) -> dict[str, Any]:
    return {"adaptations": [{"id": id, "what": "Count in with fingers", **fields}]}


def ids(series: Series, session: str) -> list[str]:
    return [f"{offer.session.id}/{offer.adaptation.id}" for offer in offered(series, session)]


@pytest.mark.parametrize(
    ("went", "is_offered"),
    [
        ({"verdict": "worked", "then": "keep"}, True),
        ({"verdict": "not", "then": "change"}, True),
        ({"verdict": "not used", "then": "keep"}, True),
        ({"verdict": "worked"}, True),
        ({"verdict": "partly"}, True),
        ({"verdict": "not"}, True),
        ({"verdict": "not used"}, False),
        ({"verdict": "worked", "then": "stop"}, False),
        ({"verdict": "worked", "carried": "declined"}, False),
        ({"verdict": "worked", "carried": "taken"}, False),
        ({}, False),
    ],
)
def test_what_has_a_verdict_is_offered_unless_it_ends_there(went: dict[str, str], is_offered: bool):
    assert ids(of_sessions(holding(**went), {}), "s2") == (["s1/d1"] if is_offered else [])


def test_it_is_offered_to_each_later_session_and_to_no_earlier_one():
    series = of_sessions({}, holding(verdict="partly"), {}, {})
    assert [ids(series, f"s{n}") for n in (1, 2, 3, 4)] == [[], [], ["s2/d1"], ["s2/d1"]]


def test_what_comes_from_the_session_just_before_stands_first():
    series = of_sessions(holding(what="Slow down", verdict="partly"), holding(verdict="partly"), {})
    assert ids(series, "s3") == ["s2/d1", "s1/d1"]


@pytest.mark.parametrize("status", ["planned", "delivered", None])
def test_once_a_later_change_follows_it_it_is_taken(status: str | None):
    follower = holding(what="Other words", follows={"session": "s1", "adaptation": "d1"}) | {"status": status}
    series = of_sessions(holding(verdict="worked"), follower, {})
    assert ids(series, "s2") == ids(series, "s3") == []


def test_what_a_draft_took_is_taken_there_and_offered_to_the_sessions_after_it():
    follower = holding(follows={"session": "s1", "adaptation": "d1"}) | {"status": "draft"}
    series = of_sessions(holding(verdict="worked"), follower, {})
    assert (ids(series, "s2"), ids(series, "s3")) == ([], ["s1/d1"])
    assert not unresolved(series, TODAY)


def test_what_a_later_session_took_is_still_offered_to_the_one_before_it():
    follower = holding(follows={"session": "s1", "adaptation": "d1"})
    assert ids(of_sessions(holding(verdict="worked"), {}, follower), "s2") == ["s1/d1"]


def test_a_change_that_was_taken_into_a_session_that_was_cancelled_is_offered_again():
    follower = holding(follows={"session": "s1", "adaptation": "d1"}) | {"status": "cancelled"}
    assert ids(of_sessions(holding(verdict="worked"), follower, {}), "s3") == ["s1/d1"]


def test_a_change_that_follows_itself_or_a_later_one_takes_nothing():
    itself = holding(verdict="worked", follows={"session": "s1", "adaptation": "d1"})
    assert ids(of_sessions(itself, {}), "s2") == ["s1/d1"]
    before = holding(id="d7", what="Other words", follows={"session": "s2", "adaptation": "d1"})
    assert ids(of_sessions(before, holding(verdict="worked"), {}), "s3") == ["s2/d1"]


def following(session: str, id: str = "d1", **fields: Any) -> dict[str, Any]:
    return holding(what=f"After {session}", follows={"session": session, "adaptation": id}, **fields)


@pytest.mark.parametrize("between", ["draft", "cancelled", "planned"])
def test_what_stands_in_the_session_by_way_of_another_is_not_offered(between: str):
    series = of_sessions(holding(verdict="worked"), following("s1") | {"status": between}, following("s2"), {})
    assert (ids(series, "s3"), ids(series, "s4")) == ([], [])


@pytest.mark.parametrize("then", ["keep", "change"])
def test_what_stands_in_the_session_from_the_first_is_not_offered_from_a_later_one_of_its_line(then: str):
    series = of_sessions(holding(verdict="worked"), following("s1", verdict="worked", then=then), following("s1"))
    assert ids(series, "s3") == []


def test_of_a_line_that_parted_only_the_latest_is_offered():
    tried = {"verdict": "worked"}
    series = of_sessions(holding(**tried), following("s1", **tried), following("s1", **tried), {})
    assert ids(series, "s4") == ["s3/d1"]


def test_what_was_tried_in_a_draft_and_taken_since_is_not_offered_again():
    series = of_sessions(holding(verdict="worked") | {"status": "draft"}, following("s1"), {})
    assert ids(series, "s3") == []


def test_changes_that_follow_one_another_in_a_ring_are_one_line():
    ring = [following("s2", verdict="worked"), following("s1", verdict="worked")]
    assert ids(of_sessions(*ring, {}), "s3") == ["s2/d1"]


@pytest.mark.parametrize(
    ("mine", "later", "is_offered"),
    [
        (["r1"], ["r1"], False),
        (["r1", "r2"], ["r2"], False),
        (["r1"], ["r2"], True),
        (["r1"], [], True),
        ([], [], False),
    ],
)
def test_the_same_words_for_the_same_requirement_carry_it_on(mine: list[str], later: list[str], is_offered: bool):
    people = [{"id": "p1", "alias": "Sky", "requirements": [{"id": "r1"}, {"id": "r2"}]}]
    first = holding(requirements=mine, verdict="worked")
    second = holding(what="count in – with FINGERS!", requirements=later)
    assert ids(of_sessions(first, second, {}, people=people), "s3") == (["s1/d1"] if is_offered else [])


def test_the_same_words_earlier_or_none_at_all_carry_nothing_on():
    series = of_sessions(holding(), holding(verdict="worked"), {})
    assert ids(series, "s3") == ["s2/d1"]
    wordless = {"adaptations": [{"id": "d1", "verdict": "worked"}]}
    assert ids(of_sessions(wordless, {"adaptations": [{"id": "d1"}]}, {}), "s3") == ["s1/d1"]


def test_what_was_parked_misses_the_next_session_and_comes_back_in_the_one_after():
    series = of_sessions(holding(verdict="worked", carried="parked"), {"status": "draft"}, {}, {})
    assert [ids(series, f"s{n}") for n in (2, 3, 4)] == [[], ["s1/d1"], ["s1/d1"]]
    assert offered(series, "s3")[0].parked


def test_what_was_parked_later_misses_that_session_and_waits_on_from_there():
    def parked_in(session: str, *sessions: dict[str, Any]) -> Series:
        line = carrying_on.offered(of_sessions(holding(verdict="worked"), {}), "s2")[0].line
        reply = {"check": LAST_TIME, "lines": [line], "session": session, "reply": "parked"}
        return of_sessions(holding(verdict="worked", carried="parked"), *sessions, replies=[reply])

    series = parked_in("s3", {}, {}, {}, {}, {"date": "2026-10-06"})
    assert [ids(series, f"s{n}") for n in (2, 3, 4, 5, 6)] == [["s1/d1"], [], *[["s1/d1"]] * 3]
    assert [offer.unresolved for n in (4, 5, 6) for offer in offered(series, f"s{n}")] == [False, False, True]
    assert not unresolved(series, date(2026, 9, 23))
    assert unresolved(series, TODAY)
    assert ids(parked_in("s2", {"status": "cancelled"}, {}), "s3") == ["s1/d1"]


def test_what_was_parked_in_a_session_that_was_moved_before_its_own_waits_at_once():
    line = carrying_on.offered(of_sessions(holding(verdict="worked"), {}), "s2")[0].line
    reply = {"check": LAST_TIME, "lines": [line], "session": "s2", "reply": "parked"}
    moved = {"date": "2026-08-01"}
    series = of_sessions(holding(verdict="worked", carried="parked"), moved, {}, replies=[reply])
    assert ids(series, "s3") == ["s1/d1"]


def test_a_cancelled_session_neither_offers_nor_stands_between():
    series = of_sessions(holding(verdict="worked") | {"status": "cancelled"}, {})
    assert ids(series, "s2") == []
    between = of_sessions(holding(verdict="worked", carried="parked"), {"status": "cancelled"}, {})
    assert ids(between, "s3") == []


def test_it_is_unresolved_once_two_later_sessions_have_passed():
    series = of_sessions(holding(verdict="worked"), {}, {}, {})
    assert [offer.unresolved for n in (2, 3, 4) for offer in offered(series, f"s{n}")] == [False, False, True]


@pytest.mark.parametrize("status", ["draft", "cancelled"])
def test_a_draft_or_cancelled_session_does_not_count_towards_it(status: str):
    series = of_sessions(holding(verdict="worked"), {}, {"status": status}, {})
    assert [offer.unresolved for offer in offered(series, "s4")] == [False]


def test_what_was_parked_has_one_session_more():
    series = of_sessions(holding(verdict="worked", carried="parked"), {}, {}, {}, {})
    assert [offer.unresolved for n in (3, 4, 5) for offer in offered(series, f"s{n}")] == [False, False, True]


@pytest.mark.parametrize(
    ("day", "flagged"), [(date(2026, 9, 15), False), (date(2026, 9, 16), True), (date(2026, 12, 1), True)]
)
def test_a_session_has_passed_when_its_day_is_over(day: date, flagged: bool):
    series = of_sessions(holding(verdict="worked"), {}, {})
    assert bool(unresolved(series, day)) is flagged


def test_a_session_without_a_day_has_passed_when_it_was_delivered():
    later = {"date": None, "status": "delivered"}
    assert unresolved(of_sessions(holding(verdict="worked"), later, later), TODAY)
    assert not unresolved(of_sessions(holding(verdict="worked"), {"date": None}, {"date": None}), TODAY)


def test_an_answered_one_is_not_unresolved():
    assert not unresolved(of_sessions(holding(verdict="worked", carried="declined"), {}, {}, {}), TODAY)


def test_it_is_answered_in_the_next_session_else_in_the_last_that_was():
    ahead = {"date": "2026-11-05", "status": "draft"}
    series = of_sessions(holding(verdict="worked"), {}, {}, {"status": "cancelled", "date": "2026-11-01"}, ahead)
    assert where_to_answer(series, TODAY)[unresolved(series, TODAY)[0].session.id] == "s5"
    over = of_sessions(holding(verdict="worked"), {}, {})
    answered_in = where_to_answer(over, TODAY)["s1"]
    assert answered_in == "s3"
    assert ids(over, answered_in) == ["s1/d1"]
    alone = of_sessions(holding(verdict="worked"))
    assert where_to_answer(alone, TODAY) == {"s1": "s1"}


def test_a_session_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        offered(of_sessions({}), "s9")


def test_every_offer_has_an_id_of_its_own():
    first = {"id": "a", "title": "A", "adaptations": [{"id": "b/c", "verdict": "worked", "what": "One"}]}
    second = {"id": "a/b", "title": "B", "adaptations": [{"id": "c", "verdict": "worked", "what": "Two"}]}
    series = a_series(sessions=[first, second, {"id": "now", "title": "Now"}])
    assert len({offer.id for offer in offered(series, "now")}) == 2


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"verdict": "partly", "then": "change", "verdict_note": "lights\n earlier "},
            "Session 1, 1 September: partly. Next time: change. ‘lights earlier’",
        ),
        ({"verdict": "not"}, "Session 1, 1 September: did not work."),
        ({"then": "keep"}, "Session 1, 1 September. Next time: keep."),
    ],
)
def test_an_offer_says_where_it_comes_from_and_how_it_went(fields: dict[str, str], said: str):
    (offer,) = offered(of_sessions(holding(**fields), {}), "s2")
    assert said_of(offer, date(2026, 9, 8)) == said


def test_a_session_without_a_day_goes_by_its_title():
    series = of_sessions(holding(verdict="worked") | {"date": None, "number": 1}, {"date": None, "number": 2})
    assert said_of(offered(series, "s2")[0], None) == "Session 1: worked."


def test_what_has_waited_says_so_in_words():
    def also(session: str, **fields: str) -> list[str]:
        series = of_sessions(holding(verdict="worked", **fields), {}, {}, {}, {})
        return [carrying_on.also_said_of(offer) for offer in offered(series, session)]

    assert also("s2") == [""]
    assert also("s3", carried="parked") == ["Parked before."]
    assert also("s4") == ["No answer yet, two sessions on."]


@pytest.mark.parametrize(
    ("went", "also"),
    [
        ({"verdict": "not"}, "It did not work: change it once it is taken."),
        ({"verdict": "not", "then": "change"}, "It did not work: change it once it is taken."),
        ({"verdict": "partly", "then": "change"}, "To be changed once it is taken."),
        ({"verdict": "partly"}, ""),
        ({"verdict": "worked", "then": "keep"}, ""),
    ],
)
def test_what_is_not_to_come_back_as_it_was_says_so(went: dict[str, str], also: str):
    (offer,) = offered(of_sessions(holding(**went), {}), "s2")
    assert carrying_on.also_said_of(offer) == also


def test_an_offer_says_for_whom_and_where_by_alias():
    people = [{"id": "p1", "alias": "Sky", "name": "Skyler Jones", "requirements": [{"id": "r1"}]}]
    activities = {"activities": [{"id": "a1", "title": "Moon walk"}, {"id": "a2", "kind": "sing"}]}

    def said(**fields: Any) -> str:
        series = of_sessions(holding(verdict="worked", **fields) | activities, {}, people=people)
        return carrying_on.for_whom_and_where(series, offered(series, "s2")[0])

    assert said(requirements=["r1"], activities=["a1", "a2"]) == "Sky · Moon walk and Sing"
    assert said(reach="everyone", activities="all") == "Everyone · the whole session"
    assert said() == ""


def test_what_changes_is_one_line():
    (offer,) = offered(of_sessions(holding(what=" one\n two ", verdict="worked"), {}), "s2")
    assert carrying_on.what(offer.adaptation) == "one two"
    assert carrying_on.what(offer.adaptation.revised(what=None)) == "A change to be described"


SKY: dict[str, Any] = {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1"}]}


@pytest.mark.parametrize(
    ("sky", "whom", "is_offered"),
    [
        (SKY, {"requirements": ["r1"], "reach": "one"}, True),
        (SKY | {"archived": True}, {"requirements": ["r1"], "reach": "one"}, False),
        (SKY | {"archived": True}, {"requirements": ["r1"]}, False),
        (SKY | {"requirements": [{"id": "r1", "active": False}]}, {"requirements": ["r1"], "reach": "one"}, False),
        (SKY, {"reach": "one"}, False),
        (SKY, {"reach": "some"}, True),
        (SKY | {"archived": True}, {"requirements": ["r1"], "reach": "everyone"}, True),
        (SKY | {"archived": True}, {"requirements": ["r1"], "barriers": ["feeling-safe"]}, True),
    ],
)
def test_what_was_for_somebody_who_left_does_not_come_back(sky: Any, whom: Any, is_offered: bool):
    series = of_sessions(holding(verdict="worked", **whom), {}, people=[sky])
    assert ids(series, "s2") == (["s1/d1"] if is_offered else [])

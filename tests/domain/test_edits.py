"""What a leader does: each edit can be made and taken back, and nothing is left that points nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.checks.example import a_finding
from tests.example_plans import SPACE_SOUNDS
from tests.plans import a_plan, a_series

from amie_planner.checks.check import Answer, Line, LineKind
from amie_planner.checks.replies import replied as beside
from amie_planner.domain import edits, plan_templates
from amie_planner.domain.changes import Change, inverse
from amie_planner.domain.plan import Series
from amie_planner.domain.plan_templates import templates
from amie_planner.domain.records import Session
from amie_planner.domain.values import LONGEST_ID, MOST_ACTIVITIES, MOST_SESSIONS
from amie_planner.errors import AmieError, InvalidRecord
from amie_planner.exchange.plan_file import read, write


def made(series: Series, changes: edits.Changes) -> Series:
    """The series after changes that a store would take: each one finds its record as it was before, one at a time."""
    held = {record.key: record for record in series.records()}
    for change in changes:
        assert held.get(change.key) == change.before
        held.pop(change.key, None)
        if change.after is not None:
            held[change.key] = change.after
    return series.after(changes)


def in_order(series: Series) -> list[Any]:
    return sorted(series.records(), key=lambda record: record.key)


def removals(series: Series) -> Iterator[tuple[str, Callable[[Series], edits.Changes]]]:
    """Every edit that takes something of a series away, by name."""
    for lines in series.sessions:
        id = lines.session.id
        yield f"session {id}", lambda s, id=id: edits.remove_session(s, id)
        for a in lines.activities:
            yield f"{id} activity {a.id}", lambda s, id=id, a=a: edits.remove_activity(s, id, a.id)
        for d in lines.adaptations:
            yield f"{id} adaptation {d.id}", lambda s, id=id, d=d: edits.remove_adaptation(s, id, d.id)
        for i in lines.intentions:
            yield f"{id} intention {i.id}", lambda s, id=id, i=i: edits.remove_intention(s.plan(id), i.id)
    for p in series.people:
        yield f"person {p.id}", lambda s, p=p: edits.remove_person(s, p.id)
    for r in series.requirements:
        yield f"requirement {r.id}", lambda s, r=r: edits.remove_requirement(s, r.id)
    for t in series.team:
        yield f"member {t.id}", lambda s, t=t: edits.remove_team_member(s, t.id)
    for v in series.voice:
        yield f"voice {v.id}", lambda s, v=v: edits.remove_voice(s, v.id)


def assert_it_can_be_made_and_taken_back(series: Series, changes: edits.Changes) -> Series:
    after = made(series, changes)
    read(write(after))
    assert in_order(made(after, inverse(changes))) == in_order(series)
    return after


SAMPLE = read(SPACE_SOUNDS.read_bytes())


@pytest.mark.parametrize("removal", [pytest.param(do, id=name) for name, do in removals(SAMPLE)])
def test_what_goes_leaves_no_reference_behind_and_comes_back_as_it_was(removal: Callable[[Series], edits.Changes]):
    changes = removal(SAMPLE)
    assert changes
    assert_it_can_be_made_and_taken_back(SAMPLE, changes)


def test_a_programme_goes_with_everything_in_it():
    changes = edits.remove_programme(SAMPLE)
    assert {change.key for change in changes} == {record.key for record in SAMPLE.records()}
    assert all(change.after is None for change in changes)
    assert changes[-1].before == SAMPLE.programme


def some(*ids: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(ids), unique=True)


def _session(id: str) -> st.SearchStrategy[dict[str, Any]]:
    activity = st.fixed_dictionaries({"leads": some("t1", "t2"), "serves": some("i1", "i2")})
    follows = st.fixed_dictionaries(
        {"session": st.sampled_from(["s1", "s2"]), "adaptation": st.sampled_from(["d1", "d2"])}
    )
    adaptation = st.fixed_dictionaries(
        {
            "activities": some("a1", "a") | st.just("all"),
            "requirements": some("r1", "r2", "r3"),
            "who": st.sampled_from([None, "t1"]),
            "follows": st.none() | follows,
        }
    )
    by_design = st.fixed_dictionaries(
        {"requirement": st.sampled_from([None, "r1"]), "activity": st.sampled_from([None, "a1"])}
    )
    return st.builds(
        lambda activities, adaptations, design, away, came, actual: {
            "id": id,
            "title": "Any",
            "intentions": [{"id": "i1"}, {"id": "i2"}],
            "activities": [{"id": id} | a for id, a in zip(("a1", "a"), activities, strict=True)],
            "adaptations": [{"id": f"d{n}"} | d for n, d in enumerate(adaptations, 1)],
            "by_design": design,
            "not_expected": away,
            "register": {"people": dict.fromkeys(came, "present")},
            "actual": {activity: {"minutes": 3} for activity in actual},
        },
        st.tuples(activity, activity),
        st.tuples(adaptation, adaptation),
        st.lists(by_design, max_size=2),
        some("p1", "p2"),
        some("p1", "p2"),
        some("a1", "a"),
    )


def _voice() -> st.SearchStrategy[dict[str, Any]]:
    touch = st.fixed_dictionaries(
        {"session": st.sampled_from(["s1", "s2"]), "activity": st.sampled_from([None, "a1", "a"])}
    )
    return st.fixed_dictionaries(
        {
            "id": st.just("v1"),
            "session": st.sampled_from([None, "s1"]),
            "from": some("p1", "p2") | st.just("group"),
            "touches": st.lists(touch, max_size=3),
        }
    )


TANGLED = st.builds(
    lambda first, second, voice, noticed, owner, reply, lines: a_series(
        team=[{"id": "t1"}, {"id": "t2"}],
        people=[
            {"id": "p1", "requirements": [{"id": "r1", "owner": owner}, {"id": "r2"}]},
            {"id": "p2", "requirements": [{"id": "r3"}]},
        ],
        sessions=[first, second],
        voice=[voice],
        observations=[{"id": "o1", "session": noticed, "person": "p1"}, {"id": "o2", "person": "p2"}],
        replies=[{"session": reply, "check": "E01", "lines": lines}],
    ),
    _session("s1"),
    _session("s2"),
    _voice(),
    st.sampled_from([None, "s1"]),
    st.sampled_from([None, "t1"]),
    st.sampled_from([None, "s2"]),
    some("r1/a1", "p1", "i1", "d2", "v1", "a"),
)


@settings(max_examples=120, deadline=None)
@given(TANGLED, st.data())
def test_whatever_points_at_what_goes_lets_go_of_it(series: Series, data: st.DataObject):
    name = data.draw(st.sampled_from([name for name, _ in removals(series)]))
    changes = dict(removals(series))[name](series)
    assert_it_can_be_made_and_taken_back(series, changes)


def test_what_was_adapted_for_one_activity_goes_with_it_and_what_was_for_more_stays():
    series = a_series(
        sessions=[
            {
                "id": "s1",
                "title": "One",
                "activities": [{"id": "a1"}, {"id": "a2"}],
                "adaptations": [
                    {"id": "d1", "activities": ["a1"]},
                    {"id": "d2", "activities": ["a1", "a2"]},
                    {"id": "d3", "activities": "all"},
                ],
            }
        ]
    )
    after = made(series, edits.remove_activity(series, "s1", "a1"))
    assert [(d.id, d.activities) for d in after.sessions[0].adaptations] == [("d2", ("a2",)), ("d3", "all")]


def test_a_person_who_goes_takes_their_requirements_marks_and_observations():
    after = made(SAMPLE, edits.remove_person(SAMPLE, "p1"))
    assert [p.id for p in after.people] == ["p2", "p3"]
    assert {r.person for r in after.requirements} == {"p2"}
    assert "p1" not in str(write(after))


def replied(*lines: str, session: str | None = "s1") -> Series:
    """Two people with a requirement each, two sessions alike, and one reply."""
    alike = {
        "title": "Any",
        "intentions": [{"id": "i1"}],
        "activities": [{"id": "a1"}, {"id": "a2"}],
        "adaptations": [{"id": "d1", "activities": ["a1"]}, {"id": "d2"}],
    }
    return a_series(
        people=[{"id": "p1", "requirements": [{"id": "r1"}]}, {"id": "p2"}],
        sessions=[{"id": "s1"} | alike, {"id": "s2"} | alike],
        voice=[{"id": "v1"}],
        replies=[{"check": "E01", "session": session, "lines": list(lines), "because": "private"}],
    )


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("r1/a1", "requirement r1"),
        ("r1/a1", "person p1"),
        ("r1", "person p1"),
        ("p1", "person p1"),
        ("r1/a1", "s1 activity a1"),
        ("d1", "s1 activity a1"),
        ("a1", "s1 activity a1"),
        ("i1", "s1 intention i1"),
        ("d2", "s1 adaptation d2"),
        ("v1", "voice v1"),
    ],
)
def test_a_reply_goes_with_what_it_is_about(line: str, goes: str):
    series = replied("p2", line)
    assert assert_it_can_be_made_and_taken_back(series, dict(removals(series))[goes](series)).replies == ()


@pytest.mark.parametrize("goes", ["s2 activity a1", "s2 intention i1", "s2 adaptation d2", "person p2"])
def test_a_reply_stays_when_something_else_goes(goes: str):
    series = replied("r1/a1", "i1", "d2")
    assert made(series, dict(removals(series))[goes](series)).replies == series.replies


def test_the_reply_to_one_young_person_never_moves_to_another():
    series = replied("r1/a1")
    series = made(series, edits.remove_person(series, "p1"))
    series = made(series, edits.add_requirement(series, "p2")[1])
    finding = a_finding("E01", Answer.WORTH_A_LOOK, "", (Line(LineKind.CELL, "r1/a1", ""),))
    assert beside(series.plan("s1"), finding) is None


NEW: dict[str, Callable[[Series], tuple[str, edits.Changes]]] = {
    "a": lambda s: edits.add_activity(s.plan("s1"), 0),
    "i": lambda s: edits.add_intention(s.plan("s1")),
    "d": lambda s: edits.adapt(s.plan("s1")),
    "p": lambda s: edits.add_person(s),
    "r": lambda s: edits.add_requirement(s, "p2"),
    "v": lambda s: edits.add_voice(s),
}


@pytest.mark.parametrize("kind", NEW)
def test_an_id_that_a_reply_still_names_is_not_given_again(kind: str):
    named = replied("r7/a7", "p7", "i7", "d7", "v7", session=None)
    assert NEW[kind](named)[0] == f"{kind}8"


def test_a_new_id_goes_on_from_the_highest():
    assert edits.next_id("a", ["a1", "a2", "a4", "b9", "a4x", "a٣"]) == "a5"
    assert edits.next_id("a", []) == "a1"


@example(["a999999999"])
@example(["a" + "9" * 63])
@given(st.lists(st.from_regex(r"\Aa[0-9]{1,12}\Z")))
def test_a_new_id_is_new_and_short_enough(taken: list[str]):
    for _ in range(3):
        id = edits.next_id("a", taken)
        assert id not in taken
        assert len(id) <= LONGEST_ID
        taken = [*taken, id]


def lines_of(*ids: str) -> Any:
    return a_series(sessions=[{"id": "s1", "title": "One", "activities": [{"id": id} for id in ids]}]).plan("s1")


def order(series: Series) -> list[str]:
    return [a.id for a in series.sessions[0].activities]


@pytest.mark.parametrize(
    ("at", "after"),
    [(0, ["a3", "a1", "a2"]), (1, ["a1", "a3", "a2"]), (2, ["a1", "a2", "a3"])],
)
def test_an_activity_is_added_exactly_here(at: int, after: list[str]):
    series = a_series(sessions=[{"id": "s1", "title": "One", "activities": [{"id": "a1"}, {"id": "a2"}]}])
    id, changes = edits.add_activity(series.plan("s1"), at, title="New")
    assert id == "a3"
    assert order(made(series, changes)) == after


@given(st.integers(1, 6), st.data())
def test_a_moved_activity_stands_where_it_was_put_and_the_others_keep_their_order(count: int, data: st.DataObject):
    ids = [f"a{n}" for n in range(1, count + 1)]
    series = a_series(sessions=[{"id": "s1", "title": "One", "activities": [{"id": id} for id in ids]}])
    moved, to = data.draw(st.sampled_from(ids)), data.draw(st.integers(0, count - 1))
    changes = edits.move_activity(series.sessions[0], moved, to)
    expected = [id for id in ids if id != moved]
    expected.insert(to, moved)
    assert order(made(series, changes)) == expected
    assert all(change.before != change.after for change in changes)


def test_a_programme_begins_with_a_first_session_that_is_a_whole_plan():
    template = templates()[0]
    changes = edits.start_programme("u9", 3, template, first_session={"title": "First", "number": 1}, title="New")
    series = Series.of(change.record for change in changes)
    assert (series.programme.id, series.programme.position, series.programme.title) == ("u9", 3, "New")
    [lines] = series.sessions
    assert (lines.session.id, lines.session.title, lines.session.status) == ("s1", "First", "draft")
    assert (lines.session.minutes, lines.session.expects) == (template.minutes, template.expects)
    assert (*lines.intentions, *lines.activities, *lines.adaptations, *lines.by_design) == plan_templates.lines(
        template, lines.session
    )


def test_a_session_is_added_at_the_end_under_a_new_id():
    id, changes = edits.add_session(SAMPLE, {"title": "Session 3"})
    after = assert_it_can_be_made_and_taken_back(SAMPLE, changes)
    assert id == "s3"
    assert [lines.session.id for lines in after.sessions] == ["s1", "s2", "s3"]


ADDITIONS: dict[str, Callable[[Series], tuple[str, edits.Changes]]] = {
    "i2": lambda s: edits.add_intention(s.plan("s2"), text="Listen"),
    "d2": lambda s: edits.adapt(s.plan("s2"), activities=("a1",), requirements=("r1",)),
    "p4": lambda s: edits.add_person(s, alias="Fern"),
    "r4": lambda s: edits.add_requirement(s, "p3"),
    "t3": lambda s: edits.add_team_member(s, role="Trainee"),
    "v2": lambda s: edits.add_voice(s, text="More drum"),
}


@pytest.mark.parametrize("expected", ADDITIONS)
def test_what_is_added_stands_last_under_a_new_id(expected: str):
    id, changes = ADDITIONS[expected](SAMPLE)
    assert_it_can_be_made_and_taken_back(SAMPLE, changes)
    [change] = changes
    assert (id, change.record.id, change.before) == (expected, expected, None)
    kin = [r for r in SAMPLE.records() if type(r) is type(change.record) and r.key[2] == change.key[2]]
    assert all(r.position < change.record.position for r in kin)


def test_a_session_takes_as_many_activities_as_a_plan_file_and_no_more():
    full = a_series(sessions=[{"id": "s1", "title": "One", "activities": [{"id": f"a{n}"} for n in range(99)]}])
    full = made(full, edits.add_activity(full.plan("s1"), 0)[1])
    assert len(read(write(full)).sessions[0].activities) == MOST_ACTIVITIES
    with pytest.raises(AmieError, match="at most 100 activities") as refused:
        edits.add_activity(full.plan("s1"), 0)
    assert refused.value.hint


def test_a_programme_takes_as_many_sessions_as_a_plan_file_and_no_more():
    full = a_series(sessions=[{"id": f"s{n}", "title": "One"} for n in range(1, MOST_SESSIONS)])
    full = full.after(edits.add_session(full, {"title": "Last"})[1])
    assert len(read(write(full)).sessions) == MOST_SESSIONS
    with pytest.raises(AmieError, match="at most 2,000 sessions") as refused:
        edits.add_session(full, {"title": "More"})
    assert refused.value.hint


def test_a_field_that_does_not_hold_is_refused_before_anything_changes():
    with pytest.raises(InvalidRecord):
        edits.add_activity(lines_of("a1"), 0, minutes=-1)


def test_an_order_that_is_there_already_changes_nothing():
    assert edits.in_this_order(lines_of("a1", "a2").activities) == ()
    assert edits.in_this_order(tuple(reversed(lines_of("a1", "a2").activities)))


def test_a_change_of_an_edit_never_leaves_its_record_as_it_was():
    for _, removal in removals(SAMPLE):
        changes: tuple[Change, ...] = removal(SAMPLE)
        assert all(change.before != change.after for change in changes)


def test_pins_go_along_when_a_session_is_first_given_a_start():
    plan = a_plan(activities=[{"id": "a1", "pinned_start": "00:20"}, {"id": "a2"}])
    after = [change.after for change in edits.start_at(plan, time(10, 0))]
    assert [(r.start if isinstance(r, Session) else r.pinned_start) for r in after] == [time(10, 0), time(10, 20)]
    started = a_plan(start="09:00", activities=[{"id": "a1", "pinned_start": "09:20"}])
    assert len(edits.start_at(started, time(10, 0))) == 1
    assert len(edits.start_at(plan, None)) == 1

"""Taking makes a change in the open session that continues the earlier one; parking and declining answer it there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.carrying_on import offered
from amie_planner.domain.changes import inverse, revise
from amie_planner.domain.edits.carrying_on import decline, park, take, take_all
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Adaptation, Follows
from amie_planner.errors import AmieError

KEPT = {
    "id": "d1",
    "what": "One switch plays the engine sound",
    "reach": "one",
    "barriers": ["instrument-design"],
    "library": "A67",
    "lead_days": 2,
    "set_up": "in place",
    "kit": ["switch"],
    "setup_minutes": 4,
    "fallback": "A drum",
    "who": "t1",
}
WENT = {"verdict": "worked", "then": "keep", "verdict_note": "Beamed", "carried": "parked"}


def earlier_and_now(here: Sequence[Any] = (), now: Sequence[Any] = (), **change: Any) -> Series:
    """A session that parked a change, one after it, and the one that is open."""
    return a_series(
        people=[
            {
                "id": "p1",
                "alias": "Sky",
                "requirements": [{"id": "r1"}, {"id": "r2", "active": False}],
            },
            {"id": "p2", "alias": "Moss", "archived": True, "requirements": [{"id": "r3"}]},
        ],
        team=[{"id": "t1", "name": "Music leader"}],
        sessions=[
            {
                "id": "s1",
                "title": "One",
                "date": "2026-09-01",
                "activities": [*here],
                "adaptations": [KEPT | WENT | change],
            },
            {"id": "s2", "title": "Two", "date": "2026-09-08"},
            {"id": "s3", "title": "Three", "date": "2026-09-15", "activities": [*now]},
        ],
    )


def taken(series: Series) -> tuple[Adaptation, Series]:
    (offer,) = offered(series, "s3")
    id, changes = take(series, "s3", offer)
    after = series.after(changes)
    return next(d for d in after.plan("s3").adaptations if d.id == id), after


def test_taking_copies_what_is_to_be_done_and_nothing_of_how_it_went():
    change, after = taken(earlier_and_now())
    assert change.follows == Follows(session="s1", adaptation="d1")
    (earlier,) = after.plan("s1").adaptations
    for name in set(KEPT) - {"id"}:
        assert getattr(change, name) == getattr(earlier, name), name
    assert (change.verdict, change.then, change.verdict_note, change.carried) == (None, None, None, None)


def test_what_is_taken_is_no_longer_offered_nor_parked_and_undo_offers_it_again():
    series = earlier_and_now()
    (offer,) = offered(series, "s3")
    _, changes = take(series, "s3", offer)
    after = series.after(changes)
    assert offered(after, "s3") == ()
    assert after.plan("s1").adaptations[0].carried is None
    assert after.after(inverse(changes)) == series


@pytest.mark.parametrize(
    ("before", "now", "into"),
    [
        (
            {"id": "a1", "title": "Moon walk"},
            [{"id": "a9", "title": "Moon walk"}, {"id": "a1", "title": "moon walk!"}],
            "a1",
        ),
        (
            {"id": "a1", "title": "Moon walk"},
            [{"id": "a1", "title": "Hello"}, {"id": "a9", "title": "Moon walk"}],
            "a9",
        ),
        (
            {"id": "a1", "title": "Moon walk", "kind": "move"},
            [{"id": "a1", "title": "Hello", "kind": "sing"}, {"id": "a9", "title": "Dance", "kind": "move"}],
            "a9",
        ),
        (
            {"id": "a1", "title": "Moon walk"},
            [{"id": "a8", "title": "Moon walk", "skip": True}, {"id": "a9", "title": "Moon walk"}],
            "a9",
        ),
    ],
)
def test_it_goes_where_the_same_is_done(before: dict[str, Any], now: list[dict[str, Any]], into: str):
    change, _ = taken(earlier_and_now([before], now, activities=["a1"]))
    assert change.activities == (into,)


@pytest.mark.parametrize(
    "now", [[], [{"id": "a1", "title": "Hello"}], [{"id": "a2"}], [{"id": "a1", "title": "Hello", "kind": "sing"}]]
)
def test_where_nothing_matches_it_names_no_activity_yet(now: list[dict[str, Any]]):
    before = [{"id": "a1", "title": "Moon walk"}]
    assert taken(earlier_and_now(before, now, activities=["a1"]))[0].activities == ()


def test_two_activities_that_match_the_same_one_name_it_once():
    before = [{"id": "a1", "kind": "sing"}, {"id": "a2", "kind": "sing"}]
    assert taken(earlier_and_now(before, [{"id": "a5", "kind": "sing"}], activities=["a1", "a2"]))[0].activities == (
        "a5",
    )


def test_what_was_for_the_whole_session_stays_so():
    assert taken(earlier_and_now(activities="all"))[0].activities == "all"


def test_requirements_that_are_not_active_or_of_somebody_archived_are_dropped():
    assert taken(earlier_and_now(requirements=["r1", "r2", "r3"]))[0].requirements == ("r1",)


def test_whoever_left_the_team_no_longer_does_it():
    series = earlier_and_now()
    (offer,) = offered(series, "s3")
    alone = Series(programme=series.programme, people=series.people, sessions=series.sessions)
    _, changes = take(alone, "s3", offer)
    assert alone.after(changes).plan("s3").adaptations[0].who is None


def test_several_are_taken_in_one_step_each_with_an_id_of_its_own():
    series = a_series(
        sessions=[
            {
                "id": "s1",
                "title": "One",
                "adaptations": [{"id": f"d{n}", "what": f"Change {n}", "verdict": "worked"} for n in (1, 2, 3)],
            },
            {"id": "now", "title": "Now", "adaptations": [{"id": "d1", "what": "Here before"}]},
        ]
    )
    ids, changes = take_all(series, "now", offered(series, "now"))
    after = series.after(changes)
    assert ids == ("d2", "d3", "d4")
    assert [d.what for d in after.plan("now").adaptations] == ["Here before", "Change 1", "Change 2", "Change 3"]
    assert offered(after, "now") == ()


def test_what_is_declined_never_comes_back():
    series = earlier_and_now(carried=None)
    declined = series.after(decline(series, offered(series, "s2")[0]))
    assert (offered(declined, "s2"), offered(declined, "s3")) == ((), ())


def test_a_change_is_parked_as_often_as_one_likes_and_each_time_misses_one_session():
    """Each step is taken back by itself."""
    series = a_series(
        sessions=[
            {"id": f"s{n}", "title": "Session", "date": f"2026-09-{7 * n - 6:02}", "adaptations": [KEPT] * (n == 1)}
            for n in range(1, 5)
        ],
        team=[{"id": "t1"}],
    )
    series = series.after([revise(series.sessions[0].adaptations[0], verdict="worked")])
    for here in ("s2", "s3"):
        (offer,) = offered(series, here)
        changes = park(series, here, offer)
        after = series.after(changes)
        assert offered(after, here) == ()
        assert after.after(inverse(changes)) == series
        series = after
    assert [bool(offered(series, f"s{n}")) for n in (2, 3, 4)] == [False, False, True]
    assert [(reply.session, reply.reply) for reply in series.replies] == [("s2", "parked"), ("s3", "parked")]


@pytest.mark.parametrize("answer", ["taken", "declined"])
def test_a_parked_change_that_is_answered_leaves_no_reply(answer: str):
    series = earlier_and_now(carried=None)
    parked = series.after(park(series, "s2", offered(series, "s2")[0]))
    (offer,) = offered(parked, "s3")
    assert offer.parked
    changes = take(parked, "s3", offer)[1] if answer == "taken" else decline(parked, offer)
    assert parked.after(changes).replies == ()


def test_what_stands_there_already_is_not_taken_again():
    series = earlier_and_now(carried=None)
    (offer,) = offered(series, "s3")
    after = series.after(take(series, "s3", offer)[1])
    with pytest.raises(AmieError, match="stands in the session already"):
        take(after, "s3", offer)
    assert take_all(after, "s3", [offer]) == ((), ())


def test_a_line_is_taken_once_even_where_it_stands_twice():
    """As where it was taken twice before."""
    follows = {"session": "s1", "adaptation": "d1"}
    tried = [{"id": f"d{n}", "what": "Again", "follows": follows, "verdict": "worked"} for n in (1, 2)]
    past = {"id": "s2", "title": "Two", "date": "2026-09-08", "adaptations": tried}
    first = {"id": "s1", "title": "One", "date": "2026-09-01", "adaptations": [{"id": "d1", "what": "Again"}]}
    series = a_series(sessions=[first, past, {"id": "s3", "title": "Three", "date": "2026-09-15"}])
    ids, changes = take_all(series, "s3", offered(series, "s3"))
    assert (len(ids), offered(series.after(changes), "s3")) == (1, ())

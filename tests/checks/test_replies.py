"""Replies stand beside the findings they answer and never take one away."""

from __future__ import annotations

import json
from itertools import permutations
from typing import Any

import pytest
from tests.checks.example import a_finding, a_term
from tests.plans import a_plan

from amie_planner import checks
from amie_planner.checks.check import Answer, Finding, Line, LineKind
from amie_planner.checks.replies import Replied, as_json, replied, replied_in_series, series_as_json
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Reply

TWO_OPEN = {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "barrier": "feeling-safe"}]}
NOW = {"activities": [{"id": "a1", "title": "Song"}, {"id": "a2", "title": "Drums"}]}
HERE = {"check": "E01", "session": "now", "because": "here"}
FOR_ALL = {"for": "programme", "because": "for all"}


def standing(plan: Plan, finding: Finding) -> Reply | None:
    """The reply that was given for what is found here and now."""
    found = replied(plan, finding)
    return found.reply if found and found.stands else None


def asked(*replies: dict[str, Any]) -> tuple[Plan, Finding]:
    """A plan with these replies, and what E01 finds in it: r1/a1 and r1/a2."""
    plan = a_plan(earlier=({},), parts={"people": [TWO_OPEN], "replies": list(replies)}, **NOW)
    finding = checks.HEARD.of("E01").finding(plan)
    assert finding is not None
    return plan, finding


@pytest.mark.parametrize(
    "reply",
    [
        HERE,
        HERE | {"for": "session"},
        HERE | {"lines": ["r1/a2", "r1/a1"]},
        HERE | {"for": "programme", "lines": ["r1/a2", "r1/a1"]},
        HERE | {"session": "s1", "for": "programme"},
        HERE | {"session": None, "for": "programme"},
    ],
)
def test_a_reply_for_this_session_or_the_programme_about_these_lines_is_found(reply: dict[str, Any]) -> None:
    found = standing(*asked(reply))
    assert found is not None
    assert found.because == "here"


@pytest.mark.parametrize(
    "reply",
    [
        HERE | {"check": "E02"},
        HERE | {"session": "s1"},
        HERE | {"session": None},
        HERE | {"lines": ["r1/a1"]},
        HERE | {"lines": ["r1/a1", "r1/a2", "r1/a3"]},
        HERE | {"session": "s1", "for": "programme", "lines": ["r1/a1", "r1/a2"]},
        HERE | {"session": None, "for": "programme", "lines": ["r1/a1", "r1/a2"]},
    ],
)
def test_a_reply_to_something_else_is_not(reply: dict[str, Any]) -> None:
    assert standing(*asked(reply)) is None


@pytest.mark.parametrize("lines", [["r1/a1"], ["r1/a1", "r1/a2", "r1/a3"], ["r1/a1", "r1/a3"]])
@pytest.mark.parametrize("reach", ["session", "programme"])
def test_a_reply_about_other_lines_is_shown_as_stale_and_folds_nothing(reach: str, lines: list[str]) -> None:
    found = replied(*asked(HERE | {"for": reach, "lines": lines}))
    assert found is not None
    assert (found.stale, found.earlier, found.folds) == (True, False, False)


def test_a_reply_that_fits_goes_before_a_stale_one() -> None:
    found = replied(*asked(HERE | {"lines": ["r1/a1"], "because": "stale"}, HERE | FOR_ALL))
    assert found is not None
    assert (found.reply.because, found.stale) == ("for all", False)


@pytest.mark.parametrize(("reach", "folds"), [("programme", True), ("session", False), (None, False)])
def test_only_a_reply_for_the_programme_folds_its_finding(reach: str | None, folds: bool) -> None:
    found = replied(*asked(HERE | {"for": reach}))
    assert found is not None
    assert found.folds is folds


NEAREST_FIRST: tuple[dict[str, Any], ...] = (
    {"lines": ["r1/a1", "r1/a2"], "for": "programme"},
    {"reply": "acted on", "because": "b"},
    {"reply": "acted on", "because": "c"},
    {"reply": "parked", "until": "2026-11-01"},
    {"reply": "parked", "until": "2026-10-01"},
    {"reply": "parked"},
    {"reply": "not this time"},
    {"reply": "on purpose"},
    {},
    {"for": "programme", "reply": "acted on"},
)


def test_of_several_replies_the_nearest_is_shown_in_whatever_order_they_stand() -> None:
    for at, nearer in enumerate(NEAREST_FIRST):
        [wanted] = asked(HERE | nearer)[0].replies
        for farther in NEAREST_FIRST[at + 1 :]:
            for order in permutations((nearer, farther)):
                found = standing(*asked(*(HERE | one for one in order)))
                assert found is not None
                assert found.model_dump(exclude={"id", "position"}) == wanted.model_dump(exclude={"id", "position"})


def beside(check: str, reply: dict[str, Any], earlier: dict[str, Any], **now: Any) -> Replied:
    """How a reply stands beside what a check finds in a session after another."""
    parts = {"people": [TWO_OPEN], "replies": [{"check": check} | reply]}
    plan = a_plan(earlier=(earlier,), parts=parts, **now)
    finding = checks.HEARD.of(check).finding(plan)
    assert finding is not None
    found = replied(plan, finding)
    assert found is not None
    return found


BOTH = {"activities": [{"id": "a7", "title": "Drums"}, {"id": "a1", "title": "song!"}]}
OTHER = {"activities": [{"id": "a1", "title": "Bells"}, {"id": "a2", "title": "Drums"}]}
NAMELESS = {"activities": [{"id": "a1", "title": "!"}, {"id": "a2", "title": "Drums"}]}


@pytest.mark.parametrize(
    ("lines", "earlier", "fits"),
    [
        (["r1/a7", "r1/a1"], BOTH, True),
        (["r1/a1", "r1/a2"], OTHER, False),
        (["r1/a1"], BOTH, False),
        (["r1/a7", "r1/a1", "r1/a9"], BOTH, False),
        (["r9/a7", "r1/a1"], BOTH, False),
        (["r1/a1", "r1/a2"], NAMELESS, False),
    ],
)
def test_a_reply_for_the_programme_is_known_again_by_words_and_never_by_ids_of_another_session(
    lines: list[str], earlier: dict[str, Any], fits: bool
) -> None:
    found = beside("E01", {"session": "s1", "lines": lines} | FOR_ALL, earlier, **NOW)
    assert (found.stale, found.folds) == (not fits, fits)


@pytest.mark.parametrize(
    ("check", "kind", "there", "now"),
    [
        ("H03", "intentions", {"text": "Keep a pulse"}, {"text": "keep a pulse"}),
        ("E05", "adaptations", {"what": "Lamp"}, {"what": "Lamp.", "kit": ["lamp"]}),
        ("A05", "activities", {"title": "Song"}, {"title": "Song", "started_by": "leader"}),
    ],
)
def test_intentions_adaptations_and_activities_are_known_again_by_their_words(
    check: str, kind: str, there: dict[str, Any], now: dict[str, Any]
) -> None:
    reply = {"session": "s1", "lines": ["x7"]} | FOR_ALL
    first, here = [{"id": "x1"}, {"id": "x7"}], {kind: [now | {"id": "x1"}]}
    assert beside(check, reply, {kind: [first[0], first[1] | there]}, **here).folds
    assert beside(check, reply, {kind: [first[0] | there, first[1]]}, **here).stale
    assert beside(check, reply, {}, **here).stale


def test_lines_without_words_are_not_the_same_in_two_sessions() -> None:
    nameless = {"intentions": [{"id": "i1"}]}
    assert beside("H03", {"session": "s1", "lines": ["i1"]} | FOR_ALL, nameless, **nameless).stale


@pytest.mark.parametrize("session", ["s1", None])
@pytest.mark.parametrize(("line", "stale"), [("r1", False), ("r2", True)])
def test_lines_of_the_programme_are_known_again_by_id(session: str | None, line: str, stale: bool) -> None:
    met = {"activities": [{"id": "a1"}], "by_design": [{"requirement": "r1", "activity": "a1"}]}
    assert beside("E01", {"session": session, "lines": [line]} | FOR_ALL, {}, **met).stale is stale


@pytest.mark.parametrize(("first", "second"), [([], ["r1/a1", "r1/a2"]), (["r1/a1", "r1/a2"], [])])
def test_the_reply_of_the_latest_earlier_session_is_shown_again(first: list[str], second: list[str]) -> None:
    replies = [
        HERE | {"session": "s2", "because": "second", "lines": second},
        HERE | {"session": "s1", "because": "first", "lines": first},
    ]
    plan = a_plan(earlier=(NOW, NOW, NOW), parts={"people": [TWO_OPEN], "replies": replies}, **NOW)
    finding = checks.HEARD.of("E01").finding(plan)
    assert finding is not None
    found = replied(plan, finding)
    assert found is not None
    assert (found.reply.because, found.earlier, found.stale, found.folds) == ("second", True, False, False)
    assert standing(plan, finding) is None
    assert as_json(plan, [finding])[0]["reply"] is None


def test_an_earlier_reply_about_other_lines_is_stale_too() -> None:
    found = beside("E01", {"session": "s1", "lines": ["r1/a1", "r1/a2"]}, OTHER, **NOW)
    assert (found.earlier, found.stale) == (True, True)


def test_a_finding_without_any_reply_has_none() -> None:
    assert replied(*asked()) is None
    assert replied(*asked(HERE | {"check": "H01"})) is None


def test_findings_are_data_in_the_shape_of_the_command_line() -> None:
    reply = HERE | {"reply": "parked", "because": "Ask Sky", "until": "2026-10-01"}
    plan, finding = asked(reply)
    assert as_json(plan, [finding]) == [
        {
            "check": "E01",
            "scope": "plan",
            "session": "now",
            "answer": "worth a look",
            "text": "One access requirement is not met yet: feeling safe, in two activities.",
            "lines": [
                {"kind": "cell", "id": "r1/a1", "label": "Sky: feeling safe, in Song"},
                {"kind": "cell", "id": "r1/a2", "label": "Sky: feeling safe, in Drums"},
            ],
            "reply": {"reply": "parked", "because": "Ask Sky", "until": "2026-10-01", "for": "session", "stale": False},
        }
    ]


def test_what_a_reply_does_not_say_is_null() -> None:
    plan, finding = asked({"check": "E01", "for": "programme", "lines": ["r1/a9"]})
    said = as_json(plan, [finding])[0]["reply"]
    assert said == {"reply": None, "because": None, "until": None, "for": "programme", "stale": True}


def test_a_finding_without_a_reply_says_null_and_all_is_plain_json() -> None:
    plan, _ = asked()
    made = as_json(plan, checks.run(plan))
    assert all(finding["reply"] is None for finding in made)
    assert json.loads(json.dumps(made)) == made


@pytest.mark.parametrize(("lines", "stale"), [([], False), (["s2/i1", "s1/i1"], False), (["s1/i1"], True)])
def test_a_reply_to_a_series_goes_by_the_lines_that_name_their_session(lines: list[str], stale: bool) -> None:
    replies = [{"check": "H12", "for": "programme", "lines": lines}, {"check": "H11"}]
    pointed_at = tuple(Line(LineKind.INTENTION, id, "") for id in ("s1/i1", "s2/i1"))
    finding = a_finding("H12", Answer.WORTH_A_LOOK, "", pointed_at)
    found = replied_in_series(a_term(replies=replies), finding)
    assert found is not None
    assert (found.stale, found.earlier, found.folds) == (stale, False, not stale)
    assert replied_in_series(a_term(), finding) is None


def test_a_fitting_reply_to_a_series_goes_before_a_stale_one() -> None:
    replies = [{"check": "D11", "lines": ["s9"], "because": "stale"}, {"check": "D11", "because": "fits"}]
    found = replied_in_series(a_term(replies=replies), a_finding("D11", Answer.STRENGTH, ""))
    assert found is not None
    assert found.reply.because == "fits"


def test_the_findings_of_a_series_have_no_session() -> None:
    series = a_term({}, {}, {}, replies=[{"check": "R12", "reply": "on purpose", "for": "programme"}])
    made = series_as_json(series, checks.run_series(series, None, None))
    assert {(finding["scope"], finding["session"]) for finding in made} == {("series", None)}
    said = next(finding["reply"] for finding in made if finding["check"] == "R12")
    assert said == {"reply": "on purpose", "because": None, "until": None, "for": "programme", "stale": False}

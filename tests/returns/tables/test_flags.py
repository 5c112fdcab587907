"""Pupil Premium and SEND together: who is where, and how the five make up everybody."""

from __future__ import annotations

from typing import Any

import pytest
from tests.returns.planners import a_session, a_source, came, facts_of

from amie_planner.returns.facts import Member
from amie_planner.returns.tables.flags import FLAGS, adding_up, are_asked, counts


def members(*given: dict[str, Any], asked: Any = ("pupil-premium", "send-status")) -> tuple[Member, ...]:
    ids = [f"p{n}" for n in range(len(given))]
    session = a_session("s1", register=came(**dict.fromkeys(ids, "present")))
    answers = dict(zip(ids, given, strict=True))
    return facts_of(a_source(people=[{"id": i} for i in ids], sessions=[session], answers=answers, asked=asked)).members


def given(premium: Any, send: Any) -> dict[str, Any]:
    return {"pupil-premium": premium, "send-status": send}


YES, NO, NONE, PLAN = ({"codes": [code]} for code in ("yes", "no", "none", "ehc-plan"))


@pytest.mark.parametrize(
    ("answers", "flag"),
    [
        (given(YES, NONE), "pp-only"),
        (given(NO, PLAN), "send-only"),
        (given(NO, {"codes": ["sen-support"]}), "send-only"),
        (given(YES, PLAN), "both"),
        (given(NO, NONE), "neither"),
        (given(YES, {"non_answer": "not known"}), "not-known"),
        (given({"non_answer": "not applicable"}, PLAN), "not-known"),
        (given({"codes": ["yes", "no"]}, PLAN), "not-known"),
        ({"pupil-premium": YES}, "not-known"),
    ],
)
def test_whoever_did_not_answer_both_is_not_known(answers: dict[str, Any], flag: str) -> None:
    found = counts("all", members(answers))
    assert {name: people.count for name, people in found.items()} == dict.fromkeys(FLAGS, 0) | {flag: 1}


def test_keys_say_which_flag_and_which_other_categories() -> None:
    assert counts("programme:2", (), stage="ks2")["both"].key == "programme:2|flags=both|stage=ks2"


def test_the_five_make_up_everybody_and_four_of_them_those_known() -> None:
    group = members(given(YES, PLAN), given(NO, NONE), {"pupil-premium": YES})
    (everybody, known), people = adding_up("all", group)
    held = {each.key: each.count for each in people}
    assert (everybody.total, everybody.parts) == ("all", ("all|flags=known", "all|flags=not-known"))
    assert [held[part] for part in everybody.parts] == [2, 1]
    assert (known.one_thing, sum(held[part] for part in known.parts)) == (True, 2)


@pytest.mark.parametrize(
    ("asked", "whether"),
    [(["pupil-premium"], False), (["send-status"], False), (["send-status", "pupil-premium"], True)],
)
def test_both_questions_have_to_be_asked_in_some_programme(asked: list[str], whether: bool) -> None:
    one, two = a_source("u1", asked=asked[:1]), a_source("u2", asked=asked)
    assert are_asked(facts_of(one, two)) is whether

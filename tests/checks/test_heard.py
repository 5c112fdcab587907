"""HEARD in a hub’s words: another question to the same look at the plan, and nothing of what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from tests.checks.example import PARTS, SONG, a_term
from tests.checks.examples import EXAMPLES
from tests.plans import a_plan

from amie_planner import checks
from amie_planner.checks import HEARD, Heard, in_other_words, worded
from amie_planner.checks.check import Answer, Check, Finding, Said
from amie_planner.checks.period import Period
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import HeardWording

IDS = [held.id for held in (*checks.PLAN_CHECKS, *checks.SERIES_CHECKS)]
LETTERS = [principle.letter for principle in checks.PRINCIPLES]
ALL_REWORDED = [
    *(HeardWording(id=letter, name=f"Name of {letter}", says=f"What {letter} says") for letter in LETTERS),
    *(HeardWording(id=id, asks=f"Our {id}?") for id in IDS),
]
PLAN = a_plan(activities=[SONG], intentions=[{"id": "i1", "area": "musical"}], parts=PARTS)
TERM = a_term({"activities": [SONG]}, {}, {"activities": [SONG]}, **PARTS)


def asks(heard: Heard, id: str) -> bool:
    """Whether the check with an id is asked."""
    return any(held.id == id for held in (*heard.plan_checks, *heard.series_checks))


def ids(heard: Heard) -> list[str]:
    return [held.id for held in (*heard.plan_checks, *heard.series_checks)]


def found(heard: Heard, plan: Plan = PLAN) -> dict[str, Finding]:
    """What is found in a plan and in a term, by check."""
    both = (*checks.run(plan, heard.plan_checks), *checks.run_series(TERM, None, None, None, heard.series_checks))
    return {finding.check: finding for finding in both}


@pytest.mark.parametrize(
    "wording",
    [
        (),
        (HeardWording(id="A"), HeardWording(id="A01")),
        (HeardWording(id="A01", asks="  "),),
        (HeardWording(id="Z", name="Zest", left_out=True), HeardWording(id="Z01", asks="Is it?", left_out=True)),
        (HeardWording(id="A", asks="Is it?"), HeardWording(id="A01", name="Voice", says="We hear it")),
    ],
)
def test_without_words_of_their_own_it_is_asked_in_ours(wording: tuple[HeardWording, ...]) -> None:
    assert worded(wording) == HEARD


def test_ours_asks_everything() -> None:
    assert Heard(checks.PRINCIPLES, checks.PLAN_CHECKS, checks.SERIES_CHECKS) == HEARD
    assert [HEARD.of(id).id for id in IDS] == IDS
    assert all(asks(HEARD, id) for id in IDS)


@pytest.mark.parametrize("id", ["", "H", "H99", "h01"])
def test_what_is_no_check_is_not_asked(id: str) -> None:
    assert not asks(HEARD, id)
    with pytest.raises(KeyError):
        HEARD.of(id)


def test_a_question_of_theirs_is_what_a_finding_answers() -> None:
    heard = worded(
        [HeardWording(id="A01", asks="Who is heard here?"), HeardWording(id="R12", asks="Who was in front?")]
    )
    here = found(heard)
    assert (here["A01"].question, here["R12"].question) == ("Who is heard here?", "Who was in front?")
    assert here["A01"].text == found(HEARD)["A01"].text
    others = {id: finding for id, finding in here.items() if id not in ("A01", "R12")}
    assert others == {id: finding for id, finding in found(HEARD).items() if id in others}


def test_a_question_that_only_a_person_can_answer_is_put_in_their_words() -> None:
    finding = found(worded([HeardWording(id="H06", asks="Is it music worth making?")]))["H06"]
    assert finding.text == finding.question == "Is it music worth making?"
    assert (finding.answer, finding.lines) == (Answer.YOUR_CALL, found(HEARD)["H06"].lines)


def test_a_check_that_raises_asks_in_their_words() -> None:
    def broken(_: object) -> Iterator[Said]:
        raise RuntimeError
        yield

    def with_broken(held: Iterable[Any], id: str) -> tuple[Any, ...]:
        return tuple(replace(each, look=broken) if each.id == id else each for each in held)

    heard = worded([HeardWording(id="A01", asks="Who is heard?"), HeardWording(id="D11", asks="What got time?")])
    checks_of_a_plan: tuple[Check[Plan], ...] = with_broken(heard.plan_checks, "A01")
    of_a_series: tuple[Check[Period], ...] = with_broken(heard.series_checks, "D11")
    here = found(Heard(heard.principles, checks_of_a_plan, of_a_series))
    said = "This check could not be run. Its question is still yours to ask: "
    assert (here["A01"].text, here["D11"].text) == (f"{said}Who is heard?", f"{said}What got time?")


def test_a_principle_in_their_words_stands_at_all_of_its_findings() -> None:
    heard = worded([HeardWording(id="R", name="Reflecting us", says="We look like our local society")])
    assert [(p.letter, p.name, p.says) for p in heard.principles if p not in checks.PRINCIPLES] == [
        ("R", "Reflecting us", "We look like our local society")
    ]
    theirs = {id for id, finding in found(heard).items() if finding.principle.name == "Reflecting us"}
    assert theirs == {"R01", "R02", "R11", "R12"}
    assert {
        id for id, finding in found(heard).items() if finding.principle.says != "We look like our local society"
    } == (found(HEARD).keys() - theirs)


@pytest.mark.parametrize(
    ("own", "name", "says"),
    [
        (HeardWording(id="H", name="Whole"), "Whole", checks.PRINCIPLES[0].says),
        (HeardWording(id="H", says="All of it"), "Holistic", "All of it"),
    ],
)
def test_a_principle_keeps_the_words_that_are_not_given(own: HeardWording, name: str, says: str) -> None:
    principle = worded([own]).principles[0]
    assert (principle.letter, principle.name, principle.says) == ("H", name, says)


@pytest.mark.parametrize("letter", LETTERS)
def test_a_principle_that_is_left_out_asks_nothing(letter: str) -> None:
    heard = worded([HeardWording(id=letter, name="Gone", left_out=True), HeardWording(id=f"{letter}01", asks="Still?")])
    assert [p.letter for p in heard.principles] == [other for other in LETTERS if other != letter]
    assert ids(heard) == [id for id in IDS if not id.startswith(letter)]
    assert list(found(heard)) == [id for id in found(HEARD) if not id.startswith(letter)]
    assert not asks(heard, f"{letter}01")


@pytest.mark.parametrize("id", ["A01", "E09", "R12"])
def test_a_question_that_is_left_out_is_silent(id: str) -> None:
    heard = worded([HeardWording(id=id, asks="Is it?", left_out=True)])
    assert heard.principles == checks.PRINCIPLES
    assert ids(heard) == [other for other in IDS if other != id]
    assert found(heard) == {other: finding for other, finding in found(HEARD).items() if other != id}
    assert not asks(heard, id)
    with pytest.raises(KeyError):
        heard.of(id)


def test_all_of_it_may_be_left_out() -> None:
    heard = worded(HeardWording(id=letter, left_out=True) for letter in LETTERS)
    assert heard == Heard((), (), ())
    assert found(heard) == {}


def test_ids_reasons_and_order_stay_whatever_the_words_and_their_order() -> None:
    heard = worded(ALL_REWORDED)
    assert heard == worded(reversed(ALL_REWORDED))
    assert [p.letter for p in heard.principles] == LETTERS
    assert ids(heard) == IDS
    assert [heard.of(id).question for id in IDS] == [f"Our {id}?" for id in IDS]
    assert [heard.of(id).why for id in IDS] == [checks.HEARD.of(id).why for id in IDS]
    assert [heard.of(id).scope for id in IDS] == [checks.HEARD.of(id).scope for id in IDS]
    assert all(heard.of(id).principle.name == f"Name of {id[0]}" for id in IDS)


def test_words_of_a_hub_never_change_what_is_seen() -> None:
    heard = worded(ALL_REWORDED)
    for example in EXAMPLES:
        ours, theirs = (of.finding(example.subject) for of in (checks.HEARD.of(example.check), heard.of(example.check)))
        assert (theirs is None) == (ours is None)
        if ours and theirs:
            assert (theirs.check, theirs.answer, theirs.lines, theirs.why) == (
                ours.check,
                ours.answer,
                ours.lines,
                ours.why,
            )
            assert theirs.text == (f"Our {ours.check}?" if ours.text == ours.question else ours.text)


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ([], ""),
        ([HeardWording(id="E09", asks="Would it cost anything?")], "In the words of a hub."),
        ([HeardWording(id="D04", left_out=True)], ""),
        ([HeardWording(id="R", left_out=True)], "Nothing is asked here about Representative."),
        (
            [
                HeardWording(id="R", left_out=True),
                HeardWording(id="D", left_out=True),
                HeardWording(id="A", name="Led"),
            ],
            "In the words of a hub. Nothing is asked here about Representative and Diverse.",
        ),
    ],
)
def test_findings_say_when_they_are_in_other_words_or_leave_a_principle_out(
    wording: list[HeardWording], said: str
) -> None:
    assert in_other_words(checks.run(a_plan(), worded(wording).plan_checks)) == said


def test_of_nothing_nothing_is_said() -> None:
    assert in_other_words([]) == ""

"""What people said of themselves: each answer, each reason why there is none, and the bases beside them."""

from __future__ import annotations

from itertools import chain, product
from typing import Any

import pytest
from tests.returns.planners import TEMPLATE, a_session, a_source, came, counted, facts_of, in_print

from amie_planner.returns.disclosure import RULE, exact, shareable
from amie_planner.returns.facts import Source
from amie_planner.returns.table import Draft, People, Sum, Withheld
from amie_planner.returns.tables.characteristics import characteristics

WHY = ("prefer not to say", "not known", "not asked", "not applicable")


def ticks(*codes: str, **more: Any) -> dict[str, Any]:
    return {"codes": codes, **more}


def no_answer(why: str) -> dict[str, Any]:
    return {"non_answer": why}


def a_group(question: str, *answers: dict[str, Any] | None, **fields: Any) -> Source:
    """A person for each answer to a question; of None nothing is kept."""
    ids = [f"p{n}" for n in range(len(answers))]
    session = a_session("s1", register=came(**dict.fromkeys(ids, "present")))
    given = {id: {question: answer} for id, answer in zip(ids, answers, strict=True) if answer}
    return a_source(people=[{"id": id} for id in ids], sessions=[session], answers=given, asked=[question], **fields)


def made(*sources: Source, detailed: bool = False) -> Draft:
    return characteristics(facts_of(*sources), TEMPLATE, detailed=detailed)


def people(*sources: Source, detailed: bool = False) -> dict[Any, Any]:
    return dict(counted(made(*sources, detailed=detailed), "Category code", "People"))


def test_every_answer_and_each_of_four_non_answers_has_its_row_and_its_bases() -> None:
    group = a_group("eal", ticks("yes"), ticks("no"), ticks("no"), *map(no_answer, WHY), None)
    rows = counted(made(group), "Category code", "People", "Asked", "Answered", "Status")
    assert rows == [
        ("yes", 1, 5, 3, "answer"),
        ("no", 2, 5, 3, "answer"),
        ("prefer not to say", 1, 5, 3, "no answer"),
        ("not known", 1, 5, 3, "no answer"),
        ("not asked", 2, 5, 3, "no answer"),
        ("not applicable", 1, 5, 3, "no answer"),
    ]


def test_a_row_says_whose_list_it_is() -> None:
    about = counted(made(a_group("eal", ticks("yes"))), "Variable", "Question", "Category", "Scheme", "Version")
    assert about[0] == (
        "eal",
        "English as an additional language",
        "Yes",
        "School census (Department for Education)",
        "2024",
    )


ETHNIC = (ticks("white-irish"), ticks("white"), ticks("asian-indian"), ticks("other-any", in_own_words="Cornish"))


def test_ethnic_groups_are_five_unless_the_boxes_within_are_asked_for() -> None:
    broad = people(a_group("ethnic-group", *ETHNIC))
    assert {code: many for code, many in broad.items() if many} == {"white": 2, "asian": 1, "other": 1}
    fine = people(a_group("ethnic-group", *ETHNIC), detailed=True)
    assert [fine[code] for code in ("white", "white-irish", "asian-indian", "other-any")] == [2, 1, 1, 1]
    assert len(fine) == len(broad) + 19


def test_own_words_are_an_answer_and_stand_nowhere() -> None:
    draft = made(a_group("ethnic-group", {"in_own_words": "Cornish"}, ETHNIC[3]), detailed=True)
    assert ("other answer", 1, 2) in counted(draft, "Category code", "People", "Answered")
    assert "Cornish" not in repr(draft)


@pytest.mark.parametrize("unclear", [ticks("yes", "no"), ticks("once a box"), {"in_own_words": "A little"}])
def test_without_room_for_own_words_there_is_no_other_answer_and_nobody_is_lost(unclear: dict[str, Any]) -> None:
    found = people(a_group("eal", unclear, ticks("yes")))
    assert found == {"yes": 1, "no": 0} | dict.fromkeys(WHY, 0) | {"not known": 1}


def test_where_one_box_may_be_ticked_two_are_another_answer_if_there_is_room_for_one() -> None:
    found = people(a_group("ethnic-group", ticks("white", "asian"), ticks("white")))
    assert (found["white"], found["asian"], found["other answer"]) == (1, 0, 1)


def test_where_several_may_be_ticked_a_person_is_counted_in_each() -> None:
    group = a_group("gender", ticks("girl", "non-binary"), ticks("girl"), ticks("boy"))
    found = people(group)
    assert (found["girl"], found["non-binary"], found["boy"]) == (2, 1, 1)
    assert "Where several boxes may be ticked, a person is counted in each of theirs." in made(group).notes


def parts_of(draft: Draft, total: str) -> list[tuple[tuple[str, ...], bool]]:
    return [(each.parts, each.one_thing) for each in draft.sums if each.total == total]


def test_answers_are_one_thing_and_non_answers_are_beside_them() -> None:
    draft = made(a_group("eal", ticks("yes")))
    every = [("all|eal=asked", "all|eal=not asked", "all|eal=not applicable")]
    assert [parts for parts, _ in parts_of(draft, "all")] == every
    asked = ("all|eal=answered", "all|eal=prefer not to say", "all|eal=not known")
    assert parts_of(draft, "all|eal=asked") == [(asked, False)]
    answers = ("all|eal=yes", "all|eal=no")
    assert parts_of(draft, "all|eal=answered") == [(answers, True)]


def test_a_box_beside_others_is_held_against_those_who_did_not_tick_it() -> None:
    draft = made(a_group("gender", ticks("girl"), ticks("girl", "boy"), ticks("girl")))
    told = dict(parts_of(draft, "all|gender=answered"))
    assert told[("all|gender=girl", "all|gender=not girl")] is True
    assert told[("all|gender=boy", "all|gender=not boy")] is False
    assert in_print([draft])["all|gender=not boy"] == 2


def test_whoever_answered_is_in_one_box_at_least_and_in_no_other_beside_one_that_stands_alone() -> None:
    answers = [*[ticks("none")] * 6, *[ticks("d-deaf", "disabled")] * 3, ticks("disabled"), {"in_own_words": "Spoonie"}]
    draft = made(a_group("describes", *answers))
    exact([draft])
    told, counts = dict(parts_of(draft, "all|describes=ticks")), in_print([draft])
    boxes = ("d-deaf", "disabled", "neurodivergent", "another", "none", "other answer")
    assert tuple(f"all|describes={code}" for code in boxes) in told
    assert ("all|describes=answered", "all|describes=further ticks") in told
    assert (counts["all|describes=ticks"], counts["all|describes=further ticks"]) == (14, 3)
    beside = [parts for parts, _ in parts_of(draft, "all|describes=answered") if len(parts) > 2]
    apart = ("all|describes=none", "all|describes=other answer")
    assert [(parts[0], parts[1:3], counts[parts[3]]) for parts in beside] == [
        ("all|describes=d-deaf", apart, 1),
        ("all|describes=disabled", apart, 0),
        ("all|describes=neurodivergent", apart, 4),
        ("all|describes=another", apart, 4),
    ]


def test_of_few_who_answered_their_number_is_said_however_many_boxes_they_ticked() -> None:
    answers = [*[ticks("girl")] * 7, *[no_answer("not known")] * 5]
    draft = made(a_group("gender", *answers))
    assert shareable([draft]).say(People("all|gender=answered", 7)) == RULE.few


Printed = dict[Any, Any]


def shared(group: Source) -> Printed:
    """By category, what is shared of it; under “answered” how many answered."""
    draft = made(group)
    table = draft.decided(shareable([draft]).say)
    headings = [column.name for column in table.columns]
    rows = [dict(zip(headings, row, strict=True)) for row in table.rows]
    return {row["Category code"]: row["People"] for row in rows} | {"answered": rows[0]["Answered"]}


def fitting(printed: Printed, hidden: str, shown: tuple[str, ...], *, several: bool) -> set[int]:
    """Which of 1 to 4 the one count that is hidden can be for whoever adds up the others in print."""
    ranges = [RULE.behind(printed[code]) for code in shown]
    return {
        count
        for answered in RULE.behind(printed["answered"])
        for others in product(*ranges)
        for count in range(1, RULE.threshold)
        if sum(others) + count == answered or (several and max(others) <= answered < sum(others) + count)
    }


@pytest.mark.parametrize(
    ("question", "hidden", "shown", "further"),
    [
        ("gender", "non-binary", ("girl", "boy"), (0, 1, 2)),
        ("describes", "d-deaf", ("none", "neurodivergent"), (0, 1, 2)),
        ("send-status", "ehc-plan", ("none", "sen-support"), (0,)),
    ],
)
def test_a_count_that_is_hidden_alone_cannot_be_worked_out_from_what_else_is_in_print(
    question: str, hidden: str, shown: tuple[str, str], further: tuple[int, ...]
) -> None:
    alone = 0
    for one, other, few, more in product(range(10, 14), range(10, 14), range(1, 5), further):
        both = [ticks(shown[1], hidden)] * min(more, few)
        answers = [
            [ticks(shown[0])] * one,
            [ticks(shown[1])] * (other - len(both)),
            [ticks(hidden)] * (few - len(both)),
        ]
        printed = shared(a_group(question, *chain(*answers, both)))
        if printed[hidden] == Withheld.CONFIDENTIAL and all(isinstance(printed[code], int) for code in shown):
            alone += isinstance(printed["answered"], int)
            several = len(further) > 1
            assert len(fitting(printed, hidden, shown, several=several)) > 1, (one, other, few, more)
    assert bool(alone) is (len(further) > 1)


@pytest.mark.parametrize(("question", "few", "most"), [("disabled", "yes", "no-none"), ("eal", "yes", "no")])
def test_one_of_two_answers_is_never_hidden_alone(question: str, few: str, most: str) -> None:
    printed = shared(a_group(question, *[ticks(few)] * 3, *[ticks(most)] * 22))
    assert (printed[few], printed[most]) == (Withheld.CONFIDENTIAL,) * 2


def both(premium: str | None, send: str | None) -> dict[str, Any]:
    answers = {"pupil-premium": premium, "send-status": send}
    return {question: ticks(code) for question, code in answers.items() if code}


CROSSED = {
    "pp-only": [("yes", "none")],
    "send-only": [("no", "ehc-plan"), ("no", "sen-support")],
    "both": [("yes", "ehc-plan"), ("yes", "sen-support"), ("yes", "sen-support")],
    "neither": [("no", "none")],
    "not-known": [("yes", None), (None, "none"), (None, None), ("no", None)],
}


def a_crossed_group(*asked: str) -> Source:
    pairs = [pair for pairs in CROSSED.values() for pair in pairs]
    ids = [f"p{n}" for n in range(len(pairs))]
    session = a_session("s1", register=came(**dict.fromkeys(ids, "present")))
    given = {id: both(*pair) for id, pair in zip(ids, pairs, strict=True)}
    return a_source(people=[{"id": id} for id in ids], sessions=[session], answers=given, asked=asked)


def test_pupil_premium_and_send_together_tell_everybody_apart() -> None:
    rows = counted(made(a_crossed_group("pupil-premium", "send-status")), "Variable", "Category code", "People")
    found = {code: many for variable, code, many in rows if variable == "pupil-premium-and-send"}
    assert found == {flag: len(pairs) for flag, pairs in CROSSED.items()}


@pytest.mark.parametrize("asked", ["pupil-premium", "send-status"])
def test_they_are_not_said_together_where_only_one_is_asked(asked: str) -> None:
    rows = counted(made(a_crossed_group(asked)), "Variable")
    assert {variable for (variable,) in rows} == {asked}


def test_they_hang_together_with_each_of_the_two_questions() -> None:
    draft = made(a_crossed_group("pupil-premium", "send-status"))
    assert ("all|flags=pp-only", "all|flags=both", "all|premium=yes|send=?") in [
        parts for parts, _ in parts_of(draft, "all|pupil-premium=yes")
    ]
    assert {each.total for each in draft.sums if "all|flags=both" in each.parts} == {
        "all|flags=known",
        "all|pupil-premium=yes",
        "all|send=send",
    }
    assert Sum("all|send=send", ("all|send-status=ehc-plan", "all|send-status=sen-support")) in [
        Sum(each.total, each.parts) for each in draft.sums
    ]


def test_they_hang_together_where_somebody_ticked_a_box_that_the_list_no_longer_has() -> None:
    given = {"p1": {"pupil-premium": ticks("yes", "once a box"), "send-status": ticks("none")}}
    session = a_session("s1", register=came(p1="present"))
    asked = ("pupil-premium", "send-status")
    draft = made(a_source(people=[{"id": "p1"}], sessions=[session], answers=given, asked=asked))
    exact([draft])
    assert in_print([draft])["all|flags=pp-only"] == 1


def test_of_a_plan_file_nothing_is_said_and_beside_others_it_is_noted() -> None:
    plan_file = a_source("u2", people=[{"id": "p9"}], sessions=[a_session("s1", register=came(p9="present"))])
    assert made(plan_file).rows == ()
    with_one = made(a_group("eal", ticks("yes")), plan_file)
    assert ("not asked", 1) in counted(with_one, "Category code", "People")
    assert with_one.notes[0].startswith("Plan files hold no answers")
    assert not any("Plan files" in note for note in made(a_group("eal", ticks("yes"))).notes)


def test_whoever_objects_is_among_those_not_asked() -> None:
    found = people(a_group("eal", ticks("yes"), None, objecting=["p1"]))
    assert (found["yes"], found["not asked"]) == (1, 1)


def test_nobody_there_is_no_row() -> None:
    assert made(a_group("eal")).rows == ()

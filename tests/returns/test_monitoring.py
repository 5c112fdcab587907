"""Equality monitoring as changes: off until it is agreed to, kept only by agreement, gone when somebody objects."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.returns.kept_apart import ON, PROGRAMME, Kept, after, agreed, turned_on, with_answers

from amie_planner.domain.changes import inverse
from amie_planner.domain.monitoring import Answered, MonitoringAnswers, NonAnswer
from amie_planner.errors import AmieError
from amie_planner.returns.monitoring import (
    answer,
    answered,
    answers_of,
    compare,
    how_many_answered,
    is_on,
    lift_objection,
    monitoring,
    note_objection,
    set_up,
    standing,
    stop_asking,
    told,
    turn_off,
    turn_on,
)


def given(kept: Kept, question: str, **fields: Any) -> Kept:
    return after(kept, answer(kept, PROGRAMME, "p1", question, **fields))


def test_it_is_off_until_somebody_is_named_who_agreed():
    assert not is_on(())
    for nobody in (None, "", "  "):
        with pytest.raises(AmieError, match="Nobody is named"):
            turn_on((), PROGRAMME, nobody, ON)
    kept = turned_on()
    held = monitoring(kept)
    assert is_on(kept)
    assert held is not None
    assert (held.agreed_by, held.since, held.questions) == ("The trustees", ON, ())


@pytest.mark.parametrize("kept", [(), after(turned_on("eal"), turn_off(turned_on("eal"), forget=False))])
def test_while_it_is_off_nothing_is_kept(kept: Kept):
    for refused in (
        lambda: told(kept, PROGRAMME, "p1", ON, told_by="self"),
        lambda: answer(kept, PROGRAMME, "p1", "eal", codes=("yes",)),
        lambda: note_objection(kept, PROGRAMME, "p1", ON),
        lambda: set_up(kept, questions=("eal",)),
        lambda: stop_asking(kept, "eal"),
        lambda: compare(kept, "eal", "local1"),
    ):
        with pytest.raises(AmieError, match="is off for this programme"):
            refused()


def test_no_answer_is_kept_before_somebody_agreed():
    kept = turned_on("eal")
    with pytest.raises(AmieError, match="Nobody has agreed yet"):
        answer(kept, PROGRAMME, "p1", "eal", codes=("yes",))
    with pytest.raises(AmieError, match="Nobody has agreed yet"):
        answer(kept, PROGRAMME, "p1", "eal", non_answer="not known")
    kept = given(agreed(kept, "p1"), "eal", codes=("yes",))
    assert answered(kept, "p1", "eal") == Answered(codes=("yes",))


def test_agreement_is_not_taken_away_from_under_answers():
    kept = given(agreed(turned_on("eal"), "p1"), "eal", codes=("yes",))
    with pytest.raises(AmieError, match="There are answers"):
        told(kept, PROGRAMME, "p1", ON, agreed_by=None)


def test_who_told_and_who_agreed_have_the_day_on_which_it_is_written_unless_another_is_given():
    kept = after(turned_on(), told(turned_on(), PROGRAMME, "p1", ON, told_by="parent"))
    kept = after(kept, told(kept, PROGRAMME, "p1", ON, agreed_by="school", agreed_on=date(2026, 8, 1)))
    held = answers_of(kept, "p1")
    assert held is not None
    assert (held.told_on, held.agreed_on) == (ON, date(2026, 8, 1))
    again = after(kept, told(kept, PROGRAMME, "p1", date(2027, 1, 1), told_by="self"))
    assert answers_of(again, "p1") == held.revised(told_by="self")


def test_what_says_nothing_any_more_is_not_kept():
    kept = agreed(turned_on("eal"), "p1")
    for fields in ({"told_by": None, "told_on": None}, {"agreed_by": None, "agreed_on": None}):
        kept = after(kept, told(kept, PROGRAMME, "p1", ON, **fields))
    assert answers_of(kept, "p1") is None
    assert told(kept, PROGRAMME, "p1", ON) == ()


def test_of_one_box_the_last_ticked_holds():
    kept = given(agreed(turned_on("eal"), "p1"), "eal", codes=("yes",))
    kept = given(kept, "eal", codes=("yes", "no"))
    assert answered(kept, "p1", "eal").codes == ("no",)
    kept = given(kept, "eal", codes=("yes", "no"))
    assert answered(kept, "p1", "eal").codes == ("yes",)
    kept = given(kept, "eal", codes=())
    assert answered(kept, "p1", "eal") == Answered()
    assert answers_of(kept, "p1").answers == {}


def test_of_several_boxes_all_hold_but_beside_none_of_these():
    kept = agreed(turned_on("describes"), "p1")
    kept = given(kept, "describes", codes=("d-deaf",))
    kept = given(kept, "describes", codes=("d-deaf", "neurodivergent"))
    assert answered(kept, "p1", "describes").codes == ("d-deaf", "neurodivergent")
    kept = given(kept, "describes", codes=("d-deaf", "neurodivergent", "none"))
    assert answered(kept, "p1", "describes").codes == ("none",)
    kept = given(kept, "describes", codes=("d-deaf", "none"))
    assert answered(kept, "p1", "describes").codes == ("d-deaf",)


def test_an_answer_and_the_reason_for_none_exclude_each_other():
    kept = given(agreed(turned_on("ethnic-group"), "p1"), "ethnic-group", codes=("asian-other",))
    kept = given(kept, "ethnic-group", in_own_words="Nepali")
    assert answered(kept, "p1", "ethnic-group") == Answered(codes=("asian-other",), in_own_words="Nepali")
    kept = given(kept, "ethnic-group", non_answer="prefer not to say")
    assert answered(kept, "p1", "ethnic-group") == Answered(non_answer=NonAnswer.PREFER_NOT_TO_SAY)
    assert answered(given(kept, "ethnic-group", in_own_words="Nepali"), "p1", "ethnic-group").non_answer is None
    assert answered(given(kept, "ethnic-group", codes=("asian",)), "p1", "ethnic-group").non_answer is None
    assert answered(given(kept, "ethnic-group", non_answer=None), "p1", "ethnic-group") == Answered()


def test_who_objects_has_nothing_kept_but_that():
    kept = given(agreed(turned_on("ethnic-group"), "p1"), "ethnic-group", codes=("white",), in_own_words="Cornish")
    changes = note_objection(kept, PROGRAMME, "p1", date(2026, 10, 1))
    objected = after(kept, changes)
    only = MonitoringAnswers.made(id="p1", person="p1", programme=PROGRAMME, objected_on=date(2026, 10, 1))
    assert answers_of(objected, "p1") == only
    for refused in (
        lambda: answer(objected, PROGRAMME, "p1", "ethnic-group", codes=("white",)),
        lambda: told(objected, PROGRAMME, "p1", ON, agreed_by="self"),
    ):
        with pytest.raises(AmieError, match="They object"):
            refused()
    assert after(objected, inverse(changes)) == kept
    assert answers_of(after(objected, lift_objection(objected, "p1")), "p1") is None
    assert lift_objection(kept, "p1") == ()
    assert standing(objected, "p1") == "objects"


def test_turning_off_keeps_the_answers_or_forgets_them_and_never_an_objection():
    kept = with_answers(turned_on("eal"), "eal", {"p1": "yes", "p2": "no"})
    kept = after(kept, note_objection(kept, PROGRAMME, "p2", ON))
    off = after(kept, turn_off(kept, forget=False))
    assert (is_on(off), how_many_answered(off)) == (False, 1)
    assert answered(after(off, turn_on(off, PROGRAMME, "The school", ON)), "p1", "eal").codes == ("yes",)
    forgotten = after(kept, turn_off(kept, forget=True))
    assert answers_of(forgotten, "p1") is None
    assert standing(forgotten, "p2") == "objects"
    assert turn_off((), forget=True) == ()


def test_a_question_that_is_asked_no_more_takes_its_answers_with_it():
    kept = turned_on("eal", "in-care", compared="eal")
    kept = after(kept, compare(kept, "eal", "local1"))
    kept = after(kept, compare(kept, "in-care", "local2"))
    kept = with_answers(with_answers(kept, "eal", {"p1": "yes", "p2": "no"}), "in-care", {"p1": "no"})
    assert (how_many_answered(kept), how_many_answered(kept, "in-care")) == (2, 1)
    less = after(kept, stop_asking(kept, "eal"))
    held = monitoring(less)
    assert held is not None
    assert (held.questions, held.beside, held.compared) == (("in-care",), {"in-care": "local2"}, None)
    assert answered(less, "p1", "eal") == Answered()
    assert answered(less, "p1", "in-care").codes == ("no",)
    assert monitoring(after(kept, stop_asking(kept, "in-care"))).compared == "eal"


def test_how_it_stands_with_somebody_is_said_in_words():
    kept = turned_on("eal", "in-care", "young-carer")
    assert standing(kept, "p1") == "not asked"
    kept = agreed(kept, "p1")
    assert standing(kept, "p1") == "not asked"
    kept = given(kept, "eal", non_answer="not asked")
    assert standing(kept, "p1") == "not asked"
    kept = given(kept, "eal", non_answer="prefer not to say")
    assert standing(kept, "p1") == "asked, with no answer"
    kept = given(kept, "in-care", codes=("no",))
    english = "English as an additional language"
    assert standing(kept, "p1") == f"answered · not asked: Young carer · no answer: {english}"
    kept = given(kept, "young-carer", codes=("no",))
    assert standing(kept, "p1") == f"answered · no answer: {english}"
    kept = given(kept, "eal", codes=("no",))
    assert standing(kept, "p1") == "answered"


def test_of_many_questions_that_were_not_asked_it_is_said_how_many():
    kept = turned_on("eal", "in-care", "young-carer", "gender", "free-meals")
    kept = given(agreed(kept, "p1"), "eal", codes=("no",))
    assert standing(kept, "p1") == "answered · not asked: 4 questions"
    kept = given(kept, "in-care", codes=("no",))
    assert standing(kept, "p1") == "answered · not asked: Gender, Free school meals and Young carer"


def test_what_changes_nothing_is_no_change():
    kept = with_answers(turned_on("eal"), "eal", {"p1": "yes"})
    assert turn_on(kept, PROGRAMME, "The trustees", ON) == ()
    assert answer(kept, PROGRAMME, "p1", "eal", codes=("yes",)) == ()
    assert set_up(kept, questions=("eal",)) == ()

"""Answers become counts: non-answers apart, people of the period only, and what HEARD is told of who may be missing."""

from __future__ import annotations

from datetime import date

import pytest
from tests.returns.kept_apart import ON, PROGRAMME, Kept, a_group, after, agreed, turned_on, with_answers

from amie_planner import checks
from amie_planner.checks.check import Answer
from amie_planner.checks.figures import FEWEST_ANSWERS
from amie_planner.domain.changes import revise
from amie_planner.domain.monitoring import LocalBaseline
from amie_planner.domain.plan import Series
from amie_planner.returns.monitored import beside, chosen, counts, figures_for, questions_asked, told_to_heard
from amie_planner.returns.monitored_baselines import offered
from amie_planner.returns.monitoring import answer, compare, note_objection, set_up, turn_off
from amie_planner.returns.monitoring_questions import asked
from amie_planner.returns.representation import NonAnswers, Refusal, wilson

FIRST, LAST = date(2026, 9, 1), date(2026, 12, 31)
[ETHNIC] = asked(("ethnic-group",))
[MEALS] = asked(("free-meals",))
HALVES = {"yes": 1, "no": 1}
[DESCRIBES] = asked(("describes",))
ENGLAND = next(each for each in offered(MEALS, ()) if not each.is_local)


def meals(yes: int, no: int, kept: Kept | None = None) -> Kept:
    """The first people can have free school meals, those after them cannot."""
    given = {f"p{n}": "yes" if n <= yes else "no" for n in range(1, yes + no + 1)}
    return with_answers(kept or turned_on("free-meals"), "free-meals", given)


def non_answer(kept: Kept, person: str, why: str, question: str = "free-meals") -> Kept:
    kept = agreed(kept, person)
    return after(kept, answer(kept, PROGRAMME, person, question, non_answer=why))


def r11(series: Series, kept: Kept) -> tuple[Answer, str]:
    """What R11 says when it is handed the finished figures."""
    figures = figures_for(series, kept, (), FIRST, LAST)
    findings = checks.run_series(series, FIRST, LAST, figures)
    [found] = [finding for finding in findings if finding.check == "R11"]
    return found.answer, found.text


def test_answers_and_the_four_reasons_for_none_are_counted_apart():
    kept = meals(2, 3)
    reasons = {"p6": "prefer not to say", "p7": "not known", "p8": "not asked", "p9": "not applicable"}
    for person, why in reasons.items():
        kept = non_answer(kept, person, why)
    found = counts(a_group(12), kept, MEALS, FIRST, LAST)
    assert (found.people, found.answered, found.too_few) == (12, 5, False)
    assert [(box.code, box.people) for box in found.boxes] == [("yes", 2), ("no", 3)]
    assert found.non_answers == NonAnswers(1, 1, 4, 1)
    apart = found.non_answers
    assert found.answered + apart.unknown + apart.not_applicable == found.people


def test_who_objects_counts_as_not_asked_and_by_no_answer():
    kept = meals(6, 6)
    kept = after(kept, note_objection(kept, PROGRAMME, "p1", ON))
    found = counts(a_group(12), kept, MEALS, FIRST, LAST)
    assert (found.answered, found.boxes[0].people, found.non_answers.not_asked) == (11, 5, 1)


def test_only_people_of_the_sessions_in_the_period_are_counted():
    series = a_group(12)
    gone = series.after([revise(series.people[0], left=date(2026, 9, 1))])
    assert counts(gone, meals(6, 6), MEALS, date(2026, 9, 2), LAST).people == 11
    assert counts(gone, meals(6, 6), MEALS, FIRST, LAST).people == 12
    assert counts(series, meals(6, 6), MEALS, date(2027, 1, 1), None).people == 0


def test_people_and_not_boxes_are_counted_where_several_are_ticked():
    kept = agreed(turned_on("describes"), "p1")
    kept = after(kept, answer(kept, PROGRAMME, "p1", "describes", codes=("d-deaf", "disabled")))
    kept = with_answers(kept, "describes", {"p2": "disabled"})
    found = counts(a_group(12), kept, DESCRIBES, FIRST, LAST)
    assert found.answered == 2
    assert {box.code: box.people for box in found.boxes if box.people} == {"d-deaf": 1, "disabled": 2}


def test_a_box_within_another_counts_in_the_outer_one():
    kept = with_answers(turned_on("ethnic-group"), "ethnic-group", {"p1": "asian-indian", "p2": "asian", "p3": "white"})
    found = counts(a_group(12), kept, ETHNIC, FIRST, LAST)
    assert {box.code: box.people for box in found.boxes if box.people} == {"asian": 2, "white": 1}


def test_own_words_alone_are_an_answer_that_no_published_group_fits():
    kept = agreed(turned_on("ethnic-group"), "p1")
    kept = after(kept, answer(kept, PROGRAMME, "p1", "ethnic-group", in_own_words="Cornish"))
    series, [census] = (
        a_group(12),
        [o for o in offered(ETHNIC, ()) if "residents" in o.id and len(o.baseline.groups) > 5],
    )
    assert counts(series, kept, ETHNIC, FIRST, LAST).answered == 1
    found = beside(series, kept, ETHNIC, census.baseline, FIRST, LAST)
    assert (found.answered, found.non_answers.not_known, found.non_answers.not_asked) == (0, 1, 11)


def test_a_first_step_alone_counts_in_five_groups_and_not_in_nineteen():
    kept = with_answers(turned_on("ethnic-group"), "ethnic-group", {f"p{n}": "asian" for n in range(1, 13)})
    answered = {}
    for each in offered(ETHNIC, ()):
        answered.setdefault(len(each.baseline.groups), beside(a_group(12), kept, ETHNIC, each.baseline, FIRST, LAST))
    assert (answered[5].answered, answered[19].answered) == (12, 0)
    assert answered[19].non_answers.not_known == 12


@pytest.mark.parametrize("kept", [(), after(meals(6, 6), turn_off(meals(6, 6), forget=False)), turned_on("gender")])
def test_heard_is_handed_nothing_where_it_is_off_or_nothing_can_be_compared(kept: Kept):
    assert figures_for(a_group(12), kept, (), FIRST, LAST) is None
    assert r11(a_group(12), kept)[0] is Answer.NOT_RECORDED


def test_what_is_off_asks_nothing():
    kept = meals(6, 6)
    assert questions_asked(kept) == (MEALS,)
    assert questions_asked(after(kept, turn_off(kept, forget=False))) == questions_asked(()) == ()


def test_the_figures_are_those_of_the_question_and_the_baseline_that_are_named():
    kept = meals(3, 27)
    figures = figures_for(a_group(30), kept, (), FIRST, LAST)
    [group] = figures.groups
    low, high = wilson(3, 30)
    national = ENGLAND.baseline.shares["yes"]
    assert (group.counted, group.low, group.high) == (3, low, high)
    assert (group.baseline, group.expected) == (national, pytest.approx(30 * national))
    assert (figures.answered, figures.non_response) == (30, 0.0)
    assert "pupils in state-funded schools in England" in figures.compared_with


def test_r11_says_who_may_be_missing_and_how_many_would_be_expected():
    answer, text = r11(a_group(30), meals(1, 29))
    assert answer is Answer.WORTH_A_LOOK
    assert "may be missing: Eligible for free school meals (about 8 would be expected)" in text
    assert "January 2025" in text


def test_r11_says_what_could_be_chance_and_never_too_many():
    answer, text = r11(a_group(30), meals(7, 23))
    assert answer is Answer.YOUR_CALL
    assert "could be chance. Eligible for free school meals: 7, about 8 expected" in text
    answer, text = r11(a_group(30), meals(30, 0))
    assert answer is Answer.YOUR_CALL
    assert "too many" not in text


@pytest.mark.parametrize(
    ("people", "answers", "said"),
    [
        (FEWEST_ANSWERS - 1, FEWEST_ANSWERS - 1, "Fewer than ten people answered"),
        (30, FEWEST_ANSWERS - 1, "Fewer than ten people answered"),
        (30, 20, "More than three in ten did not answer"),
    ],
)
def test_r11_refuses_a_verdict_in_words(people: int, answers: int, said: str):
    answer, text = r11(a_group(people), meals(0, answers))
    assert answer is Answer.NOT_RECORDED
    assert said in text


def test_three_in_ten_without_an_answer_are_still_said_something_about():
    assert r11(a_group(30), meals(0, 21))[0] is Answer.WORTH_A_LOOK


def test_nothing_is_broken_down_of_fewer_than_ten_people():
    found = beside(a_group(9), meals(4, 5), MEALS, ENGLAND.baseline, FIRST, LAST)
    assert found.groups == ()
    assert Refusal.FEW_PEOPLE in found.refusals
    assert figures_for(a_group(9), meals(4, 5), (), FIRST, LAST).groups == ()
    assert counts(a_group(9), meals(4, 5), MEALS, FIRST, LAST).too_few


def test_a_question_without_a_baseline_is_passed_over_until_a_table_is_loaded():
    kept = turned_on("disabled", "free-meals")
    assert told_to_heard(kept, ()) == MEALS
    local = LocalBaseline.made(id="local1", question="disabled", area="York", people="residents", amounts=HALVES)
    assert told_to_heard(kept, (local,)).id == "disabled"


def test_heard_is_told_of_the_chosen_question_else_of_the_first_that_can_be_compared():
    kept = turned_on("gender", "eal", "free-meals", compared="free-meals")
    assert told_to_heard(kept, ()) == MEALS
    for no_choice in (None, "gender", "in-care"):
        assert told_to_heard(after(kept, set_up(kept, compared=no_choice)), ()).id == "eal"


def test_a_question_is_held_beside_what_was_chosen_else_beside_england():
    kept = turned_on("ethnic-group")
    first, second, *_ = offered(ETHNIC, ())
    assert chosen(kept, ETHNIC, ()) == first
    assert chosen(after(kept, compare(kept, ETHNIC.id, second.id)), ETHNIC, ()) == second
    assert chosen(after(kept, compare(kept, ETHNIC.id, "a table that has gone")), ETHNIC, ()) == first
    assert chosen(kept, DESCRIBES, ()) is None

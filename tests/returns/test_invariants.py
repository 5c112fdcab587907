"""What holds of every return over any planner: how its counts hang together, and that nothing in it says who."""

from __future__ import annotations

from itertools import chain

from hypothesis import given, settings
from tests.returns.planners import CANARIES, TEMPLATE, counted, facts_of, in_print, planners

from amie_planner.returns.facts import Facts, Source
from amie_planner.returns.table import Draft, Withheld
from amie_planner.returns.tables import characteristics, lessons, people, totals

any_planner = settings(deadline=None, max_examples=120)


def drafts(facts: Facts, *, detailed: bool = False) -> list[Draft]:
    return [
        people.people(facts, TEMPLATE),
        totals.totals(facts, TEMPLATE, detailed=detailed),
        characteristics.characteristics(facts, TEMPLATE, detailed=detailed),
        lessons.lessons(facts, TEMPLATE),
    ]


@any_planner
@given(planners())
def test_unique_people_are_no_more_than_attendances_and_no_more_than_places(sources: list[Source]) -> None:
    facts = facts_of(*sources)
    for unique, places, attendances in counted(
        people.people(facts, TEMPLATE), "Unique people", "Places", "Attendances"
    ):
        assert unique <= places
        assert attendances in (None, Withheld.NOT_APPLICABLE) or unique <= attendances
    assert len(facts.members) <= sum(member.attendances for member in facts.members)


@any_planner
@given(planners())
def test_key_stages_with_those_not_known_add_up_to_unique_people(sources: list[Source]) -> None:
    facts = facts_of(*sources)
    rows = counted(people.people(facts, TEMPLATE), "Programme", "Key Stage", "Unique people", "Places")
    for programme in {row[0] for row in rows}:
        (_, _, *whole), *parts = [row for row in rows if row[0] == programme]
        assert not facts.members or whole == [sum(row[n] for row in parts) for n in (2, 3)]
    assert not rows or rows[0][2] == len(facts.members)


@any_planner
@given(planners())
def test_only_one_only_the_other_both_neither_and_not_known_add_up_to_unique_people(sources: list[Source]) -> None:
    facts = facts_of(*sources)
    draft = characteristics.characteristics(facts, TEMPLATE)
    flags = [row[1] for row in counted(draft, "Variable", "People") if row[0] == "pupil-premium-and-send"]
    assert sum(flags) == (len(facts.members) if flags else 0)


@any_planner
@given(planners())
def test_of_every_question_the_answers_and_the_four_non_answers_make_up_everybody(sources: list[Source]) -> None:
    facts = facts_of(*sources)
    draft = characteristics.characteristics(facts, TEMPLATE)
    rows = counted(draft, "Variable", "Category code", "People", "Asked", "Answered", "Status")
    for question in facts.questions:
        mine = [row for row in rows if row[0] == question.id]
        without = {row[1]: row[2] for row in mine if row[5] == "no answer"}
        answers = sum(row[2] for row in mine if row[5] == "answer")
        assert not mine or len(without) == 4
        for *_, asked, answered, _ in mine:
            assert answered <= asked
            assert asked == answered + without["prefer not to say"] + without["not known"]
            assert asked + without["not asked"] + without["not applicable"] == len(facts.members)
            assert answers == answered or (question.several and answers > answered)


@any_planner
@given(planners())
def test_a_key_has_one_count_and_every_sum_adds_up(sources: list[Source]) -> None:
    for detailed in (False, True):
        made = drafts(facts_of(*sources), detailed=detailed)
        counts = in_print(made)
        for each in chain.from_iterable(draft.sums for draft in made):
            assert len(set(each.parts)) == len(each.parts)
            assert counts[each.total] == sum(counts[part] for part in each.parts), each


@any_planner
@given(planners())
def test_no_name_alias_id_or_free_text_stands_in_a_draft(sources: list[Source]) -> None:
    for draft in drafts(facts_of(*sources), detailed=True):
        said = repr(draft).casefold()
        assert not [canary for canary in CANARIES if canary.casefold() in said]


@any_planner
@given(planners())
def test_rows_are_as_long_as_the_columns_and_counts_of_people_are_none_below_0(sources: list[Source]) -> None:
    for draft in drafts(facts_of(*sources), detailed=True):
        assert all(len(row) == len(draft.columns) for row in draft.rows)
    assert min(in_print(drafts(facts_of(*sources), detailed=True)).values(), default=0) >= 0


def test_the_generated_planners_hold_what_must_not_leave() -> None:
    found: set[str] = set()

    @settings(deadline=None, max_examples=30, database=None)
    @given(planners())
    def look(sources: list[Source]) -> None:
        found.update(canary for canary in CANARIES if any(canary in repr(source) for source in sources))

    look()
    assert found == set(CANARIES)

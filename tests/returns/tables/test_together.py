"""All tables of a return together: one count a key, parts that add up, whatever programmes there may be."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.returns.planners import TEMPLATE, facts_of, planners

from amie_planner.domain.records import Provision, School
from amie_planner.domain.vocabulary import DeliveryType
from amie_planner.returns.disclosure import exact, shareable
from amie_planner.returns.facts import Source
from amie_planner.returns.subjects import TABLES
from amie_planner.returns.table import People

_KINDS = (DeliveryType.WHOLE_CLASS, DeliveryType.ENSEMBLE, DeliveryType.SMALL_GROUP, None)
_URNS = ("012345", "100001", None)


def with_schools(source: Source, random: Random) -> Source:
    """The same programme of any kind, whose people go to any of three schools, or it is not known."""
    schools = tuple(School(id=f"school{n}", name=f"Hill {n}", urn=random.choice(_URNS)) for n in range(3))
    ids = (*(school.id for school in schools), None)
    provision = Provision(delivery=random.choice(_KINDS), school=random.choice(ids))
    series = source.series
    return replace(
        source,
        series=replace(
            series,
            programme=series.programme.revised(schools=schools, provision=provision),
            people=tuple(person.revised(school=random.choice(ids)) for person in series.people),
        ),
    )


@settings(max_examples=80, deadline=None)
@given(planners(), st.integers(0, 2**32))
def test_every_count_has_one_key_and_every_sum_adds_up(sources: list[Source], seed: int):
    random = Random(seed)
    facts = facts_of(*(with_schools(source, random) for source in sources))
    for detailed in (False, True):
        exact([draft for table in TABLES.values() if (draft := table(facts, TEMPLATE, detailed)).rows])


@settings(max_examples=20, deadline=None)
@given(planners(), st.integers(0, 2**32))
def test_pupils_of_schools_make_up_all_people(sources: list[Source], seed: int):
    random = Random(seed)
    facts = facts_of(*(with_schools(source, random) for source in sources))
    rows = TABLES["schools"](facts, TEMPLATE, True).decided(lambda people: people.count).rows
    assert not rows or sum(row[-1] for row in rows) == len(facts.members)


@settings(max_examples=5, deadline=None)
@given(planners(), st.integers(0, 2**32))
def test_what_is_shared_of_all_tables_holds_no_count_of_1_to_4(sources: list[Source], seed: int):
    random = Random(seed)
    facts = facts_of(*(with_schools(source, random) for source in sources))
    drafts = [draft for table in TABLES.values() if (draft := table(facts, TEMPLATE, False)).rows]
    said = shareable(drafts)
    counts = [value for draft in drafts for row in draft.rows for value in row if isinstance(value, People)]
    printed = {people.key: said.say(people) for people in counts}
    assert not [key for key, value in printed.items() if isinstance(value, int) and 0 < value < 5]

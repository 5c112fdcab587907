"""How long it takes to decide what may be said of 40 tables of 30 cells about the same people. Aim: 1 s.

Printed, not judged. Run: python3 packaging/dev.py test -- tests/benchmarks/test_disclosure.py -s
"""

from __future__ import annotations

from random import Random
from time import perf_counter

import pytest
from tests.returns.tables_to_attack import a_release, drafts

from amie_planner.returns.disclosure import shareable
from amie_planner.returns.table import People


@pytest.mark.parametrize("people", [60, 200, 500])
def test_what_may_be_said_of_forty_tables(people: int) -> None:
    made = a_release(Random(people), people)
    tables = drafts(made)
    start = perf_counter()
    decided = shareable(tables)
    taken = perf_counter() - start
    said = [decided.say(People(*each)) for each in made[0].items()]
    print(f"\n{people} people: {taken * 1000:.0f} ms; {said.count('[c]')} of {len(said)} counts withheld")
    assert not {1, 2, 3, 4}.intersection(value for value in said if isinstance(value, int))

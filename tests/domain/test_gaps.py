"""The gap finder names the one change that would answer most, and says so in a sentence."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.plans import a_plan

from amie_planner.domain.access_grid import open_cells, rows
from amie_planner.domain.gaps import best_change, in_a_sentence
from amie_planner.domain.library import answers
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import LibraryAdaptation
from amie_planner.domain.tried import Tried

PEOPLE: list[dict[str, Any]] = [
    {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "barrier": "repertoire"}]},
    {
        "id": "p2",
        "alias": "Moss",
        "requirements": [
            {"id": "r2", "barrier": "repertoire"},
            {"id": "r3", "barrier": "feeling-safe", "where": ["play"]},
        ],
    },
]
DAY = [{"id": "a1", "title": "Hello", "kind": "sing"}, {"id": "a2", "title": "Rocket", "kind": "play"}]


def planned(**session: Any) -> Plan:
    return a_plan(parts={"people": PEOPLE}, activities=DAY, **session)


def entry(id: str, reach: str, *barriers: str, kinds: tuple[str, ...] = ()) -> LibraryAdaptation:
    return LibraryAdaptation.made(id=id, title=f"Change {id}", reach=reach, barriers=barriers, kinds=kinds)


SONGS, CALM, SINGING = (
    entry("A", "everyone", "repertoire"),
    entry("B", "everyone", "feeling-safe"),
    entry("C", "some", "repertoire", kinds=("sing",)),
)


def test_the_change_that_answers_most_open_cells_is_named_with_those_cells() -> None:
    proposal = best_change(open_cells(rows(planned())), [CALM, SINGING, SONGS], {})
    assert proposal is not None
    assert proposal.entry is SONGS
    assert [(c.need.id, c.activity.id) for c in proposal.cells] == [
        ("r1", "a1"),
        ("r1", "a2"),
        ("r2", "a1"),
        ("r2", "a2"),
    ]


def test_a_change_for_one_answers_only_the_cells_of_the_person_it_answers_most_for() -> None:
    own = entry("D", "one", "repertoire", "feeling-safe")
    proposal = best_change(open_cells(rows(planned())), [own], {})
    assert proposal is not None
    assert {c.need.id for c in proposal.cells} == {"r2", "r3"}


def test_of_those_that_answer_as_many_the_widest_then_what_worked_comes_first() -> None:
    some, all_, tried = (
        entry("S", "some", "repertoire"),
        entry("E", "everyone", "repertoire"),
        entry("T", "everyone", "repertoire"),
    )
    cells = open_cells(rows(planned()))
    assert (best := best_change(cells, [some, all_, tried], {})) and best.entry is all_
    assert (best := best_change(cells, [some, all_, tried], {"T": Tried(worked=1)})) and best.entry is tried
    assert (best := best_change(cells, [all_, tried], {"E": Tried(did_not=1)})) and best.entry is tried


def test_of_those_that_answer_as_many_one_that_the_session_has_already_comes_first() -> None:
    one, taken = entry("E", "everyone", "repertoire"), entry("S", "some", "repertoire")
    cells = open_cells(rows(planned()))
    assert (best := best_change(cells, [one, taken], {}, {"S"})) and best.entry is taken


def test_nothing_is_proposed_where_nothing_is_open_or_nothing_answers() -> None:
    assert best_change((), [SONGS], {}) is None
    assert best_change(open_cells(rows(planned())), [entry("Z", "everyone", "digital-access")], {}) is None


def test_the_sentence_says_how_many_and_what_would_answer_most_of_them() -> None:
    plan = planned()
    cells = open_cells(rows(plan))
    assert in_a_sentence(cells, best_change(cells, [SONGS], {}), plan) == (
        "5 gaps: “Change A”, for everyone in Hello and Rocket, could answer 4 of them, "
        "more than any other change that you have the means for."
    )
    own = best_change(cells, [entry("D", "one", "feeling-safe")], {})
    assert "“Change D”, for Moss in Rocket, could answer 1 of them" in in_a_sentence(cells, own, plan)
    one = [c for c in cells if c.need.id == "r3"]
    assert (
        in_a_sentence(one, best_change(one, [CALM], {}), plan)
        == "1 gap: “Change B”, for everyone in Rocket, could answer it."
    )
    assert in_a_sentence(one, None, plan) == (
        "1 gap, and no change that you have the kit, adults and days for answers it: choose a cell."
    )
    other = entry("E", "everyone", "repertoire")
    assert "as many as any other change" in in_a_sentence(cells, best_change(cells, [SONGS, other], {}), plan)
    assert in_a_sentence((), None, plan) == "Everything that is in somebody’s way is answered in every activity."


BARRIERS, KINDS = ("repertoire", "feeling-safe", "pace-memory-structure"), ("sing", "play", "create")


@given(
    needs=st.lists(st.tuples(st.sampled_from(["p1", "p2"]), st.sampled_from(BARRIERS)), max_size=6),
    kinds=st.lists(st.sampled_from(KINDS), max_size=4),
    shelf=st.lists(
        st.tuples(
            st.sampled_from(["everyone", "some", "one"]),
            st.lists(st.sampled_from(BARRIERS), max_size=2, unique=True),
            st.lists(st.sampled_from(KINDS), max_size=2, unique=True),
        ),
        max_size=6,
    ),
)
def test_no_entry_answers_more_than_the_one_that_is_named(needs: Any, kinds: Any, shelf: Any) -> None:
    people = [
        {"id": p, "requirements": [{"id": f"r{n}", "barrier": b} for n, (who, b) in enumerate(needs) if who == p]}
        for p in ("p1", "p2")
    ]
    plan = a_plan(parts={"people": people}, activities=[{"id": f"a{n}", "kind": k} for n, k in enumerate(kinds)])
    entries = [entry(f"E{n}", reach, *barriers, kinds=tuple(of)) for n, (reach, barriers, of) in enumerate(shelf)]
    cells = open_cells(rows(plan))
    best = best_change(cells, entries, {})
    most = max((_answered(e, cells) for e in entries), default=0)
    assert (len(best.cells) if best else 0) == most


def _answered(entry: LibraryAdaptation, cells: Any) -> int:
    mine = [c for c in cells if answers(entry, c.need.barrier, c.activity.kind)]
    if entry.reach != "one":
        return len(mine)
    return max((sum(c.need.person.id == p for c in mine) for p in ("p1", "p2")), default=0)

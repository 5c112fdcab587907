"""How many people, by programme and Key Stage: one person in several programmes, visits, and what may be linked."""

from __future__ import annotations

from typing import Any

import pytest
from tests.returns.planners import TEMPLATE, a_session, a_source, came, counted, facts_of, in_print

from amie_planner.returns.disclosure import shareable
from amie_planner.returns.facts import Source
from amie_planner.returns.table import Draft, People, Sum, Value, Withheld
from amie_planner.returns.tables.people import people

YEARS = {"A": "Y4", "B": "Y4", "C": "Y8", "D": None}


def a_group(uid: str, codes: str, *days: str, **fields: Any) -> Source:
    """People by their codes, who all came on each of these days; each has the school year of YEARS."""
    ids = {f"p{code}": code for code in codes}
    group = [{"id": id, "code": code, "school_year": YEARS[code]} for id, code in ids.items()]
    register = came(**dict.fromkeys(ids, "present"))
    held = [a_session(f"s{n}", day, register=register) for n, day in enumerate(days or ("2026-09-08",))]
    return a_source(uid, people=group, sessions=held, title=f"Group {uid}", **fields)


def made(*sources: Source) -> Draft:
    return people(facts_of(*sources), TEMPLATE)


def of_all(*sources: Source) -> dict[str, Any]:
    draft = made(*sources)
    return dict(zip((column.name for column in draft.columns), counted(draft)[0], strict=True))


def test_a_row_for_all_and_for_each_programme_by_the_key_stages_that_there_are() -> None:
    rows = counted(made(a_group("1", "ABC"), a_group("2", "AD")), "Programme", "Key Stage", "Unique people", "Places")
    assert rows == [
        ("All programmes", "All Key Stages", 4, 5),
        ("All programmes", "Key Stage 2", 2, 3),
        ("All programmes", "Key Stage 3", 1, 1),
        ("All programmes", "Key Stage not known", 1, 1),
        ("Group 1", "All Key Stages", 3, 3),
        ("Group 1", "Key Stage 2", 2, 2),
        ("Group 1", "Key Stage 3", 1, 1),
        ("Group 1", "Key Stage not known", 0, 0),
        ("Group 2", "All Key Stages", 2, 2),
        ("Group 2", "Key Stage 2", 1, 1),
        ("Group 2", "Key Stage 3", 0, 0),
        ("Group 2", "Key Stage not known", 1, 1),
    ]


def test_what_may_be_shared_has_one_row_a_programme_and_no_sum_over_rows_that_are_not_there() -> None:
    draft = people(facts_of(a_group("1", "ABC"), a_group("2", "AD")), TEMPLATE, detailed=False)
    assert counted(draft, "Programme", "Key Stage", "Unique people") == [
        ("All programmes", "All Key Stages", 4),
        ("All programmes", "Key Stage 2", 2),
        ("All programmes", "Key Stage 3", 1),
        ("All programmes", "Key Stage not known", 1),
        ("Group 1", "All Key Stages", 3),
        ("Group 2", "All Key Stages", 2),
    ]
    known = {v.key for row in draft.rows for v in row if isinstance(v, People)}
    unseen = {one.key for held in draft.sums for one in held.unseen}
    assert {key for held in draft.sums for key in (held.total, *held.parts)} <= known | unseen


def test_places_that_may_be_shared_are_of_all_key_stages() -> None:
    alone, twice = ((a_group("1", "ABC"), a_group("2", codes)) for codes in ("D", "AD"))
    for sources in (alone, twice):
        draft = people(facts_of(*sources), TEMPLATE, detailed=False)
        assert [row for row in counted(draft, "Places")[1:4]] == [(Withheld.NOT_AVAILABLE,)] * 3
        assert any("by Key Stage" in note for note in draft.notes)


def often(uid: str, everybody: int, several_times: int, sessions: int = 3) -> Source:
    """A group that all came to once, and the first of them to every session."""
    ids = [f"p{uid}{n}" for n in range(everybody)]
    who = [ids, *[ids[:several_times]] * (sessions - 1)]
    held = [a_session(f"s{n}", register=came(**dict.fromkeys(there, "present"))) for n, there in enumerate(who)]
    return a_source(uid, people=[{"id": id} for id in ids], sessions=held, title=f"Group {uid}")


def that_is_shared(*sources: Source) -> list[dict[str, Value]]:
    """Each row of what is shared, by heading."""
    draft = people(facts_of(*sources), TEMPLATE, detailed=False)
    table = draft.decided(shareable([draft]).say)
    return [dict(zip((column.name for column in table.columns), row, strict=True)) for row in table.rows]


@pytest.mark.parametrize(("core", "sessions"), [(0, 3), (1, 3), (2, 3), (4, 3), (8, 2), (9, 6)])
def test_few_core_participants_are_not_given_beside_attendances_that_bound_them(core: int, sessions: int) -> None:
    assert TEMPLATE.core_sessions == 2
    found = [row["Core participants"] for row in that_is_shared(often("1", 14, core, sessions))]
    assert all(isinstance(said, Withheld) for said in found)


def test_one_core_participant_is_printed_just_as_none_and_as_four() -> None:
    none, one, four = (
        that_is_shared(often("1", 13, core, 2), often("2", 13, 0), often("3", 13, 0)) for core in (0, 1, 4)
    )
    assert none == one == [row | {"Attendances": now["Attendances"]} for row, now in zip(four, one, strict=True)]


def test_it_is_said_that_few_core_participants_may_be_none() -> None:
    notes = people(facts_of(often("1", 14, 1)), TEMPLATE, detailed=False).notes
    assert any("[c] where there are fewer than 10 of them, and also where there are none" in note for note in notes)
    assert not any("[c]" in note for note in made(often("1", 14, 1)).notes)


def test_many_core_participants_are_given() -> None:
    assert [row["Core participants"] for row in that_is_shared(often("1", 30, 15, 5))] == [15, 15, 15]


def test_attendances_leave_room_for_everybody_once_and_for_who_came_often_more_times() -> None:
    draft = people(facts_of(often("1", 12, 2, 3)), TEMPLATE, detailed=False)
    counts = in_print([draft])
    assert (counts["attendances"], counts["all"], counts["all|core=yes|visit=2"]) == (16, 12, 2)
    assert counts["attendances|again=all|others"] == 16 - 12 - 2


def test_headcounts_leave_no_room_for_who_came() -> None:
    heads = {"mode": "headcount", "headcount": 38}
    counted_too = a_source("2", sessions=[a_session("s1", register=heads)], title="Group 2")
    counts = in_print([people(facts_of(often("1", 12, 2, 3), counted_too), TEMPLATE, detailed=False)])
    assert (counts["attendances"], counts["attendances|register=people|again=all"]) == (16 + 38, 16 - 12)


def test_visits_of_a_few_that_are_withheld_do_not_tell_how_many_people_they_were() -> None:
    # 30 people as printed, 28 to 32; 10 and 10, so 12 at most of each; and 1 to 4 visits of 4 or more.
    groups = [row for row in that_is_shared(*trial()) if row["Key Stage"] == "All Key Stages"]
    assert [row["Unique people"] for row in groups] == [30, *["[c]"] * 3]
    assert [row["Attendances"] for row in groups] == [185, 120, "[c]", "[c]"]


def trial() -> tuple[Source, ...]:
    """Two groups of 12 that met ten and five times, and a trial of 4 that met once."""
    return often("1", 12, 12, 10), often("2", 12, 12, 5), often("3", 4, 0, 1)


def test_attendances_are_of_all_key_stages_alone_and_blank_where_nobody_was_counted() -> None:
    silent = a_source("2", sessions=[a_session("s1", status="delivered")], title="Group 2")
    draft = made(a_group("1", "AC", "2026-09-08", "2026-09-15"), silent)
    rows = counted(draft, "Programme", "Key Stage", "Attendances")
    z = Withheld.NOT_APPLICABLE
    assert [row[2] for row in rows] == [4, z, z, 4, z, z, None, z, z]


def test_a_headcount_is_attendances_and_no_people() -> None:
    heads = {"mode": "headcount", "headcount": 7, "estimated": True}
    counted_too = a_source("2", sessions=[a_session(f"s{n}", register=heads) for n in range(5)], title="Group 2")
    days = [f"2026-09-{day:02}" for day in range(1, 6)]
    draft = made(a_group("1", "A", *days), counted_too)
    assert counted(draft, "Unique people", "Attendances")[0] == (1, 40)
    notes = draft.decided(lambda people: people.count).notes
    assert "Heads were counted in 5 sessions: these count as attendances, never as unique people." in notes
    assert "Estimated: the headcount of 5 sessions." in notes


def test_new_and_continued_make_up_everybody() -> None:
    found = of_all(a_group("1", "AB", "2026-05-05", "2026-09-08"), a_group("2", "BC"))
    assert (found["Unique people"], found["New in the period"], found["Continued"]) == (3, 1, 2)


def test_a_core_participant_of_all_may_be_none_of_a_programme() -> None:
    draft = made(a_group("1", "AB"), a_group("2", "B", "2026-09-09"))
    assert [row[0] for row in counted(draft, "Core participants")[::2]] == [1, 0, 0]
    keys = {value.key for row in draft.rows for value in row if isinstance(value, People)}
    assert {"all|core=yes", "all|core in 1=yes", "programme:2|core in 2=yes"} <= keys


def test_who_came_often_to_one_programme_came_often_to_all() -> None:
    draft = made(a_group("1", "ABC", "2026-09-08", "2026-09-15"), a_group("2", "BCD", "2026-09-09"))
    counts = in_print([draft])
    bounds = Sum("all|core=yes", ("programme:1|core in 1=yes", "all|core=yes but programme:1|core in 1=yes"))
    assert bounds in [Sum(each.total, each.parts) for each in draft.sums if each.only_bounds]
    assert [counts[key] for key in (bounds.total, *bounds.parts)] == [3, 3, 0]


def test_who_had_not_made_music_before_is_who_is_recorded_so() -> None:
    group = [{"id": f"p{n}", "new_to_music": said} for n, said in enumerate((True, False, None, True))]
    register = came(**{person["id"]: "present" for person in group})
    assert (
        of_all(a_source(people=group, sessions=[a_session("s1", register=register)]))["Had not made music before"] == 2
    )


def test_the_same_people_have_the_same_key_in_every_row() -> None:
    draft = made(a_group("1", "ABC"))
    firsts = [row[2] for row in draft.rows]
    assert firsts[: len(firsts) // 2] == firsts[len(firsts) // 2 :]


def test_programmes_without_anybody_in_common_make_up_all() -> None:
    sums = made(a_group("1", "AB"), a_group("2", "C")).sums
    for within in ("", "|stage=ks2", "|new=yes", "|core=yes|stage=ks3"):
        assert any(each.total == f"all{within}" and f"programme:2{within}" in each.parts for each in sums), within


def test_places_are_all_people_and_the_further_places_of_some() -> None:
    draft = made(a_group("1", "ABC"), a_group("2", "AB"), a_group("3", "ABC"))
    counts = in_print([draft])
    assert Sum("places", ("all", "programme:2", "places:3")) in [Sum(each.total, each.parts) for each in draft.sums]
    assert (counts["places"], counts["further places"], counts["places:3"]) == (8, 5, 3)


def test_visits_to_programmes_make_up_all_visits() -> None:
    draft = made(a_group("1", "AB"), a_group("2", "C"))
    assert Sum("attendances", ("attendances|programme=1", "attendances|programme=2")) in draft.sums


def test_who_could_not_be_matched_is_said_where_there_are_several_programmes() -> None:
    said = "Whoever has no agreed code, or one that another of their programme has, counts once in each programme."
    no_code = a_source("2", people=[{"id": "p1"}], sessions=[a_session("s1", register=came(p1="present"))])
    assert said in made(a_group("1", "A"), no_code).notes
    assert said not in made(no_code).notes
    assert said not in made(a_group("1", "A"), a_group("2", "B")).notes


def test_no_delivered_session_is_no_row() -> None:
    planned = a_source(people=[{"id": "p1"}], sessions=[a_session("s1")])
    assert (made(planned).rows, made(planned).sums, made().rows) == ((), (), ())

"""The grid of lessons: each kind of provision by Key Stage, each person in one column of gender."""

from __future__ import annotations

from typing import Any

import pytest
from tests.returns.planners import TEMPLATE, a_session, a_source, came, counted, facts_of, in_print

from amie_planner.returns.facts import Source
from amie_planner.returns.table import Draft, Sum
from amie_planner.returns.tables.lessons import lessons
from amie_planner.returns.tables.wording import said

ASKED = ("gender", "pupil-premium", "send-status")
ENSEMBLE, INDIVIDUAL = (said("delivery_type", kind) for kind in ("ensemble", "individual"))
GIRL, BOY, BOTH = ({"codes": codes} for codes in (["girl"], ["boy"], ["girl", "boy"]))


def a_group(uid: str, people: dict[str, Any], kind: str | None, asked: Any = ASKED, year: str = "Y4") -> Source:
    """People by their codes, with the answer to the question of gender."""
    ids = {f"p{code}": code for code in people}
    answers = {id: {"gender": people[code]} for id, code in ids.items() if people[code]}
    return a_source(
        uid,
        people=[{"id": id, "code": code, "school_year": year} for id, code in ids.items()],
        sessions=[a_session("s1", register=came(**dict.fromkeys(ids, "present")))],
        answers=answers if asked else {},
        asked=asked,
        provision={"delivery": kind} if kind else {},
    )


def made(*sources: Source) -> Draft:
    return lessons(facts_of(*sources), TEMPLATE)


def test_kinds_come_in_their_order_each_by_key_stage_and_all_kinds_in_one_row() -> None:
    draft = made(
        a_group("1", {"A": GIRL}, None),
        a_group("2", {"A": GIRL, "B": BOY}, "ensemble"),
        a_group("3", {"C": GIRL}, "individual", year="Y8"),
    )
    assert counted(draft, "Kind of provision", "Key Stage", "Girls", "Boys", "Total") == [
        (INDIVIDUAL, "All Key Stages", 1, 0, 1),
        (INDIVIDUAL, "Key Stage 2", 0, 0, 0),
        (INDIVIDUAL, "Key Stage 3", 1, 0, 1),
        (ENSEMBLE, "All Key Stages", 1, 1, 2),
        (ENSEMBLE, "Key Stage 2", 1, 1, 2),
        (ENSEMBLE, "Key Stage 3", 0, 0, 0),
        ("Kind not recorded", "All Key Stages", 1, 0, 1),
        ("Kind not recorded", "Key Stage 2", 1, 0, 1),
        ("Kind not recorded", "Key Stage 3", 0, 0, 0),
        ("All kinds", "All Key Stages", 2, 1, 3),
    ]
    assert any("counted in each" in note for note in draft.notes)


def test_what_is_said_of_two_kinds_does_not_tell_whether_anybody_is_in_two() -> None:
    apart = made(a_group("1", {"A": GIRL}, "ensemble"), a_group("2", {"B": BOY}, "individual"))
    both = made(a_group("1", {"A": GIRL}, "ensemble"), a_group("2", {"A": GIRL, "B": BOY}, "individual"))
    assert apart.notes == both.notes


def test_programmes_of_one_kind_are_one_row_and_a_person_of_two_is_one() -> None:
    draft = made(a_group("1", {"A": GIRL}, "ensemble"), a_group("2", {"A": GIRL, "B": BOY}, "ensemble"))
    rows = counted(draft, "Kind of provision", "Key Stage", "Total")
    assert rows == [(ENSEMBLE, "All Key Stages", 2), (ENSEMBLE, "Key Stage 2", 2)]


@pytest.mark.parametrize(
    ("answer", "column"),
    [
        (GIRL, "Girls"),
        (BOY, "Boys"),
        (BOTH, "Another way"),
        ({"codes": ["non-binary"]}, "Another way"),
        ({"in_own_words": "a star"}, "Another way"),
        ({"non_answer": "prefer not to say"}, "Not known"),
        (None, "Not known"),
    ],
)
def test_everybody_stands_in_one_column_of_gender(answer: Any, column: str) -> None:
    names = ("Girls", "Boys", "Another way", "Not known", "Total")
    (row, *_) = counted(made(a_group("1", {"A": answer}, "ensemble")), *names)
    assert {name for name, many in zip(names, row, strict=True) if many} == {column, "Total"}


def test_what_is_not_asked_is_blank_and_not_everybody_not_known() -> None:
    names = ("Girls", "Not known", "Pupil Premium only", "Both", "Total")
    draft = made(a_group("1", {"A": None}, "ensemble", asked=["eal"]))
    assert counted(draft, *names)[0] == (None, None, None, None, 1)
    assert "Gender is not asked: its columns are blank." in draft.notes
    assert "Pupil Premium and SEND are not both asked: their columns are blank." in draft.notes


def test_there_is_no_column_for_subsidies_and_the_notes_say_why() -> None:
    draft = made(a_group("1", {"A": GIRL}, "ensemble"))
    assert not any("ubsid" in column.name for column in draft.columns)
    assert (
        draft.notes[0] == "Whether a lesson was subsidised for somebody is not recorded, so there is no column for it."
    )


def sums(draft: Draft) -> list[Sum]:
    return [Sum(each.total, each.parts, one_thing=each.one_thing) for each in draft.sums]


def test_columns_of_a_row_and_rows_of_a_column_add_up() -> None:
    draft = made(a_group("1", {"A": GIRL}, "ensemble"), a_group("2", {"B": BOY}, "individual", year="Y8"))
    of = "programme:1"
    gender = [f"{of}|gender-alone={way}|stage=ks2" for way in ("girl", "boy", "another")]
    assert Sum(f"{of}|gender-alone=known|stage=ks2", tuple(gender), one_thing=True) in sums(draft)
    stages = tuple(f"{of}|gender-alone=girl|stage={stage}" for stage in ("ks2", "ks3"))
    assert Sum(f"{of}|gender-alone=girl", stages) in sums(draft)
    assert Sum("all|stage=ks3", ("programme:2|stage=ks3", "programme:1|stage=ks3")) in sums(draft)


def test_the_grid_hangs_together_with_the_question_of_gender() -> None:
    draft = made(a_group("1", {"A": GIRL, "B": BOTH, "C": None}, "ensemble"))
    assert Sum("all|gender=girl", ("all|gender-alone=girl", "all|gender=girl and more")) in sums(draft)
    assert Sum("all", ("all|gender=answered", "all|gender-alone=not-known")) in sums(draft)
    counts = in_print([draft])
    assert [counts[f"all|gender={way}"] for way in ("girl", "girl and more", "answered")] == [2, 1, 2]


def test_a_kind_with_the_people_of_one_programme_has_its_word() -> None:
    draft = made(a_group("1", {"A": GIRL}, "ensemble"), a_group("2", {"B": BOY}, "individual"))
    assert {key.partition("|")[0] for key in in_print([draft])} == {"all", "programme:1", "programme:2"}


def test_nobody_there_is_no_row() -> None:
    assert made(a_group("1", {}, "ensemble")).rows == ()

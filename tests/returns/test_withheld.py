"""What is withheld in finished tables, in sentences and in figures: everything that is, and no more than they show."""

from __future__ import annotations

from amie_planner.returns.disclosure import RULE
from amie_planner.returns.table import Column, Table, Value, Withheld
from amie_planner.returns.withheld import how_much, why_withheld

C, X, Z = Withheld.CONFIDENTIAL, Withheld.NOT_AVAILABLE, Withheld.NOT_APPLICABLE
SMALL = "[c] where a figure is small or could help to find out about single people"


def a_table(name: str, columns: str, *rows: tuple[Value, ...]) -> Table:
    """Columns are named by words; one that ends in “code” is a code."""
    heads = tuple(Column(head, head, is_code=head.endswith("code")) for head in columns.split(", "))
    return Table(name, heads, rows)


def test_the_table_and_its_rows_are_named_and_it_is_said_why() -> None:
    small = a_table("Lessons", "Who, People", ("all", RULE.few), ("girls", C), ("boys", C))
    kept = a_table("Voice", "Who, People", ("team", X), ("a", C), ("b", 5))
    assert list(why_withheld([small, kept])) == [
        "Lessons: “fewer than 10” where a group is too small to say more of it: “all”.",
        f"Lessons: {SMALL}: “girls” and “boys”.",
        f"Voice: {SMALL}: “a”.",
        "Voice: [x] where a figure is of too few people, or would tell what is kept back elsewhere: “team”.",
    ]


def test_of_many_rows_it_is_said_how_many_figures_are_withheld_and_in_which_columns() -> None:
    rows = ((f"row {n}", 10 if n == 0 else C, Z) for n in range(20))
    assert list(why_withheld([a_table("Long", "Who, People, Per cent", *rows)])) == [
        f"Long: {SMALL}: 19 of 20 figures, in “People”."
    ]


def test_a_row_is_named_by_its_labels_and_not_by_their_codes() -> None:
    table = a_table(
        "Answers",
        "Question code, Question, Answer code, Answer, People, Status",
        ("gender", "Gender", "girl", "Girl or woman", C, "answer"),
    )
    assert list(why_withheld([table])) == [f"Answers: {SMALL}: “Gender, Girl or woman”."]


def test_a_row_of_several_figures_says_which_of_them_are_withheld() -> None:
    table = a_table("People", "Group, Unique people, New", ("Choir", 20, C), ("Band", C, 15))
    assert list(why_withheld([table])) == [f"People: {SMALL}: “Choir” (“New”) and “Band” (“Unique people”)."]


def test_what_was_worked_out_is_told_as_what_was_counted_is() -> None:
    table = a_table("Schools", "School, People, Hours, Per cent", ("Hill Lane", 20, C, X))
    assert [why.rpartition(": ")[2] for why in why_withheld([table])] == [
        "“Hill Lane” (“Hours”).",
        "“Hill Lane” (“Per cent”).",
    ]


def test_of_figures_alone_the_only_row_is_named() -> None:
    assert list(why_withheld([a_table("Totals", "People", (C,))])) == [f"Totals: {SMALL}: the only row."]


def test_words_blanks_and_what_does_not_apply_are_no_figures() -> None:
    table = a_table(
        "People", "Group, People, Hours, New, Since", ("Choir", 20, 1.5, C, None), ("Band", Z, X, RULE.few, "")
    )
    assert how_much([table, table]) == (4, 10)

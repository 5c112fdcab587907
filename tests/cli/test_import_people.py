"""Class lists on the command line: what would happen is said without a name, and all come in or nobody."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.example_plans import SPACE_SOUNDS
from tests.exchange.class_lists import sheets

from amie_planner.cli import main
from amie_planner.exchange.class_lists import FIELDS
from amie_planner.exchange.loading import load

Run = Callable[..., tuple[int, str, str]]

ROWS = [
    ("Legal Surname", "Preferred Forename", "NC Year", "Reg", "UPN", "DOB", "Animal"),
    ("Zephyr", "Quill", "7", "7Q", "A123", "13/04/2014", "axolotl"),
    ("Vesper", "Quill", "7", "7Q", "A124", "14/04/2014", "axolotl"),
    ("", "", "", "", "", "", ""),
    ("Yarrow", "Juniper", "8", "8Q", "A125", "", "axolotl"),
]
PRIVATE = ("Zephyr", "Quill", "Vesper", "Yarrow", "Juniper", "A12", "2014", "axolotl", "7Q")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command: its exit code, what it printed, and what it said was amiss."""

    def once(*arguments: object) -> tuple[int, str, str]:
        code = main(["import-people", *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return once


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A class list."""
    path = tmp_path / "list.csv"
    path.write_bytes(sheets.csv(ROWS, ";", "cp1252"))
    return path


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan file that people can be brought into."""
    path = tmp_path / "plan.amieplan"
    path.write_bytes(SPACE_SOUNDS.read_bytes())
    return path


def test_json_says_what_is_agreed_and_nothing_else(run: Run, file: Path, plan: Path):
    code, said, _ = run(file, "--json", "--into", plan, "--dry-run")
    found: dict[str, Any] = json.loads(said)
    assert code == 0
    assert list(found) == ["encoding", "delimiter", "columns", "people", "possible_matches", "problems"]
    assert (found["encoding"], found["delimiter"], found["people"]) == ("utf-8", ";", 3)
    assert [(c["header"], c["field"], c["left_out"]) for c in found["columns"]] == [
        ("Legal Surname", "surname", False),
        ("Preferred Forename", "preferred-name", False),
        ("NC Year", "school-year", False),
        ("Reg", "group", False),
        ("UPN", None, True),
        ("DOB", "birth-date", True),
        ("Animal", None, True),
    ]
    assert all(set(c) == {"header", "field", "left_out", "why"} and c["why"] for c in found["columns"])
    assert all(set(p) == {"row", "column", "text"} for p in found["problems"])
    assert [p["row"] for p in found["problems"]] == [2, 2, 3, 4]
    assert found["possible_matches"] == []


@pytest.mark.parametrize("more", [(), ("--dry-run",), ("--json",)])
def test_what_would_happen_is_said_for_each_column_and_row_with_no_word_about_anybody(run: Run, file: Path, more):
    code, said, amiss = run(file, *more)
    assert (code, amiss) == (0, "")
    assert not any(word in said for word in PRIVATE)


def test_text_says_every_column_and_row_and_that_nothing_is_written(run: Run, file: Path):
    said = run(file)[1]
    for words in (
        "Read as UTF-8, columns parted by semicolons.",
        "Legal Surname: surname, known by its heading",
        "UPN: left out: a number that follows",
        "DOB: left out (birth-date): for a hub return only",
        "  2 to 3: would be added",
        "  4: passed over (blank)",
        "  5: would be added",
        "row 2: Somebody else goes by the same first name",
        "3 people would be added; nothing is written.",
    ):
        assert words in said


@pytest.mark.parametrize(("write", "said"), [(sheets.xlsx, "an XLSX spreadsheet"), (sheets.ods, "an ODS spreadsheet")])
def test_a_spreadsheet_is_called_one(run: Run, tmp_path: Path, write, said: str):
    file = tmp_path / "list"
    file.write_bytes(write(ROWS))
    assert run(file)[1].startswith(f"Read as {said}.\n")


def test_a_cell_like_a_formula_comes_in_whole_and_is_said(run: Run, tmp_path: Path, plan: Path):
    file = tmp_path / "list.csv"
    file.write_bytes(sheets.csv([("Forename", "Surname"), ("=1+Quill", "Zephyr")]))
    said = run(file, "--into", plan)[1]
    assert "  row 2, Forename: This begins like a formula: taken as text, look at it.\n" in said
    assert load(plan).people[-1].alias == "=1+Quill"


def test_without_into_and_in_a_dry_run_nothing_is_written(run: Run, file: Path, plan: Path, tmp_path: Path):
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert run(file)[0] == run(file, "--into", plan, "--dry-run")[0] == 0
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("write", [sheets.csv, sheets.xlsx, sheets.ods], ids=["csv", "xlsx", "ods"])
def test_people_come_into_a_plan_file_with_nothing_that_is_left_out(run: Run, tmp_path: Path, plan: Path, write):
    file = tmp_path / "list"
    file.write_bytes(write(ROWS))
    before = load(plan)
    code, said, _ = run(file, "--into", plan)
    after = load(plan)
    assert code == 0
    assert "3 people added." in said
    assert not any(word in said for word in PRIVATE)
    assert after.people[: len(before.people)] == before.people
    assert [(p.alias, p.name, p.school_year, p.groups[0].group) for p in after.people[len(before.people) :]] == [
        ("Quill Z", "Quill Zephyr", "Y7", "7Q"),
        ("Quill V", "Quill Vesper", "Y7", "7Q"),
        ("Juniper", "Juniper Yarrow", "Y8", "8Q"),
    ]
    assert not any(word in plan.read_text(encoding="utf-8") for word in ("A12", "2014-04", "13/04", "axolotl"))


def test_whoever_may_be_there_already_is_said_by_id_and_not_added(run: Run, file: Path, plan: Path, tmp_path: Path):
    run(file, "--into", plan)
    plan.write_bytes(held := plan.read_bytes() + b"\n")
    code, said, _ = run(file, "--into", plan)
    assert code == 0
    assert "Nobody added. 3 rows are left out" in said
    assert plan.read_bytes() == held
    found = json.loads(run(file, "--into", plan, "--json")[1])
    assert (found["people"], [m["row"] for m in found["possible_matches"]]) == (3, [2, 3, 5])
    ids = [person.id for person in load(plan).people]
    assert [m["with"] for m in found["possible_matches"]] == ids[-3:]
    more = tmp_path / "more.csv"
    more.write_bytes(sheets.csv([*ROWS, ("Wagtail", "Bramble", "9", "", "", "", "")]))
    assert "1 person added. 3 rows are left out" in run(more, "--into", plan)[1]
    assert [p.alias for p in load(plan).people][-1] == "Bramble"


def test_columns_can_be_chosen_one_by_one(run: Run, file: Path, plan: Path):
    chosen = ("--map", "Animal=group", "--map", "reg=other", "--map", "DOB=other")
    code, said, _ = run(file, "--json", "--into", plan, *chosen)
    columns = {c["header"]: (c["field"], c["left_out"]) for c in json.loads(said)["columns"]}
    assert code == 0
    assert (columns["Animal"], columns["Reg"], columns["DOB"]) == (("group", False), ("other", True), ("other", True))
    assert load(plan).people[-1].groups[0].group == "axolotl"


def test_a_heading_may_hold_an_equals_sign(run: Run, tmp_path: Path):
    file = tmp_path / "list.csv"
    file.write_bytes(b"Name,y=mx\nFern,7\n")
    assert '"school-year"' in run(file, "--json", "--map", "y=mx=school-year")[1]


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (("Colour=group",), "no column Colour"),
        (("Reg=colour",), f"The fields are: {', '.join(FIELDS)}"),
        (("Reg",), "--map column=field"),
        (("=group",), "--map column=field"),
        (("Reg=group", "Reg=other"), "chosen twice"),
        (("Reg=group", "reg=other"), "chosen twice"),
    ],
)
def test_a_choice_that_cannot_be_met_is_refused_in_one_line(run: Run, file: Path, plan: Path, choice, words: str):
    before = plan.read_bytes()
    code, said, amiss = run(file, "--into", plan, *(part for one in choice for part in ("--map", one)))
    assert (code, said, amiss.count("\n")) == (2, "", 1)
    assert words in amiss
    assert plan.read_bytes() == before


REFUSED = {
    "a plan file": SPACE_SOUNDS.read_bytes(),
    "a password": (Path(__file__).parents[1] / "exchange/class_lists/files/protected.xlsx").read_bytes(),
    "a zip that grows": sheets.zipped(sheets.xlsx_parts("") | {"xl/worksheets/sheet2.xml": " " * 1_000_000}),
    "one row too many": sheets.csv([("Forename",), *[("Fern",)] * 50_001]),
    "a file too large": b"Forename\n" + b"Fern\n" * 4_000_001,
    "no names": sheets.csv([("Year",), ("7",)]),
    "no headings": sheets.csv([("Otter", "Fern")]),
    "a cell too long": sheets.csv([("Forename", "Year"), ("Fern", "7"), ("x" * 20_001, "7")]),
    "cells that shifted": b"Forename,Year\nFern,7\nAsh,Heron,7\n",
    "null bytes": b"Forename,Year\nFe\0rn,7\n",
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_refused_list_is_one_line_with_a_way_forward_and_changes_nothing(run: Run, tmp_path: Path, plan: Path, kind):
    file = tmp_path / "list.csv"
    file.write_bytes(REFUSED[kind])
    before = plan.read_bytes()
    code, said, amiss = run(file, "--into", plan)
    assert (code, said, amiss.count("\n")) == (2, "", 1)
    assert len(amiss.split(". ")) >= 2
    assert plan.read_bytes() == before
    assert "Fern" not in amiss


def test_a_list_or_plan_that_is_not_there_is_refused(run: Run, file: Path, plan: Path, tmp_path: Path):
    for arguments in ((tmp_path / "none.csv",), (tmp_path,), (file, "--into", tmp_path / "none.amieplan")):
        code, said, amiss = run(*arguments)
        assert (code, said, amiss.count("\n")) == (2, "", 1)


def test_many_things_to_look_at_are_cut_short_as_text_and_whole_as_json(run: Run, tmp_path: Path):
    file = tmp_path / "list.csv"
    file.write_bytes(sheets.csv([("Forename", "Surname"), *[("Fern", f"Otter{n}") for n in range(80)]]))
    assert "and 30 more; --json says all" in run(file)[1]
    assert len(json.loads(run(file, "--json")[1])["problems"]) == 80


def test_there_is_help(run: Run):
    with pytest.raises(SystemExit) as stopped:
        run("--help")
    assert stopped.value.code == 0

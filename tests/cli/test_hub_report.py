"""`report --return NAME`: a hub's tables from plan files, as a workbook or a folder, everybody counted once."""

from __future__ import annotations

import csv
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.plans import a_document, in_bytes

from amie_planner.cli import main
from amie_planner.domain.days import near
from amie_planner.places import resource

PERIOD = ("--from", "2026-09-01", "--to", "2027-08-31")


def a_file(folder: Path, uid: str, people: int, coded: int, **parts: Any) -> Path:
    """A plan file with one session, to which so many came; the first of them have the codes c0, c1 …"""
    group = [{"id": f"p{n}", "name": "Zarquonia"} | ({"code": f"c{n}"} if n < coded else {}) for n in range(people)]
    register = {"mode": "people", "people": {person["id"]: "present" for person in group}}
    session = {"id": "s", "title": "Week", "date": "2026-09-08", "minutes": 60, "register": register}
    file = folder / f"{uid}.amieplan"
    document = a_document(programme={"uid": uid, "title": uid}, people=group, sessions=[session], **parts)
    file.write_bytes(in_bytes(document))
    return file


def ask(*asked: object) -> int:
    return main(["report", *PERIOD, *map(str, asked)])


def rows(folder: Path, table: str) -> list[list[str]]:
    (file,) = folder.glob(f"[0-9][0-9]-{table}*.csv")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.reader(opened))


def figure(folder: Path, name: str) -> str:
    return next(row[1] for row in rows(folder, "totals") if row[0] == name)


EXACT = ("--profile", "exact", "--recipient", "The hub", "--reason", "The year’s return")


def test_a_dozen_leaders_files_make_one_return_in_which_a_code_is_one_person(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    files = [a_file(tmp_path, f"leader{n}", people=12, coded=10) for n in range(12)]
    assert ask(*files, "--return", "general", *EXACT, "--out", tmp_path / "out") == 0
    assert figure(tmp_path / "out", "Unique people") == str(10 + 12 * 2)
    assert figure(tmp_path / "out", "Attendances") == str(12 * 12)
    said = capsys.readouterr().out
    assert "People without an agreed code, who could not be matched from one file to another: 24" in said


def test_what_is_shareable_is_made_where_no_profile_is_named(tmp_path: Path) -> None:
    assert ask(a_file(tmp_path, "u", 13, 13), "--return", "general", "--out", tmp_path / "out") == 0
    assert figure(tmp_path / "out", "Unique people") == "15"


@pytest.mark.parametrize(
    ("given", "unsaid"),
    [
        ((), "who receives it and for what reason"),
        (("--recipient", "X", "--reason", "The year"), "who receives it"),
        (("--recipient", "\u200b\u2060\u3164", "--reason", "The year"), "who receives it"),
        (("--recipient", "The hub", "--reason", "…"), "for what reason"),
    ],
)
def test_an_exact_return_that_does_not_say_for_whom_and_why_is_refused_and_nothing_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, given: tuple[str, ...], unsaid: str
) -> None:
    out = tmp_path / "out"
    asked = (a_file(tmp_path, "u", 13, 13), "--return", "general", "--profile", "exact", *given, "--out", out)
    assert ask(*asked) == 2
    assert capsys.readouterr().err == (
        f"An exact return holds small numbers, and this one does not say {unsaid}. "
        f"Say in a word or more {unsaid}, or make a shareable one.\n"
    )
    assert not out.exists()


def test_an_exact_return_says_that_it_is_not_for_publication(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert ask(a_file(tmp_path, "u", 13, 13), "--return", "general", *EXACT, "--out", tmp_path / "out") == 0
    assert "not for publication" in capsys.readouterr().out


def test_it_says_on_which_day_it_was_made(tmp_path: Path) -> None:
    before = date.today()
    assert ask(a_file(tmp_path, "u", 13, 13), "--return", "general", "--out", tmp_path / "out") == 0
    [made] = [row[2] for row in rows(tmp_path / "out", "notes") if row[1] == "Made"]
    assert made.startswith((near(before, None), near(date.today(), None)))


def test_what_is_withheld_or_left_out_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert ask(a_file(tmp_path, "u", 7, 7), "--return", "general", "--out", tmp_path / "out") == 0
    said = capsys.readouterr().out
    assert "“fewer than 10” where a group is too small" in said
    assert "“Who took part” is not here: not held in plan files." in said


def test_a_workbook_is_one_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "return.xlsx"
    assert ask(a_file(tmp_path, "u", 13, 13), "--return", "small-funder", "--out", out) == 0
    assert out.read_bytes().startswith(b"PK")
    assert capsys.readouterr().out.startswith("Small funder in return.xlsx\n")


def test_an_old_workbook_is_replaced_only_where_that_is_asked(tmp_path: Path) -> None:
    out, file = tmp_path / "return.xlsx", a_file(tmp_path, "u", 13, 13)
    out.write_bytes(b"old")
    assert ask(file, "--return", "general", "--out", out) == 2
    assert out.read_bytes() == b"old"
    assert ask(file, "--return", "general", "--replace", "--out", out) == 0
    assert out.read_bytes() != b"old"


def held(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_the_same_return_again_changes_nothing_and_says_what_is_there(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file, out = a_file(tmp_path, "u", 13, 13), tmp_path / "out"
    assert ask(file, "--return", "small-funder", "--out", out) == 0
    assert "already" not in capsys.readouterr().out
    before = held(out)
    (out / "01-notes.csv").unlink()
    assert ask(file, "--return", "small-funder", "--out", out) == 0
    assert held(out) == before
    assert capsys.readouterr().out.splitlines()[:2] == ["01-notes.csv", "02-definitions.csv is there already"]


@pytest.mark.parametrize(
    "other", [("v",), ("u", "--to", "2026-12-31"), ("u", "--return", "youth-music"), ("u", "--recipient", "A trust")]
)
def test_csv_files_of_another_return_share_a_folder_with_none_unless_replaced(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, other: tuple[str, ...]
) -> None:
    files, out = {"u": a_file(tmp_path, "u", 13, 13), "v": a_file(tmp_path, "v", 24, 24)}, tmp_path / "out"
    assert ask(files["u"], "--return", "small-funder", "--out", out) == 0
    before = held(out)
    which, *changed = other
    asked = (files[which], "--return", "small-funder", *changed, "--out", out)
    assert ask(*asked) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert held(out) == before
    if "youth-music" not in other:
        assert ask(*asked, "--replace") == 0
        assert held(out).keys() == before.keys() and held(out) != before


@pytest.mark.parametrize("replace", [["--replace"], []])
@pytest.mark.parametrize(("first", "second"), [(EXACT, ()), ((), EXACT)])
def test_an_exact_and_a_shareable_return_never_share_a_folder(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    first: tuple[str, ...],
    second: tuple[str, ...],
    replace: list[str],
) -> None:
    file, out = a_file(tmp_path, "u", 13, 13), tmp_path / "out"
    assert ask(file, "--return", "small-funder", *first, "--out", out) == 0
    before = {each.name: each.read_bytes() for each in out.iterdir()}
    assert all(name.endswith("-exact-restricted.csv") is bool(first) for name in before)
    assert ask(file, "--return", "small-funder", *second, *replace, "--out", out) == 2
    assert "another return" in capsys.readouterr().err
    assert {each.name: each.read_bytes() for each in out.iterdir()} == before


def test_help_and_readme_say_what_replace_replaces_and_that_it_removes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["report", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "replace the workbook, or the CSV files of the same tables" in said
    assert "CSV files of other tables is refused with it too, for it removes none" in said
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert "A folder with CSV files of other tables is refused, with `--replace` too" in readme


def test_files_of_a_longer_return_never_stay_beside_a_new_one(tmp_path: Path) -> None:
    file, out = a_file(tmp_path, "u", 13, 13), tmp_path / "out"
    assert ask(file, "--return", "general", "--out", out) == 0
    before = held(out)
    assert ask(file, "--return", "small-funder", "--replace", "--out", out) == 2
    assert held(out) == before
    assert ask(file, "--return", "general", "--replace", "--out", out) == 0


@pytest.mark.parametrize("profile", [EXACT, ()])
def test_it_says_that_nothing_was_noted_or_compared(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, profile: tuple[str, ...]
) -> None:
    assert ask(a_file(tmp_path, "u", 13, 13), "--return", "small-funder", *profile, "--out", tmp_path / "out") == 0
    assert "noted in no planner and compared with none" in capsys.readouterr().out


@pytest.mark.parametrize("out", ["out.csv", "out.pdf", "out.docx"])
def test_several_tables_go_into_no_other_kind_of_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, out: str
) -> None:
    assert ask(a_file(tmp_path, "u", 13, 13), "--return", "general", "--out", tmp_path / out) == 2
    assert ".xlsx" in capsys.readouterr().err
    assert not (tmp_path / out).exists()


@pytest.mark.parametrize(
    ("named", "told"),
    [
        (("Calder Sound", "Calder Sound"), ""),
        (("Calder Sound", "Band Trust"), "Organisations that the programmes name: “Calder Sound” and “Band Trust”."),
        (("Calder Sound", None), "Organisations that the programmes name: “Calder Sound” and none."),
        (("Zarq", "Band"), "Organisations that the programmes name: “one that may be somebody’s name” and “Band”."),
    ],
)
def test_the_organisation_that_all_files_name_hands_it_in_and_others_are_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, named: tuple[str | None, ...], told: str
) -> None:
    files = [tmp_path / f"{n}.amieplan" for n in range(len(named))]
    for file, name in zip(files, named, strict=True):
        programme = {"uid": file.stem, "title": file.stem} | ({"organisation": name} if name else {})
        file.write_bytes(in_bytes(a_document(programme=programme, people=[{"id": "p", "name": "Zarq"}])))
    assert ask(*files, "--return", "general", "--out", tmp_path / "out") == 0
    assert [line for line in capsys.readouterr().out.splitlines() if "Organisations" in line] == [told] * bool(told)
    assert [each.name for each in (tmp_path / "out").glob("*organisation*")] == (
        [] if told else ["03-organisation.csv"]
    )


def test_a_hubs_own_file_is_a_return_too_under_an_id_of_its_own(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own = tmp_path / "ours.toml"
    text = resource("returns", "small-funder.2026.toml").read_text(encoding="utf-8")
    file = a_file(tmp_path, "u", 13, 13)
    own.write_text(text, encoding="utf-8")
    assert ask(file, "--return", own, "--out", tmp_path / "out") == 2
    assert capsys.readouterr().err.startswith("ours.toml, line 1: id is “small-funder”, which is a return that comes")
    text = text.replace('"small-funder"', '"ours"').replace('"The whole period in single figures"', '"Our figures"')
    own.write_text(text, encoding="utf-8")
    assert ask(file, "--return", own, "--out", tmp_path / "out") == 0
    assert figure(tmp_path / "out", "Unique people") == "15"


def test_what_is_wrong_with_a_hubs_own_file_is_one_line_by_line_and_key(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own, out = tmp_path / "ours.toml", tmp_path / "out"
    own.write_text('id = "ours"\nlable = "Ours"\n', encoding="utf-8")
    assert ask(a_file(tmp_path, "u", 13, 13), "--return", own, "--out", out) == 2
    amiss = capsys.readouterr().err
    assert amiss == "ours.toml, line 2: lable is not a key of a return. Did you mean “label”?\n"
    assert not out.exists()


@pytest.mark.parametrize(("held", "said"), [(b"", "id is missing."), (b"\xff", "This file is not text in UTF-8.")])
def test_what_is_wrong_in_no_one_line_names_the_file_too(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, held: bytes, said: str
) -> None:
    own = tmp_path / "ours.toml"
    own.write_bytes(held)
    assert ask(a_file(tmp_path, "u", 13, 13), "--return", own, "--out", tmp_path / "out") == 2
    assert capsys.readouterr().err.startswith(f"ours.toml: {said} ")


@pytest.mark.parametrize(("name", "said"), [("genral", "sessions, general"), ("none.toml", "cannot be read")])
def test_a_return_that_is_not_there_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, said: str
) -> None:
    asked: Any = tmp_path / name if name.endswith(".toml") else name
    assert ask(a_file(tmp_path, "u", 13, 13), "--return", asked, "--out", tmp_path / "out") == 2
    assert said in capsys.readouterr().err


def test_no_name_is_in_a_file_in_its_name_or_in_what_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert ask(a_file(tmp_path, "u", 13, 13), "--return", "general", *EXACT, "--out", out) == 0
    said = "".join(each.name + each.read_text("utf-8-sig") for each in out.iterdir())
    assert "Zarquonia" not in said + capsys.readouterr().out


def test_the_word_that_keeps_a_story_here_is_said_and_in_no_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    story = {"id": "story1", "kind": "quote", "words": "Zarquonia sang.", "agreed_on": "2026-10-01"}
    file, out = a_file(tmp_path, "u", 13, 13, stories=[story]), tmp_path / "out"
    assert ask(file, "--return", "general", *EXACT, "--out", out) == 0
    assert "A story of “u” stays here: what may be a name is in it, “Zarquonia”." in capsys.readouterr().out
    assert "Zarquonia" not in "".join(each.read_text("utf-8-sig") for each in out.iterdir())
    assert ask(file, "--return", "lessons-grid", *EXACT, "--out", tmp_path / "other") == 0
    assert "Zarquonia" not in capsys.readouterr().out


def test_a_return_needs_neither_a_window_nor_the_network(tmp_path: Path) -> None:
    program = """
import socket, sys
made = []
sys.addaudithook(lambda event, about: made.append(event) if event.startswith("socket.") else None)
from amie_planner.cli import main
code = main(sys.argv[1:])
assert not [name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6")], "Qt"
assert not made, made
sys.exit(code)
"""
    asked = ["report", a_file(tmp_path, "u", 13, 13), *PERIOD, "--return", "general", "--out", tmp_path / "out.xlsx"]
    done = subprocess.run([sys.executable, "-c", program, *map(str, asked)], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_numbers_months_of_birth_and_codes_that_are_wrong_are_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    schools = [
        {"id": "a", "name": "Hill Infants", "urn": "123456"},
        {"id": "b", "name": "Zarquonia Hall", "urn": "123456"},
    ]
    people = [{"id": f"p{n}", "alias": "Zarquonia", "code": "MA 20", "born": "2031-07", "school": "a"} for n in (1, 2)]
    session = {"id": "s", "title": "Week", "date": "2026-09-08"}
    session |= {"register": {"mode": "people", "people": {"p1": "present", "p2": "present"}}}
    programme = {"uid": "u", "title": "Band", "schools": schools}
    file, out = tmp_path / "u.amieplan", tmp_path / "out"
    file.write_bytes(in_bytes(a_document(programme=programme, people=people, sessions=[session])))
    assert ask(file, "--return", "general", *EXACT, "--out", out) == 0
    said = capsys.readouterr().out
    assert "“Band”: 2 people have the code MA 20, so it matches nobody." in said
    assert "“Band”: Hill Infants and one that may be somebody’s name have the same URN 123456, so they" in said
    assert "“Band”, 2 people: the month of birth is later than the day on which they came." in said
    assert "Zarquonia" not in said
    assert [row[2] for row in rows(out, "schools") if "123456" in row] == ["Hill Infants; School 1"]
    assert not [file for file in out.iterdir() if b"MA 20" in file.read_bytes()]
    assert ask(file, "--return", "small-funder", *EXACT, "--out", tmp_path / "other") == 0
    assert "URN" not in capsys.readouterr().out


def test_what_files_contradict_and_words_beside_our_lists_are_told_and_stand_in_no_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    files = [tmp_path / f"{uid}.amieplan" for uid in ("Choir", "Band")]
    for file, year in zip(files, ("Y4", "Y9"), strict=True):
        programme = {"uid": file.stem, "title": file.stem, "setting": "Zarq barn"}
        person = {"id": "p", "alias": "Zarquonia", "code": "K", "school_year": year}
        register = {"mode": "people", "people": {"p": "present"}}
        session = {"id": "s", "title": "Week", "date": "2026-09-08", "register": register}
        file.write_bytes(in_bytes(a_document(programme=programme, people=[person], sessions=[session])))
    assert ask(*files, "--return", "general", "--out", tmp_path / "out") == 0
    said = capsys.readouterr().out
    assert "“Band” and “Choir” say two school years of 1 person under one agreed code. What “Band” says counts." in said
    assert "“Choir”: the return says “Another setting” in place of “Zarq barn”." in said
    assert "Zarquonia" not in said
    assert not [file for file in (tmp_path / "out").iterdir() if b"Zarq" in file.read_bytes()]

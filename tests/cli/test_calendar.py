"""`calendar`: a plan file's sessions as a calendar file, or one line and nothing written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar
from tests.example_plans import SPACE_SOUNDS, THURSDAY_WRITERS
from tests.plans import a_document, in_bytes

from amie_planner.cli import main
from amie_planner.exchange.loading import load


def ask(*asked: object) -> int:
    return main(["calendar", *map(str, asked)])


@pytest.mark.parametrize("example", [SPACE_SOUNDS, THURSDAY_WRITERS])
def test_the_sessions_of_an_example_are_in_the_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, example: Path
) -> None:
    assert ask(example, "--out", tmp_path / "sessions.ics") == 0
    read = Calendar.from_ical((tmp_path / "sessions.ics").read_bytes())
    dated = [lines.session.date for lines in load(example).in_order() if lines.session.date]
    starts = [event.decoded("dtstart") for event in read.events]
    assert [str(start)[:10] for start in starts] == [str(day) for day in dated]
    assert capsys.readouterr().out.startswith(f"{len(dated)} session")


def test_it_says_how_many_have_no_date(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    sessions = [{"id": "s1", "title": "A", "date": "2026-09-08"}, {"id": "s2", "title": "B"}]
    file = tmp_path / "plan.amieplan"
    file.write_bytes(in_bytes(a_document(sessions=sessions)))
    assert ask(file, "--out", tmp_path / "out.ics") == 0
    assert capsys.readouterr().out == "1 session in out.ics; 1 without a date left out\n"


@pytest.mark.parametrize("out", ["out.csv", "out.pdf"])
def test_another_kind_of_file_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path, out: str) -> None:
    assert ask(SPACE_SOUNDS, "--out", tmp_path / out) == 2
    assert ".ics" in capsys.readouterr().err
    assert not (tmp_path / out).exists()


def test_a_plan_with_no_dates_leaves_an_old_file_as_it_was(tmp_path: Path) -> None:
    file, out = tmp_path / "plan.amieplan", tmp_path / "out.ics"
    file.write_bytes(in_bytes(a_document(sessions=[{"id": "s1", "title": "A"}])))
    out.write_bytes(b"old")
    assert ask(file, "--replace", "--out", out) == 2
    assert out.read_bytes() == b"old"


def test_an_old_file_is_replaced_only_where_that_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "out.ics"
    out.write_bytes(b"old")
    assert ask(SPACE_SOUNDS, "--out", out) == 2
    assert "There is a file out.ics already. Say --replace" in capsys.readouterr().err
    assert out.read_bytes() == b"old"
    assert ask(SPACE_SOUNDS, "--replace", "--out", out) == 0
    assert Calendar.from_ical(out.read_bytes()).events


def test_the_library_that_writes_calendars_is_loaded_by_nothing_else_and_needs_no_window(tmp_path: Path) -> None:
    check, calendar = ("check", SPACE_SOUNDS), ("calendar", SPACE_SOUNDS, "--out", tmp_path / "out.ics")
    assert loaded(*check).isdisjoint({"icalendar", "PySide6"})
    assert loaded(*calendar).isdisjoint({"PySide6", "sqlmodel", "reportlab"})


def loaded(*asked: object) -> set[str]:
    """The packages that a command loads."""
    see = "import sys; from amie_planner.cli import main; main(sys.argv[1:]); print(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", see, *map(str, asked)], check=True, capture_output=True, text=True)
    return {name.split(".")[0] for name in done.stdout.splitlines()[-1].split()}

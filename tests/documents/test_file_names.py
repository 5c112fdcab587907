"""Names of files tell nobody's name, and none takes the place of another."""

from __future__ import annotations

from tests.plans import a_series

from amie_planner.documents.file_names import kept_beside, told_apart


def test_sessions_go_by_day_or_number_and_those_alike_are_told_apart():
    day = {"date": "2026-09-08"}
    said = [{"number": 3}, {}, day, day, {"date": "2026-09-15", "number": 5}]
    series = a_series(sessions=[{"id": f"s{n}", "title": "River", **each} for n, each in enumerate(said)])
    sessions = [series.plan(f"s{n}").session for n in range(len(said))]
    assert told_apart(sessions) == ["session-03", "session", "2026-09-08-1", "2026-09-08-2", "2026-09-15"]
    assert told_apart(sessions[2:3]) == ["2026-09-08"]


def test_a_file_that_is_there_is_kept_and_the_new_one_stands_beside_it():
    there = ["a-run-sheet.pdf", "A-run-sheet-2.pdf", "other.pdf"]
    assert kept_beside(["a-run-sheet.pdf", "b-run-sheet.pdf"], there) == {"a-run-sheet.pdf": "a-run-sheet-3.pdf"}


def test_a_new_name_is_never_that_of_another_new_file():
    names = ["a.pdf", "a-2.pdf"]
    assert kept_beside(names, ["a.pdf"]) == {"a.pdf": "a-3.pdf"}

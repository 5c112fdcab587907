"""The sessions return: its columns, its rows, and nothing about anybody."""

from __future__ import annotations

import csv
import io
from datetime import date

from tests.example_plans import SPACE_SOUNDS, THURSDAY_WRITERS
from tests.plans import a_series

from amie_planner.exchange.plan_file import read
from amie_planner.returns.sessions_return import sessions_return

YEAR = (date(2026, 9, 1), date(2027, 8, 31))


def test_the_examples_become_one_row_a_session() -> None:
    table = sessions_return([read(file.read_bytes()) for file in (SPACE_SOUNDS, THURSDAY_WRITERS)], *YEAR)
    rows = list(csv.DictReader(io.StringIO(table.csv().decode("utf-8-sig"), newline="")))
    assert [list(row.values()) for row in rows] == [
        ["Space sounds, Comet class", "Lift-off", "2026-09-08", "delivered", "45", "", "5", "3", "3"],
        ["Space sounds, Comet class", "Moon landing", "2026-09-15", "draft", "45", "", "5", "1", ""],
        ["Thursday writers", "Write and record a verse", "2026-10-08", "planned", "95", "", "6", "0", ""],
    ]
    assert list(rows[0]) == [
        "Programme",
        "Session",
        "Date",
        "Status",
        "Minutes planned",
        "Minutes actual",
        "Activities",
        "Adaptations planned",
        "Attendance",
    ]


def test_every_column_has_its_definition_and_every_row_a_value_for_each() -> None:
    table = sessions_return([a_series(sessions=[{"id": "s1", "title": "S", "date": "2026-09-08"}])], *YEAR)
    assert all(column.means for column in table.columns)
    assert [len(row) for row in table.rows] == [len(table.columns)]


def test_a_period_without_sessions_is_a_table_with_its_headings_alone() -> None:
    assert sessions_return([a_series()], *YEAR).csv().decode("utf-8-sig").count("\r\n") == 1


def test_titles_cannot_begin_a_formula() -> None:
    series = a_series(sessions=[{"id": "s1", "title": '=HYPERLINK("x")', "date": "2026-09-08"}])
    assert b'"\'=HYPERLINK(""x"")"' in sessions_return([series], *YEAR).csv()


def test_nobodys_name_alias_or_words_are_in_it() -> None:
    series = read(SPACE_SOUNDS.read_bytes())
    text = sessions_return([series], *YEAR).csv().decode()
    assert not any(person.alias and person.alias in text for person in series.people)

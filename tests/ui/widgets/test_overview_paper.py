"""The term overview is saved as it is asked for, and stops where a word may be a name."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front
from tests.plans import a_series

from amie_planner.documents import LARGE, Names
from amie_planner.documents.session_rows import Part
from amie_planner.domain.plan import Series
from amie_planner.ui.models.over_time import OverTime
from amie_planner.ui.widgets import overview_paper
from amie_planner.ui.widgets.overview_paper import OverviewPaper
from amie_planner.ui.widgets.printing import page_count

DAYS = date(2026, 9, 1), date(2026, 12, 18)


def programme() -> Series:
    activity = {"id": "a1", "title": "Hello with Sky", "minutes": 5}
    held = [{"id": f"s{n}", "title": "One", "date": f"2026-09-0{n}", "activities": [activity]} for n in (1, 2, 3)]
    person = {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "barrier": "feeling-safe"}]}
    return a_series(sessions=held, people=[person])


def opened(qtbot: QtBot, *parts: Part) -> tuple[OverviewPaper, OverTime]:
    over = OverTime(programme(), *DAYS, expanded=parts)
    return in_front(qtbot, OverviewPaper(over, "1 session"), 700, 500), over


def test_it_names_nobody_and_is_in_clear_print_until_asked(qtbot: QtBot, tmp_path: Path):
    dialog, over = opened(qtbot)
    dialog.save_to(tmp_path / "term.pdf")
    dialog.finish()
    assert (tmp_path / "term.pdf").read_bytes() == over.paper(Names.NONE)
    assert dialog.outcome == "Saved term.pdf. Nobody is named in it."


def test_style_and_rule_are_those_that_are_chosen(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    dialog, over = opened(qtbot, Part.ACTIVITIES)
    asked: list[Any] = []

    def choose(*question: Any) -> tuple[str, str]:
        asked.append(question[2])
        return str(tmp_path / "term"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    hands = Hands(dialog)
    hands.choose("Print style", "Large")
    hands.go_to("People")
    hands.press(Qt.Key.Key_End)
    hands.push("Save as web page…")
    dialog.finish()
    assert asked == ["term-overview-large.html"]
    assert (tmp_path / "term.html").read_bytes() == over.sheet(Names.ALIAS, style=LARGE).html()
    assert dialog.outcome == "Saved term.html."


def test_a_word_that_may_be_a_name_is_asked_about_and_said_to_be_only_a_word(qtbot: QtBot, tmp_path: Path):
    dialog, _ = opened(qtbot, Part.ACTIVITIES)
    dialog.save_to(tmp_path / "term.pdf")
    dialog.finish()
    assert "Sky" in dialog.problem.text() and not (tmp_path / "term.pdf").exists()
    Hands(dialog).push("“Sky” is only a word here")
    dialog.finish()
    assert (tmp_path / "term.pdf").exists()


def test_each_code_is_fresh(qtbot: QtBot, tmp_path: Path):
    made = []
    for name in ("one.html", "two.html"):
        dialog, _ = opened(qtbot)
        dialog.names.choose(Names.CODE.value)
        dialog.save_to(tmp_path / name, "html")
        dialog.finish()
        made.append((tmp_path / name).read_bytes())
    assert made[0] != made[1]
    assert dialog.outcome == "Saved two.html. Nobody is named in it."


def test_where_the_file_cannot_be_written_it_is_said_and_the_dialog_stays(qtbot: QtBot, tmp_path: Path):
    dialog, _ = opened(qtbot)
    dialog.save_to(tmp_path / "nowhere" / "term.pdf")
    dialog.finish()
    assert dialog.problem.isVisible() and dialog.isVisible() and dialog.outcome == ""


def test_it_says_what_is_seen_of_each_session(qtbot: QtBot):
    dialog, _ = opened(qtbot, Part.ACTIVITIES, Part.FINDINGS)
    said = [label.text() for label in dialog.findChildren(type(dialog.problem))]
    assert "With each session: activities and HEARD." in said


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(72)
    return printer


def test_it_is_printed_as_it_would_be_saved(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    dialog, over = opened(qtbot)
    asked: list[int] = []
    printer = to_file(tmp_path / "printed.pdf")
    monkeypatch.setattr(overview_paper, "ask_for_printer", lambda parent, pages: asked.append(pages) or printer)
    Hands(dialog).push("Print…")
    dialog.finish()
    many = page_count([over.paper(Names.NONE)])
    assert asked == [many] and page_count([(tmp_path / "printed.pdf").read_bytes()]) == many
    assert dialog.outcome == f"Sent {many} page{'s' if many > 1 else ''} to the printer."
    assert not dialog.isVisible()


def test_no_printer_chosen_prints_nothing_and_the_dialog_stays(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    dialog, _ = opened(qtbot)
    monkeypatch.setattr(overview_paper, "ask_for_printer", lambda parent, pages: None)
    dialog.print.click()
    dialog.finish()
    assert dialog.isVisible() and dialog.outcome == ""


def test_a_word_that_may_be_a_name_is_asked_about_before_it_is_printed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    dialog, _ = opened(qtbot, Part.ACTIVITIES)
    printer = to_file(tmp_path / "printed.pdf")
    monkeypatch.setattr(overview_paper, "ask_for_printer", lambda parent, pages: printer)
    dialog.print.click()
    dialog.finish()
    assert "Sky" in dialog.problem.text() and not (tmp_path / "printed.pdf").exists()
    Hands(dialog).push("“Sky” is only a word here")
    dialog.finish()
    assert (tmp_path / "printed.pdf").exists() and dialog.outcome.startswith("Sent ")


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said_and_the_dialog_stays(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    dialog, _ = opened(qtbot)
    printer = to_file(tmp_path / "nowhere" / "printed.pdf")
    monkeypatch.setattr(overview_paper, "ask_for_printer", lambda parent, pages: printer)
    dialog.print.click()
    dialog.finish()
    assert dialog.problem.text().startswith("The printer takes no pages.")
    assert dialog.isVisible() and dialog.outcome == ""

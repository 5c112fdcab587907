"""What is to be mended in a field stands below it, and is its hint meanwhile."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front

from amie_planner.ui.widgets.field_problem import FieldProblem


def test_it_takes_the_place_of_the_hint_until_it_is_mended(qtbot: QtBot) -> None:
    shown, lines, problem = QWidget(), (QLineEdit(), QLineEdit()), FieldProblem()
    layout = QVBoxLayout(shown)
    for part in (*lines, problem):
        layout.addWidget(part)
    for line in lines:
        line.setAccessibleDescription("Day first.")
    in_front(qtbot, shown, 300, 200)
    assert not problem.isVisible() and not problem.go_to()
    for line in lines:
        problem.say(line, "That is not a date.")
        assert problem.isVisible() and problem.go_to() and line.hasFocus()
    assert [line.accessibleDescription() for line in lines] == ["Day first.", "That is not a date."]
    problem.forget()
    assert not problem.isVisible() and lines[1].accessibleDescription() == "Day first."


def test_what_is_newer_than_the_problem_stays_when_it_is_mended(qtbot: QtBot) -> None:
    line, problem = QLineEdit(), FieldProblem()
    qtbot.addWidget(line)
    qtbot.addWidget(problem)
    line.setAccessibleDescription("Autumn term")
    problem.say(line, "No programme is chosen.")
    line.setAccessibleDescription("Spring term")
    problem.forget()
    assert line.accessibleDescription() == "Spring term" and not problem.text()

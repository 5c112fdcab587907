"""Boxes of a question give the codes that are ticked, an inner one in place of the box it stands within."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.hands import heard

from amie_planner.returns.monitoring_questions import MonitoringQuestion, questions
from amie_planner.ui.widgets.monitoring_boxes import BoxesField

[ETHNIC] = [q for q in questions() if q.id == "ethnic-group"]


def made(qtbot: QtBot, question: MonitoringQuestion) -> BoxesField:
    field = BoxesField(question.asks, question.boxes)
    field.called(question.label, "")
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.mark.parametrize("question", questions(), ids=[q.id for q in questions()])
def test_every_code_is_shown_and_given_back(qtbot: QtBot, question: MonitoringQuestion):
    field = made(qtbot, question)
    said = heard(field.finished)
    for box in question.all_boxes:
        field.show_value((box.code,))
        assert field.value() == (box.code,)
    field.show_value(())
    assert field.value() == ()
    assert said == []


def test_a_second_step_is_there_only_where_its_box_is_ticked(qtbot: QtBot):
    field = made(qtbot, ETHNIC)
    assert not any(step.isVisible() for step in field.inner.values())
    field.show_value(("asian-indian",))
    assert [code for code, step in field.inner.items() if step.isVisible()] == ["asian"]


def test_a_code_of_another_list_is_kept(qtbot: QtBot):
    field = made(qtbot, ETHNIC)
    field.show_value(("from another list",))
    assert field.value() == ("from another list",)


def test_a_tick_by_hand_is_told_and_may_be_kept_at_once(qtbot: QtBot):
    field = made(qtbot, ETHNIC)
    edited: list[int] = []
    field.edited.connect(lambda: edited.append(1))
    field.finished.connect(lambda: edited.append(2))
    field.outer._boxes["white"].click()
    assert edited == [1, 2]
    assert field.value() == ("white",)
    assert field.inner["white"].isVisible()

"""Which days: a stretch by its name, or days as they are typed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.errors import AmieError
from amie_planner.ui.models.periods import Stretch
from amie_planner.ui.widgets.period_choice import PeriodChoice

WHOLE = Stretch("whole", "The whole programme", None, None)
AUTUMN = Stretch("term/1", "Autumn", date(2026, 9, 1), date(2026, 12, 18))
OPEN = Stretch("term/2", "Spring", date(2027, 1, 4), None)
OFFERED = (WHOLE, AUTUMN, OPEN)


@pytest.fixture
def period(qtbot: QtBot) -> PeriodChoice:
    made = PeriodChoice()
    made.offer(OFFERED)
    made.show_stretch("whole")
    return in_front(qtbot, made, 900, 80)


def told(period: PeriodChoice) -> list[int]:
    asked: list[int] = []
    period.chosen.connect(lambda: asked.append(1))
    return asked


def test_a_stretch_that_is_chosen_fills_in_its_days(period: PeriodChoice):
    asked = told(period)
    hands = Hands(period)
    period.setFocus(Qt.FocusReason.TabFocusReason)
    hands.choose("Days", "Aut")
    assert period.value() == (date(2026, 9, 1), date(2026, 12, 18))
    assert (period.first.line.text(), period.last.line.text()) == ("1/9/2026", "18/12/2026")
    hands.press(Qt.Key.Key_Down)
    assert period.value() == (date(2027, 1, 4), None)
    assert asked == [1, 1]


def test_days_that_are_typed_are_other_days_unless_a_stretch_has_them(period: PeriodChoice):
    asked = told(period)
    hands = Hands(period)
    hands.fill("From", "1/9/2026")
    assert period.stretch.value() is None
    assert period.stretch.combo.currentText() == "Other days"
    hands.fill("To", "18/12/2026")
    assert period.stretch.value() == "term/1"
    assert asked


def test_an_empty_day_leaves_that_side_open(period: PeriodChoice):
    assert period.value() == (None, None)
    period.last.show_value(date(2026, 9, 8))
    assert period.value() == (None, date(2026, 9, 8))
    assert (period.first.line.placeholderText(), period.last.line.placeholderText()) == ("the beginning", "the end")


def test_days_that_may_not_be_open_are_not_called_so(qtbot: QtBot):
    made = in_front(qtbot, PeriodChoice(may_be_open=False), 900, 80)
    for field in (made.first, made.last):
        assert not field.line.placeholderText()
        assert (
            field.line.accessibleDescription().startswith("Day first")
            and "empty" not in field.line.accessibleDescription()
        )


@pytest.mark.parametrize(
    ("first", "last", "problem"),
    [("1/9/2026", "31/8/2026", "The period ends before it begins."), ("soon", "", "That is not a date.")],
)
def test_days_that_make_no_period_are_said_plainly(period: PeriodChoice, first: str, last: str, problem: str):
    hands = Hands(period)
    hands.fill("From", first)
    hands.fill("To", last)
    with pytest.raises(AmieError) as error:
        period.value()
    assert error.value.message == problem
    assert error.value.hint


def test_the_days_of_a_chosen_stretch_follow_it(period: PeriodChoice):
    period.show_stretch("term/1")
    period.offer((WHOLE, Stretch("term/1", "Autumn term", date(2026, 9, 7), date(2026, 12, 18))))
    assert period.stretch.combo.currentText() == "Autumn term"
    assert period.value()[0] == date(2026, 9, 7)


def test_days_of_a_stretch_that_has_gone_stay_as_they_are(period: PeriodChoice):
    period.show_stretch("term/1")
    period.offer((WHOLE,))
    assert period.stretch.value() is None
    assert period.value() == (AUTUMN.first, AUTUMN.last)


def test_offering_the_same_again_says_nothing_and_chooses_nothing_else(period: PeriodChoice):
    period.show_stretch("term/1")
    asked, moved = told(period), heard(period.stretch.combo.currentIndexChanged)
    period.offer(OFFERED)
    assert period.stretch.value() == "term/1"
    assert asked == moved == []


TERM = "1 September 2026 to 18 December 2026"


@pytest.mark.parametrize("called", ["Autumn", "Autumn term of the whole-class ensemble"])
def test_the_name_of_a_term_keeps_its_days_and_is_said_whole(period: PeriodChoice, called: str):
    name = f"{called}, {TERM}"
    period.offer((Stretch("term/1", name, AUTUMN.first, AUTUMN.last),))
    period.show_stretch("term/1")
    combo = period.stretch.combo
    assert combo.currentText().startswith("Autumn") and combo.currentText().endswith(TERM)
    assert combo.itemData(0, Qt.ItemDataRole.AccessibleTextRole) == name
    assert (combo.accessibleDescription() == name) == (combo.currentText() != name)
    assert combo.view().textElideMode() is Qt.TextElideMode.ElideMiddle


@pytest.mark.parametrize("points", [11, 22])
def test_a_day_has_room_in_its_field_at_any_text_size(period: PeriodChoice, points: int):
    font = QFont(period.font())
    font.setPointSizeF(points)
    period.setFont(font)
    for field in (period.first, period.last):
        needed = field.line.fontMetrics().horizontalAdvance("the beginning")
        assert field.line.width() > needed
        assert field.line.maximumWidth() < 3 * needed


def test_each_field_is_named_and_says_how_a_day_is_written(period: PeriodChoice):
    names = [field.control.accessibleName() for field in (period.stretch, period.first, period.last)]
    assert names == ["Days", "From", "To"]
    assert "Day first" in period.first.control.accessibleDescription()

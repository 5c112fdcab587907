"""A chart on screen: painted from the drawing that paper has too, and told in words to whoever hears it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFont, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amie_planner.checks.balance import Bars, Dot, Dots, Part, Tone
from amie_planner.documents.charts import Bar, Mark, Words
from amie_planner.ui import theme
from amie_planner.ui.widgets.balance_chart import MARGIN, BalanceChart, figures

STARTED = Bars(
    "started",
    "Who started",
    "Minutes of activities by whose idea they were.",
    (
        Part("Young people", Fraction(60), "60 minutes"),
        Part("Together", Fraction(50), "50 minutes", Tone.SHARED),
        Part("Leader", Fraction(40), "40 minutes", Tone.ADULTS),
        Part("Not said", Fraction(30), "30 minutes", Tone.NOT_KNOWN),
    ),
    ("Whose idea", "Time"),
)
SUPPORT = Dots(
    "support",
    "Support and barriers",
    "What is in the way of each person.",
    (Dot("p1", "Sky", 3, 20, 10, "one big barrier; met for half of the time"),),
)


def shown(qtbot: QtBot, chart: Bars | Dots = STARTED, width: int = 600) -> BalanceChart:
    made = BalanceChart(chart)
    qtbot.addWidget(made)
    made.resize(width, made.heightForWidth(width))
    made.show()
    return made


def painted(chart: BalanceChart) -> QImage:
    return chart.grab().toImage()


def share_of(colour: str, image: QImage, place: QRect) -> float:
    points = [(x, y) for x in range(place.left(), place.right()) for y in range(place.top(), place.bottom())]
    return sum(image.pixelColor(x, y) == theme.colour(colour) for x, y in points) / len(points)


def bars(chart: BalanceChart) -> list[Bar]:
    return [shape for shape in chart.drawing(chart.width()).shapes if isinstance(shape, Bar)]


def test_a_screen_reader_is_told_the_title_the_sentence_and_every_figure(qtbot: QtBot):
    chart = shown(qtbot)
    face = QAccessible.queryAccessibleInterface(chart)
    assert face.text(QAccessible.Text.Name) == "Who started"
    assert face.text(QAccessible.Text.Description) == (
        "Minutes of activities by whose idea they were. Young people: 60 minutes. Together: 50 minutes. "
        "Leader: 40 minutes. Not said: 30 minutes."
    )
    assert face.state().focusable
    assert figures(SUPPORT) == ("Sky: one big barrier; met for half of the time",)


def test_each_fill_is_told_from_the_others_without_colour(qtbot: QtBot):
    chart = shown(qtbot)
    image, inside = painted(chart), []
    for bar in bars(chart):
        place = QRect(round(bar.x) + MARGIN, round(bar.y) + MARGIN, round(bar.width), round(bar.height))
        inside.append(share_of("accent", image, place.adjusted(4, 4, -4, -4)))
    solid, dotted, hatched, outline = inside
    assert solid == 1
    assert outline == 0
    assert 0.05 < dotted < 0.6
    assert 0.05 < hatched < 0.6
    assert [bar.fill for bar in bars(chart)] == ["solid", "dotted", "hatched", "outline"]


def test_a_mark_is_painted_where_it_stands(qtbot: QtBot):
    chart = shown(qtbot, SUPPORT)
    image = painted(chart)
    marks = [shape for shape in chart.drawing(chart.width()).shapes if isinstance(shape, Mark)]
    assert [mark.shape for mark in marks] == ["circle", "square"]
    for mark in marks:
        middle = image.pixelColor(round(mark.x) + MARGIN, round(mark.y) + MARGIN)
        assert middle == theme.colour("accent")


@pytest.mark.parametrize("width", [260, 420, 700, 1100])
@pytest.mark.parametrize("points", [11, 22])
def test_everything_that_is_painted_has_room(qtbot: QtBot, width: int, points: int):
    chart = shown(qtbot, width=width)
    font = QFont(chart.font())
    font.setPointSizeF(points)
    chart.setFont(font)
    chart.resize(width, chart.heightForWidth(width))
    drawing = chart.drawing(width)
    assert drawing.width + 2 * MARGIN <= width
    assert drawing.height + 2 * MARGIN <= chart.height()
    assert {s.text for s in drawing.shapes if isinstance(s, Words)} >= {"Together", "30 minutes"}
    image = painted(chart)
    edge = [image.pixelColor(x, y) for x in range(width) for y in (0, 1, chart.height() - 2, chart.height() - 1)]
    assert all(one == edge[0] for one in edge)


def test_larger_text_and_less_width_make_it_taller(qtbot: QtBot):
    chart = shown(qtbot)
    usual = chart.heightForWidth(900)
    assert chart.heightForWidth(260) > usual
    font = QFont(chart.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    chart.setFont(font)
    assert chart.heightForWidth(900) > 1.5 * usual


def test_a_wide_window_does_not_stretch_the_bars_without_end(qtbot: QtBot):
    chart = shown(qtbot)
    assert chart.drawing(2_000).width == chart.drawing(3_000).width < 1_200


def test_the_focus_is_seen_around_it(qtbot: QtBot):
    chart = shown(qtbot)
    without = painted(chart).pixelColor(300, 1)
    chart.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is chart)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert painted(chart).pixelColor(300, 1) == theme.colour("accent") != without


def test_a_new_chart_takes_the_place_of_the_last(qtbot: QtBot):
    chart = shown(qtbot)
    before = painted(chart)
    chart.show_chart(SUPPORT)
    assert chart.accessibleName() == "Support and barriers"
    assert painted(chart) != before


def test_without_figures_it_takes_next_to_no_room(qtbot: QtBot):
    chart = shown(qtbot, Dots("support", "Support", "No access requirement is written down.", ()))
    assert chart.heightForWidth(600) == 2 * MARGIN
    painted(chart)

"""The cards of the balance below one another: what changes is shown in place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS
from tests.hands import in_front

from amie_planner.checks.balance import balance
from amie_planner.exchange.loading import load
from amie_planner.ui.widgets.balance_charts import BalanceCharts

CHARTS = balance(load(SPACE_SOUNDS), None, None)


def shown(qtbot: QtBot) -> BalanceCharts:
    charts = in_front(qtbot, BalanceCharts(), 700, 400)
    charts.show_charts(CHARTS)
    QApplication.processEvents()
    return charts


def test_every_chart_has_a_card_in_the_order_given(qtbot: QtBot):
    charts = shown(qtbot)
    assert [card.title.text() for card in charts.cards] == [chart.title for chart in CHARTS]
    tops = [card.y() for card in charts.cards]
    assert tops == sorted(tops) and len(set(tops)) == len(CHARTS)


def test_the_place_the_focus_and_an_open_list_stay_when_figures_change(qtbot: QtBot):
    charts = shown(qtbot)
    card = charts.cards[3]
    card.more.click()
    card.chart.setFocus()
    QApplication.processEvents()
    place = charts.area.verticalScrollBar().value()
    assert place
    charts.show_charts([replace(chart, about="Other days.") for chart in CHARTS])
    QApplication.processEvents()
    assert charts.cards[3] is card
    assert card.chart.hasFocus() and card.view.isVisible()
    assert charts.area.verticalScrollBar().value() == place


def test_a_chart_that_is_the_same_is_not_painted_anew(qtbot: QtBot):
    charts = shown(qtbot)
    drawings = [card.chart.drawing(500) for card in charts.cards]
    charts.show_charts(balance(load(SPACE_SOUNDS), date(2020, 1, 1), None))
    assert all(card.chart.drawing(500) is one for card, one in zip(charts.cards, drawings, strict=True))


def test_other_charts_get_cards_of_their_own(qtbot: QtBot):
    charts = shown(qtbot)
    charts.show_charts(CHARTS[:2])
    assert [card.shown.id for card in charts.cards] == [chart.id for chart in CHARTS[:2]]


def test_nothing_scrolls_sideways(qtbot: QtBot):
    charts = shown(qtbot)
    charts.resize(320, 400)
    QApplication.processEvents()
    assert charts.area.horizontalScrollBar().maximum() == 0
    assert all(card.width() <= charts.area.viewport().width() for card in charts.cards)

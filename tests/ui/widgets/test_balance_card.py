"""A card of the balance: a chart, its sentence, and the list of its figures when it is asked for."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front

from amie_planner.checks.balance import Bars, Part
from amie_planner.checks.period import TOO_EARLY
from amie_planner.ui.widgets.balance_card import BalanceCard

GENRES = Bars(
    "genres",
    "Genres",
    f"Minutes of music. {TOO_EARLY}",
    (Part("Grime", Fraction(35), "35 minutes"), Part("Opera", Fraction(5), "5 minutes")),
    ("Genre", "Time"),
)


def shown(qtbot: QtBot, chart: Bars = GENRES) -> BalanceCard:
    return in_front(qtbot, BalanceCard(chart), 600, 600)


def listed(card: BalanceCard) -> list[str]:
    return [row.text for row in card.rows.rows]


def test_the_same_figures_stand_in_a_list_that_is_shown_and_hidden_by_key(qtbot: QtBot):
    card = shown(qtbot)
    hands = Hands(card)
    assert not card.view.isVisible()
    hands.push("Show as a list: Genres")
    assert card.view.isVisible()
    assert listed(card) == ["Grime: 35 minutes", "Opera: 5 minutes"]
    assert hands.name == "Hide the list: Genres"
    assert card.more.text() == "Hide the list"
    hands.press(Qt.Key.Key_Tab)
    assert hands.name == "Genres, as a list"
    hands.push("Hide the list: Genres")
    assert not card.view.isVisible()


def test_the_list_is_as_tall_as_its_rows(qtbot: QtBot):
    many = replace(GENRES, parts=tuple(Part(f"Genre {n}", Fraction(n), f"{n} minutes") for n in range(40)))
    card = shown(qtbot, many)
    card.more.click()
    QApplication.processEvents()
    assert card.view.verticalScrollBar().maximum() == 0
    assert card.view.height() >= sum(card.view.sizeHintForRow(n) for n in range(40))


def test_that_it_is_too_early_is_not_said_on_each_card_but_told_with_the_chart(qtbot: QtBot):
    card = shown(qtbot)
    assert card.about.text() == "Minutes of music."
    assert TOO_EARLY in card.chart.accessibleDescription()


def test_an_open_list_stays_open_and_follows_what_changes(qtbot: QtBot):
    card = shown(qtbot)
    card.more.click()
    card.show_chart(replace(GENRES, parts=GENRES.parts[:1]))
    assert card.view.isVisible()
    assert listed(card) == ["Grime: 35 minutes"]
    assert card.more.text() == "Hide the list"


def test_without_figures_only_the_sentence_is_left(qtbot: QtBot):
    card = shown(qtbot)
    card.more.click()
    card.show_chart(replace(GENRES, about="No music was performed.", parts=()))
    assert card.about.text() == "No music was performed."
    assert not card.chart.isVisible() and not card.more.isVisible() and not card.view.isVisible()
    card.show_chart(GENRES)
    assert card.chart.isVisible() and card.more.isVisible()

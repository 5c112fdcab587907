"""Balance over a period, one card a chart, below one another. What changes is shown in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.ui.widgets.balance_card import BalanceCard
from amie_planner.ui.widgets.balance_chart import Chart
from amie_planner.ui.widgets.basics import Scroll

_BETWEEN = 12


class BalanceCharts(QWidget):
    """The charts. The place they are scrolled to, the focus and the open lists stay when figures change."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[BalanceCard] = []
        inside = QWidget()
        self._below = QVBoxLayout(inside)
        self._below.setContentsMargins(0, 0, 4, 0)
        self._below.setSpacing(_BETWEEN)
        self.area = Scroll(inside, "Balance")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def show_charts(self, charts: Sequence[Chart]) -> None:
        """Shows these, each in the card that it has had."""
        if [card.shown.id for card in self.cards] != [chart.id for chart in charts]:
            self._make(charts)
        for card, chart in zip(self.cards, charts, strict=True):
            if card.shown != chart:
                card.show_chart(chart)

    def _make(self, charts: Sequence[Chart]) -> None:
        for card in self.cards:
            self._below.removeWidget(card)
            card.deleteLater()
        self.cards = [BalanceCard(chart) for chart in charts]
        for card in self.cards:
            self._below.addWidget(card)

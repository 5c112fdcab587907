"""A chart with its sentence, and the list of the same figures."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout

from amie_planner.checks.period import TOO_EARLY
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.balance_chart import MARGIN, BalanceChart, Chart, figures
from amie_planner.ui.widgets.basics import Button, Card, Label
from amie_planner.ui.widgets.blocks import PAD, Block, text_block
from amie_planner.ui.widgets.fitted_view import FittedView
from amie_planner.ui.widgets.flow import Flow

_SHOW, _HIDE = "Show as a list", "Hide the list"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure in words."""

    id: str
    text: str

    @property
    def spoken(self) -> str:
        return self.text


class BalanceCard(Card):
    """One chart. Its list is there when it is asked for; that it is too early for a pattern is said once, above all."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self.title = Label("", "section")
        self.about = Label("", "quiet")
        self.chart = BalanceChart(chart)
        self.more = Button(_SHOW, self._turn, "face")
        self.rows: RowList[FigureRow] = RowList(self)
        self.view = FittedView(self.rows, "", _blocks, most=_ALL)
        self.view.setObjectName("plain")
        self.view.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 16, 12, 10)
        for label in (self.title, self.about):
            label.setContentsMargins(MARGIN, 0, MARGIN, 0)
            layout.addWidget(label)
        layout.addWidget(self.chart)
        layout.addLayout(Flow(self.more))
        layout.addWidget(self.view)
        self.show_chart(chart)

    def show_chart(self, chart: Chart) -> None:
        """Shows a chart in place of the last one; a list that is open stays open."""
        self._shown = chart
        self.title.setText(chart.title)
        self.about.setText(chart.about.removesuffix(TOO_EARLY).rstrip())
        self.chart.show_chart(chart)
        rows = [FigureRow(str(n), text) for n, text in enumerate(figures(chart))]
        self.rows.show(rows)
        self.view.setAccessibleName(f"{chart.title}, as a list")
        self.view.fit()
        self._say()
        for part in (self.chart, self.more):
            part.setVisible(bool(rows))
        if not rows:
            self.view.hide()

    @property
    def shown(self) -> Chart:
        """The chart as it stands."""
        return self._shown

    def _turn(self) -> None:
        self.view.setVisible(self.view.isHidden())
        self.view.fit()
        self._say()

    def _say(self) -> None:
        words = _SHOW if self.view.isHidden() else _HIDE
        self.more.say(words)
        self.more.setAccessibleName(f"{words}: {self._shown.title}")


_ALL = 1_000
"""Rows: the place around the list scrolls, not the list."""


def _blocks(row: FigureRow, width: int, font: QFont) -> tuple[Block, ...]:
    return (text_block("text", row.text, font, PAD, PAD - 3, width - 2 * PAD),)

"""The pages of a programme over time, one for each face, and the one that says that there is nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from amie_planner.checks.check import Finding
from amie_planner.checks.conversation import series_conversation
from amie_planner.ui.models.over_time import OverTime
from amie_planner.ui.models.term_grid import marked
from amie_planner.ui.widgets.balance_charts import BalanceCharts
from amie_planner.ui.widgets.basics import Card, Pages
from amie_planner.ui.widgets.findings_panel import FindingsPanel
from amie_planner.ui.widgets.nothing_in_days import NothingInDays
from amie_planner.ui.widgets.programme_days import ProgrammeDays
from amie_planner.ui.widgets.term_grid import TermGrid
from amie_planner.ui.workspace import OpenProgramme

FACES = ("Balance", "HEARD over time", "Sessions", "Terms and holidays")
BALANCE, HEARD, SESSIONS, DAYS = range(len(FACES))
NOTHING = len(FACES)
"""The page that stands there where no session lies in the days."""
_ALWAYS_THERE = (SESSIONS, DAYS)


def made(face: int, over: OverTime) -> Any:
    """What a face shows: worked out beside the window."""
    if face == SESSIONS:
        return marked(over.series, over.rows()), over.counted()
    return over.charts() if face == BALANCE else over.findings()


def stands_alone(face: int) -> bool:
    """Whether a face shows something also where no session that counts lies in the days."""
    return face in _ALWAYS_THERE


class SeriesPages(Pages):
    """`charts`, `findings`, `grid`, `days` and `nothing` are what the pages hold."""

    def __init__(self, desk: OpenProgramme, today: date) -> None:
        super().__init__()
        self._desk = desk
        self._found: tuple[Finding, ...] = ()
        self.charts, self.findings = BalanceCharts(), FindingsPanel(desk)
        self.grid, self.days, self.nothing = TermGrid(desk, today), ProgrammeDays(desk, today), NothingInDays()
        heard = Card()
        within = QVBoxLayout(heard)
        within.setContentsMargins(6, 6, 6, 6)
        within.addWidget(self.findings)
        for page in (self.charts, heard, self.grid, self.days, self.nothing):
            self.addWidget(page)

    def begin_day(self, today: date) -> None:
        """Looks at another day."""
        self.grid.begin_day(today)
        self.days.begin_day(today)

    def turn_to(self, face: int, *, counted: bool) -> None:
        """Shows the page of a face, or the one that says that there is nothing where no session counts."""
        self.setCurrentIndex(face if counted or stands_alone(face) else NOTHING)

    def show_made(self, face: int, result: Any) -> None:
        """Shows what was `made` for a face."""
        if face == BALANCE:
            self.charts.show_charts(result)
        elif face == HEARD:
            self._found = result
            self.show_conversation()
        elif face == SESSIONS:
            self.grid.show_rows(*result)
        else:
            self.days.refresh()

    def show_conversation(self) -> None:
        """Shows the findings with the replies as they are now."""
        self.findings.show_turns(series_conversation(self._desk.series, self._found))

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        self.findings.save()
        return self.days.save() or self.findings.problem

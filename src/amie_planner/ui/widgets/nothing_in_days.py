"""What a programme over time shows where no session lies in the days: one sentence, and one way on."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from amie_planner.ui.widgets.basics import Button, Card, Label
from amie_planner.ui.widgets.flow import Flow


class NothingInDays(Card):
    """Leads to the whole programme, or from there to its sessions."""

    def __init__(self) -> None:
        super().__init__()
        self.empty = Label("No planned or delivered session lies in these days.", "quiet")
        self.whole = Button("Look at the whole programme", look="main")
        self.sessions = Button("Go to its sessions", look="main")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.addWidget(self.empty)
        layout.addLayout(Flow(self.whole, self.sessions))
        layout.addStretch(1)

    def offer(self, *, whole: bool) -> None:
        """Offers the way on from the whole programme, or from some of its days."""
        self.whole.setVisible(not whole)
        self.sessions.setVisible(whole)

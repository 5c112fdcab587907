"""The page of a programme that is only there for returns, so that it stands in nobody's way who plans."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.ui.widgets.basics import Button, Card, Label, Pages, Scroll
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.workspace import OpenProgramme, Workspace, shortened

_LEAST_LINES = 7
_LONGEST_TITLE = 120
_ABOUT = (
    "Nothing here is needed to plan. Answer what your hub or your funder asks for. "
    "Quotes and case studies stand under Voice."
)


class ForReturns(QWidget):
    """back_wanted(): to the list of programmes. `refresh` is to be called after every change."""

    back_wanted = Signal()

    def __init__(self, desk: OpenProgramme) -> None:
        from amie_planner.ui.widgets.return_facts import ReturnFacts

        super().__init__()
        self._desk = desk
        self.back = Button("All programmes", self.back_wanted.emit)
        self.title = Label("", "title")
        self.facts = ReturnFacts(desk)
        self.facts.setContentsMargins(14, 10, 14, 10)
        card = Card()
        within = QVBoxLayout(card)
        within.setContentsMargins(4, 4, 4, 4)
        scroll = Scroll(self.facts, "What returns ask of this programme")
        scroll.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        within.addWidget(scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.addWidget(self.title)
        layout.addWidget(Label(_ABOUT, "quiet"))
        layout.addLayout(Flow(self.back))
        layout.addSpacing(4)
        layout.addWidget(card, 1)
        self._say_title()

    @property
    def gone(self) -> bool:
        """Whether the programme has been removed."""
        return self._desk.gone

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        if self._desk.gone:
            return ""
        self.facts.save()
        return self.facts.problem

    def refresh(self) -> None:
        """Shows what is held now."""
        if not self._desk.gone:
            self._say_title()
            self.facts.refresh()

    def _say_title(self) -> None:
        self.title.setText(f"For returns: {shortened(self._desk.series.programme.title, _LONGEST_TITLE)}")


class BeforeLists(Pages):
    """The lists of programmes, and before them, while it is open, what is there for returns of one of them."""

    def __init__(self, workspace: Workspace, lists: QWidget, way_in: Button) -> None:
        super().__init__()
        self._workspace = workspace
        self._way_in = way_in
        self._way_back: Callable[[], object] | None = None
        self.for_returns: ForReturns | None = None
        self.addWidget(lists)

    def open(self, programme: str, way_back: Callable[[], object] | None = None) -> None:
        """Shows the page of a programme; whoever came from elsewhere goes back by `way_back`."""
        self.close_returns()
        self._way_back = way_back
        self.for_returns = ForReturns(OpenProgramme(self._workspace, programme))
        self.for_returns.back_wanted.connect(self.go_back)
        self.addWidget(self.for_returns)
        self.setCurrentWidget(self.for_returns)
        self.for_returns.facts.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def back(self) -> Button | None:
        """The way back, while the page of a programme is open."""
        return self.for_returns.back if self.for_returns is not None else None

    def go_back(self) -> None:
        """Shows the lists again, unless the leader would rather stay where something is not kept."""
        if self._way_back is not None:
            self._way_back()
            return
        from amie_planner.ui.widgets.exchanging import ask

        problem = self.save()
        if not problem or ask(self, f"Something you typed is not kept.\n\n{problem}", "Leave it") == 0:
            self.close_returns()
            self._way_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_returns(self) -> bool:
        """Shows the lists; whether they were not seen before. What is being typed was kept by then."""
        closing, self.for_returns = self.for_returns, None
        if closing is not None:
            self.removeWidget(closing)
            closing.deleteLater()
        return closing is not None

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        return self.for_returns.save() if self.for_returns is not None else ""

    def refresh(self) -> None:
        """Shows what is held now; of a programme that has gone, nothing."""
        if self.for_returns is not None and self.for_returns.gone:
            self.close_returns()
        elif self.for_returns is not None:
            self.for_returns.refresh()

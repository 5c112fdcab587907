"""That a return is being worked out, which can be stopped, or that it was stopped, which can be begun again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.flow import Flow

WORKING, STOPPED = "Working out what will leave…", "Stopped. Nothing of it is worked out."


class ReturnProgress(QWidget):
    """stop_wanted(), again_wanted(): by the leader. Nothing of it is seen while there is nothing to say."""

    stop_wanted = Signal()
    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.about = Label("", "quiet", wrap=False)
        self.stop = Button("Stop", self._stop)
        self.again = Button("Work it out", self._begin_again)
        self.setLayout(Flow(self.about, self.stop, self.again, spacing=10))
        self.hide()

    @property
    def working(self) -> bool:
        """Whether it is seen that something is worked out."""
        return self.stop.isVisible()

    @property
    def has_focus(self) -> bool:
        """Whether one of its buttons has the focus, which it leaves when it goes."""
        return self.stop.hasFocus() or self.again.hasFocus()

    def say_working(self) -> None:
        """It takes long enough to say so, and can be stopped."""
        self._say(WORKING, offered=self.stop)

    def say_stopped(self, *, leads_there: bool) -> None:
        """It can be begun again: the focus goes there from Stop, and from anywhere if this `leads_there`."""
        leads_there = leads_there or self.stop.hasFocus()
        self._say(STOPPED, offered=self.again)
        if leads_there:
            self.again.setFocus()

    def _stop(self) -> None:
        self.stop_wanted.emit()

    def _begin_again(self) -> None:
        self.again_wanted.emit()

    def _say(self, text: str, offered: Button) -> None:
        self.about.setText(text)
        self.show()
        offered.show()
        for button in (self.stop, self.again):
            if button is not offered:
                button.hide()

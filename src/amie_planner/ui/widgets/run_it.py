"""Run it: the session in the room. Each press is kept at once, so that it comes back where it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from amie_planner.domain.edits import running as edits
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.plan import Plan
from amie_planner.domain.running import Phase, Running, running
from amie_planner.errors import AmieError
from amie_planner.ui.models.presses import may_begin, may_press, to_agree, to_begin
from amie_planner.ui.models.running import (
    Wording,
    against_plan,
    began,
    group_shown,
    lefts,
    news,
    rows,
    session_shown,
)
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.run_it_buttons import RunItButtons
from amie_planner.ui.widgets.run_it_left import LeftRunning
from amie_planner.ui.widgets.run_it_list import StepsCard
from amie_planner.ui.widgets.run_it_stage import Stage, StageScroll
from amie_planner.ui.workspace import OpenSession

_BEGIN = "Begin the session"
"""What the step is called, by which going back from it finds what it changed."""
_LETTERS_SIDE_BY_SIDE = 92
_A_LITTLE_LATE = 40
"""Milliseconds, so that the minute has surely changed."""
_LEAST_LINES = 5
"""Of the session that are in sight above the buttons at least."""


class RunIt(QWidget):
    """said(text): what was pressed, that little time is left, or none; no private word is ever told. `clock` tells the
    local time."""

    said = Signal(str)

    def __init__(self, desk: OpenSession, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._private = False
        self._strand = ""
        self._lefts: dict[str, int] = {}
        self.stages = [Stage()]
        self.against = Label("", "section")
        self.left = LeftRunning()
        self.steps = StepsCard()
        self.buttons = RunItButtons(self, self._does())
        self._minute = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._minute.timeout.connect(self.tick)
        self._arrange()
        self.left.ended.connect(self._end_at)
        self.left.refused.connect(lambda: QTimer.singleShot(0, self, self._show_reason))
        self._join(self.stages[0])
        self.setFocusProxy(self.stages[0])
        self.tick()

    def _does(self) -> dict[str, Callable[[], object]]:
        return {
            "go": self.go,
            "back": self.back,
            "one": lambda: self.add(1),
            "five": lambda: self.add(5),
            "skip": self.skip,
            "hide": lambda: self.show_private(not self._private),
            "end": self.end,
            "again": self.begin,
        }

    def _arrange(self) -> None:
        inside = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(14)
        self._beside.addWidget(self.stages[0], 1)
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 10, 0)
        within.setSpacing(12)
        within.addLayout(self._beside)
        within.addWidget(self.against)
        within.addWidget(self.left)
        within.addWidget(self.steps)
        within.addStretch(1)
        self._scroll = StageScroll(inside, "The session in the room")
        self._scroll.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.buttons)

    def _join(self, stage: Stage) -> None:
        stage.taken.connect(lambda: self._act_on(stage.strand))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts groups below one another where there is no room beside."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_SIDE_BY_SIDE
        self._beside.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Private words are hidden again when it is left."""
        super().hideEvent(event)
        self._private = False

    def changeEvent(self, event: QEvent) -> None:
        """Follows the clock at once when the laptop is used again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible():
            self.tick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and not event.isAutoRepeat():
            self.go()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Stops following the clock."""
        self._minute.stop()

    def tick(self) -> None:
        """Follows the clock, now and at the next minute."""
        self.refresh()
        now = self._clock()
        self._minute.start(60_000 - now.second * 1000 - now.microsecond // 1000 + _A_LITTLE_LATE)

    def refresh(self) -> None:
        """Shows the session as it stands now, and tells once when little time is left, or none."""
        if self._desk.gone:
            return
        had = QApplication.focusWidget()
        plan, run, wording = self._now()
        if told := news(self._lefts, run, wording.shown(private=False)):
            self.said.emit(". ".join(told))
        self._lefts = lefts(run)
        self._show_stages(run, wording)
        self.against.setText(against_plan(run) if run.phase is Phase.UNDER_WAY else "")
        self.against.setVisible(bool(self.against.text()))
        self.left.setVisible(run.phase is Phase.LEFT_RUNNING)
        self.left.offer(_clock(run.planned_end))
        self.steps.show_steps(rows(run, wording))
        now = self._clock()
        can, begins = may_press(run, plan, now, self._strand), may_begin(run, plan, now)
        self.buttons.show_run(run, self._strand, wording, begins=begins, can=can)
        self._keep_focus(had)

    @property
    def _phase(self) -> Phase:
        return running(self._desk.plan, self._clock()).phase

    def _now(self) -> tuple[Plan, Running, Wording]:
        plan = self._desk.plan
        return plan, running(plan, self._clock()), Wording.of(plan, private=self._private)

    def _show_stages(self, run: Running, wording: Wording) -> None:
        under_way = run.phase is Phase.UNDER_WAY
        found = [group_shown(run, group, wording) for group in run.groups] if under_way else []
        found = found or [session_shown(run, wording, self._clock())]
        if all(one.strand != self._strand for one in found):
            self._strand = found[0].strand
        while len(self.stages) < len(found):
            self.stages.append(Stage())
            self._beside.addWidget(self.stages[-1], 1)
            self.setTabOrder(self.stages[-2], self.stages[-1])
            self._join(self.stages[-1])
        for stage, one in zip(self.stages, found, strict=False):
            stage.show_group(one, one_of_several=len(found) > 1, chosen=one.strand == self._strand)
        for n, stage in enumerate(self.stages):
            stage.setVisible(n < len(found))

    def _act_on(self, strand: str) -> None:
        if strand != self._strand:
            self._strand = strand
            self.refresh()

    def _keep_focus(self, had: QWidget | None) -> None:
        """What can no longer be pressed gives the focus to what stands now, and not to the button after it."""
        mine = had is not None and self.isVisible() and self.isAncestorOf(had)
        if had is not None and mine and not (had.isVisible() and had.isEnabled()):
            self._chosen().setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> Stage:
        """What keys and buttons act on."""
        return next((stage for stage in self.stages if stage.strand == self._strand), self.stages[0])

    def go(self) -> None:
        """Begins the session, or goes on to what is next."""
        changes = edits.next_activity(self._desk.plan, self._clock(), self._strand)
        if self._phase is Phase.NOT_BEGUN:
            self.begin()
        elif self._phase is Phase.UNDER_WAY:
            self._press("Next activity", changes, "This group waits.")

    def begin(self) -> None:
        """Begins the session from its first activity; asks first where that changes more than its minutes."""
        plan, now = self._desk.plan, self._clock()
        if may_begin(running(plan, now), plan, now) and self._agreed(plan, now):
            changes = edits.begin_session(plan, self._clock())
            self._press(_BEGIN, changes, "")

    def _agreed(self, plan: Plan, now: datetime) -> bool:
        from amie_planner.ui.widgets.exchanging import ask

        question = to_agree(plan, now)
        return not question or ask(self, question, to_begin(plan, now), otherwise="Leave it as it is") == 0

    def back(self) -> None:
        """Takes back the last step of the group that is acted on."""
        over = self._phase is Phase.OVER
        plan = self._desk.plan
        begun = self._desk.workspace.latest(_BEGIN, plan.session.key)
        changes = edits.back_one(plan, self._clock(), self._strand, begun)
        self._press(
            "Open the session again" if over else "Go back one step", changes, "There is nothing to go back to here."
        )

    def add(self, minutes: int) -> None:
        """Gives what is under way some minutes more."""
        words = f"Add {minutes} minute{'' if minutes == 1 else 's'}"
        if changes := edits.add_minutes(self._desk.plan, self._clock(), minutes, self._strand):
            self._do(words, changes)
            shown_now = self._chosen()
            self.said.emit(f"{words}: {shown_now.number.text()} {shown_now.left.text()}")
        elif self._phase is Phase.UNDER_WAY:
            self.said.emit("This group waits.")

    def skip(self) -> None:
        """Leaves out what is next."""
        changes = edits.skip_next(self._desk.plan, self._clock(), self._strand)
        self._press("Skip the next", changes, "Nothing is next here that can be skipped.")

    def end(self) -> None:
        """Ends the session now."""
        if self._phase is Phase.UNDER_WAY:
            self._press("End the session", edits.end_session(self._desk.plan, self._clock()), "")

    def show_private(self, private: bool) -> None:
        """Shows what changes for whom, or hides it again."""
        self._private = private
        self.refresh()
        self.said.emit("Private words are shown." if private else "Private words are hidden.")

    def _end_at(self, when: time) -> None:
        try:
            changes = edits.end_session(self._desk.plan, self._clock(), when)
        except AmieError as error:
            self.left.say(f"{error.message} {error.hint}")
            return
        self.left.say("")
        self._press("End the session", changes, "")

    def _show_reason(self) -> None:
        self._scroll.ensureWidgetVisible(self.left.problem)

    def _press(self, name: str, changes: Changes, otherwise: str) -> None:
        """Makes a press durable and says what each group that it changed does now, or why there is nothing to press."""
        if not changes:
            if otherwise and self.isVisible():
                self.said.emit(otherwise)
            return
        had = self._began()
        self._do(name, changes)
        now = self._began()
        news = [said for said in now if said not in had] or now
        self.said.emit(". ".join(news) if self._phase is Phase.UNDER_WAY else self.stages[0].spoken)

    def _began(self) -> tuple[str, ...]:
        _, run, wording = self._now()
        return began(run, wording.shown(private=False))

    def _do(self, name: str, changes: Changes) -> None:
        self._desk.do(name, changes)
        self.refresh()
        if QApplication.focusWidget() is None:
            self._chosen().setFocus(Qt.FocusReason.OtherFocusReason)


def _clock(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)

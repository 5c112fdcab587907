"""What a return is to be: which of them, for which days and programmes, how exact, for whom and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from amie_planner.domain.vocabulary import Profile
from amie_planner.errors import AmieError
from amie_planner.returns.making import RECIPIENT, Unsaid, refuse_unsaid
from amie_planner.ui.models.periods import Stretch
from amie_planner.ui.models.reports import Offered
from amie_planner.ui.models.return_sources import Chosen, counted_until
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.columns import Columns
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.field_problem import FieldProblem
from amie_planner.ui.widgets.fields import ChoiceField, Field, TextField
from amie_planner.ui.widgets.hub_files import HubFiles
from amie_planner.ui.widgets.period_choice import PeriodChoice
from amie_planner.ui.widgets.programme_ticks import ProgrammeTicks

_PROFILES = (Profile.SHAREABLE, Profile.EXACT)
_ABOUT = {
    Profile.SHAREABLE: "Small counts of people are hidden and others rounded, so that many may read it.",
    Profile.EXACT: "Every count as it is, for one recipient alone. It is not for publication.",
}
_LONGEST_LABEL = 22
_LETTERS_WIDE = 34
"""Of a column of choices, at least."""


class ReturnChoices(QWidget):
    """changed(): something else is chosen. days_changed(): the days, so that other programmes are to be offered.
    entered(): Enter was pressed in a line of text.
    """

    changed = Signal()
    days_changed = Signal()
    entered = Signal()

    def __init__(self, hub_files: HubFiles) -> None:
        super().__init__()
        self._offered: tuple[Offered, ...] = ()
        self.which = _WhichReturn()
        self.about = Label("", "quiet")
        self.hub_files = hub_files
        self.period, self.until = PeriodChoice(may_be_open=False), Label("", "quiet")
        self.programmes = ProgrammeTicks(self.period.last.control)
        self.profile = Faces(("Shareable", "Exact"), "How exact")
        self.profile_about = Label("", "quiet")
        self.recipient, self.reason = TextField(), TextField()
        self.recipient.called("Who receives it", "Such as the hub. It stands in the return and is noted.")
        self.reason.called("Reason", "Such as the yearly return. It stands in the return and is noted.")
        self._days_problem, self._ticks_problem = FieldProblem(), FieldProblem()
        self._recipient_problem, self._reason_problem = FieldProblem(), FieldProblem()
        self._arrange()
        self._connect()
        self._show_profile()

    def _arrange(self) -> None:
        left, right = QWidget(), QWidget()
        within = _upright(left)
        _part(within, "Return", self.which, self.about, self.hub_files)
        _part(within, "Period", self.period, self._days_problem, self.until)
        within.addStretch(1)
        within = _upright(right)
        _part(within, "Programmes", self.programmes, self._ticks_problem)
        _part(within, "How exact", self.profile, self.profile_about)
        for field, problem in ((self.recipient, self._recipient_problem), (self.reason, self._reason_problem)):
            label = Label(field.control.accessibleName())
            label.setBuddy(field.control)
            for part in (label, field, problem):
                within.addWidget(part)
        within.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 10, 0)
        layout.addLayout(Columns(left, right, letters=_LETTERS_WIDE))
        layout.addStretch(1)

    def _connect(self) -> None:
        self.which.edited.connect(self._choose)
        self.period.chosen.connect(self.days_changed)
        self.programmes.edited.connect(self.changed)
        self.profile.chosen.connect(lambda at: self._show_profile())
        self.profile.chosen.connect(lambda at: self.changed.emit())
        self.hub_files.gone.connect(self.which.setFocus)
        for field in (self.recipient, self.reason):
            field.edited.connect(self.changed)
            field.line.returnPressed.connect(self.entered)

    def offer_returns(self, offered: Sequence[Offered], chosen: str | None = None) -> None:
        """Offers these; one of them is chosen, or stays so."""
        self._offered = tuple(offered)
        self.which.offer(self._offered, chosen)
        self._show_return()

    def offer_days(self, stretches: Sequence[Stretch], chosen: str | None = None) -> None:
        """Offers these stretches of days; one of them is chosen, or stays so."""
        self.period.offer(stretches)
        if chosen is not None:
            self.period.show_stretch(chosen)

    def days(self) -> tuple[date, date]:
        """The first and the last day. Raises AmieError."""
        first, last = self.period.value()
        if first is None or last is None:
            raise AmieError("A period needs its first and its last day.", "Write both.")
        return first, last

    def say_until(self, today: date) -> None:
        """Says how far is counted of days that are still to come."""
        try:
            text = counted_until(*self.days(), today)
        except AmieError:
            text = ""
        self.until.setText(text)
        self.until.setVisible(bool(text))

    def value(self) -> Chosen:
        """What is chosen. Raises AmieError where that is no return yet, of what can be told from the choices alone."""
        first, last = self.days()
        template = self._return.template
        programmes = self.programmes.value()
        if not programmes:
            raise AmieError("No programme is chosen.", "Tick one or more, or choose other days.")
        profile = _PROFILES[self.profile.current]
        recipient, reason = self.recipient.value() or "", self.reason.value() or ""
        refuse_unsaid(profile, recipient, reason)
        return Chosen(template, first, last, programmes, profile, recipient, reason)

    def refuse(self, error: AmieError) -> str:
        """Says by the field that is to be mended why it is no return; what is said there, or nothing without one."""
        self.accept()
        where = self._to_mend(error)
        if where is None:
            return ""
        problem, control = where
        said = f"{control.accessibleName()}: {error}" if problem is self._days_problem else str(error)
        problem.say(control, said)
        return said

    def accept(self) -> None:
        """No field is to be mended."""
        for problem in self._problems:
            problem.forget()

    def go_to_problem(self) -> bool:
        """Gives the focus to the field that is to be mended, if one is."""
        return any(problem.go_to() for problem in self._problems)

    @property
    def _problems(self) -> tuple[FieldProblem, ...]:
        return self._days_problem, self._ticks_problem, self._recipient_problem, self._reason_problem

    def _to_mend(self, error: AmieError) -> tuple[FieldProblem, QWidget] | None:
        """Where an error is said, and of what."""
        if isinstance(error, Unsaid):
            if error.field == RECIPIENT:
                return self._recipient_problem, self.recipient.control
            return self._reason_problem, self.reason.control
        if (day := self.period.to_mend) is not None:
            return self._days_problem, day.control
        if not self.programmes.value():
            return self._ticks_problem, next(iter(self.programmes.boxes.values()), self.period.stretch.control)
        return None

    @property
    def _return(self) -> Offered:
        key = self.which.value()
        return next((each for each in self._offered if each.key == key), self._offered[0])

    def _choose(self) -> None:
        self.hub_files.problem.forget()
        self._show_return()
        self.changed.emit()

    def _show_return(self) -> None:
        self.about.setText(self._return.template.about)
        self.hub_files.show_own(self._return.own)

    def _show_profile(self) -> None:
        self.profile_about.setText(_ABOUT[_PROFILES[self.profile.current]])


def _upright(whole: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(7)
    return layout


def _part(layout: QVBoxLayout, title: str, *parts: QWidget) -> None:
    layout.addSpacing(4)
    label = Label(title, "strong")
    if isinstance(parts[0], Field):
        label.setBuddy(parts[0].control)
    for part in (label, *parts):
        layout.addWidget(part)


class _WhichReturn(ChoiceField):
    """Its value is the key of a return."""

    def __init__(self) -> None:
        super().__init__((), "")
        self.called("Return", "")
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(_LONGEST_LABEL)

    def offer(self, offered: Sequence[Offered], chosen: str | None) -> None:
        """Offers these; one of them is chosen, or stays so."""
        wanted = chosen or self.value()
        self._keys = [each.key for each in offered]
        self.combo.clear()
        self.combo.addItems([each.label for each in offered])
        self.show_value(wanted if wanted in self._keys else self._keys[0])

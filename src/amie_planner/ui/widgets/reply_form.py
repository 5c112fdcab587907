"""Replying to a finding in place: what the leader says to it, and whether it is looked at first.

A reply is kept as soon as it is chosen; its reason, its day and its reach are kept as they are written.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.checks.conversation import Turn
from amie_planner.domain.edits.replies import Answered, change_reply, focus_on, give_reply, reach_reply, take_back_reply
from amie_planner.domain.records import Reply
from amie_planner.domain.vocabulary import ReplyFor, ReplyKind, label
from amie_planner.errors import AmieError
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.choice_row import ChoiceRow
from amie_planner.ui.widgets.detail import Asked, Form
from amie_planner.ui.widgets.fields import DateField, TextField
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.workspace import OpenProgramme, OpenSession

_HERE = ((ReplyFor.SESSION.value, "This session"), (ReplyFor.PROGRAMME.value, "The whole programme"))
_FIRST = ((ReplyFor.SESSION.value, "This time"), (ReplyFor.PROGRAMME.value, "Every time"))
_KIND = Asked("reply", "Your reply", lambda: ChoiceRow(options.of("reply")))
_BECAUSE = Asked("because", "Because", TextField)
_UNTIL = Asked("until", "Parked until", DateField, "Day first, such as 8/9/2026.")
_REACH = Asked("reach", "This reply is for", lambda: ChoiceRow(_HERE))
_FOCUS = "Look at this first"
_OPEN, _OPEN_AGAIN = "Reply, or look at this first", "Your reply"


class ReplyForm(QWidget):
    """Says why a question is asked; the reply opens below it.

    said(text): what was kept, or why it could not be. fitted(): it needs more room, or less. closed(): by its button.
    """

    said = Signal(str)
    fitted = Signal()
    closed = Signal()

    def __init__(self, desk: OpenProgramme) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session if isinstance(desk, OpenSession) else None
        self._turn: Turn | None = None
        self.why = Label("", "quiet")
        self.kind = Form((_KIND,), lambda: self, self._keep_kind)
        self.because, self.until, self.reach = (self._about_it(asked) for asked in (_BECAUSE, _UNTIL, _REACH))
        self.focus = ChoiceRow(_FIRST)
        self.focus.called(_FOCUS, "")
        self.focus.finished.connect(self._keep_focus)
        self.refused = Label("", "problem")
        self.refused.hide()
        self.open_button = Button(_OPEN, self.open)
        self.close_button = Button("Close", self.closed.emit)
        self._within = QWidget()
        self._arrange()
        self.close_up()

    def _arrange(self) -> None:
        inside = QVBoxLayout(self._within)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        for part in (
            self.kind,
            self.because,
            self.until,
            self.reach,
            Label(_FOCUS, "strong"),
            self.focus,
            self.refused,
        ):
            inside.addWidget(part)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 4, 8, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.why)
        self._layout.addWidget(self._within)
        self._layout.addLayout(Flow(self.open_button, self.close_button))
        self._layout.addStretch(1)

    def height_for(self, width: int) -> int:
        """How tall it would like to be in a width."""
        return self._layout.totalHeightForWidth(width)

    @property
    def is_open(self) -> bool:
        """Whether the reply is open to be written."""
        return not self._within.isHidden()

    def open(self) -> None:
        """Opens the reply, and goes there."""
        self._show_within(True)
        self.kind.fields["reply"].setFocus(Qt.FocusReason.TabFocusReason)

    def close_up(self) -> None:
        """Keeps what is being typed and closes the reply; why the question is asked stays in sight."""
        self.save()
        self._show_within(False)

    def _show_within(self, on: bool) -> None:
        self._within.setVisible(on)
        self.close_button.setVisible(on)
        self.open_button.setVisible(not on)
        self.fitted.emit()

    def _about_it(self, asked: Asked) -> Form:
        return Form((asked,), self._standing, self._keep_about_it)

    @property
    def reply(self) -> ReplyKind | None:
        """What stands as the reply to the finding, or nothing yet."""
        held = self._standing()
        return held.reply if held else None

    @property
    def check(self) -> str:
        """The id of the check whose finding is replied to, or nothing."""
        return self._turn.finding.check if self._turn else ""

    @property
    def forms(self) -> tuple[Form, ...]:
        """The parts that are written in."""
        return self.kind, self.because, self.until, self.reach

    @property
    def problem(self) -> str:
        """Why something typed is not kept, or nothing."""
        return next((form.problem for form in self.forms if form.problem), "")

    def show_turn(self, turn: Turn | None) -> None:
        """Asks about another finding, or the same as it stands now; what was being written is kept first."""
        if turn is None or turn.finding.check != self.check:
            self._leave()
        self._turn = turn
        if turn is not None:
            self.why.setText(f"{turn.finding.question} {turn.finding.why}")
            self.open_button.say(_OPEN if turn.replied is None else _OPEN_AGAIN)
            self._show_reply()
            self._show_focus()
        self.fitted.emit()

    def _leave(self) -> None:
        """Nothing that is typed about one finding is ever kept with another."""
        self.close_up()
        self.refused.hide()
        for problem in [form.let_go() for form in self.forms]:
            if problem:
                self.said.emit(f"Not kept: {problem}")

    def save(self) -> None:
        """Keeps what is being typed."""
        for form in self.forms:
            form.save()

    def _show_reply(self) -> None:
        held = self._standing()
        for form in (self.because, self.reach):
            form.setVisible(held is not None)
        self.until.setVisible(held is not None and held.reply is ReplyKind.PARKED)
        self.reach.setVisible(held is not None and self._session is not None)
        for form in self.forms:
            form.refresh()

    def _show_focus(self) -> None:
        series = self._desk.series
        own = next((lines.session.focus for lines in series.sessions if lines.session.id == self._session), ())
        reach = ReplyFor.SESSION if self.check in own else None
        self.focus.show_value(ReplyFor.PROGRAMME if self.check in series.programme.focus else reach)

    def _standing(self) -> Reply | None:
        """The reply as it is now, unless it is one of an earlier session, which is only shown again."""
        replied = self._turn.replied if self._turn else None
        if replied is None or replied.earlier:
            return None
        return next((reply for reply in self._desk.series.replies if reply.id == replied.reply.id), None)

    def _to(self, turn: Turn) -> Answered:
        finding = turn.finding
        return Answered(finding.check, finding.answer.value, tuple(line.id for line in finding.lines), self._session)

    def _keep_kind(self, name: str, words: str, value: Any) -> None:
        if self._turn is None:
            return
        replied, held, to = self._turn.replied, self._standing(), self._to(self._turn)
        if value is None:
            changes = take_back_reply(held) if held else ()
        elif held is not None:
            stale = replied is not None and replied.stale
            changes = change_reply(held, to, ReplyKind(value), stale=stale)
        else:
            changes = give_reply(self._desk.series, to, ReplyKind(value), replied.reply if replied else None)
        said = label("reply", value) if value else "taken back"
        self._desk.do(f"Reply: {said}", changes)
        self.said.emit(f"Your reply: {said}.")

    def _keep_about_it(self, name: str, words: str, value: Any) -> None:
        held = self._standing()
        if held is None or self._turn is None:
            return
        if name == "reach":
            reach = ReplyFor(value) if value else ReplyFor.SESSION
            self._desk.do("How far a reply reaches", reach_reply(held, self._to(self._turn), reach))
        else:
            self._desk.keep(held, words, **{name: value})

    def _keep_focus(self) -> None:
        value = self.focus.value()
        reach = ReplyFor(value) if value else None
        try:
            changes = focus_on(self._desk.series, self.check, reach, self._session, self._asked())
            self._desk.do("Look at a question first" if reach else "Look at a question no longer first", changes)
            self.refused.hide()
        except AmieError as error:
            self.refused.setText(f"{error} They are: {self._first()}")
            self.refused.show()
            self.said.emit(self.refused.text())
            self._show_focus()
            self.fitted.emit()

    def _first(self) -> str:
        """The questions that are looked at first already."""
        heard, series = self._desk.workspace.heard(), self._desk.series
        own = next((lines.session.focus for lines in series.sessions if lines.session.id == self._session), ())
        asked = self._asked()
        return " ".join(heard.of(id).question for id in dict.fromkeys((*own, *series.programme.focus)) if id in asked)

    def _asked(self) -> frozenset[str]:
        """The questions that are asked here, of a session or over time, as the hub words HEARD."""
        heard = self._desk.workspace.heard()
        return frozenset(held.id for held in (heard.plan_checks if self._session else heard.series_checks))

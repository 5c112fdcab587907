"""Looking back in words: a field for each prompt, kept as it is typed; and, on wish, the words of the prompts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain.edits.reflection import answer_prompt
from amie_planner.domain.records import ReflectionPrompt
from amie_planner.domain.reflection import NOTES, Prompt, answered_besides, asked
from amie_planner.ui.widgets.basics import Button, Card, Label
from amie_planner.ui.widgets.fields import LongTextField
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.form import Asked, Form
from amie_planner.ui.widgets.reflect_wording import PromptWording, tab_on_to
from amie_planner.ui.workspace import OpenSession, shortened

_LEAST_LINES, _MOST_LINES = 2, 8
_AROUND = 22
"""Device-independent pixels above and below the lines of a field."""
_NO_LONGER = "No longer asked. The answer stays."
_NOBODY_ASKS = "Every prompt is left out. Edit the prompts to ask one again."


@dataclass(frozen=True, slots=True)
class _Written:
    text: str | None


class Prompts(Card):
    """said(text): why something typed was not kept. `refresh` shows what holds now."""

    said = Signal(str)

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[tuple[Prompt, ...], tuple[Prompt, ...]] | None = None
        self.forms: dict[str, Form] = {}
        self.wording: PromptWording | None = None
        self.nothing = Label(_NOBODY_ASKS, "quiet")
        self.edit = Button("Edit the prompts", self._turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(6)
        layout.addLayout(Flow(Label("Looking back", "section", wrap=False), self.edit, spacing=18))
        layout.addWidget(self.nothing)
        self._within = QVBoxLayout()
        self._within.setSpacing(2)
        layout.addLayout(self._within)
        layout.addStretch(1)
        self.refresh()

    def start(self, key: str = "") -> None:
        """Goes to the field of a prompt, or to the first."""
        forms = [self.forms[key]] if key in self.forms else self._forms()[:1]
        fields = [field for form in forms for field in form.fields.values()]
        (fields[0].control if fields else self.edit).setFocus(Qt.FocusReason.TabFocusReason)

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where it cannot be kept."""
        for form in self._forms():
            form.save()
        return next((form.problem for form in self._forms() if form.problem), "")

    def refresh(self) -> None:
        """Shows the prompts and their answers as they are now."""
        if self._desk.gone:
            return
        if self.wording is not None:
            if not self.wording.fits:
                self._show_wording()
            self.wording.refresh()
            return
        own = self._desk.workspace.own(ReflectionPrompt)
        now = (_in_fields(asked(own)), _in_fields(answered_besides(self._desk.plan.session, own), old=True))
        if not self._still_fits(now):
            self._show(*now)
        for form in self.forms.values():
            form.refresh()

    def _still_fits(self, now: tuple[tuple[Prompt, ...], tuple[Prompt, ...]]) -> bool:
        """A field whose answer was emptied stays until the prompts change, so that nothing moves while it is typed."""
        if self._shown is None or self._shown[0] != now[0]:
            return False
        return {prompt.key for prompt in now[1]} <= {prompt.key for prompt in self._shown[1]}

    def _show(self, prompts: tuple[Prompt, ...], besides: tuple[Prompt, ...]) -> None:
        self._clear()
        self._shown = (prompts, besides)
        self.forms = {p.key: self._form(p, "" if p in prompts else _NO_LONGER) for p in (*prompts, *besides)}
        fields = QWidget()
        within = QVBoxLayout(fields)
        within.setContentsMargins(0, 0, 0, 0)
        within.setSpacing(2)
        for form in self.forms.values():
            within.addWidget(form)
        self._hold(fields)
        self.nothing.setVisible(not prompts)

    def _show_wording(self) -> None:
        self._clear()
        self.wording = PromptWording(self._desk.workspace)
        self.wording.said.connect(self.said)
        self.wording.added.connect(self._go_to_added)
        self._hold(self.wording)
        self.nothing.hide()

    def _go_to_added(self, key: str) -> None:
        self.refresh()
        if self.wording is not None:
            self.wording.go_to(key)

    def _hold(self, parts: QWidget) -> None:
        self._within.addWidget(parts)
        if forms := self._forms():
            tab_on_to(self.edit, parts, next(iter(forms[0].fields.values())))

    def _form(self, prompt: Prompt, hint: str) -> Form:
        row = Asked("text", prompt.words, _GrowingField, hint)
        return Form((row,), partial(self._read, prompt.key), partial(self._keep, prompt))

    def _read(self, key: str) -> _Written | None:
        return None if self._desk.gone else _Written(self._desk.plan.session.reflection.get(key))

    def _keep(self, prompt: Prompt, name: str, words: str, value: Any) -> None:
        session = self._desk.plan.session
        text = f"Answer ‘{shortened(prompt.words)}’"
        self._desk.do(text, answer_prompt(session, prompt.key, value), merging=(session.key, "reflection", prompt.key))

    def _turn(self) -> None:
        """From the answers to the words of the prompts, or back."""
        if problem := self.save():
            self.said.emit(f"Not kept: {problem}")
        if self.wording is None:
            self._show_wording()
            self.edit.say("Back to looking back")
            self.start()
        else:
            self._clear()
            self.wording = None
            self.edit.say("Edit the prompts")
            self.refresh()

    def _forms(self) -> list[Form]:
        return [*self.forms.values(), *(self.wording.forms if self.wording else ())]

    def _clear(self) -> None:
        """Takes away what is held now, answers or words."""
        self._shown = None
        self.forms = {}
        while (item := self._within.takeAt(0)) is not None:
            if isinstance(gone := item.widget(), QWidget):
                gone.hide()
                gone.deleteLater()


def _in_fields(prompts: tuple[Prompt, ...], *, old: bool = False) -> tuple[Prompt, ...]:
    """Notes for next time have a list of their own; what was answered in words before is shown all the same."""
    return tuple(prompt for prompt in prompts if old or prompt.key != NOTES)


class _GrowingField(LongTextField):
    """As tall as what is written in it, between two lines and eight."""

    def __init__(self) -> None:
        super().__init__()
        self.box.document().documentLayout().documentSizeChanged.connect(lambda size: self._fit())
        self._fit()

    def _fit(self) -> None:
        lines = int(self.box.document().size().height())
        room = self.box.fontMetrics().lineSpacing() * min(max(lines, _LEAST_LINES), _MOST_LINES) + _AROUND
        if room != self.box.height():
            self.box.setFixedHeight(room)

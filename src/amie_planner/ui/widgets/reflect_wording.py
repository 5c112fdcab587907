"""The words of the prompts for looking back: altered, left out, added to, and put back as ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain.edits.reflection import add_prompt, ask_prompt, our_prompts_again, word_prompt
from amie_planner.domain.records import ReflectionPrompt
from amie_planner.domain.reflection import every, is_ours, left_out
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.entries import set_own_policy
from amie_planner.ui.widgets.fields import FlagField, TextField
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.form import Asked, Form
from amie_planner.ui.workspace import Workspace, shortened

_ABOUT = (
    "These hold for every session. An answer that was given stays with its session, whatever is asked later. Ours is "
    "in our words again where it is left empty."
)
_OWN = "Yours. It is asked once it has words."


@dataclass(frozen=True, slots=True)
class _Worded:
    words: str | None
    asked: bool


class PromptWording(QWidget):
    """said(text): what was done; added(key): a prompt of the leader's own, which has no row here yet."""

    said = Signal(str)
    added = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._by_key = {
            key: Form(_asked(n, key), partial(self._read, key), partial(self._keep, key))
            for n, key in enumerate(self._keys, 1)
        }
        self.add = Button("Add a prompt of your own", self._add)
        self.ours = Button("Put our prompts back", self._put_back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (Label(_ABOUT, "quiet"), *self.forms):
            layout.addWidget(part)
        layout.addLayout(Flow(self.add, self.ours))
        self.refresh()

    @property
    def forms(self) -> Sequence[Form]:
        """The form of each prompt, in order."""
        return list(self._by_key.values())

    @property
    def fits(self) -> bool:
        """Whether there is a row for each prompt that there is now."""
        return list(self._by_key) == self._keys

    def refresh(self) -> None:
        """Shows the prompts as they are worded now."""
        for form in self.forms:
            form.refresh()
        self.ours.setVisible(any(is_ours(record.id) for record in self._own))

    def go_to(self, key: str) -> None:
        """Goes to the words of a prompt."""
        self._by_key[key].fields["words"].control.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _keys(self) -> list[str]:
        return [prompt.key for prompt in every(self._own)]

    @property
    def _own(self) -> tuple[ReflectionPrompt, ...]:
        return self._workspace.own(ReflectionPrompt)

    def _read(self, key: str) -> _Worded | None:
        words = {prompt.key: prompt.words for prompt in every(self._own)}
        return _Worded(words[key] or None, key not in left_out(self._own)) if key in words else None

    def _keep(self, key: str, name: str, words: str, value: Any) -> None:
        if name == "words":
            changes = word_prompt(self._own, key, value)
            self._workspace.do(f"Word a prompt: ‘{shortened(value or 'as ours')}’", changes, merging=("prompt", key))
            return
        said = shortened(next((p.words for p in every(self._own) if p.key == key), "") or "a prompt")
        self._workspace.do(f"{'Ask' if value else 'Leave out'} ‘{said}’", ask_prompt(self._own, key, value))
        self.said.emit(f"‘{said}’: {'asked' if value else 'left out'}")

    def _add(self) -> None:
        id, changes = add_prompt(self._own)
        self._workspace.do("Add a prompt", changes)
        self.added.emit(id)

    def _put_back(self) -> None:
        self._workspace.do("Put our prompts back", our_prompts_again(self._own))
        self.refresh()
        self.said.emit("Our prompts are asked in our words. Yours stay.")
        self.add.setFocus(Qt.FocusReason.TabFocusReason)


def _asked(n: int, key: str) -> tuple[Asked, Asked]:
    return (
        Asked("words", f"Prompt {n}", TextField, "" if is_ours(key) else _OWN),
        Asked("asked", f"Prompt {n} is asked", lambda: FlagField(f"Ask prompt {n}")),
    )


def tab_on_to(before: QWidget, parts: QWidget, first: QWidget) -> None:
    """Tab goes from one widget into another's parts, though they were made later. Qt moves only what takes the focus
    itself, with what is in it."""
    parts.setFocusProxy(first)
    set_own_policy(parts, Qt.FocusPolicy.TabFocus)
    QWidget.setTabOrder(before, parts)
    set_own_policy(parts, Qt.FocusPolicy.NoFocus)

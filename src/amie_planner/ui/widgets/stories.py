"""A quote or a case study: written under a made-up name, and agreed to one by one before it may leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from amie_planner.domain import voicing
from amie_planner.domain.days import near
from amie_planner.domain.edits.reporting import agree_to_story, alter_story, keep_story_here, names_in_story
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Story
from amie_planner.domain.vocabulary import label
from amie_planner.domain.words import listed
from amie_planner.errors import AmieError
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.detail import Asked, Stack, held_now
from amie_planner.ui.widgets.fields import ChoiceField, Field, LongTextField, TextField
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.own_word import OneOfField
from amie_planner.ui.widgets.starting import TwoLines
from amie_planner.ui.workspace import OpenProgramme, shortened

_LETTERS_OF_AN_ENTRY = 24
_MORE_LINES = 4
"""Of what may be told, that are seen beside those of any longer text."""
_LEAVES, _STAYS = "It may leave:", "It stays here all the same:"
_TO_ASK = "It stays here: nobody has agreed yet that it may leave."
_TO_ASK_AGAIN = "It stays here: it was changed after they agreed. Ask them again."


class StoryForm(Stack):
    """said(text): what became of the agreement. `today` tells the day on which they agree."""

    said = Signal(str)

    def __init__(self, desk: OpenProgramme, story: str, today: Callable[[], date]) -> None:
        super().__init__()
        self._desk, self._id, self._today = desk, story, today
        self._changed_since = False
        """Whether it was changed here after they had agreed."""
        self._read = held_now(lambda: () if desk.gone else desk.series.stories, story)
        asked = Asked("voice", "Taken from", lambda: ChoiceField(taken_from(desk.series)), _FROM)
        self._forms = (
            self.form((_WORDS,), self._read, self._keep),
            *self.columns((_NAME, _KIND, asked, _WHO), self._read, self._keep),
        )
        self.state = Label("", "strong")
        self.refused = Label("", "problem")
        self.agree = Button("They agree that it may leave", self._agree)
        self.keep_here = Button("Keep it here", self._keep_here)
        buttons = QWidget()
        buttons.setLayout(Flow(self.agree, self.keep_here))
        for part in (self.state, self.refused, buttons):
            self._layout.addWidget(part)
        self._show_state()

    @property
    def fields(self) -> dict[str, Field]:
        """The fields by name."""
        return {name: field for form in self._forms for name, field in form.fields.items()}

    def refresh(self) -> None:
        """Shows what is held now."""
        super().refresh()
        self._show_state()

    def _show_state(self) -> None:
        story = self._read()
        if story is None:
            return
        if story.agreed_on:
            self._changed_since = False
        agreed = f"they agreed on {near(story.agreed_on, None)}." if story.agreed_on else ""
        names = names_in_story(self._desk.series, story) if agreed else ()
        to_ask = _TO_ASK_AGAIN if self._changed_since else _TO_ASK
        self.state.setText(f"{_STAYS if names else _LEAVES} {agreed}" if agreed else to_ask)
        self.agree.setVisible(not agreed)
        self.keep_here.setVisible(bool(agreed))
        said = listed(f"“{name}”" for name in names)
        self._refuse(f"What may be a name is in it, {said}: no return takes it." if names else "")

    def _keep(self, name: str, words: str, value: Any) -> None:
        before = self._read()
        if before is None:
            return
        made = alter_story(self._desk.series, self._id, **{name: value})
        self._changed_since |= bool(before.agreed_on)
        self._desk.do(f"Change ‘{words}’ of a {_called(before)}", made, merging=(before.key, name))
        after = self._read()
        if before.agreed_on and after is not None and not after.agreed_on:
            self.said.emit(_TO_ASK_AGAIN)

    def _agree(self) -> None:
        self.save()
        story = self._read()
        if story is None or self.problem:
            return
        try:
            made = agree_to_story(self._desk.series, self._id, story.agreed_by, self._today())
        except AmieError as error:
            self._refuse(str(error))
            self.said.emit(str(error))
            return
        self._desk.do(f"They agree that a {_called(story)} may leave", made)
        self._after(self.keep_here)

    def _keep_here(self) -> None:
        self.save()
        story = self._read()
        if story is not None and story.agreed_on:
            self._desk.do(f"Keep a {_called(story)} here", keep_story_here(self._desk.series, self._id))
            self._after(self.agree)

    def _after(self, button: Button) -> None:
        self.refresh()
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.emit(self.state.text())

    def _refuse(self, why: str) -> None:
        self.refused.setText(why)
        self.refused.setVisible(bool(why))
        for button in (self.agree, self.keep_here):
            button.setAccessibleDescription(why)


class _Told(LongTextField):
    """Room for a case study."""

    def __init__(self) -> None:
        super().__init__()
        self.box.setFixedHeight(self.box.height() + self.box.fontMetrics().lineSpacing() * _MORE_LINES)


def story_row(story: Story, today: date) -> TwoLines:
    """A story in the list: its words, its kind, and whether it may leave."""
    agreed = f"may leave, agreed {near(story.agreed_on, today)}" if story.agreed_on else "stays here"
    return TwoLines(story.id, story_title(story), f"{label('story_kind', story.kind)} · {agreed}")


def story_title(story: Story) -> str:
    """Its words in one line."""
    return " ".join((story.words or "").split()) or "To be written"


def taken_from(series: Series) -> options.Options:
    """The voice entries of a programme, by their words."""
    return [(entry.id, shortened(voicing.title(entry), _LETTERS_OF_AN_ENTRY)) for entry in series.voice]


def _called(story: Story) -> str:
    return label("story_kind", story.kind).lower()


_FROM = "What they said or showed, if it is written down."
_WORDS = Asked("words", "What may be told", _Told, "Nobody’s name stands in it, and nothing that gives them away.")
_NAME = Asked("made_up_name", "Made-up name", TextField, "Chosen by them, if they like. No name or alias of the group.")
_KIND = Asked("kind", "Kind", lambda: OneOfField(options.of("story_kind")))
_WHO = Asked("agreed_by", "Who agreed", TextField, "In words that name nobody, such as “she and her mother”.")

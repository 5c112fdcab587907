"""What young people said or showed, over a whole programme: what became of it, and who has not been told.
And what of it may be told to others: quotes and case studies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from amie_planner.domain import edits, voicing
from amie_planner.domain.changes import revise
from amie_planner.domain.days import near
from amie_planner.domain.edits.reporting import add_story, remove_story
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Story, VoiceEntry
from amie_planner.ui.widgets.basics import Button, Card
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.programme_screen import ProgrammeScreen
from amie_planner.ui.widgets.starting import TwoLines
from amie_planner.ui.widgets.stories import StoryForm, story_row, story_title, taken_from
from amie_planner.ui.widgets.voice_form import VoiceForm, what_it_offers
from amie_planner.ui.widgets.voice_list import VoiceList
from amie_planner.ui.workspace import OpenProgramme, Workspace, shortened

_Fits: TypeAlias = Callable[[VoiceEntry, Series, date], bool]
"""Whether an entry of a programme is wanted on a day."""
FILTERS: dict[str, tuple[_Fits, str]] = {
    "Waiting to be told": (
        lambda entry, series, today: voicing.to_tell(entry),
        "Nobody waits to be told what became of an idea.",
    ),
    "Still to decide": (voicing.to_decide, "Nothing waits to be decided."),
    "All": (lambda entry, series, today: True, "Nothing is written down yet that young people said or showed."),
}
_ALL = len(FILTERS) - 1
STORIES = len(FILTERS)
"""The place of the stories, after the filters."""
_ENTRIES, _STORIES = "Voice entries", "Quotes and case studies"
_KEYS = "Enter goes to the form, Insert adds one."
_NO_STORIES = "No quote or case study yet. Nothing leaves before they have agreed to it, one by one."
_NO_PROGRAMME = "Voices belong to a programme. Begin one under Programmes first."
_LETTERS = 140
"""Of what was said, in the list and above the form, which shows all of it."""


class VoiceScreen(ProgrammeScreen[VoiceForm | StoryForm]):
    """said(text): something to tell the leader."""

    def __init__(self, workspace: Workspace, today: date) -> None:
        super().__init__(workspace, today, "The chosen voice entry")
        self.add = Button("Add a voice entry", self.add_entry, "main")
        self.filters = Faces((*FILTERS, _STORIES), "What is shown")
        self.view = VoiceList(self.rows)
        self._keys = self.view.accessibleDescription()
        self.told = Button("Told today", self.tell_today)
        self.quote = Button("Make a quote of it", self.make_quote)
        self.remove = Button("Remove", self.remove_entry)
        self._stays = ("", "")
        """Programme and entry of what stays in the list though it may no longer fit, until another is chosen."""
        self._arrange("Voice: you said, we did", self._list_card(), (5, 6))
        self.filters.chosen.connect(lambda at: self._filter())
        self.view.opened.connect(lambda: self._go_to_form("words" if self._of_stories else "text"))
        self.view.told_wanted.connect(self.tell_today)
        self.view.add_wanted.connect(self.add_entry)
        self.view.remove_wanted.connect(self.remove_entry)
        self.refresh()

    def _list_card(self) -> Card:
        card = Card()
        within = QVBoxLayout(card)
        within.setContentsMargins(14, 12, 14, 14)
        within.addWidget(self.filters)
        within.addWidget(self.empty)
        within.addWidget(self.view, 100)
        within.addLayout(Flow(self.told, self.quote, self.remove))
        within.addStretch(1)
        return card

    @property
    def _wanted(self) -> tuple[_Fits, str]:
        """Which entries the leader would see, and what is said where there are none."""
        return FILTERS[list(FILTERS)[self.filters.current]]

    @property
    def _of_stories(self) -> bool:
        """Whether stories are shown in place of voice entries."""
        return self.filters.current == STORIES

    def _listed(self, series: Series) -> list[TwoLines]:
        if self._of_stories:
            return [story_row(story, self._today) for story in series.stories]
        fits, _ = self._wanted
        listed = (e for e in series.voice if fits(e, series, self._today) or (self.programme, e.id) == self._stays)
        return [_row(entry, series, self._today) for entry in listed]

    def _why_empty(self, series: Series | None) -> str:
        if series is None:
            return _NO_PROGRAMME
        return _NO_STORIES if self._of_stories else self._wanted[1]

    def _look_for(self, id: str) -> None:
        series = self._series()
        spoken = series is None or any(entry.id == id for entry in series.voice)
        self.filters.choose(_ALL if spoken else STORIES)

    def refresh(self) -> None:
        """Shows the entries, or the stories, of the chosen programme as they are now."""
        self.add.say("Add a quote or case study" if self._of_stories else "Add a voice entry")
        self.view.setAccessibleName(_STORIES if self._of_stories else _ENTRIES)
        self.view.setAccessibleDescription(_KEYS if self._of_stories else self._keys)
        super().refresh()

    def add_entry(self) -> None:
        """Adds an entry of today, or a story, and goes to its form."""
        series = self._series()
        if series is not None and self._of_stories:
            self._add_story()
        elif series is not None:
            self.save()
            id, changes = edits.add_voice(series, date=self._today)
            self._stays = (self.programme, id)
            self._workspace.do("Add a voice entry", changes)
            self.refresh()
            self.choose(id)
            self._go_to_form("text")

    def make_quote(self) -> None:
        """Begins a quote with the words of the chosen entry."""
        entry = self._entry()
        if entry is not None:
            self._add_story(entry.id)

    def _add_story(self, voice: str | None = None) -> None:
        self.save()
        id, changes = add_story(self._workspace.series(self.programme), voice=voice)
        self._workspace.do("Make a quote" if voice else "Add a quote", changes)
        self.filters.choose(STORIES)
        self.refresh()
        self.choose(id)
        self._go_to_form("words")

    def tell_today(self) -> None:
        """Notes that they were told today, and asks how; what is not decided yet is decided first."""
        self.save()
        entry = self._entry()
        if entry is None:
            return
        if voicing.undecided(entry):
            self.said.emit("First say what became of it.")
            self._go_to_form("outcome")
        elif entry.told_on is not None:
            self.said.emit(f"They were told on {near(entry.told_on, self._today)}.")
        else:
            name = shortened(voicing.title(entry))
            self._workspace.do(f"Told today: ‘{name}’", [revise(entry, told_on=self._today)])
            self.refresh()
            self.said.emit(f"Told today: ‘{name}’. How were they told?")
            self._go_to_form("told_how")

    def remove_entry(self) -> None:
        """Removes the chosen entry or story; undo brings it back."""
        self.save()
        series, entry, story = self._series(), self._entry(), self._story()
        if series is not None and story is not None:
            self._workspace.do(f"Remove ‘{shortened(story_title(story))}’", remove_story(series, story.id))
            self._back_to_list()
        elif series is not None and entry is not None:
            self._workspace.do(f"Remove ‘{shortened(voicing.title(entry))}’", edits.remove_voice(series, entry.id))
            self._back_to_list()

    def _move_on(self) -> None:
        self._stays = (self.programme, self.chosen)
        super()._move_on()

    def _filter(self) -> None:
        """Another filter lets go of the entry that is shown, if it does not fit."""
        self.save()
        if self._of_stories or not self._is_wanted():
            self._stays = ("", "")
        self.refresh()

    def _is_wanted(self) -> bool:
        """Whether the entry that is shown fits the filter; there may be none."""
        series, entry = self._series(), self._entry()
        fits, _ = self._wanted
        return series is None or entry is None or fits(entry, series, self._today)

    def _entry(self) -> VoiceEntry | None:
        series = None if self._of_stories else self._series()
        return next((entry for entry in series.voice if entry.id == self.chosen), None) if series else None

    def _story(self) -> Story | None:
        series = self._series() if self._of_stories else None
        return next((story for story in series.stories if story.id == self.chosen), None) if series else None

    def _go_to_form(self, field: str) -> None:
        if self.form is not None:
            self.form.fields[field].setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, id: str) -> None:
        series, entry, story = self._series(), self._entry(), self._story()
        for part in (self._right, self.remove):
            part.setVisible(entry is not None or story is not None)
        for part in (self.told, self.quote):
            part.setVisible(entry is not None)
        title = voicing.title(entry) if entry is not None else story_title(story) if story is not None else ""
        self.title.setText(shortened(title, _LETTERS))
        if series is None or not (entry or story):
            self._close_form()
        else:
            self._show_form(id, taken_from(series) if story else what_it_offers(series))

    def _made(self, desk: OpenProgramme, id: str) -> VoiceForm | StoryForm:
        form = StoryForm(desk, id, lambda: self._today) if self._of_stories else VoiceForm(desk, id)
        if isinstance(form, StoryForm):
            form.said.connect(self.said)
        form.close_up()
        return form


def _row(entry: VoiceEntry, series: Series, today: date) -> TwoLines:
    return TwoLines(
        entry.id, shortened(voicing.title(entry), _LETTERS), shortened(voicing.about(entry, series, today), _LETTERS)
    )

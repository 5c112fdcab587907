"""What was noticed of somebody or of the group: where it shows, in words, and a framework's bare code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain import words
from amie_planner.domain.edits.reflection import add_observation, remove_observation
from amie_planner.domain.frameworks import OTHERS, Domain, bare, in_words, profile, sounds_of_intent, with_version
from amie_planner.domain.records import Observation
from amie_planner.domain.vocabulary import label
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.choice_row import ChoiceRow
from amie_planner.ui.widgets.detail import Asked, Entry, Kept, Stack, held_now
from amie_planner.ui.widgets.fields import ChoiceField, LongTextField, TextField
from amie_planner.ui.widgets.reflect_entries import EntriesCard
from amie_planner.ui.workspace import OpenSession, shortened

_EMPTY = "Nothing is written down that you noticed of somebody, or of the whole group."
_GROUP = "The whole group"
_LETTERS = 160
"""Of what was noticed, in the list."""


class Noticed(EntriesCard):
    """The observations of the open session."""

    def __init__(self, desk: OpenSession) -> None:
        kept = Kept("observation", _EMPTY, self._read, self._add, self._remove, self._form)
        super().__init__(desk, "What you noticed", kept)

    def _held(self) -> tuple[Observation, ...]:
        return () if self._desk.gone else self._desk.series.observations

    def _read(self) -> list[Entry]:
        return [Entry(o.id, self._line(o)) for o in self._held() if o.session == self._desk.session]

    def _line(self, seen: Observation) -> str:
        """Sky · Social · Led the stop · R.4.D"""
        person = next((p for p in self._desk.series.people if p.id == seen.person), None)
        who = words.person_name(person, self._desk.series) if person else _GROUP
        parts = (who, label("area", seen.area), shortened(seen.text or "", _LETTERS), bare(seen.framework))
        return " · ".join(part for part in parts if part)

    def _add(self) -> str:
        here = self._desk.plan.session
        id, changes = add_observation(self._desk.series, session=here.id, date=here.date)
        self._desk.do("Add an observation", changes)
        return id

    def _remove(self, id: str) -> None:
        self._desk.do("Remove an observation", remove_observation(self._desk.series, id))

    def _form(self, id: str) -> Stack:
        read, stack = held_now(self._held, id), Stack()
        people = options.people(self._desk.series)
        stack.form((_NOTICED, _whom(people), _AREA, _CODE), read, self._desk.keeping(read))
        stack.part(_Profile(self._desk, read))
        return stack


class _Profile(QWidget):
    """Which codes were noted for the person so far: a list by domain, in the order they came."""

    def __init__(self, desk: OpenSession, read: Callable[[], Observation | None]) -> None:
        super().__init__()
        self._desk, self._observation = desk, read
        self.said = Label("", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.said)
        self.refresh()

    def save(self) -> None:
        """There is nothing to keep."""

    def refresh(self) -> None:
        """Shows what was noted by now."""
        seen = self._observation()
        domains = profile(self._desk.series, seen.person) if seen and seen.person else ()
        lines = [self._line(domain) for domain in domains]
        self.said.setText("\n".join(("Noted so far:", *lines)))
        self.said.setVisible(bool(lines))

    def _line(self, domain: Domain) -> str:
        of = "" if domain.name == OTHERS else f"{sounds_of_intent().name}, "
        return f"{of}{in_words(domain, self._desk.plan.session.date)}"


class _CodeField(TextField):
    """A code as it is typed; with its version where that is another than the one codes are noted in now.

    What is held already stays as it is until something else is typed, though it be no code that could be typed now.
    """

    def __init__(self) -> None:
        super().__init__()
        self._held: Any = None

    def value(self) -> Any:
        text = self.line.text()
        return self._held if text == self.written(self._held) else with_version(text)

    def show_value(self, value: Any) -> None:
        self._held = value
        super().show_value(value)

    def written(self, value: Any) -> str:
        code = bare(value)
        return code if code != value and with_version(code) == value else value or ""


def _whom(people: options.Options) -> Asked:
    return Asked("person", "Of whom", lambda: ChoiceField(people, _GROUP))


_NOTICED = Asked("text", "What you noticed", LongTextField, "What you saw or heard, as you would tell it to them.")
_AREA = Asked("area", "Where it shows", lambda: ChoiceRow(options.of("area")))
_CODE = Asked(
    "framework",
    "A framework’s code, if you use one",
    _CodeField,
    f"{sounds_of_intent().name} as its bare code, such as R.4.D; where its codes were read and when is kept with it "
    f"({sounds_of_intent().version}). Another framework by its name and version, then its code.",
)

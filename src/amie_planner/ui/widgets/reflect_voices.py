"""What young people said or showed in the session, beside what its leader writes; added in place."""

from __future__ import annotations

from datetime import date

from amie_planner.domain import edits, voicing
from amie_planner.domain.records import VoiceEntry
from amie_planner.ui.widgets import options, reflect_walk_ins
from amie_planner.ui.widgets.detail import Asked, Entry, Kept, Stack, held_now
from amie_planner.ui.widgets.fields import ChoiceField, LongTextField
from amie_planner.ui.widgets.reflect_entries import EntriesCard
from amie_planner.ui.widgets.voice_form import from_whom
from amie_planner.ui.workspace import OpenSession, shortened

_EMPTY = "Nothing is written down yet: words, a sound, a look, a choice, a drawing. What counts is what it said."
_LETTERS = 160
"""Of what was said, in the list."""


class Voices(EntriesCard):
    """The voice entries of the open session: words, how, and from whom. The rest of each is in Voice."""

    def __init__(self, desk: OpenSession) -> None:
        kept = Kept("voice entry", _EMPTY, self._read, self._add, self._remove, self._form)
        super().__init__(desk, "What young people said or showed", kept)

    def _held(self) -> tuple[VoiceEntry, ...]:
        return () if self._desk.gone else self._desk.series.voice

    def _read(self) -> list[Entry]:
        return [Entry(v.id, self._line(v)) for v in self._held() if v.session == self._desk.session]

    def _line(self, entry: VoiceEntry) -> str:
        day = self._desk.plan.session.date or entry.date or date.min
        said = shortened(voicing.title(entry), _LETTERS)
        return " · ".join(part for part in (said, voicing.about(entry, self._desk.series, day)) if part)

    def _add(self) -> str:
        here = self._desk.plan.session
        id, changes = edits.add_voice(self._desk.series, date=here.date, session=here.id)
        self._desk.do("Add a voice entry", changes)
        return id

    def _remove(self, id: str) -> None:
        self._desk.do("Remove a voice entry", edits.remove_voice(self._desk.series, id))

    def _form(self, id: str) -> Stack:
        read = held_now(self._held, id)
        asked = (
            Asked("text", "What they said or showed", LongTextField, "Their words; or what they did, chose or played."),
            Asked("method", "How", lambda: ChoiceField(options.of("method")), "With speech or without."),
            from_whom(self._desk.series, read(), reflect_walk_ins.offered(self._desk.plan)),
        )
        stack = Stack()
        stack.form(asked, read, reflect_walk_ins.keeping(self._desk, read, "from_whom"))
        return stack

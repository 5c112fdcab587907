"""What young people said or showed, with or without speech, and what became of it."""

from __future__ import annotations

from amie_planner.domain import edits, voicing
from amie_planner.domain.records import Touch, VoiceEntry
from amie_planner.domain.vocabulary import Status, label
from amie_planner.ui.widgets.detail import Entry, Kept, Stack
from amie_planner.ui.widgets.voice_form import VoiceForm
from amie_planner.ui.workspace import OpenSession


class VoicePanel(Stack):
    """The voice entries of the programme; those that touch the open session say so."""

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        empty = "Nothing is written down that young people said or showed."
        self.voice = self.entries(Kept("voice entry", empty, self._read, self._add, self._remove, self._form))
        self.close_up()

    def _read(self) -> list[Entry]:
        return [Entry(v.id, self._line(v)) for v in self._desk.series.voice]

    def _line(self, entry: VoiceEntry) -> str:
        here = any(t.session == self._desk.session for t in entry.touches)
        parts = (voicing.title(entry), label("outcome", entry.outcome), "in this session" if here else "")
        return " · ".join(part for part in parts if part)

    def _add(self) -> str:
        here = self._desk.plan.session
        said_there = {"date": here.date, "session": here.id} if here.status is Status.DELIVERED else {}
        id, changes = edits.add_voice(self._desk.series, touches=(Touch(session=here.id),), **said_there)
        self._desk.do("Add a voice entry", changes)
        return id

    def _remove(self, id: str) -> None:
        self._desk.do("Remove a voice entry", edits.remove_voice(self._desk.series, id))

    def _form(self, id: str) -> Stack:
        return VoiceForm(self._desk, id, self._desk.session)

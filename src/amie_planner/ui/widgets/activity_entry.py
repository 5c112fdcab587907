"""One activity of the library in full: what to do, what young people choose, what it keeps out of the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain import words
from amie_planner.domain.records import Card, Decision, DesignedOut, LibraryActivity, Music
from amie_planner.domain.vocabulary import Barrier, label
from amie_planner.ui.models.activities import OpenActivities
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.detail import Asked, Entry, Kept, Stack
from amie_planner.ui.widgets.entries import Entries
from amie_planner.ui.widgets.fields import ChoiceField, FlagField, LongTextField, NumberField, TextField, WordsField
from amie_planner.ui.widgets.library_form import ShelfEntry, TurningForm
from amie_planner.ui.widgets.ticks import ManyField

_LINES = 7
_NO_CHOICE, _NO_CARD = Decision(), Card()


class _TallField(LongTextField):
    """Room for all that is said of how to lead an activity."""

    def __init__(self) -> None:
        super().__init__()
        self.box.setFixedHeight(self.box.fontMetrics().lineSpacing() * _LINES + 26)


class ActivityForm(QWidget):
    """The forms over whichever activity `read` finds."""

    def __init__(self, shelf: OpenActivities, read: Callable[[], LibraryActivity | None]) -> None:
        super().__init__()
        self._shelf = shelf
        self._read = read
        keep = shelf.keeping(read)
        self.basics = TurningForm(_BASICS, read, keep)
        self.choice = TurningForm(_CHOICE, self._choice, self._keep_choice)
        self.card = TurningForm(_CARD, self._card, self._keep_card)
        self.last = TurningForm(_LAST, read, keep)
        self.music = Entries(self._kept_music())
        self.by_design = Entries(self._kept_out())
        self._forms = (self.basics, self.choice, self.card, self.last)
        self._lists = (self.music, self.by_design)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        for heading, part in (
            ("", self.basics),
            ("A choice for young people", self.choice),
            ("Music", self.music),
            ("What it keeps out of the way", self.by_design),
            ("On the strip for young people", self.card),
            ("", self.last),
        ):
            if heading:
                layout.addSpacing(10)
                layout.addWidget(Label(heading, "strong"))
            layout.addWidget(part)
        layout.addStretch(1)
        self.setFocusProxy(self.basics.fields["title"])

    def turn(self) -> None:
        """Shows another activity. What could not be kept of the one before is let go of."""
        for form in self._forms:
            form.turn()
        for entries in self._lists:
            entries.choose_none()

    def save(self) -> None:
        """Keeps what is being typed."""
        for part in (*self._forms, *self._lists):
            part.save()

    @property
    def problem(self) -> str:
        """The first reason why something typed is not kept, or nothing."""
        inside = (stack.problem for entries in self._lists for stack in entries.findChildren(Stack))
        return next((problem for problem in (*(form.problem for form in self._forms), *inside) if problem), "")

    def refresh(self) -> None:
        """Shows what is held now."""
        for part in (*self._forms, *self._lists):
            part.refresh()

    def _keep(self, words: str, part: str = "", /, **fields: Any) -> None:
        if (entry := self._read()) is not None:
            self._shelf.alter(entry, words, part, **fields)

    def _choice(self) -> Decision | None:
        entry = self._read()
        return (entry.decision or _NO_CHOICE) if entry else None

    def _keep_choice(self, name: str, words: str, value: Any) -> None:
        if (decision := self._choice()) is not None:
            made = decision.revised(**{name: value})
            self._keep(words, decision=None if made == _NO_CHOICE else made)

    def _card(self) -> Card | None:
        entry = self._read()
        return (entry.card or _NO_CARD) if entry else None

    def _keep_card(self, name: str, words: str, value: Any) -> None:
        if (card := self._card()) is not None:
            made = card.revised(**{name: value})
            self._keep(words, card=None if made == _NO_CARD else made)

    def _pieces(self) -> tuple[Music, ...]:
        entry = self._read()
        return entry.music if entry else ()

    def _kept_music(self) -> Kept:
        def add() -> str:
            self._keep("Music", music=(*self._pieces(), Music()))
            return str(len(self._pieces()) - 1)

        def remove(id: str) -> None:
            self._keep("Music", music=_all_but(self._pieces(), id))

        def change(at: int, name: str, words: str, value: Any) -> None:
            self._keep(words, str(at), music=_with(self._pieces(), at, self._pieces()[at].revised(**{name: value})))

        def read() -> list[Entry]:
            return [Entry(str(n), words.music_name(piece)) for n, piece in enumerate(self._pieces())]

        none = "No music written down."
        return Kept("music", none, read, add, remove, lambda id: _form(_PIECE, id, self._pieces, change))

    def _out(self) -> tuple[DesignedOut, ...]:
        entry = self._read()
        return entry.by_design if entry else ()

    def _kept_out(self) -> Kept:
        def add() -> str:
            here = {each.barrier for each in self._out()}
            barrier = next((each for each in Barrier if each not in here), next(iter(Barrier)))
            self._keep("What it keeps out of the way", by_design=(*self._out(), DesignedOut(barrier=barrier)))
            return str(len(self._out()) - 1)

        def remove(id: str) -> None:
            self._keep("What it keeps out of the way", by_design=_all_but(self._out(), id))

        def change(at: int, name: str, words: str, value: Any) -> None:
            self._keep(words, f"out {at}", by_design=_with(self._out(), at, self._out()[at].revised(**{name: value})))

        def read() -> list[Entry]:
            return [Entry(str(n), _out_line(each)) for n, each in enumerate(self._out())]

        none = "Nothing is written down yet."
        return Kept("barrier", none, read, add, remove, lambda id: _form(_OUT, id, self._out, change))


class ActivityEntry(ShelfEntry[LibraryActivity, ActivityForm]):
    """The chosen activity."""

    def __init__(self, shelf: OpenActivities) -> None:
        super().__init__(shelf, lambda read: ActivityForm(shelf, read))


def _form(
    asked: Sequence[Asked], id: str, held: Callable[[], Sequence[Any]], change: Callable[[int, str, str, Any], None]
) -> Stack:
    at = int(id)
    stack = Stack()
    stack.form(
        asked,
        lambda: held()[at] if at < len(held()) else None,
        lambda name, words, value: change(at, name, words, value),
    )
    return stack


def _all_but(held: Sequence[Any], id: str) -> tuple[Any, ...]:
    return tuple(each for n, each in enumerate(held) if str(n) != id)


def _with(held: Sequence[Any], at: int, made: Any) -> tuple[Any, ...]:
    return tuple(made if n == at else each for n, each in enumerate(held))


def _out_line(out: DesignedOut) -> str:
    return ": ".join(part for part in (label("barrier", out.barrier), out.how) if part)


_BASICS = (
    Asked("title", "Title", TextField),
    Asked("kind", "Kind of activity", lambda: ChoiceField(options.of("kind"))),
    Asked("minutes", "Minutes", NumberField),
    Asked("aim", "Aim of this activity", LongTextField),
    Asked("instructions", "What to do", _TallField),
    Asked("kit", "Kit", WordsField, "With commas between them."),
    Asked("settings", "Settings it suits", lambda: ManyField(options.of("setting"), 26), "None ticked means any."),
)
_CHOICE = (
    Asked("question", "The question", TextField),
    Asked("options", "What they can choose from", WordsField, "With commas between them."),
    Asked("open", "Open", lambda: FlagField("Open: anything they say can be the answer")),
    Asked("ways", "Ways to answer", lambda: WordsField(options.of("way")), "Such as speech, pointing, symbols."),
)
_CARD = (
    Asked("word", "Word on the card", TextField, "Leave empty to show the title."),
    Asked("second", "The same in a second language", TextField, "In any script."),
)
_LAST = (
    Asked("ages", "Ages", TextField),
    Asked("source", "Where it comes from", TextField),
    Asked("to_review", "To review", lambda: FlagField("To review: doubtful, ask somebody who knows")),
)
_PIECE = (
    Asked("title", "Title of the music", TextField),
    Asked("genres", "Genres", lambda: WordsField(options.of("genre")), "With commas between them."),
    Asked("practices", "Ways of making it", lambda: WordsField(options.of("practice")), "Such as By ear, Improvise."),
    Asked("credit", "Credit: artist, tradition or source", TextField),
)
_OUT = (
    Asked("barrier", "What would be in the way", lambda: ChoiceField(options.of("barrier"))),
    Asked("how", "What keeps it out of the way", LongTextField),
)

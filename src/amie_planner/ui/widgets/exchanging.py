"""Bringing in a plan file and handing one on, and what has to be asked on the way of any file."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from amie_planner.domain import bringing_in
from amie_planner.domain.names import NamesFound
from amie_planner.domain.plan import Series
from amie_planner.exchange.handing_on import content
from amie_planner.exchange.loading import load
from amie_planner.ui.workspace import Workspace, shortened
from amie_planner.writing import write_whole

_FILTER = "Plan files (*.amieplan)"


def ask(parent: QWidget, question: str, *answers: str, otherwise: str = "") -> int:
    """Asks in plain text; gives the place of the answer, or -1 for the button that changes nothing.

    Where that button says what stays, in `otherwise`, it has the focus: the key that asked, pressed twice, agrees to
    nothing.
    """
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("AMIE Planner")
    box.setText(question)
    buttons = [box.addButton(words, QMessageBox.ButtonRole.AcceptRole) for words in answers]
    nothing = box.addButton(otherwise or "Cancel", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(nothing if otherwise else buttons[0])
    box.exec()
    return next((n for n, button in enumerate(buttons) if button is box.clickedButton()), -1)


def ask_where(parent: QWidget, suggested: str, title: str, kinds: str) -> Path | None:
    """Asks where to save a file, of a kind such as “PDF (*.pdf)”; None for nowhere.

    It ends as what is suggested does. Where that ending was left out, the dialog did not ask about the file that is
    there, so that we do.
    """
    name, _ = QFileDialog.getSaveFileName(parent, title, suggested, kinds)
    if not name:
        return None
    path, ending = Path(name), Path(suggested).suffix
    if path.suffix.lower() == ending:
        return path
    path = path.with_name(f"{path.name}{ending}")
    said = f"There is a file {path.name} already."
    stays = path.exists() and ask(parent, said, "Replace it", otherwise="Keep it") < 0
    return None if stays else path


def ask_and_bring_in(parent: QWidget, workspace: Workspace) -> str:
    """Asks for a plan file and brings it in; gives the programme's id, or nothing. Raises AmieError."""
    name, _ = QFileDialog.getOpenFileName(parent, "Bring in a plan file", "", _FILTER)
    return bring_in(parent, workspace, Path(name)) if name else ""


def bring_in(parent: QWidget, workspace: Workspace, path: Path) -> str:
    """Brings a plan file in. A programme that is known is replaced or kept beside it, as the leader says."""
    series = load(path)
    title = shortened(series.programme.title)
    held = next((p for p in workspace.programmes() if p.id == series.programme.id), None)
    position = max((p.position for p in workspace.programmes()), default=-1) + 1
    if held is None:
        workspace.do(f"Bring in ‘{title}’", bringing_in.bring_in(series, position))
        return series.programme.id
    changes = bringing_in.replace(workspace.series(held.id), series)
    question = f"‘{title}’ is already in your planner."
    if going := len(workspace.going_with(changes)):
        question += f"\n\n{bringing_in.answers_going(going, 'Replacing it also removes')} Undo brings them back."
    answer = ask(parent, question, "Replace it", "Keep both")
    if answer == 0:
        workspace.do(f"Replace ‘{title}’", changes)
    elif answer == 1:
        series = bringing_in.copied(series, str(uuid.uuid4()))
        workspace.do(f"Bring in a copy of ‘{title}’", bringing_in.bring_in(series, position))
    return series.programme.id if answer >= 0 else ""


def ask_and_hand_on(parent: QWidget, series: Series) -> Path | None:
    """Asks with or without people and where to, then writes a plan file. Raises AmieError."""
    question = "Who is this plan file for? Without people, nothing about a young person goes into it."
    answer = ask(parent, question, "Without people", "With people")
    if answer < 0:
        return None
    made = agreed(parent, lambda only_words: content(series, with_people=answer == 1, not_names=only_words))
    if made is None:
        return None
    path = ask_where(parent, "programme.amieplan", "Hand on as a plan file", _FILTER)
    if path is not None:
        write_whole(path, made)
    return path


def agreed(parent: QWidget, make: Callable[[frozenset[str]], bytes]) -> bytes | None:
    """What `make` makes, once the leader has seen every place where a name may stand; None to stop.

    `make` is handed the words that are not a person, and raises NamesFound for the others.
    """
    only_words: frozenset[str] = frozenset()
    while True:
        try:
            return make(only_words)
        except NamesFound as found:
            places = "\n".join(f"“{hit.word}” in {hit.place}" for hit in found.hits)
            question = f"These may be a young person’s name:\n\n{places}\n\nStop, and change the text there?"
            if ask(parent, question, "They are only words: hand it on") != 0:
                return None
            only_words |= {hit.word for hit in found.hits}

"""Doing anything by typing a few letters of it (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from amie_planner.ui.models.palette import Command, Opens, Palette, of_menu, of_planner
from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.quick_find import QuickFind, Wording
from amie_planner.ui.workspace import Workspace

_WORDING = Wording("Commands", "What would you like to do?", "Commands", "Do it")
_PANEL = " panel"
"""What the menu says of a face beside a session, which is on the page too."""


class PaletteDialog(QuickFind):
    """Over any screen; `command` is what the leader wants done, or None."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        self._palette = Palette(commands)
        super().__init__(_WORDING, self._palette.answer, parent)

    @property
    def command(self) -> Command | None:
        """What was taken."""
        return self._palette.command(self.taken.id) if self.taken is not None else None


class Stands(Opens, Protocol):
    """What there is to open: the planner, the day it is, and the screens."""

    @property
    def workspace(self) -> Workspace: ...
    @property
    def today(self) -> date: ...
    @property
    def screens(self) -> tuple[tuple[str, Callable[[], object]], ...]: ...
    @property
    def in_the_room(self) -> Callable[[], bool]: ...


def ask_and_do(window: QMainWindow, planner: Stands) -> None:
    """Asks what to do, and does it once the focus is back where it was."""
    dialog = PaletteDialog(commands(window, planner), window)
    dialog.exec()
    dialog.deleteLater()
    if dialog.command is not None:
        dialog.command.do()


def commands(window: QMainWindow, planner: Stands) -> list[Command]:
    """What the page and the menus offer now, the screens, the sessions that come next, and every programme.

    The screens come first: Enter before anything is typed changes nothing. While a session is run only what is there:
    titles of others may say a name.
    """
    menus = [(top.text(), top.menu()) for top in window.menuBar().actions() if top.isVisible()]
    offered = [c for words, menu in menus if isinstance(menu, QMenu) for c in of_menu(words, menu.actions())]
    screens = [Command(f"Go to {name}", "Screen", "", show) for name, show in planner.screens]
    elsewhere = () if planner.in_the_room() else of_planner(planner.workspace, planner.today, planner)
    known = {command.words.removesuffix(_PANEL) for command in (*screens, *offered)}
    here = (command for command in of_page(window) if command.words not in known)
    return [*screens, *here, *elsewhere, *offered]


def of_page(page: QWidget) -> Iterator[Command]:
    """What the buttons and the faces offer that are seen; but not a choice among answers."""
    for button in page.findChildren(Button):
        face = isinstance(button.parentWidget(), Faces)
        if button.isVisible() and button.isEnabled() and (face or not button.isCheckable()) and _of_its_own(button):
            yield Command(button.accessibleName(), "This page", "", partial(_press, button))


def _of_its_own(button: Button) -> bool:
    """The sidebar's buttons are screens, which have commands."""
    return bool(button.property("look") != "nav")


def _press(button: Button) -> None:
    button.setFocus(Qt.FocusReason.ShortcutFocusReason)
    button.click()

"""The menus that every screen shares: what can be undone, and how the window looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from amie_planner.preferences import TEXT_SIZES, THEMES, Preferences

if TYPE_CHECKING:
    from amie_planner.ui.widgets import palette, search
    from amie_planner.ui.workspace import Workspace

    class Finds(search.Stands, palette.Stands, Protocol):
        """What finding stands on; `keep` keeps what is being typed, so that it is found."""

        @property
        def keep(self) -> Callable[[], str]: ...
        @property
        def say(self) -> Callable[[str], None]: ...


Keys = QKeySequence.StandardKey | str
_THEMES = {
    "system": "Colours as the system",
    "light": "Light",
    "dark": "Dark",
    "contrast": "High contrast",
    "cream": "Cream",
}


def offer(menu: QMenu, words: str, do: Callable[[], object], keys: Keys = "") -> QAction:
    """Adds what a menu offers: its words, what it does, and its keys."""
    action = QAction(words, menu)
    action.triggered.connect(lambda: do())
    action.setShortcuts([QKeySequence(keys)] if isinstance(keys, str) else QKeySequence.keyBindings(keys))
    menu.addAction(action)
    return action


def offer_wording(menu: QMenu, parent: QWidget, workspace: Workspace, say: Callable[[str], None]) -> None:
    """HEARD in a hub's words, or in our own again."""

    def use() -> None:
        from amie_planner.ui.widgets.heard_wording import ask_and_load

        say(ask_and_load(parent, workspace) or "HEARD is worded as before.")

    def save() -> None:
        from amie_planner.ui.widgets.heard_wording import ask_and_save

        path = ask_and_save(parent, workspace)
        say(f"Saved {path.name}" if path else "Nothing is saved.")

    def our_own() -> None:
        from amie_planner.ui.widgets.heard_wording import our_own_words

        say(our_own_words(workspace))

    menu.addSeparator()
    offer(menu, "Use a &hub’s words for HEARD…", use)
    offer(menu, "Save the &wording of HEARD to change it…", save)
    offer(menu, "Use our &own words for HEARD", our_own)
    menu.addSeparator()


def offer_history(menu: QMenu, history: QUndoStack) -> Callable[[bool], None]:
    """Undo and redo, each with the name of what it would do. What is given back keeps these names private, or not."""
    key = QKeySequence.StandardKey
    undo, redo = _Step("Undo", menu, key.Undo), _Step("Redo", menu, key.Redo)
    undo.triggered.connect(history.undo)
    redo.triggered.connect(history.redo)
    history.canUndoChanged.connect(undo.setEnabled)
    history.canRedoChanged.connect(redo.setEnabled)
    history.undoTextChanged.connect(undo.name)
    history.redoTextChanged.connect(redo.name)

    def keep_private(private: bool) -> None:
        undo.keep_private(private)
        redo.keep_private(private)

    return keep_private


def offer_finding(menu: QMenu, window: QMainWindow, planner: Callable[[], Finds]) -> None:
    """Anything ever written, and anything that can be done, each by typing some of it.

    While a session is run nothing is searched, for what is found shows private words.
    """

    def find() -> None:
        from amie_planner.ui.widgets.search import ask_and_go

        if planner().in_the_room():
            planner().say("Find could show private words in the room. Go to another page, then find.")
            return
        planner().keep()
        ask_and_go(window, planner())

    def command() -> None:
        from amie_planner.ui.widgets.palette import ask_and_do

        ask_and_do(window, planner())

    menu.addSeparator()
    offer(menu, "&Find anything you have written…", find, QKeySequence.StandardKey.Find)
    offer(menu, "&Commands…", command, "Ctrl+K")


class _Step(QAction):
    """Undo or redo: off until there is something to do."""

    def __init__(self, words: str, menu: QMenu, keys: QKeySequence.StandardKey) -> None:
        super().__init__(words, menu)
        self._words = words
        self._step = ""
        self._private = False
        self.setShortcuts(QKeySequence.keyBindings(keys))
        self.setEnabled(False)
        menu.addAction(self)

    def name(self, step: str) -> None:
        """Says what would be done; an ampersand in it is shown as it is."""
        self._step = step
        named = step and not self._private
        self.setText(f"{self._words}: {step}".replace("&", "&&") if named else self._words)

    def keep_private(self, private: bool) -> None:
        """Says what would be done no more, for it may name somebody, or says it again."""
        self._private = private
        self.name(self._step)


class Looks:
    """The choices of colours and text size; `prefer` is told of each new one."""

    def __init__(self, menu: QMenu, preferences: Preferences, prefer: Callable[[Preferences], None]) -> None:
        self._menu = menu
        self._now = preferences
        self._tell = prefer
        themes, sizes = QActionGroup(menu), QActionGroup(menu)
        for theme in THEMES:
            self._choice(themes, _THEMES[theme], theme == preferences.theme, theme=theme)
        menu.addSeparator()
        for size in TEXT_SIZES:
            self._choice(sizes, f"Text {size}%", size == preferences.text_size, text_size=size)

    def _choice(self, group: QActionGroup, words: str, on: bool, **preferred: Any) -> None:
        action = offer(self._menu, words, lambda: self._prefer(**preferred))
        action.setCheckable(True)
        action.setChecked(on)
        group.addAction(action)

    def _prefer(self, **preferred: Any) -> None:
        self._now = replace(self._now, **preferred)
        self._tell(self._now)

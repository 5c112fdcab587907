"""The frame: sidebar, menus, what was saved when. It paints first; screens come after and ask it for one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, QSize, QTime, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QActionGroup,
    QCloseEvent,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from amie_planner.preferences import TEXT_SIZES, THEMES, Preferences
from amie_planner.ui.widgets.basics import Label, WholeWindow
from amie_planner.ui.widgets.faces import Faces

if TYPE_CHECKING:
    from amie_planner.errors import AmieError
    from amie_planner.ui.screens.programmes import ProgrammesScreen
    from amie_planner.ui.screens.reports import ReportsScreen
    from amie_planner.ui.screens.session import SessionScreen
    from amie_planner.ui.workspace import Workspace

SCREENS = ("Programmes", "Reports")
_USUAL_SIZE = QSize(1366, 768)


class MainWindow(QMainWindow):
    """preferred(Preferences): the leader chose another theme or text size. painted(): the frame is seen, once."""

    preferred = Signal(object)
    painted = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.setWindowTitle("AMIE Planner")
        self.resize(_USUAL_SIZE)
        self._preferences = preferences
        self._painted = False
        self.sidebar = Faces(SCREENS, "Screens", look="nav", upright=True)
        self.stack = QStackedWidget()
        self.saved = Label("Everything is saved as you write.", "quiet", wrap=False)
        self.saved.setObjectName("saved")
        self.statusBar().addWidget(self.saved)
        self.statusBar().setSizeGripEnabled(False)
        self.programmes: ProgrammesScreen | None = None
        self.reports: ReportsScreen | None = None
        self.session: SessionScreen | None = None
        self._arrange()
        self._file, self._edit = self._menu("&File"), self._menu("&Edit")
        self._session, self._view = self._menu("&Session"), self._menu("&View")
        self._session.menuAction().setVisible(False)
        self._fill_view()

    def _arrange(self) -> None:
        side = QWidget()
        side.setObjectName("sidebar")
        within = QVBoxLayout(side)
        within.setContentsMargins(10, 16, 10, 10)
        within.addWidget(self.sidebar)
        within.addStretch(1)
        whole = QWidget()
        layout = QHBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addWidget(self.stack, 1)
        self.setCentralWidget(WholeWindow(whole))

    def load(self, workspace: Workspace, today: date) -> None:
        """Makes the screens, once the frame has been painted and the planner is open."""
        from amie_planner.ui.screens.programmes import ProgrammesScreen
        from amie_planner.ui.screens.reports import ReportsScreen

        self._workspace = workspace
        self._today = today
        workspace.changed.connect(lambda changes: self._say_saved())
        workspace.refused.connect(self._tell)
        self.programmes = ProgrammesScreen(workspace)
        self.programmes.session_wanted.connect(self.open_session)
        self.programmes.import_wanted.connect(self.bring_in)
        self.programmes.export_wanted.connect(self.hand_on)
        self.reports = ReportsScreen(workspace, today)
        self.reports.said.connect(self.say)
        self.stack.addWidget(self.programmes)
        self.stack.addWidget(self.reports)
        self.sidebar.chosen.connect(self.show_screen)
        self._fill_file(self.programmes)
        self._fill_edit()
        self.programmes.programme_view.setFocus()

    def show_screen(self, at: int) -> None:
        """Shows a screen of the sidebar, unless the leader would rather stay in the session."""
        stay = not self._may_leave_session()
        with QSignalBlocker(self.sidebar):
            self.sidebar.choose(0 if stay else at)
        screen = (self.programmes, self.reports)[at]
        if not stay and screen is not None:
            self._close_session()
            self.stack.setCurrentWidget(screen)

    def open_session(self, programme: str, session: str) -> None:
        """Opens one session."""
        from amie_planner.ui.screens.session import SessionScreen
        from amie_planner.ui.workspace import OpenSession

        if not self._may_leave_session():
            return
        self._close_session()
        self.session = SessionScreen(OpenSession(self._workspace, programme, session), self._today)
        self.session.back_wanted.connect(self._back)
        self.session.said.connect(self.say)
        self._fill_session(self.session)
        self.stack.addWidget(self.session)
        self.stack.setCurrentWidget(self.session)
        self.session.planning.view.setFocus()

    def _back(self) -> None:
        self.show_screen(0)
        if self.programmes is not None and self.session is None:
            self.programmes.session_view.setFocus()

    def _may_leave_session(self) -> bool:
        """Keeps what is being typed; where that cannot be, asks before it is let go of."""
        problem = self.session.save() if self.session is not None else ""
        if not problem:
            return True
        from amie_planner.ui.widgets.exchanging import ask

        return ask(self, f"Something you typed is not kept.\n\n{problem}", "Leave it") == 0

    def _close_session(self) -> None:
        if self.session is not None:
            closing, self.session = self.session, None
            closing.leave()
            self._session.menuAction().setVisible(False)
            self._session.clear()
            self.stack.removeWidget(closing)
            closing.deleteLater()

    def bring_in(self) -> None:
        """Asks for a plan file and brings it in."""
        from amie_planner.ui.widgets.exchanging import ask_and_bring_in

        programme = ask_and_bring_in(self, self._workspace)
        if programme and self.programmes is not None:
            self._back()
            self.programmes.choose(programme)

    def hand_on(self, programme: str) -> None:
        """Asks how and where to, and writes a plan file."""
        from amie_planner.ui.widgets.exchanging import ask_and_hand_on

        path = ask_and_hand_on(self, self._workspace.series(programme))
        if path is not None:
            self.say(f"Saved {path.name}")

    def _save_pdf(self) -> None:
        if self.session is not None:
            self.session.show_paper()
            self.session.paper.ask_and_save()
        else:
            self.say("Open a session first, then save its paper.")

    def say(self, text: str) -> None:
        """Shows a status and has it spoken."""
        self.saved.setText(text)
        self.saved.setAccessibleName(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.saved, text))

    def _say_saved(self) -> None:
        self.say(f"✓ Saved {QTime.currentTime().toString('HH:mm')}")

    def _tell(self, error: AmieError) -> None:
        from amie_planner.ui.trouble import tell

        tell(self, error)

    def _fill_file(self, programmes: ProgrammesScreen) -> None:
        key = QKeySequence.StandardKey
        for words, do, keys in (
            ("&New programme…", programmes.ask_and_start, key.New),
            ("&Bring in a plan file…", self.bring_in, key.Open),
            ("Save &PDF…", self._save_pdf, key.Print),
            ("&Save", self._save_now, key.Save),
            ("&Quit", self.close, key.Quit),
        ):
            self._file.addAction(self._action(words, do, keys))

    def _save_now(self) -> None:
        problem = self.session.save() if self.session is not None else ""
        if problem:
            self.say(f"Not kept: {problem}")
        else:
            self._say_saved()

    def _fill_edit(self) -> None:
        history, key = self._workspace.history, QKeySequence.StandardKey
        undo, redo = self._action("Undo", history.undo, key.Undo), self._action("Redo", history.redo, key.Redo)
        undo.setEnabled(False)
        redo.setEnabled(False)
        history.canUndoChanged.connect(undo.setEnabled)
        history.canRedoChanged.connect(redo.setEnabled)
        history.undoTextChanged.connect(lambda text: undo.setText(_named("Undo", text)))
        history.redoTextChanged.connect(lambda text: redo.setText(_named("Redo", text)))
        self._edit.addActions([undo, redo])

    def _fill_session(self, session: SessionScreen) -> None:
        for words, do, keys in session.offers():
            self._session.addAction(self._action(words, do, keys))
        self._session.menuAction().setVisible(True)

    def _fill_view(self) -> None:
        words = {"system": "Colours as the system", "light": "Light", "dark": "Dark"}
        now = self._preferences
        themes, sizes = QActionGroup(self), QActionGroup(self)
        for theme in THEMES:
            self._choice(themes, words[theme], theme == now.theme, theme=theme)
        self._view.addSeparator()
        for size in TEXT_SIZES:
            self._choice(sizes, f"Text {size}%", size == now.text_size, text_size=size)

    def _choice(self, group: QActionGroup, words: str, on: bool, **preferred: Any) -> None:
        action = self._action(words, lambda: self._prefer(**preferred))
        action.setCheckable(True)
        action.setChecked(on)
        group.addAction(action)
        self._view.addAction(action)

    def _prefer(self, **preferred: Any) -> None:
        self._preferences = replace(self._preferences, **preferred)
        self.preferred.emit(self._preferences)

    def _menu(self, title: str) -> QMenu:
        menu = QMenu(title, self)
        self.menuBar().addMenu(menu)
        return menu

    def _action(self, words: str, do: Callable[[], object], keys: QKeySequence.StandardKey | str = "") -> QAction:
        action = QAction(words, self)
        action.triggered.connect(lambda: do())
        action.setShortcuts([QKeySequence(keys)] if isinstance(keys, str) else QKeySequence.keyBindings(keys))
        return action

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave_session():
            event.ignore()
            return
        if self.session is not None:
            closing, self.session = self.session, None
            closing.leave()
        super().closeEvent(event)


def _named(words: str, text: str) -> str:
    """The words of a menu item, with what they would do; an ampersand in it is shown as it is."""
    return f"{words}: {text}".replace("&", "&&") if text else words

"""The frame: sidebar, menus, what was saved when. It paints first; screens come after and ask it for one another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, QTime, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QVBoxLayout, QWidget

from amie_planner.preferences import Preferences
from amie_planner.ui.sidebar import (
    LIBRARY,
    PEOPLE,
    PROGRAMMES,
    SCREENS,
    TODAY,
    VOICE,
    Planner,
    made,
    opened_monitoring,
    opened_series,
    opened_session,
)
from amie_planner.ui.widgets.basics import Label, Pages, WholeWindow
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.menus import Looks, offer, offer_finding, offer_history, offer_wording

if TYPE_CHECKING:
    from amie_planner.checks.check import Line
    from amie_planner.domain.records import Record
    from amie_planner.errors import AmieError
    from amie_planner.ui.screens.library import LibraryScreen
    from amie_planner.ui.screens.people import PeopleScreen
    from amie_planner.ui.screens.programmes import ProgrammesScreen
    from amie_planner.ui.screens.session import SessionScreen
    from amie_planner.ui.screens.voice import VoiceScreen
    from amie_planner.ui.sidebar import Opened
    from amie_planner.ui.workspace import Workspace

_AT_REST = "Everything is saved as you write."
_USUAL_SIZE = QSize(1366, 768)


class MainWindow(QMainWindow):
    """preferred(Preferences): the leader chose another theme or text size. painted(): the frame is seen, once."""

    preferred = Signal(object)
    painted = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.setWindowTitle("AMIE Planner")
        self.resize(_USUAL_SIZE)
        self._painted = False
        self.sidebar = Faces(SCREENS, "Screens", look="nav", upright=True)
        self.stack = Pages()
        self.saved = Label(_AT_REST, "quiet", wrap=False)
        self.saved.setObjectName("saved")
        self.statusBar().addWidget(self.saved)
        self.statusBar().setSizeGripEnabled(False)
        self.screens: dict[int, QWidget] = {}
        self.session: SessionScreen | None = None
        self._opened: Opened | None = None
        """What stands before the screens of the sidebar: a session, a programme over time, or its monitoring."""
        self._arrange()
        self._file, self._edit = self._menu("&File"), self._menu("&Edit")
        self._session, self._view = self._menu("&Session"), self._menu("&View")
        self._session.menuAction().setVisible(False)
        self._looks = Looks(self._view, preferences, self.preferred.emit)

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

    def load(self, workspace: Workspace, clock: Callable[[], date], now: Callable[[], datetime] = datetime.now) -> None:
        """Shows the first screen, once the frame has been painted and the planner is open.

        `now` tells the local time. The clock, which tells the day, is asked again whenever the window becomes the
        active one: a laptop may have slept over night.
        """
        self._workspace = workspace
        self._clock = clock
        self._today = clock()
        self._now = now
        workspace.changed.connect(lambda changes: self._say_saved())
        workspace.retraced.connect(self._say_retraced)
        workspace.refused.connect(self._tell)
        self.sidebar.chosen.connect(self.show_screen)
        self._fill_file()
        offer_history(self._edit, workspace.history)
        offer_finding(self._edit, self, self._planner)
        self.show_screen(TODAY)
        self._screen(TODAY).setFocus()

    @property
    def programmes(self) -> ProgrammesScreen | None:
        """The screen of programmes, once the planner is open."""
        return cast("ProgrammesScreen", self._screen(PROGRAMMES)) if hasattr(self, "_workspace") else None

    def _screen(self, at: int) -> QWidget:
        """A screen of the sidebar, made when it is first asked for."""
        if at not in self.screens:
            self.screens[at] = made(at, self._planner())
            self.stack.addWidget(self.screens[at])
        return self.screens[at]

    def _planner(self) -> Planner:
        return Planner(
            self._workspace,
            self._today,
            self._now,
            self.say,
            self.open_session,
            lambda: self.show_screen(PROGRAMMES),
            self.go_to_person,
            self.go_to_voice,
            self.bring_in,
            self.hand_on,
            self.bring_in_people,
            self.open_series,
            self.open_monitoring,
            self.go_to_line,
            self._back,
            self.go_to_programme,
            self.go_to_entry,
            self.show_screen,
            self._unkept,
            lambda: self.session is not None and self.session.in_the_room,
        )

    def show_screen(self, at: int) -> None:
        """Shows a screen of the sidebar, unless the leader would rather stay where something is not kept."""
        if not self._may_leave():
            at = PROGRAMMES if self._opened is not None else self._shown
            with QSignalBlocker(self.sidebar):
                self.sidebar.choose(at)
            return
        with QSignalBlocker(self.sidebar):
            self.sidebar.choose(at)
        self.stack.setCurrentWidget(self._screen(at))
        self._close()
        self.saved.setText(_AT_REST)

    @property
    def _shown(self) -> int:
        return next((at for at, made in self.screens.items() if made is self.stack.currentWidget()), TODAY)

    def open_session(self, programme: str, session: str, face: int = 0, entry: Record | None = None) -> None:
        """Opens one session, on one of its faces, at an entry there."""
        if self._open(lambda: opened_session(self._planner(), programme, session)):
            self.session = cast("SessionScreen", self._opened)
            self._fill_session(self.session)
            self.session.show_face(face, entry)

    def open_series(self, programme: str, face: int = 0) -> None:
        """Looks back over a programme, on one of its faces."""
        self._open(lambda: opened_series(self._planner(), programme, face))

    def open_monitoring(self, programme: str) -> None:
        """Opens the equality monitoring of a programme."""
        self._open(lambda: opened_monitoring(self._planner(), programme))

    def _open(self, make: Callable[[], Opened]) -> bool:
        """Opens a page, unless the leader would rather stay where something is not kept.

        It is shown before the one that was open goes: else the screen below would be worked out for nothing.
        """
        if not self._may_leave():
            return False
        page = make()
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self._close()
        self._opened = page
        with QSignalBlocker(self.sidebar):
            self.sidebar.choose(PROGRAMMES)
        page.setFocus()
        return True

    def go_to_line(self, line: Line) -> None:
        """Shows a finding's line in the session that has just been opened."""
        if self.session is not None:
            self.session.go_to(line)

    def _back(self) -> None:
        self.show_screen(PROGRAMMES)
        if self.programmes is not None and self._opened is None:
            self.programmes.session_view.setFocus()

    def go_to_person(self, programme: str, person: str) -> None:
        """Shows a person's form."""
        self.show_screen(PEOPLE)
        cast("PeopleScreen", self._screen(PEOPLE)).go_to(programme, person)

    def go_to_voice(self, programme: str, entry: str) -> None:
        """Shows what somebody said or showed."""
        self.show_screen(VOICE)
        cast("VoiceScreen", self._screen(VOICE)).go_to(programme, entry)

    def go_to_programme(self, programme: str) -> None:
        """Chooses a programme on the screen of programmes."""
        self._back()
        if self.programmes is not None:
            self.programmes.choose(programme)

    def go_to_entry(self, entry: str) -> None:
        """Shows an entry of the library."""
        self.show_screen(LIBRARY)
        cast("LibraryScreen", self._screen(LIBRARY)).go_to(entry)

    def _unkept(self) -> str:
        """Keeps what is being typed; the reason where something cannot be kept, or nothing."""
        page = self._opened if self._opened is not None else self.stack.currentWidget()
        save: Callable[[], str] | None = getattr(page, "save", None)
        return (save() or "") if save is not None else ""

    def _may_leave(self) -> bool:
        """Keeps what is being typed; where that cannot be, asks before it is let go of."""
        problem = self._unkept()
        if not problem:
            return True
        from amie_planner.ui.widgets.exchanging import ask

        return ask(self, f"Something you typed is not kept.\n\n{problem}", "Leave it") == 0

    def _close(self) -> None:
        if (closing := self._left()) is not None:
            self._session.menuAction().setVisible(False)
            self._session.clear()
            self.stack.removeWidget(closing)
            closing.deleteLater()

    def _left(self) -> Opened | None:
        """What was open, which keeps what is being typed and follows no more changes."""
        left, self._opened, self.session = self._opened, None, None
        if left is not None:
            left.leave()
        return left

    def bring_in(self) -> None:
        """Asks for a plan file and brings it in."""
        from amie_planner.ui.widgets.exchanging import ask_and_bring_in

        programme = ask_and_bring_in(self, self._workspace)
        if programme:
            self.go_to_programme(programme)

    def bring_in_people(self, programme: str) -> None:
        """Asks for a class list and brings its people into a programme."""
        from amie_planner.ui.widgets.bringing_in_people import ask_and_bring_in_people

        if self._may_leave() and (said := ask_and_bring_in_people(self, self._workspace, programme)):
            self.say(said)

    def hand_on(self, programme: str) -> None:
        """Asks how and where to, and writes a plan file."""
        from amie_planner.ui.widgets.exchanging import ask_and_hand_on

        path = ask_and_hand_on(self, self._workspace.series(programme))
        if path is not None:
            self.say(f"Saved {path.name}")

    def _save_pdf(self) -> None:
        if (save := getattr(self._opened, "ask_and_save", None)) is not None:
            save()
        else:
            self.say("Open a session first, then save its paper.")

    def say(self, text: str) -> None:
        """Shows a status and has it spoken."""
        self.saved.setText(text)
        self.saved.setAccessibleName(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.saved, text))

    def _say_retraced(self, text: str) -> None:
        self.say(f"✓ {text.partition(':')[0] if self._planner().in_the_room() else text}")

    def _say_saved(self) -> None:
        self.say(f"✓ Saved {QTime.currentTime().toString('HH:mm')}")

    def _tell(self, error: AmieError) -> None:
        from amie_planner.ui.trouble import tell

        tell(self, error)

    def _fill_file(self) -> None:
        key = QKeySequence.StandardKey
        offer(self._file, "&New programme…", self._start_programme, key.New)
        offer(self._file, "&Bring in a plan file…", self.bring_in, key.Open)
        offer(self._file, "Save &PDF…", self._save_pdf, key.Print)
        offer_wording(self._file, self, self._workspace, self.say)
        offer(self._file, "&Save", self._save_now, key.Save)
        offer(self._file, "&Quit", self.close, key.Quit)

    def _start_programme(self) -> None:
        if self.programmes is not None:
            self.programmes.ask_and_start()

    def _save_now(self) -> None:
        problem = self._unkept()
        if problem:
            self.say(f"Not kept: {problem}")
        else:
            self._say_saved()

    def _fill_session(self, session: SessionScreen) -> None:
        for words, do, keys in session.offers():
            offer(self._session, words, do, keys)
        self._session.menuAction().setVisible(True)

    def _menu(self, title: str) -> QMenu:
        menu = QMenu(title, self)
        self.menuBar().addMenu(menu)
        return menu

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and hasattr(self, "_clock"):
            self._begin_day(self._clock())

    def _begin_day(self, today: date) -> None:
        """Tells every page that counts days, where another day has come."""
        if today != self._today:
            self._today = today
            for page in (*self.screens.values(), self._opened):
                if (begin := getattr(page, "begin_day", None)) is not None:
                    begin(today)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        self._left()
        super().closeEvent(event)

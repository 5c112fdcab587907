"""The frame: sidebar, menus, what was saved when. It paints first; screens come after and ask it for one another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTime, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QMenu, QVBoxLayout, QWidget

from amie_planner.preferences import Preferences
from amie_planner.ui.opening import BACK_KEYS, Opening
from amie_planner.ui.sidebar import PROGRAMMES, SCREENS, TODAY, Planner
from amie_planner.ui.widgets.basics import Pages, WholeWindow
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.menus import Looks, offer, offer_finding, offer_history, offer_wording
from amie_planner.ui.widgets.status import Status

if TYPE_CHECKING:
    from amie_planner.errors import AmieError
    from amie_planner.returns.missing import Missing
    from amie_planner.ui.screens.programmes import ProgrammesScreen
    from amie_planner.ui.screens.session import SessionScreen
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
        self.saved = Status(_AT_REST)
        self.statusBar().addWidget(self.saved, 1)
        self.statusBar().setSizeGripEnabled(False)
        self.opening = opening = Opening(self.sidebar, self.stack, self._planner)
        self.show_screen, self.go_to_person = opening.show_screen, opening.go_to_person
        self.open_session, self.open_series = opening.open_session, opening.open_series
        self.open_monitoring = opening.open_monitoring
        self._offered: SessionScreen | None = None
        """The session that the Session menu is about."""
        self._arrange()
        self._file, self._edit = self._menu("&File"), self._menu("&Edit")
        self._session, self._view = self._menu("&Session"), self._menu("&View")
        self._session.menuAction().setVisible(False)
        self._back = offer(self._view, "Back to &Reports", opening.back, BACK_KEYS)
        self._back.setEnabled(False)
        self._view.addSeparator()
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
        workspace.damaged.connect(self._tell_and_close)
        self.sidebar.chosen.connect(self.show_screen)
        self._fill_file()
        self._keep_private = offer_history(self._edit, workspace.history)
        offer_finding(self._edit, self, self._planner)
        self.opening.turning.connect(partial(self.saved.say, _AT_REST))  # what is said on the way stays
        self.opening.turned.connect(self._follow_opening)
        self.show_screen(TODAY)
        self.opening.screen(TODAY).setFocus()

    @property
    def programmes(self) -> ProgrammesScreen | None:
        """The screen of programmes, once the planner is open."""
        return self.opening.programmes if hasattr(self, "_workspace") else None

    @property
    def screens(self) -> dict[int, QWidget]:
        """The screens of the sidebar that have been made."""
        return self.opening.screens

    @property
    def session(self) -> SessionScreen | None:
        """The session that is open."""
        return self.opening.session

    def _planner(self) -> Planner:
        opening = self.opening
        return Planner(
            self._workspace,
            self._today,
            self._now,
            self.say,
            opening.open_session,
            lambda: opening.show_screen(PROGRAMMES),
            opening.go_to_person,
            opening.go_to_voice,
            self.bring_in,
            self.hand_on,
            self.bring_in_people,
            opening.open_series,
            opening.open_monitoring,
            opening.go_to_line,
            opening.back,
            opening.go_to_programme,
            opening.go_to_entry,
            opening.show_screen,
            opening.unkept,
            lambda: opening.in_the_room,
            self._mend,
        )

    def _mend(self, found: Missing) -> None:
        from amie_planner.ui.mending import mend

        mend(self.opening, self._planner(), found)

    def _follow_opening(self) -> None:
        """The Session menu is about the open session; while it is run, no menu says what was done before."""
        if self.session is not self._offered:
            self._offered = self.session
            self._session.clear()
            for words, do, keys in self.session.offers() if self.session is not None else ():
                offer(self._session, words, do, keys)
            self._session.menuAction().setVisible(self.session is not None)
        self._back.setEnabled(self.opening.mending)
        self._keep_private(self.opening.in_the_room)

    def bring_in(self) -> None:
        """Asks for a plan file and brings it in."""
        from amie_planner.ui.widgets.exchanging import ask_and_bring_in

        programme = ask_and_bring_in(self, self._workspace)
        if programme:
            self.opening.go_to_programme(programme)

    def bring_in_people(self, programme: str) -> None:
        """Asks for a class list and brings its people into a programme."""
        from amie_planner.ui.widgets.bringing_in_people import ask_and_bring_in_people

        if self.opening.may_leave() and (said := ask_and_bring_in_people(self, self._workspace, programme)):
            self.say(said)

    def hand_on(self, programme: str) -> None:
        """Asks how and where to, and writes a plan file."""
        from amie_planner.ui.widgets.exchanging import ask_and_hand_on

        path = ask_and_hand_on(self, self._workspace.series(programme))
        if path is not None:
            self.say(f"Saved {path.name}")

    def _save_pdf(self) -> None:
        if (save := getattr(self.opening.page, "ask_and_save", None)) is not None:
            save()
        else:
            self.say("Open a session first, then save its paper.")

    def say(self, text: str) -> None:
        """Shows a status and has it spoken."""
        self.saved.say(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.saved, text))

    def _say_retraced(self, text: str) -> None:
        self.say(f"✓ {text.partition(':')[0] if self.opening.in_the_room else text}")

    def _say_saved(self) -> None:
        self.say(f"✓ Saved {QTime.currentTime().toString('HH:mm')}")

    def _tell(self, error: AmieError) -> None:
        from amie_planner.ui.trouble import tell

        tell(self, error)

    def _tell_and_close(self, error: AmieError) -> None:
        """Nothing is printed or handed on from what is left of a damaged planner, nor is what had been asked so far."""
        self._tell(error)
        while (asking := QApplication.activeModalWidget()) is not None and asking.close():
            pass
        QTimer.singleShot(0, self, self.close)

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
        problem = self.opening.unkept()
        if problem:
            self.say(f"Not kept: {problem}")
        else:
            self._say_saved()

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
            self.opening.begin_day(today)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.opening.may_leave():
            event.ignore()
            return
        self.opening.leave()
        super().closeEvent(event)

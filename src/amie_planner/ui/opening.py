"""What is seen in the window: a screen of the sidebar, or a page that was opened before it. One is left, its words
kept, before the next comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from amie_planner.ui.sidebar import (
    LIBRARY,
    PEOPLE,
    PROGRAMMES,
    REPORTS,
    TODAY,
    VOICE,
    Planner,
    made,
    opened_monitoring,
    opened_series,
    opened_session,
)
from amie_planner.ui.widgets.basics import Pages
from amie_planner.ui.widgets.faces import Faces

if TYPE_CHECKING:
    from amie_planner.checks.check import Line
    from amie_planner.domain.records import Record
    from amie_planner.ui.screens.library import LibraryScreen
    from amie_planner.ui.screens.people import PeopleScreen
    from amie_planner.ui.screens.programmes import ProgrammesScreen
    from amie_planner.ui.screens.reports import ReportsScreen
    from amie_planner.ui.screens.session import SessionScreen
    from amie_planner.ui.screens.voice import VoiceScreen
    from amie_planner.ui.sidebar import Opened
    from amie_planner.ui.widgets.basics import Button
    from amie_planner.ui.widgets.for_returns import ForReturns

_BACK_TO_REPORTS = "Back to Reports"
BACK_KEYS = "Alt+Left"
"""As a browser goes back. Escape goes from a field back to its list, and no further."""
P = TypeVar("P", bound="Opened")


class Opening(QObject):
    """turning(): what is seen is about to be left. turned(): something else is seen, or another face of the open
    session. Nothing is opened before the planner is.

    `planner` is what each screen stands on.
    """

    turning = Signal()
    turned = Signal()

    def __init__(self, sidebar: Faces, stack: Pages, planner: Callable[[], Planner]) -> None:
        super().__init__(stack)
        self._sidebar, self._stack, self._planner = sidebar, stack, planner
        self.screens: dict[int, QWidget] = {}
        self.page: Opened | None = None
        """What stands before the screens of the sidebar: a session, a programme over time, or its monitoring."""
        self.session: SessionScreen | None = None
        self.mending = False
        """Whether what is open was opened from Reports, to mend something there."""

    @property
    def programmes(self) -> ProgrammesScreen:
        """The screen of programmes."""
        return cast("ProgrammesScreen", self.screen(PROGRAMMES))

    @property
    def in_the_room(self) -> bool:
        """Whether a session is being run, so that no private word may stand anywhere in the window."""
        return self.session is not None and self.session.in_the_room

    def screen(self, at: int) -> QWidget:
        """A screen of the sidebar, made when it is first asked for."""
        if at not in self.screens:
            self.screens[at] = made(at, self._planner())
            self._stack.addWidget(self.screens[at])
        return self.screens[at]

    def show_screen(self, at: int) -> bool:
        """Shows a screen of the sidebar, unless the leader would rather stay where something is not kept.

        Returns whether it is shown; so do the others that open something, for what comes after.
        """
        if not self.may_leave():
            self._say_where(PROGRAMMES if self.page is not None else self._shown)
            return False
        self._begin_turn()
        self._say_where(at)
        self._stack.setCurrentWidget(self.screen(at))
        self._close()
        if at == PROGRAMMES:
            self.programmes.pages.close_returns()
        self.turned.emit()
        return True

    def _say_where(self, at: int) -> None:
        with QSignalBlocker(self._sidebar):
            self._sidebar.choose(at)

    @property
    def _shown(self) -> int:
        return next((at for at, made in self.screens.items() if made is self._stack.currentWidget()), TODAY)

    def open_session(self, programme: str, session: str, face: int = 0, entry: Record | None = None) -> bool:
        """Opens one session, on one of its faces, at an entry there. Returns whether it is open, as `show_screen`."""

        def opened() -> SessionScreen:
            return opened_session(self._planner(), programme, session)

        if (page := self._open(opened)) is not None:
            self.session = page
            page.show_face(face, entry)
            page.turned.connect(self.turned)
            self.turned.emit()
        return page is not None

    def open_series(self, programme: str, face: int = 0) -> None:
        """Looks back over a programme, on one of its faces."""
        if self._open(lambda: opened_series(self._planner(), programme, face)) is not None:
            self.turned.emit()

    def open_monitoring(self, programme: str, person: str | None = None, question: str = "") -> None:
        """Opens the equality monitoring of a programme; with a person, even "", at their answer to a question."""
        if (page := self._open(lambda: opened_monitoring(self._planner(), programme))) is not None:
            if person is not None:
                page.people.go_to(person, question)
            self.turned.emit()

    def _open(self, make: Callable[[], P]) -> P | None:
        """Opens a page, unless the leader would rather stay where something is not kept.

        It is shown before the one that was open goes: else the screen below would be worked out for nothing.
        """
        if not self.may_leave():
            return None
        self._begin_turn()
        page = make()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._close()
        self.page = page
        self._say_where(PROGRAMMES)
        page.setFocus()
        return page

    def _close(self) -> None:
        if (closing := self.leave()) is not None:
            self._stack.removeWidget(closing)
            closing.deleteLater()

    def leave(self) -> Opened | None:
        """What was open, which keeps what is being typed and follows no more changes."""
        left, self.page, self.session = self.page, None, None
        if left is not None:
            left.leave()
        return left

    def unkept(self) -> str:
        """Keeps what is being typed; the reason where something cannot be kept, or nothing."""
        page = self.page if self.page is not None else self._stack.currentWidget()
        save: Callable[[], str] | None = getattr(page, "save", None)
        return (save() or "") if save is not None else ""

    def may_leave(self) -> bool:
        """Keeps what is being typed; where that cannot be, asks before it is let go of."""
        problem = self.unkept()
        if not problem:
            return True
        from amie_planner.ui.widgets.exchanging import ask

        return ask(self._stack.window(), f"Something you typed is not kept.\n\n{problem}", "Leave it") == 0

    def begin_day(self, today: date) -> None:
        """Tells every page that counts days from which day on."""
        for page in (*self.screens.values(), self.page):
            if (begin := getattr(page, "begin_day", None)) is not None:
                begin(today)

    def back(self) -> bool:
        """Shows the sessions of the programmes, or Reports to whoever came from there.

        Returns whether they are shown, as `show_screen`.
        """
        at = REPORTS if self.mending else PROGRAMMES
        if shown := self.show_screen(at):
            (self.programmes.session_view.setFocus if at == PROGRAMMES else self._reports.go_to_list)()
        return shown

    @property
    def _reports(self) -> ReportsScreen:
        return cast("ReportsScreen", self.screen(REPORTS))

    def lead_back_to_reports(self) -> bool:
        """Whatever was opened just now leads back to Reports, until something else is opened; whether anything was."""
        shown = self.page if self.page is not None else self._stack.currentWidget()
        back: Button | None = getattr(shown, "back", None)
        if back is not None:
            self.mending = True
            back.say(_BACK_TO_REPORTS)
            back.setAccessibleDescription(f"{BACK_KEYS} does it from anywhere on the page.")
            back.show()
            self.turned.emit()
        return self.mending

    def _begin_turn(self) -> None:
        self.turning.emit()
        self.mending = False
        for at in (PEOPLE, VOICE):
            if at in self.screens:
                cast("PeopleScreen | VoiceScreen", self.screens[at]).back.hide()

    def open_returns(self, programme: str) -> ForReturns | None:
        """Opens what there is of a programme for returns alone."""
        if not self.show_screen(PROGRAMMES):
            return None
        self.programmes.choose(programme)
        self.programmes.pages.open(programme, self.back)
        return self.programmes.pages.for_returns

    def go_to_line(self, line: Line) -> None:
        """Shows a finding's line in the session that has just been opened."""
        if self.session is not None:
            self.session.go_to(line)

    def go_to_person(self, programme: str, person: str) -> None:
        """Shows a person's form."""
        if self.show_screen(PEOPLE):
            cast("PeopleScreen", self.screen(PEOPLE)).go_to(programme, person)

    def go_to_voice(self, programme: str, entry: str) -> None:
        """Shows what somebody said or showed."""
        if self.show_screen(VOICE):
            cast("VoiceScreen", self.screen(VOICE)).go_to(programme, entry)

    def go_to_programme(self, programme: str) -> None:
        """Chooses a programme on the screen of programmes."""
        if self.show_screen(PROGRAMMES):
            self.programmes.choose(programme)

    def go_to_entry(self, entry: str) -> None:
        """Shows an entry of the library."""
        if self.show_screen(LIBRARY):
            cast("LibraryScreen", self.screen(LIBRARY)).go_to(entry)

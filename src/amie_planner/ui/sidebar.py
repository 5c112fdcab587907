"""The screens of the sidebar, and what opens from them: how each is made, and what it may ask of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from amie_planner.checks.check import Line
    from amie_planner.domain.records import Record
    from amie_planner.returns.missing import Missing
    from amie_planner.ui.models.palette import Ways
    from amie_planner.ui.screens.monitoring import MonitoringScreen
    from amie_planner.ui.screens.series import SeriesScreen
    from amie_planner.ui.screens.session import SessionScreen
    from amie_planner.ui.workspace import Workspace

    Opened = SessionScreen | SeriesScreen | MonitoringScreen

SCREENS = ("Today", "Programmes", "People", "Library", "Voice", "Reports")
OVER_TIME = ("Balance", "HEARD over time", "Sessions", "Terms and holidays")
"""The faces of a programme over time; the first is where a leader looks back over it."""
TODAY, PROGRAMMES, PEOPLE, LIBRARY, VOICE, REPORTS = range(len(SCREENS))


@dataclass(frozen=True)
class Planner:
    """What a screen stands on: the open planner, the day it is, and the window's answers to what it asks."""

    workspace: Workspace
    today: date
    now: Callable[[], datetime]
    say: Callable[[str], None]
    open_session: Callable[..., bool]
    show_programmes: Callable[[], bool]
    go_to_person: Callable[[str, str], None]
    go_to_voice: Callable[[str, str], None]
    bring_in: Callable[[], None]
    hand_on: Callable[[str], None]
    bring_in_people: Callable[[str], None]
    open_series: Callable[..., None]
    open_monitoring: Callable[[str], None]
    go_to_line: Callable[[Line], None]
    back: Callable[[], bool]
    go_to_programme: Callable[[str], None]
    go_to_entry: Callable[[str], None]
    show_screen: Callable[[int], bool]
    keep: Callable[[], str]
    in_the_room: Callable[[], bool]
    mend: Callable[[Missing], None]

    @property
    def screens(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        """The screens of the sidebar by name, and how each is shown."""
        return tuple((name, partial(self.show_screen, at)) for at, name in enumerate(SCREENS))

    @property
    def into_session(self) -> Ways:
        """Faces of a session that a leader goes to at once, by name."""
        return (("Run it", self.run), ("Register", self.take_register), ("Reflect", self.look_back))

    @property
    def into_programme(self) -> Ways:
        """What there is of a programme beside its list of sessions, by name."""
        over_time = tuple((name, partial(self._open_over_time, at)) for at, name in enumerate(OVER_TIME) if at)
        return (*over_time, ("Equality monitoring", self.open_monitoring), ("Hand on as a plan file", self.hand_on))

    def _open_over_time(self, face: int, programme: str) -> None:
        self.open_series(programme, face)

    def run(self, programme: str, session: str) -> None:
        """Opens a session where it is run."""
        from amie_planner.ui.screens.session import RUN_IT

        self.open_session(programme, session, RUN_IT)

    def look_back(self, programme: str, session: str, entry: Record | None = None) -> None:
        """Opens a session where it is looked back on, at an entry there."""
        from amie_planner.ui.screens.session import REFLECT

        self.open_session(programme, session, REFLECT, entry)

    def take_register(self, programme: str, session: str) -> None:
        """Opens a session where its register is taken."""
        from amie_planner.ui.screens.session import REGISTER

        self.open_session(programme, session, REGISTER)

    def show_days(self, programme: str) -> None:
        """Shows the terms and holidays of a programme."""
        self.open_series(programme, OVER_TIME.index("Terms and holidays"))

    def show_details(self, programme: str) -> None:
        """Shows what is written of a programme and of its team: beside its next session, or the last."""
        from amie_planner.checks.check import Line, LineKind

        sessions = [lines.session for lines in self.workspace.series(programme).in_order()]
        if not sessions:
            self.go_to_programme(programme)
            return
        ahead = (session for session in sessions if session.date and session.date >= self.today)
        session = next(ahead, sessions[-1]).id
        if self.open_session(programme, session):
            self.go_to_line(Line(LineKind.SESSION, session, ""))


def made(at: int, planner: Planner) -> QWidget:
    """A screen by its place in the sidebar; its module is loaded when it is first made."""
    return _MAKERS[at](planner)


def _today(planner: Planner) -> QWidget:
    from amie_planner.ui.screens.today import TodayScreen

    made = TodayScreen(planner.workspace, planner.today)
    made.session_wanted.connect(planner.open_session)
    made.run_wanted.connect(partial(planner.run))  # Qt alone holds a method without what it is of
    made.reflect_wanted.connect(partial(planner.look_back))
    made.person_wanted.connect(planner.go_to_person)
    made.voice_wanted.connect(planner.go_to_voice)
    made.programmes_wanted.connect(planner.show_programmes)
    return made


def _programmes(planner: Planner) -> QWidget:
    from amie_planner.ui.screens.programmes import ProgrammesScreen

    made = ProgrammesScreen(planner.workspace, planner.today)
    made.session_wanted.connect(planner.open_session)
    made.import_wanted.connect(planner.bring_in)
    made.export_wanted.connect(planner.hand_on)
    made.series_wanted.connect(planner.open_series)
    made.monitoring_wanted.connect(planner.open_monitoring)
    return made


def _people(planner: Planner) -> QWidget:
    from amie_planner.ui.screens.people import PeopleScreen

    made = PeopleScreen(planner.workspace, planner.today)
    made.class_list_wanted.connect(planner.bring_in_people)
    made.back_wanted.connect(planner.back)
    made.said.connect(planner.say)
    return made


def _library(planner: Planner) -> QWidget:
    from amie_planner.ui.screens.library import LibraryScreen

    made = LibraryScreen(planner.workspace)
    made.session_wanted.connect(planner.open_session)
    made.said.connect(planner.say)
    return made


def _voice(planner: Planner) -> QWidget:
    from amie_planner.ui.screens.voice import VoiceScreen

    made = VoiceScreen(planner.workspace, planner.today)
    made.back_wanted.connect(planner.back)
    made.said.connect(planner.say)
    return made


def _reports(planner: Planner) -> QWidget:
    from amie_planner.ui.screens.reports import ReportsScreen

    made = ReportsScreen(planner.workspace, planner.today, planner.now)
    made.mend_wanted.connect(planner.mend)
    made.said.connect(planner.say)
    return made


_MAKERS: tuple[Callable[[Planner], QWidget], ...] = (_today, _programmes, _people, _library, _voice, _reports)


def opened_session(planner: Planner, programme: str, session: str) -> SessionScreen:
    """One session."""
    from amie_planner.ui.screens.session import SessionScreen
    from amie_planner.ui.workspace import OpenSession

    made = SessionScreen(OpenSession(planner.workspace, programme, session), planner.today, planner.now)
    made.back_wanted.connect(planner.back)
    made.said.connect(planner.say)
    return made


def opened_series(planner: Planner, programme: str, face: int = 0) -> SeriesScreen:
    """A programme over time, on one of its faces."""
    from amie_planner.ui.screens.series import SeriesScreen

    made = SeriesScreen(planner.workspace, programme, planner.today)
    made.back_wanted.connect(planner.back)
    made.said.connect(planner.say)
    made.session_wanted.connect(planner.open_session)
    made.person_wanted.connect(planner.go_to_person)
    made.voice_wanted.connect(planner.go_to_voice)
    made.line_wanted.connect(planner.go_to_line)
    made.faces.choose(face)
    return made


def opened_monitoring(planner: Planner, programme: str) -> MonitoringScreen:
    """Equality monitoring of a programme."""
    from amie_planner.ui.screens.monitoring import MonitoringScreen

    made = MonitoringScreen(planner.workspace, programme, planner.today)
    made.back_wanted.connect(planner.back)
    made.said.connect(planner.say)
    return made

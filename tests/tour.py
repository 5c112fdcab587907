"""Every place of the window, one after another: screens, panels with an entry chosen, papers and dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from amie_planner import app, places, preferences
from amie_planner.checks import HEARD as HEARD_AS_WE_SAY
from amie_planner.checks import PLAN_CHECKS, worded
from amie_planner.documents import DOCUMENTS
from amie_planner.domain import plan_templates
from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.means import Means
from amie_planner.domain.plan import Series
from amie_planner.errors import AmieError
from amie_planner.exchange import heard_wording
from amie_planner.exchange.class_lists import read
from amie_planner.preferences import Preferences
from amie_planner.returns import monitoring
from amie_planner.returns.monitoring_questions import questions
from amie_planner.store.store import Store
from amie_planner.ui import trouble
from amie_planner.ui.main_window import MainWindow
from amie_planner.ui.models.class_list import proposed
from amie_planner.ui.models.heard_wording import changed
from amie_planner.ui.models.library import OpenLibrary
from amie_planner.ui.models.over_time import OverTime
from amie_planner.ui.models.papers import PRESETS
from amie_planner.ui.models.picks import Choices
from amie_planner.ui.screens.library import LibraryScreen
from amie_planner.ui.screens.monitoring import MonitoringScreen
from amie_planner.ui.screens.reports import ReportsScreen
from amie_planner.ui.screens.series import FACES as OVER_TIME
from amie_planner.ui.screens.series import SeriesScreen
from amie_planner.ui.screens.session import ACCESS, FACES, PAPER, PLAN, REFLECT, REGISTER, RUN_IT, SessionScreen
from amie_planner.ui.screens.voice import STORIES, VoiceScreen
from amie_planner.ui.sidebar import LIBRARY, PROGRAMMES, REPORTS, SCREENS, VOICE
from amie_planner.ui.widgets import exchanging
from amie_planner.ui.widgets.access_picker import Picker
from amie_planner.ui.widgets.beside import HEARD
from amie_planner.ui.widgets.class_list_dialog import ClassListDialog
from amie_planner.ui.widgets.entries import Entries
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.first_plans import CalledWhat, FromFirstPlans
from amie_planner.ui.widgets.from_library import FromLibrary
from amie_planner.ui.widgets.heard_wording import HeardWordingDialog
from amie_planner.ui.widgets.overview_paper import OverviewPaper
from amie_planner.ui.widgets.pack_dialog import Choice, PackDialog, Wording
from amie_planner.ui.widgets.palette import PaletteDialog, commands
from amie_planner.ui.widgets.past_session import PastSession
from amie_planner.ui.widgets.plan_entry import WhichProgramme
from amie_planner.ui.widgets.return_seen import FACES as RETURN_FACES
from amie_planner.ui.widgets.search import FindDialog
from amie_planner.ui.widgets.starting import StartProgramme
from amie_planner.ui.widgets.term_papers import TermPapers
from amie_planner.ui.widgets.works_well_with import ChooseFromShelf
from amie_planner.ui.workspace import Workspace

TODAY = date(2026, 11, 22)
QUIET_ROUNDS, MOST_ROUNDS = 2, 100
"""Rounds of events: so many without a layout are rest, and so many at most until then."""
Place = tuple[str, QWidget]
"""What a place is called, and the window or dialog that shows it."""


class _Asking(QObject):
    """Hears whether anything asks to be laid out. A layout asks the one around it, which is heard a round later."""

    heard = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.heard = self.heard or event.type() == QEvent.Type.LayoutRequest
        return False


def settle() -> None:
    """Waits until everything is laid out, and what is gone has gone. Fails where a layout never comes to rest."""
    asking, instance = _Asking(), QApplication.instance()
    assert instance is not None
    instance.installEventFilter(asking)
    quiet = 0
    for _ in range(MOST_ROUNDS):
        asking.heard = False
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        quiet = 0 if asking.heard else quiet + 1
        if quiet == QUIET_ROUNDS:
            break
    instance.removeEventFilter(asking)
    assert quiet == QUIET_ROUNDS, "a layout never comes to rest"


@contextmanager
def window_on(
    qtbot: QtBot, store: Store, *series: Series, theme: str = "light", text_size: int = 100
) -> Iterator[MainWindow]:
    """The real window on a planner that holds these programmes, dressed as a leader prefers."""
    instance = QApplication.instance()
    assert isinstance(instance, QApplication)
    before = instance.font(), instance.palette(), instance.styleSheet(), instance.style().name()
    instance.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    for position, programme in enumerate(series):
        store.apply(bring_in(programme, position))
    preferences.write(places.preferences_file(), Preferences(theme, text_size))
    window = app.framed(instance)
    qtbot.addWidget(window)
    window.load(Workspace(store, window), lambda: TODAY)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    settle()
    try:
        yield window
    finally:
        window.close()
        settle()
        instance.setStyle(before[3])
        instance.setStyleSheet(before[2])
        instance.setPalette(before[1])
        instance.setFont(before[0])


def everywhere(window: MainWindow) -> Iterator[Place]:
    """Every place, each as it is when the window shows it."""
    yield from screens(window)
    yield from dialogs(window)


def screens(window: MainWindow) -> Iterator[Place]:
    """Every screen of the sidebar, and every session with each of its faces and panels."""
    assert window.programmes is not None
    for at, name in enumerate(SCREENS):
        window.sidebar.choose(at)
        settle()
        for entries in list(window.screens[at].findChildren(Entries)):
            choose_first(entries)
        settle()
        yield name, window
    yield from _reports(window)
    shelves = window.screens[LIBRARY]
    assert isinstance(shelves, LibraryScreen)
    window.sidebar.choose(LIBRARY)
    for at, button in enumerate(shelves.faces.buttons):
        shelves.faces.choose(at)
        settle()
        yield f"Library, {button.text()}", window
    shelves.faces.choose(0)
    window.sidebar.choose(PROGRAMMES)
    yield from _for_returns(window)
    yield from _stories(window)
    window.sidebar.choose(PROGRAMMES)
    for row in window.programmes.programmes.rows:
        window.programmes.choose(row.id)
        for session in window.programmes.sessions.rows[:1]:
            window.open_session(row.id, session.id)
            yield from ((f"{row.text}, {name}", window) for name in _session(window))
        yield from ((f"{row.text}, {name}", window) for name in _over_time(window, row.id))
    yield from ((f"Equality monitoring, {name}", window) for name in _monitoring(window, row.id))
    window.show_screen(PROGRAMMES)
    settle()


def _reports(window: MainWindow) -> Iterator[Place]:
    """What a return is to be, what will leave, and everything else there is to see of it."""
    window.sidebar.choose(REPORTS)
    page = window.screens[REPORTS]
    assert isinstance(page, ReportsScreen)
    page.check()
    settle()
    yield "Reports, what is chosen", window
    page.show_what_leaves()
    for at, name in enumerate(RETURN_FACES):
        page.faces.choose(at)
        settle()
        yield f"Reports, {name}", window
    page.faces.choose(0)
    page.choose_again()


def _for_returns(window: MainWindow) -> Iterator[Place]:
    """The page of a programme that is there for returns, with a school; afterwards it is as it was."""
    assert window.programmes is not None
    window.programmes.open_returns()
    page = window.programmes.pages.for_returns
    assert page is not None
    page.facts.schools.add()
    settle()
    yield "For returns", window
    window._workspace.history.undo()
    page.back.click()


def _stories(window: MainWindow) -> Iterator[Place]:
    """Quotes and case studies: none, then one; afterwards it is as it was."""
    window.sidebar.choose(VOICE)
    voices = window.screens[VOICE]
    assert isinstance(voices, VoiceScreen)
    voices.filters.choose(STORIES)
    settle()
    yield "Voice, no story", window
    voices.add.click()
    settle()
    yield "Voice, a story", window
    window._workspace.history.undo()
    voices.filters.choose(0)
    settle()


def _over_time(window: MainWindow, programme: str) -> Iterator[str]:
    window.open_series(programme)
    page = window.stack.currentWidget()
    assert isinstance(page, SeriesScreen)
    for at, name in enumerate(OVER_TIME):
        page.faces.choose(at)
        for _ in range(200):
            if at in page._fresh:
                break
            QTest.qWait(50)
        assert at in page._fresh
        settle()
        yield name


def _monitoring(window: MainWindow, programme: str) -> Iterator[str]:
    """Of one programme: off, then every face with every question asked; afterwards it is as it was."""
    window.open_monitoring(programme)
    page = window.stack.currentWidget()
    assert isinstance(page, MonitoringScreen)
    settle()
    yield "off"
    workspace, asked = window._workspace, tuple(question.id for question in questions())
    workspace.do("Turn on", monitoring.turn_on(workspace.kept_apart(programme), programme, "The school", TODAY))
    workspace.do("Ask", monitoring.set_up(workspace.kept_apart(programme), questions=asked))
    for at, button in enumerate(page.faces.buttons):
        page.faces.choose(at)
        settle()
        yield button.text()
    for _ in range(2):
        workspace.history.undo()


def _session(window: MainWindow) -> Iterator[str]:
    session = window.session
    assert session is not None
    panels = next(faces for faces in session.findChildren(Faces) if faces.accessibleName().startswith("Panels"))
    for at, button in enumerate(panels.buttons):
        panels.choose(at)
        settle()
        for entries in list(session.findChildren(Entries)):
            choose_first(entries)
        settle()
        session.check()
        settle()
        yield button.text()
    yield from _replying(session, panels)
    for at in (ACCESS, RUN_IT, REGISTER, REFLECT):
        session.faces.choose(at)
        settle()
        yield FACES[at]
    session.show_face(PAPER)
    for at, document in enumerate(DOCUMENTS):
        session.paper.choose(at)
        assert isinstance(session.paper.pdf, bytes)
        settle()
        yield document.label
    session.faces.choose(PLAN)
    settle()


def _replying(session: SessionScreen, panels: Faces) -> Iterator[str]:
    panels.choose(HEARD)
    session.beside.findings.reply.open()
    settle()
    yield "HEARD, replying"


def choose_first(entries: Entries) -> None:
    """Chooses the first entry, and the first entry of every list in its form."""
    if entries.model.rows:
        entries.choose(entries.model.rows[0].id)
        for inner in entries.findChildren(Entries):
            choose_first(inner)


def dialogs(window: MainWindow) -> Iterator[Place]:
    """Every dialog of ours; choosing a file is the system's own."""
    starting = StartProgramme(window)
    yield from _shown("new programme", starting)
    yield from _picker(window)
    yield from _shown("choose from the shelf", ChooseFromShelf(OpenLibrary(window._workspace), window))
    offered = [Choice("1", "Count in with a lamp", "For everyone"), Choice("2", "Soft start", "Yours already", False)]
    asked = Wording("Share a pack", "A pack holds no people.", "Share", "Goes into the pack", "Stays here")
    yield from _shown("share a pack", PackDialog(offered, asked, window))
    listed = read(b"Forename,Surname,Year,UPN\nAda,Ray,9,1\nAda,Pine,9,2\n", "list.csv")
    series = window._workspace.series(window._workspace.programmes()[0].id)
    yield from _shown("class list", ClassListDialog(proposed(listed, series), window))
    plans = [series.plan(lines.session.id) for lines in series.sessions]
    yield from _shown("papers of these days", TermPapers(plans, PLAN_CHECKS, None, window))
    yield from _shown("print for the room", TermPapers(plans[:1], PLAN_CHECKS, PRESETS[0], window))
    hub = heard_wording.load(places.resource("samples", "hub-wording.json"))
    words = changed(HEARD_AS_WE_SAY, worded(hub.records))
    yield from _shown("a hub’s words", HeardWordingDialog(words, hub.hub, window))
    plan = plan_templates.templates()[0]
    yield from _shown("activities of the library", FromLibrary(window._workspace, plan.setting or "", window))
    yield from _shown("first plans", FromFirstPlans(window._workspace, plan.setting or "", window))
    yield from _shown("what a first plan is called", CalledWhat("Lift-off", window))
    yield from _shown("which programme", WhichProgramme(window._workspace, plan, window))
    yield from _shown("a session from a past one", PastSession(window._workspace, series.programme.id, window))
    overview = OverviewPaper(OverTime(series, None, None), "All days", window)
    yield from _shown("term overview", overview)
    found = FindDialog(window._workspace, date(2026, 9, 10), window)
    found.line.setText("s")
    yield from _shown("find", found)
    yield from _shown("commands", PaletteDialog(commands(window, window._planner()), window))
    error = AmieError("There is no room left.", "Free about 2 MB, or choose another folder.")
    yield from _shown("trouble", _box(lambda: trouble.tell(window, error)))
    question = "‘Rain’ is already in your planner."
    yield from _shown("question", _box(lambda: exchanging.ask(window, question, "Replace it", "Keep both")))


def _picker(window: MainWindow) -> Iterator[Place]:
    """What may change in the first open cell of a grid, where there is one."""
    assert window.programmes is not None
    for programme in window.programmes.programmes.rows:
        window.open_session(programme.id, "s1")
        assert window.session is not None
        window.session.faces.choose(ACCESS)
        access = window.session.access
        settle()
        if access.view.isVisible():
            cell = access.model.cell(access.view.currentIndex()) or access.model.grid[0].cells[0]
            choices = Choices(window.session._desk.plan, cell, access.shelf(), {}, Means())
            yield from _shown("what changes", Picker(window, choices))
            break
    window.show_screen(PROGRAMMES)
    settle()


def _box(ask: Callable[[], object]) -> QMessageBox:
    """The message that is about to be shown, without waiting for its answer."""
    asked: list[QMessageBox] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QMessageBox, "exec", lambda box: asked.append(box))
        ask()
    return asked[0]


def _shown(name: str, dialog: QDialog) -> Iterator[Place]:
    dialog.show()
    dialog.activateWindow()
    settle()
    yield name, dialog
    dialog.close()
    dialog.deleteLater()
    settle()

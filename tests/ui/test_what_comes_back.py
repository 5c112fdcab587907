"""What comes back by itself is there for everybody: with everything waiting, all of it is named, reached and whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS, THURSDAY_WRITERS
from tests.test_accessible import _cut, _named, _text, faces_of, reachable, stops
from tests.text_everywhere import with_text_everywhere
from tests.tour import settle, window_on

from amie_planner.domain import edits
from amie_planner.domain.changes import revise
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.main_window import MainWindow
from amie_planner.ui.screens.session import REFLECT
from amie_planner.ui.screens.voice import FILTERS, VoiceScreen
from amie_planner.ui.sidebar import TODAY, VOICE
from amie_planner.ui.widgets.basics import WholeWindow
from amie_planner.ui.widgets.beside import LAST_TIME
from amie_planner.ui.widgets.blocks import BlockView
from amie_planner.ui.workspace import OpenSession

LONG = "Could we make the whole room sound like the inside of a very large and very slow machine, please"


def fill(window: MainWindow) -> OpenSession:
    """Makes something of each kind wait; the second session is on the desk, and offers what two sessions left."""
    desk = OpenSession(window._workspace, load(SPACE_SOUNDS).programme.id, "s2")
    person, need, member = desk.series.people[0], desk.series.requirements[2], desk.series.team[1]
    desk.do("Due", [revise(person, review_on="2026-09-01"), revise(need, review_on="2026-09-02")])
    desk.do("Due", [revise(member, access_review_on="2026-09-03")])
    for n in range(7):
        fields = {"text": f"{LONG} {n}", "outcome": "adopted", "from_whom": ("p1",), "method": "symbol choice"}
        desk.do("Add", edits.add_voice(desk.series, **(fields if n < 6 else {"method": "drawn"}))[1])
    for day in ("2026-09-09", "2026-09-10", "2026-11-23", "2026-11-24", "2026-11-24"):
        session = {"title": f"Between the worlds, {day}", "date": day, "status": "planned"}
        desk.do("Add", edits.add_session(desk.series, session)[1])
    desk.do("Note", [revise(d, verdict_note=LONG) for d in window._workspace.plan(desk.programme, "s1").adaptations])
    desk.do("Move", [revise(desk.plan.session, date="2026-11-22", start="10:00")])
    return desk


def places(window: MainWindow) -> Iterator[str]:
    """Everything that shows what comes back, one after another."""
    desk = fill(window)
    window.show_screen(TODAY)
    yield "Today"
    window.show_screen(VOICE)
    voice = window.screens[VOICE]
    assert isinstance(voice, VoiceScreen)
    for at, name in enumerate(FILTERS):
        voice.filters.choose(at)
        yield name
    window.open_session(desk.programme, "s2")
    assert window.session is not None
    window.session.beside.faces.choose(LAST_TIME)
    yield "Last time"
    window.open_session(desk.programme, "s1")
    window.session.faces.choose(REFLECT)
    yield "Reflect"


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_cut(qtbot: QtBot, store: Store, size: int):
    cut = []
    with window_on(qtbot, store, load(SPACE_SOUNDS), load(THURSDAY_WRITERS), text_size=size) as window:
        window.resize(QSize(1366, 768))
        for place in places(window):
            settle()
            settle()  # the window grows with its parts, round by round
            if window.findChild(WholeWindow).horizontalScrollBar().maximum():
                cut.append((place, "the window scrolls sideways", ""))
            shown = [w for w in window.findChildren(QWidget) if w.isVisible() and w.window() is window]
            cut += [(place, _text(widget), amiss) for widget in shown if (amiss := _cut(widget))]
    assert not cut


def test_everything_is_named_and_reached_by_tab(qtbot: QtBot, store: Store):
    unnamed, missed = [], []
    with window_on(qtbot, store, load(SPACE_SOUNDS), load(THURSDAY_WRITERS)) as window:
        for place in places(window):
            settle()
            for face in faces_of(QAccessible.queryAccessibleInterface(window)):
                if face.state().focusable and not _named(face):
                    unnamed.append((place, face.role().name))
            missed += [(place, w.accessibleName()) for w in reachable(window) - set(stops(window))]
    assert not unnamed
    assert not missed


MINE = (
    "Sessions after that",
    "What waits",
    "Voice entries",
    "Offered from earlier sessions",
    "Changes in this session",
)


def test_a_text_as_long_as_can_be_takes_a_few_lines(qtbot: QtBot, store: Store):
    seen, tall = set(), []
    with window_on(qtbot, store, with_text_everywhere(load(SPACE_SOUNDS), "more and more " * 1_400)) as window:
        for place in places(window):
            settle()
            for view in window.findChildren(BlockView):
                if view.isVisible() and (name := view.accessibleName()) in MINE:
                    seen.add(name)
                    rows = range(view.model().rowCount())
                    tall += [
                        (place, name, n) for n in rows if view.sizeHintForRow(n) > view.fontMetrics().lineSpacing() * 20
                    ]
    assert seen == set(MINE)
    assert not tall

"""A whole session by keys alone: opened, registered, run, looked back on, every change judged."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.hands import Hands
from tests.plans import a_series

from amie_planner import app
from amie_planner.domain.attendance import attendance
from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.vocabulary import Mark, Status, Then, Verdict
from amie_planner.store.store import Store
from amie_planner.ui.main_window import MainWindow
from amie_planner.ui.sidebar import PROGRAMMES
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
MOST_KEYS = 70
PEOPLE, ACTIVITIES, CHANGES = 12, 6, 3
DAY = date(2026, 9, 8)


class Clock:
    """A clock on the wall that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 9, 8, 10, 0)

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, minutes: int) -> None:
        """Lets minutes pass."""
        self.now += timedelta(minutes=minutes)


def a_term() -> Series:
    """One planned session: twelve people, six activities of seven minutes, three changes."""
    people = [{"id": f"p{n}", "alias": f"Person {n}"} for n in range(1, PEOPLE + 1)]
    people[0]["requirements"] = [{"id": "r1", "barrier": "sound-light-sensory"}]  # type: ignore[assignment]
    activities = [{"id": f"a{n}", "title": f"Part {n}", "minutes": 7} for n in range(1, ACTIVITIES + 1)]
    changes = [
        {"id": f"d{n}", "activities": [f"a{n}"], "requirements": ["r1"], "what": f"Change {n}"}
        for n in range(1, CHANGES + 1)
    ]
    session = {"id": "s1", "title": "Lift-off", "date": "2026-09-08", "start": "10:00", "minutes": 45}
    held = session | {"status": "planned", "activities": activities, "adaptations": changes}
    return a_series(people=people, sessions=[held])


def opened(qtbot: QtBot, store: Store, clock: Clock) -> MainWindow:
    instance = QApplication.instance()
    assert isinstance(instance, QApplication)
    window = app.framed(instance)
    qtbot.addWidget(window)
    window.load(Workspace(store, window), lambda: DAY, clock)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def run(hands: Hands, clock: Clock) -> None:
    """Begins, goes on from part to part, the third with a minute more, and ends."""
    hands.press(Key.Key_N, ctrl=True, shift=True)
    hands.press(Key.Key_Space)
    for part in range(ACTIVITIES):
        if part == 2:
            hands.press(Key.Key_Plus)
        clock.go_on(7)
        hands.press(Key.Key_Space)


def look_back(hands: Hands) -> None:
    """A word to one prompt, then how each change went and what becomes of it."""
    hands.press(Key.Key_F, ctrl=True, shift=True)
    hands.write("Calm")
    hands.press(Key.Key_F6, times=2)
    for _ in range(CHANGES):
        hands.press(Key.Key_W)
        hands.press(Key.Key_K)
        hands.press(Key.Key_Down)


def check(plan: Plan) -> None:
    """What was pressed is what is kept."""
    register = plan.session.attendance
    assert register is not None
    assert (attendance(register, plan.expected), register.people["p2"], register.late) == (
        PEOPLE - 1,
        Mark.LATE,
        {"p2": 5},
    )
    assert register.people["p3"] is Mark.ABSENT
    assert plan.session.status is Status.DELIVERED
    assert plan.session.ended is not None
    assert [actual.minutes for actual in plan.session.actual.values()] == [7] * ACTIVITIES
    assert plan.session.actual["a3"].added == 1
    assert plan.session.reflection == {"went_well": "Calm"}
    assert [(d.verdict, d.then) for d in plan.adaptations] == [(Verdict.WORKED, Then.KEEP)] * CHANGES


def test_a_whole_session_takes_at_most_seventy_keys(store: Store, qtbot: QtBot) -> None:
    store.apply(bring_in(a_term(), 0))
    clock = Clock()
    window = opened(qtbot, store, clock)
    hands = Hands(window)
    assert window.programmes is not None
    window.show_screen(PROGRAMMES)
    window.programmes.programme_view.setFocus()
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Return)
    assert window.session is not None
    hands.press(Key.Key_A, ctrl=True, shift=True)
    hands.press(Key.Key_E)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_L)
    hands.press(Key.Key_5)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_A)
    run(hands, clock)
    assert not window.session.undo.isVisible()
    assert not any("Person" in label.text() for label in window.findChildren(QLabel) if label.isVisible())
    window._workspace.retraced.emit("Undone: ‘Person 4’: absent")
    assert window.saved.text() == "✓ Undone"
    look_back(hands)
    assert window.session.undo.isVisible()
    hands.press(Key.Key_S, ctrl=True)
    [programme] = store.programmes()
    check(store.plan(programme.id, "s1"))
    assert hands.pressed <= MOST_KEYS
    print(f"\nkeys pressed: {hands.pressed}")

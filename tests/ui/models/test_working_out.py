"""Work beside the window: the window goes on meanwhile, and only what was asked for last is told."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import heard

from amie_planner.ui.models.working_out import WorkingOut


class Held:
    """A piece of work that ends when it is let go."""

    def __init__(self, result: str) -> None:
        self.begun, self.let_go = threading.Event(), threading.Event()
        self.result = result

    def __call__(self) -> str:
        self.begun.set()
        assert self.let_go.wait(60)
        return self.result


def gives(result: object) -> Callable[[], object]:
    return lambda: result


def test_the_window_goes_on_while_something_is_worked_out(qtbot: QtBot):
    working, work = WorkingOut(), Held("done")
    told = heard(working.worked_out)
    working.ask(work)
    assert work.begun.wait(60)
    QApplication.processEvents()
    assert working.under_way
    assert told == []
    work.let_go.set()
    qtbot.waitUntil(lambda: told == ["done"])
    assert not working.under_way


def test_once_it_is_told_nothing_goes_on(qtbot: QtBot):
    working = WorkingOut()
    with qtbot.waitSignal(working.worked_out):
        working.ask(gives("done"))
    assert not [timer for timer in working.findChildren(QTimer) if timer.isActive()]


def test_it_is_worked_out_on_another_thread(qtbot: QtBot):
    working = WorkingOut()
    with qtbot.waitSignal(working.worked_out) as told:
        working.ask(threading.get_ident)
    assert told.args != [threading.get_ident()]


def test_only_the_last_of_what_was_asked_for_is_told_and_what_lies_between_is_never_begun(qtbot: QtBot):
    working, first, between = WorkingOut(), Held("first"), Held("between")
    told = heard(working.worked_out)
    working.ask(first)
    assert first.begun.wait(60)
    working.ask(between)
    working.ask(gives("last"))
    first.let_go.set()
    qtbot.waitUntil(lambda: told == ["last"])
    assert not between.begun.is_set()


def test_what_is_no_longer_wanted_is_never_told(qtbot: QtBot):
    working, work = WorkingOut(), Held("first")
    told = heard(working.worked_out)
    working.ask(work)
    working.drop()
    assert not working.under_way
    work.let_go.set()
    working.ask(gives("second"))
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["second"]


def test_it_says_so_when_the_work_takes_long(qtbot: QtBot):
    working, work = WorkingOut(), Held("done")
    with qtbot.waitSignal(working.taking_long):
        working.ask(work)
    work.let_go.set()
    with qtbot.waitSignal(working.worked_out):
        pass


def test_work_that_is_waited_for_is_told_at_once(qtbot: QtBot):
    working = WorkingOut()
    told = heard(working.worked_out)
    working.ask(gives("done"))
    working.finish()
    assert told == ["done"]
    working.finish()
    assert told == ["done"]


def test_whoever_keeps_asking_is_told_once_that_it_takes_long(qtbot: QtBot):
    working, works = WorkingOut(), [Held(str(n)) for n in range(8)]
    told: list[str] = []
    working.taking_long.connect(lambda: told.append("long"))
    for work in works:
        working.outdate()
        qtbot.wait(40)
        working.ask(work)
        qtbot.wait(100)
    assert len(told) == 1
    assert working.takes_long
    for work in works:
        work.let_go.set()
    qtbot.waitUntil(lambda: not working.under_way)
    assert not working.takes_long


def test_what_is_out_of_date_is_never_told(qtbot: QtBot):
    working = WorkingOut()
    told = heard(working.worked_out)
    working.ask(gives("first"))
    working.outdate()
    assert not working.under_way
    working.ask(gives("second"))
    working.finish()
    assert told == ["second"]


def test_what_is_asked_for_in_turn_is_all_told_in_order(qtbot: QtBot):
    working, first = WorkingOut(), Held("first")
    told = heard(working.worked_out)
    working.ask_in_turn(first)
    working.ask_in_turn(gives("second"))
    working.ask_in_turn(gives("third"))
    first.let_go.set()
    qtbot.waitUntil(lambda: told == ["first", "second", "third"])
    assert not working.under_way


def test_what_goes_wrong_holds_up_neither_what_is_next_nor_whoever_waits(qtbot: QtBot):
    working = WorkingOut()
    told = heard(working.worked_out)

    def fails() -> object:
        raise ValueError("ours")

    with qtbot.captureExceptions() as caught:
        working.ask_in_turn(fails)
        working.ask_in_turn(gives("next"))
        working.finish()
    assert [kind for kind, *_ in caught] == [ValueError]
    assert told == ["next"]


def test_what_goes_wrong_there_is_an_error_of_the_window(qtbot: QtBot):
    working = WorkingOut()

    def fails() -> object:
        raise ValueError("ours")

    with qtbot.captureExceptions() as caught:
        working.ask(fails)
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, *_ in caught] == [ValueError]
    with qtbot.waitSignal(working.worked_out):
        working.ask(gives("next"))


def test_work_in_steps_ends_at_its_next_step_once_it_is_stopped_and_makes_room(qtbot: QtBot):
    working, begun, let_go, steps = WorkingOut(), threading.Event(), threading.Event(), list[str]()

    def work(go_on: Callable[[], None]) -> str:
        go_on()
        steps.append("first")
        begun.set()
        assert let_go.wait(60)
        go_on()
        steps.append("second")
        return "done"

    told = heard(working.worked_out)
    working.ask_in_steps(work)
    assert begun.wait(60)
    working.drop()
    let_go.set()
    working.ask(gives("next"))
    working.finish()
    assert (steps, told) == (["first"], ["next"])


def test_work_in_steps_that_is_waited_for_is_told(qtbot: QtBot):
    working = WorkingOut()
    told = heard(working.worked_out)

    def work(go_on: Callable[[], None]) -> str:
        go_on()
        return "done"

    working.ask_in_steps(work)
    working.finish()
    assert told == ["done"]

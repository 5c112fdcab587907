"""Run it: by single keys through a whole session, nothing private in sight, and back where it was after anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS
from tests.hands import Hands, heard, in_front

from amie_planner.domain import edits
from amie_planner.domain.changes import inverse, revise
from amie_planner.domain.edits.running import begin_session
from amie_planner.errors import StaleChange
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.widgets.run_it import RunIt
from amie_planner.ui.workspace import OpenSession, Workspace

Key = Qt.Key
ALIASES = ("Sky", "Moss", "River")


class Watch:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2026, 9, 15, 10, 0)

    def __call__(self) -> datetime:
        return self.now

    def on(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


AGREE = (Key.Key_Tab, Key.Key_Return)
"""To the button that agrees, which does not have the focus, and on it."""


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def desk(workspace: Workspace) -> OpenSession:
    """The second session of space-sounds, which is still to come."""
    return OpenSession(workspace, load(SPACE_SOUNDS).programme.id, "s2")


@pytest.fixture
def face(qtbot: QtBot, desk: OpenSession, watch: Watch) -> Iterator[RunIt]:
    made = RunIt(desk, watch)
    desk.workspace.changed.connect(lambda changes: made.refresh())
    in_front(qtbot, made, 1100, 620)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    yield made
    made.leave()


@pytest.fixture
def hands(face: RunIt) -> Hands:
    return Hands(face)


def in_groups(desk: OpenSession) -> None:
    """The third activity is for the strings, while drums do the fourth and fifth."""
    drums = [revise(a, strand="Drums") for a in desk.plan.activities[3:5]]
    desk.do("Groups", [revise(desk.plan.activities[2], strand="Strings"), *drums])


def kept(desk: OpenSession) -> dict[str, int | None]:
    return {id: actual.minutes for id, actual in desk.plan.session.actual.items()}


def title(face: RunIt, stage: int = 0) -> str:
    return face.stages[stage].title.text()


def words_in_sight(face: RunIt) -> str:
    labels = [label.text() for label in face.findChildren(QLabel) if label.isVisible()]
    told = [part for stage in face.stages for part in (stage.accessibleName(), stage.accessibleDescription())]
    return "\n".join([*labels, *told, *(button.text() for button in face.buttons.all), *_rows(face)])


def _rows(face: RunIt) -> list[str]:
    return [row.spoken for row in face.steps.model.rows]


def test_a_whole_session_runs_by_one_key(face: RunIt, desk: OpenSession, watch: Watch, hands: Hands):
    for minutes in (0, 5, 7, 12, 4, 9, 8):
        watch.on(minutes)
        hands.press(Key.Key_Space)
    assert kept(desk) == {"a1": 5, "a2": 7, "a3": 12, "a4": 4, "a5": 9, "a6": 8}
    assert (desk.plan.session.ended, desk.plan.session.status) == (time(10, 45), "delivered")
    assert title(face) == "The session is over"
    assert hands.here is face.stages[0]
    assert hands.pressed == 7


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_N, Key.Key_Right])
def test_next_has_three_keys(face: RunIt, desk: OpenSession, hands: Hands, key: Key):
    hands.press(key)
    hands.press(key)
    assert kept(desk) == {"a1": 0, "a2": None}


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_Left])
def test_back_has_two_keys(face: RunIt, desk: OpenSession, hands: Hands, key: Key):
    hands.press(Key.Key_Space, times=2)
    hands.press(key)
    assert kept(desk) == {"a1": None}
    hands.press(key)
    assert title(face) == "Not begun yet"


def test_minutes_are_added_by_a_key(face: RunIt, desk: OpenSession, hands: Hands):
    said = heard(face.said)
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Plus)
    hands.press(Key.Key_5)
    assert desk.plan.session.actual["a1"].added == 6
    assert said[-1] == "Add 5 minutes: 11 minutes left of 11 (6 added)"


def test_the_next_is_skipped_by_a_key_and_stays_in_the_plan(face: RunIt, desk: OpenSession, hands: Hands):
    hands.press(Key.Key_Space)
    hands.press(Key.Key_S)
    assert face.stages[0].next.text() == "Next: Rocket song: solos, 12 minutes"
    assert not desk.plan.activities[1].skip
    hands.press(Key.Key_B)
    assert face.stages[0].next.text() == "Next: Hello song, 6 minutes"


def test_it_is_ended_and_opened_again_by_a_key(face: RunIt, desk: OpenSession, watch: Watch, hands: Hands):
    hands.press(Key.Key_Space)
    watch.on(4)
    hands.press(Key.Key_E)
    assert (kept(desk), desk.plan.session.ended) == ({"a1": 4}, time(10, 4))
    assert face.buttons.again.isVisible() and not face.buttons.go.isVisible()
    hands.press(Key.Key_B)
    assert (kept(desk), desk.plan.session.ended) == ({"a1": None}, None)


@pytest.mark.parametrize(("answer", "minutes"), [((Key.Key_Return,), {"a1": 4}), (AGREE, {"a1": None})])
def test_minutes_that_are_written_down_are_forgotten_only_when_the_leader_says_so(
    face: RunIt, desk: OpenSession, watch: Watch, hands: Hands, answer: tuple[Key, ...], minutes: dict[str, int | None]
):
    hands.press(Key.Key_Space)
    watch.on(4)
    hands.press(Key.Key_E)
    answering(hands, answer, [])
    hands.push("Begin again")
    assert kept(desk) == minutes


def test_keys_act_wherever_the_focus_is(face: RunIt, desk: OpenSession, hands: Hands):
    hands.press(Key.Key_Space)
    for name in ("The whole session, planned and actual", "Back (B)", "+5 minutes (5)"):
        hands.go_to(name)
        hands.press(Key.Key_Right)
    assert kept(desk) == {"a1": 0, "a2": 0, "a3": 0, "a4": None}


@pytest.mark.parametrize("button", ["Skip the next (S)", "+1 minute (+)", "End (E)"])
def test_a_button_that_goes_gives_the_focus_to_what_stands_and_not_to_the_next_button(
    face: RunIt, hands: Hands, button: str
):
    hands.press(Key.Key_Space)
    hands.go_to(button)
    hands.press(Key.Key_E)
    assert hands.here is face.stages[0]
    hands.press(Key.Key_Space)
    assert face.buttons.hide_words.text() == "Show private words (H)"


def test_a_press_tells_of_the_groups_that_it_changed_and_of_no_other(face: RunIt, desk: OpenSession, hands: Hands):
    in_groups(desk)
    hands.press(Key.Key_Space, times=2)
    said = heard(face.said)
    hands.press(Key.Key_Space)
    hands.go_to("How it stands: Drums")
    hands.press(Key.Key_Space)
    both = (
        "Strings. Now: Rocket song: solos. Next, all together: What did we hear? Pictures and goodbye, 6 minutes",
        "Drums. Now: Pause. Next: Moon walk: our own sounds, 10 minutes",
    )
    assert said[0] == ". ".join(both)
    assert said[1].startswith("Drums. Now: Moon walk: our own sounds. Next, all together: ")
    assert "Strings" not in said[1]


def test_where_there_is_little_room_the_key_gives_way_to_the_group(face: RunIt, desk: OpenSession, hands: Hands):
    in_groups(desk)
    hands.press(Key.Key_Space, times=3)
    face.resize(640, 620)
    QApplication.processEvents()
    assert face.buttons.go.text() == "Next for Strings"
    assert face.buttons.go.accessibleName() == "Next for Strings (Space)"


def test_what_can_no_longer_be_pressed_gives_the_focus_to_its_group(face: RunIt, desk: OpenSession, hands: Hands):
    in_groups(desk)
    hands.press(Key.Key_Space, times=3)
    hands.go_to("How it stands: Drums")
    hands.go_to("Next for Drums (Space)")
    hands.press(Key.Key_Space, times=2)
    buttons = face.buttons
    waiting = (buttons.go, buttons.one, buttons.five, buttons.skip)
    assert [(b.isVisible(), b.isEnabled()) for b in waiting] == [(True, False)] * 4
    assert buttons.back.isEnabled() and buttons.end.isEnabled()
    assert hands.name == "How it stands: Drums"
    said = heard(face.said)
    hands.press(Key.Key_5)
    assert said == ["This group waits."]


def test_space_goes_on_after_another_button_was_clicked(face: RunIt, desk: OpenSession, hands: Hands):
    hands.press(Key.Key_Space)
    QTest.mouseClick(face.buttons.five, Qt.MouseButton.LeftButton)
    hands.press(Key.Key_Space)
    first, second = desk.plan.activities[:2]
    assert desk.plan.session.actual[first.id].added == 5
    assert second.id in desk.plan.session.actual


def test_a_key_that_is_held_down_is_one_press(face: RunIt, desk: OpenSession, hands: Hands):
    hands.press(Key.Key_Space)
    for key in (Key.Key_Space, Key.Key_N):
        QTest.simulateEvent(face.stages[0], True, key, Qt.KeyboardModifier.NoModifier, " ", True, -1)
    assert kept(desk) == {"a1": None}


@pytest.mark.parametrize("key", [Key.Key_S, Key.Key_E, Key.Key_B, Key.Key_5])
def test_before_it_begins_nothing_else_is_pressed(face: RunIt, desk: OpenSession, hands: Hands, key: Key):
    hands.press(key)
    assert desk.workspace.history.count() == 0


def test_each_press_is_a_step_to_undo_that_names_nobody(face: RunIt, desk: OpenSession, hands: Hands):
    for key in (Key.Key_Space, Key.Key_Plus, Key.Key_S, Key.Key_Space, Key.Key_B, Key.Key_E, Key.Key_B):
        hands.press(key)
    history = desk.workspace.history
    assert [history.text(n) for n in range(history.count())] == [
        "Begin the session",
        "Add 1 minute",
        "Skip the next",
        "Next activity",
        "Go back one step",
        "End the session",
        "Open the session again",
    ]
    for _ in range(history.count()):
        history.undo()
    assert desk.plan.session.actual == {}
    assert title(face) == "Not begun yet"


@pytest.mark.parametrize(("width", "height"), [(1100, 620), (620, 420), (330, 620)])
def test_the_buttons_are_in_sight_whatever_there_is_to_read(
    face: RunIt, desk: OpenSession, hands: Hands, width: int, height: int
):
    desk.do("Long", [revise(desk.plan.activities[0], title="A very long title " * 30, instructions="Words " * 200)])
    hands.press(Key.Key_Space)
    face.resize(width, height)
    QApplication.processEvents()
    for button in face.buttons.all:
        where = button.geometry().translated(face.buttons.pos())
        assert not button.isVisible() or face.rect().contains(where), button.text()


def test_with_little_room_buttons_are_short_of_words_and_their_names_are_whole(face: RunIt, hands: Hands):
    hands.press(Key.Key_Space)
    face.resize(740, 620)
    QApplication.processEvents()
    short = ["Next (Space)", "Back (B)", "+1 (+)", "+5 (5)", "Skip (S)", "Show (H)", "End (E)"]
    seen = [button for button in face.buttons.all if button.isVisible()]
    assert [button.text() for button in seen] == short
    assert len({button.y() for button in seen}) == 1
    assert face.buttons.skip.accessibleName() == "Skip the next (S)"
    hands.press(Key.Key_H)
    assert (face.buttons.hide_words.text(), face.buttons.hide_words.accessibleName()) == (
        "Hide (H)",
        "Hide private words (H)",
    )
    face.resize(1100, 620)
    QApplication.processEvents()
    assert face.buttons.skip.text() == "Skip the next (S)"


def test_the_head_of_what_is_now_is_in_sight_however_little_room_there_is(face: RunIt, hands: Hands):
    hands.press(Key.Key_Space, times=3)
    hands.go_to("Back (B)")
    face.resize(500, 420)
    face.stages[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.qWait(50)
    for part in (face.stages[0].head, face.stages[0].title):
        assert part.visibleRegion().boundingRect().size() == part.size()


def test_nothing_private_is_in_sight_until_it_is_wanted(face: RunIt, desk: OpenSession, hands: Hands, watch: Watch):
    named = [revise(a, title=f"{n} for Sky", instructions="Moss first") for n, a in enumerate(desk.plan.activities)]
    desk.do("Names", named)
    in_groups(desk)
    desk.do("Names", [revise(desk.plan.activities[3], strand="River’s drums")])
    said = heard(face.said)
    for _ in range(6):
        hands.press(Key.Key_Space)
        watch.on(30)
        face.tick()
        assert not [alias for alias in ALIASES if alias in words_in_sight(face)]
    assert len(said) > 8
    assert not [alias for alias in ALIASES if alias in "\n".join(said)]


def test_one_key_shows_private_words_and_hides_them_again(face: RunIt, hands: Hands):
    said = heard(face.said)
    hands.press(Key.Key_Space, times=3)
    assert face.stages[0].changes.text() == "1 change here (hidden)"
    hands.press(Key.Key_H)
    assert face.stages[0].changes.text() == "Sky: One switch plays the engine sound; the solo is theirs"
    assert face.buttons.hide_words.text() == "Hide private words (H)"
    hands.press(Key.Key_H)
    assert face.stages[0].changes.text() == "1 change here (hidden)"
    assert said[-2:] == ["Private words are shown.", "Private words are hidden."]


def test_what_is_told_names_nobody_even_where_private_words_are_shown(face: RunIt, desk: OpenSession, hands: Hands):
    desk.do("Name", [revise(desk.plan.activities[0], title="Sky’s song")])
    said = heard(face.said)
    hands.press(Key.Key_H)
    hands.press(Key.Key_Space)
    assert title(face) == "Sky’s song"
    assert said[-1] == "Now: (name)’s song. Next: Hello song, 6 minutes"


def test_private_words_are_hidden_again_when_it_is_left(face: RunIt, hands: Hands):
    hands.press(Key.Key_Space, times=3)
    hands.press(Key.Key_H)
    face.hide()
    face.show()
    assert face.stages[0].changes.text() == "1 change here (hidden)"


def test_the_minutes_follow_the_clock(face: RunIt, hands: Hands, watch: Watch):
    hands.press(Key.Key_Space)
    seen = []
    for _ in range(7):
        seen.append((face.stages[0].number.text(), face.stages[0].left.text()))
        watch.on(1)
        face.tick()
    assert seen[0] == ("5", "minutes left of 5")
    assert seen[5] == ("0", "minutes left of 5: time is up")
    assert seen[6] == ("1", "minute over its 5")
    assert face.against.text() == "About 2 minutes behind: ends 10:45 rather than 10:43"


def test_it_looks_at_the_clock_when_the_minute_turns_and_not_sooner(face: RunIt, watch: Watch):
    watch.now = datetime(2026, 9, 15, 10, 0, 45, 500_000)
    face.tick()
    assert face._minute.interval() == 14_540
    assert face._minute.isActive()


def test_little_time_and_no_time_left_are_told_once_and_minutes_are_not(face: RunIt, hands: Hands, watch: Watch):
    hands.press(Key.Key_Space)
    said = heard(face.said)
    for _ in range(12):
        watch.on(1)
        face.tick()
        face.refresh()
    assert said == [
        "2 minutes left: Arriving: low space drone and lights",
        "Time is up: Arriving: low space drone and lights",
    ]


def test_the_state_is_one_sentence_for_who_hears_it(face: RunIt, hands: Hands):
    hands.press(Key.Key_Space, times=3)
    assert face.stages[0].accessibleName() == "How it stands"
    assert face.stages[0].accessibleDescription() == (
        "Now: Rocket song: solos. 12 minutes left of 12. Music leader leads. Which sound is the engine? "
        "drum, ocean drum or tablet synth. By speech, eye pointing or touch. 1 change here (hidden). "
        "Next: Pause, 4 minutes"
    )


def test_groups_have_their_own_now_and_the_keys_act_on_the_one_with_the_focus(
    face: RunIt, desk: OpenSession, hands: Hands
):
    in_groups(desk)
    hands.press(Key.Key_Space, times=3)
    assert [title(face, n) for n in range(2)] == ["Rocket song: solos", "Pause"]
    assert face.buttons.go.text() == "Next for Strings (Space)"
    hands.go_to("How it stands: Drums")
    hands.press(Key.Key_Space)
    assert face.buttons.go.text() == "Next for Drums (Space)"
    assert face.stages[1].head.text() == "Drums · Now · Keys and buttons act here"
    assert kept(desk) == {"a1": 0, "a2": 0, "a3": None, "a4": 0, "a5": None}
    hands.press(Key.Key_Space)
    assert title(face, 1) == "Waits for the others"
    said = heard(face.said)
    hands.press(Key.Key_Space)
    assert said == ["This group waits."]
    hands.go_to("How it stands: Strings")
    hands.press(Key.Key_Space)
    assert title(face) == "What did we hear? Pictures and goodbye"
    assert not face.stages[1].isVisible()


def test_the_name_of_a_group_is_shown_as_it_is(face: RunIt, desk: OpenSession, hands: Hands):
    in_groups(desk)
    desk.do("Name", [revise(desk.plan.activities[2], strand="Strings & keys")])
    hands.press(Key.Key_Space, times=3)
    assert face.buttons.go.text() == "Next for Strings && keys (Space)"
    assert face.buttons.go.accessibleName() == "Next for Strings & keys (Space)"
    assert face.stages[0].head.text().startswith("Strings & keys")


def test_tab_goes_from_group_to_group_before_the_rest(face: RunIt, desk: OpenSession, hands: Hands):
    in_groups(desk)
    hands.press(Key.Key_Space, times=3)
    stops = [hands.name]
    for _ in range(3):
        hands.press(Key.Key_Tab)
        stops.append(hands.name)
    assert stops == [
        "How it stands: Strings",
        "How it stands: Drums",
        "The whole session, planned and actual",
        "Next for Drums (Space)",
    ]


def test_opened_again_it_is_where_it_was(face: RunIt, qtbot: QtBot, desk: OpenSession, hands: Hands, watch: Watch):
    in_groups(desk)
    hands.press(Key.Key_Space, times=3)
    hands.press(Key.Key_5)
    again = RunIt(desk, watch)
    qtbot.addWidget(again)
    assert [stage.spoken for stage in again.stages] == [stage.spoken for stage in face.stages]
    again.leave()


def test_opened_again_back_still_takes_back_the_whole_beginning(
    face: RunIt, qtbot: QtBot, desk: OpenSession, hands: Hands, watch: Watch
):
    watch.on(24 * 60)
    before = desk.plan.session
    answering(hands, AGREE, [])
    hands.press(Key.Key_Space)
    assert desk.plan.session.date == date(2026, 9, 16)
    again = RunIt(OpenSession(desk.workspace, desk.programme, desk.session), watch)
    qtbot.addWidget(again)
    again.back()
    assert desk.plan.session == before
    again.leave()


def test_one_left_running_is_ended_as_planned(face: RunIt, desk: OpenSession, hands: Hands, watch: Watch):
    hands.press(Key.Key_Space)
    watch.on(24 * 60)
    face.tick()
    assert title(face) == "This session was left running on 15 September. End it?"
    assert not face.buttons.go.isVisible()
    for key in (Key.Key_Space, Key.Key_B, Key.Key_S, Key.Key_5, Key.Key_E):
        hands.press(key)
    assert (kept(desk), desk.workspace.history.count()) == ({"a1": None}, 1)
    hands.push("End it at 10:45, as planned")
    assert (kept(desk), desk.plan.session.ended) == ({"a1": 45}, time(10, 45))
    assert title(face) == "The session is over"


def test_one_left_running_is_ended_when_the_leader_says(face: RunIt, desk: OpenSession, hands: Hands, watch: Watch):
    hands.press(Key.Key_Space)
    watch.on(24 * 60)
    face.tick()
    for wrong, why in (("", "Write the time"), ("half ten", "not a time"), ("09:30", "still under way at 10:00")):
        hands.go_to("Or the time when it ended")
        hands.write(wrong)
        hands.push("End it at that time")
        assert why in face.left.problem.text()
        hands.press(Key.Key_Backtab, shift=True)
    hands.write("10:30")
    hands.push("End it at that time")
    assert kept(desk) == {"a1": 30}
    assert not face.left.isVisible()


def answering(hands: Hands, keys: tuple[Key, ...], asked: list[str]) -> None:
    """Answers the next question by keys, and keeps what it said."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        asked.append(box.text() if isinstance(box, QMessageBox) else "")
        for key in keys:
            hands.press(key)

    hands.meanwhile(answer)


@pytest.mark.parametrize("keys", [(Key.Key_Escape,), (Key.Key_Return,), (Key.Key_Space,), AGREE])
@pytest.mark.parametrize("status", ["draft", "cancelled"])
def test_a_session_of_another_day_is_begun_today_only_when_the_leader_says_so(
    face: RunIt, desk: OpenSession, hands: Hands, watch: Watch, keys: tuple[Key, ...], status: str
):
    desk.do("Status", [revise(desk.plan.session, status=status)])
    watch.on(24 * 60)
    face.tick()
    before, steps = desk.plan.session, desk.workspace.history.count()
    asked: list[str] = []
    answering(hands, keys, asked)
    hands.press(Key.Key_Space)
    assert len(asked) == 1
    assert asked[0].startswith("It is planned for Tuesday 15 September 2026.")
    assert ("It is cancelled." in asked[0]) is (status == "cancelled")
    if keys != AGREE:
        assert (desk.plan.session, desk.workspace.history.count()) == (before, steps)
        assert title(face) == "Not begun yet"
        return
    assert (desk.plan.session.date, desk.plan.session.status) == (date(2026, 9, 16), "planned")
    assert desk.workspace.history.count() == steps + 1
    hands.press(Key.Key_B)
    assert desk.plan.session == before
    desk.workspace.history.undo()
    desk.workspace.history.undo()
    assert desk.plan.session == before


def test_back_out_of_beginning_again_brings_the_minutes_back(
    face: RunIt, desk: OpenSession, hands: Hands, watch: Watch
):
    hands.press(Key.Key_Space)
    watch.on(4)
    hands.press(Key.Key_E)
    before = desk.plan.session
    answering(hands, AGREE, [])
    hands.push("Begin again")
    assert kept(desk) == {"a1": None}
    hands.press(Key.Key_B)
    assert desk.plan.session == before
    assert title(face) == "The session is over"


def test_a_beginning_that_was_not_kept_is_nothing_to_go_back_to(
    face: RunIt, desk: OpenSession, hands: Hands, watch: Watch, store: Store
):
    desk.do("Status", [revise(desk.plan.session, status="draft")])
    before = desk.plan.session
    elsewhere = revise(before, notes="Written meanwhile")
    store.apply([elsewhere])
    with pytest.raises(StaleChange):
        face.begin()
    store.apply(inverse([elsewhere]))
    assert desk.plan.session == before
    desk.do("Status", [revise(before, status="planned")])
    planned = desk.plan.session
    desk.do("Write it down", begin_session(desk.plan, watch.now))
    hands.press(Key.Key_B)
    assert desk.plan.session == planned


def test_why_a_time_cannot_be_is_in_sight_however_little_room_there_is(face: RunIt, hands: Hands, watch: Watch):
    hands.press(Key.Key_Space)
    watch.on(24 * 60)
    face.tick()
    face.resize(400, 260)
    hands.go_to("Or the time when it ended")
    hands.write("7:30")
    hands.press(Key.Key_Return)
    QTest.qWait(50)
    problem = face.left.problem
    assert problem.text().startswith("That may be in the morning")
    assert problem.visibleRegion().boundingRect().size() == problem.size()


def test_one_held_on_another_day_is_left_as_it_is(qtbot: QtBot, workspace: Workspace, watch: Watch):
    desk = OpenSession(workspace, load(SPACE_SOUNDS).programme.id, "s1")
    made = in_front(qtbot, RunIt(desk, watch), 1000, 600)
    made.stages[0].setFocus()
    Hands(made).press(Key.Key_Space)
    assert title(made) == "This session was held on 8 September"
    assert workspace.history.count() == 0
    made.leave()


def test_a_session_that_has_gone_is_left_alone(face: RunIt, desk: OpenSession):
    before = title(face)
    desk.do("Remove", edits.remove_session(desk.series, desk.session))
    face.tick()
    assert title(face) == before


def test_without_an_activity_nothing_is_offered(face: RunIt, desk: OpenSession, hands: Hands):
    for activity in desk.plan.activities:
        desk.do("Remove", edits.remove_activity(desk.series, desk.session, activity.id))
    assert title(face) == "There is nothing to run yet"
    assert not [button.text() for button in face.buttons.all if button.isVisible()]
    hands.press(Key.Key_Space)
    assert desk.plan.session.actual == {}

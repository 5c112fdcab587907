"""What a return is to be: what is chosen stays chosen while it is offered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from tests.hands import Hands, in_front
from tests.plans import a_series

from amie_planner.domain.records import Programme
from amie_planner.domain.vocabulary import Profile
from amie_planner.errors import AmieError
from amie_planner.returns.making import REASON, RECIPIENT, Unsaid
from amie_planner.ui.models.periods import Stretch
from amie_planner.ui.models.reports import offered
from amie_planner.ui.widgets.field_problem import FieldProblem
from amie_planner.ui.widgets.hub_files import HubFiles
from amie_planner.ui.widgets.return_choices import ReturnChoices
from amie_planner.ui.workspace import Workspace

AUTUMN = Stretch("term/1", "Autumn", date(2026, 9, 1), date(2026, 12, 18))


def programmes(*uids: str) -> list[Programme]:
    return [a_series(programme={"uid": uid, "title": f"Programme {uid}"}).programme for uid in uids]


@pytest.fixture
def choices(qtbot: QtBot, workspace: Workspace) -> ReturnChoices:
    """All that can be chosen, of two programmes in autumn."""
    shown = in_front(qtbot, ReturnChoices(HubFiles(workspace)), 500, 800)
    shown.offer_returns(offered(()))
    shown.offer_days([AUTUMN], "term/1")
    shown.programmes.offer(programmes("u1", "u2"))
    return shown


def test_it_begins_with_the_first_return_shareable_over_all_programmes(choices: ReturnChoices) -> None:
    chosen = choices.value()
    assert (chosen.template.id, chosen.profile) == ("general", Profile.SHAREABLE)
    assert (chosen.first, chosen.last, chosen.programmes) == (AUTUMN.first, AUTUMN.last, ("u1", "u2"))
    assert (chosen.recipient, chosen.reason) == ("", "")


def test_a_tick_that_was_taken_away_stays_away_when_other_programmes_come(choices: ReturnChoices) -> None:
    edited = []
    choices.changed.connect(lambda: edited.append(1))
    choices.programmes.boxes["u2"].click()
    choices.programmes.offer(programmes("u2", "u3"))
    assert choices.value().programmes == ("u3",)
    assert [box.isChecked() for box in choices.programmes.boxes.values()] == [False, True]
    assert edited == [1]


def test_without_a_programme_there_is_no_return(choices: ReturnChoices) -> None:
    choices.programmes.offer([])
    assert choices.programmes.none.isVisible()
    with pytest.raises(AmieError, match="No programme is chosen"):
        choices.value()


def test_days_without_an_end_are_no_period(choices: ReturnChoices) -> None:
    choices.period.last.line.setText("")
    with pytest.raises(AmieError, match="first and its last day"):
        choices.days()


def test_each_profile_says_what_it_is(choices: ReturnChoices) -> None:
    choices.profile.choose(1)
    assert "not for publication" in choices.profile_about.text()
    choices.recipient.line.setText("The hub")
    choices.reason.line.setText("The year")
    assert choices.value().profile is Profile.EXACT


def refused(choices: ReturnChoices) -> str:
    """What is said by the field to mend, once a return was asked for."""
    with pytest.raises(AmieError) as refusal:
        choices.value()
    return choices.refuse(refusal.value)


def a_day(field: str, text: str) -> Callable[[ReturnChoices], object]:
    return lambda choices: Hands(choices).fill(field, text)


@pytest.mark.parametrize(
    ("mistake", "field", "said"),
    [
        (a_day("From", "31/2/2027"), "From", "From: "),
        (a_day("To", "x"), "To", "To: That is not a date."),
        (a_day("To", "31/8/2026"), "To", "To: The period ends before it begins."),
        (lambda choices: choices.period.last.line.clear(), "To", "To: A period needs its first and its last day."),
        (lambda choices: choices.programmes.offer([]), "Days", "No programme is chosen."),
        (lambda choices: Hands(choices).push("Programme u1"), "Programme u1", "No programme is chosen."),
        (lambda choices: choices.profile.choose(1), "Who receives it", "An exact return holds small numbers"),
    ],
)
def test_a_refusal_stands_by_its_field_which_says_it_and_has_the_focus(
    choices: ReturnChoices, mistake: Callable[[ReturnChoices], object], field: str, said: str
) -> None:
    choices.programmes.offer(programmes("u1"))
    mistake(choices)
    why, hands = refused(choices), Hands(choices)
    assert why.startswith(said)
    [label] = [label for label in choices.findChildren(FieldProblem) if label.isVisible()]
    assert label.text() == why
    choices.recipient.setFocus()
    assert choices.go_to_problem() and hands.name == field
    assert hands.here.accessibleDescription() == why
    choices.accept()
    assert hands.here.accessibleDescription() != why and not label.isVisible() and not choices.go_to_problem()


@pytest.mark.parametrize(("field", "name"), [(RECIPIENT, "Who receives it"), (REASON, "Reason")])
def test_a_name_in_what_leaves_is_said_by_the_field_that_holds_it(
    choices: ReturnChoices, field: str, name: str
) -> None:
    assert choices.refuse(Unsaid("A name.", "Say it without.", field)) == "A name. Say it without."
    assert choices.go_to_problem() and Hands(choices).name == name


def test_what_no_field_mends_is_said_by_none(choices: ReturnChoices) -> None:
    assert choices.refuse(AmieError("The disk is full.", "Make room.")) == ""
    assert not choices.go_to_problem()


def test_a_programme_that_is_offered_no_more_takes_its_problem_along(choices: ReturnChoices, qtbot: QtBot) -> None:
    for box in choices.programmes.boxes.values():
        box.click()
    assert refused(choices)
    gone = next(iter(choices.programmes.boxes.values()))
    choices.programmes.offer(programmes("u3"))
    qtbot.waitUntil(lambda: not isValid(gone))
    choices.accept()
    assert not any(label.isVisible() for label in choices.findChildren(FieldProblem))


def test_what_was_wrong_with_a_file_goes_once_another_return_is_chosen(choices: ReturnChoices, tmp_path: Path) -> None:
    choices.hub_files.add_file(tmp_path / "none.toml")
    choices.offer_returns(offered(()))
    assert choices.hub_files.problem.isVisible()
    Hands(choices).choose("Return", "Small")
    assert not choices.hub_files.problem.isVisible()


def test_enter_in_a_line_of_text_asks_for_what_will_leave(choices: ReturnChoices) -> None:
    entered = list[bool]()
    choices.entered.connect(lambda: entered.append(True))
    hands = Hands(choices)
    for name in ("Who receives it", "Reason"):
        hands.go_to(name)
        hands.press(Qt.Key.Key_Return)
    assert entered == [True, True]


def test_tab_comes_to_the_programmes_between_the_days_and_the_profile(choices: ReturnChoices) -> None:
    choices.programmes.offer(programmes("u2", "u3"))
    hands, came = Hands(choices), []
    hands.go_to("To")
    for _ in range(3):
        hands.press(Qt.Key.Key_Tab)
        came.append(hands.name)
    assert came == ["Programme u2", "Programme u3", "Shareable"]

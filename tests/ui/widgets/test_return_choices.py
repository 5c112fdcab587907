"""What a return is to be: what is chosen stays chosen while it is offered."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front
from tests.plans import a_series

from amie_planner.domain.records import Programme
from amie_planner.domain.vocabulary import Profile
from amie_planner.errors import AmieError
from amie_planner.ui.models.periods import Stretch
from amie_planner.ui.models.reports import offered
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
    assert choices.value().profile is Profile.EXACT


def test_tab_comes_to_the_programmes_between_the_days_and_the_profile(choices: ReturnChoices) -> None:
    choices.programmes.offer(programmes("u2", "u3"))
    hands, came = Hands(choices), []
    hands.go_to("To")
    for _ in range(3):
        hands.press(Qt.Key.Key_Tab)
        came.append(hands.name)
    assert came == ["Programme u2", "Programme u3", "Shareable"]

"""A card of entries: gone to by one key, saying why something is not kept, and left alone when the session has gone."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.noticing import NoticedPage

from amie_planner.domain import edits
from amie_planner.domain.changes import revise
from amie_planner.domain.edits.reflection import add_observation
from amie_planner.ui.workspace import OpenSession

TOO_LONG = "x" * 20_001


class Page(NoticedPage):
    """With observations that come from elsewhere."""

    def add(self, text: str) -> str:
        id, changes = add_observation(self.desk.series, session="s1", text=text)
        self.desk.do("Add", changes)
        return id


@pytest.fixture
def page(qtbot: QtBot, desk: OpenSession) -> Page:
    return Page(qtbot, desk)


def test_one_goes_to_where_the_first_is_added_and_then_to_the_list(page: Page):
    page.card.start()
    assert page.hands.name == "Add observation"
    page.add("Led the stop")
    page.card.start()
    assert page.hands.name == "Observation list"


def test_what_cannot_be_kept_says_why_and_what_was_there_stays(page: Page):
    page.card.entries.choose(page.add("Led the stop"))
    page.hands.go_to("What you noticed")
    page.hands.here.setPlainText(TOO_LONG)
    assert page.card.save().startswith("What you noticed.")
    assert page.desk.series.observations[0].text == "Led the stop"


def test_somebody_who_is_called_otherwise_now_is_offered_by_that_name(page: Page):
    page.card.entries.choose(page.add("Led the stop"))
    page.hands.go_to("Of whom")
    person = page.desk.series.people[0]
    page.desk.do("Call", [revise(person, alias="Comet")])
    assert page.hands.name == "Of whom"
    page.hands.choose("Of whom", "Comet")
    assert page.desk.series.observations[0].person == person.id
    assert page.card.entries.model.rows[0].text == "Comet · Led the stop"


def test_when_the_session_has_gone_nothing_is_shown_anew_or_kept(page: Page):
    page.card.entries.choose(page.add("Led the stop"))
    page.desk.do("Remove", edits.remove_session(page.desk.series, "s1"))
    page.card.refresh()
    assert page.card.save() == ""

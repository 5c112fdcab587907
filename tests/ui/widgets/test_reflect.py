"""Looking back by keyboard: each part is gone to by F6, kept as it is typed, and what is open is told in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.domain import edits
from amie_planner.domain.changes import remove, revise
from amie_planner.domain.edits.reflection import add_prompt, ask_prompt
from amie_planner.domain.records import ReflectionPrompt
from amie_planner.domain.reflection import NOTES, prompts
from amie_planner.ui.widgets.reflect import Reflect
from amie_planner.ui.workspace import OpenSession

Key = Qt.Key
LONGEST = 20_000


class Page:
    """The page of a real session, and hands at the keyboard."""

    def __init__(self, qtbot: QtBot, desk: OpenSession) -> None:
        self.desk = desk
        self.face = Reflect(desk)
        self.said = heard(self.face.said)
        desk.workspace.changed.connect(lambda changes: self.face.refresh())
        in_front(qtbot, self.face, 1100, 700)
        self.hands = Hands(self.face)
        self.face.start()

    @property
    def answers(self) -> dict[str, str | None]:
        return dict(self.desk.plan.session.reflection)

    @property
    def notes(self) -> list[str | None]:
        return [note.text for note in self.desk.plan.next_time]

    def on(self, times: int = 1) -> None:
        """F6, so many times."""
        self.hands.press(Key.Key_F6, times=times)


@pytest.fixture
def page(qtbot: QtBot, desk: OpenSession) -> Page:
    """The first session, with its three changes, about which nothing is written."""
    gone = [*desk.plan.next_time, *desk.series.observations, *desk.series.voice]
    blank = [revise(d, verdict=None, then=None, verdict_note=None) for d in desk.plan.adaptations]
    desk.do("Forget", [*(remove(r) for r in gone), revise(desk.plan.session, reflection={}), *blank])
    desk.workspace.history.clear()
    return Page(qtbot, desk)


def test_a_whole_session_is_looked_back_on_by_keys_alone(page: Page):
    hands = page.hands
    hands.write("The drone")
    hands.press(Key.Key_Tab)
    hands.write("More room")
    page.on(2)
    for key in (Key.Key_W, Key.Key_Down, Key.Key_P, Key.Key_Down, Key.Key_N):
        hands.press(key)
    page.on(2)
    hands.write("Lamp first")
    hands.press(Key.Key_Return)
    hands.write("Bells")
    hands.press(Key.Key_Return)
    page.on()
    hands.press(Key.Key_Return)
    assert page.answers == {"went_well": "The drone", "change": "More room"}
    assert [d.verdict for d in page.desk.plan.adaptations] == ["worked", "partly", "not"]
    assert page.notes == ["Lamp first", "Bells"]
    assert page.said[-1] == (
        "What you wrote is kept. This is still open, if you want to say more. "
        "Not answered: ‘What did a young person say or show?’, ‘Who was not heard yet?’, ‘What was different from the "
        "plan?’ and others. Nothing is written down that young people said or showed here."
    )
    assert page.face.open.text() == page.said[-1]


def test_who_has_written_nothing_is_told_how_little_is_enough(page: Page):
    page.face.done.click()
    assert page.said[-1] == "Nothing is written about this session yet. A line under one question is enough."
    page.face.prompts.start()
    page.hands.write("The drone")
    page.face.save()
    assert page.face.open.text().startswith("What you wrote is kept")


def test_what_is_open_follows_what_is_written(page: Page):
    page.face.done.click()
    page.desk.do("All", [revise(page.desk.plan.session, reflection={p.key: "Yes" for p in prompts()})])
    assert "answered" not in page.face.open.text()


def test_done_says_why_something_is_not_kept(page: Page):
    page.face.prompts.forms["change"].fields["text"].box.setPlainText("x" * (LONGEST + 1))
    page.face.done.click()
    assert page.said[-1].startswith("Not kept: What would you change?.")
    assert page.answers == {}


def test_f6_goes_round_and_shift_f6_back(page: Page):
    first = page.hands.name
    seen = []
    for _ in range(6):
        seen.append(page.hands.name)
        page.on()
    assert seen == [
        "What went well?",
        "Add voice entry",
        "Changes in this session",
        "Add observation",
        "A note for next time",
        "I have looked back",
    ]
    assert page.hands.name == first
    page.hands.press(Key.Key_F6, shift=True)
    assert page.hands.name == "I have looked back"


def test_without_a_change_f6_passes_over_them(page: Page):
    for d in page.desk.plan.adaptations:
        page.desk.do("Remove", edits.remove_adaptation(page.desk.series, page.desk.session, d.id))
    page.on(2)
    assert page.hands.name == "Add observation"


def test_each_answer_is_one_step_named_after_its_prompt(page: Page):
    page.hands.write("The drone")
    page.face.save()
    page.hands.write("The drone, twice")
    page.face.save()
    history = page.desk.workspace.history
    assert (history.count(), history.undoText()) == (1, "Answer ‘What went well?’")
    history.undo()
    assert page.answers == {}
    assert page.face.prompts.forms["went_well"].fields["text"].value() is None


def test_there_is_a_field_for_each_prompt_but_the_one_that_asks_for_notes(page: Page):
    assert list(page.face.prompts.forms) == [prompt.key for prompt in prompts() if prompt.key != NOTES]


def test_an_answer_stays_in_sight_when_its_prompt_is_left_out_and_goes_nowhere_else(page: Page):
    page.hands.write("The drone")
    page.face.save()
    page.desk.do("Out", ask_prompt((), "went_well", asked=False))
    assert list(page.face.prompts.forms)[-1] == "went_well"
    field = page.face.prompts.forms["went_well"].fields["text"]
    assert (field.value(), field.control.accessibleDescription()) == ("The drone", "No longer asked. The answer stays.")
    assert page.answers == {"went_well": "The drone"}


def test_an_answer_in_words_to_the_prompt_for_notes_is_shown(page: Page):
    page.desk.do("Old", [revise(page.desk.plan.session, reflection={NOTES: "Lamp"})])
    assert NOTES not in page.face.prompts.forms
    page.desk.do("Out", ask_prompt((), NOTES, asked=False))
    assert page.face.prompts.forms[NOTES].fields["text"].value() == "Lamp"


def test_prompts_are_worded_left_out_added_and_put_back_by_keys(page: Page):
    hands = page.hands
    hands.push("Edit the prompts")
    assert hands.name == "Prompt 1"
    hands.write("What shone?")
    hands.push("Ask prompt 2")
    hands.push("Add a prompt of your own")
    assert hands.name == "Prompt 8"
    hands.write("Who made tea?")
    hands.push("Back to looking back")
    shown = [form.fields["text"].control.accessibleName() for form in page.face.prompts.forms.values()]
    assert shown[0] == "What shone?" and shown[-1] == "Who made tea?"
    assert "What would you change?" not in shown
    assert page.said[-1] == "‘What would you change?’: left out"
    hands.push("Edit the prompts")
    hands.push("Put our prompts back")
    hands.push("Back to looking back")
    shown = [form.fields["text"].control.accessibleName() for form in page.face.prompts.forms.values()]
    assert shown[:2] == ["What went well?", "What would you change?"] and shown[-1] == "Who made tea?"


def by_tab(page: Page, start: str, times: int) -> list[str]:
    page.hands.go_to(start)
    seen = []
    for _ in range(times):
        seen.append(page.hands.name)
        page.hands.press(Key.Key_Tab)
    return seen


def test_tab_goes_down_the_page_however_often_it_was_made_anew(page: Page):
    answers = [prompt.words for prompt in prompts() if prompt.key != NOTES]
    down = ["Edit the prompts", *answers, "Add voice entry"]
    assert by_tab(page, "Edit the prompts", 8) == down
    page.face.prompts.edit.click()
    worded = [name for n in range(1, 8) for name in (f"Prompt {n}", f"Ask prompt {n}")]
    assert by_tab(page, "Back to looking back", 16) == ["Back to looking back", *worded, "Add a prompt of your own"]
    page.face.prompts.edit.click()
    assert by_tab(page, "Edit the prompts", 8) == down


def test_undoing_a_prompt_of_ones_own_takes_its_row_along(page: Page):
    page.hands.push("Edit the prompts")
    page.desk.do("Add", add_prompt(())[1])
    rows = [len(page.face.prompts.wording.forms)]
    page.desk.workspace.history.undo()
    assert [*rows, len(page.face.prompts.wording.forms)] == [8, 7]


def test_when_every_prompt_is_left_out_one_sentence_is_left(page: Page):
    for prompt in prompts():
        own = page.desk.workspace.own(ReflectionPrompt)
        page.desk.do("Out", ask_prompt(own, prompt.key, asked=False))
    assert not page.face.prompts.nothing.isHidden()
    page.face.start()
    assert page.hands.name == "Edit the prompts"


def test_what_a_young_person_showed_is_added_in_place(page: Page):
    hands = page.hands
    page.on()
    hands.press(Key.Key_Return)
    assert hands.name == "What they said or showed"
    hands.write("Pressed again and again")
    hands.choose("How", "Symbol")
    hands.push("Sky")
    page.face.save()
    (entry,) = page.desk.series.voice
    assert (entry.text, entry.method, entry.from_whom) == ("Pressed again and again", "symbol choice", ("p1",))
    assert (entry.session, entry.date) == ("s1", page.desk.plan.session.date)
    assert page.face.voices.entries.model.rows[0].text == (
        "Pressed again and again · Chosen with symbols by Sky, 8 September · not decided yet"
    )


def test_only_what_was_said_in_this_session_is_beside_it(page: Page):
    page.desk.do("Add", edits.add_voice(page.desk.series, text="Elsewhere", session="s2")[1])
    page.desk.do("Add", edits.add_voice(page.desk.series, text="Somewhere")[1])
    assert page.face.voices.entries.model.rows == ()


def test_what_was_noticed_of_a_person_is_written_with_its_area_and_a_bare_code(page: Page):
    hands = page.hands
    page.on(3)
    hands.press(Key.Key_Return)
    hands.choose("Of whom", "Sky")
    hands.go_to("Musical")
    hands.press(Key.Key_Right, times=2)
    hands.press(Key.Key_Space)
    hands.fill("What you noticed", "Led the stop")
    hands.fill("A framework’s code, if you use one", "r4d")
    (seen,) = page.desk.series.observations
    assert (seen.person, seen.area, seen.text) == ("p1", "social", "Led the stop")
    assert seen.framework == "Sounds of Intent (soundsofintent.org, 2026) R.4.D"
    assert page.face.noticed.entries.model.rows[0].text == "Sky · Social · Led the stop · R.4.D"
    texts = [label.text() for label in page.face.noticed.findChildren(type(page.face.open)) if label.isVisible()]
    assert "Noted so far:\nSounds of Intent, Reactive: R.4.D on 8 September." in texts


def test_what_was_noticed_of_nobody_in_particular_is_of_the_group(page: Page):
    page.face.noticed.entries.add()
    assert page.face.noticed.entries.model.rows[0].text == "The whole group"


def test_a_code_that_is_none_says_so_at_the_field_and_is_not_kept(page: Page):
    page.on(3)
    page.hands.press(Key.Key_Return)
    page.hands.fill("A framework’s code, if you use one", "R.9.D")
    assert "R.9.D is not a code of Sounds of Intent." in page.face.save()
    assert page.desk.series.observations[0].framework is None


def test_a_note_is_changed_and_removed_by_keys(page: Page):
    page.on(4)
    for text in ("Lamp", "Bells"):
        page.hands.write(text)
        page.hands.press(Key.Key_Return)
    page.hands.go_to("Notes for next time")
    page.hands.press(Key.Key_Return)
    assert page.hands.name == "A note for next time"
    page.hands.write("Lamp before the drum")
    page.hands.press(Key.Key_Return)
    assert page.notes == ["Lamp before the drum", "Bells"]
    page.hands.go_to("Notes for next time")
    page.hands.press(Key.Key_Delete, times=2)
    assert page.notes == []
    assert page.hands.name == "A note for next time"
    assert page.said[-1] == "Removed: ‘Bells’"
    page.desk.workspace.history.undo()
    assert page.notes == ["Bells"]


def test_a_note_without_enter_is_kept_when_the_page_is_left(page: Page):
    page.on(4)
    page.hands.write("Lamp")
    assert page.face.save() == ""
    assert page.notes == ["Lamp"]
    assert page.face.save() == "" and len(page.notes) == 1


def test_a_note_that_is_too_long_stays_as_typed_with_the_reason(page: Page):
    page.face.next_time.line.setMaxLength(LONGEST + 1)
    page.face.next_time.line.setText("x" * (LONGEST + 1))
    assert "20,000" in page.face.save()
    assert page.notes == []
    assert len(page.face.next_time.line.text()) > LONGEST


def test_what_became_of_a_note_stands_beside_it(page: Page):
    page.on(4)
    page.hands.write("Lamp")
    page.hands.press(Key.Key_Return)
    page.desk.do("Take", [revise(page.desk.plan.next_time[0], answer="taken")])
    assert page.face.next_time.model.rows[0].text == "Lamp · taken"


def test_parts_stand_under_one_another_where_it_is_narrow(page: Page):
    assert page.face._rows[0].direction() is QBoxLayout.Direction.LeftToRight
    page.face.resize(500, 700)
    QApplication.processEvents()
    assert page.face._rows[0].direction() is QBoxLayout.Direction.TopToBottom


def test_a_field_grows_with_what_is_written_in_it(page: Page):
    box = page.face.prompts.forms["went_well"].fields["text"].box
    before = box.height()
    box.setPlainText("One\nTwo\nThree\nFour")
    assert box.height() > before
    box.setPlainText("\n" * 40)
    assert box.height() < before * 5


def test_a_session_that_has_gone_is_left_alone(page: Page):
    page.desk.do("Remove", edits.remove_session(page.desk.series, page.desk.session))
    page.face.refresh()
    assert page.face.save() == ""

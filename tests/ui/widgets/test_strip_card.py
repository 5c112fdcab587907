"""What the strip shows for an activity is chosen, seen, said and taken back in the activity's panel."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from tests.hands import Hands, in_front

from amie_planner.domain.records import Activity, Card
from amie_planner.ui.widgets.activity_panel import ActivityPanel
from amie_planner.ui.widgets.basics import Scroll
from amie_planner.ui.widgets.picture_picker import PicturePicker

CANARY = "Canary Street"


@pytest.fixture
def panel(qtbot, desk, workspace) -> Iterator[ActivityPanel]:
    """The panel of the song with solos, in a window, told of each change."""
    panel = ActivityPanel(desk, "a3")
    workspace.changed.connect(lambda changes: panel.refresh())
    window = in_front(qtbot, Scroll(panel, "Activity"), 520, 700)
    yield panel
    window.close()


@pytest.fixture
def photo(tmp_path) -> Path:
    """A photo of which the camera told a place."""
    exif = Image.Exif()
    exif[0x010E] = CANARY
    Image.radial_gradient("L").convert("RGB").save(tmp_path / "drum.jpg", exif=exif)
    return tmp_path / "drum.jpg"


def _activity(desk) -> Activity:
    return next(activity for activity in desk.plan.activities if activity.id == "a3")


def _hands(panel) -> Hands:
    return Hands(panel.window())


def test_the_words_of_the_card_are_kept_as_they_are_typed(panel, desk):
    hands = _hands(panel)
    hands.fill("Word on the card", "Drums")
    hands.fill("The same in a second language", "Tambor")
    assert _activity(desk).card == Card.made(word="Drums", second="Tambor")
    hands.go_to("Word on the card", back=True)
    for name in ("Word on the card", "The same in a second language"):
        hands.go_to(name)
        hands.press(Qt.Key.Key_A, ctrl=True)
        hands.press(Qt.Key.Key_Delete)
        hands.press(Qt.Key.Key_Tab)
    assert _activity(desk).card is None


def _choose_symbol(panel, text: str) -> None:
    hands = _hands(panel)

    def pick() -> None:
        (picker,) = panel.findChildren(PicturePicker)
        picker.search.setText(text)
        picker.choose.click()

    hands.meanwhile(pick)
    hands.push("Choose a symbol…")


def test_a_symbol_is_chosen_by_keys_said_and_taken_back(panel, desk, workspace, qtbot):
    assert panel.shown.said.text() == "The symbol “Drum” is shown, as for any activity of this kind."
    _choose_symbol(panel, "rocket")
    qtbot.waitUntil(lambda: _activity(desk).card == Card.made(symbol="rocket"))
    assert panel.shown.said.text() == "The symbol “Rocket” is shown."
    assert panel.shown.picture.accessibleName() == panel.shown.said.text()
    _hands(panel).push("Show the usual symbol")
    assert _activity(desk).card is None
    assert _hands(panel).here is panel.shown.choose
    workspace.history.undo()
    assert panel.shown.said.text() == "The symbol “Rocket” is shown."


def test_an_own_photo_is_kept_without_what_the_camera_told_and_undo_takes_it_back(
    panel, desk, workspace, photo, monkeypatch
):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *asked: (str(photo), ""))
    _hands(panel).push("Own photo or symbol…")
    (picture,) = desk.series.pictures
    assert CANARY.encode() not in b64decode(picture.image)
    assert picture.title == "Rocket song: solos"
    assert panel.shown.said.text() == "Your own picture is shown: Rocket song: solos."
    assert panel.shown.kept.isVisible()
    assert workspace.history.undoText() == "Show an own picture for ‘Rocket song: solos’"
    workspace.history.undo()
    assert desk.series.pictures == ()
    assert _activity(desk).card is None
    assert "Drum" in panel.shown.said.text()


def test_what_has_to_stand_beside_an_own_picture_is_asked_for(panel, desk, photo):
    panel.shown.take(photo)
    hands = _hands(panel)
    hands.fill("What it shows", "Our drum")
    hands.fill("What has to stand beside it", "Symbol © Somebody")
    assert [(p.title, p.credit) for p in desk.series.pictures] == [("Our drum", "Symbol © Somebody")]
    assert panel.shown.said.text() == "Your own picture is shown: Our drum."
    hands.go_to("Remove your own picture", back=True)
    hands.push("Remove your own picture")
    assert desk.series.pictures == ()
    assert "What it shows" not in [field.accessibleName() for field in panel.findChildren(object) if _is_seen(field)]


def _is_seen(field) -> bool:
    return hasattr(field, "accessibleName") and hasattr(field, "isVisible") and field.isVisible()


def test_removing_an_own_picture_shows_the_symbol_that_was_chosen_before(panel, desk, photo, qtbot):
    _choose_symbol(panel, "rocket")
    qtbot.waitUntil(lambda: _activity(desk).card is not None)
    panel.shown.take(photo)
    panel.shown.remove.click()
    assert _activity(desk).card == Card.made(symbol="rocket")


def test_what_cannot_be_read_is_said_and_nothing_changes(panel, desk, tmp_path):
    (tmp_path / "photo.heic").write_bytes(b"\0\0\0\x18ftypheic")
    panel.shown.take(tmp_path / "photo.heic")
    assert "HEIC" in panel.shown.problem.text() and panel.shown.problem.isVisible()
    assert desk.series.pictures == ()
    assert not panel.shown.kept.isVisible()


def test_an_own_picture_can_be_shown_again_and_can_go_from_the_planner(panel, desk, photo, qtbot):
    panel.shown.take(photo)
    hands = _hands(panel)

    def forget() -> None:
        (picker,) = panel.findChildren(PicturePicker)
        assert picker.model.at(0).is_own
        picker.forget.click()
        picker.reject()

    hands.meanwhile(forget)
    hands.push("Choose a symbol…")
    qtbot.waitUntil(lambda: desk.series.pictures == ())
    assert _activity(desk).card is None
    assert "Drum" in panel.shown.said.text()

"""How the window looks: text and edges that can be told from their ground, and text as large as it is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
)
from pytestqt.qtbot import QtBot

from amie_planner.places import resource
from amie_planner.preferences import TEXT_SIZES
from amie_planner.ui import theme
from amie_planner.ui.theme import CONTRAST, CREAM, DARK, LIGHT, Colours
from amie_planner.ui.widgets.blocks import LOOKS

EACH = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST, "cream": CREAM}
ALL = pytest.mark.parametrize("colours", EACH.values(), ids=EACH)
GROUNDS = ("ground", "card", "raised", "wash", "alert_wash")


def luminance(colour: str) -> float:
    """Relative luminance. Source: WCAG 2.2."""
    parts = QColor(colour)
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (parts.redF(), parts.greenF(), parts.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Between 1 and 21. Source: WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_most_there_is():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@ALL
@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("text", GROUNDS),
        ("quiet", GROUNDS[:4]),
        ("alert", ("ground", "card", "raised", "alert_wash")),
        ("accent", ("ground", "card", "raised", "wash")),
        ("on_accent", ("accent",)),
    ],
)
def test_text_can_be_read_on_every_ground_it_stands_on(colours: Colours, text: str, grounds: tuple[str, ...]):
    for ground in grounds:
        assert contrast(getattr(colours, text), getattr(colours, ground)) >= (7 if colours is CONTRAST else 4.5), ground


@ALL
@pytest.mark.parametrize("mark", ["edge", "accent", "alert", "text"])
def test_edges_and_the_mark_of_focus_stand_out_from_their_ground(colours: Colours, mark: str):
    for ground in ("ground", "card", "raised"):
        assert contrast(getattr(colours, mark), getattr(colours, ground)) >= 3, ground


@ALL
def test_every_look_of_a_row_can_be_read_on_its_own_ground(colours: Colours):
    for name, look in LOOKS.items():
        grounds = (look.fill,) if look.fill else ("card", "raised", "wash")
        for ground in grounds:
            assert contrast(getattr(colours, look.colour), getattr(colours, ground)) >= 4.5, (name, ground)
        if look.edge:
            assert contrast(getattr(colours, look.edge), colours.card) >= 3, name


@ALL
def test_what_is_drawn_over_the_time_bar_stands_out_from_every_part_of_it(colours: Colours):
    for strand in colours.strands:
        assert contrast(colours.text, strand) >= 3, strand
        assert contrast(colours.alert, strand) >= 3, strand
        assert contrast(strand, colours.card) >= 1.5, strand


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, as it was after the test."""
    font, palette, sheet, style = qapp.font(), qapp.palette(), qapp.styleSheet(), qapp.style().name()
    yield qapp
    qapp.setStyle(style)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_text_and_targets_grow_as_asked(app: QApplication, qtbot: QtBot, size: int):
    family = theme.load_fonts()
    theme.dress(app, family, 12, "light", 100)
    button = QPushButton("Plan")
    qtbot.addWidget(button)
    before, points = button.sizeHint(), app.font().pointSizeF()
    theme.dress(app, family, 12, "light", size)
    assert app.font().pointSizeF() == pytest.approx(points * size / 100)
    assert app.font().family() == "Atkinson Hyperlegible Next"
    assert button.sizeHint().height() >= before.height() * size / 100 * 0.9
    assert button.sizeHint().height() >= 32


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_the_box_that_is_ticked_grows_with_its_words(
    app: QApplication, qtbot: QtBot, kind: type[QAbstractButton], size: int
):
    theme.dress(app, theme.load_fonts(), 12, "light", size)
    button = kind()
    qtbot.addWidget(button)
    wide = [_mark_of(button, checked=checked) for checked in (False, True)]
    assert wide == [pytest.approx(24 * size / 100, abs=2)] * 2


def _mark_of(button: QAbstractButton, *, checked: bool) -> int:
    """How wide it is, in pixels."""
    option = QStyleOptionButton()
    option.initFrom(button)
    option.state |= QStyle.StateFlag.State_On if checked else QStyle.StateFlag.State_Off
    metric = QStyle.PixelMetric
    wanted = metric.PM_IndicatorWidth if isinstance(button, QCheckBox) else metric.PM_ExclusiveIndicatorWidth
    return button.style().pixelMetric(wanted, option, button)


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_arrows_grow_with_the_text_beside_them(app: QApplication, size: int):
    theme.dress(app, theme.load_fonts(), 12, "light", size)
    found = re.findall(r"arrow \{ image: [^;]*; width: (\d+)px; height: (\d+)px", app.styleSheet())
    assert [(int(wide), int(high)) for wide, high in found] == [
        (pytest.approx(pixels * size / 100, abs=1),) * 2 for pixels in (12, 12, 14)
    ]


def test_a_small_system_font_is_made_large_enough_to_read(app: QApplication):
    theme.dress(app, theme.load_fonts(), 7, "light", 100)
    assert app.font().pointSizeF() == 11


@pytest.mark.parametrize(("name", "expected"), EACH.items())
def test_the_colours_in_use_are_those_of_the_theme(app: QApplication, name: str, expected: Colours):
    theme.dress(app, theme.load_fonts(), 12, name, 100)
    assert theme.colours() == expected
    assert theme.colour("accent") == QColor(expected.accent)


def test_the_sheet_names_no_colour_of_its_own_and_every_picture_is_there(app: QApplication):
    theme.dress(app, theme.load_fonts(), 12, "dark", 100)
    ours = {getattr(DARK, field.name) for field in fields(DARK) if field.name != "strands"}
    sheet = app.styleSheet()
    named = {word.strip(";,") for word in sheet.split() if word.startswith("#") and word[1:7].isalnum()}
    assert {word for word in named if QColor(word).isValid()} <= ours
    assert "$" not in sheet
    pictures = [word[4:-2] for word in sheet.split() if word.startswith("url(")]
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)


def test_no_other_module_names_a_colour():
    folder = Path(theme.__file__).parent
    for module in folder.rglob("*.py"):
        if module.name != "theme.py":
            text = module.read_text(encoding="utf-8")
            assert "#" not in text or not [w for w in text.split('"') if w.startswith("#") and QColor(w).isValid()]
            assert "Qt.GlobalColor" not in text
            assert "setStyleSheet" not in text


def test_the_licence_of_the_typeface_is_with_it():
    assert resource("licences", "AtkinsonHyperlegibleNext-OFL.txt").is_file()

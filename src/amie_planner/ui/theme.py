"""How the window looks: four palettes, one typeface, one accent. The only module that names a colour or a size.

Contrast (tests measure it): text at least 4.5:1 on its ground, 7:1 in high contrast; focus and borders of fields at
least 3:1.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from amie_planner.places import resource

SMALLEST_TARGET = 38
"""Height of the things one presses, in device-independent pixels at normal text size."""
_LEAST_POINTS = 11.0
_GROWING = {
    "target": (SMALLEST_TARGET, 8),
    "line_high": (30, 0),
    "box": (24, 4),
    "box_corner": (5, 0),
    "round": (12, 0),
    "dot": (10, 0),
    "ring": (7, 0),
    "arrow": (14, 0),
    "step": (12, 0),
}
"""What grows with the text: pixels at normal text size, and how many of them are padding or edge, which stays."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour of a theme, by what it is for."""

    ground: str
    card: str
    raised: str
    line: str
    edge: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    wash: str
    alert: str
    alert_wash: str
    strands: tuple[str, ...]


LIGHT = Colours(
    ground="#f6f4f0",
    card="#ffffff",
    raised="#faf8f5",
    line="#e3ded6",
    edge="#767069",
    text="#1c2130",
    quiet="#4d5262",
    accent="#0f6170",
    on_accent="#ffffff",
    wash="#e4eef0",
    alert="#7a3410",
    alert_wash="#fdf1e6",
    strands=("#d8d0c0", "#a9cdd0", "#66a5ad", "#c4b8e0", "#e6c9a8"),
)
DARK = Colours(
    ground="#191a1c",
    card="#232527",
    raised="#2a2d2f",
    line="#3b3f43",
    edge="#92979c",
    text="#f0eee9",
    quiet="#bcbdbe",
    accent="#74c9d4",
    on_accent="#06262b",
    wash="#1f3a3f",
    alert="#f2b48a",
    alert_wash="#3a2a1e",
    strands=("#6d6656", "#3d6a6f", "#275f68", "#5b4f80", "#75593a"),
)
CONTRAST = Colours(
    ground="#000000",
    card="#0b0b0b",
    raised="#161616",
    line="#6f6f6f",
    edge="#ffffff",
    text="#ffffff",
    quiet="#e8e8e8",
    accent="#ffe14d",
    on_accent="#000000",
    wash="#33300a",
    alert="#ffc090",
    alert_wash="#33190a",
    strands=("#5c5646", "#2f5f64", "#1d525a", "#4e4372", "#6a4f31"),
)
CREAM = Colours(
    ground="#f6edd8",
    card="#fffaee",
    raised="#f9f1df",
    line="#e0d4b8",
    edge="#776a50",
    text="#241f15",
    quiet="#524936",
    accent="#0f5c63",
    on_accent="#ffffff",
    wash="#e4ead9",
    alert="#7a3410",
    alert_wash="#fbead2",
    strands=("#dacdae", "#aaccc8", "#67a3a5", "#c8b9dc", "#e6c79f"),
)
_BY_NAME = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST, "cream": CREAM}


def colours() -> Colours:
    """The colours in use."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window).name()
    return next((held for held in _BY_NAME.values() if held.ground == ground), LIGHT)


def colour(name: str) -> QColor:
    """A colour in use, by what it is for."""
    return QColor(getattr(colours(), name))


def load_fonts() -> str:
    """Makes our typeface known and returns its family; the system's own if it cannot be read."""
    for name in ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf"):
        found = QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    families = QFontDatabase.applicationFontFamilies(found) if found >= 0 else []
    return families[0] if families else QGuiApplication.font().family()


def dress(app: QApplication, family: str, points: float, theme: str, text_size: int) -> None:
    """Gives the whole application a theme (system, light, dark, contrast, cream) and a text size (% of `points`)."""
    app.setStyle(QStyleFactory.create("Fusion"))
    chosen = _BY_NAME.get(theme) or _as_the_system(app)
    app.setPalette(_palette(chosen))
    font = QFont(family)
    font.setPointSizeF(max(points, _LEAST_POINTS) * text_size / 100)
    app.setFont(font)
    shade = "dark" if QColor(chosen.ground).lightness() < 128 else "light"
    icons = {name: resource("icons", f"{name}-{shade}.svg").as_posix() for name in ("up", "down", "tick")}
    sizes = {look: f"{font.pointSizeF() * times:.1f}pt" for look, times in (("title", 1.55), ("section", 1.2))}
    sizes |= {name: str(round(pixels * text_size / 100) - less) for name, (pixels, less) in _GROWING.items()}
    app.setStyleSheet(_SHEET.substitute({f.name: getattr(chosen, f.name) for f in fields(chosen)} | sizes | icons))


def _as_the_system(app: QApplication) -> Colours:
    return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def _palette(c: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, value in {
        role.Window: c.ground,
        role.WindowText: c.text,
        role.Base: c.card,
        role.AlternateBase: c.raised,
        role.Text: c.text,
        role.Button: c.card,
        role.ButtonText: c.text,
        role.PlaceholderText: c.quiet,
        role.Highlight: c.accent,
        role.HighlightedText: c.on_accent,
        role.ToolTipBase: c.card,
        role.ToolTipText: c.text,
        role.Link: c.accent,
        role.Mid: c.line,
        role.Light: c.raised,
    }.items():
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(c.quiet))
    return palette


_SHEET = Template("""
QDialog#picker { background: $card; }
QMainWindow, QDialog, QMessageBox, QWidget#screen { background: $ground; }
QWidget#sidebar { background: $card; border: none; border-right: 1px solid $line; }
QFrame#card { background: $card; border: 1px solid $line; border-radius: 9px; }
QLabel { color: $text; background: transparent; }
QLabel#page { border: 2px solid $line; }
QLabel#page:focus { border-color: $accent; }
QLabel[look="title"] { font-size: $title; font-weight: bold; }
QLabel[look="section"] { font-size: $section; font-weight: bold; }
QLabel[look="strong"] { font-weight: bold; }
QLabel[look="quiet"] { color: $quiet; }
QLabel[look="problem"] { color: $alert; font-weight: bold; }
QPushButton, QToolButton {
  background: $card; color: $text; border: 1px solid $edge; border-radius: 7px;
  padding: 3px 13px; min-height: ${target}px;
}
QToolButton { padding: 3px 9px; }
QPushButton:hover, QToolButton:hover { background: $wash; }
QPushButton:disabled, QToolButton:disabled { color: $quiet; border-color: $line; background: $raised; }
QPushButton[look="main"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: bold; }
QPushButton[look="main"]:disabled { background: $raised; color: $quiet; border-color: $line; }
QPushButton[look="face"], QPushButton[look="nav"] { border: 2px solid transparent; background: transparent; }
QPushButton[look="face"] { padding: 3px 6px; }
QPushButton[look="nav"] { text-align: left; }
QPushButton[look="face"]:hover, QPushButton[look="nav"]:hover { background: $wash; }
QPushButton[look="face"]:checked { background: $wash; border-bottom: 2px solid $accent; font-weight: bold; }
QPushButton[look="nav"]:checked { background: $wash; border-left: 4px solid $accent; font-weight: bold; }
QPushButton { outline: none; }
QPushButton:focus { border: 3px solid $text; padding: 1px 11px; }
QPushButton[look="face"]:focus { border: 3px solid $text; padding: 2px 5px; }
QPushButton[look="nav"]:focus { border: 3px solid $text; padding: 2px 12px; }
QPushButton[look="main"]:focus { background: $card; color: $text; border: 3px solid $text; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
  background: $card; color: $text; border: 1px solid $edge; border-radius: 6px;
  padding: 3px 7px; min-height: ${target}px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $quiet;
}
QSpinBox::up-button, QSpinBox::down-button { width: 30px; border: none; background: transparent; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover { background: $wash; }
QSpinBox::up-arrow { image: url($up); width: ${step}px; height: ${step}px; }
QSpinBox::down-arrow { image: url($down); width: ${step}px; height: ${step}px; }
QComboBox::drop-down { width: 30px; border: none; background: transparent; }
QComboBox::down-arrow { image: url($down); width: ${arrow}px; height: ${arrow}px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 3px solid $accent; padding: 1px 5px; }
QComboBox QAbstractItemView { background: $card; color: $text; border: 1px solid $edge; outline: none; }
QComboBox QAbstractItemView::item { min-height: ${target}px; }
QCheckBox, QRadioButton { color: $text; spacing: 9px; border: 2px solid transparent; border-radius: 5px; }
QCheckBox, QRadioButton { min-height: ${line_high}px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QRadioButton::indicator { width: ${box}px; height: ${box}px; }
QCheckBox::indicator, QRadioButton::indicator { border: 2px solid $edge; background: $card; }
QCheckBox::indicator { border-radius: ${box_corner}px; }
QRadioButton::indicator { border-radius: ${round}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($tick); }
QRadioButton::indicator:checked { width: ${dot}px; height: ${dot}px; border: ${ring}px solid $accent; }
QListView { background: transparent; border: 1px solid $line; border-radius: 7px; outline: none; }
QListView:focus { border: 2px solid $accent; }
QListView#plain { border: 2px solid $card; }
QListView#plain:focus { border-color: $accent; }
QTableView { background: $card; border: 2px solid $line; outline: none; }
QTableView:focus { border-color: $accent; }
QTableView QTableCornerButton::section { background: $raised; border: none; border-bottom: 1px solid $line; }
QHeaderView { background: $card; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget#inside { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 13px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: 4px; min-height: 32px; margin: 2px 3px; }
QScrollBar:horizontal { background: transparent; height: 13px; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 4px; min-width: 32px; margin: 3px 2px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QMenuBar { background: $card; color: $text; border-bottom: 1px solid $line; padding: 2px 6px; }
QMenuBar::item { padding: 6px 12px; background: transparent; border-radius: 5px; }
QMenuBar::item:selected, QMenu::item:selected { background: $wash; color: $text; }
QMenu { background: $card; color: $text; border: 1px solid $edge; padding: 5px; }
QMenu::item { padding: 7px 22px; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QLabel#saved { padding: 3px 14px; }
QStatusBar { background: $card; color: $quiet; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QSplitter::handle { background: transparent; }
""")

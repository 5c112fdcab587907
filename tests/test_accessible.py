"""Everybody can use the whole window: every place is named, reached by keys, seen, large enough and never cut."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS
from tests.text_everywhere import with_text_everywhere
from tests.tour import everywhere, settle, window_on
from tests.ui.test_theme import contrast

from amie_planner.cli.demo import samples
from amie_planner.exchange.loading import load
from amie_planner.preferences import TEXT_SIZES
from amie_planner.store.store import Store
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.basics import WholeWindow
from amie_planner.ui.widgets.blocks import WRAP, BlockView, sized
from amie_planner.ui.widgets.tick_box import TickBox

SMALLEST, SMALLEST_MAIN = 24, 32
"""Device-independent pixels. Source: WCAG 2.2, 2.5.8, and the window's own rule for main actions."""


def faces_of(face: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything that assistive technology finds from here on, but for what is not shown."""
    if face.state().invisible:
        return
    yield face
    for n in range(face.childCount()):
        if (child := face.child(n)) is not None:
            yield from faces_of(child)


def stops(top: QWidget) -> list[QWidget]:
    """Where Tab stops, from the first control on until it comes back to it."""
    first = min(reachable(top), key=lambda w: _reads_from(top, w.mapTo(top, QPoint(0, 0))))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen = [first]
    for _ in range(200):
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here in seen:
            assert here is first, f"Tab is caught between {here.accessibleName()} and {seen[-1].accessibleName()}"
            return seen
        seen.append(here)
    raise AssertionError("Tab never came round")


def _reads_from(top: QWidget, place: QPoint) -> tuple[int, int]:
    """A window is read from its sidebar on, a dialog from its top."""
    return (place.y(), place.x()) if isinstance(top, QDialog) else (place.x(), place.y())


def reachable(top: QWidget) -> set[QWidget]:
    """Everything that takes the focus by Tab."""
    tab = Qt.FocusPolicy.TabFocus
    return {
        w
        for w in top.findChildren(QWidget)
        if w.isVisible() and w.isEnabled() and w.focusPolicy() & tab and w.focusProxy() is None and w.window() is top
    }


def test_every_control_has_a_name_that_is_not_its_value(qtbot: QtBot, store: Store):
    unnamed = []
    with window_on(qtbot, store, *samples()) as window:
        for place, top in everywhere(window):
            for face in faces_of(QAccessible.queryAccessibleInterface(top)):
                if face.state().focusable and not _named(face):
                    unnamed.append((place, face.role().name, face.text(QAccessible.Text.Value)))
    assert not unnamed


def _named(face: QAccessibleInterface) -> bool:
    widget = face.object()
    if isinstance(widget, QComboBox):  # Qt tells its value as its name on Linux, where its label stands beside it
        labels = [face.role() for face, _ in face.relations(QAccessible.RelationFlag.Label)]
        return bool(widget.accessibleName()) and (QAccessible.Role.StaticText in labels)
    name = face.text(QAccessible.Text.Name).strip()
    return bool(name) and (name != face.text(QAccessible.Text.Value).strip() or isinstance(widget, QLabel))


def test_what_a_control_shows_is_part_of_its_name(qtbot: QtBot, store: Store):
    otherwise = []
    with window_on(qtbot, store, *samples()) as window:
        for place, top in everywhere(window):
            for button in top.findChildren(QAbstractButton):
                shown = button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
                name = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
                if button.isVisible() and shown not in name:
                    otherwise.append((place, shown, name))
    assert not otherwise


def test_tab_goes_to_every_control_in_the_order_of_reading_and_comes_round(qtbot: QtBot, store: Store):
    missed, jumps = [], []
    with window_on(qtbot, store, *samples()) as window:
        for place, top in everywhere(window):
            visited = stops(top)
            of_groups = (QRadioButton,)
            missed += [
                (place, w.accessibleName()) for w in reachable(top) - set(visited) if not isinstance(w, of_groups)
            ]
            for one, other in pairwise(visited):
                if (group := _shared(one, other)) and _before(_in(group, other), _in(group, one)):
                    jumps.append((place, one.accessibleName(), other.accessibleName()))
    assert not missed
    assert not jumps


def test_looking_everywhere_changes_nothing(qtbot: QtBot, store: Store):
    held = with_text_everywhere(load(SPACE_SOUNDS), "  spaced, with; marks \n\tand lines\r\n")
    with window_on(qtbot, store, held) as window:
        for _, top in everywhere(window):
            stops(top)
        assert not window._workspace.history.canUndo()
    assert store.series(held.programme.id) == held


def _shared(one: QWidget, other: QWidget) -> QWidget | None:
    """The innermost box, scrolled content or dialog that holds both."""
    holder = one.parentWidget()
    while holder is not None and not holder.isAncestorOf(other):
        holder = holder.parentWidget()
    while holder is not None and holder.objectName() not in ("card", "inside", "screen") and not holder.isWindow():
        holder = holder.parentWidget()
    return holder


def _in(group: QWidget, widget: QWidget) -> QRect:
    """Where a widget stands in a box; what scrolls in the box stands where its scrolling place does."""
    holder, shown = widget.parentWidget(), widget
    while holder is not None and holder is not group:
        if isinstance(holder, QAbstractScrollArea) and shown is holder.viewport():
            widget = holder
        shown, holder = holder, holder.parentWidget()
    return QRect(widget.mapTo(group, QPoint(0, 0)), widget.size())


def _before(one: QRect, other: QRect) -> bool:
    """Whether one is read before the other: it stands above it, or left of it in the same line."""
    if one.bottom() < other.top():
        return one.left() <= other.right() and other.left() <= one.right()
    same_line = one.top() <= other.center().y() <= one.bottom()
    return same_line and one.right() < other.left()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast", "cream"])
def test_what_has_the_focus_has_an_edge_of_two_pixels_that_stands_out(qtbot: QtBot, store: Store, theme: str):
    faint = {}
    with window_on(qtbot, store, *samples(), theme=theme) as window:
        for place, top in everywhere(window):
            for widget in sorted(reachable(top), key=lambda w: _reads_from(top, w.mapTo(top, QPoint(0, 0)))):
                kind = (type(widget).__name__, str(widget.property("look")), widget.objectName())
                if kind not in faint and widget.width() > SMALLEST:
                    faint[kind] = (place, _share_of_edge(top, widget))
    assert not {kind: share for kind, share in faint.items() if share[1] < 0.7}


def _share_of_edge(top: QWidget, widget: QWidget) -> float:
    """How much of an edge of two pixels changes by 3:1 or more when the widget gets the focus."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    place = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())
    whole = widget.visibleRegion().boundingRect() == widget.rect()
    with_focus = (top.grab(place) if whole else widget.grab()).toImage()
    widget.clearFocus()
    settle()
    without = (top.grab(place) if whole else widget.grab()).toImage()
    changed = sum(
        contrast(without.pixelColor(x, y).name(), with_focus.pixelColor(x, y).name()) >= 3
        for x, y in _ring(with_focus, 6)
        if without.pixel(x, y) != with_focus.pixel(x, y)
    )
    return changed / (4 * (with_focus.width() + with_focus.height()))


def _ring(image: QImage, thick: int) -> Iterator[tuple[int, int]]:
    for y in range(image.height()):
        inside = thick <= y < image.height() - thick
        for x in range(image.width()):
            if not inside or x < thick or x >= image.width() - thick:
                yield x, y


def test_what_has_the_focus_is_in_sight(qtbot: QtBot, store: Store):
    hidden = []
    with window_on(qtbot, store, *samples()) as window:
        for place, top in everywhere(window):
            for widget in stops(top):
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                settle()
                seen = widget.visibleRegion().boundingRect()
                if seen.height() < min(widget.height(), SMALLEST) or seen.width() < min(widget.width(), SMALLEST):
                    hidden.append((place, widget.accessibleName()))
    assert not hidden


@pytest.mark.parametrize("size", [100, 200])
def test_what_one_presses_is_large_enough(qtbot: QtBot, store: Store, size: int):
    small = []
    with window_on(qtbot, store, *samples(), text_size=size) as window:
        for place, top in everywhere(window):
            for widget in reachable(top):
                main = widget.property("look") == "main"
                least = SMALLEST_MAIN if main else SMALLEST
                if min(widget.width(), widget.height()) < least:
                    small.append((place, widget.accessibleName(), widget.size().toTuple()))
            for view in top.findChildren(QListView):
                rows = range(view.model().rowCount()) if view.isVisible() else ()
                small += [(place, view.accessibleName(), n) for n in rows if view.sizeHintForRow(n) < SMALLEST]
    assert not small


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_no_text_is_cut_at_any_size_on_a_small_screen(qtbot: QtBot, store: Store, size: int):
    cut = []
    with window_on(qtbot, store, *samples(), text_size=size) as window:
        window.resize(QSize(1366, 768))
        settle()
        for place, top in everywhere(window):
            if top is window:
                assert window.size() == QSize(1366, 768)
                whole = window.findChild(WholeWindow)
                if whole.horizontalScrollBar().maximum():
                    cut.append((place, "the window scrolls sideways", whole.horizontalScrollBar().maximum()))
            for widget in top.findChildren(QWidget):
                if widget.isVisible() and widget.window() is top and (amiss := _cut(widget)):
                    cut.append((place, _text(widget), amiss))
    assert not cut


def _text(widget: QWidget) -> str:
    return str(getattr(widget, "text", widget.accessibleName)() or widget.accessibleName())[:40]


def _cut(widget: QWidget) -> str:
    """What is amiss with the room that a widget has for its text."""
    if isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit | QSpinBox | QPlainTextEdit):
        return _outside(widget) or _squeezed(widget)
    if isinstance(widget, BlockView):
        return _rows_cut(widget)
    return ""


def _squeezed(widget: QWidget) -> str:
    metrics = widget.fontMetrics()
    if isinstance(widget, QLabel) and widget.text():
        if widget.height() < widget.heightForWidth(widget.width()) if widget.wordWrap() else False:
            return f"needs {widget.heightForWidth(widget.width())} and is {widget.height()} tall"
        longest = max((metrics.horizontalAdvance(word) for word in widget.text().split()), default=0)
        if longest > widget.contentsRect().width():
            return "a word is wider than its label"
        if not widget.wordWrap() and widget.width() < widget.sizeHint().width():
            return "is narrower than its text"
    if isinstance(widget, TickBox):
        needed = widget.heightForWidth(widget.width())
        return f"needs {needed} and is {widget.height()} tall" if needed > widget.height() else ""
    if isinstance(widget, QAbstractButton) and not _fits(widget.sizeHint(), widget.size()):
        return f"needs {widget.sizeHint().toTuple()} and is {widget.size().toTuple()}"
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget)
        if metrics.horizontalAdvance(widget.currentText()) > room.width():
            return f"shows {room.width()} of {metrics.horizontalAdvance(widget.currentText())} wide"
    if isinstance(widget, QLineEdit | QSpinBox | QComboBox) and widget.height() < metrics.height():
        return "is lower than its text"
    return ""


def _fits(needed: QSize, given: QSize) -> bool:
    return needed.width() <= given.width() and needed.height() <= given.height()


def _outside(widget: QWidget) -> str:
    """Whether a widget sticks out of what holds it, where no scrolling reaches it."""
    holder = widget.parentWidget()
    if holder is None or widget.isWindow():
        return ""
    area = holder.parentWidget()
    if isinstance(area, QAbstractScrollArea) and holder is area.viewport():
        sideways = widget.x() < 0 or widget.geometry().right() >= holder.width()
        inside = "" if isinstance(area, WholeWindow) or not sideways else "sticks out sideways"
        return inside or _outside(area)
    if not holder.rect().contains(widget.geometry()):
        return f"{type(widget).__name__} sticks out of {type(holder).__name__}"
    return _outside(holder)


def _rows_cut(view: BlockView) -> str:
    width = view.viewport().width()
    for n in range(view.model().rowCount()):
        blocks = list(view.itemDelegate()._lay_out(view.model().index(n, 0).data(RowList.ROW), width, view.font()))
        for block in blocks:
            metrics = QFontMetrics(sized(view.font(), block.look))
            room = block.rect.adjusted(12, 4, -8, 0) if block.look in ("met", "open") else block.rect
            needed = metrics.boundingRect(0, 0, room.width(), 1 << 16, WRAP, block.text)
            longest = max((metrics.horizontalAdvance(word) for word in block.text.split()), default=0)
            if needed.height() > room.height() or longest > room.width() or block.rect.right() > width:
                return f"“{block.text[:30]}” in row {n}"
        if view.sizeHintForRow(n) <= max(block.rect.bottom() for block in blocks):
            return f"row {n} is lower than its text"
    return ""


@pytest.mark.parametrize("size", [100, 200])
def test_a_word_without_end_does_not_push_the_window_wide(qtbot: QtBot, store: Store, size: int):
    wide = []
    endless = with_text_everywhere(load(SPACE_SOUNDS), "Donaudampfschifffahrt" * 20)
    with window_on(qtbot, store, endless, text_size=size) as window:
        for place, top in everywhere(window):
            if top is window and (more := window.findChild(WholeWindow).horizontalScrollBar().maximum()):
                wide.append((place[-20:], more))
            elif top is not window and top.width() > window.width():
                wide.append((place[-20:], top.width()))
    assert not wide


def test_a_tick_box_says_whether_it_is_on(qtbot: QtBot, store: Store):
    with window_on(qtbot, store, *samples()) as window:
        for _, top in everywhere(window):
            for box in top.findChildren(QCheckBox):
                assert bool(QAccessible.queryAccessibleInterface(box).state().checked) == box.isChecked()

"""Which days a leader looks back over: a stretch that has a name, or a first and a last day as they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from amie_planner.errors import AmieError
from amie_planner.ui.models.periods import Stretch
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.fields import ChoiceField, DateField, Field
from amie_planner.ui.widgets.flow import Flow

_OTHER = "Other days"
_BEGINNING, _END = "the beginning", "the end"
_IF_OPEN = " Leave it empty to begin with the first session.", " Leave it empty to go on to the last session."
_BETWEEN = 14
_LONGEST_NAME = 52
"""Letters. The days that stand at the end of a name are 38 of them at most."""
_KEPT_END = 39
_AROUND_DAY = 34
"""Device-independent pixels beside a day in its field."""


class PeriodChoice(QWidget):
    """chosen(): other days, by the leader's hand. Where they `may_be_open`, a day that is left out is no limit."""

    chosen = Signal()

    def __init__(self, *, may_be_open: bool = True) -> None:
        super().__init__()
        self._offered: tuple[Stretch, ...] = ()
        self.stretch = _StretchField()
        self.first, self.last = DateField(), DateField()
        self.stretch.called("Days", "")
        open_first, open_last = _IF_OPEN if may_be_open else ("", "")
        self.first.called("From", f"Day first, such as 1/9/2026.{open_first}")
        self.last.called("To", f"Day first, such as 20/12/2026.{open_last}")
        if may_be_open:
            self.first.line.setPlaceholderText(_BEGINNING)
            self.last.line.setPlaceholderText(_END)
        named = ("Days", self.stretch), ("From", self.first), ("To", self.last)
        stretch, *days = (_labelled(name, field) for name, field in named)
        self.setLayout(Flow(stretch, _together(*days), spacing=_BETWEEN))
        self.setFocusProxy(self.stretch)
        self.stretch.edited.connect(self._fill)
        for field in (self.first, self.last):
            field.edited.connect(self._typed)

    def changeEvent(self, event: QEvent) -> None:
        """A day takes the room of a day, at any text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            for field in (self.first, self.last):
                wide = self.fontMetrics().horizontalAdvance(_BEGINNING)
                field.line.setFixedWidth(wide + _AROUND_DAY)

    def offer(self, stretches: Sequence[Stretch]) -> None:
        """Offers these. The chosen one stays chosen while it is there, and its days follow it."""
        self._offered = tuple(stretches)
        self.stretch.offer(self._offered)
        self.show_stretch(self.stretch.value())

    def show_stretch(self, id: str | None) -> None:
        """Chooses a stretch and shows its days; None leaves the days as they are."""
        self.stretch.show_value(id)
        for stretch in self._offered:
            if stretch.id == id:
                self.first.show_value(stretch.first)
                self.last.show_value(stretch.last)

    def value(self) -> tuple[date | None, date | None]:
        """The first day and the last; None where it is open. Raises AmieError."""
        first, last = self.first.value(), self.last.value()
        if first and last and first > last:
            raise AmieError("The period ends before it begins.", "Change one of the two days.")
        return first, last

    @property
    def to_mend(self) -> DateField | None:
        """The day that is none, or is left out, or comes before the first."""
        for field in (self.first, self.last):
            try:
                if field.value() is None:
                    return field
            except AmieError:
                return field
        return self.last if self.first.value() > self.last.value() else None

    def _fill(self) -> None:
        self.show_stretch(self.stretch.value())
        self.chosen.emit()

    def _typed(self) -> None:
        """Days that are those of a stretch are called by its name."""
        try:
            days = self.value()
        except AmieError:
            days = None
        named = (stretch.id for stretch in self._offered if (stretch.first, stretch.last) == days)
        self.stretch.show_value(next(named, None))
        self.chosen.emit()


class _StretchField(ChoiceField):
    """Its value is the id of a stretch, or None for days of the leader's own."""

    def __init__(self) -> None:
        super().__init__((), _OTHER)
        self.combo.asks_for_all = True
        self.combo.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.combo.currentIndexChanged.connect(self._say_whole)

    def _say_whole(self, at: int) -> None:
        """A name that is cut is said whole to whoever cannot see it; its days stand in full beside it."""
        whole = self.combo.itemData(at, _WHOLE)
        cut = whole and whole != self.combo.itemText(at)
        self.combo.setAccessibleDescription(whole if cut else "")

    def offer(self, stretches: Sequence[Stretch]) -> None:
        """Offers these, and other days last."""
        chosen = self.value()
        keys = [*(stretch.id for stretch in stretches), None]
        names = [*(" ".join(stretch.name.split()) for stretch in stretches), _OTHER]
        if keys != self._keys or names != [self.combo.itemData(n, _WHOLE) for n in range(self.combo.count())]:
            self._keys = keys
            self.combo.clear()
            for n, name in enumerate(names):
                self.combo.addItem(_without_its_middle(name))
                for role in (_WHOLE, Qt.ItemDataRole.AccessibleTextRole):
                    self.combo.setItemData(n, name, role)
        self.show_value(chosen if chosen in keys else None)


_WHOLE = Qt.ItemDataRole.ToolTipRole


def _without_its_middle(name: str) -> str:
    """A name that is too long keeps its beginning and the days at its end."""
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[: _LONGEST_NAME - _KEPT_END - 1].rstrip()}…{name[-_KEPT_END:]}"


def _together(*days: QWidget) -> QWidget:
    """The two days, under one another only where they do not fit side by side."""
    both = QWidget()
    both.setLayout(Flow(*days, spacing=_BETWEEN))
    return both


def _labelled(name: str, field: Field) -> QWidget:
    """A field with its name before it, that stay together."""
    label = Label(name, "strong", wrap=False)
    label.setBuddy(field.control)
    both = QWidget()
    layout = QHBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(label)
    layout.addWidget(field)
    return both

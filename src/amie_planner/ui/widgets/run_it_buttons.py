"""What is pressed while a session runs: large, always in sight, and each says its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from amie_planner.domain.running import Phase, Running
from amie_planner.ui.models.running import Wording
from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.widgets.flow import Flow

LARGE_TARGET = 48
"""Device-independent pixels, at normal text size."""
_LINES = 2.2


class BigButton(Button):
    """A button that is not missed in the midst of a session. Where there is little room it is short of words; its name
    for who hears it stays whole."""

    _whole, _short = "", ""

    def __init__(self, text: str, pressed: Callable[[], object], look: str = "", *, short: str = "") -> None:
        super().__init__(text, pressed, look)
        self._short = short
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # clicked, it leaves Space to go on with the session

    def say(self, text: str, short: str = "") -> None:
        """Changes what the button says, and what it says where there is little room."""
        if (text, short) != (self._whole, self._short):
            self._whole, self._short = text, short
            super().say(text)

    def shorten(self, short: bool) -> None:
        """Says it in few words, or in all."""
        text = ((self._short if short else "") or self._whole).replace("&", "&&")
        if self.text() != text:
            self.setText(text)

    def whole_width(self) -> int:
        """The width it takes with all its words, in device-independent pixels."""
        more = self.fontMetrics().horizontalAdvance(self._whole) - self.fontMetrics().horizontalAdvance(self.text())
        return max(self.sizeHint().width() + more, LARGE_TARGET)

    def sizeHint(self) -> QSize:
        least = max(LARGE_TARGET, round(self.fontMetrics().lineSpacing() * _LINES))
        return super().sizeHint().expandedTo(QSize(least, least))


class RunItButtons(QWidget):
    """The row of buttons, and the single keys that do the same anywhere in `face`."""

    def __init__(self, face: QWidget, does: dict[str, Callable[[], object]]) -> None:
        super().__init__()
        self.go = BigButton("", does["go"], "main")
        self.back = BigButton("", does["back"])
        self.one = BigButton("+1 minute (+)", does["one"], short="+1 (+)")
        self.five = BigButton("+5 minutes (5)", does["five"], short="+5 (5)")
        self.skip = BigButton("Skip the next (S)", does["skip"], short="Skip (S)")
        self.hide_words = BigButton("", does["hide"])
        self.end = BigButton("End (E)", does["end"])
        self.again = BigButton("Begin again", does["again"])
        self._does = {"go": self.go, "back": self.back, "one": self.one, "five": self.five, "skip": self.skip}
        self.setLayout(Flow(*self.all, spacing=8))
        for name, keys in _KEYS.items():
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), face)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(does[name])

    def event(self, event: QEvent) -> bool:
        """Keeps to one line while it can, and keeps room for every line: no button is ever out of sight."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and (layout := self.layout()) is not None:
            seen = [button for button in self.all if not button.isHidden()]
            wide = sum(button.whole_width() for button in seen) + layout.spacing() * (len(seen) - 1)
            for button in seen:
                button.shorten(wide > self.width())
            self.setMinimumHeight(layout.heightForWidth(self.width()))
        return done

    def show_run(self, run: Running, strand: str, wording: Wording, *, begins: bool, can: Mapping[str, bool]) -> None:
        """Shows what is pressed as the session stands. What cannot be pressed now keeps its place, so that no other
        button comes under the hand."""
        under_way, over = run.phase is Phase.UNDER_WAY, run.phase is Phase.OVER
        words, short = _next(run, strand, wording) if under_way else ("Begin", "")
        self.go.say(f"{words} (Space)", short)
        self.back.say("Open it again (B)" if over else "Back (B)")
        hides = "Hide" if wording.private else "Show"
        self.hide_words.say(f"{hides} private words (H)", f"{hides} (H)")
        there = {self.go: under_way or (begins and not over), self.back: under_way or over}
        there |= {button: under_way for button in (self.one, self.five, self.skip, self.end)}
        there |= {self.hide_words: bool(run.steps), self.again: over and begins}
        for button, seen in there.items():
            button.setVisible(seen)
        for does, button in self._does.items():
            button.setEnabled(can[does])

    @property
    def all(self) -> tuple[BigButton, ...]:
        """The buttons from left to right."""
        return (self.go, self.back, self.one, self.five, self.skip, self.hide_words, self.end, self.again)


def _next(run: Running, strand: str, wording: Wording) -> tuple[str, str]:
    """What going on is called, and what where there is little room."""
    group = run.group(strand)
    if len(run.groups) > 1 and (of := wording.said(strand)):
        return f"Next for {of}", f"Next for {of}"
    last = group is not None and not group.next and not any(g.going for g in run.groups if g is not group)
    return ("End the session", "End it (Space)") if last else ("Next", "")


_KEYS: dict[str, tuple[Qt.Key, ...]] = {
    "go": (Qt.Key.Key_N, Qt.Key.Key_Right),
    "back": (Qt.Key.Key_B, Qt.Key.Key_Left),
    "one": (Qt.Key.Key_Plus, Qt.Key.Key_Equal),
    "five": (Qt.Key.Key_5,),
    "skip": (Qt.Key.Key_S,),
    "hide": (Qt.Key.Key_H,),
    "end": (Qt.Key.Key_E,),
}

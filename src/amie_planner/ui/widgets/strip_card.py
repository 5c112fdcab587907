"""What the participant strip shows for an activity: a symbol of the program, or the leader's own picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from amie_planner.domain import words
from amie_planner.domain.cards import Shown, shown
from amie_planner.domain.edits.cards import remove_picture, show_new_picture, show_picture, show_symbol
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.records import Activity
from amie_planner.errors import AmieError
from amie_planner.ui.models.card_pictures import NO_TITLE, PictureRow
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.detail import Asked, Stack, held_now
from amie_planner.ui.widgets.fields import TextField
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.picture_picker import PicturePicker
from amie_planner.ui.widgets.pictured import pixmap
from amie_planner.ui.workspace import OpenSession, shortened

_LINES = 5
"""How tall the picture is, in lines of text."""
_FILES = "Pictures (*.png *.jpg *.jpeg *.webp *.heic)"
_KEPT = "Kept in your planner file: made smaller, and without what the camera wrote into it, such as the place."
_ABOUT_OWN = (
    "Your own can be a photo, or a symbol of Widgit, Makaton or ARASAAC if you hold a licence. "
    "Ask first whoever is in a photo."
)
_OWN = (
    Asked("title", "What it shows", TextField),
    Asked("credit", "What has to stand beside it", TextField, "Such as © and a name, if its licence asks for it."),
)


class StripCard(QWidget):
    """The picture as it is now, and the buttons that change it."""

    def __init__(self, desk: OpenSession, activity: str) -> None:
        super().__init__()
        self._desk = desk
        self._id = activity
        self._seen: object = None
        self._own = ""
        self._form: Stack | None = None
        self.picture = Label("", wrap=False)
        self.said = Label("")
        self.kept = Label(_KEPT, "quiet")
        self.problem = Label("", "problem")
        self.choose = Button("Choose a symbol…", self._pick)
        self.own = Button("Own photo or symbol…", self._ask_for_file)
        self.remove = Button("", self._remove)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.picture)
        self._layout.addWidget(self.said)
        self._layout.addLayout(Flow(self.choose, self.own, self.remove))
        for told in (self.kept, self.problem):
            self._layout.addWidget(told)
            told.hide()
        self._layout.addWidget(Label(_ABOUT_OWN, "quiet"))
        self.refresh()

    def save(self) -> None:
        """Keeps what is being typed."""
        if self._form is not None:
            self._form.save()

    def refresh(self) -> None:
        """Shows what is held now."""
        if (activity := self._activity) is None:
            return
        now = shown(activity, self._desk.series.pictures)
        state = (now.symbol, now.own, self.fontMetrics().lineSpacing(), self.devicePixelRatioF())
        if state != self._seen:
            self._seen = state
            side = self.fontMetrics().lineSpacing() * _LINES
            self.picture.setPixmap(pixmap(now.own or now.symbol, side, self.devicePixelRatioF()))
        self._tell(activity, now)
        self._ask_about_own(now.own.id if now.own else "")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._seen is not None:
            self.refresh()

    @property
    def _activity(self) -> Activity | None:
        return next((a for a in self._desk.plan.activities if a.id == self._id), None)

    def _tell(self, activity: Activity, now: Shown) -> None:
        chosen = bool(activity.card and activity.card.symbol)
        if now.own:
            what = f"Your own picture is shown: {now.own.title or NO_TITLE}."
        elif chosen:
            what = f"The symbol “{now.symbol.label}” is shown."
        else:
            what = f"The symbol “{now.symbol.label}” is shown, as for any activity of this kind."
        self.said.setText(what)
        self.picture.setAccessibleName(what)
        self.remove.say("Remove your own picture" if now.own else "Show the usual symbol")
        if self.remove.hasFocus() and not (now.own or chosen):
            self.choose.setFocus()
        self.remove.setVisible(bool(now.own) or chosen)

    def _ask_about_own(self, picture: str) -> None:
        """A form over the picture that is shown, if it is the leader's own."""
        if picture != self._own:
            if self._form is not None:
                self._form.save()
                self._layout.removeWidget(self._form)
                self._form.hide()
                self._form.deleteLater()
            self._own, self._form = picture, self._form_of(picture) if picture else None
        elif self._form is not None:
            self._form.refresh()

    def _form_of(self, picture: str) -> Stack:
        read = held_now(lambda: self._desk.series.pictures, picture)
        stack = Stack()
        stack.form(_OWN, read, self._desk.keeping(read))
        self._layout.addWidget(stack)
        return stack

    def _pick(self) -> None:
        if (activity := self._activity) is None:
            return
        title = f"What “{words.activity_title(activity)}” shows"
        picker = PicturePicker(self, title, lambda: self._desk.series.pictures)
        picker.picked.connect(self._show)
        picker.forgotten.connect(self._forget)
        picker.finished.connect(picker.deleteLater)
        picker.resize(picker.sizeHint())
        picker.open()

    def _show(self, row: PictureRow) -> None:
        if (activity := self._activity) is not None:
            show = show_picture if row.is_own else show_symbol
            self._do(activity, "Change what is shown for", show(self._desk.series, activity, row.key))

    def _forget(self, row: PictureRow) -> None:
        self._desk.do(f"Remove the picture ‘{shortened(row.text)}’", remove_picture(self._desk.series, row.key))
        self.refresh()

    def _remove(self) -> None:
        if (activity := self._activity) is not None:
            card = activity.card
            symbol = card.symbol if card and card.picture else None
            self._do(activity, "Remove what is shown for", show_symbol(self._desk.series, activity, symbol))

    def _ask_for_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Own photo or symbol", "", _FILES)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Takes a picture file into the planner file and shows it, or says why that cannot be."""
        from amie_planner.exchange.pictures import from_file

        activity = self._activity
        if activity is None:
            return
        try:
            image = from_file(path)
            title = shown(activity, ()).word
            changes = show_new_picture(self._desk.series, activity, title=title, image=image)
            self._do(activity, "Show an own picture for", changes)
        except AmieError as error:
            self._say(str(error))
        else:
            self.kept.show()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.kept, _KEPT))

    def _do(self, activity: Activity, what: str, changes: Changes) -> None:
        self._say("")
        self.kept.hide()
        self._desk.do(f"{what} ‘{shortened(words.activity_title(activity))}’", changes)
        self.refresh()

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.problem, problem))

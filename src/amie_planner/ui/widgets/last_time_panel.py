"""Beside the plan: what earlier sessions offer to this one, each to be taken, parked or declined by one key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from amie_planner.domain import carrying_on
from amie_planner.domain.edits.carrying_on import take_all
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.records import Adaptation
from amie_planner.domain.vocabulary import Then
from amie_planner.errors import AmieError
from amie_planner.ui.models.last_time import Offered, OfferRow, what_comes_back
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.blocks import PAD, Block, text_block
from amie_planner.ui.widgets.detail import Asked, Stack, held_now
from amie_planner.ui.widgets.fitted_view import FittedView
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.ticks import ManyField
from amie_planner.ui.workspace import OpenSession, shortened

_EMPTY = "Nothing from earlier sessions waits for an answer here."
_ABOUT = (
    "Notes, changes, ideas, what HEARD was to ask again and what you would change. Take (T) brings it into this "
    "session, Park (P) asks again in the session after, Decline (D) lets it go."
)
_LETTERS = 240
"""Of a change whose place is asked for."""
_KEYS_SAID = "T takes, P parks, D declines."


class LastTimePanel(Stack):
    """said(text): what was answered; finished(): nothing is left to answer, and the focus has nowhere to be."""

    said = Signal(str)
    finished = Signal()

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[Offered, ...] = ()
        self._places: dict[str, Stack] = {}
        self.model: RowList[OfferRow] = RowList(self)
        self.view = _OffersView(self.model)
        self.empty = Label(_EMPTY, "quiet")
        self.about = Label(_ABOUT, "quiet")
        self.take = Button("Take", self.take_chosen, "main")
        self.park = Button("Park", self.park_chosen)
        self.decline = Button("Decline", self.decline_chosen)
        self.take_kept = Button("Take all that are kept", self.take_all_kept)
        for part in (self.empty, self.about, self.view):
            self._layout.addWidget(part)
        self._layout.addLayout(Flow(self.take, self.park, self.decline, self.take_kept))
        self._below = QVBoxLayout()
        self._layout.addLayout(self._below)
        self.close_up()
        self.view.take_wanted.connect(self.take_chosen)
        self.view.park_wanted.connect(self.park_chosen)
        self.view.decline_wanted.connect(self.decline_chosen)
        self.refresh()

    @property
    def offers(self) -> tuple[Offered, ...]:
        """What waits for an answer in this session now."""
        return what_comes_back(self._desk)

    def save(self) -> None:
        """Keeps what is being chosen."""
        for place in self._places.values():
            place.save()

    def refresh(self) -> None:
        """Shows what waits now."""
        if self._desk.gone:
            return
        self._shown = offers = self.offers
        self.model.show([offer.row for offer in offers])
        for part in (self.about, self.view, self.take, self.park, self.decline):
            part.setVisible(bool(offers))
        self.take_kept.setVisible(any(_is_kept(offer) for offer in offers))
        self.empty.setVisible(not offers)
        self.view.fit()
        if offers and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))
        self._ask_where()

    def take_chosen(self) -> None:
        """Brings what is chosen into this session."""
        if (offer := self._chosen()) is not None:
            before = {change.id for change in self._desk.plan.adaptations}
            if self._answer(f"Take ‘{offer.name}’", offer.take):
                self._say_taken(offer, before)

    def park_chosen(self) -> None:
        """Leaves what is chosen for the session after."""
        if (offer := self._chosen()) is not None and self._answer(f"Park ‘{offer.name}’", offer.park):
            self.said.emit(f"Parked until the session after: ‘{offer.name}’")

    def decline_chosen(self) -> None:
        """Lets what is chosen go for good; undo brings it back."""
        if (offer := self._chosen()) is not None and self._answer(f"Decline ‘{offer.name}’", offer.decline):
            self.said.emit(f"Declined: ‘{offer.name}’")

    def take_all_kept(self) -> None:
        """Brings in every change that was to be kept, in one step."""
        kept = [offer.change for offer in self._shown if offer.change is not None and _is_kept(offer)]
        ids, changes = take_all(self._desk.series, self._desk.session, kept)
        if self._answer("Take all that are kept", lambda: changes):
            self.said.emit("Taken: one change." if len(ids) == 1 else f"Taken: {len(ids)} changes.")

    def _chosen(self) -> Offered | None:
        row = self.model.at(self.view.currentIndex().row())
        return next((offer for offer in self._shown if row is not None and offer.id == row.id), None)

    def _answer(self, text: str, changes: Callable[[], Changes]) -> bool:
        """Makes the changes, or says why not; the row after the one that goes is chosen."""
        at, in_list = self.view.currentIndex().row(), self.isAncestorOf(QApplication.focusWidget() or self)
        try:
            self._desk.do(text, changes())
        except AmieError as error:
            self.said.emit(str(error))
            return False
        self.refresh()
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(min(at, self.model.rowCount() - 1)))
        elif in_list and self._places:
            next(iter(self._places.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        elif in_list:
            self.finished.emit()
        return True

    def _say_taken(self, offer: Offered, before: set[str]) -> None:
        plan, where, ask = self._desk.plan, offer.taken, ""
        for change in (change for change in plan.adaptations if change.id not in before):
            place = carrying_on.where(change, plan)
            where, ask = (f"into {place}", "") if place else ("", ". Choose where.")
        self.said.emit(f"Taken{f', {where}' if where else ''}: ‘{offer.name}’{ask}")

    def _ask_where(self) -> None:
        """Asks for the place of each change that was taken and has none; it goes on asking until the panel is left."""
        held = {d.id: d for d in self._desk.plan.adaptations}
        for id in [id for id in self._places if id not in held]:
            gone = self._places.pop(id)
            self._below.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for change in held.values():
            if (
                change.follows
                and not change.activities
                and change.id not in self._places
                and self._desk.plan.activities
            ):
                self._places[change.id] = self._place_of(change)
                self._below.addWidget(self._places[change.id])
        for place in self._places.values():
            place.refresh()

    def _place_of(self, change: Adaptation) -> Stack:
        read, offered = held_now(lambda: self._desk.plan.adaptations, change.id), options.activities(self._desk.plan)
        asked = Asked(
            "activities", "In which activities", lambda: ManyField(offered), "Nothing here goes by the same name."
        )
        place = Stack()
        place.form(
            (asked,), read, self._desk.keeping(read), f"Choose where: {shortened(carrying_on.what(change), _LETTERS)}"
        )
        return place


def _is_kept(offer: Offered) -> bool:
    return offer.change is not None and offer.change.adaptation.then is Then.KEEP


class _OffersView(FittedView):
    """take_wanted(), park_wanted(), decline_wanted(): by T, P and D."""

    take_wanted = Signal()
    park_wanted = Signal()
    decline_wanted = Signal()

    def __init__(self, model: RowList[OfferRow]) -> None:
        super().__init__(model, "Offered from earlier sessions", _blocks)
        self.setAccessibleDescription(_KEYS_SAID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        told = {
            Qt.Key.Key_T: self.take_wanted,
            Qt.Key.Key_P: self.park_wanted,
            Qt.Key.Key_D: self.decline_wanted,
        }.get(Qt.Key(event.key()))
        if told is not None and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            told.emit()
        else:
            super().keyPressEvent(event)


def _blocks(row: OfferRow, width: int, font: QFont) -> list[Block]:
    blocks: list[Block] = []
    y = PAD
    lines = (("small", row.kind), ("title", row.text), ("answer", row.went), ("small", row.about), ("group", row.also))
    for look, text in lines:
        if text:
            blocks.append(text_block(look, text, font, PAD, y, width - 2 * PAD))
            y = blocks[-1].rect.bottom() + 3
    return blocks

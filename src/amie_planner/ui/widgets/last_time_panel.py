"""Beside the plan: what earlier sessions offer to this one, each to be taken, parked or declined by one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from amie_planner.domain import carrying_on
from amie_planner.domain.carrying_on import Offer
from amie_planner.domain.changes import Change
from amie_planner.domain.edits.carrying_on import decline, park, take, take_all
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Adaptation
from amie_planner.domain.vocabulary import Then
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
_ABOUT = "Take brings it into this session, Park asks again in the session after, Decline lets it go."
_LETTERS = 240
"""Of a change and of how it went, in a row."""
_KEYS_SAID = "T takes, P parks, D declines."


@dataclass(frozen=True, slots=True)
class OfferRow:
    """What changes, where it comes from and how it went, for whom and where it was, and whether it has waited."""

    id: str
    text: str
    went: str
    about: str
    also: str

    @property
    def spoken(self) -> str:
        return ". ".join(part.rstrip(".") for part in (self.text, self.went, self.about, self.also) if part)


def offer_row(offer: Offer, series: Series, open_on: date | None) -> OfferRow:
    """An offer as the list shows it."""
    return OfferRow(
        offer.id,
        shortened(carrying_on.what(offer.adaptation), _LETTERS),
        shortened(carrying_on.said_of(offer, open_on), _LETTERS),
        shortened(carrying_on.for_whom_and_where(series, offer), _LETTERS),
        carrying_on.also_said_of(offer),
    )


class LastTimePanel(Stack):
    """said(text): what was answered; finished(): nothing is left to answer, and the focus has nowhere to be."""

    said = Signal(str)
    finished = Signal()

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        self._put_off: set[str] = set()
        """Parked here, in a session that is not the next one: they are asked again when it is opened again."""
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
    def offers(self) -> tuple[Offer, ...]:
        """What waits for an answer in this session now."""
        here = carrying_on.offered(self._desk.series, self._desk.session)
        self._put_off &= {offer.id for offer in here if offer.parked}
        return tuple(offer for offer in here if offer.id not in self._put_off)

    def save(self) -> None:
        """Keeps what is being chosen."""
        for place in self._places.values():
            place.save()

    def refresh(self) -> None:
        """Shows what waits now."""
        if self._desk.gone:
            return
        series, offers = self._desk.series, self.offers
        open_on = self._desk.plan.session.date
        self.model.show([offer_row(offer, series, open_on) for offer in offers])
        for part in (self.about, self.view, self.take, self.park, self.decline):
            part.setVisible(bool(offers))
        self.take_kept.setVisible(any(offer.adaptation.then is Then.KEEP for offer in offers))
        self.empty.setVisible(not offers)
        self.view.fit()
        if offers and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))
        self._ask_where()

    def take_chosen(self) -> None:
        """Brings the chosen change into this session."""
        if (offer := self._chosen()) is not None:
            id, changes = take(self._desk.series, self._desk.session, offer)
            self._answer(f"Take ‘{_name(offer)}’", changes)
            self._say_taken(offer, id)

    def park_chosen(self) -> None:
        """Leaves the chosen change for the session after."""
        if (offer := self._chosen()) is not None:
            self._put_off.add(offer.id)
            self._answer(f"Park ‘{_name(offer)}’", park(offer))
            self.said.emit(f"Parked until the session after: ‘{_name(offer)}’")

    def decline_chosen(self) -> None:
        """Lets the chosen change go for good; undo brings it back."""
        if (offer := self._chosen()) is not None:
            self._answer(f"Decline ‘{_name(offer)}’", decline(offer))
            self.said.emit(f"Declined: ‘{_name(offer)}’")

    def take_all_kept(self) -> None:
        """Brings in every change that was to be kept, in one step."""
        kept = [offer for offer in self.offers if offer.adaptation.then is Then.KEEP]
        ids, changes = take_all(self._desk.series, self._desk.session, kept)
        self._answer("Take all that are kept", changes)
        self.said.emit(f"Taken: {len(ids)} changes.")

    def _chosen(self) -> Offer | None:
        row = self.model.at(self.view.currentIndex().row())
        return next((offer for offer in self.offers if row is not None and offer.id == row.id), None)

    def _answer(self, text: str, changes: Sequence[Change]) -> None:
        """Makes the changes; the row after the one that goes is chosen."""
        at, in_list = self.view.currentIndex().row(), self.isAncestorOf(QApplication.focusWidget() or self)
        self._desk.do(text, changes)
        self.refresh()
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(min(at, self.model.rowCount() - 1)))
        elif in_list and self._places:
            next(iter(self._places.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        elif in_list:
            self.finished.emit()

    def _say_taken(self, offer: Offer, id: str) -> None:
        plan = self._desk.plan
        where = next((carrying_on.where(d, plan) for d in plan.adaptations if d.id == id), "")
        self.said.emit(
            f"Taken{f', into {where}' if where else ''}: ‘{_name(offer)}’" + ("" if where else ". Choose where.")
        )

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


def _name(offer: Offer) -> str:
    return shortened(carrying_on.what(offer.adaptation))


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
    for look, text in (("title", row.text), ("answer", row.went), ("small", row.about), ("group", row.also)):
        if text:
            blocks.append(text_block(look, text, font, PAD, y, width - 2 * PAD))
            y = blocks[-1].rect.bottom() + 3
    return blocks

"""The papers of the open session: the preview is the finished PDF, and saving and printing send those very pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from amie_planner import places, preferences
from amie_planner.checks import Heard
from amie_planner.documents import DOCUMENTS, Document, Names, fresh_codes
from amie_planner.domain.plan import Plan
from amie_planner.errors import AmieError
from amie_planner.ui.models.file_saving import FileSaving
from amie_planner.ui.models.own_prompts import OwnPrompts, prompts_asked
from amie_planner.ui.models.papers import FORMS, RULES, Asked, Made, instead_of, made, presets, style_of
from amie_planner.ui.models.said_instead import UNSETTLED, Settled, line_of
from amie_planner.ui.models.working_out import WorkingOut
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.chooser import Chooser
from amie_planner.ui.widgets.exchanging import ask_where
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.paper_list import PaperList
from amie_planner.ui.widgets.paper_pages import PaperPages
from amie_planner.ui.widgets.paper_sets import PaperSets
from amie_planner.ui.widgets.printing import Printing, ask_for_printer
from amie_planner.ui.widgets.term_papers import TermPapers
from amie_planner.ui.widgets.words_in_question import WordsInQuestion

_LETTERS_SIDE_BY_SIDE = 96


class Paper(QWidget):
    """saved(Path): a paper was written. said(text): something to tell. line_wanted(Line): to change the text there.

    shown(): the pages are those of the plan as it is.
    """

    saved = Signal(object)
    said = Signal(str)
    line_wanted = Signal(object)
    shown = Signal()

    def __init__(self, plan: Callable[[], Plan], heard: Callable[[], Heard], own: OwnPrompts = lambda kind: ()) -> None:
        super().__init__()
        self._plan, self._heard, self._own = plan, heard, own
        self._chosen = preferences.read_paper(places.preferences_file())
        self._made: Made | None = None
        self._settled = UNSETTLED
        self._of: object = None
        self._rules: dict[str, str] = {}
        """By paper, the rule for names that was chosen here."""
        self._waits = False
        """Whether the leader was told that the paper is being made."""
        self._told = ""
        """The paper that was last said to be made."""
        self._then: Callable[[], None] | None = None
        """What waits for the paper to be made."""
        self._working, self._saving, self._printing = WorkingOut(self), FileSaving(self), Printing(self)
        self.sets = PaperSets(self._chosen)
        self.list = PaperList(DOCUMENTS)
        self.print_style, self.names = Chooser("Print style"), Chooser("People")
        self.fit = Button("", self._prefer_other_fit)
        self.save = Button("Save PDF…", self.ask_and_save, "main")
        self.save_web = Button("Save as web page…", lambda: self.ask_and_save("html"))
        self.print = Button("Print…", self.ask_and_print)
        self.about, self.problem = Label("", "quiet"), Label("", "problem")
        self.words = WordsInQuestion()
        self.pages = PaperPages()
        self._fit()
        self._arrange()
        self._join()
        self._offer()

    def _arrange(self) -> None:
        self._right = QWidget()
        within = QVBoxLayout(self._right)
        within.setContentsMargins(0, 0, 0, 0)
        within.addLayout(Flow(self.print_style, self.names, self.save, self.save_web, self.print, self.fit, spacing=10))
        for widget in (self.about, self.problem, self.words):
            within.addWidget(widget)
            widget.hide()
        within.addWidget(self.pages, 1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(14)
        self._sides.addWidget(self.list)
        self._sides.addWidget(self._right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sets)
        layout.addLayout(self._sides, 1)

    def _join(self) -> None:
        self.sets.wanted.connect(self.open_set)
        self.list.chosen.connect(self._begin)
        self.print_style.chosen.connect(self._prefer_style)
        self.names.chosen.connect(self._choose_rule)
        self.words.only_a_word.connect(lambda word: self._settle(only_words=self._settled.only_words | {word}))
        self.words.instead.connect(lambda word: self._settle(instead=self._settled.instead | {word}))
        self.words.line_wanted.connect(lambda word: self.line_wanted.emit(line_of(word, self._plan())))
        self._working.worked_out.connect(self._show)
        self._working.taking_long.connect(self._say_making)
        self._saving.saved.connect(self._say_saved)
        self._saving.failed.connect(lambda path, error, written: _raise(error))
        self._saving.taking_long.connect(lambda: self.said.emit("Saving the paper…"))
        self._printing.said.connect(self.said)
        self._printing.failed.connect(_raise)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the list above the pages where there is no room beside them, as with large text."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_SIDE_BY_SIDE
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._sides.direction() != way or not self.list.was_fitted:
            self._sides.setDirection(way)
            self.list.fit(narrow=narrow)
        self._keep_room()

    def _keep_room(self) -> None:
        """Keeps room for what goes on in a next line, so that the pages are never pushed out."""
        for widget in (self._right, self):
            if (layout := widget.layout()) is not None:
                layout.activate()
                widget.setMinimumHeight(max(0, layout.minimumHeightForWidth(widget.width())))

    @property
    def document(self) -> Document:
        """The paper that is shown."""
        return DOCUMENTS[self.list.current]

    def choose(self, at: int) -> None:
        """Shows another paper, by its place in the list."""
        self.list.choose(at)

    @property
    def pdf(self) -> bytes:
        """The finished PDF, waited for where it is being made; empty where something stands in its way."""
        self._working.finish()
        return self._made.pdf if self._made is not None else b""

    def leave(self) -> None:
        """Waits until what is being saved is written and what is being printed has been sent."""
        self._then = None
        self.pages.leave()
        self._saving.finish()
        self._printing.finish()

    def _begin(self) -> None:
        self._offer()
        self.pages.begin()
        self.refresh()

    def _offer(self) -> None:
        """Offers the print styles and the rules for names that the paper allows."""
        document = self.document
        styles = [(style.id, style.name.capitalize()) for style in document.styles]
        self.print_style.offer(styles, style_of(document, self._chosen.style).id)
        self.names.offer([(rule.value, RULES[rule]) for rule in document.names], self._rules.get(document.id, ""))

    def refresh(self) -> None:
        """Makes the paper from the plan as it is now, and shows its pages as soon as they are there."""
        if self.isVisible():
            asked, view, in_sight = self._asked(), self.pages.view, self.pages.in_sight
            self._working.ask(lambda: made(asked, fresh_codes(asked.plan.people), view, in_sight))

    def _asked(self) -> Asked:
        plan, document = self._plan(), self.document
        style, names = style_of(document, self.print_style.value), Names(self.names.value)
        questions, prompts = self._heard().plan_checks, prompts_asked(self._own)
        return Asked(plan, document, style, names, questions, self._decided(plan), prompts)

    def _decided(self, plan: Plan) -> Settled:
        """What was decided about words, as long as the plan stays as it is, and what is asked to look back with."""
        if (now := (plan, prompts_asked(self._own))) != self._of:
            self._of, self._settled = now, UNSETTLED
        return self._settled

    def _show(self, made: Made) -> None:
        self._made = made
        self.about.setText(made.about)
        self.about.setVisible(bool(self.about.text()))
        self.problem.setText(made.problem)
        self.problem.setVisible(bool(made.problem))
        self.words.show_hits(made.hits, instead_of(made.hits, made.asked, fresh_codes(made.asked.plan.people)))
        for button in (self.save, self.save_web, self.print):
            button.setEnabled(bool(made.pdf))
        self.pages.show_pages(made.pdf, made.pages, made.drawn, made.view)
        self._keep_room()
        self._say_made(made)
        self.shown.emit()
        if self._then is not None:
            QTimer.singleShot(0, self, self._then)
            self._then = None

    def _say_making(self) -> None:
        self._waits = True
        self.said.emit("Making the paper…")

    def _say_made(self, made: Made) -> None:
        """Tells whoever was told to wait what has come of it; never leaves what was told of another paper."""
        label = made.asked.document.label
        if self._waits or self._told not in ("", label):
            self.said.emit(made.problem or f"{label} is made.")
            self._told = label
        self._waits = False

    def _settle(self, **decided: frozenset[str]) -> None:
        self._settled = replace(self._settled, **decided)
        self._then = lambda: (self.words.first or self.save).setFocus()
        self.refresh()

    def _prefer_style(self, style: str) -> None:
        self._prefer(style=style)
        self.refresh()

    def _prefer_other_fit(self) -> None:
        self._prefer(fit="width" if self._chosen.fit == "page" else "page")
        self._fit()

    def _fit(self) -> None:
        whole = self._chosen.fit == "page"
        self.pages.show_whole(whole)
        self.fit.say("Page width" if whole else "Whole page")

    def _choose_rule(self, rule: str) -> None:
        self._rules[self.document.id] = rule
        self.refresh()

    def _prefer(self, **chosen: Any) -> None:
        self._chosen = replace(preferences.read_paper(places.preferences_file()), **chosen)
        preferences.write_paper(places.preferences_file(), self._chosen)

    def ask_and_save(self, form: str = "pdf") -> None:
        """Asks where to, then writes the paper that is shown, both once it is made; says why where there is none."""

        def ask(made: Made) -> None:
            if (path := ask_where(self, made.asked.file_called(form), *FORMS[form])) is not None:
                self.save_to(path, form)

        self._once_made(ask)

    def _say_saved(self, path: Path) -> None:
        self._prefer(form=path.suffix[1:].lower())
        self.saved.emit(path)

    def ask_and_print(self) -> None:
        """Opens the system's print dialog, and sends the pages that are shown, once they are made."""

        def ask(made: Made) -> None:
            if (printer := ask_for_printer(self, len(made.pages))) is not None:
                self._printing.send(printer, lambda: [made.file("pdf")])

        self._once_made(ask)

    def _once_made(self, do: Callable[[Made], None]) -> None:
        if self._made is None and not self._working.under_way:
            self.refresh()
        if self._working.under_way:
            self._then = lambda: self._once_made(do)
        elif self._made is None or not self._made.pdf:
            self.said.emit(self.problem.text())
        else:
            do(self._made)

    def save_to(self, path: Path, form: str = "pdf") -> None:
        """Writes the paper that is shown, with codes of its own, beside the window. An old file is whole until then."""
        made = self._made
        if made is None or not made.pdf:
            raise AmieError(self.problem.text() or "There is no paper yet.", "")
        self._saving.save(path, lambda: {path: made.file(form)})

    def open_set(self, id: str) -> None:
        """Shows a set of papers, to print or save it; what was decided about words here holds there too, and back."""
        self._prefer(preset=id)
        preset = next(each for each in presets(self._chosen) if each.id == id)
        plan = self._plan()
        dialog = TermPapers((plan,), self._heard().plan_checks, preset, self, self._decided(plan), self._own)
        dialog.exec()
        self._prefer()
        self.sets.offer(self._chosen)
        if dialog.batch.settled != self._settled:
            self._settled = dialog.batch.settled
            self.refresh()
        if dialog.outcome:
            self.said.emit(dialog.outcome)
        if dialog.to_change is not None:
            self.line_wanted.emit(dialog.to_change[1])
        dialog.deleteLater()


def _raise(error: Exception) -> None:
    raise error

"""The term overview as a paper, to save or to print: its style, how people are called, what of each session is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from amie_planner.checks.check import Line, LineKind
from amie_planner.documents import Names, NamesFound, fresh_codes
from amie_planner.documents.naming import NAMELESS
from amie_planner.documents.session_rows import PARTS
from amie_planner.documents.term_overview import TERM_OVERVIEW
from amie_planner.domain import words
from amie_planner.errors import AmieError
from amie_planner.ui.models.over_time import OverTime
from amie_planner.ui.models.papers import FORMS, RULES
from amie_planner.ui.models.said_instead import line_of
from amie_planner.ui.models.working_out import WorkingOut
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.chooser import Chooser
from amie_planner.ui.widgets.exchanging import ask_where
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.printing import Printing, ask_for_printer, page_count
from amie_planner.ui.widgets.words_in_question import WordsInQuestion
from amie_planner.writing import write_whole

_LETTERS_WIDE = 70


class OverviewPaper(QDialog):
    """`outcome` is what to tell when it has closed; `to_change` is the session and line whose text is to be changed."""

    def __init__(self, over: OverTime, days: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = over
        self._only_words: frozenset[str] = frozenset()
        self._wanted: tuple[str, Callable[[bytes, int], None]] | None = None
        """In which form it was asked for last, and what for."""
        self.outcome = ""
        self.to_change: tuple[str, Line] | None = None
        self.print_style, self.names = Chooser("Print style"), Chooser("People")
        self.problem = Label("", "problem")
        self.words = WordsInQuestion()
        self.save = Button("Save PDF…", self.ask_and_save, "main")
        self.save_web = Button("Save as web page…", lambda: self.ask_and_save("html"))
        self.print = Button("Print…", self.ask_and_print)
        self.close_button = Button("Close", self.reject)
        self._working, self._printing = WorkingOut(self), Printing(self)
        self.setWindowTitle(TERM_OVERVIEW.label)
        self._arrange(days)
        self._join()

    def _arrange(self, days: str) -> None:
        style = TERM_OVERVIEW.styles
        self.print_style.offer([(one.id, f"{one.name[:1].upper()}{one.name[1:]}") for one in style])
        self.names.offer([(rule.value, RULES[rule]) for rule in TERM_OVERVIEW.names])
        seen = words.listed(
            PARTS[part].lower() if part.value != "findings" else "HEARD" for part in self._over.expanded
        )
        with_each = f"With each session: {seen}." if seen else "Sessions stand in it by day, title and status."
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for part in (Label(TERM_OVERVIEW.label, "section"), Label(days, "quiet"), Label(with_each, "quiet")):
            layout.addWidget(part)
        layout.addLayout(Flow(self.print_style, self.names, spacing=10))
        for widget in (self.problem, self.words):
            layout.addWidget(widget)
            widget.hide()
        layout.addStretch(1)
        layout.addLayout(Flow(self.save, self.save_web, self.print, self.close_button))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.save.setFocus()

    def _join(self) -> None:
        for chooser in (self.print_style, self.names):
            chooser.chosen.connect(lambda key: self._say("", None))
        self.words.only_a_word.connect(self._only_a_word)
        self.words.line_wanted.connect(self._change)
        self._working.worked_out.connect(self._use)
        self._working.taking_long.connect(lambda: self._announce("Making the paper…"))
        self._printing.said.connect(self._printed)
        self._printing.failed.connect(lambda error: self._say(str(error), None))

    def ask_and_save(self, form: str = "pdf") -> None:
        """Asks where to, then writes the overview in that form."""
        style = next(one for one in TERM_OVERVIEW.styles if one.id == self.print_style.value)
        path = ask_where(self, TERM_OVERVIEW.file_called(style, form), *FORMS[form])
        if path is not None:
            self.save_to(path, form)

    def save_to(self, path: Path, form: str = "pdf") -> None:
        """Writes it as soon as it is made; until then an old file there is as it was."""
        self._make(form, lambda made, pages: self._write(path, made))

    def ask_and_print(self) -> None:
        """Opens the system's print dialog once the overview is made, and sends its pages."""
        self._make("pdf", self._send)

    def _make(self, form: str, then: Callable[[bytes, int], None]) -> None:
        """Makes it in a form beside the window, then does what it was wanted for."""
        self._wanted = form, then
        self._say("", None)
        over, rule, allowed = self._over, Names(self.names.value), self._only_words
        style = next(one for one in TERM_OVERVIEW.styles if one.id == self.print_style.value)
        codes = fresh_codes(over.series.people) if rule is Names.CODE else {}

        def made() -> tuple[bytes, int] | AmieError:
            try:
                sheet = over.sheet(rule, style=style, codes=codes, not_names=allowed)
            except AmieError as error:
                return error
            if form == "html":
                return sheet.html(), 0
            pdf = sheet.pdf()
            return pdf, page_count([pdf])

        self._working.ask(made)

    def finish(self) -> None:
        """Waits for what is being made or printed."""
        self._working.finish()
        self._printing.finish()

    def _use(self, made: tuple[bytes, int] | AmieError) -> None:
        if isinstance(made, AmieError):
            self._say(str(made), made if isinstance(made, NamesFound) else None)
        elif self._wanted is not None:
            self._wanted[1](*made)

    def _write(self, path: Path, made: bytes) -> None:
        try:
            write_whole(path, made)
        except AmieError as error:
            self._say(str(error), None)
            return
        nobody = " Nobody is named in it." if Names(self.names.value) in NAMELESS else ""
        self.outcome = f"Saved {path.name}.{nobody}"
        self.accept()

    def _send(self, pdf: bytes, pages: int) -> None:
        if (printer := ask_for_printer(self, pages)) is not None:
            self._printing.send(printer, lambda: [pdf])

    def _printed(self, said: str) -> None:
        if self._printing.under_way:
            self._announce(said)
        else:
            self.outcome = said
            self.accept()

    def _say(self, problem: str, found: NamesFound | None) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.words.show_hits(found.hits if found else (), {})
        if found and self.words.first is not None:
            self.words.first.setFocus()
        if problem:
            self._announce(problem)

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.problem, text))

    def _only_a_word(self, word: str) -> None:
        self._only_words |= {word}
        if self._wanted is not None:
            self._make(*self._wanted)

    def _change(self, word: str) -> None:
        """Leads to the first line of a session of these days in which the word stands, else to the first session."""
        plans = [self._over.series.plan(row.id) for row in replace(self._over, expanded=()).rows()]
        lines = [(plan.session.id, line_of(word, plan)) for plan in plans]
        self.to_change = next(
            (one for one in lines if one[1].kind is not LineKind.SESSION), lines[0] if lines else None
        )
        self.reject()

    def reject(self) -> None:
        """Wants nothing more; what is being printed is sent whole."""
        if self._printing.under_way:
            self._printing.finish()
        else:
            self._working.drop()
            super().reject()

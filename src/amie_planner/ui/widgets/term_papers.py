"""Papers of one session or of a whole term at once: to print, or to save to a folder, while the window goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QVBoxLayout, QWidget

from amie_planner.checks import PlanCheck
from amie_planner.checks.check import Line
from amie_planner.documents import NamesFound
from amie_planner.documents.file_names import kept_beside
from amie_planner.domain import words
from amie_planner.domain.plan import Plan
from amie_planner.errors import AmieError
from amie_planner.ui.models.own_prompts import OwnPrompts, prompts_asked
from amie_planner.ui.models.paper_files import Job, PaperBatch, all_told, jobs
from amie_planner.ui.models.papers import Preset, instead_of
from amie_planner.ui.models.said_instead import UNSETTLED, Settled, line_of
from amie_planner.ui.widgets.basics import Button, Label, Scroll
from amie_planner.ui.widgets.exchanging import ask
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.paper_ticks import PaperTicks
from amie_planner.ui.widgets.printing import Printing, ask_for_printer, page_count
from amie_planner.ui.widgets.words_in_question import WordsInQuestion
from amie_planner.writing import write_whole

_LETTERS_WIDE = 96
_LINES_HIGH = 17
_LINES_A_PAPER = 2
_ANNOUNCED = 4
"""How often on the way it is said how far it has come."""


class TermPapers(QDialog):
    """`outcome` is what to tell when it has closed; `to_change` is the session and line whose text is to be changed.

    `settled` is what was decided about words already; `batch.settled` is that and what is decided here. `own` gives
    what the leader keeps of the prompts for looking back.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        questions: tuple[PlanCheck, ...],
        preset: Preset | None = None,
        parent: QWidget | None = None,
        settled: Settled = UNSETTLED,
        own: OwnPrompts = lambda kind: (),
    ) -> None:
        super().__init__(parent)
        self._plans, self._questions, self._prompts = plans, questions, prompts_asked(own)
        self.asks = PaperTicks(preset)
        self.outcome = ""
        self.to_change: tuple[str, Line] | None = None
        self._sent: list[tuple[bytes, int]] = []
        self.batch, self._printing = PaperBatch(self, settled), Printing(self)
        self.setWindowTitle(f"Papers together: {preset.label}" if preset else "Papers of these days")
        self._make()
        self._arrange()
        self._join()
        self._count()
        self._show_under_way(False)
        (self.print if preset else self.asks.ticks[0]).setFocus()

    def _make(self) -> None:
        self.count, self.problem, self.far = Label("", "strong"), Label("", "problem"), Label("", "quiet")
        self.told = Label("", "")
        self.words = WordsInQuestion()
        self.leave_out = Button("Leave this paper out", self._leave_out)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("How far it has come")
        self.bar.setTextVisible(False)
        self.print = Button("Print…", self.start_printing, "main")
        self.save = Button("Save to a folder…", self.ask_and_save)
        self.stop = Button("Stop", self.batch.stop)
        self.close_button = Button("Close", self.reject)

    def _arrange(self) -> None:
        inside = QWidget()
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 8, 0)
        within.addWidget(Label(self.windowTitle(), "section"))
        for widget in (self.asks, self.count, self.far, self.bar, self.problem, self.told, self.words):
            within.addWidget(widget)
        within.addLayout(Flow(self.leave_out))
        within.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Scroll(inside, "Papers"), 1)
        layout.addLayout(Flow(self.print, self.save, self.stop, self.close_button, spacing=8))
        letter = self.fontMetrics()
        lines = _LINES_HIGH + _LINES_A_PAPER * len(self.asks.ticks)
        wanted = QSize(letter.averageCharWidth() * _LETTERS_WIDE, letter.lineSpacing() * lines)
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    def _join(self) -> None:
        self.asks.changed.connect(self._count)
        self.words.only_a_word.connect(self._only_a_word)
        self.words.instead.connect(self._instead)
        self.words.line_wanted.connect(self._change)
        self.batch.progressed.connect(self._show_far)
        self.batch.in_question.connect(self._ask_about)
        self.batch.ended.connect(self._end)
        self._printing.said.connect(self._printed)
        self._printing.failed.connect(self._not_printed)

    def _jobs(self, form: str) -> tuple[Job, ...]:
        made = jobs(self._plans, self.asks.kinds(), form, self._questions)
        return tuple(replace(job, asked=replace(job.asked, prompts=self._prompts)) for job in made)

    def _count(self) -> None:
        many = len(self._jobs("pdf"))
        self.count.setText(f"{_papers(many)} of {words.sessions(len(self._plans))}" if many else "No paper is ticked.")
        for button in (self.print, self.save):
            button.setEnabled(bool(many))

    def ask_and_save(self) -> None:
        """Asks for a folder, and once what to do with files that are there already; then writes one after another."""
        name = QFileDialog.getExistingDirectory(self, "Save to a folder")
        if name:
            self.save_in(Path(name))

    def save_in(self, folder: Path) -> None:
        """Writes each paper to a folder, whole or not at all."""
        made = self._jobs(self.asks.form.value)
        names = [job.name for job in made]
        renamed: dict[str, str] = {}
        if there := [name for name in names if (folder / name).exists()]:
            said = (
                f"{len(there)} of these files are there already." if len(there) > 1 else f"{there[0]} is there already."
            )
            answer = ask(self, said, "Replace" if len(there) == 1 else "Replace all", "Keep both")
            if answer < 0:
                return
            renamed = kept_beside(names, _files(folder)) if answer else {}
        self._done = "Saved"
        self._start(made, lambda job, file: write_whole(folder / renamed.get(job.name, job.name), file))

    def start_printing(self) -> None:
        """Makes the papers, then opens the system's print dialog."""
        self._sent = sent = []
        self._done = "Made"
        self._start(self._jobs("pdf"), lambda job, file: sent.append((file, page_count([file]))))

    def _start(self, made: Sequence[Job], keep: Callable[[Job, bytes], None]) -> None:
        self.problem.hide()
        self.told.setText("")
        self._show_under_way(True)
        self.stop.setFocus()
        self.bar.setRange(0, len(made))
        self.batch.start(made, keep)
        self._show_far()

    def _show_under_way(self, under_way: bool) -> None:
        going: tuple[QWidget, ...] = (self.stop, self.bar, self.far)
        asking: tuple[QWidget, ...] = (self.asks, self.print, self.save)
        for widget in going:
            widget.setVisible(under_way)
        for widget in asking:
            widget.setVisible(not under_way)
        for label in (self.problem, self.told):
            label.setVisible(bool(label.text()) and not under_way)
        self.words.show_hits((), {})
        self.leave_out.hide()

    def _show_far(self) -> None:
        at, of = self.batch.at, len(self.batch.jobs)
        self.bar.setValue(at)
        if at == of:
            return
        job = self.batch.jobs[at]
        self.far.setText(f"{at + 1} of {of}: {job.asked.document.label}, {job.which}")
        if at % max(1, of // _ANNOUNCED) == 0:
            self._announce(f"{at + 1} of {of}")

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.far, text))

    def _ask_about(self, found: NamesFound) -> None:
        job, batch = self.batch.jobs[self.batch.at], self.batch
        asked = replace(job.asked, settled=batch.settled)
        self.problem.setText(str(found))
        self.problem.show()
        self.words.show_hits(found.hits, instead_of(found.hits, asked, batch.codes))
        self.leave_out.show()
        if self.words.first is not None:
            self.words.first.setFocus()
        self._announce(str(found))

    def _only_a_word(self, word: str) -> None:
        self._settle(replace(self.batch.settled, only_words=self.batch.settled.only_words | {word}))

    def _instead(self, word: str) -> None:
        self._settle(replace(self.batch.settled, instead=self.batch.settled.instead | {word}))

    def _settle(self, settled: Settled) -> None:
        self._go_on()
        self.batch.settle(settled)

    def _leave_out(self) -> None:
        self._go_on()
        self.batch.leave_out()

    def _go_on(self) -> None:
        self.problem.setText("")
        self._show_under_way(True)
        self.stop.setFocus()

    def _change(self, word: str) -> None:
        plan = self.batch.jobs[self.batch.at].asked.plan
        self.to_change = (plan.session.id, line_of(word, plan))
        self.batch.stop()

    def _end(self, error: AmieError | None) -> None:
        done, of = self.batch.done, len(self.batch.jobs)
        rest = f" {_papers(of - done)} left out." if done < of and not self.batch.stopped and not error else ""
        told = f"{self._done} {_papers(done)}.{rest}"
        if self.batch.stopped:
            told = f"Stopped. {self._done} {done:,} of {_papers(of)}."
        self.problem.setText(f"{error} {told}" if error else "")
        self.told.setText(all_told(self.batch.told))
        self._show_under_way(False)
        if error is not None:
            self.save.setFocus()
            self._announce(self.problem.text())
        elif self._done == "Made" and self._sent and not self.batch.stopped:
            self._send()
        else:
            self.outcome = told
            self._close()

    def _close(self) -> None:
        """Closes; where there is something to know of the papers, it stays to be read."""
        if not self.told.text():
            self.accept()
            return
        self.asks.hide()
        self.count.setText(self.outcome)
        for button in (self.print, self.save):
            button.hide()
        self.close_button.setFocus()
        self._announce(f"{self.outcome} {self.told.text()}")

    def _send(self) -> None:
        printer = ask_for_printer(self, sum(pages for _, pages in self._sent))
        if printer is not None:
            self._show_under_way(True)
            self.stop.hide()
            self.far.setText("Printing…")
            pdfs = [pdf for pdf, _ in self._sent]
            self._printing.send(printer, lambda: pdfs)

    def _printed(self, said: str) -> None:
        self.far.setText(said)
        if not self._printing.under_way:
            self.outcome = said
            self.accept()

    def _not_printed(self, error: AmieError) -> None:
        self.problem.setText(str(error))
        self._show_under_way(False)
        self.print.setFocus()
        self._announce(str(error))

    def reject(self) -> None:
        """Stops first, where something is under way; what is being printed is sent whole."""
        if self.batch.under_way:
            self.batch.stop()
        elif self._printing.under_way:
            self._printing.finish()
        else:
            super().reject()


def _files(folder: Path) -> list[str]:
    try:
        return [each.name for each in folder.iterdir()]
    except OSError:
        return []


def _papers(many: int) -> str:
    return f"{many:,} paper{'' if many == 1 else 's'}"

"""Many papers as files: what they are called, and how one after another is made while the window goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from amie_planner.checks import PLAN_CHECKS, PlanCheck
from amie_planner.documents import Document, Names, NamesFound, PrintStyle, fresh_codes
from amie_planner.documents.file_names import told_apart
from amie_planner.domain.plan import Plan
from amie_planner.errors import AmieError
from amie_planner.ui.models.papers import Asked, file_of, remarks
from amie_planner.ui.models.said_instead import UNSETTLED, Settled
from amie_planner.ui.models.working_out import WorkingOut

_MOST_TOLD = 12
Kind = tuple[Document, PrintStyle, Names]
"""A paper, in a print style, with people called by a rule."""


@dataclass(frozen=True)
class Job:
    """One file to make: a paper in a format, under a name that tells nobody's. `which` is the day or the number."""

    which: str
    asked: Asked
    form: str = "pdf"

    @property
    def name(self) -> str:
        """2026-09-08-run-sheet.pdf"""
        return f"{self.which}-{self.asked.document.file_called(self.asked.style, self.form)}"


def jobs(
    plans: Sequence[Plan], kinds: Sequence[Kind], form: str, questions: tuple[PlanCheck, ...] = PLAN_CHECKS
) -> tuple[Job, ...]:
    """Each paper of each plan, plan by plan."""
    return tuple(
        Job(which, Asked(plan, document, style, names, questions), form)
        for which, plan in zip(told_apart([plan.session for plan in plans]), plans, strict=True)
        for document, style, names in kinds
    )


def all_told(told: Sequence[tuple[Job, str]]) -> str:
    """What is to be known of each paper, in a line of its own; of a long term the first few, and how many more."""
    lines = [f"{job.asked.document.label}, {job.which}: {said}" for job, said in told[:_MOST_TOLD]]
    if (more := len(told) - _MOST_TOLD) > 0:
        lines.append(f"So it is in {more:,} more paper{'' if more == 1 else 's'}.")
    return "\n".join(lines)


class PaperBatch(QObject):
    """progressed(): one more is done. in_question(NamesFound): it waits for `settle` or `leave_out`.

    ended(AmieError or None): nothing goes on; the error says what stood in the way. What was kept before stays whole.
    """

    progressed = Signal()
    in_question = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None, settled: Settled = UNSETTLED) -> None:
        super().__init__(parent)
        self.jobs: tuple[Job, ...] = ()
        self.at = 0
        """How many are behind: done, or left out."""
        self.done = 0
        self.told: list[tuple[Job, str]] = []
        """What a leader may want to know of a paper that was made."""
        self.settled = settled
        self.codes: Mapping[str, str] = {}
        self.under_way = False
        self.stopped = False
        self._working = WorkingOut(self)
        self._working.worked_out.connect(self._came)

    def start(self, jobs: Sequence[Job], keep: Callable[[Job, bytes], None]) -> None:
        """Makes each and hands it to `keep`, both beside the window; what `keep` raises ends it."""
        self.jobs, self._keep, self.told = tuple(jobs), keep, []
        self.at, self.done, self.under_way, self.stopped = 0, 0, True, False
        self.codes = fresh_codes({p.id: p for job in jobs for p in job.asked.plan.people}.values())
        self._go_on()

    def settle(self, settled: Settled) -> None:
        """Goes on with the paper in question, and the others, with what was decided about words."""
        self.settled = settled
        self._go_on()

    def leave_out(self) -> None:
        """Goes on without the paper in question."""
        self.at += 1
        self._go_on()

    def stop(self) -> None:
        """Ends as soon as the paper that is being made is whole."""
        self.stopped = True
        if self.under_way and not self._working.under_way:
            self._end(None)

    def finish(self) -> None:
        """Ends now, and waits until the paper that is being made is whole."""
        self.stopped = True
        self._working.finish()

    def _go_on(self) -> None:
        if not self.under_way:
            return
        if self.stopped or self.at == len(self.jobs):
            self._end(None)
            return
        job, codes, keep = self.jobs[self.at], self.codes, self._keep
        asked = replace(job.asked, settled=self.settled)
        self._working.ask(lambda: _made_and_kept(replace(job, asked=asked), codes, keep))

    def _came(self, came: str | AmieError) -> None:
        if isinstance(came, NamesFound) and not self.stopped:
            self.in_question.emit(came)
        elif isinstance(came, AmieError) and not isinstance(came, NamesFound):
            self._end(came)
        else:
            self._count(came)
            self.progressed.emit()
            self._go_on()

    def _count(self, came: str | AmieError) -> None:
        if isinstance(came, str):
            self.done += 1
            self.told += [(self.jobs[self.at], came)] if came else []
        self.at += 1

    def _end(self, error: AmieError | None) -> None:
        self.under_way = False
        self.ended.emit(error)


def _made_and_kept(job: Job, codes: Mapping[str, str], keep: Callable[[Job, bytes], None]) -> str | AmieError:
    """What a leader may want to know of it, or what stood in the way."""
    try:
        sheet = job.asked.sheet(codes)
        keep(job, file_of(sheet, job.form))
    except AmieError as error:
        return error
    return remarks(sheet, job.form)

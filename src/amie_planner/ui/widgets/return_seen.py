"""All that is seen of a return before it leaves: its tables, warnings, what is to be mended, and what was agreed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.ui.models import return_rows
from amie_planner.ui.models.reports import Ready
from amie_planner.ui.models.return_rows import ReportRow
from amie_planner.ui.widgets.basics import Pages
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.least import Least
from amie_planner.ui.widgets.return_lists import MissingList, ReportList, ReturnTables

FACES = ("What will leave", "Warnings", "To mend", "Targets")
TABLES, WARNINGS, MISSING, TARGETS = range(len(FACES))
_SAID = ("What will leave is shown.", "Warnings are shown.", "What is to be mended is shown.", "Targets are shown.")
_MUCH = "Much of this return is withheld"
_AGREED = (
    "Agreed for the whole programme; beside it what came of it in the days of this return. Contact hours are the hours "
    "of each session × who came."
)


class ReturnSeen(Least):
    """One face after another; which is seen, and which rows are chosen, stays when something else is worked out."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Ready | None = None
        self.faces = Faces(FACES, "Parts of the return")
        self.tables = ReturnTables()
        self.warnings = ReportList("Warnings", "", "Nothing of this return could be subtracted from earlier ones.")
        self.missing = MissingList()
        self.targets = ReportList("Targets", _AGREED, "No target is agreed for these programmes.")
        self.pages = Pages()
        for page in (self.tables, self.warnings, self.missing, self.targets):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.faces)
        layout.addWidget(self.pages, 1)
        self.faces.chosen.connect(self.pages.setCurrentIndex)
        self.tables.chosen.connect(self._show_table)

    def show_found(self, found: Ready | None) -> None:
        """Shows what is worked out, or that nothing is."""
        self._found = found
        if found is None:
            self.tables.show_tables(None)
            self.tables.show_table("", ())
        else:
            self.tables.show_tables(return_rows.table_rows(found), return_rows.first_with_figures(found))
        self.warnings.show_rows(return_rows.warning_rows(found) if found else None)
        self.missing.show_missing(found.missing if found else (), return_rows.missing_rows(found) if found else None)
        self.targets.show_rows(return_rows.target_rows(found) if found else None)
        counts = {WARNINGS: len(found.warnings) if found else 0, MISSING: len(found.missing) if found else 0}
        for at, many in counts.items():
            self.faces.buttons[at].say(f"{FACES[at]} ({many:,})" if many else FACES[at])

    def hold_back(self) -> None:
        """What is seen may not hold any more: nothing of it can be copied or gone to."""
        self.tables.copy.setEnabled(False)
        self.missing.hold_back()

    def go_to_list(self) -> None:
        """Gives the focus to the list that is seen, at the row that is chosen there."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def list(self) -> QWidget:
        """The list that is seen, or where nothing is listed, the face that is chosen."""
        return self.view if self.is_listed else self.face

    @property
    def is_listed(self) -> bool:
        """Whether the face that is chosen has rows."""
        return self.view.isVisibleTo(self)

    @property
    def view(self) -> QWidget:
        """The list of the face that is chosen, though it has no rows."""
        return self._rows.view

    @property
    def face(self) -> QWidget:
        """The button of the face that is chosen."""
        return self.faces.buttons[self.faces.current]

    @property
    def said(self) -> str:
        """What is seen, in a sentence."""
        return _SAID[self.faces.current] if self.is_listed else self._rows.about.text()

    @property
    def _rows(self) -> ReportList:
        return (self.tables.tables, self.warnings, self.missing, self.targets)[self.faces.current]

    def _show_table(self, at: int) -> None:
        found = self._found
        if found is not None and at < len(found.sheets):  # while rows go, a place may be one of the list before
            rows = (*_of_all(found, at), *return_rows.rows_of(found, at))
            self.tables.show_table(return_rows.title_of(found, at), rows)


def _of_all(found: Ready, at: int) -> tuple[ReportRow, ...]:
    """What a leader should know of the whole return, once: above the first table with figures, which is seen first."""
    much = return_rows.much_withheld(found) if at == return_rows.first_with_figures(found) else ""
    return (ReportRow("much", _MUCH, much),) if much else ()

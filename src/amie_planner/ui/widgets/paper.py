"""The finished paper of the open session: the preview is the PDF itself, and saving writes those very bytes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QLayout, QVBoxLayout, QWidget

from amie_planner import checks
from amie_planner.checks import Heard
from amie_planner.documents import DOCUMENTS, Document, Hit, NamesFound, in_brackets
from amie_planner.domain import words
from amie_planner.domain.plan import Plan
from amie_planner.errors import AmieError
from amie_planner.ui.widgets.basics import Button, Card, Label, Scroll
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.workspace import shortened
from amie_planner.writing import write_whole

_POINTS_TO_PIXELS = 1.25


class Paper(QWidget):
    """saved(Path): a PDF was written."""

    saved = Signal(object)

    def __init__(self, plan: Callable[[], Plan], heard: Callable[[], Heard]) -> None:
        super().__init__()
        self._plan = plan
        self._heard = heard
        self.pdf = b""
        self.faces = Faces([document.label for document in DOCUMENTS], "Which paper")
        self.faces.chosen.connect(lambda: self.refresh())
        self.save = Button("Save PDF…", self.ask_and_save, "main")
        self.about = Label("", "quiet")
        self.problem = Label("", "problem")
        self._only_words = QVBoxLayout()
        self._shown: Plan | None = None
        self._not_names: frozenset[str] = frozenset()
        self._pages = QVBoxLayout()
        inside = QWidget()
        inside.setLayout(self._pages)
        card = Card()
        inner = QVBoxLayout(card)
        inner.setContentsMargins(2, 2, 2, 2)
        inner.addWidget(Scroll(inside, "Pages"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(Flow(self.faces, self.save, spacing=16))
        layout.addWidget(self.about)
        layout.addWidget(self.problem)
        layout.addLayout(self._only_words)
        layout.addWidget(card, 1)

    @property
    def document(self) -> Document:
        """The paper that is shown."""
        return DOCUMENTS[self.faces.current]

    def refresh(self) -> None:
        """Makes the paper from the plan as it is now, and shows its pages."""
        if not self.isVisible():
            return
        self.about.setText(self.document.audience)
        self.pdf, problem = self._rendered()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.save.setEnabled(bool(self.pdf))
        _empty(self._pages)
        for n, (picture, text) in enumerate(pages(self.pdf) if self.pdf else (), 1):
            self._pages.addWidget(_page(n, picture, text), alignment=Qt.AlignmentFlag.AlignHCenter)

    def _rendered(self) -> tuple[bytes, str]:
        """The PDF, or what stands in its way in words."""
        plan = self._plan()
        if plan != self._shown:
            self._shown, self._not_names = plan, frozenset()
        _empty(self._only_words)
        try:
            findings = checks.run(plan, self._heard().plan_checks)
            made = self.document.render(plan, findings, not_names=self._not_names)
            unshown = in_brackets(self.document.not_shown(plan, findings, not_names=self._not_names))
            self.about.setText(" ".join(part for part in (self.document.audience, unshown) if part))
            return made, ""
        except NamesFound as error:
            self._ask_about(error.hits)
            return b"", str(error)
        except AmieError as error:
            return b"", str(error)

    def _ask_about(self, hits: tuple[Hit, ...]) -> None:
        """Each word that may be a name, with every place where it stands, to be said to be only a word."""
        for word in dict.fromkeys(hit.word for hit in hits):
            places = dict.fromkeys(f"“{hit.place}”" for hit in hits if hit.word == word)
            about = f"“{word}” stands under {words.listed(places)}."
            button = Button(f"“{shortened(word)}” is only a word here", partial(self._allow, word))
            button.setAccessibleDescription(about)
            self._only_words.addWidget(Label(about))
            self._only_words.addLayout(Flow(button))

    def _allow(self, word: str) -> None:
        self._not_names |= {word}
        self.refresh()
        self.save.setFocus()

    def ask_and_save(self) -> None:
        """Asks where to, then writes the PDF that is shown."""
        if not self.pdf:
            return
        name, _ = QFileDialog.getSaveFileName(self, "Save PDF", self.document.file_name, "PDF (*.pdf)")
        if name:
            path = Path(name)
            self.save_to(path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf"))

    def save_to(self, path: Path) -> None:
        """Writes the PDF that is shown. Raises AmieError; then an old file there is as it was."""
        write_whole(path, self.pdf)
        self.saved.emit(path)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            _empty(inner)


def pages(pdf: bytes) -> list[tuple[QImage, str]]:
    """Each page of a PDF as a picture, and its text."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_seen(document[n]) for n in range(len(document))]


def _seen(page: pypdfium2.PdfPage) -> tuple[QImage, str]:
    bitmap = page.render(scale=_POINTS_TO_PIXELS, rev_byteorder=True, prefer_bgrx=True)
    form = QImage.Format.Format_RGBX8888
    picture = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form).copy()
    return picture, page.get_textpage().get_text_range()


def _page(number: int, picture: QImage, text: str) -> QWidget:
    label = Label("", wrap=False)
    label.setPixmap(QPixmap.fromImage(picture))
    label.setAccessibleName(f"Page {number}")
    label.setAccessibleDescription(text)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    label.setObjectName("page")
    return label

"""Papers that are asked for: frozen, so that they are made beside the window; and sets of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtGui import QImage

from amie_planner import checks
from amie_planner.checks import PlanCheck
from amie_planner.documents import (
    DOCUMENTS,
    EASY_READ,
    REGISTER,
    Document,
    Hit,
    Names,
    NamesFound,
    PrintStyle,
    Sheet,
    fresh_codes,
    in_brackets,
    too_long,
)
from amie_planner.documents.file_names import told_apart
from amie_planner.documents.rules import nameless
from amie_planner.domain import words
from amie_planner.domain.plan import Plan
from amie_planner.domain.reflection import Prompt, prompts
from amie_planner.errors import AmieError
from amie_planner.preferences import PaperChoices
from amie_planner.ui.models.own_prompts import register_as_asked
from amie_planner.ui.models.paper_pages import NO_ROOM, Page, View, pages_of, pictures
from amie_planner.ui.models.said_instead import UNSETTLED, Settled, called_instead, said_instead

_FRESH_CODES = "Codes are made fresh for each file and each print: those in the preview are not used again."
RULES = {
    Names.FULL: "By full name",
    Names.ALIAS: "By alias",
    Names.INITIALS: "By initials",
    Names.CODE: "By code",
    Names.NONE: "No names",
}
"""The rules for names in a leader's words."""
FORMS = {"pdf": ("Save PDF", "PDF (*.pdf)"), "html": ("Save as web page", "Web page (*.html)")}
"""In what a paper can be saved: how it is asked where, and what kind of file it is."""


@dataclass(frozen=True, slots=True)
class Preset:
    """Papers that are asked for together; `whom_for` says for whom.

    What is `nameless` goes without names wherever a paper allows that.
    """

    id: str
    label: str
    whom_for: str
    papers: tuple[str, ...]
    nameless: bool = False

    def documents(self) -> tuple[Document, ...]:
        """Its papers, in its own order."""
        known = {document.id: document for document in DOCUMENTS}
        return tuple(known[id] for id in self.papers if id in known)

    @property
    def about(self) -> str:
        """Whom they are for, and every paper."""
        return f"{self.whom_for}: {words.listed(_as_listed(document) for document in self.documents())}."


def _as_listed(document: Document) -> str:
    """run sheet; HEARD sheet; participant strip (now and next)"""
    what, _, which = document.label.partition(": ")
    said = f"{what} ({which})" if which else what
    return said if said[:2].isupper() else f"{said[:1].lower()}{said[1:]}"


PRESETS = (
    Preset(
        "room",
        "For the room",
        "What adults and young people hold in their hands",
        ("run-sheet", "access-sheet", "participant-strip", "helper-cards"),
    ),
    Preset("run-sheet", "Run sheet", "What the leader carries", ("run-sheet",)),
    Preset("hub", "Hub copy", "For a hub or partner, and nobody is named", ("full-plan", "heard-sheet"), nameless=True),
    Preset(
        "strips",
        "Participant strips",
        "For young people, in pictures and words",
        ("participant-strip", "now-next", "first-then", "steps"),
    ),
)
ROOM = "room"


def presets(choices: PaperChoices) -> tuple[Preset, ...]:
    """The sets of papers, with what the leader ticked for the room."""
    room = choices.room or PRESETS[0].papers
    return tuple(replace(preset, papers=room) if preset.id == ROOM else preset for preset in PRESETS)


def usual_rule(document: Document, preset: Preset | None) -> Names:
    """The document's first rule; without names, if the set is to be so and the document can be."""
    if preset is not None and preset.nameless:
        return nameless(document.names) or document.names[0]
    return document.names[0]


def style_of(document: Document, id: str) -> PrintStyle:
    """A print style by its id; the document's first where it does not allow that one."""
    return next((style for style in document.styles if style.id == id), document.styles[0])


@dataclass(frozen=True)
class Asked:
    """One paper of one plan, as it is asked for. Codes are handed in, fresh for each export."""

    plan: Plan
    document: Document
    style: PrintStyle
    names: Names
    questions: tuple[PlanCheck, ...] = checks.PLAN_CHECKS
    settled: Settled = UNSETTLED
    prompts: tuple[Prompt, ...] = prompts()
    """What the register for the pen asks to look back with."""

    def sheet(self, codes: Mapping[str, str]) -> Sheet:
        """What is to be printed. Raises NamesFound, and AmieError."""
        called = {word: called_instead(word, self.plan, self.names, codes) for word in self.settled.instead}
        instead = {word: text for word, text in called.items() if text}
        plan = said_instead(self.plan, instead)
        findings = checks.run(plan, self.questions)
        only_words, document = self.settled.only_words, self.document
        if document.id == REGISTER.id:
            document = register_as_asked(self.prompts, self.plan, self.names, instead, only_words)
        return document.sheet(plan, findings, self.names, style=self.style, codes=codes, not_names=only_words)

    def file_called(self, form: str) -> str:
        """What its file is called where the leader says nothing else. That names nobody."""
        [which] = told_apart([self.plan.session])
        return f"{which}-{self.document.file_called(self.style, form)}"

    def file(self, codes: Mapping[str, str], form: str) -> bytes:
        """The finished file, `pdf` or `html`. Raises as `sheet` does."""
        return file_of(self.sheet(codes), form)


def instead_of(hits: Iterable[Hit], asked: Asked, codes: Mapping[str, str]) -> dict[str, str]:
    """What the paper can say for each word in question, but for those that it says something else for already."""
    in_question = {hit.word for hit in hits} - asked.settled.instead
    said = {word: called_instead(word, asked.plan, asked.names, codes) for word in in_question}
    return {word: "their code" if text in codes.values() else text for word, text in said.items()}


@dataclass(frozen=True)
class Made:
    """A finished paper with its pages and what a leader may want to know of it, or what stands in its way.

    `drawn` are the pages that were in sight, in `view`.
    """

    asked: Asked
    pdf: bytes = b""
    pages: tuple[Page, ...] = ()
    view: View = NO_ROOM
    drawn: Mapping[int, QImage] = field(default_factory=dict)
    remarks: str = ""
    problem: str = ""
    hits: tuple[Hit, ...] = ()

    @property
    def about(self) -> str:
        """What a leader may want to know of it, and of its codes."""
        coded = self.asked.names is Names.CODE and self.pdf
        return f"{_FRESH_CODES} {self.remarks}".strip() if coded else self.remarks

    def file(self, form: str) -> bytes:
        """The finished file, `pdf` or `html`; by code, with codes of its own."""
        if form == "pdf" and self.asked.names is not Names.CODE:
            return self.pdf
        return self.asked.file(fresh_codes(self.asked.plan.people), form)


def made(asked: Asked, codes: Mapping[str, str], view: View = NO_ROOM, in_sight: Iterable[int] = ()) -> Made:
    """Makes a paper, and draws those of its pages that will be in sight."""
    try:
        sheet = asked.sheet(codes)
    except NamesFound as found:
        return Made(asked, problem=str(found), hits=found.hits)
    except AmieError as error:
        return Made(asked, problem=str(error))
    pdf = sheet.pdf()
    pages = pages_of(pdf)
    return Made(asked, pdf, pages, view, pictures(pdf, pages, in_sight, view), remarks(sheet))


def file_of(sheet: Sheet, form: str) -> bytes:
    """The finished file, `pdf` or `html`."""
    return sheet.html() if form == "html" else sheet.pdf()


def remarks(sheet: Sheet, form: str = "pdf") -> str:
    """What prints as words in brackets, which a browser shows as typed; what is long for easy read."""
    not_shown = sheet.not_shown() if form == "pdf" else ()
    long = sheet.long_sentences() if sheet.style.id == EASY_READ.id else ()
    return " ".join(said for said in (in_brackets(not_shown), too_long(long)) if said)

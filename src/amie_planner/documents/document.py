"""Document: one kind of paper. A pure function of a frozen plan, its findings and one rule for names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypedDict, TypeVar, Unpack

from amie_planner import checks
from amie_planner.checks.check import Finding
from amie_planner.documents.blocks import Block, Text
from amie_planner.documents.cleaning import scripts_not_shown
from amie_planner.documents.easy_read import long_sentences
from amie_planner.documents.house_style import STYLES, PrintStyle
from amie_planner.documents.html import as_html
from amie_planner.documents.marking import marked, marks_in
from amie_planner.documents.naming import NAMELESS, Names, as_shown
from amie_planner.documents.pages import build, fits_one_page
from amie_planner.documents.structure import HEADINGS
from amie_planner.domain.names import NamesFound
from amie_planner.domain.plan import Plan, Shared
from amie_planner.domain.words import listed
from amie_planner.errors import AmieError

S = TypeVar("S", bound=Shared)

_MEND_OR_SAY = "Change the text there, or say that the word is not the person."


@dataclass(frozen=True)
class Sheet:
    """What is to be printed, ready to be laid out: blocks in reading order, their style, title and footer."""

    blocks: tuple[Block, ...]
    style: PrintStyle
    title: str
    footer: str

    def pdf(self) -> bytes:
        """The finished PDF. The same sheet gives the same bytes."""
        return build(self.blocks, style=self.style, title=self.title, footer=self.footer)

    def html(self) -> bytes:
        """The same as one HTML page that needs no other file. The same sheet gives the same bytes."""
        return as_html(self.blocks, self.style, self.title, self.footer)

    def is_one_page(self) -> bool:
        """Whether all of it stands on one page."""
        return fits_one_page(self.blocks, self.style, self.footer)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Everything that it says, each text with the heading that it stands under."""
        place = self.title
        yield place, f"{self.title}\n{self.footer}"
        for block in _walk(self.blocks):
            if isinstance(block, Text) and block.element and block.element.kind in HEADINGS:
                place = block.element.title
            yield place, block.words()

    def long_sentences(self) -> tuple[str, ...]:
        """What easy read would rather have in shorter sentences; `too_long` says it."""
        return long_sentences(block.words() for block in _walk(self.blocks) if isinstance(block, Text))

    def not_shown(self) -> tuple[str, ...]:
        """What prints as words in brackets, because no bundled face can set it: ("Arabic script", "musical note")."""
        return scripts_not_shown("\n".join(text for _, text in self.texts()))


def in_brackets(not_shown: Sequence[str]) -> str:
    """A sentence about what prints as words in brackets; nothing for nothing."""
    names, brackets = listed(not_shown), listed(f"[{name}]" for name in not_shown)
    verb = "prints" if len(not_shown) == 1 else "print"
    return f"{names[:1].upper()}{names[1:]} {verb} as words in brackets: {brackets}." if not_shown else ""


def _walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _walk(block.inside())


class Options(TypedDict, total=False):
    """What else a paper may be asked for with. Without a `style`, it is the document's first.

    `codes` are for the rule `code`: by person's id, made fresh for each export. Words in `not_names` name nobody.
    """

    style: PrintStyle
    codes: Mapping[str, str]
    not_names: frozenset[str]


@dataclass(frozen=True)
class Paper(Generic[S]):
    """One kind of paper: whom it is for, and the rules for names and print styles that it allows, its own first.

    `compose` makes the sheet of a plan (or of a term) in which everybody is already called as the rule says.
    """

    id: str
    label: str
    audience: str
    names: tuple[Names, ...]
    compose: Callable[[S, tuple[Finding, ...], Names, PrintStyle], Sheet]
    styles: tuple[PrintStyle, ...] = STYLES

    @property
    def file_name(self) -> str:
        """What to call the file unless told otherwise: never a title, never a name."""
        return self.file_called(self.styles[0], "pdf")

    def file_called(self, style: PrintStyle, ending: str) -> str:
        """The same in a style and with the ending of a format: run-sheet-large.html."""
        return f"{self.id}{f'-{style.id}' if style.id != self.styles[0].id else ''}.{ending}"

    def render(
        self,
        plan: S,
        findings: tuple[Finding, ...],
        names: Names | None = None,
        **options: Unpack[Options],
    ) -> bytes:
        """The finished PDF. The same plan, findings, rule, style and codes give the same bytes.

        Under a rule without names no name that somebody typed is printed. Raises NamesFound where one would be, and
        AmieError for a rule or a style that the document does not allow.
        """
        return self.sheet(plan, findings, names, **options).pdf()

    def sheet(
        self,
        plan: S,
        findings: tuple[Finding, ...],
        names: Names | None = None,
        **options: Unpack[Options],
    ) -> Sheet:
        """What is to be printed, as in `render`, before it is PDF."""
        sheet = self._composed(plan, findings, names, options)
        if (names or self.names[0]) in NAMELESS and (left := marks_in(sheet.texts())):
            message = f"{self.label}: what may be somebody’s name would be shown"
            raise NamesFound(message, _MEND_OR_SAY, left, at="under “{}”")
        return sheet

    def _composed(self, plan: S, findings: tuple[Finding, ...], names: Names | None, options: Options) -> Sheet:
        names, style = names or self.names[0], options.get("style", self.styles[0])
        if names not in self.names:
            allowed = listed(self.names, "or")
            raise AmieError(f"{self.label} cannot show names by the rule “{names}”.", f"Choose {allowed}.")
        if style not in self.styles:
            allowed = listed((allowed.name for allowed in self.styles), "or")
            raise AmieError(f"{self.label} cannot be made in {style.name}.", f"Choose {allowed}.")
        if names in NAMELESS:
            plan, findings = marked(plan, findings, options.get("not_names", frozenset()))
        return self.compose(as_shown(plan, names, options.get("codes", {})), findings, names, style)


@dataclass(frozen=True)
class Document(Paper[Plan]):
    """A paper of one session's plan."""

    def of_plan(self, plan: Plan) -> bytes:
        """The finished PDF with the plan's own findings, the first rule for names and the first style."""
        return self.render(plan, checks.run(plan))

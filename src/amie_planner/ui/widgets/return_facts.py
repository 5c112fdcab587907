"""What a return asks of a programme, and a plan does not need: its kind of provision, what was agreed, its schools."""

from __future__ import annotations

from typing import Any

from amie_planner.domain.edits.reporting import add_school, alter_school, remove_school
from amie_planner.domain.records import Programme, Provision, School, Targets
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.detail import Asked, Entry, Kept, Stack
from amie_planner.ui.widgets.fields import ChoiceField, NumberField, TextField, WordsField
from amie_planner.ui.widgets.organisation import OrganisationForm
from amie_planner.ui.widgets.own_word import OwnWordField, SchoolField, school_called
from amie_planner.ui.workspace import OpenProgramme, shortened

_NO_PROVISION, _NO_TARGETS = Provision(), Targets()
_ABOVE_SECTION = 22
"""Device-independent pixels."""
_MOST = 1_000_000


class ReturnFacts(Stack):
    """Sections under one another; the last is about the leader's organisation."""

    def __init__(self, desk: OpenProgramme) -> None:
        super().__init__()
        self._desk = desk
        self._school = SchoolField()
        self._offer()
        which = Asked("school", "School of the class or group", lambda: self._school, _WHICH_SCHOOL)
        self._section("What kind of provision it is", "How hubs and funders tell programmes apart.")
        self.columns((*_PROVISION, which, _SCHOOL_YEAR), self._read_provision, self._keep_provision)
        self._section(
            "What was agreed for the whole programme",
            "Reports shows beside these what came of them in the days of a return.",
        )
        self.columns(_TARGETS, self._read_targets, self._keep_targets)
        self._section("Schools", "Where the young people go. Under People you say who goes to which.")
        self.schools = self.entries(self._kept())
        self._section("Your organisation", "Who hands in the return: the same for every programme.")
        self.organisation = OrganisationForm(desk.workspace)
        self.part(self.organisation)
        self.close_up()

    def _section(self, heading: str, about: str) -> None:
        if self._parts:
            self._layout.addSpacing(_ABOVE_SECTION)
        self._layout.addWidget(Label(heading, "section"))
        self._layout.addWidget(Label(about, "quiet"))
        self._layout.addSpacing(3)

    def refresh(self) -> None:
        """Shows what is held now."""
        if not self._desk.gone:
            self._offer()
            super().refresh()

    def _offer(self) -> None:
        self._school.offer(self._programme)

    @property
    def _programme(self) -> Programme:
        return self._desk.series.programme

    def _read_provision(self) -> Provision:
        return self._programme.provision or _NO_PROVISION

    def _keep_provision(self, name: str, words: str, value: Any) -> None:
        made = self._read_provision().revised(**{name: value})
        self._desk.keep(self._programme, words, name, provision=None if made == _NO_PROVISION else made)

    def _read_targets(self) -> Targets:
        return self._programme.targets or _NO_TARGETS

    def _keep_targets(self, name: str, words: str, value: Any) -> None:
        made = self._read_targets().revised(**{name: value})
        self._desk.keep(self._programme, words, name, targets=None if made == _NO_TARGETS else made)

    def _kept(self) -> Kept:
        def read() -> list[Entry]:
            return [] if self._desk.gone else [Entry(s.id, _line(s)) for s in self._programme.schools]

        def add() -> str:
            id, changes = add_school(self._programme)
            self._desk.do("Add a school", changes)
            self.refresh()
            return id

        def remove(id: str) -> None:
            name = shortened(school_called(self._held(id) or School(id=id)))
            self._desk.do(f"Remove ‘{name}’", remove_school(self._desk.series, id))
            self.refresh()

        return Kept("school", "No school is written down.", read, add, remove, self._form)

    def _held(self, id: str) -> School | None:
        schools = () if self._desk.gone else self._programme.schools
        return next((school for school in schools if school.id == id), None)

    def _form(self, id: str) -> Stack:
        def keep(name: str, words: str, value: Any) -> None:
            made = alter_school(self._programme, id, **{name: value})
            self._desk.do(f"Change ‘{words}’ of a school", made, merging=(self._desk.programme, id, name))

        stack = Stack()
        stack.columns(_SCHOOL, lambda: self._held(id), keep)
        return stack


def _line(school: School) -> str:
    number = f"URN {school.urn}" if school.urn and school.name else ""
    return ", ".join(part for part in (school_called(school), number) if part)


_OR_YOUR_OWN = "Choose one, or write your own."
_WHICH_SCHOOL = "Of a whole class, or of a group that a school has for itself. Schools are added below."
_PROVISION = (
    Asked(
        "delivery", "Kind of provision", lambda: ChoiceField(options.of("delivery_type")), "Hubs count people by it."
    ),
    Asked(
        "ensemble",
        "Kind of ensemble",
        lambda: OwnWordField(options.of("ensemble")),
        f"Of an ensemble, band or choir. {_OR_YOUR_OWN}",
    ),
    Asked(
        "organised_by",
        "Organised by",
        lambda: ChoiceField(options.of("organised_by")),
        "So that two do not report the same work.",
    ),
    Asked("when", "When it takes place", lambda: OwnWordField(options.of("when")), _OR_YOUR_OWN),
    Asked("open_to", "Who may come", lambda: ChoiceField(options.of("open_to")), "Funders ask whom it is for."),
    Asked(
        "cost",
        "What it costs a young person",
        lambda: ChoiceField(options.of("cost")),
        "Funders ask whether cost is in anybody’s way.",
    ),
    Asked("instruments", "Instruments, voice or technology", WordsField, "With commas between them."),
)
_SCHOOL_YEAR = Asked("school_year", "School year of the class", TextField, "Such as Year 4.")
_TARGETS = (
    Asked("sessions", "Sessions agreed", lambda: NumberField(most=_MOST), "Those that are delivered count."),
    Asked(
        "people", "Young people agreed", lambda: NumberField(most=_MOST), "Each counted once, however often they come."
    ),
    Asked(
        "contact_hours",
        "Contact hours agreed",
        lambda: NumberField(most=_MOST),
        "The hours of each session times who came, added up.",
    ),
)
_SCHOOL = (
    Asked("name", "Name of the school", TextField),
    Asked("urn", "URN", TextField, "Its number in the national list of schools. Zeros in front are kept."),
    Asked("laestab", "LAESTAB", TextField, "The number of its local authority, then its own. Zeros are kept here too."),
    Asked("phase", "Phase", lambda: OwnWordField(options.of("phase")), _OR_YOUR_OWN),
    Asked(
        "state_funded",
        "Paid for by the state",
        lambda: ChoiceField((), yes_no=True),
        "Academies and free schools are. Some hubs count only the people of these schools.",
    ),
)

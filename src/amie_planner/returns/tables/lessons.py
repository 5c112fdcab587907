"""The grid of lessons in the shape hubs use: kinds of provision by Key Stage, with gender and who is helped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from amie_planner.domain.vocabulary import DeliveryType
from amie_planner.returns.facts import Facts, Member
from amie_planner.returns.table import Column, Draft, People, Sum
from amie_planner.returns.tables import flags, keys
from amie_planner.returns.tables.characteristics import why_not
from amie_planner.returns.tables.drafting import Row, drafted
from amie_planner.returns.tables.keys import key
from amie_planner.returns.tables.people import ALL_STAGES, STAGE, in_stage, stages_of
from amie_planner.returns.tables.unions import Linked, are_disjoint, union
from amie_planner.returns.tables.wording import said

if TYPE_CHECKING:
    from amie_planner.returns.templates import ReturnTemplate
COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "lessons": {
        "delivery": Column("Kind of provision", "Of each programme; one person may be in several kinds"),
        "stage": STAGE,
        "girls": Column("Girls", "Unique people who ticked “Girl or woman” alone"),
        "boys": Column("Boys", "Unique people who ticked “Boy or man” alone"),
        "another": Column("Another way", "Unique people who describe it another way, or ticked several boxes"),
        "not-known": Column("Not known", "Unique people who gave no answer, for whatever reason"),
        "total": Column("Total", "Unique people of the row, each counted once"),
        "pp-only": Column("Pupil Premium only", "Pupil Premium, and neither SEN support nor a plan"),
        "send-only": Column("SEND only", "SEN support or an education, health and care plan, and no Pupil Premium"),
        "both": Column("Both", "Pupil Premium, and SEN support or a plan"),
    },
}
ALL_KINDS, NO_KIND = "All kinds", "Kind not recorded"
GENDER, ALONE = "gender", "gender-alone"
_GENDERS = {"girl": "girls", "boy": "boys", "another": "another", "not-known": "not-known"}
"""The column of each."""
_FLAGS = ("pp-only", "send-only", "both")


def lessons(facts: Facts, template: ReturnTemplate) -> Draft:
    """A row for each kind of provision and Key Stage, and one for all kinds; nothing where nobody came."""
    grid = _Grid(facts)
    rows = tuple(grid.rows()) if facts.members else ()
    if rows:
        grid.add_up()
    return drafted(
        template,
        "lessons",
        "Lessons grid",
        COLUMNS["lessons"],
        rows,
        title="Who took part, by kind of provision and Key Stage",
        notes=_notes(grid),
        sums=grid.sums,
        hidden=grid.hidden,
    )


def gender_alone(member: Member) -> str:
    """Girl, boy or another, each person in one; not-known where there is no answer."""
    answer = member.answers.get(GENDER)
    if answer is None or why_not(answer):
        return "not-known"
    return answer.codes[0] if answer.codes in (("girl",), ("boy",)) else "another"


def _notes(grid: _Grid) -> Iterator[str]:
    yield "Whether a lesson was subsidised for somebody is not recorded, so there is no column for it."
    if not grid.gender:
        yield "Gender is not asked: its columns are blank."
    if not grid.flags:
        yield "Pupil Premium and SEND are not both asked: their columns are blank."
    if len(grid.kinds) > 1:
        yield "Somebody in two kinds of provision would be counted in each: the kinds may add up to more than all."


class _Grid:
    """The counts of every row, and how they hang together."""

    def __init__(self, facts: Facts) -> None:
        self.members = facts.members
        self.stages = {"": ALL_STAGES, **stages_of(facts.members)}
        self.gender = any(question.id == GENDER for question in facts.questions)
        self.flags = flags.are_asked(facts)
        order = [*(kind.value for kind in DeliveryType), ""]
        self.kinds = {kind: facts.deliveries[kind] for kind in order if facts.deliveries.get(kind)}
        self.disjoint = are_disjoint(self.kinds.values(), facts.members)
        self.words = {kind: keys.group(facts, members, f"delivery:{kind}") for kind, members in self.kinds.items()}
        self.sums: list[Sum] = []
        self.hidden: list[People] = []

    def rows(self) -> Iterator[Row]:
        """Each kind by Key Stage; all kinds in one row, for a grid of them too would be one more to subtract from."""
        for kind, members in self.kinds.items():
            title = said("delivery_type", kind) or NO_KIND
            for stage, called in self.stages.items():
                yield {"delivery": title, "stage": called, **self._cells(self.words[kind], members, stage)}
        if len(self.kinds) > 1:
            yield {"delivery": ALL_KINDS, "stage": ALL_STAGES, **self._cells(keys.ALL, self.members, "")}

    def add_up(self) -> None:
        """Fills in the sums, and the counts that they speak of."""
        for kind, members in self.kinds.items():
            self._over_stages(self.words[kind], members)
            for stage in self.stages:
                self._within(self.words[kind], members, stage)
        self._within(keys.ALL, self.members, "")
        for stage in self.stages:
            everybody = self._cells(keys.ALL, self.members, stage)
            each = [self._cells(self.words[kind], members, stage) for kind, members in self.kinds.items()]
            for column in ("total",) if stage else everybody:
                self._add(union("kinds", everybody[column], [c[column] for c in each], disjoint=self.disjoint))
                self.hidden.append(everybody[column])
        if self.gender:
            self._beside_the_question()

    def _cells(self, word: str, members: tuple[Member, ...], stage: str) -> dict[str, People]:
        """The counts of a row by column; those that have no column too."""
        among, fixed = (in_stage(members, stage), {"stage": stage}) if stage else (members, {})
        cells = {"total": People(key(word, **fixed), len(among), least=int(word == keys.ALL and bool(stage)))}
        if self.gender:
            many = Counter(map(gender_alone, among))
            for said_of, column in _GENDERS.items():
                cells[column] = People(key(word, **{ALONE: said_of}, **fixed), many[said_of])
        if self.flags:
            found = flags.counts(word, among, **fixed)
            cells |= {f"{flag} of flags" if flag == flags.NOT_KNOWN else flag: found[flag] for flag in flags.FLAGS}
        return cells

    def _over_stages(self, word: str, members: tuple[Member, ...]) -> None:
        each = [self._cells(word, members, stage) for stage in self.stages if stage]
        for column, total in self._cells(word, members, "").items():
            self._add(
                ([Sum(total.key, tuple(cells[column].key for cells in each))], [total, *(c[column] for c in each)])
            )

    def _within(self, word: str, members: tuple[Member, ...], stage: str) -> None:
        among, fixed = (in_stage(members, stage), {"stage": stage}) if stage else (members, {})
        if self.gender:
            places = {said_of: key(word, **{ALONE: said_of}, **fixed) for said_of in _GENDERS}
            known = sum(gender_alone(member) != "not-known" for member in among)
            of_known = People(key(word, **{ALONE: "known"}, **fixed), known)
            sums = [
                Sum(key(word, **fixed), (of_known.key, places["not-known"])),
                Sum(of_known.key, tuple(places[each] for each in places if each != "not-known"), one_thing=True),
            ]
            self._add((sums, [of_known]))
        if self.flags:
            self._add(flags.adding_up(word, among, **fixed))

    def _beside_the_question(self) -> None:
        """How the grid hangs together with the answers to the question, where those are printed too."""
        cells = self._cells(keys.ALL, self.members, "")
        answered = [member for member in self.members if gender_alone(member) != "not-known"]
        self._add(
            (
                [Sum(keys.ALL, (key(keys.ALL, **{GENDER: "answered"}), cells["not-known"].key))],
                [People(key(keys.ALL, **{GENDER: "answered"}), len(answered))],
            )
        )
        for code, column in (("girl", "girls"), ("boy", "boys")):
            every = People(
                key(keys.ALL, **{GENDER: code}), sum(code in member.answers[GENDER].codes for member in answered)
            )
            more = People(key(keys.ALL, **{GENDER: f"{code} and more"}), every.count - cells[column].count)
            self._add(([Sum(every.key, (cells[column].key, more.key))], [every, more]))

    def _add(self, linked: Linked) -> None:
        self.sums += linked[0]
        self.hidden += linked[1]

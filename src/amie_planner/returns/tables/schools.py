"""The schools that young people go to, and whole classes that learn together: a return is often read by school."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from amie_planner.domain.plan import Series
from amie_planner.domain.records import Provision
from amie_planner.domain.vocabulary import DeliveryType
from amie_planner.returns.facts import Facts, Member
from amie_planner.returns.table import Column, Draft, People, Sum
from amie_planner.returns.tables import attended, few_sessions, flags, keys
from amie_planner.returns.tables.drafting import Row, drafted
from amie_planner.returns.tables.keys import key
from amie_planner.returns.tables.kinds import of_kind
from amie_planner.returns.tables.unions import Linked
from amie_planner.returns.tables.wording import instruments, of_open_list, school_name, school_year, several
from amie_planner.returns.tables.worked_out import WorkedOut
from amie_planner.returns.which_school import Place, names, places_of_schools, urn

if TYPE_CHECKING:
    from amie_planner.returns.templates import ReturnTemplate

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "whole-class": {
        "urn": Column("School URN", "The school’s unique reference number"),
        "school": Column("School", "The school’s name"),
        "class": Column("Class", "The programme’s title; its place in the return where that may hold somebody’s name"),
        "year": Column("Year", "The school year of the class"),
        "terms": Column("Terms received", "Terms of the programme with a delivered session in the period"),
        "instrument": Column("Instrument", "What the class learns"),
        "pupils": Column("Pupils", "Unique people who came at least once in the period"),
        "pp-only": Column("Pupil Premium only", "Pupil Premium, and neither SEN support nor a plan"),
        "send-only": Column("SEND only", "SEN support or an education, health and care plan, and no Pupil Premium"),
        "both": Column("Both", "Pupil Premium, and SEN support or a plan"),
    },
    "schools": {
        "urn": Column("URN", "The school’s unique reference number"),
        "laestab": Column("LAESTAB", "Local authority and establishment number"),
        "name": Column("School", "The school’s name"),
        "phase": Column("Phase", "Primary, secondary, special and the like"),
        "state-funded": Column("State funded", "Whether the state pays for it"),
        "pupils": Column(
            "Pupils",
            "Unique people of the period who go there, each counted at one: their own, else their class’s",
        ),
    },
}
_NOT_KNOWN = "not known"
_ONE_URN = "A row with several names is of schools that are noted with one URN: they are counted as one."


def whole_class(facts: Facts, template: ReturnTemplate, *, detailed: bool = False) -> Draft:
    """A row for each programme of a whole class that has a delivered session in the period."""
    classes = [each for each in _programmes(facts) if _is_whole_class(each.series) and each.delivered]
    asked = flags.are_asked(facts)
    linked = [flags.adding_up(each.word, each.members) for each in classes if asked]
    if classes:
        programmes = [(each.word, each.members) for each in classes]
        linked += [
            of_kind(facts, DeliveryType.WHOLE_CLASS, programmes, partial(_counts, asked)),
            attended.linked(facts),
        ]
    draft = drafted(
        template,
        "whole-class",
        "Whole class",
        COLUMNS["whole-class"],
        (_class(facts, template, each, asked) for each in classes),
        title="Whole-class teaching, class by class",
        notes=() if asked or not classes else ("Pupil Premium and SEND were not both asked about.",),
        sums=(each for sums, _ in linked for each in sums),
        hidden=(each for _, hidden in linked for each in hidden),
    )
    about = () if detailed or not classes else few_sessions.about_rows(template, "whole-class")
    return WorkedOut.of(draft.also(*about))


def schools(facts: Facts, template: ReturnTemplate) -> Draft:
    """A row for each school that somebody of the period goes to, and one for those of whom it is not known."""
    found = _pupils(facts)
    known = [n for n in found if n]
    counts = {n: People(_key(facts, members, n), len(members), least=int(n > 0)) for n, members in found.items()}
    rows = [_row(facts, n, counts[n]) for n in known]
    if known:
        rows.append({"name": "School not known", "pupils": counts[0]})
    bounds, others = _of_classes(facts, found, counts)
    return drafted(
        template,
        "schools",
        "Schools",
        COLUMNS["schools"],
        rows,
        title="Schools that young people come from",
        sums=(Sum(keys.ALL, tuple(people.key for people in counts.values())), *bounds) if known else (),
        hidden=(People(keys.ALL, len(facts.members)), *others),
        notes=(_ONE_URN,) if any(len(names(places_of_schools(facts)[1][n - 1])) > 1 for n in known) else (),
    )


def schools_of(facts: Facts, members: Iterable[Member], word: str) -> People:
    """How many schools a group comes from: protected like people, for who is alone from theirs would show by it."""
    which, _ = places_of_schools(facts)
    return People(key(word, schools="any"), len({n for member in members if (n := which.get(_school(member)))}))


@dataclass(frozen=True, slots=True)
class _Programme:
    """A programme of the return, its place from 1, and its people; `terms` is how many had a delivered session."""

    n: int
    series: Series
    title: str
    word: str
    members: Sequence[Member]
    delivered: int
    terms: int | None


def _programmes(facts: Facts) -> Iterator[_Programme]:
    for n, source in enumerate(facts.sources, 1):
        series, members = source.series, facts.groups[n - 1]
        days = [held.count.date for held in facts.delivered if held.series is series]
        dated = [(term.starts, term.ends) for term in series.programme.terms if term.starts and term.ends]
        terms = sum(any(starts <= day <= ends for day in days) for starts, ends in dated) if dated else None
        word = keys.group(facts, members, keys.programme(n))
        yield _Programme(n, series, facts.titles[n - 1], word, members, len(days), terms)


def _of_classes(facts: Facts, found: Mapping[int, Sequence[Member]], counts: Mapping[int, People]) -> Linked:
    """That a school has no fewer pupils than a class of which all go there, or than all such classes together."""
    linked: list[Linked] = []
    classes = [each for each in _programmes(facts) if _is_whole_class(each.series) and each.members]
    for n in filter(None, found):
        pupils = {member.key for member in found[n]}
        there = [each for each in classes if pupils.issuperset(member.key for member in each.members)]
        parts = tuple({each.word: People(each.word, len(each.members)) for each in there}.values())
        everybody = {member.key for each in there for member in each.members}
        are_apart = sum(people.count for people in parts) == len(everybody)
        linked += [_bounds(counts[n], each) for each in ([parts] if are_apart else [(people,) for people in parts])]
    return [each for sums, _ in linked for each in sums], [each for _, people in linked for each in people]


def _bounds(school: People, classes: Sequence[People]) -> Linked:
    words = tuple(people.key for people in classes)
    if words in ((), (school.key,)):
        return [], []
    rest = People(f"{school.key} but {' and '.join(words)}", school.count - sum(people.count for people in classes))
    return [Sum(school.key, (*words, rest.key), only_bounds=True)], [*classes, rest]


def _counts(asked: bool, word: str, members: Sequence[Member]) -> dict[str, People]:
    """Everybody of a group, and by who is helped where that is asked."""
    return {"": People(word, len(members)), **(flags.counts(word, members) if asked else {})}


def _is_whole_class(series: Series) -> bool:
    provision = series.programme.provision
    return provision is not None and provision.delivery is DeliveryType.WHOLE_CLASS


def _class(facts: Facts, template: ReturnTemplate, each: _Programme, asked: bool) -> Row:
    programme = each.series.programme
    provision = programme.provision or Provision()
    school = next((school for school in programme.schools if school.id == provision.school), None)
    counts = _counts(asked, each.word, each.members)
    return {
        "urn": (urn(school) or None) if school else None,
        "school": school_name(facts, school.name) if school else None,
        "class": each.title,
        "year": school_year(provision.school_year),
        "terms": few_sessions.kept_in_row(facts, template, each.n)(each.terms),
        "instrument": instruments(provision.instruments),
        "pupils": People(each.word, len(each.members)),
        **{flag: counts.get(flag) for flag in ("pp-only", "send-only", "both")},
    }


def _row(facts: Facts, n: int, pupils: People) -> Row:
    """What the places of a school say of it: where they differ, each of it once."""
    places = places_of_schools(facts)[1][n - 1]
    funded = {True: "yes", False: "no", None: None}
    return {
        "urn": urn(places[0]) or None,
        "laestab": _each(school.laestab for school in places),
        "name": _each(school_name(facts, name) or f"School {n}" for name in names(places)) or f"School {n}",
        "phase": _each(of_open_list("phase", school.phase) for school in places),
        "state-funded": _each(funded[school.state_funded] for school in places),
        "pupils": pupils,
    }


def _each(words: Iterable[str | None]) -> str | None:
    return several(dict.fromkeys(words))


def _school(member: Member) -> Place:
    return member.school


def _pupils(facts: Facts) -> dict[int, tuple[Member, ...]]:
    """Who goes to each school that somebody goes to, in order; under 0 of whom it is not known."""
    which, held = places_of_schools(facts)
    found: dict[int, list[Member]] = {n: [] for n in (*range(1, len(held) + 1), 0)}
    for member in facts.members:
        found[which.get(_school(member), 0)].append(member)
    return {n: tuple(members) for n, members in found.items() if members or not n}


def _key(facts: Facts, members: tuple[Member, ...], n: int) -> str:
    """The word of a group that comes from this school alone, where there is one: they are the same people."""
    own = key(keys.ALL, school=str(n) if n else _NOT_KNOWN)
    word = keys.group(facts, members, own) if members and n else own
    return own if word == keys.ALL else word

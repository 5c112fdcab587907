"""How complete the records behind a return are, in counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from amie_planner.returns.facts import Facts, Member
from amie_planner.returns.table import Column, Draft, People, Sum, Value
from amie_planner.returns.tables import attended, few_sessions, keys
from amie_planner.returns.tables.characteristics import why_not
from amie_planner.returns.tables.drafting import Row, drafted
from amie_planner.returns.tables.keys import key
from amie_planner.returns.tables.people import FURTHER, in_stage
from amie_planner.returns.tables.period import undated
from amie_planner.returns.tables.totals import NO_CODE, unmatched
from amie_planner.returns.tables.unions import Linked
from amie_planner.returns.tables.worked_out import WorkedOut, fewest_of, per_cent

if TYPE_CHECKING:
    from amie_planner.returns.templates import ReturnTemplate

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "quality": {
        "what": Column("What was looked at", "One figure a row"),
        "count": Column("How many", "Sessions or people of whom it holds"),
        "of": Column("Of", "How many were looked at"),
        "percent": Column(
            "Per cent",
            "In whole per cent, of figures as they are given here; [x] where they are too small, or rounded alike",
        ),
        "means": Column("What it means", "The definition of the figure", of_row=True),
    },
}
_NO_STAGE = "not known"


def quality(facts: Facts, template: ReturnTemplate, *, detailed: bool = False) -> Draft:
    """One figure a row; nothing where no session is in the period. `detailed` gives a per cent of few people too."""
    of_people = tuple(_of_people(facts, detailed)) if facts.members else ()
    sums, hidden = _further(facts) if detailed else ([], [])
    visits, all_visits = attended.linked(facts)
    rows = [
        *_of_sessions(facts, few_sessions.kept(facts, template)),
        *(_people_row(*each, detailed) for each in of_people),
    ]
    draft = drafted(
        template,
        "quality",
        "Data quality",
        COLUMNS["quality"],
        rows if facts.sessions else (),
        title="How complete the records are",
        sums=[*(Sum(keys.ALL, (people.key, rest.key)) for _, people, rest, _ in of_people), *sums, *visits],
        hidden=(People(keys.ALL, len(facts.members)), *(rest for _, _, rest, _ in of_people), *hidden, *all_visits),
        notes=few_sessions.about() if facts.sessions and not detailed else (),
    )
    return WorkedOut.of(draft)


_OfPeople = tuple[str, People, People, str]
"""What was looked at, of whom it holds, all others, and what it means."""


def _of_sessions(facts: Facts, kept: few_sessions.Kept) -> Iterator[Row]:
    delivered, heads = facts.delivered, attended.headcounts(facts)
    no_day = [session for source in facts.sources for session in undated(source.series)]
    without = sum(held.count.attendance is None for held in delivered)
    no_length = sum(held.hours is None for held in delivered)
    for what, count, means in (
        ("Sessions without a register", without, "Delivered, and nobody was counted"),
        ("Sessions without a length", no_length, "Delivered, and no minutes are recorded"),
        ("Headcounts", len(heads), "Delivered sessions in which heads were counted, and no names"),
    ):
        yield {"what": what, **_part(kept, count, len(delivered)), "means": means}
    rough = attended.estimated(heads)
    about = _part(kept, rough, len(heads))
    yield {"what": "Estimated headcounts", **about, "means": "About so many, not counted exactly"}
    undated_means = "Neither draft nor cancelled; they are in no period"
    yield {"what": "Sessions without a date", "count": len(no_day), "means": undated_means}


def _part(kept: few_sessions.Kept, count: int, of: int) -> Row:
    return {"count": kept(count), "of": kept(of), "percent": kept(_per_cent(count, of))}


def _per_cent(count: int, of: int) -> Value:
    return round(100 * count / of) if of else None


def _people_row(what: str, people: People, rest: People, means: str, detailed: bool) -> Row:
    everybody = People(keys.ALL, people.count + rest.count)
    percent = per_cent(people, everybody, fewest_of(detailed))
    return {"what": what, "count": people, "of": everybody, "percent": percent, "means": means}


def _of_people(facts: Facts, detailed: bool) -> Iterator[_OfPeople]:
    """What was looked at of people. Few who are matched would hide unique people beside places: only if detailed."""
    members = facts.members
    unknown = len(in_stage(members, _NO_STAGE))
    yield _split(
        facts, "People without a Key Stage", "stage", _NO_STAGE, unknown, "Neither school year nor month of birth tells"
    )
    code = unmatched(facts)
    with_one = People(key(keys.ALL, code="yes"), len(members) - code.count)
    yield "People without an agreed code", code, with_one, NO_CODE
    if detailed and len(facts.sources) > 1:
        matched = _matched(facts)
        one = People(key(keys.ALL, programmes="one"), len(members) - matched.count)
        yield "People matched", matched, one, "In several programmes, and counted once"
    for question in facts.questions:
        many = sum(_answered(member, question.id) for member in members)
        yield _split(facts, f"{question.label}: answered", question.id, "answered", many, "Gave an answer")


def _matched(facts: Facts) -> People:
    """Those in several programmes: of two programmes, they are just the further places that there are."""
    many = sum(len(member.came) > 1 for member in facts.members)
    return People(FURTHER if len(facts.sources) == 2 else key(keys.ALL, programmes="several"), many)


def _further(facts: Facts) -> Linked:
    """How further places are made up of the second one of everybody matched, and of their others."""
    if len(facts.sources) < 3 or not facts.members:
        return [], []
    matched = _matched(facts)
    further = People(FURTHER, sum(len(member.came) - 1 for member in facts.members))
    still = People(f"still {FURTHER}", further.count - matched.count)
    return [Sum(FURTHER, (matched.key, still.key))], [further, still]


def _split(facts: Facts, what: str, variable: str, category: str, many: int, means: str) -> _OfPeople:
    people, rest = key(keys.ALL, **{variable: category}), key(keys.ALL, **{variable: f"any but {category}"})
    return what, People(people, many), People(rest, len(facts.members) - many), means


def _answered(member: Member, question: str) -> bool:
    return why_not(member.answers.get(question)) is None

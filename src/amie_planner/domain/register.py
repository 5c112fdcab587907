"""The register as one reads it: who is down for a session, how each is marked, and what all of it comes to in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile, islice

from amie_planner.domain.attendance import attendance, mode_said, unmarked, walk_ins
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.records import Person, Register, Session
from amie_planner.domain.vocabulary import Consent, Mark, RegisterMode, Status
from amie_planner.domain.words import listed, person_name

REASONS = (
    "Not well",
    "An appointment",
    "Family or home",
    "Transport",
    "School or exams",
    "Chose not to come",
    "Something here was in the way",
    "Not known",
)
"""For not being there, to choose from; any other words do as well."""
BANDS = (
    ("0-4", "0 to 4"),
    ("5-10", "5 to 10"),
    ("11-15", "11 to 15"),
    ("16-18", "16 to 18"),
    ("19-25", "19 to 25"),
    ("26+", "26 and over"),
)
"""Broad ages in years: the key in the record, and the words for it."""
NOTHING_WRITTEN = Register()
_NOTED = "Emergency note: {}. What to do stands under ‘By person’ and in People."
NOT_TO_BE_RECORDED = "not to be recorded"


@dataclass(frozen=True, slots=True)
class Entry:
    """One person's line in the register of one session. `minutes` late, `reason` for not being there.

    `away_until` is the day of the last session that they are away from, in a row and for one reason, where it is later.
    `recording` and `emergency` are what has to be known in the room; `unexpected` says why they are not expected.
    """

    person: str
    name: str
    mark: Mark
    minutes: int | None
    reason: str
    away_until: date | None
    recording: str
    emergency: str
    unexpected: str


def written(session: Session) -> Register:
    """The register of a session; an empty one where there is none."""
    return session.attendance or NOTHING_WRITTEN


def mark_of(register: Register, person: str) -> Mark:
    """How somebody is marked."""
    return register.people.get(person, Mark.NOT_TAKEN)


def with_everyone(register: Register, expected: Iterable[Person]) -> Register:
    """With a line for everybody who is expected: who has no mark is not taken. Nobody else is without one."""
    marked = {id: mark for id, mark in register.people.items() if mark is not Mark.NOT_TAKEN}
    return register.revised(people={person.id: Mark.NOT_TAKEN for person in expected} | marked)


def counts_by(plan: Plan) -> RegisterMode:
    """Which figures count here: as the register says, else as the last two did, else by person where somebody is
    expected. A single headcount is no habit."""
    if plan.session.attendance and (own := mode_said(plan.session.attendance)):
        return own
    before = (mode_said(held) for lines in reversed(plan.previous) if (held := lines.session.attendance))
    last = tuple(islice((mode for mode in before if mode), 2))
    if len(last) == 2 and last[0] is last[1]:
        return last[0]
    return RegisterMode.PEOPLE if plan.expected else RegisterMode.HEADCOUNT


def entries(series: Series, session: str) -> tuple[Entry, ...]:
    """Everybody who is expected, then who else has a profile, each in the leader's order. Raises KeyError."""
    plan = series.plan(session)
    ahead = _from_here(series, session)
    registers, days = [written(s) for s in ahead], [s.date for s in ahead]
    expected = {person.id for person in plan.expected}
    asked = any(person.recording_ok for person in plan.people)

    def entry(person: Person) -> Entry:
        register = written(plan.session)
        return Entry(
            person=person.id,
            name=person_name(person, plan),
            mark=mark_of(register, person.id),
            minutes=register.late.get(person.id),
            reason=register.reasons.get(person.id) or "",
            away_until=_away_until(registers, days, person.id),
            recording=_recording(person, asked),
            emergency=person.emergency or "",
            unexpected="" if person.id in expected else _unexpected(person, plan.session),
        )

    in_order = sorted(plan.people, key=lambda person: person.id not in expected)
    return tuple(entry(person) for person in in_order)


def to_know(entries: Iterable[Entry]) -> tuple[str, ...]:
    """What has to be known in the room where heads are counted, in sentences: of those who are expected, by name."""
    expected = [entry for entry in entries if not entry.unexpected]
    unrecorded = listed(entry.name for entry in expected if entry.recording == NOT_TO_BE_RECORDED)
    noted = listed(entry.name for entry in expected if entry.emergency)
    said = (("Not to be recorded: {}.", unrecorded), (_NOTED, noted))
    return tuple(text.format(names) for text, names in said if names)


def _from_here(series: Series, session: str) -> tuple[Session, ...]:
    """The session and those after it that have a date and are not cancelled."""
    from_here = dropwhile(lambda s: s.id != session, (lines.session for lines in series.in_order()))
    return tuple(s for s in from_here if s.id == session or (s.date and s.status is not Status.CANCELLED))


def run_of_absences(ahead: Sequence[Register], person: str) -> int:
    """For how many registers from the first on somebody is absent in a row, for one reason."""
    first = ahead[0].reasons.get(person)
    away = (mark_of(r, person) is Mark.ABSENT and r.reasons.get(person) == first for r in ahead)
    return next((n for n, is_away in enumerate(away) if not is_away), len(ahead))


def _away_until(ahead: Sequence[Register], days: Sequence[date | None], person: str) -> date | None:
    run = run_of_absences(ahead, person)
    return days[run - 1] if run > 1 else None


def away_from(series: Series, session: str, person: str) -> tuple[Session, ...]:
    """The sessions from this one on that somebody is away from in a row, for one reason."""
    sessions = _from_here(series, session)
    return sessions[: run_of_absences([written(s) for s in sessions], person)]


def _recording(person: Person, asked: bool) -> str:
    if person.recording_ok is Consent.NO:
        return NOT_TO_BE_RECORDED
    return "not asked about recording" if asked and person.recording_ok is not Consent.YES else ""


def _unexpected(person: Person, session: Session) -> str:
    day = session.date
    if person.archived or (day and person.left and person.left < day):
        return "has left the group"
    return "joins later" if day and person.joined and day < person.joined else "not expected today"


def counted(plan: Plan) -> str:
    """What was counted, in words: 9 here, 1 late, 2 absent, none not taken, 1 walk-in."""
    register = written(plan.session)
    if counts_by(plan) is RegisterMode.HEADCOUNT:
        return _by_headcount(register)
    register = with_everyone(register, plan.expected)
    if not register.people and not walk_ins(register):
        return "Nobody is marked yet."
    marks, open_ = list(register.people.values()), unmarked(register, plan.expected)
    said = [
        f"{marks.count(mark)} {words}"
        for mark, words in ((Mark.PRESENT, "here"), (Mark.LATE, "late"), (Mark.ABSENT, "absent"))
        if marks.count(mark)
    ]
    others = _walk_ins(walk_ins(register))
    text = ", ".join(part for part in (*said, f"{open_ or 'none'} not taken", others) if part)
    if attendance(register, plan.expected) is None and not open_:
        return f"{text[:1].upper()}{text[1:]}, as noted beforehand. The register is not taken yet."
    return f"{text[:1].upper()}{text[1:]}."


def _by_headcount(register: Register) -> str:
    others = walk_ins(register)
    if register.headcount is None:
        return f"No headcount yet, {_walk_ins(others)}." if others else "No headcount yet."
    return f"{register.headcount} here by headcount{f', with {_walk_ins(others)} among them' if others else ''}."


def _walk_ins(many: int) -> str:
    return f"{many} walk-in{'' if many == 1 else 's'}" if many else ""


def differs(register: Register) -> str:
    """Where the figures of a headcount do not agree with one another, how; else nothing. Nothing is changed for it."""
    ages, head, others = sum(register.bands.values()), register.headcount, walk_ins(register)
    said = []
    if register.bands and head is None:
        said.append(f"The ages come to {ages}, and there is no headcount.")
    elif register.bands and ages != head:
        said.append(f"The ages come to {ages}, and the headcount is {head}.")
    if head is not None and others > head:
        said.append(f"{_walk_ins(others)} {'is' if others == 1 else 'are'} more than the headcount of {head}.")
    return " ".join(said)

"""The sessions of a programme one after another, each with what is asked to be seen of it: for screen and paper.

Nobody stands in them, and nobody's words: what is in the way is said by barrier, and who came by how many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from amie_planner import checks
from amie_planner.checks import PlanCheck
from amie_planner.checks.check import Answer, LineKind
from amie_planner.domain import words
from amie_planner.domain.access_grid import open_cells, rows
from amie_planner.domain.attendance import came
from amie_planner.domain.held import was_held
from amie_planner.domain.plan import Lines, Plan, Series, Shared
from amie_planner.domain.records import Activity, Session
from amie_planner.domain.timing import minutes_taken
from amie_planner.domain.vocabulary import Status, label


class Part(StrEnum):
    """What can be seen of each session."""

    ACTIVITIES = "activities"
    INTENTIONS = "intentions"
    MUSIC = "music"
    ACCESS = "access"
    FINDINGS = "findings"
    ATTENDANCE = "attendance"
    ACTUAL = "actual"


PARTS = {
    Part.ACTIVITIES: "Activities",
    Part.INTENTIONS: "Intentions",
    Part.MUSIC: "Music",
    Part.ACCESS: "Access gaps",
    Part.FINDINGS: "HEARD",
    Part.ATTENDANCE: "Who came",
    Part.ACTUAL: "Planned and actual",
}
"""Each part in a leader's words, in the order they are shown."""
_NOTHING = {
    Part.ACTIVITIES: "None yet.",
    Part.INTENTIONS: "None written yet.",
    Part.MUSIC: "None written yet.",
    Part.ACCESS: "No gap.",
    Part.FINDINGS: "Nothing to look at.",
    Part.ATTENDANCE: "Register not taken.",
    Part.ACTUAL: "Nothing kept from the room.",
}
_OURS = {held.id: held.question for held in checks.PLAN_CHECKS}
_SEEN = {Answer.STRENGTH: "A strength", Answer.WORTH_A_LOOK: "Worth a look"}


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session: `about` is its number, place in the day and status; `parts` are what is seen of it, line by line."""

    id: str
    day: date | None
    title: str
    about: str
    parts: tuple[tuple[Part, tuple[str, ...]], ...] = ()

    @property
    def day_said(self) -> str:
        """Tuesday 8 September 2026"""
        return words.day(self.day) if self.day else "No date yet"

    @property
    def text(self) -> str:
        """Tuesday 8 September 2026: Lift-off"""
        return f"{self.day_said}: {self.title}"

    @property
    def spoken(self) -> str:
        """The whole of it in one go."""
        told = (f"{PARTS[part]}: {'; '.join(lines)}" for part, lines in self.parts)
        return ". ".join(sentence.rstrip(".") for sentence in (f"{self.text}, {self.about}", *told))


def session_rows(
    series: Series,
    first: date | None,
    last: date | None,
    parts: Sequence[Part] = (),
    questions: tuple[PlanCheck, ...] = checks.PLAN_CHECKS,
) -> tuple[SessionRow, ...]:
    """Every session from a first day to a last, drafts and cancelled ones too; undated ones where both are open."""
    ordered = series.in_order()
    shared = {f.name: getattr(series, f.name) for f in fields(Shared)}
    said = tuple(part for part in PARTS if part in parts)
    made = []
    for n, lines in enumerate(ordered):
        if _within(lines.session.date, first, last):
            own = {f.name: getattr(lines, f.name) for f in fields(Lines)}
            plan = Plan(**shared, **own, earlier=ordered[:n])
            told = ((part, tuple(_told(plan, part, questions))) for part in said)
            seen = tuple((part, found or (_NOTHING[part],)) for part, found in told if _has(plan, part))
            made.append(SessionRow(lines.session.id, lines.session.date, lines.session.title, _about(lines), seen))
    return tuple(made)


def counted(series: Series, first: date | None, last: date | None) -> str:
    """9 delivered, 2 planned and 1 cancelled: how many there are of each."""
    held = (lines.session for lines in series.sessions if _within(lines.session.date, first, last))
    many = Counter(session.status or Status.PLANNED for session in held)
    order = (Status.DELIVERED, Status.PLANNED, Status.DRAFT, Status.CANCELLED)
    return words.listed(f"{many[status]:,} {_status(status)}" for status in order if many[status])


def _within(day: date | None, first: date | None, last: date | None) -> bool:
    if day is None:
        return first is None and last is None
    return (first is None or first <= day) and (last is None or day <= last)


def _status(status: Status | None) -> str:
    return label("status", status or Status.PLANNED).lower()


def _about(lines: Lines) -> str:
    session = lines.session
    start = f"{session.start:%H:%M}" if session.start else ""
    facts = (_status(session.status), start, words.minutes(session.minutes) if session.minutes else "")
    about = ", ".join(fact for fact in facts if fact)
    return f"{about[:1].upper()}{about[1:]}"


def _has(plan: Plan, part: Part) -> bool:
    """Whether a part can be said of a session: who came to it, and how long things took, only where it was held."""
    if plan.session.status is Status.CANCELLED:
        return part in (Part.ACTIVITIES, Part.INTENTIONS, Part.MUSIC)
    if part is Part.ATTENDANCE:
        return plan.session.attendance is not None or was_held(plan, plan)
    return part is not Part.ACTUAL or was_held(plan, plan)


def _told(plan: Plan, part: Part, questions: tuple[PlanCheck, ...]) -> Iterator[str]:
    if part is Part.FINDINGS:
        return _findings(plan, questions)
    says: dict[Part, Callable[[Plan], Iterator[str]]] = {
        Part.ACTIVITIES: _activities,
        Part.INTENTIONS: _intentions,
        Part.MUSIC: _music,
        Part.ACCESS: _gaps,
        Part.ATTENDANCE: _came,
        Part.ACTUAL: _actual,
    }
    return says[part](plan)


def _activities(plan: Plan) -> Iterator[str]:
    for activity in plan.activities:
        lasts = f", {words.minutes(activity.minutes)}" if activity.minutes else ""
        yield f"{'Plan B: ' if activity.skip else ''}{_title(activity)}{lasts}"


def _title(activity: Activity) -> str:
    return " ".join(words.activity_title(activity).split())


def _intentions(plan: Plan) -> Iterator[str]:
    for intention in plan.intentions:
        parts = (label("area", intention.area), " ".join((intention.text or "").split()))
        yield ": ".join(part for part in parts if part) or "To be described"


def _music(plan: Plan) -> Iterator[str]:
    heard = (music for activity in plan.activities if not activity.skip for music in activity.music)
    for music in heard:
        genres = words.listed(label("genre", genre) for genre in music.genres)
        title = " ".join(words.music_name(music).split())
        yield f"{title} ({genres})" if genres and music.title else title


def _gaps(plan: Plan) -> Iterator[str]:
    """What nothing answers yet, by barrier; and of how many nothing is known, for that is no answer."""
    found: dict[str, dict[str, None]] = {}
    for cell in open_cells(rows(plan)):
        barrier = label("barrier", cell.need.barrier) or "Something in the way, not said what"
        found.setdefault(barrier, {})[_title(cell.activity)] = None
    for barrier, where in found.items():
        yield f"{barrier}: nothing yet in {words.listed(where)}"
    told = {need.person for need in plan.requirements}
    unasked = sum(not person.asked_about_access and person.id not in told for person in plan.expected)
    if unasked:
        yield f"{unasked:,} {'person' if unasked == 1 else 'people'} not asked yet what would be in the way"


def _findings(plan: Plan, questions: tuple[PlanCheck, ...]) -> Iterator[str]:
    for finding in checks.run(plan, questions):
        if finding.answer in _SEEN:
            in_their_words = any(line.kind is LineKind.VOICE for line in finding.lines)
            asks = finding.text == finding.question or in_their_words
            text = _OURS.get(finding.check, "") if asks else finding.text
            yield f"{_SEEN[finding.answer]}: {text}"


def _came(plan: Plan) -> Iterator[str]:
    if said := came(plan.session.attendance, plan.expected):
        yield said


def _actual(plan: Plan) -> Iterator[str]:
    actual = plan.session.actual
    if not actual:
        return
    for activity in (a for a in plan.activities if a.id in actual or not a.skip):
        yield f"{_title(activity)}: {_took(activity, plan.session)}"
    if (taken := minutes_taken(plan)) is not None:
        yield f"All that was timed: {words.minutes(taken)}"


def _took(activity: Activity, session: Session) -> str:
    actual, planned = session.actual.get(activity.id), f"{words.minutes(activity.minutes)} planned"
    if actual is None:
        return f"{planned}, not begun"
    if actual.skipped:
        return f"{planned}, left out in the room"
    return (
        f"{planned}, {words.minutes(actual.minutes)} in the room" if actual.minutes is not None else f"{planned}, begun"
    )

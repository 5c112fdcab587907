"""How a plan is said in plain words: for rows, labels and lines on screen and paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from amie_planner.domain.plan import Shared
from amie_planner.domain.records import Activity, Adaptation, Music, Person, Requirement, Session, TeamMember
from amie_planner.domain.vocabulary import Reach, label


def listed(words: Iterable[str], last: str = "and") -> str:
    """drum, bells and voice."""
    said = [word for word in words if word]
    return f"{', '.join(said[:-1])} {last} {said[-1]}" if len(said) > 1 else "".join(said)


def day(value: date | None) -> str:
    """Tuesday 8 September 2026, in any locale."""
    if value is None:
        return "no date"
    weekday = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[value.weekday()]
    return f"{weekday} {value.day} {_MONTHS[value.month - 1]} {value.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def day_and_month(value: date, today: date) -> str:
    """20 October; with the year, where it is another than today's."""
    return f"{value.day} {_MONTHS[value.month - 1]}" + (f" {value.year}" if value.year != today.year else "")


def minutes(value: int | None, *, short: bool = False) -> str:
    """12 minutes, or 12 min."""
    if value is None:
        return "no length"
    return f"{value} min" if short else f"{value} minute{'' if value == 1 else 's'}"


def sessions(many: int) -> str:
    """1 session, 12 sessions."""
    return f"{many:,} session{'' if many == 1 else 's'}"


def activity_title(activity: Activity) -> str:
    """Its title, else its kind in words."""
    return activity.title or label("kind", activity.kind) or "Untitled activity"


def person_name(person: Person, shared: Shared) -> str:
    """The alias, else “Person 2”, counted in the order of ids: never the full name."""
    if person.alias:
        return person.alias
    return f"Person {1 + sum((len(p.id), p.id) < (len(person.id), person.id) for p in shared.people)}"


def member_name(id: str | None, shared: Shared) -> str:
    """A member of the team by name, else by role."""
    member = next((m for m in shared.team if m.id == id), None)
    return _member(member) if member else ""


def _member(member: TeamMember) -> str:
    return member.name or member.role or "Team member"


def requirement_name(requirement: Requirement, shared: Shared) -> str:
    """Whose it is and what is in the way, in their words if they gave some."""
    person = next((p for p in shared.people if p.id == requirement.person), None)
    what = requirement.words or requirement.change or label("barrier", requirement.barrier)
    return f"{person_name(person, shared)}: {what}" if person and what else what or "Access requirement"


def adapted_for(adaptation: Adaptation, shared: Shared) -> str:
    """Everyone, the people it names, the barriers it answers, or nobody yet."""
    if adaptation.reach is Reach.EVERYONE:
        return "Everyone"
    owners = {r.person for r in shared.requirements if r.id in adaptation.requirements}
    names = [person_name(p, shared) for p in shared.people if p.id in owners]
    if names:
        return listed(names)
    return listed(label("barrier", b) for b in adaptation.barriers) or label("reach", adaptation.reach)


def leaders(activity: Activity, shared: Shared) -> str:
    """Class support leads; Music leader and Class support lead, with a young person."""
    names = [member_name(id, shared) for id in activity.leads]
    if not names:
        return "A young person leads" if activity.young_lead else ""
    lead = f"{listed(names)} {'leads' if len(names) == 1 else 'lead'}"
    return f"{lead}, with a young person" if activity.young_lead else lead


def started(activity: Activity) -> str:
    """Whose idea it was, in a few words."""
    idea = {
        "young people": "young people’s idea",
        "together": "an idea made together",
        "leader": "the leader’s idea",
        "partner": "a partner’s idea",
    }
    return idea.get(activity.started_by or "", "")


def choice(activity: Activity) -> str:
    """The decision in an activity: its question, options and ways to answer."""
    decision = activity.decision
    if decision is None or not (decision.question or decision.options or decision.open):
        return ""
    asked = (decision.question or "What next?").strip()
    options = listed(decision.options, "or") or ("anything they say" if decision.open else "")
    ways = listed((label("way", way).lower() for way in decision.ways), "or")
    return " ".join(part for part in (asked, f"{options}." if options else "", f"By {ways}." if ways else "") if part)


def music_name(music: Music) -> str:
    """The piece, else its genres."""
    return music.title or listed(label("genre", g) for g in music.genres) or "Untitled music"


def session_name(session: Session) -> str:
    """Lift-off, Tuesday 8 September 2026."""
    return f"{session.title}, {day(session.date)}"

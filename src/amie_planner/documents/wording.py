"""What several documents say in the same words: whom a change is for, who leads, what is chosen, whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amie_planner.documents.blocks import Block
from amie_planner.documents.house_style import EASY_READ, Part, PrintStyle, paragraph, strong
from amie_planner.documents.naming import A_YOUNG_PERSON
from amie_planner.documents.on_the_day import members
from amie_planner.domain import words
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, Adaptation, Music, OnTheDay, Person, TeamMember
from amie_planner.domain.vocabulary import Consent, Reach, SetUp, Status, label

_SEVERAL = "some young people"
_TO_DIAL = re.compile(r"\+?\(?\d(?:[ ()]*\d){6,}")


def capitalised(text: str) -> str:
    """The text with a capital, unless its first word is written in a way of its own, as in iPad.

    For words of ours, and for a name or role that opens a sentence: what else a leader writes stays as typed.
    """
    first = text.split(maxsplit=1)[:1]
    return text[:1].title() + text[1:] if first and first[0].islower() else text


def sentence(text: str | None) -> str:
    """The text as typed, with an end; nothing for nothing. A number to dial stays on one line."""
    said = undivided((text or "").strip())
    return said if not said or said.endswith((".", "!", "?", "…", ":", ";")) else f"{said}."


def undivided(text: str) -> str:
    """The text with each number to dial, of seven digits and more, on one line."""
    return _TO_DIAL.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def sentences(*texts: str | None) -> str:
    """Several, one after another."""
    return " ".join(filter(None, map(sentence, texts)))


def people(names: Sequence[str]) -> str:
    """Sky and Moss; without names, a young person or some young people."""
    if len(names) > 1 and set(names) == {A_YOUNG_PERSON}:
        return _SEVERAL
    return words.listed(names)


def called(person: Person, plan: Plan) -> str:
    """Sky; Sky (not expected), of somebody of the group who is not to come that day."""
    name = words.person_name(person, plan)
    return f"{name} (not expected)" if person.id in plan.session.not_expected else name


def for_whom(adaptation: Adaptation, plan: Plan) -> str:
    """Everyone, the people whose requirements it answers, or the barriers it answers; and whether it is a choice."""
    if adaptation.reach is Reach.EVERYONE:
        return "Everyone"
    owners = {r.person for r in plan.requirements if r.id in adaptation.requirements}
    said = opening(people([called(p, plan) for p in plan.people if p.id in owners]))
    said = said or words.listed(label("barrier", b) for b in adaptation.barriers)
    if not said:
        return label("reach", adaptation.reach) or "What changes"
    return f"{said}, as a choice" if adaptation.reach is Reach.SOME else said


def to_go_on(whom: str) -> str:
    """Sky, as a choice, – so that more can be said of it."""
    return f"{whom}," if "," in whom else whom


def opening(name: str) -> str:
    """A name that opens a line: as it is, or A young person, Some young people."""
    return capitalised(name) if name.startswith((A_YOUNG_PERSON, _SEVERAL)) else name


def leads(activity: Activity, plan: Plan) -> str:
    """Who leads, as a sentence; nothing where nobody does yet."""
    return capitalised(sentence(words.leaders(activity, plan)))


def carried_out(style: PrintStyle, adaptation: Adaptation, plan: Plan, *, setting_up: bool) -> Iterator[Part]:
    """What changes, who sees to it, with what, and what if that fails; how long setting up takes where asked."""
    yield sentence(adaptation.what)
    who = words.member_name(adaptation.who, plan)
    yield f" {capitalised(who)} sees to it." if who else ""
    if setting_up and adaptation.setup_minutes:
        yield f" {_setting_up(style, adaptation)}"
    yield from with_label("Kit", ", ".join(adaptation.kit))
    yield from with_label("If it fails", adaptation.fallback)


def _setting_up(style: PrintStyle, adaptation: Adaptation) -> str:
    takes, where = words.minutes(adaptation.setup_minutes), adaptation.set_up or SetUp.BEFORE_THE_START
    if style.id != EASY_READ.id:
        return f"Set-up takes {takes}, {label('set_up', where).lower()}."
    return f"It takes {takes} to set up. Do this {_WHEN[where]}."


_WHEN = {SetUp.BEFORE_THE_START: "before the start", SetUp.IN_PLACE: "when you get there"}


def with_label(name: str, text: str | None) -> tuple[Part, ...]:
    """A bold label and a sentence, to go on in a paragraph; nothing for nothing."""
    return (" ", strong(f"{name}:"), f" {sentence(text)}") if (text or "").strip() else ()


def turn_to(plan: Plan) -> dict[str, str]:
    """Whom to turn to on the day, by what for."""
    today = plan.programme.on_the_day or OnTheDay()
    said = {"Safeguarding": today.safeguarding_lead, "First aid": today.first_aid, "Contact": today.contact}
    return {name: text or "not written down" for name, text in said.items()}


def cancelled(style: PrintStyle, plan: Plan) -> Iterator[Block]:
    """That the session is cancelled, in bold; nothing where it is not."""
    if plan.session.status is Status.CANCELLED:
        yield paragraph(style, strong("This session is cancelled."))


def recording(plan: Plan) -> dict[str, str]:
    """Who of the group must not be recorded, and who of those expected was not asked; only what there is."""
    unasked = (None, Consent.NOT_ASKED)
    said_no = [called(p, plan) for p in members(plan) if p.recording_ok is Consent.NO]
    not_asked = [words.person_name(p, plan) for p in plan.expected if p.recording_ok in unasked]
    said = {"Do not record": people(said_no), "Not asked about recording": people(not_asked)}
    return {name: whom for name, whom in said.items() if whom}


def agreed(plan: Plan) -> Iterator[tuple[TeamMember, str]]:
    """What was agreed for each of the team and is for the others to do: “Face Dev when you speak”."""
    yield from ((m, m.access_agreed) for m in plan.team if m.access_agreed and m.access_agreed.strip())


def unsaid_music(activity: Activity) -> list[Music]:
    """The music that the activity's title does not name already."""
    title = words.activity_title(activity).casefold()
    return [m for m in activity.music if words.music_name(m).casefold() not in title]

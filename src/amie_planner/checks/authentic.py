"""Authentic: developed with, and informed by, the people it is for. What shaped the plan, and who decides in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from amie_planner.checks.check import Line, Principle, Said, check, not_recorded, strength, worth_a_look
from amie_planner.checks.lines import activity, by_id, note, quoted, some, voice
from amie_planner.checks.reading import ReadPlan, read
from amie_planner.checks.same_words import folded
from amie_planner.domain.held import was_held
from amie_planner.domain.last_time import notes_so_far
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, Decision, NextTime, Session, VoiceEntry
from amie_planner.domain.vocabulary import Barrier, Outcome, Started
from amie_planner.domain.voicing import undecided

PRINCIPLE = Principle("A", "Authentic", "Developed with, and informed by, the people it is for")


_NO_DECISION = "No decision for young people is written into the session."
_SPEECH = "speech"


@check(
    "A01",
    PRINCIPLE,
    question="Whose voice shaped this plan?",
    why="Young people’s influence can be traced; coming along is not yet a voice (Sound Connections, on youth voice).",
)
def a_voice_shaped_the_plan(plan: Plan) -> Iterator[Said]:
    """≥ 1 voice entry that touches this session, as a whole or a counted activity of it, was adopted or adapted; or was
    said elsewhere and taken into it, to be tried here, as long as it is not over."""
    counted = {None, *(a.id for a in plan.counted)}
    here = plan.session.id
    touching = by_id(v for v in plan.voice if any(t.session == here and t.activity in counted for t in v.touches))
    shaping = [voice(v) for v in touching if v.outcome in (Outcome.ADOPTED, Outcome.ADAPTED)]
    taken = [voice(v) for v in touching if undecided(v) and v.session != here and not was_held(plan, plan)]
    if not touching:
        yield not_recorded("Nothing that young people said or showed is linked to this session yet.")
    elif shaping:
        yield strength(f"Young people shaped this plan: {quoted(shaping)}.", *shaping)
    elif taken:
        yield strength(f"What young people said or showed is to be tried in this plan: {quoted(taken)}.", *taken)
    else:
        text = "What young people said or showed is linked to this session, and nothing has changed because of it yet."
        yield worth_a_look(text, *map(voice, touching))


@check(
    "A02",
    PRINCIPLE,
    question="Is there a real decision inside the session?",
    why="A choice that changes what happens next lets young people shape the music (Sound Connections, Music Lab).",
)
def there_is_a_real_decision(plan: Plan) -> Iterator[Said]:
    """A counted activity has a decision that is open or has ≥ 2 options."""
    deciding = list(_decisions(plan))
    real = [line for line, decision in deciding if decision.open or len(decision.options) > 1]
    if not deciding:
        yield not_recorded(_NO_DECISION)
    elif real:
        yield strength("Young people have a real decision to make inside the session.", *real)
    else:
        lines = [line for line, _ in deciding]
        yield worth_a_look(f"The decision has no second option yet, and is not open: {quoted(lines)}.", *lines)


def _decisions(plan: Plan) -> Iterator[tuple[Line, Decision]]:
    for a in read(plan).counted:
        if a.decision and (a.decision.question or a.decision.options or a.decision.open):
            yield activity(a), a.decision


@check(
    "A03",
    PRINCIPLE,
    question="Can someone choose without speaking?",
    why="Symbols, signs and looks carry a choice as well as speech does (Youth Music, on communication).",
)
def a_choice_can_be_made_without_speech(plan: Plan) -> Iterator[Said]:
    """Every decision offers a way other than speech."""
    deciding = list(_decisions(plan))
    spoken = [line for line, decision in deciding if all(folded(way) in ("", _SPEECH) for way in decision.ways)]
    if not deciding:
        yield not_recorded(_NO_DECISION)
    elif not spoken:
        yield strength("Each decision can be made without speech.", *(line for line, _ in deciding))
    elif _somebody_needs_another_way(read(plan)):
        text = "Somebody in this plan needs a way to choose other than speech, and none is written down yet"
        yield worth_a_look(f"{text} for {quoted(spoken)}.", *spoken)
    else:
        what = some(len(spoken), "decision names", "decisions name")
        yield worth_a_look(f"{what} no way to choose other than speech yet: {quoted(spoken)}.", *spoken)


def _somebody_needs_another_way(plan: ReadPlan) -> bool:
    return any(n.needs_communication_route or n.barrier is Barrier.COMMUNICATION_AND_LANGUAGE for n in plan.needs)


@check(
    "A04",
    PRINCIPLE,
    question="Have people heard what became of their idea?",
    why="Asking counts once people hear what came of it (Sound Connections, on youth voice).",
)
def people_have_heard_what_became_of_their_idea(plan: Plan) -> Iterator[Said]:
    """Every earlier voice entry is decided and told."""
    plan = read(plan)
    ages = _Ages(plan)
    aged = [(v, ages.of(v)) for v in by_id(v for v in plan.voice if ages.of(v))]
    waiting = [_aged(v, age) for v, age in aged if undecided(v) or v.told_on is None]
    if waiting:
        what = some(len(waiting), "idea has", "ideas have")
        yield worth_a_look(f"{what} not come back to young people yet: {quoted(waiting)}.", *waiting)
    elif aged:
        text = "Each idea of an earlier session has come back to young people."
        yield strength(text, *(voice(v) for v, _ in aged))


class _Ages:
    """How many sessions ago something was said, passing over cancelled and draft ones; 0 if it is not earlier."""

    def __init__(self, plan: ReadPlan) -> None:
        self._day = plan.session.date
        held = {lines.session.id for lines in plan.previous}
        self._days = [lines.session.date for lines in plan.previous if lines.session.date]
        self._since: dict[str, int] = {}
        since = 1
        for lines in reversed(plan.earlier):
            self._since[lines.session.id] = since
            since += lines.session.id in held

    def of(self, entry: VoiceEntry) -> int:
        if entry.session is not None:
            return self._since.get(entry.session, 0)
        if entry.date is None or self._day is None or entry.date >= self._day:
            return 0
        return 1 + sum(day > entry.date for day in self._days)


def _aged(entry: VoiceEntry, age: int) -> Line:
    line = voice(entry)
    ago = some(age, "session").lower()
    return replace(line, label=f"{line.label}, {ago} ago")


@check(
    "A05",
    PRINCIPLE,
    question="Whose idea is each activity?",
    why="Young people’s own tastes, ideas and projects are where their voice shows (Sound Connections, Music Lab).",
)
def an_activity_started_with_young_people(plan: Plan) -> Iterator[Said]:
    """≥ 1 counted activity was started by young people, or together with them."""
    said = [a for a in read(plan).counted if a.started_by]
    theirs = [activity(a) for a in said if began_with_young_people(a)]
    if not said:
        yield not_recorded("No activity says whose idea it was.")
    elif theirs:
        yield strength(f"Young people had a part in starting this: {quoted(theirs)}.", *theirs)
    else:
        yield worth_a_look("Each activity that says whose idea it was began with an adult.", *map(activity, said))


def began_with_young_people(activity: Activity) -> bool:
    """Whether young people started it, alone or together with adults."""
    return activity.started_by in (Started.YOUNG_PEOPLE, Started.TOGETHER)


@check(
    "A06",
    PRINCIPLE,
    question="What about last session’s “next time” notes?",
    why="What was noticed serves the next plan first, and any report after that (Changing Tracks, on evaluation).",
)
def notes_for_next_time_are_answered(plan: Plan) -> Iterator[Said]:
    """No note of an earlier session waits here, and the last session has some that were taken, parked or declined."""
    waiting = [_noted(offer.session, offer.note) for offer in notes_so_far(plan)]
    if waiting:
        what = some(len(waiting), "note from last time waits", "notes from last time wait")
        yield worth_a_look(f"{what} for an answer: take up, park or decline?", *waiting)
        return
    for last in read(plan).previous[-1:]:
        answered = [_noted(last.session, n) for n in last.next_time if n.answer is not None]
        if answered:
            yield strength("Each note from last time was taken, parked or declined.", *answered)


def _noted(session: Session, record: NextTime) -> Line:
    return replace(note(record), id=f"{session.id}/{record.id}")

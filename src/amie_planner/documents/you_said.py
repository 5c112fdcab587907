"""You said, we did: for the group, what they said or showed, what became of it, and how they were told.

Large and in few words, each with a picture. Nobody is named unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from amie_planner.checks.check import Finding
from amie_planner.documents.arrangement import Row, Stack
from amie_planner.documents.blocks import Block, Gap, Rule
from amie_planner.documents.document import Document, Sheet
from amie_planner.documents.house_style import Part, PrintStyle, heading, paragraph, section, strong
from amie_planner.documents.naming import A_YOUNG_PERSON, Names
from amie_planner.documents.participant_cards import Drawing
from amie_planner.documents.wording import sentence, with_label
from amie_planner.domain import voicing, words
from amie_planner.domain.days import near
from amie_planner.domain.held import was_held
from amie_planner.domain.plan import Lines, Plan
from amie_planner.domain.records import Touch, VoiceEntry
from amie_planner.domain.symbols import credit, symbol
from amie_planner.domain.vocabulary import Method, Outcome, Status

_BY = {
    Method.SAID: ("said", "talk"),
    Method.WRITTEN: ("wrote", "write"),
    Method.DRAWN: ("drew", "draw"),
    Method.SYMBOL_CHOICE: ("chose", "point"),
    Method.VOTE: ("voted", "vote"),
    Method.OBSERVATION: ("showed", "look"),
    Method.RECORDING: ("recorded", "microphone"),
    None: ("said or showed", "talk"),
}
"""What they did, and the symbol for it."""
_DONE = {
    Outcome.ADOPTED: ("We did it.", "yes"),
    Outcome.ADAPTED: ("We did it in another way.", "change"),
    Outcome.NOT_POSSIBLE: ("It was not possible.", "sad"),
    Outcome.UNDECIDED: ("We have not decided yet.", "think"),
}
_TO_TRY = "We are going to try it."
_IN_THEIR_WORDS = (Method.SAID, Method.WRITTEN)
_NOTHING = "Nothing is written down yet that you said or showed."


def _compose(plan: Plan, _: tuple[Finding, ...], names: Names, style: PrintStyle) -> Sheet:
    made = _YouSaid(plan, style)
    blocks = (
        heading(style, 1, "You said, we did"),
        paragraph(style, plan.programme.title),
        *made.groups(),
    )
    return Sheet(blocks, style, f"You said, we did: {plan.programme.title}", f"Names shown: {names} · {credit()}")


def _says(entry: VoiceEntry) -> bool:
    """Whether it is known at all what was said, or at least how."""
    return bool((entry.text or "").strip() or entry.method)


YOU_SAID = Document(
    id="you-said",
    label="You said, we did",
    audience="For the group: what they said or showed, what became of it, and how they were told.",
    names=(Names.NONE, Names.ALIAS, Names.INITIALS, Names.CODE),
    compose=_compose,
)


@dataclass(frozen=True)
class _YouSaid:
    plan: Plan
    style: PrintStyle

    def groups(self) -> Iterator[Block]:
        """What made a difference in this session, then all else; the newest first."""
        newest = sorted(filter(_says, self.plan.voice), key=self._age)
        here = [entry for entry in newest if self._touches_this(entry)]
        others = [entry for entry in newest if not self._touches_this(entry)]
        if not newest:
            yield Gap(self.style.body)
            yield paragraph(self.style, _NOTHING)
        if here:
            yield from self._group(f"In {self.plan.session.title}", here)
        if others:
            yield from self._group("More that you said" if here else "What you said", others)

    def _touches_this(self, entry: VoiceEntry) -> bool:
        return any(touch.session == self.plan.session.id for touch in entry.touches)

    def _age(self, entry: VoiceEntry) -> tuple[bool, int]:
        day = self._day(entry)
        return day is None, -day.toordinal() if day else 0

    def _day(self, entry: VoiceEntry) -> date | None:
        """When it was said: else the day of the session in which it was."""
        lines = self._lines(entry.session)
        return entry.date or (lines.session.date if lines else None)

    def _lines(self, session: str | None) -> Lines | None:
        return next((lines for lines in (self.plan, *self.plan.earlier) if lines.session.id == session), None)

    def _group(self, title: str, entries: Sequence[VoiceEntry]) -> Iterator[Block]:
        yield Gap(self.style.small)
        yield section(self.style, title, *(block for entry in entries for block in self._entry(entry)))

    def _entry(self, entry: VoiceEntry) -> Iterator[Block]:
        """One idea, whole unless it takes more than half a page."""
        verb, picture = _BY[entry.method]
        day = self._day(entry)
        title = " · ".join(filter(None, (f"{self._who(entry)} {verb}", near(day, self._today) if day else "")))
        rows = (
            self._beside(picture, heading(self.style, 3, title), Gap(2), self._said(entry)),
            *self._done(entry),
            *self._told(entry),
        )
        spaced = (one for row in rows for one in (row, Gap(self.style.body * 0.6)))
        yield Gap(self.style.body)
        yield Row((Stack(tuple(spaced)),), (0.0,), whole_below=self.style.page[1] / 2)
        yield Gap(self.style.body * 0.4)
        yield Rule(0.7)

    @property
    def _today(self) -> date | None:
        return self.plan.session.date

    def _beside(self, picture: str, *blocks: Block) -> Block:
        """Picture left, words right. The picture says what the words say, so it is decoration."""
        found = symbol(picture)
        side, between = self.style.body * 3.6, self.style.body
        drawn = Drawing(found.path.read_bytes(), side, side, None) if found else Gap(side)
        tall = Stack(blocks).height(self.style.width - side - between)
        return Row((drawn, Stack((Gap(max(side - tall, 0.0) / 2), *blocks))), (side, 0.0), between=between)

    def _who(self, entry: VoiceEntry) -> str:
        """The group, those who may be named, or one of us."""
        if entry.from_whom == "group":
            return "The group"
        names = [words.person_name(p, self.plan) for p in self.plan.people if p.id in entry.from_whom]
        if A_YOUNG_PERSON in names:
            return "One of us" if len(names) == 1 else "Some of us"
        return words.listed(names) or "You"

    def _said(self, entry: VoiceEntry) -> Block:
        text = (entry.text or "").strip()
        quoted = f"“{text}”" if entry.method in _IN_THEIR_WORDS else text
        said = strong(quoted if text else f"{voicing.title(entry)}.")
        return paragraph(self.style, said, size=self.style.heads[1] * 1.2)

    def _large(self, *parts: Part) -> Block:
        return paragraph(self.style, *parts, size=self.style.heads[1])

    def _done(self, entry: VoiceEntry) -> Iterator[Block]:
        outcome = entry.outcome or Outcome.UNDECIDED
        done, picture = self._trying(entry) or _DONE[outcome]
        why = sentence(entry.because)
        because = with_label("Why", why) if outcome is Outcome.NOT_POSSIBLE else (f" {why}" if why else "",)
        changed = outcome in (Outcome.ADOPTED, Outcome.ADAPTED)
        places = words.listed(dict.fromkeys(filter(None, map(self._place, entry.touches)))) if changed else ""
        where = paragraph(self.style, strong("Where:"), f" {sentence(places)}") if places else Gap(0)
        yield self._beside(picture, self._large(strong(done), *because), where)

    def _trying(self, entry: VoiceEntry) -> tuple[str, str] | None:
        """What is said of an idea that is not decided and has a place in this session, or in one after it."""
        places = voicing.places(entry) if voicing.undecided(entry) else set()
        here = self.plan.session
        if here.id in places and here.status is not Status.CANCELLED and not was_held(self.plan, self.plan):
            day = near(here.date, self._today) if here.date else ""
            return (f"We are trying it on {day}." if day else _TO_TRY), "music"
        known = {lines.session.id for lines in (self.plan, *self.plan.earlier)}
        return (_TO_TRY, "music") if places - known else None

    def _place(self, touch: Touch) -> str:
        """Hello, Tuesday 8 September: the activity, and the day of its session; nothing for what lies ahead.

        Nothing for a session that is cancelled either, for nothing was done there.
        """
        lines = self._lines(touch.session)
        if lines is None or lines.session.status is Status.CANCELLED:
            return ""
        activity = next((a for a in lines.activities if a.id == touch.activity), None)
        name = words.activity_title(activity) if activity else lines.session.title
        return f"{name}, {near(lines.session.date, self._today)}" if lines.session.date else name

    def _told(self, entry: VoiceEntry) -> Iterator[Block]:
        """When and how they were told; nothing while there is nothing to tell."""
        how = f" {sentence(entry.told_how)}" if entry.told_how else ""
        if entry.told_on:
            yield self._beside(
                "talk-together", self._large(strong(f"We told you on {near(entry.told_on, self._today)}."), how)
            )
        elif voicing.to_tell(entry):
            yield self._beside("wait", self._large(strong("Not told yet."), how))

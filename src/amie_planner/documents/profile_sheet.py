"""One-page profile: the young person's own page, strengths first, in their words; and the team's access riders.

They decide who sees it. What is not written down is left out, and everybody has a page of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from amie_planner.checks.check import Finding
from amie_planner.documents.arrangement import Barred, Row, Stack
from amie_planner.documents.blocks import Block, Gap, NewPage, Text
from amie_planner.documents.cleaning import can_be_set
from amie_planner.documents.document import Document, Sheet
from amie_planner.documents.house_style import (
    EASY_READ,
    Part,
    Phrase,
    PrintStyle,
    bullets,
    labelled,
    paragraph,
    section,
)
from amie_planner.documents.lines import Run
from amie_planner.documents.naming import Names
from amie_planner.documents.person_page import panel, said_lines, shown_by, ways
from amie_planner.documents.wording import capitalised, sentence, with_label
from amie_planner.domain import words
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Person, Requirement, TeamMember
from amie_planner.domain.vocabulary import label


def _compose(plan: Plan, _: tuple[Finding, ...], names: Names, style: PrintStyle) -> Sheet:
    pages = list(_Profiles(plan, style).pages())
    blocks = [block for page in pages for block in (NewPage(), page)]
    footer = f"Names shown: {names} · belongs to the person it is about"
    return Sheet(tuple(blocks[1:]), style, f"One-page profiles: {plan.programme.title}", footer)


PROFILE = Document(
    id="profile",
    label="One-page profile",
    audience="For the young person, who decides who sees it; with the team’s access riders.",
    names=(Names.ALIAS, Names.FULL, Names.INITIALS, Names.CODE),
    compose=_compose,
)


@dataclass(frozen=True)
class _Profiles:
    plan: Plan
    style: PrintStyle

    def pages(self) -> Iterator[Block]:
        """A page for everybody expected, who is still to be asked, and a rider for each of the team who has one."""
        unwritten = []
        for person in self.plan.expected:
            if parts := list(self._parts(person)):
                yield self._profile(person, parts)
            else:
                unwritten.append(words.person_name(person, self.plan))
        if unwritten or not self.plan.expected:
            yield self._still_to_write(unwritten)
        for member in self.plan.team:
            if member.access_needs or member.access_agreed:
                yield self._rider(member)

    def _profile(self, person: Person, parts: list[Block]) -> Block:
        about = " · ".join(filter(None, ("One-page profile", person.pronouns)))
        seen = labelled(self.style, "Who may see this", sentence(person.who_may_see)) if person.who_may_see else None
        top = (paragraph(self.style, about), *((Gap(self.style.body * 0.5), _barred(seen)) if seen else ()))
        name = words.person_name(person, self.plan)
        return section(self.style, name, *top, *parts, *self._again(person.review_on), level=1)

    def _again(self, review: date | None) -> Iterator[Block]:
        if review:
            yield Gap(self.style.body * 1.2)
            yield labelled(self.style, "We look at this again on", sentence(words.day(review)))

    def _parts(self, person: Person) -> Iterator[Block]:
        """What is written down, in the order in which they would tell it."""
        communicate = (*said_lines(self.style, {"I use": ways(person)}), *panel(self.style, shown_by(person)))
        yield from self._part("★", "What people like about me", self._text(person.strengths))
        yield from self._part("♥", "What matters to me", said_lines(self.style, _loved(person)))
        yield from self._part("💬", "How I communicate", communicate)
        yield from self._part("👍", "What helps me", self._text(person.what_helps))
        yield from self._part("🚧", "What gets in the way, and what changes", self._in_the_way(person))
        yield from self._part("🎒", "My kit and set-up", self._listed(person.kit))
        yield from self._part("🎯", "What I am working towards", self._text(person.working_towards))

    def _part(self, sign: str, title: str, blocks: Iterable[Block]) -> Iterator[Block]:
        held = tuple(blocks)
        if held:
            yield Gap(self.style.body * 0.4)
            yield self._pictured(sign, section(self.style, title, *held))

    def _pictured(self, sign: str, block: Block) -> Block:
        """Whole, and in easy read with a picture at the left, which says nothing that the words do not."""
        whole = self.style.page[1] / 3
        if self.style.id != EASY_READ.id or not can_be_set(sign):
            return Row((block,), (0.0,), whole_below=whole)
        large = self.style.body * 2.2
        picture = Stack((Gap(self.style.small * self.style.air * 0.4), Text((Run(sign),), large, large * 1.2)))
        return Row((picture, block), (self.style.clock * 3, 0.0), between=self.style.small, whole_below=whole)

    def _text(self, text: str | None) -> Iterator[Block]:
        if (text or "").strip():
            yield Gap(self.style.small * 0.35)
            yield paragraph(self.style, sentence(text))

    def _listed(self, items: Sequence[Phrase]) -> Iterator[Block]:
        listed = bullets(self.style, items)
        if listed.blocks:
            yield Gap(self.style.small * 0.35)
            yield listed

    def _in_the_way(self, person: Person) -> Iterator[Block]:
        yield from self._text(person.in_the_way)
        mine = (r for r in self.plan.requirements if r.person == person.id and r.active)
        yield from self._listed([_agreed(r) for r in mine])

    def _still_to_write(self, people: list[str]) -> Block:
        if not people:
            nobody = paragraph(self.style, "Nobody is listed for this session.")
            return section(self.style, "One-page profiles", nobody, level=1)
        about = paragraph(self.style, "Nothing is written down yet. Write it with them, where they want one.")
        return section(self.style, "Profiles still to write", about, Gap(6), bullets(self.style, people), level=1)

    def _rider(self, member: TeamMember) -> Block:
        name = capitalised(words.member_name(member.id, self.plan))
        parts = (
            *self._part("👍", "What I need to work well", self._text(member.access_needs)),
            *self._part("🤝", "What was agreed", self._text(member.access_agreed)),
        )
        return section(self.style, f"Access rider: {name}", *parts, *self._again(member.access_review_on), level=1)


def _loved(person: Person) -> Mapping[str, str]:
    music = words.listed(label("genre", genre) for genre in person.music_loved)
    return {"I like": words.listed(person.likes), "Music I love": music}


def _agreed(requirement: Requirement) -> tuple[Part, ...]:
    """What is in the way, in their words if they gave some, and what changes; nothing if neither is written down."""
    in_the_way = requirement.words or label("barrier", requirement.barrier)
    change = with_label("So", requirement.change)
    return (sentence(in_the_way), *change) if in_the_way else (sentence(requirement.change),)


def _barred(block: Block) -> Block:
    return Barred(block, weight=3.0, indent=9.0)

"""One-page profile: the young person's own page, strengths first, in their words; and the team's access riders.

They decide who sees it, and everybody has a page of their own. What is not written down is left out; where that
would leave most of the page white, it is offered with lines to write on, as far as the page has room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from amie_planner.checks.check import Finding
from amie_planner.documents.arrangement import Barred, Row, Stack
from amie_planner.documents.blocks import Block, Gap, NewPage, Text
from amie_planner.documents.cleaning import can_be_set
from amie_planner.documents.document import Document, Sheet
from amie_planner.documents.house_style import (
    CLEAR,
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
from amie_planner.documents.pages import fits_one_page
from amie_planner.documents.pen import to_finish, writing_lines
from amie_planner.documents.person_page import panel, said_lines, shown_by, ways
from amie_planner.documents.wording import capitalised, sentence, with_label
from amie_planner.domain import words
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Person, Requirement, TeamMember
from amie_planner.domain.vocabulary import label


def _compose(plan: Plan, _: tuple[Finding, ...], names: Names, style: PrintStyle) -> Sheet:
    usual = _Profiles(plan, style, f"Names shown: {names} · belongs to this person")
    made = replace(usual, footer=f"Names shown: {names} · {_THEIRS}") if usual.has_a_list() else usual
    pages = list(made.pages())
    blocks = [block for page in pages for block in (NewPage(), page)]
    return Sheet(tuple(blocks[1:]), style, f"One-page profiles: {plan.programme.title}", made.footer)


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
    footer: str
    roomy: bool = True

    def has_a_list(self) -> bool:
        """Whether a page is nobody's own: who has nothing written down, or that nobody is listed."""
        expected = self.plan.expected
        return not expected or not all(list(self._parts(person)) for person in expected)

    def pages(self) -> Iterator[Block]:
        """A page for everybody expected, who is still to be asked, and a rider for each of the team who has one."""
        unwritten = []
        for person in self.plan.expected:
            if list(self._parts(person)):
                yield self._to_finish(person)
            else:
                unwritten.append(words.person_name(person, self.plan))
        if unwritten or not self.plan.expected:
            yield self._still_to_write(unwritten)
        for member in self.plan.team:
            if member.access_needs or member.access_agreed:
                yield self._rider(member)

    def _to_finish(self, person: Person) -> Block:
        """What is written down; where that leaves much of the page white, with as much to finish as makes one page.

        Lines stand closer before anything is left out or goes to a second page.
        """
        written = self._profile(person)
        little = written.height(self.style.width) <= self.style.page[1] * _LITTLE
        asked = _unsaid(person, self.plan) if little else ()
        closer = replace(self, roomy=False, style=_closer(self.style))
        ways = (self, replace(self, roomy=False), closer)
        tries = (way._profile(person, asked[:many]) for many in range(len(asked), -1, -1) for way in ways)
        return next((page for page in tries if fits_one_page([page], self.style, self.footer)), written)

    def _profile(self, person: Person, asked: Sequence[str] = ()) -> Block:
        about = " · ".join(filter(None, ("One-page profile", person.pronouns)))
        top = (paragraph(self.style, about), *self._seen_by(person, asked))
        name = words.person_name(person, self.plan)
        return section(self.style, name, *top, *self._parts(person, asked), *self._again(person.review_on), level=1)

    def _seen_by(self, person: Person, asked: Sequence[str]) -> Iterator[Block]:
        if _written(person.who_may_see):
            yield self._breath(0.5)
            yield _barred(labelled(self.style, _SEEN_BY, sentence(person.who_may_see)))
        elif _SEEN_BY in asked:
            yield self._to_write(f"{_SEEN_BY}:")

    def _again(self, review: date | None) -> Iterator[Block]:
        if review:
            yield self._breath(1.2)
            yield labelled(self.style, "We look at this again on", sentence(words.day(review)))

    def _parts(self, person: Person, asked: Sequence[str] = ()) -> Iterator[Block]:
        """What is written down and what is asked, in the order in which they would tell it."""
        communicate = (*said_lines(self.style, {"I use": ways(person)}), *panel(self.style, shown_by(person)))
        written: dict[str, Iterable[Block]] = {
            "★": self._text(person.strengths),
            "♥": said_lines(self.style, _loved(person)),
            "💬": communicate,
            "👍": self._text(person.what_helps),
            "🚧": self._in_the_way(person),
            "🎒": self._listed(person.kit),
            "🎯": self._text(person.working_towards),
        }
        for sign, blocks in written.items():
            title, prompts = _PARTS[sign]
            yield from self._part(sign, title, blocks, [one for one in prompts if one in asked])

    def _part(self, sign: str, title: str, blocks: Iterable[Block], prompts: Sequence[str] = ()) -> Iterator[Block]:
        held = (*blocks, *map(self._to_write, prompts))
        if held:
            alone = self.roomy and len(held) == len(prompts) == 1
            more = (writing_lines(self.style, 1),) if alone else ()
            yield self._breath(0.4)
            yield self._pictured(sign, section(self.style, title, *held, *more))

    def _breath(self, share: float) -> Gap:
        return Gap(self.style.body * share * min(self.style.air, 1.0))

    def _to_write(self, prompt: str) -> Block:
        """The beginning of a sentence, and a line to finish it on."""
        return to_finish(self.style, prompt)

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
            nobody = paragraph(self.style, _NOBODY)
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


_THEIRS = "private to whoever is named here"
_NOBODY = "Nobody is listed for this session. Who belongs to the group is written down under “People”."
_LITTLE = 0.6  # of a page


def _closer(style: PrintStyle) -> PrintStyle:
    """The style with letters as large and less white between them; clear print has no more to spare."""
    if style.id == CLEAR.id:
        return style
    h1, h2, h3 = style.heads
    return replace(style, pitch=1.18, air=0.4, heads=(h1 - 2, min(h2, style.body + 1), min(h3, style.body + 1)))


_SEEN_BY = "Who may see this"
_IN_THE_WAY = ("What gets in my way is …", "What can change is …")
_PARTS = {
    "★": ("What people like about me", ("People like that I …",)),
    "♥": ("What matters to me", ("I like …", "Music I love is …")),
    "💬": (
        "How I communicate",
        ("I use …", "I show yes by …", "I show no by …", "I show stop by …", "I show more by …"),
    ),
    "👍": ("What helps me", ("It helps me when …",)),
    "🚧": ("What gets in the way, and what changes", _IN_THE_WAY),
    "🎒": ("My kit and set-up", ("I need …",)),
    "🎯": ("What I am working towards", ("I want to …",)),
}
"""The parts of a profile by their sign: the heading, and how sentences begin that a young person may finish."""


def _unsaid(person: Person, plan: Plan) -> tuple[str, ...]:
    """What to ask: the beginnings of sentences about what is not written down, in the order of the page."""
    shown = shown_by(person)
    agreed = [r for r in plan.requirements if r.person == person.id and r.active and any(_agreed(r))]
    said: dict[str, object] = {
        _SEEN_BY: _written(person.who_may_see),
        "People like that I …": _written(person.strengths),
        "I like …": person.likes,
        "Music I love is …": person.music_loved,
        "I use …": person.ways_to_communicate,
        **{f"I show {sign.lower()} by …": shown.get(sign) for sign in ("Yes", "No", "Stop", "More")},
        "It helps me when …": _written(person.what_helps),
        **dict.fromkeys(_IN_THE_WAY, _written(person.in_the_way) or agreed),
        "I need …": person.kit,
        "I want to …": _written(person.working_towards),
    }
    return tuple(prompt for prompt, held in said.items() if not held)


def _written(text: str | None) -> str:
    return (text or "").strip()


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

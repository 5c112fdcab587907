"""What young people may be asked for equality monitoring, as data: questions, boxes, and where each was taken from.

resources/monitoring/questions.json holds them. It says which published figures each can be set beside; where the lists
differ, only the groups that both have in common are compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from amie_planner.places import resource
from amie_planner.returns import baselines


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick. `boxes` are those within it, for a second step that `asks` puts.

    `write_in` leaves room for own words; one that is `alone` stands beside no other. `group_of` gives, for a published
    question, the code of its group.
    """

    code: str
    label: str
    write_in: bool
    alone: bool
    asks: str
    group_of: Mapping[str, str]
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class MonitoringQuestion:
    """One question: `asks` is its sentence, `scheme` and `version` say whose list its boxes are.

    `same_codes` are published questions whose groups have the codes of these boxes.
    """

    id: str
    label: str
    asks: str
    scheme: str
    version: str
    several: bool
    same_codes: tuple[str, ...]
    boxes: tuple[Box, ...]

    @property
    def all_boxes(self) -> tuple[Box, ...]:
        """Its boxes, each before those within it."""
        return tuple(inner for box in self.boxes for inner in (box, *box.boxes))

    @property
    def write_in(self) -> bool:
        """Whether one of its boxes leaves room for own words."""
        return any(box.write_in for box in self.all_boxes)

    @property
    def compared_with(self) -> tuple[str, ...]:
        """The published questions it can be set beside; none where several boxes may be ticked."""
        if self.several:
            return ()
        mapped = (published for box in self.all_boxes for published in box.group_of)
        return tuple(dict.fromkeys((*mapped, *self.same_codes)))

    def group(self, codes: Iterable[str], published: str) -> str | None:
        """The group of a published question that somebody is in who ticked these boxes, or None."""
        held = list(codes)
        if len(held) != 1 or published not in self.compared_with:
            return None
        outer = {inner.code: box for box in self.boxes for inner in box.boxes}
        for box in (b for b in self.all_boxes if b.code == held[0]):
            within = outer.get(box.code)
            found = box.group_of.get(published) or (within.group_of.get(published) if within else None)
            return found or self._same(box.code, published)
        return None

    def _same(self, code: str, published: str) -> str | None:
        known = published in self.same_codes and code in baselines.questions()[published].codes
        return code if known else None


@cache
def questions() -> tuple[MonitoringQuestion, ...]:
    """Every question that may be asked, in the order to offer them."""
    held = json.loads(resource("monitoring", "questions.json").read_text(encoding="utf-8"))
    return tuple(_question(said) for said in held["questions"])


def asked(ids: Iterable[str]) -> tuple[MonitoringQuestion, ...]:
    """The questions with these ids, in the order to ask them; ids that are not known are passed over."""
    wanted = set(ids)
    return tuple(question for question in questions() if question.id in wanted)


def _question(said: Mapping[str, Any]) -> MonitoringQuestion:
    return MonitoringQuestion(
        id=said["id"],
        label=said["label"],
        asks=said["asks"],
        scheme=said["scheme"],
        version=said["version"],
        several=said.get("several", False),
        same_codes=tuple(said.get("same_codes", ())),
        boxes=tuple(_boxes(said["boxes"])),
    )


def _boxes(said: Iterable[Mapping[str, Any]]) -> Iterator[Box]:
    for box in said:
        yield Box(
            code=box["code"],
            label=box["label"],
            write_in=box.get("write_in", False),
            alone=box.get("alone", False),
            asks=box.get("asks", ""),
            group_of=dict(box.get("as", {})),
            boxes=tuple(_boxes(box.get("boxes", ()))),
        )

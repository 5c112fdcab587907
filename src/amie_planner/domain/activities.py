"""The shelf of activities: the leader's own first, then those that come with the program, as they altered them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from amie_planner.domain.records import Activity, ByDesign, DesignedOut, LibraryActivity, Session
from amie_planner.domain.shelves import Folded, in_order
from amie_planner.domain.vocabulary import Barrier, Kind, label
from amie_planner.places import resource

_TAKEN = ("title", "kind", "minutes", "aim", "instructions", "kit", "decision", "music", "card")


@cache
def starter() -> tuple[LibraryActivity, ...]:
    """The activities that come with the program. Source: resources/library/activities.json."""
    entries = json.loads(resource("library", "activities.json").read_text(encoding="utf-8"))["activities"]
    return tuple(LibraryActivity.made(position=n, **entry) for n, entry in enumerate(entries))


@cache
def _came() -> Mapping[str, LibraryActivity]:
    return {entry.id: entry for entry in starter()}


def as_it_came(id: str) -> LibraryActivity | None:
    """The entry that came with the program under this id."""
    return _came().get(id)


def is_own(entry: LibraryActivity) -> bool:
    """Whether the leader wrote it: it did not come with the program."""
    return entry.id not in _came()


def everything(kept: Iterable[LibraryActivity]) -> tuple[LibraryActivity, ...]:
    """What is on the shelf and what was taken off it, in the order of the shelf."""
    return in_order(kept, starter())


def shelf(kept: Iterable[LibraryActivity]) -> tuple[LibraryActivity, ...]:
    """Everything on the shelf: what the leader wrote, the newest first, then what came, as they altered it."""
    return tuple(entry for entry in everything(kept) if not entry.hidden)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a leader looks for: words, a setting, a kind, a barrier designed out. What is empty asks nothing."""

    words: str = ""
    setting: str = ""
    kind: Kind | None = None
    barrier: Barrier | None = None
    to_review: bool = False


def suits(entry: LibraryActivity, setting: str) -> bool:
    """Whether an activity suits a setting; one that names no setting suits any."""
    return not setting or not entry.settings or setting in entry.settings


def designs_out(entry: LibraryActivity) -> tuple[Barrier, ...]:
    """The barriers that it does not put up."""
    return tuple(out.barrier for out in entry.by_design)


class Shelf(Folded[LibraryActivity]):
    """Activities ready to be searched."""

    @staticmethod
    def said(entry: LibraryActivity) -> str:
        settings = (label("setting", setting) for setting in entry.settings)
        kind = label("kind", entry.kind) if entry.kind else ""
        barriers = (label("barrier", barrier) for barrier in designs_out(entry))
        question = (entry.decision.question, *entry.decision.options) if entry.decision else ()
        said = (entry.title, kind, entry.aim, entry.instructions, *entry.kit, *question, *settings, *barriers)
        how = (out.how for out in entry.by_design)
        return "\n".join(text for text in (*said, *how, *_of_the_music(entry), entry.ages, entry.source) if text)

    def found(self, wanted: Wanted) -> tuple[LibraryActivity, ...]:
        """The entries that answer what is wanted and hold every word of it, the nearest first."""
        return tuple(
            entry
            for entry in self.holding(wanted.words)
            if suits(entry, wanted.setting)
            and (wanted.kind is None or entry.kind is wanted.kind)
            and (wanted.barrier is None or wanted.barrier in designs_out(entry))
            and (entry.to_review or not wanted.to_review)
        )


def _of_the_music(entry: LibraryActivity) -> Iterable[str | None]:
    for music in entry.music:
        yield music.title
        yield from (label("genre", genre) for genre in music.genres)
        yield from (label("practice", practice) for practice in music.practices)


def taken(entry: LibraryActivity) -> dict[str, Any]:
    """What a line of a running order takes over from an entry.

    Not whose idea it was, nor who chose the music: only the people in the room know.
    """
    return {name: getattr(entry, name) for name in _TAKEN}


def planned(entry: LibraryActivity, session: Session, id: str, position: int, **otherwise: Any) -> Activity:
    """A line of a session's running order as an entry says it, but for what is `otherwise`. Raises InvalidRecord."""
    fields = taken(entry) | otherwise
    return Activity.made(id=id, programme=session.programme, session=session.id, position=position, **fields)


def met_by_design(
    out: Iterable[DesignedOut], activity: Activity, expected: Iterable[Barrier], first: int = 0
) -> tuple[ByDesign, ...]:
    """What an activity meets as it is of the barriers that a session expects. `first` is the place of the first entry
    among those of the session, whose ids are b1, b2 …"""
    asked = set(expected)
    place = {"programme": activity.programme, "session": activity.session, "activity": activity.id}
    met = (each for each in out if each.barrier in asked)
    return tuple(
        ByDesign.made(id=f"b{n + 1}", position=n, barrier=each.barrier, how=each.how, **place)
        for n, each in enumerate(met, first)
    )

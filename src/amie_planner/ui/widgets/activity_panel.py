"""The chosen activity: how long and what, what changes in it and for whom, its choice, its music, its card."""

from __future__ import annotations

from typing import Any

from amie_planner.domain import edits, words
from amie_planner.domain.changes import revise
from amie_planner.domain.edits.cards import with_card
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, Actual, Card, Decision, Music
from amie_planner.domain.vocabulary import labels
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.adaptations import adaptations_of
from amie_planner.ui.widgets.detail import Asked, Entry, Kept, Stack
from amie_planner.ui.widgets.fields import (
    ChoiceField,
    FlagField,
    LongTextField,
    NumberField,
    TextField,
    TimeField,
    WordsField,
)
from amie_planner.ui.widgets.strip_card import StripCard
from amie_planner.ui.widgets.ticks import ManyField
from amie_planner.ui.workspace import OpenSession, shortened

_NO_CHOICE = Decision()
_NOT_TIMED = Actual()


class ActivityPanel(Stack):
    """Everything about one activity of the open session."""

    def __init__(self, desk: OpenSession, activity: str) -> None:
        super().__init__()
        self._desk = desk
        self._id = activity
        plan = desk.plan
        self.basics = self.form(_BASICS, self._read, self._keep)
        self.adaptations = self.entries(adaptations_of(desk, activity), "What changes, and for whom")
        self.choice = self.form(_CHOICE, self._read_choice, self._keep_choice, "A choice for young people")
        self.music = self.entries(self._music_entries(), "Music")
        self.card = self.form(_CARD, self._read_card, self._keep_card, "On the strip for young people")
        self.shown = StripCard(desk, activity)
        self.part(self.shown)
        self.more = self.form(_more(plan), self._read, self._keep, "Who, what for and how")
        self.afterwards = self.form(_AFTERWARDS, self._read_actual, self._keep_actual, "Afterwards")
        self.close_up()

    def _read_actual(self) -> Actual | None:
        return self._desk.plan.session.actual.get(self._id, _NOT_TIMED) if self._read() else None

    def _keep_actual(self, name: str, label: str, value: Any) -> None:
        session = self._desk.plan.session
        made = session.actual.get(self._id, _NOT_TIMED).revised(**{name: value})
        others = {id: actual for id, actual in session.actual.items() if id != self._id}
        self._desk.keep(session, label, self._id, actual=others if made == _NOT_TIMED else others | {self._id: made})

    def _read(self) -> Activity | None:
        return next((a for a in self._desk.plan.activities if a.id == self._id), None)

    def _keep(self, name: str, label: str, value: Any, part: str = "") -> None:
        if (activity := self._read()) is not None:
            self._desk.keep(activity, label, part, **{name: value})

    def _read_choice(self) -> Decision | None:
        activity = self._read()
        return (activity.decision or _NO_CHOICE) if activity else None

    def _keep_choice(self, name: str, label: str, value: Any) -> None:
        if (decision := self._read_choice()) is not None:
            made = decision.revised(**{name: value})
            self._keep("decision", label, None if made == _NO_CHOICE else made)

    def _read_card(self) -> Card | None:
        activity = self._read()
        return (activity.card or Card()) if activity else None

    def _keep_card(self, name: str, label: str, value: Any) -> None:
        if (activity := self._read()) is not None:
            self._keep("card", label, with_card(activity, **{name: value}))

    def _music_entries(self) -> Kept:
        return Kept(
            "music",
            "No music written down yet.",
            self._pieces,
            self._add_piece,
            self._remove_piece,
            self._piece_form,
        )

    def _music(self) -> tuple[Music, ...]:
        activity = self._read()
        return activity.music if activity else ()

    def _pieces(self) -> list[Entry]:
        return [Entry(str(n), words.music_name(piece)) for n, piece in enumerate(self._music())]

    def _change_music(self, text: str, music: tuple[Music, ...]) -> None:
        if (activity := self._read()) is not None:
            self._desk.do(f"{text} ‘{shortened(words.activity_title(activity))}’", [revise(activity, music=music)])

    def _add_piece(self) -> str:
        self._change_music("Add music to", (*self._music(), Music()))
        return str(len(self._music()) - 1)

    def _remove_piece(self, id: str) -> None:
        self._change_music("Remove music from", tuple(m for n, m in enumerate(self._music()) if str(n) != id))

    def _piece_form(self, id: str) -> Stack:
        at = int(id)

        def read() -> Music | None:
            return self._music()[at] if at < len(self._music()) else None

        def keep(name: str, label: str, value: Any) -> None:
            pieces = list(self._music())
            pieces[at] = pieces[at].revised(**{name: value})
            self._keep("music", label, tuple(pieces), id)

        stack = Stack()
        stack.form(_PIECE, read, keep)
        return stack


_BASICS = (
    Asked("title", "Title", TextField),
    Asked("minutes", "Minutes", NumberField),
    Asked("kind", "Kind of activity", lambda: ChoiceField(options.of("kind"))),
    Asked("pinned_start", "Start pinned at", TimeField, "Leave empty to follow the activity before it."),
    Asked(
        "strand",
        "Group that does this at the same time",
        TextField,
        "Neighbouring activities with different groups run side by side.",
    ),
    Asked("skip", "Plan B", lambda: FlagField("Plan B: keep it here, but it takes no time")),
)
_CHOICE = (
    Asked("question", "The question", TextField),
    Asked("options", "What they can choose from", WordsField, "With commas between them."),
    Asked("open", "Open", lambda: FlagField("Open: anything they say can be the answer")),
    Asked("ways", "Ways to answer", lambda: WordsField(options.of("way")), "Such as speech, pointing, symbols."),
)
_CARD = (
    Asked("word", "Word on the card", TextField, "One to three words. Left empty it is the title, in smaller letters."),
    Asked("second", "The same in a second language", TextField, "In any script."),
)
_AFTERWARDS = (Asked("minutes", "Minutes it really took", NumberField),)
_PIECE = (
    Asked("title", "Title of the music", TextField),
    Asked(
        "genres",
        "Genres",
        lambda: WordsField(options.of("genre")),
        f"Your own words, or such as {labels()['genre']['hip-hop-rap']}.",
    ),
    Asked("practices", "Ways of making it", lambda: WordsField(options.of("practice")), "Such as By ear, Improvise."),
    Asked("chosen_by", "Chosen by", lambda: ChoiceField(options.of("started"))),
    Asked("credit", "Credit: artist, tradition or source", TextField),
)


def _more(plan: Plan) -> tuple[Asked, ...]:
    team, aims = options.team(plan), options.intentions(plan)
    return (
        *((Asked("leads", "Who leads", lambda: ManyField(team)),) if team else ()),
        Asked("young_lead", "Young lead", lambda: FlagField("A young person leads or helps to lead")),
        Asked("started_by", "Whose idea it was", lambda: ChoiceField(options.of("started"))),
        *((Asked("serves", "Intentions it serves", lambda: ManyField(aims)),) if aims else ()),
        Asked("instructions", "What to do", LongTextField),
        Asked("kit", "Kit", WordsField, "With commas between them."),
        Asked("aim", "Aim of this activity", TextField),
    )


def what_it_offers(plan: Plan) -> object:
    """What a panel's fields offer; when it changes, the panel is made anew."""
    every = (options.team, options.people, options.intentions, options.requirements, options.activities)
    return tuple(frozenset(offered(plan)) for offered in every)


def remove_activity(desk: OpenSession, activity: Activity) -> None:
    """Removes an activity, by a name that undo can say."""
    changes = edits.remove_activity(desk.series, desk.session, activity.id)
    desk.do(f"Remove ‘{shortened(words.activity_title(activity))}’", changes)

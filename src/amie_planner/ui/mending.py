"""From what a return lacks to the form in which it is mended, with the focus in the field if it is a single one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amie_planner.checks.check import Line, LineKind
from amie_planner.returns.missing import Form, Missing
from amie_planner.returns.tables.wording import is_known
from amie_planner.ui.opening import BACK_KEYS
from amie_planner.ui.sidebar import PEOPLE, VOICE
from amie_planner.ui.widgets.activity_panel import ActivityPanel
from amie_planner.ui.widgets.detail import go_to_field

if TYPE_CHECKING:
    from amie_planner.domain.plan import Plan
    from amie_planner.ui.opening import Opening
    from amie_planner.ui.screens.session import SessionScreen
    from amie_planner.ui.sidebar import Planner

_REGISTER, _GENRES = "register", "genres"


def mend(opening: Opening, planner: Planner, found: Missing) -> None:
    """Opens the form of what is missing, unless the leader would rather stay where something is not kept."""
    _go_to(opening, planner, found)
    if opening.lead_back_to_reports():
        planner.say(f"{BACK_KEYS} leads back to Reports.")


def _go_to(opening: Opening, planner: Planner, found: Missing) -> None:
    match found.form:
        case Form.SESSION:
            _go_to_session(opening, planner, found)
        case Form.PERSON if found.person:
            opening.go_to_person(found.programme, found.person)
            go_to_field(opening.screen(PEOPLE), found.field)
        case Form.MONITORING:
            opening.open_monitoring(found.programme, found.person or "", found.entry or "")
        case Form.STORIES:
            opening.go_to_voice(found.programme, found.entry or "")
            go_to_field(opening.screen(VOICE), found.field)
        case Form.FOR_RETURNS | Form.ORGANISATION:
            _go_to_returns(opening, planner, found)
        case _:
            planner.show_details(found.programme)
            if found.entry:
                opening.go_to_line(Line(LineKind.MEMBER, found.entry, ""))
            if opening.session is not None:
                go_to_field(opening.session, found.field)


def _go_to_session(opening: Opening, planner: Planner, found: Missing) -> None:
    session = found.session or ""
    if found.field == _REGISTER:
        planner.take_register(found.programme, session)
    elif opening.open_session(found.programme, session) and opening.session is not None:
        opening.go_to_line(Line(LineKind.SESSION, session, ""))
        if found.entry:
            opening.go_to_line(Line(LineKind.ACTIVITY, found.entry, ""))
        _choose_music(opening.session, planner.workspace.plan(found.programme, session), found)
        go_to_field(opening.session, found.field)


def _choose_music(screen: SessionScreen, plan: Plan, found: Missing) -> None:
    """A genre is a field of one piece of an activity: of the first that is not in our lists."""
    panel = screen.beside.panel
    music = next((activity.music for activity in plan.activities if activity.id == found.entry), ())
    if found.field == _GENRES and isinstance(panel, ActivityPanel):
        beside = (n for n, piece in enumerate(music) if not all(is_known("genre", genre) for genre in piece.genres))
        panel.music.choose(str(next(beside, 0)))


def _go_to_returns(opening: Opening, planner: Planner, found: Missing) -> None:
    """What is of the whole planner stands with any programme."""
    programme = found.programme or next((each.id for each in planner.workspace.programmes()), "")
    page = opening.open_returns(programme)
    if page is None:
        return
    if found.entry:
        page.facts.schools.choose(found.entry)
    where = page.facts.organisation if found.form is Form.ORGANISATION else page.facts
    go_to_field(where, found.field)

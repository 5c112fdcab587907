"""What was noticed in a session in which nothing was, to be written down by keys."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front

from amie_planner.domain.changes import remove
from amie_planner.ui.widgets.reflect_noticed import Noticed
from amie_planner.ui.workspace import OpenSession


class NoticedPage:
    """The card in front, kept as the planner is, and hands at the keyboard."""

    def __init__(self, qtbot: QtBot, desk: OpenSession) -> None:
        self.desk = desk
        desk.do("Forget", [remove(seen) for seen in desk.series.observations])
        self.card = in_front(qtbot, Noticed(desk), 600, 700)
        desk.workspace.changed.connect(lambda changes: self.card.refresh())
        self.hands = Hands(self.card)

"""Which programme a screen is about: the first there is, until the leader chooses another. It remembers nothing."""

from __future__ import annotations

from collections.abc import Sequence

from amie_planner.domain.records import Programme
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.fields import ChoiceField
from amie_planner.ui.workspace import shortened

_NONE = "No programme yet"


class ProgrammeChoice(ChoiceField):
    """Its value is the id of a programme, or None where there is none. `label` belongs beside it."""

    def __init__(self) -> None:
        super().__init__((), _NONE)
        self.called("Programme", "")
        self.combo.asks_for_all = True
        self.label = Label("Programme", "strong", wrap=False)
        self.label.setBuddy(self.combo)

    def offer(self, programmes: Sequence[Programme]) -> None:
        """Offers these; the chosen one stays chosen while it is there."""
        chosen = self.value()
        keys = [programme.id for programme in programmes]
        titles = [shortened(programme.title) for programme in programmes]
        shown = [self.combo.itemText(n) for n in range(self.combo.count())]
        if keys != self._keys or titles != shown:
            self._keys = keys or [None]
            self.combo.clear()
            self.combo.addItems(titles or [_NONE])
            self.combo.setEnabled(bool(keys))
        self.show_value(chosen if chosen in self._keys else self._keys[0])

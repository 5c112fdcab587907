"""Forms under one another: a field of them is found by its name."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.hands import in_front

from amie_planner.domain.records import School
from amie_planner.ui.widgets.detail import Asked, Stack, go_to_field
from amie_planner.ui.widgets.fields import TextField


@pytest.mark.parametrize("hidden", [0, 1])
def test_of_two_fields_with_one_name_the_one_that_is_seen_is_gone_to(qtbot: QtBot, hidden: int) -> None:
    stack = Stack()
    forms = [stack.form((Asked("name", "Name", TextField),), lambda: School(id="x"), lambda *_: None) for _ in range(2)]
    in_front(qtbot, stack, 400, 300)
    forms[hidden].hide()
    go_to_field(stack, "name")
    assert forms[1 - hidden].fields["name"].control.hasFocus()

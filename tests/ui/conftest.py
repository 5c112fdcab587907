"""What tests of the window have: a workspace over a real planner file, and a session on the desk."""

from __future__ import annotations

import pytest
from tests.example_plans import SPACE_SOUNDS

from amie_planner.domain.bringing_in import bring_in
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.workspace import OpenSession, Workspace


@pytest.fixture
def workspace(store: Store, qapp: object) -> Workspace:
    """A workspace with the space-sounds programme."""
    store.apply(bring_in(load(SPACE_SOUNDS), 0))
    return Workspace(store)


@pytest.fixture
def desk(workspace: Workspace) -> OpenSession:
    """The first session of space-sounds."""
    return OpenSession(workspace, load(SPACE_SOUNDS).programme.id, "s1")

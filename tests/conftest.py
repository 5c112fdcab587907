"""What every test has: its own data folder, no network, and a planner file where it asks for one."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of this test alone."""
    folder = tmp_path / "home"
    monkeypatch.setenv("AMIE_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any attempt to reach another machine fails the test."""

    def refuse(*_: object) -> None:
        raise AssertionError("the planner never goes on the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)


@pytest.fixture
def planner(tmp_path: Path) -> Path:
    """Where a planner file may stand; there is none yet."""
    return tmp_path / "planner" / "planner.amie"


@pytest.fixture
def store(planner: Path) -> Iterator[object]:
    """An open, empty planner."""
    from amie_planner.store.store import Store

    with Store.open(planner) as opened:
        yield opened

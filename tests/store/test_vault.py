"""The key beside a planner."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from amie_planner.errors import AmieError
from amie_planner.store import vault


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return tmp_path / "planner.amie"


def _rewritten(planner: Path, **parts: Any) -> None:
    path = vault.beside(planner)
    path.write_text(json.dumps(json.loads(path.read_text()) | parts))


def test_a_key_is_random_private_and_kept(here: Path, tmp_path: Path) -> None:
    made = vault.make(here)
    assert (len(made.key), len(made.mark)) == (32, 16)
    assert vault.beside(here).stat().st_mode & 0o777 == 0o600
    assert vault.read(here) == made
    assert vault.make(tmp_path / "other.amie").key != made.key
    assert {file.name for file in tmp_path.iterdir()} == {"planner.amie.key", "other.amie.key"}


def test_a_key_that_is_there_is_never_replaced(here: Path) -> None:
    assert vault.make(here) == vault.make(here)


def test_a_key_never_shows_its_secret(here: Path) -> None:
    made = vault.make(here)
    assert repr(made.key) not in repr(made) and made.key.hex() not in repr(made)


def test_a_key_with_more_wraps_still_opens_with_the_plain_one(here: Path) -> None:
    made = vault.make(here)
    plain = json.loads(vault.beside(here).read_text())["wraps"]
    _rewritten(here, wraps=[{"kind": "recovery code", "sealed": "00"}, *plain])
    assert vault.read(here) == made


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"version": 2}, "has version 2; this program reads up to version 1"),
        ({"wraps": [{"kind": "passphrase"}]}, "has a passphrase"),
        ({"wraps": []}, "cannot be read"),
        ({"wraps": [{"kind": "none", "key": "00"}]}, "cannot be read"),
        ({"wraps": [{"kind": "none", "key": "zz"}]}, "cannot be read"),
        ({"wraps": None}, "cannot be read"),
        ({"mark": 7}, "cannot be read"),
        ({"format": "another"}, "cannot be read"),
    ],
)
def test_a_key_that_does_not_open_says_why(here: Path, parts: dict[str, Any], said: str) -> None:
    vault.make(here)
    _rewritten(here, **parts)
    with pytest.raises(AmieError, match=said) as refused:
        vault.read(here)
    assert refused.value.hint


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe", b"null", b'{"format": "amie-key"}'])
def test_a_damaged_key_says_so(here: Path, data: bytes) -> None:
    vault.beside(here).write_bytes(data)
    with pytest.raises(AmieError, match=r"planner\.amie\.key is damaged"):
        vault.read(here)


def test_a_missing_key_says_so(here: Path) -> None:
    with pytest.raises(AmieError, match=r"planner\.amie\.key should stand beside planner\.amie"):
        vault.read(here)

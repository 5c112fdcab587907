"""The key of a planner: a random 256-bit key, kept in a small file beside it in one or more wraps.

A passphrase or a recovery code will each be one more wrap of the same key, so that the data never moves. The wrap of
today is "none": the key as it is. The mark is not secret: it stands at the start of each file that the key opens, so
that a key for another file and a damaged file can be told apart.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_bytes
from typing import Any

from amie_planner.errors import AmieError
from amie_planner.store import files

FORMAT = "amie-key"
VERSION = 1
KEY_LENGTH, MARK_LENGTH = 32, 16
"""Bytes."""


@dataclass(frozen=True, slots=True)
class Vault:
    """`key` is 32 secret bytes; `mark` the 16 bytes that a file of this key begins with."""

    key: bytes = field(repr=False)
    mark: bytes


def beside(planner: Path) -> Path:
    """Where the key of a planner file stands."""
    return planner.with_name(planner.name + ".key")


def make(planner: Path) -> Vault:
    """A new key beside a planner file, or the one that is there already. Raises AmieError and OSError."""
    path = beside(planner)
    if not path.exists():
        fresh = files.draft(path)
        try:
            fresh.write_text(_written(Vault(token_bytes(KEY_LENGTH), token_bytes(MARK_LENGTH))), encoding="utf-8")
            files.settle(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink(missing_ok=True)
    return read(planner)


def read(planner: Path) -> Vault:
    """The key beside a planner file. Raises AmieError if it is missing, damaged, newer or sealed."""
    path = beside(planner)
    try:
        return _unwrapped(path.name, json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise AmieError(
            f"The key of this planner is missing: {path.name} should stand beside {planner.name}.",
            "Put it back beside the planner. Nothing has been changed.",
        ) from None
    except (OSError, ValueError, LookupError, TypeError):
        raise AmieError(
            f"The key of this planner cannot be read: {path.name} is damaged or closed to you.",
            "Put a good copy of it beside the planner. Nothing has been changed.",
        ) from None


def _unwrapped(name: str, kept: Any) -> Vault:
    if kept["format"] != FORMAT:
        raise ValueError
    if kept["version"] > VERSION:
        raise AmieError(
            f"The key {name} has version {kept['version']}; this program reads up to version {VERSION}.",
            "Update AMIE Planner to open this planner. Nothing has been changed.",
        )
    plain = [wrap["key"] for wrap in kept["wraps"] if wrap["kind"] == "none"]
    if kept["wraps"] and not plain:
        raise AmieError(
            "This planner has a passphrase, and this program cannot ask for one yet.",
            "Update AMIE Planner to open it. Nothing has been changed.",
        )
    key, mark = bytes.fromhex(plain[0]), bytes.fromhex(kept["mark"])
    if len(key) != KEY_LENGTH or len(mark) != MARK_LENGTH:
        raise ValueError
    return Vault(key, mark)


def _written(vault: Vault) -> str:
    wraps = [{"kind": "none", "key": vault.key.hex()}]
    return json.dumps({"format": FORMAT, "version": VERSION, "mark": vault.mark.hex(), "wraps": wraps}, indent=1) + "\n"

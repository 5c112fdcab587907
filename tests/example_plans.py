"""The example plan files that tests read."""

from __future__ import annotations

from pathlib import Path

SPACE_SOUNDS = Path(__file__).with_name("examples") / "space-sounds.amieplan"
THURSDAY_WRITERS = Path(__file__).with_name("examples") / "thursday-writers.amieplan"

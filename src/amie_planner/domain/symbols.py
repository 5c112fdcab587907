"""Symbols that come with the program, for what young people are shown. Source: resources/symbols/index.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from amie_planner.domain.vocabulary import Kind
from amie_planner.places import resource


@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol: what it is called, what else it is found by, and its file, an SVG."""

    key: str
    label: str
    words: str
    file: str

    @property
    def path(self) -> Path:
        """Where its file lies."""
        return resource("symbols", self.file)


@cache
def _index() -> dict[str, Any]:
    return dict(json.loads(resource("symbols", "index.json").read_text(encoding="utf-8")))


@cache
def symbols() -> tuple[Symbol, ...]:
    """Every symbol, in the order to offer them."""
    return tuple(Symbol(**symbol) for symbol in _index()["symbols"])


def credit() -> str:
    """What has to stand beside the symbols on paper."""
    return str(_index()["credit"])


def symbol(key: str | None) -> Symbol | None:
    """The symbol of a key; none for a key that is not here."""
    return _by_key().get(key or "")


@cache
def _by_key() -> dict[str, Symbol]:
    return {symbol.key: symbol for symbol in symbols()}


def symbol_of_kind(kind: Kind | None) -> Symbol:
    """The symbol for a kind of activity until the leader chooses another."""
    return _by_key()[_index()["kinds"][kind or Kind.MAIN]]


def found(text: str) -> tuple[Symbol, ...]:
    """The symbols that each word of the text finds the beginning of a word in; all of them for no text."""
    wanted = text.casefold().split()
    return tuple(symbol for symbol in symbols() if all(_says(symbol, word) for word in wanted))


def _says(symbol: Symbol, begins: str) -> bool:
    said = f"{symbol.label} {symbol.words}".casefold().replace(",", " ").replace("-", " ").split()
    return any(word.startswith(begins) for word in said)

"""What of each entry is text to find, what is looked for when something is typed, and where a hit stands, in words.

Every text field is found by walking the entry, so that a new field is searched without being named here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from amie_planner.domain import words
from amie_planner.domain.records import (
    RECORDS,
    Adaptation,
    Card,
    HeardWording,
    Organisation,
    OwnReturn,
    Part,
    Person,
    Programme,
    Record,
    ReflectionPrompt,
    Reply,
    ReturnRelease,
    Session,
)
from amie_planner.domain.values import Day, Text, Title, Words

_NO_ENTRIES = (HeardWording, ReflectionPrompt, Organisation, OwnReturn, ReturnRelease)
KINDS: tuple[type[Record], ...] = tuple(kind for kind in RECORDS if kind not in _NO_ENTRIES)
"""What is searched: all but what asks a question and what returns are made with. What is kept apart of a programme is
no RECORD, and never found."""
MOST_WORDS = 12
"""Words of what was typed that are looked for."""
MARK, UNMARK = "\x02", "\x03"
"""Around a word that was found. No text that can be found holds them."""

_KEYS = {
    (Session, "focus"),
    (Adaptation, "library"),
    (Card, "symbol"),
    *((Reply, n) for n in ("check", "answer", "lines")),
}
"""Texts that only the program reads: what they name has its own words."""
_DATED = "date"
"""The one day of an entry that is searched, in words: other days are agreed, reviewed and told on."""

_BY_SIGN = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai and Lao, Burmese, Khmer
    "\u3040-\u30ff\u3100-\u312f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Scripts that are written without spaces between words, or (Korean) with endings on them."""
_AROUND_SIGNS = re.compile(f"(?=[{_BY_SIGN}])|(?<=[{_BY_SIGN}])")
_WITHOUT_STROKE = str.maketrans("łŁøØđĐħĦŧŦı", "lLoOdDhHtTi")
_NO_SIGNS = dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " ")
"""What only moves a cursor, and what marks a word that was found."""
_NO_ROOM = "\u200b"
"""A space with no width."""

Reader = Callable[[Any], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Line:
    """A text of an entry, and the field of the entry that it stands in."""

    field: str
    text: str


def lines(part: Part) -> tuple[Line, ...]:
    """Every text that somebody wrote in an entry, and its date in words."""
    return tuple(
        Line(name, text)
        for name, read in _readers(type(part))
        if (held := getattr(part, name)) is not None
        for text in read(held)
    )


@cache
def _readers(kind: type[Part]) -> tuple[tuple[str, Reader], ...]:
    hints = get_type_hints(kind, include_extras=True)
    wanted = (name for name in kind.model_fields if (kind, name) not in _KEYS)
    found = ((name, _dated(hints[name]) if name == _DATED else _reader(hints[name])) for name in wanted)
    return tuple((name, read) for name, read in found if read is not None)


def _reader(hint: Any) -> Reader | None:
    """How the texts in a value of this type are read, or None where there are none: ids and figures are no text."""
    if hint in (Text, Title):
        return lambda text: (text,)
    if hint == Words:
        return lambda held: (", ".join(held),) if held else ()
    kind, inside = get_origin(hint), get_args(hint)
    if kind is Annotated:
        return _reader(inside[0])
    if kind in (Union, UnionType):
        return next(filter(None, map(_reader, inside)), None)
    if kind in (tuple, dict):
        return _each(_reader(inside[kind is dict]), values=kind is dict)
    if isinstance(hint, type) and issubclass(hint, Part) and _readers(hint):
        return lambda part: (line.text for line in lines(part))
    return None


def _each(read: Reader | None, *, values: bool) -> Reader | None:
    if read is None:
        return None
    return lambda held: (text for each in (held.values() if values else held) for text in read(each))


def _dated(hint: Any) -> Reader | None:
    return (lambda day: (words.day(day),)) if Day in get_args(hint) else _reader(hint)


def entry(record: Record) -> str:
    """What is kept of an entry to find it by: its lines, as `findable`; nothing where it holds no text."""
    return "\n".join(findable(line.text) for line in lines(record))


def findable(text: str) -> str:
    """A text as it is found, letter by letter as `_in_one_line`: the letters that are no more than others with a stroke
    are those others, so that Lukasz finds Łukasz. Accents are let go of by the index itself."""
    return _in_one_line(text).translate(_WITHOUT_STROKE)


def _in_one_line(text: str) -> str:
    """A text in one line, of which every sign of a script that has no spaces stands alone."""
    plain = unicodedata.normalize("NFC", " ".join(text.translate(_NO_SIGNS).split()))
    return plain if plain.isascii() else _AROUND_SIGNS.sub(_NO_ROOM, plain)


def wanted(typed: str) -> tuple[tuple[str, bool], ...]:
    """The words to look for in what was typed, and whether each may be only the beginning of a word.

    One letter is a word by itself: as a beginning it would be that of almost anything. After other words it is not
    looked for while it may go on, so that what was found stays until there is a second letter.
    """
    pieces = [piece for piece in findable(typed).split(" ") if any(map(_in_word, piece))][:MOST_WORDS]
    if len(pieces) > 1 and len(pieces[-1]) == 1 and pieces[-1].isalpha() and typed.endswith(pieces[-1]):
        pieces.pop()
    return tuple((piece, _ends_open(piece)) for piece in pieces)


def _ends_open(piece: str) -> bool:
    return len(piece) > 1 and _in_word(piece[-1]) and _in_word(piece[-2])


def _in_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN"


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that holds all the words, its lines with each word marked, and the session and person it is about."""

    record: Record
    marked: tuple[str, ...]
    session: Session | None = None
    person: Person | None = None

    @property
    def id(self) -> str:
        """What tells it from every other hit."""
        return "/".join(self.record.key)

    @property
    def programme(self) -> str:
        """The id of its programme; nothing for what belongs to the leader."""
        return self.record.key[1]

    @property
    def field(self) -> str:
        """The field of the line that is shown."""
        return self.best()[0].field

    def best(self) -> tuple[Line, str]:
        """The line with the most words that were found, as it is and as it is marked. A day is not shown alone."""
        pairs = tuple(zip(lines(self.record), self.marked, strict=True))
        line, as_kept = max(pairs, key=lambda pair: pair[1].count(MARK), default=(Line("", ""), ""))
        marked = _marked(line.text, as_kept)
        if line.field != _DATED or len(pairs) == 1:
            return line, marked
        first, above = next(pair for pair in pairs if pair[0].field != _DATED)
        return first, f"{_marked(first.text, above)} · {marked}"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one kind, the newest first, and whether there is more of it."""

    kind: type[Record]
    hits: tuple[Hit, ...]
    more: bool


def _marked(text: str, as_kept: str) -> str:
    """A text as it was written, with the marks that stand in what is kept to find it by."""
    written = iter(_in_one_line(text))
    return "".join(sign if sign in (MARK, UNMARK) else next(written, "") for sign in as_kept)


def piece(marked: str, most: int) -> str:
    """About so many letters around the first word that was found; each that was is «marked»."""
    shown = marked.replace(_NO_ROOM, "").replace(UNMARK + MARK, "")
    at = max(shown.find(MARK), 0)
    start = _word_start(shown, at - most // 3) if len(shown) > most else 0
    end = len(shown) if len(shown) - start <= most else _word_end(shown, start + most)
    cut = shown[start:end]
    closing = UNMARK if cut.count(MARK) > cut.count(UNMARK) else ""
    cut = f"{'…' if start else ''}{cut}{closing}{'…' if end < len(shown) else ''}"
    return cut.replace(MARK, "«").replace(UNMARK, "»")


def _word_start(text: str, near: int) -> int:
    if near <= 0:
        return 0
    space = text.find(" ", near)
    found = text.find(MARK)
    return space + 1 if 0 <= space < found else near


def _word_end(text: str, near: int) -> int:
    space = text.rfind(" ", 0, near)
    return space if space > near - near // 4 and text.count(MARK, 0, space) else near


def stands_in(hit: Hit, field: str, programme: str, today: date) -> str:
    """Lift-off, 8 September · ‘Hello song’: instructions · Space sounds: where a line of a hit is to be found."""
    said = " · ".join(part for part in (_when(hit, today), _of(hit, field), _in(hit, programme)) if part)
    return said[:1].upper() + said[1:]


def _of(hit: Hit, field: str) -> str:
    name = _name(hit)
    said = _FIELDS.get(field, field.replace("_", " "))
    if not said or field in _NAMING:
        return "" if name == getattr(hit.record, field, None) else name
    return f"‘{_short(name)}’: {said}" if name else said


def _when(hit: Hit, today: date) -> str:
    session = hit.record if isinstance(hit.record, Session) else hit.session
    if session is None:
        return ""
    day = words.day_and_month(session.date, today) if session.date else words.day(None)
    return day if session == hit.record else f"{_short(session.title)}, {day}"


def _in(hit: Hit, programme: str) -> str:
    return "" if isinstance(hit.record, Programme) else _short(programme)


_NAMING = {"title", "alias", "name"}
_FIELDS = {
    "access_agreed": "what was agreed",
    "access_needs": "what they need to work well",
    "attendance": "register",
    "card": "card on the strip",
    "change": "what was agreed",
    "date": "",
    "fallback": "if it fails",
    "from_whom": "from whom",
    "how": "",
    "in_the_way": "what gets in the way",
    "likes": "what they like",
    "name_at_home": "name at home",
    "notice": "what you would see or hear",
    "shows": "how they show yes, no, stop and more",
    "text": "",
    "told_how": "how they were told",
    "verdict_note": "how it went",
    "what": "",
    "words": "",
}
"""What a field is called where its own name, with spaces, is not what a leader would say."""


def _name(hit: Hit) -> str:
    """What an entry is called among others; nothing where its own text is all there is."""
    record = hit.record
    if hit.person is not None:
        return hit.person.alias or "somebody with no alias"
    if isinstance(record, Adaptation):
        return record.what or ""
    return next((held for name in ("title", "alias", "name", "role") if (held := getattr(record, name, None))), "")


def _short(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"

"""Which way each character of a paragraph runs, and in what order a line of it stands: Unicode's rules (UAX #9).

Only what typed text needs: `cleaning` takes out the characters that would force a direction, so rules X1 to X8 and
isolates never arise. No library under a licence that we can ship gives levels, which breaking lines needs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_NEUTRAL = ("B", "S", "WS", "ON")
_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊"
    "⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CLOSES = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_MIRRORED = _CLOSES | {close: opening for opening, close in _CLOSES.items()}
_MIRRORED |= {"<": ">", ">": "<", "«": "»", "»": "«", "‹": "›", "›": "‹"}
_MOST_OPEN = 63


def runs_right_to_left(text: str) -> bool:
    """Whether any character of the text is of a script that is read from right to left."""
    return bool(_LEFTWARD.search(text))


def mirrored(character: str) -> str:
    """What stands in the place of a bracket where text runs from right to left; any other character is itself."""
    return _MIRRORED.get(character, character)


def levels(text: str, base: int | None = None) -> tuple[int, ...]:
    """The level of each character of one paragraph: even runs to the right, odd to the left.

    `base` is the paragraph's own, that of its first letter unless given.
    """
    base = paragraph_level(text) if base is None else base
    classes = [unicodedata.bidirectional(one) or "L" for one in text]
    kept = [at for at, of in enumerate(classes) if of != "BN"]
    own = [classes[at] for at in kept]
    toward = "LR"[base]
    _resolve_weak(own, toward)
    _resolve_brackets([text[at] for at in kept], own, [classes[at] for at in kept], toward)
    _resolve_neutral(own, toward)
    found = {at: _level(of, base) for at, of in zip(kept, own, strict=True)}
    every: list[int] = []
    for at in range(len(text)):
        every.append(found.get(at, every[-1] if every else base))
    return tuple(every)


def paragraph_level(text: str) -> int:
    """0 for a paragraph that runs to the right, 1 for one whose first letter runs to the left."""
    strong = (of for of in map(unicodedata.bidirectional, text) if of in ("L", "R", "AL"))
    return int(next(strong, "L") != "L")


def level_on_paper(text: str) -> int:
    """The level of a paragraph of ours: 1 only where it opens to the left and most of its letters run there.

    Our own words are English, and a line of them often opens with a name.
    """
    ways = [unicodedata.bidirectional(one) for one in text]
    leftward = sum(way in ("R", "AL") for way in ways)
    return paragraph_level(text) if leftward * 2 > leftward + ways.count("L") else 0


def visual_order(levels: Sequence[int]) -> list[int]:
    """The numbers of the parts of a line, from left to right, given the level of each."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def _level(of: str, base: int) -> int:
    if base:
        return 1 if of == "R" else 2
    return {"L": 0, "R": 1}.get(of, 2)


def _resolve_weak(own: list[str], toward: str) -> None:
    """Rules W1 to W7: marks, numbers and what belongs to a number."""
    strong = previous = toward
    for at, of in enumerate(own):
        of = previous if of == "NSM" else of
        previous = of
        strong = of if of in ("L", "R", "AL") else strong
        own[at] = "AN" if of == "EN" and strong == "AL" else of
    own[:] = ["R" if of == "AL" else of for of in own]
    for at in range(1, len(own) - 1):
        before, of, after = own[at - 1 : at + 2]
        if before == after and (of, after) in (("ES", "EN"), ("CS", "EN"), ("CS", "AN")):
            own[at] = after
    _resolve_signs_beside_numbers(own)
    strong = toward
    for at, of in enumerate(own):
        strong = of if of in "LR" else strong
        own[at] = "L" if of == "EN" and strong == "L" else of


def _resolve_signs_beside_numbers(own: list[str]) -> None:
    """Rules W5 and W6: a percent or currency sign goes with the number beside it; any other sign is neutral."""
    at = 0
    while at < len(own):
        end = at
        while end < len(own) and own[end] == "ET":
            end += 1
        if end > at and "EN" in (own[at - 1] if at else "", own[end] if end < len(own) else ""):
            own[at:end] = ["EN"] * (end - at)
        at = max(end, at + 1)
    own[:] = ["ON" if of in ("ES", "ET", "CS") else of for of in own]


def _resolve_brackets(text: Sequence[str], own: list[str], typed: Sequence[str], toward: str) -> None:
    """Rule N0: both brackets of a pair run the way of what they enclose, or of what is before them."""
    for opening, close in sorted(_pairs(text, own)):
        inside = {_strong(of) for of in own[opening + 1 : close]} - {""}
        if not inside:
            continue
        before = next((_strong(of) for of in reversed(own[:opening]) if _strong(of)), toward)
        way = toward if toward in inside or before == toward else before
        for at in (opening, close):
            own[at] = way
            after = at + 1
            while after < len(own) and typed[after] == "NSM":
                own[after] = way
                after += 1


def _pairs(text: Sequence[str], own: Sequence[str]) -> list[tuple[int, int]]:
    still_open: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, one in enumerate(text):
        if own[at] != "ON":
            continue
        if one in _CLOSES:
            if len(still_open) == _MOST_OPEN:
                return []
            still_open.append((_CLOSES[one], at))
            continue
        for depth in range(len(still_open) - 1, -1, -1):
            if still_open[depth][0] == one:
                pairs.append((still_open[depth][1], at))
                del still_open[depth:]
                break
    return pairs


def _strong(of: str) -> str:
    return "R" if of in ("R", "EN", "AN") else "L" if of == "L" else ""


def _resolve_neutral(own: list[str], toward: str) -> None:
    """Rules N1 and N2: what is neutral runs the way of both its neighbours, or of the paragraph."""
    at = 0
    while at < len(own):
        end = at
        while end < len(own) and own[end] in _NEUTRAL:
            end += 1
        if end > at:
            before = _strong(own[at - 1]) if at else toward
            after = _strong(own[end]) if end < len(own) else toward
            own[at:end] = [before if before == after else toward] * (end - at)
        at = max(end, at + 1)

"""When two texts say the same: after Unicode NFKC, casefold, and folding of white space and punctuation."""

from __future__ import annotations

import re
import unicodedata

_OTHER_ASCII = re.compile(r"[\W_]+", re.ASCII)


def folded(text: str | None) -> str:
    """The words of a text; nothing where there are none. Vowel signs, and symbols such as emoji, are kept."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text or "").casefold())
    if plain.isascii():
        return _OTHER_ASCII.sub(" ", plain).strip()
    return " ".join("".join(map(_kept, plain)).split())


def _kept(sign: str) -> str:
    """A letter, digit or symbol as it stands, a space for punctuation, nothing for what cannot be seen."""
    if sign.isascii():
        return sign if sign.isalnum() else " "
    category = unicodedata.category(sign)
    return "" if category == "Cf" else " " if category[0] in "PZC" else sign

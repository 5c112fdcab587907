"""What an emoji is made of: a picture, perhaps a skin tone, joined pictures, a flag of two letters, a keycap."""

from __future__ import annotations

import re

JOINER = "\u200d"
AS_PICTURE = "\ufe0f"
_TONE = "\U0001f3fb-\U0001f3ff"
_FLAG_LETTER = "\U0001f1e6-\U0001f1ff"
_REGION = "\U000e0020-\U000e007f"  # tags, which make England of a black flag
_PICTURE = "\U0001f000-\U0001f1e5\U0001f200-\U0001faff"
_SIGN = "\u00a9\u00ae\u203c-\u3299"  # a picture only when something behind it says so
_AFTER = f"[{AS_PICTURE}{_TONE}{_REGION}]"
_JOINED = f"(?:{JOINER}[{_PICTURE}{_SIGN}]{_AFTER}*)"
PATTERN = (
    f"[{_FLAG_LETTER}]{{1,2}}"
    f"|[0-9#*]{AS_PICTURE}?\u20e3"
    f"|[{_PICTURE}]{_AFTER}*{_JOINED}*"
    f"|[{_SIGN}](?:{_AFTER}+{_JOINED}*|{_JOINED}+)"
)
EMOJI = re.compile(PATTERN)
ADDED = f"{JOINER}{AS_PICTURE}\u20e3{_TONE}{_REGION}"
"""Characters of a class in a pattern that change the picture before them and show nothing themselves."""

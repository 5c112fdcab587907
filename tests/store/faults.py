"""What can happen to a file on a disk."""

from __future__ import annotations

from random import Random


def spoilt(data: bytes, random: Random) -> bytes:
    """A file with one fault in it: a bit turned, a page emptied, overwritten or cut off, or two pages exchanged."""
    at = random.randrange(len(data))
    page = at // 4096 * 4096
    match random.choice(["flip", "flip", "flip", "zeros", "noise", "cut", "swap"]):
        case "flip":
            return data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :]
        case "zeros":
            return data[:page] + bytes(4096) + data[page + 4096 :]
        case "noise":
            return data[:page] + random.randbytes(4096) + data[page + 4096 :]
        case "cut":
            return data[: at + 1] if at + 1 < len(data) else data[:-1]
        case _:
            first, last = data[:4096], data[-4096:]
            return last + data[4096:-4096] + first


def never_written(before: bytes, after: bytes, page: int = 0) -> bytes:
    """A file as it is after a change of which the disk lost one page, the first of all: that is as it was before."""
    at, end = page * 4096, (page + 1) * 4096
    return after[:at] + before[at:end] + after[end:]

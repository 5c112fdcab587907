"""Writes a finished ReportLab document with its objects packed together, as PDF has allowed since 1.5.

The structure of a tagged page is hundreds of small objects. One by one they make the file twice as large.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import md5
from itertools import islice
from struct import pack
from typing import Any

from reportlab.pdfbase import pdfdoc

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # four bytes above 127 say that the file is not text
_PACK = 200  # objects
_FREE, _WHOLE, _PACKED = 0, 1, 2  # kinds of entry in the table of objects (PDF 1.7, table 18)


def packed(document: Any, added: Callable[[int], Iterable[tuple[int, bytes]]]) -> bytes:
    """The bytes of the document; what is no stream is packed. The same document gives the same bytes.

    `added` are objects that ReportLab knows at most by number, each with its number, when told the first that is free.
    """
    root, info = (document.Reference(one).format(document) for one in (document.Catalog, document.info))
    whole: dict[int, bytes] = {}
    small: dict[int, bytes] = {}
    number = 1
    while number in document.numberToId:  # formatting one object may add others
        content = pdfdoc.format(document.idToObject[document.numberToId[number]], document, toplevel=1).rstrip()
        (whole if content.endswith(b"endstream") else small)[number] = content
        number += 1
    small |= dict(added(number))
    number = max(small) + 1
    table: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 65535)}
    for held in _packs(small):
        table |= {one: (_PACKED, number, at) for at, one in enumerate(held)}
        whole[number] = _pack_of(held)
        number += 1
    body = bytearray(_HEAD)
    for one, content in whole.items():
        table[one] = (_WHOLE, len(body), 0)
        body += b"%d 0 obj\n%b\nendobj\n" % (one, content)
    start = len(body)
    table[number] = (_WHOLE, start, 0)
    mark = md5(body, usedforsecurity=False).hexdigest().encode()
    entries = b"/Type /XRef /Size %d /W [1 4 2] /Root %b /Info %b /ID [<%b> <%b>]" % (
        number + 1,
        root,
        info,
        mark,
        mark,
    )
    content = b"".join(pack(">BIH", *table[one]) for one in range(number + 1))
    body += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, _stream(entries, content), start)
    return bytes(body)


def _packs(objects: Mapping[int, bytes]) -> Iterator[dict[int, bytes]]:
    rest = iter(objects.items())
    while held := dict(islice(rest, _PACK)):
        yield held


def _pack_of(held: Mapping[int, bytes]) -> bytes:
    """A stream of objects: the number of each and where it begins, then all of them."""
    numbers, at = [], 0
    for number, content in held.items():
        numbers.append(b"%d %d" % (number, at))
        at += len(content) + 1
    head = b" ".join(numbers) + b"\n"
    entries = b"/Type /ObjStm /N %d /First %d" % (len(held), len(head))
    return _stream(entries, head + b"\n".join(held.values()))


def _stream(entries: bytes, content: bytes) -> bytes:
    short = zlib.compress(content)
    return b"<< %b /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (entries, len(short), short)

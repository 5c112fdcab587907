"""The leader's own photos and symbols on their way into the planner file: scaled, and without what a camera wrote.

Only the dots of a picture are kept: no place, no time, no author, no comment, no thumbnail, no name of a file.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from amie_planner.errors import AmieError

LARGEST_SIDE = 900
"""Dots: sharp on a card as wide as half a page."""
LARGEST_KEPT = 500_000
"""Bytes."""
LARGEST_FILE = 40_000_000
"""Bytes that are read at all."""
MOST_DOTS = 64_000_000
"""Width times height. A file that claims more is no photo of a phone, and may be made to fill the memory."""

_READ = ("PNG", "JPEG", "WEBP")
_KEPT = ("PNG", "JPEG")
_FEW_COLOURS = 4_096  # a drawing has fewer, a photo more
_QUALITIES = (88, 75, 60, 40, 20)
_HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1")

_SAYS_NOTHING = frozenset({"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "gamma", "srgb", "transparency"})

Image.MAX_IMAGE_PIXELS = MOST_DOTS


def from_file(path: Path) -> str:
    """A picture file as it is kept. Raises AmieError for what is not a picture, or too large to be read."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise AmieError("That picture could not be opened.", "Is it still there, and may you read it?") from error
    return as_kept(content)


def as_kept(content: bytes) -> str:
    """The bytes of a PNG, JPEG or WebP file as a PNG or JPEG in base64: upright, at most 900 dots wide and tall.

    Raises AmieError for what is not a picture, or too large to be read.
    """
    if len(content) > LARGEST_FILE:
        raise _too_large()
    if content[4:12] in _HEIC:
        raise AmieError("A HEIC photo cannot be read here.", "Save or send it as JPEG, and choose that file.")
    with _opened(content, _READ) as image:
        return b64encode(_encoded(_only_dots(image))).decode()


@lru_cache(maxsize=64)
def content_of(image: str) -> bytes | None:
    """The bytes of a kept picture; nothing where they are not a whole PNG or JPEG of the size that is kept.

    A plan file of another hand may hold one that tells more than its dots: it is not shown, so nothing is handed on.
    """
    try:
        content = b64decode(image, validate=True)
        with _opened(content, _KEPT) as held:
            if max(held.size) > LARGEST_SIDE:
                return None
            held.load()
            return content if _SAYS_NOTHING.issuperset(held.info) else None
    except (AmieError, ValueError):
        return None


@contextmanager
def _opened(content: bytes, kinds: tuple[str, ...]) -> Iterator[Image.Image]:
    try:
        with Image.open(BytesIO(content), formats=kinds) as image:
            if image.width * image.height > MOST_DOTS:
                raise _too_large()
            yield image
    except AmieError:
        raise
    except Image.DecompressionBombError as error:
        raise _too_large() from error
    except Exception as error:  # what a decoder raises on a spoilt file is not told
        raise AmieError("That file could not be read as a picture.", "Choose a PNG, JPEG or WebP file.") from error


def _too_large() -> AmieError:
    millions = f"{LARGEST_FILE // 1_000_000} MB or {MOST_DOTS // 1_000_000} megapixels"
    return AmieError(f"That picture is larger than {millions}.", "Choose or save a smaller one.")


def _only_dots(image: Image.Image) -> Image.Image:
    """The picture upright and scaled, as a new one that nothing else hangs on."""
    image.draft("RGB", (2 * LARGEST_SIDE, 2 * LARGEST_SIDE))
    clear = image.has_transparency_data
    upright = ImageOps.exif_transpose(image).convert("RGBA" if clear else "RGB")
    upright.thumbnail((LARGEST_SIDE, LARGEST_SIDE), Image.Resampling.LANCZOS)
    return Image.frombytes(upright.mode, upright.size, upright.tobytes())


def _encoded(image: Image.Image) -> bytes:
    """A drawing, or what one can see through, without loss; a photo, or what would be too large, as JPEG."""
    if image.mode == "RGBA" or image.getcolors(_FEW_COLOURS):
        content = _written(image, "PNG", optimize=True)
        if len(content) <= LARGEST_KEPT:
            return content
    if image.mode == "RGBA":
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, image).convert("RGB")
    tries = (_written(image, "JPEG", quality=quality) for quality in _QUALITIES)
    return next(content for content in tries if len(content) <= LARGEST_KEPT)


def _written(image: Image.Image, kind: str, **how: int) -> bytes:
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()

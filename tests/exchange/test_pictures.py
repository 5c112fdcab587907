"""A leader's own picture is kept small, upright and without anything that a camera or an editor wrote into it."""

from __future__ import annotations

import random
import zlib
from base64 import b64decode, b64encode
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from amie_planner.domain.records import Picture
from amie_planner.errors import AmieError
from amie_planner.exchange.pictures import LARGEST_FILE, LARGEST_KEPT, LARGEST_SIDE, as_kept, content_of, from_file

CANARY = "Canary Person, 51.5007 N 0.1246 W"


def _in_file(image: Image.Image, kind: str, **how) -> bytes:
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def _kept(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(b64decode(as_kept(content))))
    image.load()
    return image


def _noise(wide: int, tall: int, mode: str = "RGB") -> Image.Image:
    """A picture that cannot be made small without loss."""
    return Image.frombytes(mode, (wide, tall), random.Random(1).randbytes(wide * tall * len(mode)))


def _told() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = exif[0x8298] = CANARY  # description, author, rights
    exif[0x010F] = "Canary Camera"
    exif.get_ifd(0x8769)[0x9003] = "2026:09:08 10:00:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 2.5), 3: "W", 4: (0.0, 7.0, 28.5), 29: "2026:09:08"})
    return exif


def _png_told() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", CANARY)
    info.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta><dc:creator>{CANARY}</dc:creator></x:xmpmeta>")
    return info


GRADIENT = Image.linear_gradient("L").resize((1000, 750))
PHOTO = Image.merge("RGB", (GRADIENT, GRADIENT.rotate(180), Image.radial_gradient("L").resize((1000, 750))))
SMALL = PHOTO.resize((120, 90))
TOLD = {
    "jpeg": _in_file(
        PHOTO, "JPEG", exif=_told(), comment=CANARY, xmp=f"<x>{CANARY}</x>".encode(), icc_profile=b"Canary"
    ),
    "png": _in_file(PHOTO, "PNG", exif=_told(), pnginfo=_png_told(), icc_profile=b"Canary profile"),
    "png to see through": _in_file(_noise(300, 300, "RGBA"), "PNG", exif=_told(), pnginfo=_png_told()),
    "webp": _in_file(PHOTO, "WEBP", exif=_told(), xmp=f"<x>{CANARY}</x>".encode(), icc_profile=b"Canary"),
    "jpeg with more at its end": _in_file(PHOTO, "JPEG") + CANARY.encode(),
    "jpeg of several pictures": _in_file(PHOTO, "MPO", save_all=True, append_images=[PHOTO], exif=_told()),
}


@pytest.mark.parametrize("name", TOLD)
def test_nothing_written_into_a_picture_is_kept(name):
    kept = b64decode(as_kept(TOLD[name]))
    for told in (b"Canary", b"51.5007", b"2026", b"Exif", b"xmp", b"ICC", b"iCCP", b"tEXt", b"iTXt", b"eXIf", b"http"):
        assert told not in kept
    image = Image.open(BytesIO(kept))
    image.load()
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("name", TOLD)
def test_a_picture_fits_its_card_and_its_record(name):
    image = as_kept(TOLD[name])
    content = b64decode(image)
    assert max(Image.open(BytesIO(content)).size) <= LARGEST_SIDE
    assert len(content) <= LARGEST_KEPT
    assert Picture.made(id="m1", programme="u1", position=0, image=image).image == image


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_stands_upright_however_the_camera_was_held(turn):
    upright = Image.new("RGB", (40, 20), "white")
    upright.paste("red", (0, 0, 10, 10))
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    held = upright.transpose(Image.Transpose(back[turn])) if turn in back else upright
    exif = Image.Exif()
    exif[0x0112] = turn
    kept = _kept(_in_file(held, "PNG", exif=exif))
    assert kept.size == (40, 20)
    assert [kept.convert("RGB").getpixel(at) for at in ((2, 2), (37, 2), (2, 17))] == [
        (255, 0, 0),
        (255, 255, 255),
        (255, 255, 255),
    ]


def test_a_small_drawing_stays_as_it_is_to_the_dot():
    drawing = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    drawing.paste((10, 20, 30, 128), (20, 20, 80, 80))
    kept = _kept(_in_file(drawing, "PNG"))
    assert kept.format == "PNG"
    assert kept.tobytes() == drawing.tobytes()


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_what_is_too_large_without_loss_becomes_jpeg_on_white(mode):
    kept = b64decode(as_kept(_in_file(_noise(600, 600, mode), "PNG")))
    assert Image.open(BytesIO(kept)).format == "JPEG"
    assert len(kept) <= LARGEST_KEPT


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "CMYK", "YCbCr"])
def test_every_way_to_hold_colours_is_read(mode):
    image = PHOTO.convert("L").convert("I").convert("I;16") if mode == "I;16" else PHOTO.convert(mode)
    assert _kept(_in_file(image, "JPEG" if mode in ("CMYK", "YCbCr") else "PNG")).size == (900, 675)


def _claims(wide: int, tall: int) -> bytes:
    """A PNG that says it is larger than it is."""
    content = bytearray(_in_file(Image.new("1", (8, 8)), "PNG"))
    content[16:24] = wide.to_bytes(4, "big") + tall.to_bytes(4, "big")
    content[29:33] = zlib.crc32(content[12:29]).to_bytes(4, "big")
    return bytes(content)


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("content", [_claims(9_000, 8_000), _claims(60_000, 60_000), b"\0" * (LARGEST_FILE + 1)])
def test_a_picture_that_would_fill_the_memory_is_refused(content):
    with pytest.raises(AmieError, match="larger than 40 MB or 64 megapixels"):
        as_kept(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        _in_file(PHOTO, "JPEG")[:900],
        _in_file(_noise(50, 50), "PNG")[:900],
        _in_file(PHOTO, "GIF"),
        _in_file(PHOTO, "TIFF"),
    ],
)
def test_what_is_not_a_picture_is_refused_in_words(content):
    with pytest.raises(AmieError, match="could not be read as a picture") as refused:
        as_kept(content)
    assert "PNG, JPEG or WebP" in refused.value.hint


def test_a_heic_photo_is_refused_with_a_way_forward():
    with pytest.raises(AmieError, match="HEIC") as refused:
        as_kept(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    assert "JPEG" in refused.value.hint


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_spoilt_file_is_read_or_refused():
    chance = random.Random(2)
    for kind in ("JPEG", "PNG", "WEBP"):
        content = _in_file(SMALL, kind, exif=_told())
        for _ in range(60):
            spoilt = bytearray(content)
            for _ in range(chance.randrange(1, 9)):
                spoilt[chance.randrange(min(len(spoilt), 3_000))] = chance.randrange(256)
            try:
                assert content_of(as_kept(bytes(spoilt)))
            except AmieError as error:
                assert error.hint


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(AmieError, match="could not be opened"):
        from_file(tmp_path / "gone.png")
    (tmp_path / "drum.png").write_bytes(TOLD["png"])
    assert from_file(tmp_path / "drum.png") == as_kept(TOLD["png"])


def test_what_is_kept_is_read_again():
    image = as_kept(TOLD["jpeg"])
    assert content_of(image) == b64decode(image)


@pytest.mark.parametrize(
    "content",
    [b"iVBOR", _in_file(PHOTO, "PNG"), _in_file(PHOTO.resize((90, 90)), "WEBP"), _claims(800, 800), TOLD["jpeg"][:999]],
)
def test_another_hand_s_picture_that_we_would_not_keep_is_not_read(content):
    assert content_of(b64encode(content).decode()) is None


@pytest.mark.parametrize(
    "content",
    [
        _in_file(SMALL, "JPEG", exif=_told()),
        _in_file(SMALL, "JPEG", comment=CANARY),
        _in_file(SMALL, "PNG", pnginfo=_png_told()),
    ],
)
def test_another_hand_s_picture_that_tells_more_than_its_dots_is_not_read(content):
    assert content_of(b64encode(content).decode()) is None
    assert content_of(as_kept(content)) is not None


def test_what_is_not_base64_is_not_read():
    assert content_of("iVBORw0K=") is None

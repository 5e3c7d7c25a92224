"""Pictures of every kind keep their colours and their transparency: in the file by pikepdf, on the page by poppler."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from deckmaker.assets import PictureLost
from deckmaker.layout import Document
from tests.assets.ink_profile import ink_profile
from tests.assets.samples import wide_profile
from tests.projects import Project
from tests.render.pdf.decks import rendered
from tests.render.pdf.pngs import PNGS, Png

every_png = pytest.mark.parametrize("png", PNGS.values(), ids=PNGS)


def shown(folder: Path, name: str, content: bytes) -> Document:
    """Return a deck of one slide that shows a picture whole."""
    project = Project(folder)
    (folder / name).write_bytes(content)
    return project.document(f"title: T\nslides:\n  - layout: picture\n    title: A\n    image: ../{name}\n")


@contextmanager
def image_of(laid_out: Document) -> Iterator[pikepdf.Stream]:
    """Open the one picture of a deck's PDF, beside the mask that it may have."""
    with pikepdf.open(BytesIO(rendered(laid_out))) as opened:
        streams = [one for one in opened.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        masks = [one.SMask.objgen for one in streams if "/SMask" in one]
        (image,) = (one for one in streams if one.objgen not in masks)
        yield image


def corners(image: pikepdf.Stream) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the first and the last sample of an image of eight bits a component."""
    assert (image.BitsPerComponent, "/Decode" in image and list(image.Decode)) in ((8, False), (8, [0, 1]))
    components = {"/DeviceGray": 1, "/DeviceRGB": 3}[str(image.ColorSpace)]
    data = image.read_bytes()
    assert len(data) == int(image.Width) * int(image.Height) * components
    return tuple(data[:components]), tuple(data[-components:])


@pytest.mark.sampled(every=5)
@every_png
def test_the_file_holds_its_colours_and_its_transparency(png: Png, tmp_path: Path) -> None:
    """As eight bits a component, with a mask of its own where something shines through."""
    with image_of(shown(tmp_path, "a.png", png.file())) as image:
        colors = corners(image)
        alphas = corners(image.SMask) if "/SMask" in image else ((255,), (255,))
        assert "/Mask" not in image
    for color, alpha, seen in zip(colors, alphas, png.seen, strict=True):
        assert (*(color * 3)[:3], *alpha) == seen


def painted(laid_out: Document, folder: Path) -> list[tuple[int, ...]]:
    """Return what poppler paints in the middle of the picture's left and right halves, at 72 pixels an inch."""
    path = folder / "deck.pdf"
    path.write_bytes(rendered(laid_out))
    subprocess.run(["pdftoppm", "-r", "72", "-png", "-singlefile", path, folder / "page"], check=True)
    placed = laid_out.pages[0].slot("picture")
    assert placed
    with Image.open(folder / "page.png") as page:
        y = placed.rect.y + placed.rect.height / 2
        places = [(placed.rect.x + placed.rect.width * part, y) for part in (0.25, 0.75)]
        return [page.convert("RGB").getpixel((int(x), int(y))) for x, y in places]


@pytest.mark.outside
@every_png
def test_the_page_shows_it(png: Png, tmp_path: Path) -> None:
    """The page's colour shines through where the picture lets it."""
    laid_out = shown(tmp_path, "a.png", png.file())
    theme, background = laid_out.theme, laid_out.pages[0].layout.background
    paper = [int(theme.palette[background][i : i + 2], 16) for i in (1, 3, 5)]
    for found, (*color, alpha) in zip(painted(laid_out, tmp_path), png.seen, strict=True):
        blended = [(one * alpha + under * (255 - alpha)) / 255 for one, under in zip(color, paper, strict=True)]
        assert found == pytest.approx(blended, abs=2)


CMYK = ((0, 255, 255, 0), (255, 255, 0, 0))
"""Red and blue, as inks."""
RED_AND_BLUE = ((237, 28, 36), (46, 49, 146))
"""How poppler shows these inks on a screen."""


def cmyk_jpeg(colors: tuple[tuple[int, ...], tuple[int, ...]]) -> bytes:
    """Return a JPEG with inverted inks and Adobe's marker, as Photoshop writes it; so does Pillow."""
    image = Image.new("CMYK", (64, 64), colors[0])
    image.paste(colors[1], (32, 0, 64, 64))
    stream = BytesIO()
    image.save(stream, "JPEG", quality=95)
    return stream.getvalue()


def as_ycck(jpeg: bytes) -> bytes:
    """Return a JPEG whose Adobe marker says YCCK (2) instead of CMYK (0)."""
    at = jpeg.index(b"\xff\xee\x00\x0eAdobe") + 15
    assert jpeg[at] == 0
    return jpeg[:at] + b"\2" + jpeg[at + 1 :]


def without_adobe_marker(jpeg: bytes) -> bytes:
    """Return a JPEG without the marker; browsers and Pillow take its inks as inverted all the same."""
    at = jpeg.index(b"\xff\xee\x00\x0eAdobe")
    return jpeg[:at] + jpeg[at + 16 :]


def ycck_samples(cmyk: tuple[int, ...]) -> tuple[int, ...]:
    """Return what Pillow, which inverts all that it writes, is to write: Y, Cb and Cr of the inks, and inverted K.

    YCCK means the complements of what Y, Cb and Cr say (T.872, 6.1); of inverted inks, these are the inks.
    """
    red, green, blue = cmyk[:3]
    y = 0.299 * red + 0.587 * green + 0.114 * blue
    values = (y, 128 + (blue - y) / 1.772, 128 + (red - y) / 1.402)
    return (*(255 - min(255, round(value)) for value in values), cmyk[3])


INKS = {
    "CMYK": cmyk_jpeg(CMYK),
    "CMYK without marker": without_adobe_marker(cmyk_jpeg(CMYK)),
    "YCCK": as_ycck(cmyk_jpeg((ycck_samples(CMYK[0]), ycck_samples(CMYK[1])))),
}


@pytest.mark.parametrize("jpeg", INKS.values(), ids=INKS)
def test_a_jpeg_of_four_inks_is_in_the_file_as_it_is(jpeg: bytes, tmp_path: Path) -> None:
    """With the note that its inks are inverted."""
    with image_of(shown(tmp_path, "a.jpg", jpeg)) as image:
        assert image.read_raw_bytes() == jpeg
        assert (str(image.ColorSpace), list(image.Decode)) == ("/DeviceCMYK", [1, 0] * 4)


@pytest.mark.outside
@pytest.mark.parametrize("jpeg", INKS.values(), ids=INKS)
def test_a_jpeg_of_four_inks_has_its_colours(jpeg: bytes, tmp_path: Path) -> None:
    """Red stays red and blue stays blue."""
    found = painted(shown(tmp_path, "a.jpg", jpeg), tmp_path)
    for color, wanted in zip(found, RED_AND_BLUE, strict=True):
        assert color == pytest.approx(wanted, abs=8)


@pytest.mark.parametrize("name", ["a.JPG", "a.jpe", "a.png", "a"])
def test_a_jpeg_is_known_by_its_content(name: str, tmp_path: Path) -> None:
    """Whatever its name says."""
    stream = BytesIO()
    Image.new("RGB", (16, 16), RED_AND_BLUE[0]).save(stream, "JPEG")
    with image_of(shown(tmp_path, name, stream.getvalue())) as image:
        assert image.read_raw_bytes() == stream.getvalue()


def test_where_a_picture_lies_does_not_change_the_file(tmp_path: Path) -> None:
    """Neither a JPEG's path nor a PNG's is in it."""
    for name, content in (("a.png", PNGS["LA"].file()), ("a.jpg", INKS["CMYK"])):
        folders = [tmp_path / f"{name}-{one}" for one in "ab"]
        for folder in folders:
            folder.mkdir()
        first, second = (rendered(shown(folder, name, content)) for folder in folders)
        assert first == second


@pytest.mark.parametrize(
    ("format", "mode"), [("JPEG", "L"), ("JPEG", "RGB"), ("JPEG", "CMYK"), ("PNG", "L"), ("PNG", "RGB")]
)
def test_a_picture_has_the_colour_space_of_its_profile(format: str, mode: str, tmp_path: Path) -> None:
    """Readers of a PDF do not look into a JPEG for it."""
    profile = {"L": None, "RGB": wide_profile(), "CMYK": ink_profile()}[mode]
    stream = BytesIO()
    Image.new(mode, (16, 16)).save(stream, format, icc_profile=profile)
    with image_of(shown(tmp_path, "a", stream.getvalue())) as image:
        if not profile:
            assert image.ColorSpace == "/DeviceGray"
            return
        kind, based = image.ColorSpace
        assert (kind, based.N, based.Alternate) == ("/ICCBased", len(mode), f"/Device{mode.replace('L', 'Gray')}")
        assert based.read_bytes()[36:40] == b"acsp"


def test_a_picture_shown_twice_is_in_the_file_once(tmp_path: Path) -> None:
    """So is one that lies there under two names."""
    project = Project(tmp_path)
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(PNGS["RGB"].file())
    slides = "".join(f"  - {{title: A, image: ../{name}.png}}\n" for name in "aab")
    with image_of(project.document(f"title: T\nslides:\n{slides}")) as image:
        assert image.Width == 16


def test_a_picture_that_memory_lacks_for_is_told_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PNG with transparency is decoded for the PDF alone; what fails there has a place in the deck."""

    def none(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr("deckmaker.render.pdf.pictures.packed_again", none)
    with pytest.raises(PictureLost, match=r"`a\.png` needs more memory than there is"):
        rendered(shown(tmp_path, "a.png", PNGS["RGBA"].file()))


def test_pictures_that_are_alike_by_chance_stay_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As long, and of the same sum: they are compared before one is taken for the other."""
    monkeypatch.setattr("deckmaker.render.pdf.pictures.crc32", lambda data, before=0: 0)
    photo, at = INKS["CMYK"], INKS["CMYK"].index(b"\xff\xdb") + 12  # a step of its table of quantization
    for name in "ab":
        (tmp_path / f"{name}.jpg").write_bytes(photo)
    (tmp_path / "c.jpg").write_bytes(photo[:at] + bytes((photo[at] + 1,)) + photo[at + 1 :])
    slides = "".join(f"  - {{title: A, image: ../{name}.jpg}}\n" for name in "abc")
    with pikepdf.open(BytesIO(rendered(Project(tmp_path).document(f"title: T\nslides:\n{slides}")))) as opened:
        first, second, third = ([one.objgen for one in page.Resources.XObject.values()] for page in opened.pages)
        assert first == second != third

"""`-f png`: a picture a slide and a contact sheet, what they show and say, and what becomes of older ones."""

from __future__ import annotations

import json
import subprocess
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import lxml.etree
import pytest
from PIL import Image

from deckmaker.pictures.contact_sheet import sheets_of
from tests.agreement.rasters import WIDTH, draw_pdf, similarity
from tests.projects import Project, run

pytestmark = pytest.mark.slow

DECK = """\
title: Night noise
author: Port Authority
license: CC-BY-4.0
slides:
  - title: Night noise
  - title: Where it comes from
    text: Two thirds of loud nights have a **reefer ship** at berth 4.
    image: {file: ../crane.png, alt: Cranes at dusk, credit: A. Lind & Sons}
  - title: How loud
    table: {rows: [[Place, dB], [Quay, 61], [School, 48]]}
"""
FOLDER = Path("build") / "deck-png"


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.picture("crane.png", (400, 300))
    project.write(DECK)
    return project


def build(*more: str) -> list[str]:
    """Build the deck's pictures; return the names of the files that are in their folder then."""
    result = run("build", "decks/deck.yaml", "-f", "png", "--width", "480", *more)
    assert result.exit_code == 0, result.stderr
    return names()


def names() -> list[str]:
    """Return the names of the pictures in their folder."""
    return sorted(path.name for path in FOLDER.iterdir() if not path.name.startswith("."))


def packet(name: str) -> lxml.etree._Element:
    """Return the XMP of a picture, as Pillow finds it there and lxml reads it."""
    with Image.open(FOLDER / name) as image:
        text = image.info["XML:com.adobe.xmp"]
    return lxml.etree.fromstring(text.encode())


def field(root: lxml.etree._Element, name: str) -> str:
    """Return the words of a property."""
    return "".join(root.xpath(f"string(//*[local-name()='{name}'])"))


def test_each_slide_is_a_picture_of_the_width_that_was_asked_for(project):
    """And a sheet has all of them; what was written is printed."""
    result = run("build", "decks/deck.yaml", "-f", "png", "--width", "481")
    assert result.stdout.splitlines() == [
        str(FOLDER / name) for name in ("01.png", "02.png", "03.png", "contact-sheet.png")
    ]
    for name in ("01.png", "02.png", "03.png"):
        with Image.open(FOLDER / name) as image:
            image.load()
            assert (image.size, image.mode, image.format) == ((481, 271), "RGB", "PNG")


def test_the_usual_width_is_that_of_most_screens(project):
    """1,920 pixels; and they are as fine as ever, whatever the deck says of the PDF files that it hands out."""
    Image.effect_noise((800, 600), 100).save("crane.png")
    assert run("build", "decks/deck.yaml", "-f", "png").exit_code == 0
    with Image.open(FOLDER / "02.png") as image:
        assert image.size == (1920, 1080)
    before = (FOLDER / "02.png").read_bytes()
    project.write(DECK + "pdf: {dpi: 36, max_size: 1MB}\n")
    assert run("build", "decks/deck.yaml", "-f", "png").exit_code == 0
    assert (FOLDER / "02.png").read_bytes() == before


def test_a_picture_says_whose_it_is_and_what_it_shows(project):
    """As XMP: the slide's own credits, the deck's licence, and its words for whoever cannot see it."""
    build()
    root = packet("02.png")
    assert field(root, "title") == "Where it comes from"
    assert field(root, "description") == "Night noise: 2 of 3"
    assert field(root, "creator") == "Port Authority"
    assert field(root, "rights") == "Picture: A. Lind & Sons"
    assert field(root, "UsageTerms") == "CC BY 4.0"
    assert field(root, "WebStatement") == "https://creativecommons.org/licenses/by/4.0/"
    assert field(root, "AltTextAccessibility").splitlines()[:2] == [
        "Where it comes from",
        "Two thirds of loud nights have a reefer ship at berth 4.",
    ]
    assert "Cranes at dusk" in field(root, "AltTextAccessibility")
    assert field(packet("03.png"), "rights") == ""
    assert "Quay | 61" in field(packet("03.png"), "AltTextAccessibility").splitlines()
    sheet = packet("contact-sheet.png")
    assert field(sheet, "rights") == "Picture: A. Lind & Sons"
    assert field(sheet, "AltTextAccessibility") == "1. Night noise\n2. Where it comes from\n3. How loud"


@pytest.mark.outside
def test_exiftool_reads_the_credits(project):
    """A reader that is not ours."""
    build()
    command = ["exiftool", "-s3", "-XMP-dc:Rights", "-XMP-dc:Title", str(FOLDER / "02.png")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == ["Picture: A. Lind & Sons", "Where it comes from"]


def test_the_same_deck_gives_the_same_bytes(project):
    """In another run as well."""
    build()
    before = {name: (FOLDER / name).read_bytes() for name in names()}
    assert run("build", "decks/deck.yaml", "-f", "png", "--width", "480", "-o", "again").exit_code == 0
    assert {name: (Path("again/deck-png") / name).read_bytes() for name in before} == before


@pytest.mark.outside
def test_pictures_are_those_that_poppler_draws_of_the_pdf(project):
    """Page by page; and no page is taken for another."""
    result = run("build", "decks/deck.yaml", "-f", "png", "-f", "pdf", "--width", str(3 * WIDTH))
    assert result.exit_code == 0, result.stderr
    theirs = draw_pdf(Path("build/deck.pdf"))
    ours = []
    for name in names()[:3]:
        with Image.open(FOLDER / name) as image:
            ours.append(image.convert("RGB").resize(theirs[0].size, Image.Resampling.BOX))
    assert len(theirs) == 3
    assert min(similarity(*pair) for pair in zip(ours, theirs, strict=True)) > 0.98
    assert similarity(ours[1], theirs[2]) < 0.9


def test_the_sheet_shows_the_slides_in_their_order(project):
    """Each as small as it stands there."""
    build()
    with Image.open(FOLDER / "contact-sheet.png") as sheet:
        sheet.load()
        left, top = 24, 24
        for name, column in (("01.png", 0), ("02.png", 1)):
            with Image.open(FOLDER / name) as slide:
                width = (2400 - 24) // 2 - 24
                box = (left + column * (width + 24), top, left + column * (width + 24) + width, top + width * 9 // 16)
                small = sheet.crop(box).convert("RGB").resize((480, 270), Image.Resampling.BOX)
                assert similarity(small, slide.convert("RGB")) > 0.9


def test_many_slides_take_several_sheets():
    """A hundred on each, all of them once."""
    assert sheets_of(100) == [("contact-sheet", 0, 100)]
    assert sheets_of(201) == [
        ("contact-sheet-1", 0, 100), ("contact-sheet-2", 100, 200), ("contact-sheet-3", 200, 201),
    ]  # fmt: skip
    assert sheets_of(1000)[-1] == ("contact-sheet-10", 900, 1000)


def test_pictures_of_slides_that_are_no_more_go(project):
    """Those that deckmaker wrote alone: an edited one, and somebody's own file, stay."""
    build()
    (FOLDER / "mine.png").write_bytes(b"mine")
    project.write(DECK[: DECK.index("  - title: How loud")])
    assert build() == ["01.png", "02.png", "contact-sheet.png", "mine.png"]
    (FOLDER / "02.png").write_bytes(b"edited")
    project.write(DECK[: DECK.index("  - title: Where it")])
    assert build() == ["01.png", "02.png", "contact-sheet.png", "mine.png"]
    assert (FOLDER / "02.png").read_bytes() == b"edited"


@pytest.mark.parametrize("kind", ["relative", "absolute"])
def test_a_record_removes_nothing_outside_of_its_folder(project, tmp_path, kind):
    """It came with the project, and knows the digest of a file elsewhere, as anybody does who has the same."""
    theirs = project.folder / "theirs.txt"
    theirs.write_text("of somebody else")
    name = str(theirs) if kind == "absolute" else "../../theirs.txt"
    digest = sha256(theirs.read_bytes()).hexdigest()
    deck = project.deck.relative_to(project.folder).as_posix()
    folder = project.folder / "build" / "deck-png"
    folder.mkdir(parents=True)
    record = {name: digest, theirs.name: digest, ".decks": {name: deck, theirs.name: deck}}
    (folder / ".deckmaker.json").write_text(json.dumps(record))
    assert run("build", "-f", "png", project.deck).exit_code == 0
    assert theirs.read_text() == "of somebody else"


def test_an_edited_picture_is_left_alone(project):
    """The others are written, and the message says which one is not."""
    build()
    (FOLDER / "02.png").write_bytes(b"edited")
    result = run("build", "decks/deck.yaml", "-f", "png")
    assert result.exit_code == 1
    assert "edited-output" in result.stderr and f"{FOLDER / '02.png'}` is not as deckmaker wrote it" in result.stderr
    assert (FOLDER / "02.png").read_bytes() == b"edited"
    with Image.open(FOLDER / "01.png") as image:
        assert image.width == 1920
    build("--force")
    with Image.open(FOLDER / "02.png") as image:
        assert image.width == 480


@pytest.mark.parametrize("kind", ["file", "link"])
def test_what_stands_in_the_place_of_the_folder_stays(project, kind):
    """One message, and nothing behind a link is written."""
    FOLDER.parent.mkdir()
    elsewhere = project.folder / "elsewhere"
    elsewhere.mkdir()
    if kind == "file":
        FOLDER.write_bytes(b"mine")
    else:
        FOLDER.symlink_to(elsewhere)
    result = run("build", "decks/deck.yaml", "-f", "png")
    assert result.exit_code == 1
    assert result.stderr.count("cannot-write") == 1 and f"`{FOLDER}` cannot be written" in result.stderr
    assert list(elsewhere.iterdir()) == []


def test_width_is_for_pictures(project):
    """Where none are built, that is said; and how wide they may be."""
    refused = run("build", "decks/deck.yaml", "--width", "640")
    assert refused.exit_code == 2 and "add `-f png`" in refused.stderr
    for width in ("159", "7681", "wide"):
        assert run("build", "decks/deck.yaml", "-f", "png", "--width", width).exit_code == 2


def test_nothing_else_comes_to_pdfium(project, monkeypatch):
    """The other formats do without it."""

    monkeypatch.setattr("deckmaker.pictures.pages._WORKER", Path("nowhere.py"))
    assert run("build", "decks/deck.yaml").exit_code == 0
    assert run("build", "decks/deck.yaml", "-f", "png").exit_code == 1


def test_pictures_hold_nothing_but_pixels_and_xmp(project):
    """No chunk with a time, a program or a path in it."""
    build()
    data = (FOLDER / "01.png").read_bytes()
    stream, kinds = BytesIO(data[8:]), []
    while head := stream.read(8):
        kinds.append(head[4:].decode())
        stream.seek(int.from_bytes(head[:4]) + 4, 1)
    assert sorted(set(kinds)) == ["IDAT", "IEND", "IHDR", "iTXt"]


@pytest.mark.parametrize("more", [(), ("--hidden",)])
def test_hidden_slides_are_pictures_too(project, more):
    """Wherever they stand, and whatever PDF files show: each picture is that of its own slide."""
    project.write(
        "title: T\nslides:\n  - title: One\n    text: One\n"
        "  - title: Spare\n    hidden: true\n    text: Spare\n  - title: Two\n    text: Two\n"
        "  - title: Last\n    hidden: true\n    text: Last\n"
    )
    assert build(*more) == ["01.png", "02.png", "03.png", "04.png", "contact-sheet.png"]
    result = run("build", "decks/deck.yaml", "-f", "pdf", "--hidden", "-o", "out")
    assert result.exit_code == 0, result.stderr
    drawn = draw_pdf(Path("out/deck.pdf"))
    for index in range(4):
        with Image.open(FOLDER / f"{index + 1:02}.png") as image:
            likeness = [similarity(image.convert("RGB").resize(other.size), other) for other in drawn]
        assert likeness.index(max(likeness)) == index

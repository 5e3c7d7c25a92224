"""Pictures: found inside the project and whole, or one message that says what is wrong."""

from __future__ import annotations

import os
from pathlib import Path
from unicodedata import normalize

import pytest
from PIL import Image

from tests.projects import DECK, Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with one good picture, and a secret beside it."""
    (tmp_path / "project").mkdir()
    project = Project(tmp_path / "project")
    project.picture("pictures/berth.png", (40, 30))
    project.picture("../secret.png")
    return project


def complaint(project: Project, file: str) -> tuple[str, str, str | None]:
    """Return code, message and help of the one error about a picture file."""
    _, diagnostics = project.read(DECK + f"    image: {{file: {file}, alt: A, credit: B}}\n")
    (one,) = diagnostics
    assert (one.span.line, one.span.column) == (4, 19)
    return one.code, one.message, one.help


def test_a_picture_is_found_relative_to_the_deck(project):
    """A path may go up, and the picture's size in pixels is known."""
    document = project.document(DECK + "    image: {file: ../pictures/berth.png, alt: A, credit: B}\n")
    file = document.pages[0].slot("picture").item.file
    assert file.path == (project.folder / "pictures/berth.png").resolve()
    assert (file.media_type, file.width, file.height) == ("image/png", 40, 30)


def test_a_missing_file_is_offered_its_near_match(project):
    """The whole message; a slip in a file's name is the commonest mistake."""
    assert (
        project.said(DECK + "    image: {file: ../pictures/bert.png, alt: A, credit: B}\n")
        == """\
error[missing-file]: `../pictures/bert.png` is not a file
 --> decks/deck.yaml:4:19
  |
4 |     image: {file: ../pictures/bert.png, alt: A, credit: B}
  |                   ^^^^^^^^^^^^^^^^^^^^
  = help: did you mean `berth.png`?"""
    )


@pytest.mark.parametrize("file", ["../../secret.png", "/etc/hostname", "../link.png", "../linked/secret.png"])
def test_a_path_out_of_the_project_is_refused(file, project):
    """By `..`, from the root, through a link to a file or through a link to a folder."""
    (project.folder / "link.png").symlink_to("../secret.png")
    (project.folder / "linked").symlink_to("..")
    assert complaint(project, file) == (
        "outside-project",
        f"`{file}` leads out of the project",
        "copy the file into the project",
    )


def test_a_link_inside_the_project_is_followed(project):
    """Only where a path ends matters."""
    (project.folder / "link.png").symlink_to("pictures/berth.png")
    assert project.document(DECK + "    image: {file: ../link.png, alt: A, credit: B}\n")


@pytest.mark.parametrize("file", ["../circle", "../pipe.png", '"a\\0b"', "x" * 5000])
def test_what_is_no_file_is_said_and_nothing_hangs(file, project):
    """A circle of links, a pipe that nobody writes to, and names that no system could have."""
    (project.folder / "circle").symlink_to("circle")
    os.mkfifo(project.folder / "pipe.png")
    written = file.strip('"').replace("\\0", "\0")
    assert complaint(project, file) == ("missing-file", f"`{written}` is not a file", None)


@pytest.mark.parametrize("file", ["../pictures", "."])
def test_a_folder_is_said_to_be_one(file, project):
    """Where a picture is due, it is the path that stops too early."""
    assert complaint(project, file) == ("missing-file", f"`{file}` is a folder", "name a picture in it")


@pytest.mark.parametrize(
    ("file", "help"),
    [
        ("..\\pictures\\berth.png", "write `/` between folders"),
        ("'pics\\berth.png'", "write `/` between folders"),
        ('"pics\\berth.png"', "write `/` between folders"),  # to YAML, \b is a backspace
        ("C:\\pics\\berth.png", "begin at the deck's folder, and write `/` between folders"),
        ("C:/pics/berth.png", "begin at the deck's folder, and write `/` between folders"),
    ],
)
def test_a_path_as_windows_writes_it_is_told_its_slashes(file, help, project):
    """A deck names its files alike on every system."""
    written = file.replace("\\b", "\b").strip('"') if file[0] == '"' else file.strip("'")
    assert complaint(project, file) == ("missing-file", f"`{written}` is not a file", help)


@pytest.mark.parametrize("file", ["https://x.org/a.png", "http://x.org/a.png", "HTTPS://X.ORG/a.png"])
def test_a_web_address_is_no_picture(file, project):
    """A deck is built offline, from files that stay."""
    assert complaint(project, file) == (
        "missing-file",
        f"`{file}` is a web address",
        "pictures are files of the project: save it there and name the file",
    )


@pytest.mark.parametrize(("on_disk", "written"), [("NFD", "NFC"), ("NFC", "NFD"), ("NFC", "NFC")])
def test_a_name_is_found_in_either_unicode_form(on_disk, written, project):
    """An umlaut is one character or two; macOS and its archives write two, keyboards one."""
    path = project.picture(normalize(on_disk, "Häfen/Übersicht.png"))
    file = normalize(written, "../Häfen/Übersicht.png")
    document = project.document(DECK + f"    image: {{file: {file}, alt: A, credit: B}}\n")
    assert document.pages[0].slot("picture").item.file.path == path.resolve()


def test_a_name_that_is_missing_in_either_unicode_form_is_said(project):
    """Nor does a folder that is not there break the search."""
    assert complaint(project, "../Häfen/Übersicht.png") == (
        "missing-file",
        "`../Häfen/Übersicht.png` is not a file",
        None,
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("plan.png", "\n<svg/>"),
        ("plan.png", "\ufeff<?xml version='1.0'?><svg/>"),
        ("plan.SVG", "<!-- by hand --><svg/>"),
    ],
)
def test_an_svg_drawing_is_named(name, content, project):
    """By its ending or by how it begins."""
    (project.folder / name).write_text(content, encoding="utf-8")
    assert complaint(project, f"../{name}") == (
        "unusable-picture",
        f"`../{name}` is an SVG drawing",
        "export it as PNG",
    )


def test_a_file_that_may_not_be_read_is_said_without_its_number_and_path(project, monkeypatch):
    """Whoever runs the tests may be allowed to read everything."""

    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Image, "open", refuse)
    assert complaint(project, "../pictures/berth.png") == (
        "unusable-picture",
        "`../pictures/berth.png` cannot be read: permission denied",
        None,
    )


def test_a_file_that_is_no_picture_is_refused_whatever_its_name(project):
    """The content counts."""
    (project.folder / "notes.png").write_text("Not a picture.")
    assert complaint(project, "../notes.png") == (
        "unusable-picture",
        "`../notes.png` is not a picture",
        "use a whole JPEG or PNG file",
    )


@pytest.mark.parametrize("name", ["cut.jpg", "cut.png"])
@pytest.mark.parametrize("kept", [0.5, 0.95])
def test_a_file_that_is_cut_short_is_refused(name, kept, project):
    """A broken download has a good header; a renderer would find out too late."""
    path = project.folder / name
    Image.effect_noise((200, 150), 90).save(path)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * kept)])
    assert complaint(project, f"../{name}")[:2] == ("unusable-picture", f"`../{name}` is cut short")


def test_an_empty_file_is_no_picture(project):
    """Nothing at all has no header either."""
    (project.folder / "empty.jpg").touch()
    assert complaint(project, "../empty.jpg")[1] == "`../empty.jpg` is not a picture"


@pytest.mark.parametrize("format", ["GIF", "BMP", "TIFF", "WEBP"])
def test_a_picture_of_another_format_is_named(format, project):
    """An ending does not make a JPEG of it."""
    Image.new("RGB", (8, 6)).save(project.folder / "other.jpg", format=format)
    assert complaint(project, "../other.jpg")[1] == f"`../other.jpg` is a {format} file"


def test_a_wrong_ending_does_no_harm(project):
    """A PNG called .jpg is a PNG."""
    Image.new("RGB", (8, 6)).save(project.folder / "other.jpg", format="PNG")
    document = project.document(DECK + "    image: {file: ../other.jpg, alt: A, credit: B}\n")
    assert document.pages[0].slot("picture").item.file.media_type == "image/png"


def test_a_photo_that_is_stored_turned_is_refused(project):
    """Browsers would turn it and PDF viewers would not; the outputs would differ."""
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (8, 6)).save(project.folder / "turned.jpg", exif=exif)
    assert complaint(project, "../turned.jpg") == (
        "unusable-picture",
        "`../turned.jpg` is stored turned (Exif orientation 6)",
        "turn it in a picture editor and save it",
    )


def test_a_picture_without_alt_or_credit_is_a_warning(project):
    """Both whole messages; the deck is built all the same."""
    document, diagnostics = project.read(DECK + "    image: ../pictures/berth.png\n")
    assert document
    assert (
        project.shown(diagnostics)
        == """\
warning[missing-alt]: picture `../pictures/berth.png` has no `alt`
 --> decks/deck.yaml:4:12
  |
4 |     image: ../pictures/berth.png
  |            ^^^^^^^^^^^^^^^^^^^^^
  = help: add `alt:` with a sentence that says what it shows

warning[missing-credit]: picture `../pictures/berth.png` has no `credit`
 --> decks/deck.yaml:4:12
  |
4 |     image: ../pictures/berth.png
  |            ^^^^^^^^^^^^^^^^^^^^^
  = help: add `credit:` with its owner's name or a record"""
    )

"""Pictures: found inside the project and whole, or one message that says what is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from deckmaker.diagnostics.shortening import shortened
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
    assert complaint(project, file) == ("missing-file", shortened(f"`{written}` is not a file"), None)


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


def test_an_unsafe_drawing_is_refused_with_its_line(project):
    """The whole message; the drawing's own line stands in it, the deck's before it."""
    (project.folder / "plan.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">\n  <script>fetch("//x")</script>\n</svg>'
    )
    assert (
        project.said(DECK + "    image: {file: ../plan.svg, alt: A, credit: B}\n")
        == """\
error[unusable-picture]: `../plan.svg` is not a safe SVG file: line 2: `<script>` runs code
 --> decks/deck.yaml:4:19
  |
4 |     image: {file: ../plan.svg, alt: A, credit: B}
  |                   ^^^^^^^^^^^
  = help: take it out, or export the drawing as PNG"""
    )


def test_a_safe_drawing_is_a_picture_at_print_resolution(project):
    """Whatever its name ends with."""
    (project.folder / "plan.txt").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>')
    document = project.document(DECK + "    image: {file: ../plan.txt, alt: A, credit: B}\n")
    file = document.pages[0].slot("picture").item.file
    assert (file.media_type, file.width, file.height) == ("image/png", 3200, 2400)


def test_a_file_that_may_not_be_read_is_said_without_its_number_and_path(project, monkeypatch):
    """Whoever runs the tests may be allowed to read everything."""

    opened = os.open

    def refuse(path, *how, **where):
        if path == "berth.png":
            raise PermissionError(13, "Permission denied", path)
        return opened(path, *how, **where)

    monkeypatch.setattr("os.open", refuse)
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
        "use a JPEG, PNG, WebP, TIFF, GIF or SVG file",
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
    """A download that never began."""
    (project.folder / "empty.jpg").touch()
    assert complaint(project, "../empty.jpg")[1] == "`../empty.jpg` is empty"


def test_a_picture_of_another_format_is_named(project):
    """An ending does not make a JPEG of it."""
    Image.new("RGB", (8, 6)).save(project.folder / "other.jpg", format="BMP")
    assert complaint(project, "../other.jpg") == ("unusable-picture", "`../other.jpg` is a BMP file", "save it as PNG")


def test_a_wrong_ending_does_no_harm(project):
    """A PNG called .jpg is a PNG."""
    Image.new("RGB", (8, 6)).save(project.folder / "other.jpg", format="PNG")
    document = project.document(DECK + "    image: {file: ../other.jpg, alt: A, credit: B}\n")
    assert document.pages[0].slot("picture").item.file.media_type == "image/png"


def test_a_photo_that_is_stored_turned_is_upright(project):
    """Its proportions, too, are those that are seen."""
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (8, 6)).save(project.folder / "turned.jpg", exif=exif)
    document = project.document(DECK + "    image: {file: ../turned.jpg, alt: A, credit: B}\n")
    file = document.pages[0].slot("picture").item.file
    assert (file.width, file.height) == (6, 8)


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
  = help: add `alt:` with a sentence that says what it shows, or `decorative: true` if that does not matter

warning[missing-credit]: picture `../pictures/berth.png` has no `credit`
 --> decks/deck.yaml:4:12
  |
4 |     image: ../pictures/berth.png
  |            ^^^^^^^^^^^^^^^^^^^^^
  = help: add `credit:` with its owner's name or a record"""
    )

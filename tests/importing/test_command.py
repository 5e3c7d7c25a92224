"""`deckmaker import`: what it writes, what it leaves alone, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from pptx.util import Inches

from deckmaker.budget.importing import MARKDOWN_BYTES
from tests.importing.presentations import TITLE_ONLY, content_slide, picture, presentation, with_parts
from tests.projects import Project, run

TALK = """\
# Night noise

What the meters say

## Where it comes from

- A _reefer ship_
- <u>Berth 4</u>

![Berth 4](berth 4.jpg)
![Berth 4](berth4.jpg)
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a Markdown file beside its decks."""
    found = Project(tmp_path)
    (found.folder / "notes").mkdir()
    (found.folder / "notes/talk.md").write_text(TALK)
    return found


def test_the_deck_is_written_beside_the_file_and_can_be_checked(project):
    """Its name is printed, losses are told, and what to do next."""
    result = run("import", project.folder / "notes/talk.md")
    deck = project.folder / "notes/talk.yaml"
    assert result.exit_code == 0, result.stderr
    assert result.stdout.strip().endswith("notes/talk.yaml")
    assert "warning[not-imported]: HTML: of `<u>` the words alone are taken" in result.stderr
    assert "talk.md:8:1" in result.stderr
    assert "deckmaker check" in result.stderr
    assert yaml.safe_load(deck.read_text())["title"] == "Night noise"
    assert "missing-file" in run("check", deck).stderr


def test_the_deck_may_be_written_elsewhere(project):
    """Its pictures are named from there; a folder is made where there is none."""
    target = project.folder / "decks/new/talk.yaml"
    assert run("import", project.folder / "notes/talk.md", "-o", target).exit_code == 0
    assert "file: ../../notes/berth4.jpg" in target.read_text()


def test_a_deck_that_is_there_is_overwritten_only_if_told(project):
    """Somebody may have worked in it."""
    source, target = project.folder / "notes/talk.md", project.folder / "notes/talk.yaml"
    target.write_text("title: Mine\n")
    result = run("import", source)
    assert result.exit_code == 1
    assert "edited-output" in result.stderr
    assert target.read_text() == "title: Mine\n"
    assert run("import", source, "--force").exit_code == 0
    assert target.read_text().startswith("title: Night noise\n")


def test_the_file_itself_is_never_overwritten(project):
    """Not even if told."""
    source = project.folder / "notes/talk.md"
    result = run("import", source, "-o", source, "--force")
    assert result.exit_code == 1
    assert "is the file itself" in result.stderr
    assert source.read_text() == TALK


@pytest.mark.parametrize(
    "name, content, said",
    [
        ("none.md", None, "error[unreadable-file]: `{}` cannot be read: no such file or directory"),
        ("empty.md", b" \n", "error[unreadable-file]: `{}` is empty"),
        ("latin.md", "Löwe".encode("latin-1"), "error[unreadable-file]"),
        ("large.md", b"a" * (MARKDOWN_BYTES.most + 1), "error[unreadable-file]: `{}` has 2,097,153 bytes"),
        ("broken.md", b"---\ntitle: [a\n---\n\n# A\n", "error[yaml-syntax]"),
        ("report.docx", b"PK\x03\x04", "error[unreadable-file]: `{}` is a ZIP archive, expected Markdown"),
    ],
)
def test_what_cannot_be_imported_is_told_and_nothing_is_written(project, name, content, said):
    """Exit code 1, as for any mistake in a file."""
    source = project.folder / name
    if content is not None:
        source.write_bytes(content)
    result = run("import", source)
    assert result.exit_code == 1
    assert said.format(name) in result.stderr.replace(f"{project.folder}/", "")
    assert not source.with_suffix(".yaml").exists()


@pytest.mark.parametrize(
    ("name", "content", "what", "help"),
    [
        (
            "talk.odp",
            b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.presentation",
            "an Impress presentation",
            "save it as .pptx, and import that",
        ),
        (
            "talk.key",
            b"PK\x03\x04..Index/Slide-1.iwa",
            "a Keynote presentation",
            "export it to PowerPoint, and import that",
        ),
        (
            "talk.pdf",
            b"%PDF-1.7" + bytes(MARKDOWN_BYTES.most),  # of any size
            "a PDF file",
            "there is nothing in it to import: take what it was made of, as .pptx or Markdown",
        ),
        (
            "talk.doc",
            b"\xd0\xcf\x11\xe0",
            "a file of an old Office version",
            "save it as .pptx, if it is a presentation, and import that",
        ),
        ("talk.rtf", b"{\\rtf1}", "a document in RTF", "make Markdown of it first, as Pandoc does"),
        (
            "talk.zip",
            b"PK\x03\x04",
            "a ZIP archive",
            "take the presentation or the Markdown out of it, if one is in it",
        ),
    ],
)
def test_what_no_import_reads_has_its_own_way_out(project, name, content, what, help):
    """Pandoc reads neither presentations nor PDFs."""
    source = project.folder / name
    source.write_bytes(content)
    assert run("import", source).stderr.replace(f"{project.folder}/", "") == (
        f"error[unreadable-file]: `{name}` is {what}, expected Markdown\n = help: {help}\n\n1 error\n"
    )


def test_a_folder_is_no_file(project):
    """It is named, and no deck in it is offered."""
    result = run("import", project.folder / "decks")
    assert result.exit_code == 1
    assert "is a folder" in result.stderr
    assert "name a deck" not in result.stderr


def test_commands_for_decks_name_the_one_for_markdown(project):
    """Where a Markdown file is given in place of a deck."""
    for command in ("build", "check", "show"):
        result = run(command, project.folder / "notes/talk.md")
        assert result.exit_code == 1
        assert "talk.md` is Markdown, and no deck" in result.stderr
        assert "`deckmaker import " in result.stderr


def test_the_slide_level_is_an_option(project):
    """From 1 to 6."""
    source = project.folder / "notes/talk.md"
    assert run("import", source, "--slide-level", "1").exit_code == 0
    assert len(yaml.safe_load((project.folder / "notes/talk.yaml").read_text())["slides"]) == 2
    assert run("import", source, "--slide-level", "7", "--force").exit_code == 2


def test_a_presentation_comes_with_its_pictures(project):
    """In a folder beside the deck; both are named, and neither is overwritten unless told."""
    source = project.folder / "talk.pptx"
    source.write_bytes(presentation(_picture_slide))
    result = run("import", source)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.replace(f"{project.folder}/", "").split() == ["talk.yaml", "talk-pictures"]
    assert (project.folder / "talk-pictures/slide-02-1.png").read_bytes() == picture().getvalue()
    checked = run("check", project.folder / "talk.yaml")
    assert checked.exit_code == 0, checked.stderr
    (project.folder / "talk.yaml").unlink()
    again = run("import", source)
    assert again.exit_code == 1
    assert "`talk-pictures` is there already" in again.stderr.replace(f"{project.folder}/", "")
    assert not (project.folder / "talk.yaml").exists()
    assert run("import", source, "--force").exit_code == 0


def _picture_slide(found):
    content_slide(found).shapes.add_picture(picture(), 0, 900_000)


def test_pictures_are_not_written_through_a_link(project):
    """Somebody who sends a project has it lead elsewhere, where files of these names would be written over."""
    elsewhere = project.folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "slide-02-1.png").write_text("another's")
    (project.folder / "talk-pictures").symlink_to("elsewhere")
    path = project.folder / "talk.pptx"
    path.write_bytes(presentation(_picture_slide))
    result = run("import", path, "--force")
    assert result.exit_code == 1
    assert "talk-pictures`: a link to another folder has that name" in result.stderr
    assert (elsewhere / "slide-02-1.png").read_text() == "another's"
    assert not (project.folder / "talk.yaml").exists()


@pytest.mark.parametrize(
    "change, said",
    [
        (lambda name, part: part[: len(part) // 2] if name == "ppt/slides/slide2.xml" else part, "is broken"),
        (lambda name, part: None if name == "ppt/presentation.xml" else part, "is no presentation"),
        (lambda name, part: part.replace(b"<p:sld ", b"<!DOCTYPE a><p:sld "), "has a `<!DOCTYPE>`"),
        (lambda name, part: part.replace(b"sldIdLst", b"otherLst"), "has no slides"),
    ],
)
def test_a_presentation_that_cannot_be_read_is_told_and_nothing_is_written(project, change, said):
    """Broken, or no presentation, or with what could do harm."""
    source = project.folder / "talk.pptx"
    source.write_bytes(with_parts(presentation(content_slide), change))
    result = run("import", source)
    assert result.exit_code == 1
    assert said in result.stderr
    assert not [*project.folder.glob("talk*.yaml"), *project.folder.glob("talk-pictures*")]


def test_a_folder_that_cannot_be_written_leaves_nothing_behind(project):
    """A file stands where the pictures' folder would be."""
    source = project.folder / "talk.pptx"
    source.write_bytes(presentation(_picture_slide))
    (project.folder / "talk-pictures").write_text("mine")
    result = run("import", source, "--force")
    assert result.exit_code == 1
    assert (project.folder / "talk-pictures").read_text() == "mine"
    assert not (project.folder / "talk.yaml").exists()


def test_pictures_whose_paths_have_braces_are_found(project):
    """In the name of the presentation, and so of the folder, and in that of a picture of Markdown."""

    def make(found):
        content_slide(found, layout=TITLE_ONLY).shapes.add_picture(picture(), Inches(1), Inches(2))

    (project.folder / "{{x}}.pptx").write_bytes(presentation(make))
    (project.folder / "a{{b}}.png").write_bytes(picture().getvalue())
    (project.folder / "m.md").write_text("# T\n\n## A\n\n![A quay](a{{b}}.png)\n")
    for name in ("{{x}}.pptx", "m.md"):
        source = project.folder / name
        assert run("import", source).exit_code == 0
        result = run("check", source.with_suffix(".yaml"))
        assert (result.exit_code, "error" in result.stderr) == (0, False)

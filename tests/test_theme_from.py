"""`deckmaker theme from`: a theme file to confirm, a contact sheet, and what is said of both."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
import yaml

from deckmaker.budget.templates import TEMPLATE_SHAPES
from tests.projects import DECK, ROOT, Project, run
from tests.template.templates import (
    CONTENT,
    DEFAULT,
    SECTION,
    THEME,
    TWO_CONTENT,
    changed,
    packed,
    parts,
    place,
    shape,
    solid,
    with_shapes,
)

pytestmark = pytest.mark.slow


SHEET_TOO_LARGE = """
import resource, sys
from deckmaker.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (8000, resource.RLIM_INFINITY))
main(["theme", "from", *sys.argv[1:]])
"""
"""A theme file has some 2,000 bytes, the contact sheet more than 20,000."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a template."""
    found = Project(tmp_path)
    (found.folder / "company.potx").write_bytes(DEFAULT.read_bytes())
    return found


def test_a_theme_file_and_a_contact_sheet_are_written_beside_the_template(project):
    """Decks can name the theme at once; the sheet has a page for each of our layouts."""
    result = run("theme", "from", project.folder / "company.potx")
    assert result.exit_code == 0, result.stderr
    written = yaml.safe_load((project.folder / "company.yaml").read_text())
    assert written["extends"] == "briefing"
    assert written["template"] == {
        "file": "company.potx",
        "layouts": {
            "title": "Title Slide",
            "section": "Section Header",
            "content": "Title and Content",
            "columns": "Two Content",
            "picture": "Picture with Caption",
        },
    }
    assert written["palette"]["series-2"] == "#C0504D"
    with pikepdf.open(project.folder / "company-contact-sheet.pdf") as sheet:
        assert len(sheet.pages) == 11
    assert project.document("theme: ../company.yaml\n" + DECK).theme.template


def test_every_match_is_told_and_what_was_matched_with_nothing_is_listed(project):
    """On the screen, and in comments of the file."""
    result = run("theme", "from", project.folder / "company.potx")
    assert "content  Title and Content  (by its name)" in result.stdout
    assert "picture  Picture with Caption  (by the word picture in its name)" in result.stdout
    assert "closing  Title Slide  (as title)" in result.stdout
    assert "made in the style of content, in Title Only: picture-right, picture-left, table\n" in result.stdout
    assert "not used: Comparison, Blank, Content with Caption" in result.stdout
    text = (project.folder / "company.yaml").read_text()
    assert '    picture: "Picture with Caption"  # the word picture in its name' in text
    assert "    # Nothing was found for closing: it stands in the layout for title." in text
    assert "made in the style of content, in Title Only. Name a layout" in text
    assert "    # - Comparison" in text and "    # - Title Only" not in text


def test_what_is_told_of_layouts_is_what_the_contact_sheet_shows(project):
    """Each of the template's that a page of the sheet names is told as used, and no other."""
    result = run("theme", "from", project.folder / "company.potx")
    with pdfplumber.open(project.folder / "company-contact-sheet.pdf") as sheet:
        text = " ".join(" ".join((page.extract_text() or "").split()) for page in sheet.pages)
    unused = result.stdout.split("not used: ")[1].splitlines()[0].split(", ")
    for name in ("Title Slide", "Section Header", "Two Content", "Comparison", "Title Only", "Blank"):
        assert (f"‘{name}’" in text) is (name not in unused), name


def test_no_file_is_overwritten_without_being_asked(project):
    """Somebody may have edited it."""
    theme = project.folder / "company.yaml"
    theme.write_text("mine")
    result = run("theme", "from", project.folder / "company.potx")
    assert result.exit_code == 1
    assert "error[edited-output]" in result.stderr
    assert theme.read_text() == "mine"
    assert not (project.folder / "company-contact-sheet.pdf").exists()
    assert run("theme", "from", project.folder / "company.potx", "--force").exit_code == 0
    assert theme.read_text() != "mine"


@pytest.mark.parametrize("before", [None, "mine"])
def test_a_disk_that_is_full_at_the_contact_sheet_leaves_all_as_it_was(project, before):
    """The theme file is on it by then: it goes again, or what stood there comes back."""
    theme = project.folder / "company.yaml"
    if before:
        theme.write_text(before)
    files = {path.name for path in project.folder.iterdir()}
    command = [sys.executable, "-c", SHEET_TOO_LARGE, str(project.folder / "company.potx"), "--force"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("file too large")) == (1, 1)
    assert {path.name for path in project.folder.iterdir()} == files
    assert before is None or theme.read_text() == before


def test_the_template_is_never_written_over(project):
    """It is what everything is made from, whatever it is called by."""
    template = project.folder / "company.potx"
    before = template.read_bytes()
    (project.folder / "same.yaml").hardlink_to(template)
    for target in (template, project.folder / "same.yaml"):
        result = run("theme", "from", template, "-o", target, "--force")
        assert result.exit_code == 1
        assert f"error[edited-output]: `{target.name}` is the template itself" in result.stderr.replace(
            f"{project.folder}/", ""
        )
    assert template.read_bytes() == before


@pytest.mark.parametrize("folder", [".", "..", "/"])
def test_a_folder_without_a_name_is_neither_template_nor_theme_file(project, folder, monkeypatch):
    """It is told as what it is."""
    monkeypatch.chdir(project.folder)
    before = sorted(project.folder.iterdir())
    result = run("theme", "from", folder)
    assert (result.exit_code, "is a directory" in result.stderr) == (1, True)
    result = run("theme", "from", "company.potx", "-o", folder, "--force")
    assert (result.exit_code, "error[edited-output]" in result.stderr) == (1, True)
    assert sorted(project.folder.iterdir()) == before


def test_the_theme_file_may_lie_elsewhere_in_the_project(project):
    """It names the template from there."""
    target = project.folder / "themes" / "ours.yaml"
    assert run("theme", "from", project.folder / "company.potx", "-o", target).exit_code == 0
    assert yaml.safe_load(target.read_text())["template"]["file"] == "../company.potx"
    assert (project.folder / "themes" / "ours-contact-sheet.pdf").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no presentation"),
        (packed({**parts(), "ppt/vbaProject.bin": b""}), "holds macros"),
        (packed(changed(CONTENT, ("<p:cSld ", "<p:cSld "), ("</p:cSld>", ""))), "is broken: "),
        pytest.param(
            packed(with_shapes({CONTENT: shape(place(0, 0, 9, 9)) * (TEMPLATE_SHAPES.most + 1)})),
            "has more than 10,000 shapes",
            id="a layout that is looked at to tell what it is for",
        ),
    ],
)
def test_a_file_that_is_no_template_is_told_and_nothing_written(project, content, said):
    """With the exit code 1."""
    (project.folder / "company.potx").write_bytes(content)
    result = run("theme", "from", project.folder / "company.potx")
    assert result.exit_code == 1
    assert "error[unusable-template]" in result.stderr
    assert said in result.stderr
    assert [one.name for one in project.folder.glob("company*")] == ["company.potx"]


def test_a_template_that_no_schema_would_pass_is_told_part_by_part(project):
    """And the theme is made: the designer may know better than the schemas."""
    (project.folder / "company.potx").write_bytes(packed(changed(CONTENT, ('type="obj"', 'type="bogus"'))))
    result = run("theme", "from", project.folder / "company.potx")
    assert result.exit_code == 0
    assert result.stderr.count("warning[unsound-template]") == 1
    said = f"company.potx` is not as PowerPoint asks, in `{CONTENT}`: Invalid value for attribute 'type': Value 'bogus'"
    assert said in result.stderr
    assert (project.folder / "company.yaml").exists()


def test_a_template_that_is_not_there_is_told(project):
    """As any file."""
    result = run("theme", "from", project.folder / "compny.potx")
    assert result.exit_code == 1
    assert "error[unusable-template]" in result.stderr


def test_families_that_are_not_at_hand_have_a_substitute_that_is_told(project):
    """The template's own are named, as the PowerPoint file names them; another is measured where one is not at hand."""
    content = changed(
        THEME, ('<a:majorFont><a:latin typeface="Calibri"', '<a:majorFont><a:latin typeface="Source Serif Pro"')
    )
    (project.folder / "company.potx").write_bytes(packed(content))
    assert run("theme", "from", project.folder / "company.potx").exit_code == 0
    text = (project.folder / "company.yaml").read_text()
    heading = {"family": "Source Serif Pro", "substitute": "Georgia"}
    assert yaml.safe_load(text)["fonts"] == {"heading": heading, "body": "Calibri", "code": "Courier New"}
    assert "# The template's own. Where one is not installed, its substitute is measured" in text


def test_what_holds_tables_has_a_page_like_that_of_content(project):
    """A dark layout of two texts in a light deck is for whoever names it: tables could not be read there."""
    dark = shape(place(0, 0, 720, 540), look=solid("101820") + "<a:ln><a:noFill/></a:ln>")
    (project.folder / "company.potx").write_bytes(packed(with_shapes({TWO_CONTENT: dark, SECTION: dark})))
    result = run("theme", "from", project.folder / "company.potx")
    assert "columns  Comparison" in result.stdout
    assert "section  Section Header" in result.stdout


def test_names_that_are_yaml_or_comments_stay_names(project):
    """A layout may be called anything."""
    name = "Title: &quot;x&quot; # {y}&#10;more: z"
    (project.folder / "company.potx").write_bytes(
        packed(changed(CONTENT, ('name="Title and Content"', f'name="{name}"')))
    )
    assert run("theme", "from", project.folder / "company.potx").exit_code == 0
    layouts = yaml.safe_load((project.folder / "company.yaml").read_text())["template"]["layouts"]
    assert layouts["content"] == 'Title: "x" # {y} more: z' or layouts["content"] == 'Title: "x" # {y}\nmore: z'
    assert project.document("theme: ../company.yaml\n" + DECK).theme.template


HIDDEN = "A\x7f\x85\x9b31m\u202e\u2028\ufeffB"
"""Of what XML allows: signs that YAML forbids, that end its lines, that are not seen, that turn what follows."""


def test_names_of_control_characters_stay_names_that_are_seen(project):
    """A layout, one that is not used, and a font may be called so; an editor and a terminal show what is there."""
    name, xml = HIDDEN, "".join(f"&#{ord(one)};" for one in HIDDEN)
    content = changed(CONTENT, ('name="Title and Content"', f'name="{xml}"'))
    content = changed(TWO_CONTENT, ('name="Two Content"', f'name="C {xml}"'), of=content)
    content = changed(
        THEME, ('<a:majorFont><a:latin typeface="Calibri"', f'<a:majorFont><a:latin typeface="{xml}"'), of=content
    )
    (project.folder / "company.potx").write_bytes(packed(content))
    result = run("theme", "from", project.folder / "company.potx")
    assert result.exit_code == 0, result.stderr
    text = (project.folder / "company.yaml").read_text()
    written = yaml.safe_load(text)
    assert written["template"]["layouts"]["content"] == name
    assert written["fonts"]["heading"] == {"family": name, "substitute": "Arial"}
    assert "# - C A\\x7f \\x9b31m\\u202e \\ufeffB\n" in text
    assert all(line.isprintable() for line in (text + result.stdout).split("\n"))
    with pikepdf.open(project.folder / "company-contact-sheet.pdf") as sheet:
        assert len(sheet.pages) == 11
    assert project.document("theme: ../company.yaml\n" + DECK).theme.template


def test_names_without_an_end_are_cut_where_they_are_told_alone(project):
    """The theme file has to hold them, what is printed does not."""
    long = "x" * 100_000
    content = changed(CONTENT, ('name="Title and Content"', f'name="{long}"'))
    content = changed(SECTION, ('type="secHead"', ""), ('name="Section Header"', f'name="D {long}"'), of=content)
    (project.folder / "company.potx").write_bytes(packed(content))
    result = run("theme", "from", project.folder / "company.potx")
    assert result.exit_code == 0, result.stderr
    assert len(result.stdout) < 2000
    text = (project.folder / "company.yaml").read_text()
    assert yaml.safe_load(text)["template"]["layouts"]["content"] == long
    assert len(text) < 110_000


def test_a_file_whose_name_is_no_text_is_told_and_nothing_written(project):
    """Linux takes any bytes, YAML does not: a theme could not name the template."""
    template = project.folder / os.fsdecode(b"c\xff.potx")
    template.write_bytes(DEFAULT.read_bytes())
    before = sorted(project.folder.iterdir())
    result = run("theme", "from", template, "-o", project.folder / "company.yaml")
    assert result.exit_code == 1
    assert "has a name that is not UTF-8, and no theme can name it" in result.stderr
    assert "= help: give the file another name" in result.stderr
    assert sorted(project.folder.iterdir()) == before

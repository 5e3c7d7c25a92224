"""The pipeline as a library: values in, values out, and nothing kept between two runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.output import OutputFolder
from deckmaker.pipeline import build, read_document
from deckmaker.project import project_root
from tests.projects import DECK, Project, environment


def test_a_deck_becomes_a_document(tmp_path):
    """Title, language, theme and one page a slide."""
    document = Project(tmp_path).document("language: de-CH\nauthor: A. Lind\n" + DECK + "  - title: B\n")
    assert (document.title, document.author, document.language) == ("Night noise", "A. Lind", "de-CH")
    assert [(page.number, page.title) for page in document.pages] == [(1, "Night noise"), (2, "B")]


def test_an_error_gives_no_document_and_a_warning_does(tmp_path):
    """What cannot be built is not handed on."""
    project = Project(tmp_path)
    project.picture("a.png")
    for text, built in ((DECK + "    image: ../a.png\n", True), (DECK + "    image: ../b.png\n", False)):
        document, diagnostics = project.read(text)
        assert bool(document) is built and len(diagnostics) >= 2


def test_the_phases_print_nothing(tmp_path, capfd):
    """Messages are values; only the command prints."""
    project = Project(tmp_path)
    project.read(DECK + "    bulets: [a]\n")
    diagnostics = Diagnostics()
    build(project.document(DECK), "deck", ["md", "pdf", "nonsense"], OutputFolder(tmp_path / "out"), diagnostics)
    assert [one.code for one in diagnostics] == ["unknown-format"]
    assert capfd.readouterr() == ("", "")


def test_the_same_deck_gives_an_equal_document(tmp_path):
    """Layout is a function of what it is given."""
    project = Project(tmp_path)
    assert project.document(DECK) == project.document(DECK)
    assert project.document(DECK) != project.document(DECK.replace("Night", "Day"))


def test_a_document_is_built_in_the_order_of_its_formats(tmp_path):
    """The paths come back as they were asked for."""
    document = Project(tmp_path).document(DECK)
    written = build(document, "noise", ["pdf", "md"], OutputFolder(tmp_path / "out"), Diagnostics())
    assert written == [tmp_path / "out/noise.pdf", tmp_path / "out/noise.md"]


@pytest.mark.parametrize("mark", ["deckmaker.yaml", "pyproject.toml", "decks"])
def test_the_root_is_the_nearest_folder_with_a_mark(mark, tmp_path):
    """Upward from the deck; a mark further up does not count."""
    folder = tmp_path / "project" / "talks" / "spring"
    folder.mkdir(parents=True)
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "project" / mark).mkdir()
    assert project_root(folder / "deck.yaml") == tmp_path / "project"


def test_without_a_mark_the_root_is_the_decks_own_folder(tmp_path):
    """Nothing above it is read."""
    if project_root(tmp_path / "x") != tmp_path:
        pytest.skip("a folder above the temporary one is a project")
    (tmp_path / "a").mkdir()
    assert project_root(tmp_path / "a" / "deck.yaml") == tmp_path / "a"


def test_the_root_follows_the_working_folder(tmp_path, monkeypatch):
    """The same relative path in two folders names two decks; the first root must not stick."""
    for name in ("first", "second"):
        project = tmp_path / name
        (project / "decks").mkdir(parents=True)
        (project / "decks" / "deck.yaml").write_text(DECK.replace("Night noise", name))
        monkeypatch.chdir(project)
        relative = Path("decks/deck.yaml")
        assert project_root(relative) == project
        assert read_document(relative, Diagnostics()).title == name


@pytest.mark.slow
def test_a_disk_that_fills_up_is_not_the_renderers_mistake(tmp_path):
    """Whatever its library makes of it; the other formats are built, each from a process of its own."""
    project = Project(tmp_path)
    project.write(DECK)
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, resource.RLIM_INFINITY)); "
    command = [sys.executable, "-c", limited + "from deckmaker.cli import main; main()", "build", str(project.deck)]
    process = subprocess.run(
        [*command, *("-f", "html"), *("-f", "md"), *("-f", "pdf")],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 1
    assert process.stdout == "build/deck.md\n"
    assert process.stderr.splitlines() == [
        "error[cannot-write]: `build/deck.html` cannot be written: file too large",
        "",
        "error[cannot-write]: `build/deck.pdf` cannot be written: file too large",
        "",
        "2 errors",
    ]


def test_what_formats_report_comes_in_their_order(tmp_path):
    """Each is rendered by itself; one that is not there is told between them."""
    project = Project(tmp_path)
    project.picture("a.png")
    text = DECK + "    image: {file: ../a.png, alt: A, credit: none}\n"
    diagnostics = Diagnostics()
    document = project.document(text)
    written = build(document, "deck", ["nonsense", "md", "pdf", "md"], OutputFolder(tmp_path / "out"), diagnostics)
    assert [one.code for one in diagnostics if one.span is None] == ["unknown-format", "same-file"]
    assert [path.name for path in written] == ["deck.md", "deck.pdf"]


def test_strictly_nothing_is_left_of_formats_that_came_out_well(tmp_path):
    """Not even the folder."""
    diagnostics = Diagnostics()
    document = Project(tmp_path).document(DECK)
    assert build(document, "deck", ["pdf", "nonsense"], OutputFolder(tmp_path / "out"), diagnostics, strict=True) == []
    assert not (tmp_path / "out").exists()

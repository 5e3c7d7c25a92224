"""Handouts and notes pages by the command: what is built, and what is said of what is not."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.projects import DECK, Project, run

WITH_HANDOUT = f"pdf: {{handout: 4}}\n{DECK}"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder."""
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


@pytest.mark.parametrize(
    ("deck", "options", "files"),
    [
        (DECK, (), ["deck.pptx", "deck.pdf", "deck.html"]),
        (DECK, ("--handout", "6"), ["deck.pptx", "deck.pdf", "deck.html", "deck-handout.pdf"]),
        (DECK, ("--notes",), ["deck.pptx", "deck.pdf", "deck.html", "deck-notes.pdf"]),
        (DECK, ("-f", "pdf", "--notes", "--handout", "3"), ["deck.pdf", "deck-handout.pdf", "deck-notes.pdf"]),
        (DECK, ("-f", "handout"), ["deck-handout.pdf"]),
        (DECK, ("-f", "handout", "--handout", "2"), ["deck-handout.pdf"]),
        (DECK, ("-f", "notes", "-f", "md"), ["deck-notes.pdf", "deck.md"]),
        (WITH_HANDOUT, ("-f", "pdf"), ["deck.pdf", "deck-handout.pdf"]),
        (WITH_HANDOUT, ("-f", "md"), ["deck.md"]),
        (WITH_HANDOUT, ("-f", "md", "--notes"), ["deck.md", "deck-notes.pdf"]),
        (f"pdf: {{notes: true}}\n{DECK}", ("-f", "pdf"), ["deck.pdf", "deck-notes.pdf"]),
    ],
)
def test_files_for_paper_stand_beside_those_for_screens(
    project: Project, deck: str, options: tuple[str, ...], files: list[str]
) -> None:
    """Those that the deck wants come with its PDF, those that the command wants always."""
    project.write(deck)
    result = run("build", "decks/deck.yaml", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.split() == [f"build/{name}" for name in files]
    assert all((project.folder / "build" / name).stat().st_size for name in files)


def sheets(project: Project, name: str = "deck-handout") -> list[tuple[int, int]]:
    """Return the sizes of a file's pages in points."""
    with pikepdf.open(project.folder / "build" / f"{name}.pdf") as read:
        return [(round(float(page.MediaBox[2])), round(float(page.MediaBox[3]))) for page in read.pages]


def test_what_the_command_says_goes_before_what_the_deck_does(project: Project) -> None:
    """Each for itself: the number here, the paper there."""
    slides = "".join(f"  - title: Slide {n}\n" for n in range(8))
    project.write(f"pdf: {{handout: 4, paper: Letter}}\ntitle: T\nslides:\n{slides}")
    run("build", "decks/deck.yaml", "-f", "pdf")
    assert sheets(project) == [(792, 612)] * 2
    run("build", "decks/deck.yaml", "-f", "pdf", "--handout", "8", "--cover")
    assert sheets(project) == [(612, 792)] * 2
    run("build", "decks/deck.yaml", "-f", "pdf", "--paper", "A4")
    assert sheets(project) == [(842, 595)] * 2


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--handout", "5"), "Invalid value for '--handout': `5` is not 1|2|3|4|6|8|9"),
        (("--handout", ""), "Invalid value for '--handout': `` is not 1|2|3|4|6|8|9"),
        (("--paper", "A3"), "Invalid value for '--paper': `A3` is not A4|Letter"),
        (("--ink", "blue"), "Invalid value for '--ink': `blue` is not full|light|grey"),
        (("--dpi", "7"), "Invalid value for '--dpi': `7` is not a number from 36 to 2400"),
        (("--max-size", "10"), "Invalid value for '--max-size': `10` is not a size such as 10MB"),
        (("--max-size", "0MB"), "Invalid value for '--max-size': `0MB` is not a size such as 10MB"),
        (("--max-size", "\x1b[2J"), "is not a size such as 10MB"),
        (("-f", "pptx", "--dpi", "150"), "`--dpi` is for PDF files, of which `--format` names none"),
        (("-f", "html", "--max-size", "1MB"), "`--max-size` is for PDF files, of which `--format` names none"),
    ],
)
def test_a_mistake_in_options_exits_with_2(project: Project, options: tuple[str, ...], message: str) -> None:
    """Nothing is built."""
    project.write(DECK)
    result = run("build", "decks/deck.yaml", *options)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert not (project.folder / "build").exists()


def test_options_of_sheets_without_sheets_are_told(project: Project) -> None:
    """Nobody has to look for what they changed."""
    project.write(DECK)
    result = run("build", "decks/deck.yaml", "-f", "pdf", "--ink", "light")
    assert result.exit_code == 0
    assert result.stderr == (
        "warning[no-sheets]: `--ink` is for handouts and notes pages, and none is built\n"
        " = help: add `--handout 6`, or `--notes`\n\n1 warning\n"
    )


def test_a_file_that_is_too_large_is_not_written(project: Project) -> None:
    """The message names the place of the size where the deck has it; other formats are built."""
    project.write(f"pdf: {{max_size: 2kB}}\n{DECK}")
    result = run("build", "decks/deck.yaml", "-f", "pdf", "-f", "md")
    assert (result.exit_code, result.stdout) == (1, "build/deck.md\n")
    assert "error[too-large]: format `pdf` takes" in result.stderr
    assert " --> decks/deck.yaml:1:17\n  |\n1 | pdf: {max_size: 2kB}\n  |                 ^^^\n" in result.stderr
    assert not (project.folder / "build/deck.pdf").exists()


def test_two_decks_do_not_write_one_file(project: Project) -> None:
    """`deck-notes` as a deck of its own, and the notes of `deck`: the second is told, and the first stays."""
    project.write(f"{DECK}    notes: A\n")
    other = project.deck.with_name("deck-notes.yaml")
    other.write_text(DECK)
    first = run("build", "decks/deck-notes.yaml", "-f", "pdf")
    second = run("build", "decks/deck.yaml", "--notes", "-f", "md")
    assert (first.exit_code, second.exit_code) == (0, 1)
    assert "error[taken-output]: `build/deck-notes.pdf` was built from `decks/deck-notes.yaml`" in second.stderr


def test_notes_that_cannot_be_drawn_are_told(project: Project) -> None:
    """As texts of slides are. Other files are built, and these notes are no page."""
    project.write(f"{DECK}    notes: |\n      A sign \ue123.\n\n      \ue124 to all.\n")
    result = run("build", "decks/deck.yaml", "-f", "md", "--notes")
    assert (result.exit_code, result.stdout) == (1, "build/deck.md\n")
    assert "error[missing-glyph]: slide 1: no font can show" in result.stderr
    assert result.stderr.count("--> decks/deck.yaml:3") == 2


def test_a_title_that_cannot_be_drawn_is_told(project: Project) -> None:
    """It stands at the head of each sheet, and perhaps on no slide."""
    project.write('title: "\\ue123"\nslides:\n  - title: Night noise\n')
    result = run("build", "decks/deck.yaml", "-f", "handout")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[missing-glyph]: slide 1: no font can show" in result.stderr


@pytest.mark.parametrize(
    ("wanted", "deck"),
    [
        ("notes: true", "title: T\n{}slides:\n  - title: A\n  - {{title: B, text: b, notes: 日本}}\n"),
        ("handout: 6", "title: 日本\n{}slides:\n  - {{title: A, layout: content, text: x}}\n"),
    ],
)
def test_what_only_the_sheets_of_a_deck_show_is_checked(wanted, deck, tmp_path):
    """Where the deck asks for them beside its PDF."""
    project = Project(tmp_path)
    project.write(deck.format(""))
    assert run("check", project.deck).exit_code == 0
    project.write(deck.format(f"pdf: {{{wanted}}}\n"))
    result = run("check", project.deck)
    assert result.exit_code == 1
    assert result.stderr.count("no font can show") == 1

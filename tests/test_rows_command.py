"""`deckmaker build` and `check` of decks from rows: what is printed, where files go, how it ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.projects import Project, run

DECK = """title: "Noise in {{ region }}"
slides:
  - title: "Noise in {{ region }}"
  - {title: Nights, text: "It was loud in {{ nights | ,.0f }} nights."}
"""
TABLE = "region,nights\nnorth,1200\nsouth,800\neast,95\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with a deck and a table beside it; work is done in its folder."""
    one = Project(tmp_path)
    (tmp_path / "deckmaker.yaml").write_text("formats: [md]\n")
    (tmp_path / "decks" / "rows.csv").write_text(TABLE)
    one.write(DECK)
    monkeypatch.chdir(tmp_path)
    return one


def built(project: Project) -> list[str]:
    """Return the paths of all files below build/."""
    found = (path for path in (project.folder / "build").rglob("*") if path.is_file())
    return sorted(path.relative_to(project.folder / "build").as_posix() for path in found)


def timeless(text: str) -> str:
    """Return what is printed, its seconds as one word."""
    return re.sub(r"\d+\.\d s", "SECONDS", text)


def test_option_names_a_table(project: Project) -> None:
    """Each row has its files, in a folder of the deck's name, beside the manifest; a line says how many."""
    done = run("build", "decks/deck.yaml", "--rows", "decks/rows.csv")
    assert (done.exit_code, done.stderr) == (0, "")
    assert timeless(done.stdout) == "build/deck: 3 built, 3 files, SECONDS\n"
    assert built(project) == ["deck/deck-east.md", "deck/deck-north.md", "deck/deck-south.md", "deck/manifest.jsonl"]
    again = run("build", "decks/deck.yaml", "--rows", "decks/rows.csv")
    assert timeless(again.stdout) == "build/deck: 0 built, 3 unchanged, 0 files, SECONDS\n"


def test_deck_names_its_table(project: Project) -> None:
    """Relative to itself; among decks without rows, which are built as ever. With `-q`, nothing is printed."""
    project.write("rows: rows.csv\n" + DECK)
    (project.folder / "decks" / "other.yaml").write_text("title: Other\nslides: [{title: Other}]\n")
    done = run("build")
    assert (done.exit_code, done.stderr) == (0, "")
    assert timeless(done.stdout) == "build/deck: 3 built, 3 files, SECONDS\nbuild/other.md\n"
    assert run("build", "-q").stdout == ""
    assert timeless(run("check").stdout) == (
        "decks/deck.yaml: 3 checked, SECONDS\ndecks/other.yaml: 1 slide, 1 word, 1 second to read\n"
    )


def test_named_folder_is_the_folder(project: Project) -> None:
    """No folder is made in it; it is for one deck of rows."""
    project.write("rows: rows.csv\n" + DECK)
    assert run("build", "-o", "out", "--name", "{region}/{nights}").exit_code == 0
    assert sorted(path.relative_to("out").as_posix() for path in Path("out").rglob("*.md")) == [
        "east/95.md",
        "north/1200.md",
        "south/800.md",
    ]


def test_mistake_fails_the_run(project: Project) -> None:
    """Nothing is built, and all mistakes are told, by `check` as by `build`; others are built where that is asked."""
    (project.folder / "decks" / "rows.csv").write_text(TABLE.replace("800", "many"))
    asked = ("decks/deck.yaml", "--rows", "decks/rows.csv")
    done = run("build", *asked)
    assert done.exit_code == 1
    assert (
        timeless(done.stdout)
        == "build/deck: 0 built, 2 not built for the mistakes of others, 1 failed, 0 files, SECONDS\n"
    )
    assert done.stderr.startswith(
        "error[unusable-variable]: `nights` is `many`: expected a number\n --> decks/deck.yaml:4:43\n"
    )
    assert "= note: row 2 (line 3 of decks/rows.csv), column `nights`\n" in done.stderr
    assert built(project) == ["deck/manifest.jsonl"]
    checked = run("check", *asked)
    assert (checked.exit_code, checked.stderr) == (1, done.stderr)
    others = run("build", *asked, "--keep-going")
    assert others.exit_code == 1
    assert timeless(others.stdout) == "build/deck: 2 built, 1 failed, 2 files, SECONDS\n"
    (project.folder / "decks" / "rows.csv").write_text(TABLE)
    mended = run("build", *asked, "--only-failed")
    assert (mended.exit_code, timeless(mended.stdout)) == (0, "build/deck: 1 built, 1 file, SECONDS\n")


def test_mistake_of_the_deck_is_told_once(project: Project) -> None:
    """Not for each of its rows."""
    project.write(DECK + "  - include: none.yaml\n")
    done = run("build", "decks/deck.yaml", "--rows", "decks/rows.csv")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.count("error[") == 1
    assert "rows.csv" not in done.stderr


def test_unknown_format_is_told_once(project: Project) -> None:
    """Before the first row is checked."""
    done = run("build", "decks/deck.yaml", "--rows", "decks/rows.csv", "-f", "md", "-f", "pptxx")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        "error[unknown-format]: no renderer for format `pptxx`\n = help: did you mean `pptx`?\n\n1 error\n"
    )
    assert not (project.folder / "build").exists()


def test_warning_counts_where_that_is_asked(project: Project) -> None:
    """With `--strict`, a row with a warning fails."""
    project.write(DECK + "  - {text: Without a title}\n")
    asked = ("decks/deck.yaml", "--rows", "decks/rows.csv")
    done = run("build", *asked)
    assert done.exit_code == 0
    assert done.stderr.count("untitled-slide") == 1
    assert "the same in 2 other rows: 2 and 3" in done.stderr
    assert run("check", *asked, "--strict").exit_code == 1
    assert '"rows"' not in run("check", *asked, "--messages", "json").stderr


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (("--where", "nights > 100"), "build/deck: 2 built, 2 files, SECONDS\n"),
        (("--limit", "2"), "build/deck: 2 built, 2 files, SECONDS\n"),
        (("--sample", "1"), "build/deck: 1 built, 1 file, SECONDS\n"),
        (("--row", "2"), "build/deck/deck-south.md\n"),
        (("--only-failed",), "build/deck: none of these rows failed the last time, and nothing is to be built\n"),
    ],
)
def test_rows_are_chosen(project: Project, option: tuple[str, ...], said: str) -> None:
    """By a condition, the first so many, some of all, those that failed."""
    done = run("build", "decks/deck.yaml", "--rows", "decks/rows.csv", *option)
    assert (done.exit_code, timeless(done.stdout)) == (0, said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("build", "decks/deck.yaml", "--rows", "decks/rows.csv", "decks/more.csv"),
            "`decks/more.csv` is a table: name the deck, and the table by `--rows decks/more.csv`, one at a time",
        ),
        (("build", "--row", "3"), "`--row` is for decks from rows, and there are none: add `--rows FILE`"),
        (
            ("build", "--rows", "decks/rows.csv", "--row", "1", "--where", "nights > 1"),
            "`--row` takes one row, whichever it is: leave `--where` out",
        ),
        (("build", "--dry-run"), "Write `deckmaker check`: it looks at all, and writes nothing."),
        (("build", "--limit", "3"), "`--limit` is for decks from rows, and there are none: add `--rows FILE`"),
        (("build", "--keep-going"), "`--keep-going` is for decks from rows, and there are none: add `--rows FILE`"),
        (("check", "--where", "x > 1"), "`--where` is for decks from rows, and there are none: add `--rows FILE`"),
        (
            ("build", "--rows", "decks/rows.csv", "--limit", "1", "--sample", "1"),
            "`--limit` takes the first rows, and `--sample` some of all: choose one of them",
        ),
        (("check", "--rows", "decks/rows.csv", "--fix"), "`--fix` is for decks without rows: name them"),
        (
            ("check", "--rows", "decks/rows.csv", "--report", "r.html"),
            "`--report` is for decks without rows: name them",
        ),
    ],
)
def test_option_without_sense_is_refused(project: Project, arguments: tuple[str, ...], said: str) -> None:
    """Before anything is read."""
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.split())


def test_folder_that_cannot_be_written_to_is_told(project: Project) -> None:
    """A file stands in its place."""
    (project.folder / "build").write_text("mine")
    done = run("build", "decks/deck.yaml", "--rows", "decks/rows.csv")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("error[cannot-write]: `build/deck` cannot be written to: `build` is not a folder\n")


def test_second_table_is_another_deck(project: Project) -> None:
    """What is changed in a row is built again, and the rest is left."""
    project.write("rows: rows.csv\n" + DECK)
    run("build")
    (project.folder / "decks" / "rows.csv").write_text(TABLE.replace("800", "801") + "west,7\n")
    assert timeless(run("build").stdout) == "build/deck: 2 built, 2 unchanged, 2 files, SECONDS\n"

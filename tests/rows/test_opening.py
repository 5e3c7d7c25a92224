"""Where a file of rows is, which reader takes it, and what is said of one that cannot be had."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from deckmaker.budget.rows import ROWS_FILE_BYTES
from deckmaker.budget.tables import TABLE_FILE_BYTES
from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.diagnostics.printer import full
from deckmaker.rows.opening import open_rows
from deckmaker.rows.request import RowsRequest, Said
from tests.rows.reading import opened, said


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a table, beside a table of nobody's."""
    project = tmp_path / "project"
    (project / "decks").mkdir(parents=True)
    (project / "deckmaker.yaml").touch()
    (project / "decks" / "regions.csv").write_text("region,sales\nNorth,1\n")
    (tmp_path / "outside.csv").write_text("region,sales\nSouth,2\n")
    monkeypatch.chdir(project)
    return project


def in_deck(written: str) -> tuple[object, list[tuple[str, str, str, str | None]]]:
    """Open a file as a deck names it."""
    diagnostics = Diagnostics()
    place = Span(SourceFile("decks/deck.yaml", f"rows: {written}"), 1, 7, 1, 7 + len(written))
    source = open_rows(RowsRequest(Said(written, place)), Path("decks/deck.yaml"), diagnostics)
    return source and [row.texts for row in source], said(diagnostics)


def by_command(written: str) -> tuple[object, list[tuple[str, str, str, str | None]]]:
    """Open a file as the command names it."""
    diagnostics = Diagnostics()
    source = open_rows(RowsRequest(Said(written)), Path("decks/deck.yaml"), diagnostics)
    return source and [row.texts for row in source], said(diagnostics)


def test_a_deck_names_a_file_of_its_project(project):
    assert in_deck("regions.csv") == ([("North", "1")], [])
    assert in_deck("../../outside.csv")[1][0][:3] == (
        *("outside-project", "deck.yaml:1:7", "`../../outside.csv` leads out of the project"),
    )
    assert in_deck("region.csv")[1] == [
        ("missing-file", "deck.yaml:1:7", "`region.csv` is not a file", "did you mean `regions.csv`?")
    ]


def test_the_command_names_a_file_anywhere(project):
    """From where it is typed on, and through links."""
    assert by_command("decks/regions.csv") == ([("North", "1")], [])
    assert by_command("../outside.csv") == ([("South", "2")], [])
    os.symlink("../outside.csv", "link.csv")
    assert by_command("link.csv") == ([("South", "2")], [])


@pytest.mark.parametrize(
    ("written", "message", "help"),
    [
        ("decks/region.csv", "`decks/region.csv` is not a file", "did you mean `regions.csv`?"),
        ("decks", "`decks` is a folder", "name a file in it"),
        ("nowhere/a.csv", "`nowhere/a.csv` is not a file", None),
        ("a\0.csv", "`a\0.csv` is not a file", None),
        ("", "`` is a folder", "name a file in it"),
        ("x" * 300, f"`{'x' * 300}` is not a file", None),
        ("/dev/zero", "`/dev/zero` is not a file", None),
    ],
)
def test_what_the_command_names_may_be_no_file(written, message, help, project):
    assert by_command(written) == (None, [("missing-file", "", message, help)])


def test_what_the_command_names_may_be_what_no_system_has(project):
    """A name that is too long is no file, and nothing fails."""
    ((code, _, message, help),) = by_command("a" * 5_000)[1]
    assert (code, message[-15:], help) == ("missing-file", "` is not a file", None)


def test_a_file_that_is_too_large_is_not_read(project, monkeypatch):
    """A workbook is read whole, and so has a smaller bound."""
    monkeypatch.setattr("deckmaker.rows.opening.TABLE_FILE_BYTES", replace(TABLE_FILE_BYTES, most=1_000_000))
    monkeypatch.setattr("deckmaker.rows.opening.ROWS_FILE_BYTES", replace(ROWS_FILE_BYTES, most=2_000_000))
    for name, content, allowed in (("a.csv", b"a\n", 2), ("a.xlsx", b"PK\3\4", 1)):
        with Path(name).open("wb") as file:
            file.write(content)
            file.truncate(allowed * 1_000_000 + 600_000)
        ((code, _, message, _),) = by_command(name)[1]
        assert code == "unusable-table"
        assert message.endswith(f" may have {allowed},000,000")


def test_a_file_that_cannot_be_read_is_told(project, monkeypatch):
    """As the system says it."""

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("deckmaker.project.opening._descriptor", refuse)
    assert by_command("decks/regions.csv")[1][0][2] == "`decks/regions.csv` cannot be read: permission denied"


def test_without_room_for_rows_that_is_told(project, monkeypatch):
    """And nothing is half kept."""

    def refuse() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("deckmaker.rows.spool.TemporaryFile", refuse)
    monkeypatch.setattr("deckmaker.rows.spool.ROWS_IN_MEMORY", type("Bound", (), {"most": 0}))
    assert by_command("decks/regions.csv") == (
        None,
        [
            (
                "unusable-table",
                "",
                "the rows of `decks/regions.csv` cannot be kept while decks are made of them: no space left on device",
                "make room in the folder for passing files",
            )
        ],
    )


def test_what_is_read_stays_whatever_becomes_of_the_file(project):
    source, _ = opened(project / "decks" / "regions.csv")
    assert source
    (project / "decks" / "regions.csv").write_text("region,sales\nWest,9\n")
    assert [row.texts for row in source] == [("North", "1")]
    (project / "decks" / "regions.csv").unlink()
    assert [row.texts for row in source] == [("North", "1")]


LOADED = """
import sys
from pathlib import Path
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.printer import full
from deckmaker.rows.opening import open_rows
from deckmaker.rows.request import RowsRequest, Said
assert open_rows(RowsRequest(Said(sys.argv[1])), Path("deck.yaml"), Diagnostics())
print(*(name for name in sys.modules if name in ("json.decoder", "pyarrow", "zipfile", "xml.parsers.expat")))
"""


@pytest.mark.slow
def test_a_reader_is_loaded_for_its_own_files_alone(project):
    done = subprocess.run(
        [sys.executable, "-c", LOADED, "decks/regions.csv"], capture_output=True, text=True, check=True
    )
    assert "pyarrow" not in done.stdout and "expat" not in done.stdout


def test_a_password_in_an_address_is_in_no_message(tmp_path):
    """Whatever is amiss in the table."""
    system = pytest.importorskip("fsspec").filesystem("memory")
    address = "anna:geheim@store/regions.csv"
    for content in (b"", b"a,a\n1,2\n", b"a\n", b"\xff\xfe"):
        system.pipe(f"/{address}", content)
        diagnostics = Diagnostics()
        assert open_rows(RowsRequest(Said(f"memory://{address}")), tmp_path / "deck.yaml", diagnostics) is None
        said = "".join(map(full, diagnostics))
        assert "memory://store/regions.csv" in said
        assert "geheim" not in said

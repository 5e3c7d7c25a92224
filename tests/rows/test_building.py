"""Decks of rows: all or none, what has not changed stays, what somebody edited is left alone."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from deckmaker.output import Finished
from deckmaker.project import forget_roots
from deckmaker.render.pptx.made_of import PROPERTIES
from deckmaker.rows.building import Tally
from deckmaker.rows.judging import How
from deckmaker.rows.stores import FolderStore, Part
from tests.projects import run as command
from tests.rows.runs import DECK, Run, Table

WRONG = Table(("north", "1200"), ("south", "many"), ("east", "few"))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A project with three rows."""
    return Run(tmp_path)


def test_each_row_has_files_of_its_own(run: Run) -> None:
    """With its values, and nothing else beside them."""
    assert run.build() == Tally(done=3, files=3)
    files = run.files()
    assert sorted(files) == ["east.md", "north.md", "south.md"]
    assert b"1,200 nights" in files["north.md"]
    assert b"800 nights" in files["south.md"]
    assert run.said == ""
    assert run.watched[0] == ("Checking", 0, 3)
    assert run.watched[-1] == ("Building", 3, 3)


def test_mistake_in_a_row_keeps_all_from_being_built(run: Run) -> None:
    """All of them are told, the same one once; and what is well is built once the table is mended."""
    assert run.build(WRONG) == Tally(failed=2, left=1)
    assert run.files() == {}
    assert (
        run.said
        == """error[unusable-variable]: `nights` is `many`: expected a number
 --> deck.yaml:4:43
  |
4 |   - {title: Nights, text: "It was loud in {{ nights | ,.0f }} nights."}
  |                                           ^^^^^^^^^^^^^^^^^^^
  = note: row 2 (line 3 of rows.csv), column `nights`
  = note: alike in 1 other row: 3
  = help: leave out its format, or mend the value"""
    )
    assert run.build() == Tally(done=3, files=3)


def test_others_are_built_where_that_is_wanted(run: Run) -> None:
    """Those that failed are tried again the next time; alone, where that is wanted."""
    assert run.build(WRONG, How(keeps_going=True)) == Tally(done=1, failed=2, files=1)
    assert sorted(run.files()) == ["north.md"]
    half = Table(("north", "1200"), ("south", "800"), ("east", "few"), ("west", "5"))
    assert run.build(half, How(keeps_going=True, only_failed=True)) == Tally(done=1, failed=1, files=1)
    assert sorted(run.files()) == ["north.md", "south.md"]
    assert run.build() == Tally(done=1, unchanged=2, files=1)


def test_what_has_not_changed_is_neither_checked_nor_built(run: Run) -> None:
    """Its file is not even touched."""
    run.build()
    before = {path: path.stat().st_mtime_ns for path in run.out.glob("*.md")}
    run.watched.clear()
    assert run.build() == Tally(unchanged=3)
    assert {path: path.stat().st_mtime_ns for path in run.out.glob("*.md")} == before
    assert run.watched == [("Checking", 0, 3), ("Building", 0, 0)]


CHANGES: dict[str, tuple[Callable[[Run], object], int]] = {
    "the deck": (lambda run: run.deck.write_text(DECK.replace("loud", "quiet")), 3),
    "the settings": (lambda run: (run.folder / "deckmaker.yaml").write_text("language: de\n"), 3),
    "a file that is gone": (lambda run: (run.out / "north.md").unlink(), 1),
    "a touched file": (lambda run: os.utime(run.out / "north.md", ns=(1, 1)), 0),
    "a line that was cut off": (lambda run: _cut(run.out / "manifest.jsonl"), 1),
    "a line that names no file": (lambda run: _forget(run.out), 1),
}


def _cut(manifest: Path) -> None:
    """Leave a last line half, as a full disk or a killed run may."""
    manifest.write_bytes(manifest.read_bytes()[:-80])


def _forget(out: Path) -> None:
    """Have a row without its file, and none named for it, as who writes manifests of their own may."""
    manifest = out / "manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes().replace(b'"north.md"', b'"south.md"'))
    (out / "north.md").unlink()


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_changed_is_built_again(run: Run, change: str) -> None:
    """And nothing else; what the manifest does not know, but is as it would be built, is nobody's edit."""
    run.build()
    before = run.files()
    CHANGES[change][0](run)
    built = CHANGES[change][1]
    assert run.build() == Tally(done=built, unchanged=3 - built, files=built)
    assert sorted(run.files()) == sorted(before)
    assert (run.files() == before) is (change not in ("the deck", "the settings"))
    assert run.build() == Tally(unchanged=3)


@pytest.mark.parametrize("mark", ["deckmaker.yaml", "pyproject.toml"])
def test_a_project_that_begins_beside_an_included_file_counts(mark: str, tmp_path: Path) -> None:
    """And what comes to be in its settings: they say how far its slides may be passed on."""
    run = Run(tmp_path, f"marking: TLP:GREEN\n{DECK}  - include: within/more.yaml\n")
    within = tmp_path / "within"
    within.mkdir()
    (within / "more.yaml").write_text("- title: From elsewhere\n")
    assert run.build().done == 3
    (within / mark).write_text("")
    forget_roots()  # as in another process
    assert run.build().unchanged == 0
    (within / "deckmaker.yaml").write_text("marking: TLP:RED\n")
    forget_roots()
    assert run.build().failed == 3
    assert run.said.count("error[higher-marking]") >= 1


def test_row_that_changed_is_built_again(run: Run) -> None:
    """Rows are known by the names of their files, wherever in the table they stand."""
    run.build()
    assert run.build(Table(("east", "95"), ("south", "801"), ("north", "1200"))) == Tally(1, 2, files=1)
    assert b"801 nights" in run.files()["south.md"]


def test_picture_of_a_row_is_its_own(tmp_path: Path) -> None:
    """Where it changes, the deck of that row is built again."""
    deck = DECK + '  - {title: A map, image: {file: "{{ region }}.svg", alt: A map, credit: none}}\n'
    run = Run(tmp_path, deck)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><rect width="80" height="60"/></svg>'
    for name in ("north", "south", "east"):
        (tmp_path / f"{name}.svg").write_text(svg)
    assert run.build() == Tally(done=3, files=3)
    (tmp_path / "south.svg").write_text(svg.replace("80", "90"))
    assert run.build() == Tally(done=1, unchanged=2, files=1)
    assert run.build() == Tally(unchanged=3)


def test_table_of_the_deck_counts(tmp_path: Path) -> None:
    """Though it is read once for all rows."""
    run = Run(tmp_path, DECK + "  - {title: Berths, table: {file: berths.csv}}\n")
    (tmp_path / "berths.csv").write_text("berth,depth\nnorth,16\n")
    assert run.build().done == 3
    (tmp_path / "berths.csv").write_text("berth,depth\nnorth,17\n")
    assert run.build().done == 3
    assert b"17" in run.files()["east.md"]


@pytest.mark.slow
def test_theme_of_the_project_counts(tmp_path: Path) -> None:
    """However many rows a process looked at before."""
    run = Run(tmp_path, DECK.replace("slides:", "theme: house.yaml\nslides:"))
    (tmp_path / "house.yaml").write_text("extends: briefing\n")
    table = Table(*((f"region-{number}", str(number)) for number in range(12)))
    assert run.build(table).done == 12
    (tmp_path / "house.yaml").write_text("extends: briefing\npalette: {accent: '#005F73'}\n")
    assert run.build(table).done == 12


def test_edited_file_is_left_alone(run: Run) -> None:
    """That is told before anything is written; with `force` it is written over."""
    run.build()
    (run.out / "south.md").write_text("mine")
    run.deck.write_text(DECK.replace("loud", "quiet"))
    assert run.build() == Tally(failed=1, left=2)
    assert run.said.startswith("error[edited-output]: `")
    assert "out/south.md` is not as deckmaker wrote it, and is left alone" in run.said
    assert run.files()["south.md"] == b"mine"
    assert b"loud" in run.files()["north.md"]
    assert run.build(how=How(keeps_going=True)) == Tally(done=2, failed=1, files=2)
    assert run.files()["south.md"] == b"mine"
    assert run.build(how=How(force=True)) == Tally(done=1, unchanged=2, files=1)
    assert b"quiet" in run.files()["south.md"]


def test_files_without_a_manifest_are_left_alone(run: Run) -> None:
    """Nobody knows whether they were edited."""
    run.build()
    (run.out / "manifest.jsonl").unlink()
    assert run.build() == Tally(failed=3)
    assert run.build(how=How(force=True)) == Tally(done=3, files=3)
    assert run.build() == Tally(unchanged=3)


def test_file_of_another_deck_is_left_alone(run: Run) -> None:
    """As long as that deck is there."""
    run.build()
    other = Run(run.folder)
    other.deck = run.folder / "other.yaml"
    other.deck.write_text(DECK.replace("loud", "quiet"))
    assert other.build() == Tally(failed=3)
    assert "out/north` was built from `deck.yaml`, and is left alone" in other.said.replace(f"{run.folder}/", "")
    run.deck.unlink()
    assert other.build() == Tally(done=3, files=3)


def test_what_a_renderer_refuses_fails_the_row_alone(run: Run) -> None:
    """None of its files is written, and the others are."""
    (run.out / "south.md").mkdir(parents=True)
    (run.out / "south.md" / "file").write_text("in the way")
    assert run.build(how=How(keeps_going=True)).done == 2
    assert sorted(run.files()) == ["east.md", "north.md", "south.md/file"]


@pytest.mark.slow
def test_pictures_of_slides_that_are_gone_are_removed(run: Run) -> None:
    """Those in other formats stay, and are known."""
    table = Table(("north", "5"))
    run.build(table, formats=("md",))
    run.build(table, formats=("png",))
    pictures = ["north-png/01.png", "north-png/02.png", "north-png/contact-sheet.png"]
    assert sorted(run.files()) == [*pictures, "north.md"]
    run.deck.write_text(DECK[: DECK.index("  - {title: Nights")])
    assert run.build(table, formats=("png",)) == Tally(done=1, files=2)
    assert sorted(run.files()) == [pictures[0], pictures[2], "north.md"]
    assert run.build(table, formats=("md",)) == Tally(done=1, files=1)


class FullStore(FolderStore):
    """A folder on a disk that is full when a file of a row comes, or when it waits for the disk."""

    full_when = "stage"

    def stage(self, name: str, file: Finished) -> Part:
        """Take a file, if there is room."""
        if self.full_when == "stage" and name.startswith("south"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().stage(name, file)

    def settle(self, parts: Sequence[Part]) -> None:
        """Wait for the disk, if there is room."""
        if self.full_when == "settle" and any(part.name.startswith("south") for part in parts):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        super().settle(parts)


@pytest.mark.parametrize("when", ["stage", "settle"])
def test_disk_that_is_full_is_told(run: Run, when: str) -> None:
    """Nothing is half there, and what has room is built the next time."""
    run.store = FullStore(run.out)
    run.store.full_when = when
    assert run.build() == Tally(done=2, failed=1, files=2)
    assert run.said.startswith("error[cannot-write]: `")
    assert "out/south.md` cannot be written: no space left on device" in run.said
    assert sorted(run.files()) == ["east.md", "north.md"]
    run.store = FolderStore(run.out)
    assert run.build() == Tally(done=1, unchanged=2, files=1)


def parts_of(package: bytes) -> dict[str, bytes]:
    """Return the parts of a presentation by their names, in their order."""
    with ZipFile(BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.mark.slow
def test_files_are_those_of_a_deck_alone(tmp_path: Path) -> None:
    """Byte for byte: the same deck with the values written in, built cold, in each format.

    But for which file a presentation says that it was made of.
    """
    run = Run(tmp_path)
    formats = ("pptx", "pdf", "html", "md")
    assert run.build(Table(("south", "800"), ("north", "1200")), formats=formats).files == 8
    written = DECK.replace("{{ region }}", "north").replace("{{ nights | ,.0f }}", "1,200")
    (tmp_path / "north.yaml").write_text(written)
    asked = [part for one in formats for part in ("-f", one)]
    assert command("build", tmp_path / "north.yaml", "-o", tmp_path / "alone", *asked).exit_code == 0
    for format in formats[1:]:
        assert (tmp_path / "alone" / f"north.{format}").read_bytes() == run.files()[f"north.{format}"], format
    one, other = (
        parts_of(content) for content in ((tmp_path / "alone/north.pptx").read_bytes(), run.files()["north.pptx"])
    )
    assert one.pop(PROPERTIES) != other.pop(PROPERTIES)
    assert one == other


class _Swapped(FolderStore):
    """A folder in whose place a link to another one stands for a moment, when the first row is begun."""

    is_done = False

    @property
    def ground(self) -> Path:
        """The folder; the first time, what is found while the link is there."""
        if self.is_done:
            return super().ground
        self.is_done = True
        out, aside = self._path, self._path.with_name("aside")
        out.rename(aside)
        out.symlink_to(out.parent.parent)
        try:
            return super().ground
        finally:
            out.unlink()
            aside.rename(out)


def test_a_folder_that_is_a_link_for_a_moment_is_told(tmp_path: Path) -> None:
    """Where it leads out of the project. It was told as a mistake of ours."""
    (tmp_path / "project").mkdir()
    run = Run(tmp_path / "project")
    run.store = _Swapped(run.out, run.folder)
    run.build()
    assert run.said.startswith("error[cannot-write]: `") and "leads out of the project" in run.said
    assert run.build() == Tally(done=1, unchanged=2, files=1)

"""The manifest: what was made of which row is known by the next run, however this one ended, and whatever is in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from deckmaker.rows.manifest import BUILT, CHECKED, FAILED, Entry, KeptFile, Manifest
from deckmaker.rows.stores import FolderStore, Part
from tests.projects import ROOT

PAGE = ROOT / "docs" / "manifest.md"
COMMON = ("../deckmaker.yaml", "deck.yaml", "photo.png")


def entry(name: str = "north", number: int = 1, state: str = BUILT, reads: tuple[str, ...] = COMMON) -> Entry:
    """Return an entry as a run makes it."""
    files = {f"{name}.pdf": KeptFile("ab" * 32, "12-34")} if state == BUILT else {}
    older = {f"{name}.pptx": KeptFile("cd" * 32, "5-6")}
    return Entry(number, number + 1, name, state, "ef" * 32, reads, files, older, ("warning[x]: said",), 0.25, "now")


class Lines:
    """A journal in memory."""

    def __init__(self, *lines: bytes) -> None:
        self.written = list(lines)

    def lines(self) -> Iterator[bytes]:
        """Return what is there."""
        return iter(list(self.written))

    def append(self, lines: bytes) -> None:
        """Add lines."""
        self.written += lines.splitlines(keepends=True)

    def replace(self, lines: Iterable[bytes]) -> None:
        """Have others."""
        self.written = list(lines)


Opened = Callable[[Lines], Manifest]


@pytest.fixture
def manifest_of() -> Iterator[Opened]:
    """Open manifests, and close them."""
    with ExitStack() as stack:
        yield lambda journal: stack.enter_context(Manifest(journal))


def test_entries_are_read_back(manifest_of: Opened) -> None:
    """All of them but times, the last of a name, by this run and the next."""
    journal = Lines()
    manifest = manifest_of(journal)
    later = entry("south", 2, reads=(*COMMON, "south.png"))
    manifest.add([entry("north", state=CHECKED), later])
    manifest.add([entry("north")])
    for one in (manifest, manifest_of(journal)):
        assert len(one) == 2
        assert one.entry("north") == entry("north")._replace(seconds=0.0, time="")
        found = one.entry("south")
        assert found and set(found.reads) == set(later.reads)
        assert one.entry("west") is None


def test_paths_that_rows_share_are_written_once(manifest_of: Opened) -> None:
    """A million rows of one template have the same fifty paths."""
    journal = Lines()
    manifest = manifest_of(journal)
    manifest.add([entry(f"row-{number}", number, reads=(*COMMON, f"{number}.png")) for number in range(50)])
    manifest.add([entry("other", 99, reads=("deck.yaml",))])
    told = [json.loads(line)["reads"] for line in journal.written if b'"paths"' in line]
    assert len(told) <= 3
    again = manifest_of(journal)
    for number in range(50):
        found = again.entry(f"row-{number}")
        assert found and set(found.reads) == {*COMMON, f"{number}.png"}
    found = again.entry("other")
    assert found and found.reads == ("deck.yaml",)


def test_what_a_killed_run_was_about_to_write_is_known(manifest_of: Opened) -> None:
    """Until an entry says that it was written."""
    journal = Lines()
    manifest = manifest_of(journal)
    manifest.add([entry("north")])
    manifest.intend([Part("north.pdf", "key", "12" * 32)])
    killed = manifest_of(journal)
    assert killed.digests("north.pdf", killed.entry("north")) == {"ab" * 32, "12" * 32}
    killed.add([entry("north")])
    assert killed.digests("north.pdf", killed.entry("north")) == {"ab" * 32}
    assert killed.digests("north.pptx", killed.entry("north")) == {"cd" * 32}
    assert killed.digests("west.pdf", None) == set()


@pytest.mark.parametrize(
    "line",
    [
        b'{"row": 1, "name": "north", "state": "built", "inp',
        b"not JSON",
        b"[" * 100_000,
        b'"text"',
        b"null",
        b"12" * 5_000,
        b"\xff\xfe\x00",
        b'{"name": "north", "state": "built"}',
        b'{"row": "1", "name": "north", "state": "built", "inputs": "", "reads": ""}',
        b'{"row": 1, "name": ["north"], "state": "built", "inputs": "", "reads": ""}',
        b'{"row": 1, "name": "north", "state": "made", "inputs": "", "reads": ""}',
        b'{"row": 1, "name": "north", "state": "built", "inputs": "", "reads": "", "own": 5}',
        b'{"reads": {"id": "x", "paths": [1]}}',
        b'{"writing": {"north.pdf": 5}}',
    ],
)
def test_what_is_no_line_of_ours_is_passed_over(line: bytes, manifest_of: Opened) -> None:
    """As a last line that was cut off; what is before and behind it counts."""
    journal = Lines()
    manifest_of(journal).add([entry("north"), entry("south", 2)])
    found = manifest_of(Lines(*journal.written[:-1], line + b"\n", journal.written[-1]))
    assert len(found) == 2
    assert found.entry("north") == entry("north")._replace(seconds=0.0, time="")
    assert found.digests("north.pdf", None) == set()


def test_entry_whose_paths_are_lost_is_never_the_same(manifest_of: Opened) -> None:
    """It is built again: nobody knows what it was made of."""
    journal = Lines()
    manifest_of(journal).add([entry("north")])
    found = manifest_of(Lines(journal.written[-1])).entry("north")
    assert found and found.inputs == ""


def test_lines_that_are_too_long_are_passed_over(tmp_path: Path, manifest_of: Opened) -> None:
    """Nobody reads a gigabyte to find that it is no line."""
    store = FolderStore(tmp_path)
    journal = Lines()
    manifest_of(journal).add([entry("north", state=FAILED)])
    (tmp_path / "manifest.jsonl").write_bytes(b"x" * 9_000_000 + b"\n" + b"".join(journal.written))
    with store.journal() as opened:
        assert all(len(line) < 4_000_000 for line in opened.lines())
        assert manifest_of(opened).entry("north")


def test_names_with_any_characters_are_kept(manifest_of: Opened) -> None:
    """Whatever a table holds."""
    for name in ('quo"te', "zwei\u2028Zeilen", "北", "2024/Ä", "\udcff"):
        journal = Lines()
        manifest_of(journal).add([entry(name)])
        assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in journal.written)
        assert manifest_of(journal).entry(name)


def test_lines_that_count_no_more_are_left_out(manifest_of: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once they are more than half, when the next run begins: it knows the same as before, and so do later ones."""
    monkeypatch.setattr("deckmaker.rows.manifest._FEW", 4)
    journal = Lines()
    manifest = manifest_of(journal)
    for number in range(10):
        reads = (*COMMON, f"{number}.png")
        manifest.add([entry(name, place, reads=reads) for place, name in enumerate(("north", "south"), 1)])
    manifest.intend([Part("north.pdf", "key", "12" * 32)])
    manifest.intend([Part("north.pdf", "key", "34" * 32)])
    long = len(journal.written)
    last = manifest.entry("north")
    manifests = [manifest_of(journal), manifest_of(journal)]
    assert len(journal.written) == 5 < long / 3  # paths, two rows, and what was about to be written
    for one in (*manifests, manifest_of(journal)):
        assert len(one) == 2
        assert one.entry("north") == last
        assert one.digests("north.pdf", last) == {"ab" * 32, "12" * 32, "34" * 32}
    manifests[1].add([entry("west", 3)])
    assert manifest_of(journal).entry("west")


def test_disk_that_is_full_leaves_the_manifest_long(manifest_of: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not needed to go on."""
    monkeypatch.setattr("deckmaker.rows.manifest._FEW", 0)

    class Full(Lines):
        def replace(self, lines: Iterable[bytes]) -> None:
            raise OSError

    journal = Full()
    for _ in range(5):
        manifest_of(journal).add([entry("north")])
    assert len(journal.written) >= 5
    assert manifest_of(journal).entry("north")


def test_the_page_names_each_key_and_which_are_always_there(manifest_of):
    """As a run writes them."""
    kept = {"a.pdf": KeptFile("d", "m")}
    least = Entry(1, None, "a", CHECKED, "i", ("x",), {}, {})
    most = Entry(2, 3, "b", BUILT, "i", ("x", "y"), kept, kept, ("error: e",), 0.5, "t", "deck.yaml")
    lines = Lines()
    manifest_of(lines).add([least, most])
    short, long = (one for one in map(json.loads, lines.written) if "name" in one)
    table = PAGE.read_text(encoding="utf-8").partition("| key |")[2].partition("\n\n")[0]
    named = [name for line in table.splitlines()[2:] for name in line.split("|")[1].split("`")[1::2]]
    assert set(named) == set(long)
    always = PAGE.read_text(encoding="utf-8").partition("\nOnly ")[2].partition(" are on each line")[0]
    assert always.split("`")[1::2] == list(short)


def test_the_program_of_the_page_prints_files_and_failures(tmp_path, monkeypatch, capsys):
    """Past lines that are none."""
    lines = [
        {"reads": {"id": "r", "paths": []}},
        {"row": 1, "name": "a", "state": "checked", "inputs": "i", "reads": "r"},
        {"row": 1, "name": "a", "state": "built", "inputs": "i", "reads": "r", "files": {"a.pdf": {}, "a.html": {}}},
        {"row": 2, "name": "b", "state": "failed", "inputs": "i", "reads": "r", "said": ["error[x]: y"]},
    ]
    path = tmp_path / "build" / "briefing" / "manifest.jsonl"
    path.parent.mkdir(parents=True)
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines) + '{"row": 3, "na')
    monkeypatch.chdir(tmp_path)
    exec(PAGE.read_text(encoding="utf-8").partition("```python\n")[2].partition("```")[0], {})  # our own page
    assert capsys.readouterr().out == "a.pdf a.html\nfailed: b error[x]: y\n"

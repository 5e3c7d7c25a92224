"""Manifests that somebody else wrote: nothing in them leads a run astray, and what is no manifest of ours stays."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from deckmaker.budget.bound import Bound
from deckmaker.budget.rows import MANIFEST_LINE_BYTES
from deckmaker.budget.tables import DECK_FILE_BYTES
from deckmaker.output.obstacle import Obstacle
from deckmaker.rows.inputs import Inputs, common_digest
from deckmaker.rows.manifest import Manifest
from deckmaker.rows.stores import FolderStore, Journal
from tests.hostile.work import bytes_of
from tests.rows.runs import REGIONS, Run

FOREIGN = {
    "one line": ['{"image": "a.png"}'],
    "many lines": [f'{{"image": "{number}.png"}}' for number in range(1_500)],
    "no JSON": ["first", "second"],
    "a word": ["first"],
    "a line that is longer than ours": [f'["{"x" * MANIFEST_LINE_BYTES.most}"]'],
    "what looks like ours": ['{"name": "north", "state": "new"}', "{}"],
}

NAMES = [
    "a\0b",
    "north\0",
    "\ud800",
    "north.\ud800",
    "../other.md",
    "/etc/passwd",
    "south.md",
    "north.md/../../x",
    "..",
]
NAMES += ["north-png/..", "north-png/.hidden", "north", "", f"north.{'x' * 300}", "northern.md", "north-png/a/b"]


@pytest.mark.parametrize("end", ["", "\n"], ids=["open", "ended"])
@pytest.mark.parametrize("lines", FOREIGN.values(), ids=FOREIGN)
def test_manifest_of_another_program_is_left_as_it_is(lines: list[str], end: str, tmp_path: Path) -> None:
    """Data sets have files of this name: neither shortened nor added to."""
    file = tmp_path / "manifest.jsonl"
    file.write_text("\n".join(lines) + end)
    before = file.read_bytes()
    with FolderStore(tmp_path).journal() as journal, pytest.raises(Obstacle, match="is not deckmaker's"):
        Manifest(journal)
    assert file.read_bytes() == before


@pytest.mark.parametrize("left", [b"", b"{", b'{"row": 1, "na', b"\0" * 100, b"\0\0\n", b'{"row": 1, "na\0\0\0\n'])
def test_line_that_a_killed_run_left_half_is_no_other_programs(left: bytes, tmp_path: Path) -> None:
    """After a power cut, a file may have grown by zeros."""
    (tmp_path / "manifest.jsonl").write_bytes(left)
    with FolderStore(tmp_path).journal() as journal, Manifest(journal) as manifest:
        assert len(manifest) == 0


def test_manifest_of_another_program_is_not_read_to_its_end(tmp_path: Path) -> None:
    """It may have terabytes."""

    class Endless:
        def lines(self) -> Iterator[bytes]:
            for _ in range(10_000):
                yield b'{"image": "a.png"}\n'
            pytest.fail("it is read on")

    with pytest.raises(Obstacle, match="is not deckmaker's"):
        Manifest(cast(Journal, Endless()))


def test_file_of_terabytes_is_not_read(tmp_path: Path) -> None:
    """Made in a moment, it would be read for hours."""
    (tmp_path / "manifest.jsonl").write_text(json.dumps(entry()) + "\n")
    os.truncate(tmp_path / "manifest.jsonl", 8_000_000_000_000)
    with (
        pytest.raises(Obstacle, match=r"`manifest\.jsonl` there has 8,000,000,000,000 bytes: a manifest may have"),
        FolderStore(tmp_path).journal(),
    ):
        pass


def test_names_of_a_manifest_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each takes memory, and a gigabyte has room for twenty million."""
    monkeypatch.setattr("deckmaker.rows.manifest.MANIFEST_NAMES", Bound(2, "rows", "a manifest"))
    lines = [entry(name=name) for name in ("a", "b", "a", "c")]
    with pytest.raises(Obstacle, match=r"`manifest\.jsonl` there has more than 2 rows: a manifest may have 2\b"):
        read_back(tmp_path, *lines)


def test_lines_that_are_nested_too_deep_are_none_at_any_depth(tmp_path: Path) -> None:
    """Deep below other calls, less may be nested than where a manifest is read first."""
    line = json.dumps(entry()).removesuffix("}")
    deep = range(sys.getrecursionlimit() - 200, sys.getrecursionlimit())
    lines = [line.replace("north", f"n{depth}") + f', "own": {"[" * depth}{"]" * depth}}}' for depth in deep]
    (tmp_path / "manifest.jsonl").write_text("\n".join([json.dumps(entry()), *lines * 6]) + "\n")

    def asked(manifest: Manifest, calls: int) -> list[Any]:
        if calls:
            return asked(manifest, calls - 1)
        return [manifest.entry(f"n{depth}") for depth in deep]

    with FolderStore(tmp_path).journal() as journal, Manifest(journal) as manifest:
        assert len(manifest) > 1
        assert not any(one and one.inputs for one in asked(manifest, 100))


def test_lines_of_another_program_among_ours_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many lines count no more."""
    monkeypatch.setattr("deckmaker.rows.manifest._FEW", 3)
    lines = [json.dumps(entry()) for _ in range(10)] + ['{"image": "a.png"}']
    (tmp_path / "manifest.jsonl").write_text("\n".join(lines) + "\n")
    with FolderStore(tmp_path).journal() as journal, Manifest(journal) as manifest:
        assert len(manifest) == 1
    assert '{"image": "a.png"}\n' in (tmp_path / "manifest.jsonl").read_text()


def entry(**more: Any) -> dict[str, Any]:
    """Return a line as a run writes it, with more in it."""
    return {"row": 1, "name": "north", "state": "built", "inputs": "ab", "reads": "x", "seconds": 0, "time": "", **more}


def read_back(tmp_path: Path, *lines: dict[str, Any]) -> Any:
    """Return the entry of north in a manifest of these lines."""
    (tmp_path / "manifest.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    with FolderStore(tmp_path).journal() as journal, Manifest(journal) as manifest:
        return manifest.entry("north")


@pytest.mark.parametrize("kind", ["files", "older"])
def test_files_of_others_are_none_of_a_row(kind: str, tmp_path: Path) -> None:
    """They are never asked for, read or removed."""
    kept = {"sha256": "ab", "mark": "no file"}
    own = ["north.md", "north-handout.pdf", "north-png/01.png", "north.tar.gz"]
    found = read_back(tmp_path, entry(**{kind: dict.fromkeys([*NAMES, *own], kept)}))
    assert list(getattr(found, kind)) == own


@pytest.mark.parametrize("path", ["a\0b", "\ud800", "", "//evil/share/a.png", "\\\\evil\\share", "\\/evil/share"])
def test_path_that_cannot_be_is_not_looked_for(path: str, tmp_path: Path) -> None:
    """What a row was made of is not known then: it is built. Windows asks another machine for a path that names one."""
    told = {"reads": {"id": "x", "paths": ["deck.yaml", path]}}
    own = {"reads": {"id": "x", "paths": ["deck.yaml"]}}
    for lines in ((told, entry()), (own, entry(own=[path]))):
        found = read_back(tmp_path, *lines)
        assert (found.inputs, found.reads) == ("", ("deck.yaml",))


def test_paths_and_promises_are_held_within_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A manifest may be gigabytes of them."""
    monkeypatch.setattr("deckmaker.rows.manifest.MANIFEST_CHARACTERS", Bound(25, "", ""))
    many = [{"reads": {"id": f"{number}", "paths": ["p" * 30]}} for number in range(10)]
    many += [{"writing": {f"{number}.md": "d" * 30}} for number in range(10)]
    (tmp_path / "manifest.jsonl").write_text("".join(json.dumps(line) + "\n" for line in [*many, entry(reads="9")]))
    with FolderStore(tmp_path).journal() as journal, Manifest(journal) as manifest:
        found = manifest.entry("north")
        assert found and found.inputs == ""
        assert not any(manifest.digests(f"{number}.md", None) for number in range(10))


@pytest.mark.parametrize("line", ['{"writing": {"NAME": ""}}', '{"reads": {"id": "NAME", "paths": []}}'])
def test_what_is_told_of_nothing_is_held_within_bounds_too(line: str, tmp_path: Path, monkeypatch: Any) -> None:
    """A promise without a digest has a name, and a list without paths an id: as long as a line, or a million short."""
    monkeypatch.setattr("deckmaker.rows.manifest.MANIFEST_CHARACTERS", Bound(100_000, "", ""))
    lines = [line.replace("NAME", f"{number:01000}") for number in range(10_000)]
    (tmp_path / "manifest.jsonl").write_text("\n".join(lines) + "\n")

    def read() -> None:
        with FolderStore(tmp_path).journal() as journal, Manifest(journal) as manifest:
            assert len(manifest) == 0

    read()
    assert bytes_of(read) < 5_000_000


def test_promises_that_are_kept_leave_room_for_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many runs a manifest has seen."""
    monkeypatch.setattr("deckmaker.rows.manifest.MANIFEST_CHARACTERS", Bound(2_000, "", ""))
    kept = entry(files={"north.md": {"sha256": "a" * 64, "mark": "m"}})
    lines = [{"writing": {"north.md": "a" * 64}}, {"writing": {"north.md": "a" * 64}}, kept] * 50
    lines.append({"writing": {"north.md": "b" * 64}})
    (tmp_path / "manifest.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    with FolderStore(tmp_path).journal() as journal, Manifest(journal) as manifest:
        assert manifest.digests("north.md", None) == {"b" * 64}


def test_file_that_no_deck_can_read_is_not_read_to_see_whether_it_changed(tmp_path: Path) -> None:
    """A file of eight terabytes takes a second to make, and days to read."""
    huge = tmp_path / "huge"
    huge.touch()
    os.truncate(huge, DECK_FILE_BYTES.most * 16_000)
    inputs = Inputs(tmp_path, common_digest(()))
    row = REGIONS.rows[0]
    before = inputs.digest_now("north", row, ["huge"])
    assert before == inputs.digest_now("north", row, ["huge"])
    os.utime(huge, ns=(1, 1))
    assert before != inputs.digest_now("north", row, ["huge"])


def test_path_out_of_the_project_is_not_looked_at(tmp_path: Path) -> None:
    """Whoever wrote so, with the digest that would follow from what lies there: the row is built."""
    (tmp_path / "private.txt").write_text("secret")
    (tmp_path / "project").mkdir()
    run = Run(tmp_path / "project")
    assert run.build().done == run.build().unchanged == 3
    lines = [json.loads(line) for line in (run.out / "manifest.jsonl").read_text().splitlines()]
    common = next(one for one in lines if list(one) == ["reads"])
    entries = [one for one in lines if one.get("state") == "built"]
    inputs = Inputs(run.folder, common_digest(("md",)))
    for out in ("../private.txt", "../none.txt", str(tmp_path / "private.txt")):
        read = [*common["reads"]["paths"], out]
        for line, task in zip(entries, REGIONS, strict=True):
            line |= {"own": [out], "inputs": inputs.digest_now(task.name, task.row, read)}
        (run.out / "manifest.jsonl").write_text("".join(json.dumps(line) + "\n" for line in [common, *entries]))
        assert run.build().done == 3


def test_deck_that_was_named_by_a_link_is_not_built_again(tmp_path: Path) -> None:
    """Its path as it was named is among those that were looked at, and leads from elsewhere into the project."""
    (tmp_path / "project").mkdir()
    run = Run(tmp_path / "project")
    (tmp_path / "link").symlink_to("project")
    run.deck = tmp_path / "link" / "deck.yaml"
    assert run.build().done == run.build().unchanged == 3

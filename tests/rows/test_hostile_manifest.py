"""Manifests that somebody else wrote: nothing in them leads a run astray, and what is no manifest of ours stays."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from deckmaker.budget import DECK_FILE_BYTES, Bound
from deckmaker.output.obstacle import Obstacle
from deckmaker.rows.inputs import Inputs, common_digest
from deckmaker.rows.manifest import Manifest
from deckmaker.rows.stores import FolderStore
from tests.rows.runs import REGIONS

FOREIGN = {
    "one line": ['{"image": "a.png"}'],
    "many lines": [f'{{"image": "{number}.png"}}' for number in range(1_500)],
    "no JSON": ["first", "second"],
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


@pytest.mark.parametrize("lines", FOREIGN.values(), ids=FOREIGN)
def test_manifest_of_another_program_is_left_as_it_is(lines: list[str], tmp_path: Path) -> None:
    """Data sets have files of this name: neither shortened nor added to."""
    file = tmp_path / "manifest.jsonl"
    file.write_text("\n".join(lines) + "\n")
    before = file.read_bytes()
    with FolderStore(tmp_path).journal() as journal, pytest.raises(Obstacle, match="is not deckmaker's"):
        Manifest(journal)
    assert file.read_bytes() == before


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


@pytest.mark.parametrize("path", ["a\0b", "\ud800", ""])
def test_path_that_cannot_be_is_not_looked_for(path: str, tmp_path: Path) -> None:
    """What a row was made of is not known then: it is built."""
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

"""What a deck follows from: a digest that changes with it, and with nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from deckmaker.localization.typed_numbers import Evidence
from deckmaker.project import Mark, mark_of, paths_noted
from deckmaker.rows.inputs import Inputs, common_digest
from deckmaker.source import read_source
from deckmaker.values.row import Columns, Row


def row(*texts: str) -> Row:
    """Return a row with these texts."""
    names = tuple(f"c{number}" for number in range(len(texts)))
    return Row(1, 2, texts, Columns("rows.csv", names, (Evidence(0, 0, 0, 0),) * len(texts)))


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    """A folder with a deck, a picture, a folder and a link; what is missing counts, too."""
    (tmp_path / "deck.yaml").write_text("title: A")
    (tmp_path / "a.png").write_bytes(b"pixels")
    (tmp_path / "link").symlink_to("a.png")
    (tmp_path / "sub").mkdir()
    return Inputs(tmp_path, common_digest(["pdf"]))


def marks(inputs: Inputs) -> dict[Path, Mark]:
    """Look at all paths."""
    paths = [inputs.folder / name for name in ("deck.yaml", "a.png", "link", "sub", "missing.csv")]
    return {path: mark_of(path) for path in paths}


def test_same_inputs_have_the_same_digest(inputs: Inputs) -> None:
    """As it was told by who made the deck, and as it is found by who looks whether it has to be made again."""
    one = inputs.digest("north", row("a", "b"), marks(inputs))
    paths = inputs.paths(marks(inputs))
    assert paths == ("a.png", "deck.yaml", "link", "missing.csv", "sub")
    assert one and inputs.digest_now("north", row("a", "b"), paths) == one


CHANGES: dict[str, Callable[[Path], object]] = {
    "text": lambda folder: (folder / "deck.yaml").write_text("title: B"),
    "size": lambda folder: (folder / "a.png").write_bytes(b"more pixels"),
    "gone": lambda folder: (folder / "a.png").unlink(),
    "come": lambda folder: (folder / "missing.csv").write_text("here"),
    "link": lambda folder: ((folder / "link").unlink(), (folder / "link").symlink_to("deck.yaml")),
    "kind": lambda folder: ((folder / "sub").rmdir(), (folder / "sub").write_text("")),
}


@pytest.mark.parametrize("change", CHANGES)
def test_change_of_a_path_changes_the_digest(inputs: Inputs, change: str) -> None:
    """Its content, whether it is there, what it is."""
    before = marks(inputs)
    one = inputs.digest("north", row("a"), before)
    CHANGES[change](inputs.folder)
    assert inputs.digest_now("north", row("a"), inputs.paths(before)) != one
    assert inputs.digest("north", row("a"), before) == "", "it is not known what was read"


def test_touched_file_is_the_same(inputs: Inputs) -> None:
    """Its content counts, not when it was written."""
    one = inputs.digest("north", row("a"), marks(inputs))
    os.utime(inputs.folder / "a.png", ns=(1, 1))
    assert inputs.digest_now("north", row("a"), inputs.paths(marks(inputs))) == one


def test_texts_names_and_orders_count(inputs: Inputs, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one text ends and the next begins, too."""
    every = [
        inputs.digest("north", row("ab", "c"), marks(inputs)),
        inputs.digest("north", row("a", "bc"), marks(inputs)),
        inputs.digest("south", row("ab", "c"), marks(inputs)),
        Inputs(inputs.folder, common_digest(["pdf", "html"])).digest("north", row("ab", "c"), marks(inputs)),
    ]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    every.append(Inputs(inputs.folder, common_digest(["pdf"])).digest("north", row("ab", "c"), marks(inputs)))
    monkeypatch.setenv("DECKMAKER_FONTS", str(inputs.folder))
    (inputs.folder / "New.ttf").write_bytes(b"font")
    every.append(Inputs(inputs.folder, common_digest(["pdf"])).digest("north", row("ab", "c"), marks(inputs)))
    assert len(set(every)) == len(every)


def test_all_that_is_read_is_noted(inputs: Inputs) -> None:
    """As serve's watch knows it."""
    from deckmaker.diagnostics import Diagnostics

    with paths_noted() as noted:
        read_source(inputs.folder / "deck.yaml", Diagnostics(), None)
    assert "deck.yaml" in inputs.paths(noted)

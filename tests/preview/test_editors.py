"""Editors with windows are opened at a line; of others it is said why not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from deckmaker.preview.editors import address_in_vscode, open_at
from tests.preview.served import PATIENCE


def test_an_editor_with_a_window_is_opened_at_the_line(tmp_path: Path) -> None:
    """With its own words for that, and what the user has set besides."""
    said = tmp_path / "said"
    editor = tmp_path / "code"
    editor.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {said}.new\nmv {said}.new {said}\n', encoding="utf-8")
    editor.chmod(0o755)
    assert open_at(Path("/a b/deck.yaml"), 7, {"EDITOR": f"{editor} --wait"}) == ""
    end = time.monotonic() + PATIENCE
    while not said.exists() and time.monotonic() < end:
        time.sleep(0.01)
    assert said.read_text(encoding="utf-8").splitlines() == ["--wait", "-g", "/a b/deck.yaml:7"]


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "Neither $VISUAL nor $EDITOR names an editor."),
        ({"EDITOR": "vim"}, "$EDITOR is vim, which needs a terminal: go to the line there."),
        (
            {"EDITOR": "code", "VISUAL": "/usr/bin/nano -w"},
            "$VISUAL is nano, which needs a terminal: go to the line there.",
        ),
        ({"EDITOR": "rm -rf"}, "$EDITOR is `rm -rf`, which deckmaker cannot tell to open a line."),
        ({"EDITOR": "'"}, "$EDITOR is `'`, which deckmaker cannot tell to open a line."),
        ({"EDITOR": "/nowhere/code"}, "$EDITOR is `/nowhere/code`, which is not installed."),
    ],
)
def test_what_cannot_be_opened_is_said(environment: dict[str, str], said: str) -> None:
    """In a sentence, and nothing is started."""
    assert open_at(Path("/deck.yaml"), 1, environment) == said


def test_no_editor_of_the_project_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a PATH goes on from the working folder, a file there may be called as editors are."""
    own = tmp_path / "node_modules" / ".bin" / "code"
    own.parent.mkdir(parents=True)
    own.write_text("#!/bin/sh\n", encoding="utf-8")
    own.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "node_modules/.bin")
    assert open_at(Path("/deck.yaml"), 1, {"EDITOR": "code"}) == "$EDITOR is `code`, which is not installed."


def test_an_address_leads_vs_code_to_any_file() -> None:
    """Whatever its name; on Windows, too."""
    assert address_in_vscode(Path("/a b/ü#?.yaml"), 3, 5) == "vscode://file/a%20b/%C3%BC%23%3F.yaml:3:5"

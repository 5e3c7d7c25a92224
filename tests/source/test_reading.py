"""Files as they come: byte-order marks, encodings, line ends, and what the system refuses."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from yaml.reader import Reader

from deckmaker.budget.source import SOURCE_BYTES
from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.source import parse_yaml, read_source
from tests.projects import DECK, Project, place, run


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path):
    """Editors on Windows write one."""
    assert Project(tmp_path).document("\ufeff" + DECK).title == "Night noise"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_line_ends_of_other_systems_keep_the_places(end, tmp_path):
    """Each counts as one line end, for libyaml as for the excerpt, and shows no stray character."""
    said = Project(tmp_path).said((DECK + "    # A\n    x: 1\n").replace("\n", end))
    assert said.startswith(
        "error[unknown-key]: unknown key `x`\n --> decks/deck.yaml:5:5\n  |\n5 |     x: 1\n  |     ^\n"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_a_control_character_is_found_behind_any_line_end(end, tmp_path):
    """libyaml names no place for it."""
    assert Project(tmp_path).said((DECK + "    text: a\x07b\n").replace("\n", end)) == (
        "error[yaml-syntax]: not YAML: control characters are not allowed\n"
        " --> decks/deck.yaml:4:12\n  |\n4 |     text: a\\x07b\n  |            ^^^^"
    )


@pytest.mark.slow
def test_libyaml_and_the_search_for_a_forbidden_character_agree():
    """Whatever libyaml refuses has a place, and nothing else does."""
    for code in (*range(0x3000), *range(0xD7F0, 0xD800), *range(0xE000, 0x10010), 0x1FFFE, 0x10FFFF):
        diagnostics = Diagnostics()
        parse_yaml(SourceFile("deck.yaml", f"a: |\n b{chr(code)}b\n"), diagnostics)
        spans = [(one.span.line, one.span.column) for one in diagnostics if "control characters" in one.message]
        forbidden = bool(Reader.NON_PRINTABLE.match(chr(code)))
        assert spans == ([(2, 3)] if forbidden else []), hex(code)


def test_a_deck_that_is_not_there_is_said_plainly(tmp_path, monkeypatch):
    """The message names the path as the user typed it."""
    monkeypatch.chdir(tmp_path)
    result = run("check", "nowhere.yaml")
    assert result.exit_code == 1
    assert result.stderr == (
        "error[unreadable-file]: `nowhere.yaml` cannot be read: no such file or directory\n\n1 error\n"
    )


def test_a_folder_is_no_deck(tmp_path, monkeypatch):
    """It is told at once."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    assert run("check", "folder").stderr == "error[unreadable-file]: `folder` is a folder\n\n1 error\n"


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null", "pipe"])
def test_a_device_or_a_pipe_is_no_deck(name, tmp_path, monkeypatch):
    """Neither is read: one never ends, the other may never begin."""
    monkeypatch.chdir(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert run("build", name).stderr == f"error[unreadable-file]: `{name}` is not a file\n\n1 error\n"


def test_a_file_without_rights_is_said_plainly(tmp_path, monkeypatch):
    """The message is the system's own reason."""
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    monkeypatch.chdir(tmp_path)
    Path("deck.yaml").write_text(DECK)
    Path("deck.yaml").chmod(0)
    assert run("check", "deck.yaml").stderr == (
        "error[unreadable-file]: `deck.yaml` cannot be read: permission denied\n\n1 error\n"
    )


@pytest.mark.parametrize(
    ("name", "reason"),
    [("x" * 300, "file name too long"), ("x" * 300 + "/b", "file name too long"), ("a/b", "not a directory")],
)
def test_a_path_that_no_system_has_is_said_plainly(name, reason, tmp_path, monkeypatch):
    """A name that is too long, or a file in place of a folder."""
    monkeypatch.chdir(tmp_path)
    Path("a").write_text(DECK)
    for command in ("build", "check"):
        assert run(command, name).stderr == f"error[unreadable-file]: `{name}` cannot be read: {reason}\n\n1 error\n"


def test_a_file_without_rights_holds_up_no_other_deck(tmp_path, monkeypatch):
    """It is read before anybody judges whether it can be, with root's rights too: they are taken away here."""
    monkeypatch.chdir(tmp_path)
    Project(tmp_path).write(DECK)
    Path("a.yaml").write_text(DECK)
    opened = os.open

    def refuse(path: str, *how: int, **where: int) -> int:
        if path == "a.yaml":
            raise PermissionError(13, "Permission denied", path)
        return opened(path, *how, **where)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(os, "access", lambda path, _: "a.yaml" not in str(path))
    result = run("check", "a.yaml", "decks/deck.yaml")
    assert (result.exit_code, result.stdout) == (1, "decks/deck.yaml: 1 slide, 2 words, 1 second to read\n")
    assert result.stderr == "error[unreadable-file]: `a.yaml` cannot be read: permission denied\n\n1 error\n"


LOOP = "error[unreadable-file]: `{}` cannot be read: too many levels of symbolic links\n\n1 error\n"


@pytest.mark.slow
def test_a_link_that_leads_to_itself_holds_up_no_other_deck(tmp_path, monkeypatch):
    """It is named, and the others are built, whether decks are named or looked for."""
    monkeypatch.chdir(tmp_path)
    Project(tmp_path).write(DECK)
    Path("decks/a.yaml").symlink_to("a.yaml")
    for decks in ((), ("decks/a.yaml", "decks/deck.yaml")):
        result = run("build", "-f", "md", *decks)
        assert (result.exit_code, result.stdout) == (1, "build/deck.md\n")
        assert result.stderr == LOOP.format("decks/a.yaml")
    told = json.loads(run("check", "decks/a.yaml", "--messages", "json").stderr)
    assert told["message"] == "`decks/a.yaml` cannot be read: too many levels of symbolic links"


def test_a_deck_in_a_folder_that_leads_to_itself_is_said_plainly(tmp_path, monkeypatch):
    """The folder is looked into for the project's root before the deck is read."""
    monkeypatch.chdir(tmp_path)
    Path("loop").symlink_to("loop")
    for command in ("build", "check"):
        assert run(command, "loop/deck.yaml").stderr == LOOP.format("loop/deck.yaml")


def test_a_link_is_named_and_not_what_it_leads_to(tmp_path, monkeypatch):
    """The user typed the link's name."""
    monkeypatch.chdir(tmp_path)
    Path("mine.yaml").symlink_to("nowhere.yaml")
    said = "error[unreadable-file]: `mine.yaml` cannot be read: no such file or directory\n\n1 error\n"
    assert run("check", "mine.yaml").stderr == said
    Path("nowhere.yaml").write_text(DECK + "    x: 1\n")
    assert " --> mine.yaml:4:5\n" in run("check", "mine.yaml").stderr


def test_a_file_that_is_too_large_is_not_read_on(tmp_path, monkeypatch):
    """The message says how much it holds, and how much is read; its place is where the file begins."""
    monkeypatch.chdir(tmp_path)
    with Path("deck.yaml").open("wb") as stream:
        stream.write(DECK.encode())
        stream.truncate(SOURCE_BYTES.most * 3 // 2)
    assert run("check", "deck.yaml").stderr == (
        "error[unreadable-file]: `deck.yaml` has 100,663,296 bytes: a deck or theme file may have 67,108,864\n"
        " --> deck.yaml:1:1\n"
        "  |\n"
        "1 | title: Night noise\n"
        "  | ^\n"
        "  = help: split the deck into several\n\n1 error\n"
    )


def test_a_file_that_another_one_names_is_told_where_it_is_named(tmp_path):
    """A theme that cannot be read is a mistake of the deck that names it, and there may be many decks."""
    diagnostics, named_at = Diagnostics(), place()
    assert read_source(tmp_path / "house.yaml", diagnostics, named_at) is None
    assert [(one.code, one.span) for one in diagnostics] == [("unreadable-file", named_at)]

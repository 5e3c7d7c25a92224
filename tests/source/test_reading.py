"""Files as they come: byte-order marks, encodings, line ends, and what the system refuses."""

from __future__ import annotations

from tests.projects import DECK, Project, run


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path):
    """Editors on Windows write one."""
    assert Project(tmp_path).document("\ufeff" + DECK).title == "Night noise"


def test_line_ends_of_windows_keep_the_places(tmp_path):
    """CRLF counts as one line end and shows no stray character."""
    assert (
        Project(tmp_path)
        .said((DECK + "    x: 1\n").replace("\n", "\r\n"))
        .startswith("error[unknown-key]: unknown key `x`\n --> decks/deck.yaml:4:5\n  |\n4 |     x: 1\n  |     ^\n")
    )


def test_another_encoding_is_named_with_the_first_byte_that_fails(tmp_path):
    """Latin-1 is no UTF-8."""
    assert Project(tmp_path).said("title: Müll\n".encode("latin-1")) == (
        "error[unreadable-file]: `decks/deck.yaml` is not UTF-8 text: byte 9 cannot be decoded\n"
        " = help: save the file as UTF-8"
    )


def test_utf_16_is_refused_in_the_same_words(tmp_path):
    """Its byte-order mark is no UTF-8 either."""
    assert (
        Project(tmp_path)
        .said(DECK.encode("utf-16"))
        .startswith("error[unreadable-file]: `decks/deck.yaml` is not UTF-8 text: byte 1 cannot be decoded")
    )


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
    assert run("check", "folder").stderr == "error[unreadable-file]: `folder` is not a file\n\n1 error\n"

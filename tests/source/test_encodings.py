"""Encodings other than UTF-8: which byte is amiss, where it stands, and what to do."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project

SAVE = "save the file as UTF-8"


@pytest.mark.parametrize(
    ("encoding", "mark", "name"),
    [
        ("utf-16-le", "\ufeff", "UTF-16"),
        ("utf-16-be", "\ufeff", "UTF-16"),
        ("utf-16-le", "", "UTF-16"),
        ("utf-16-be", "", "UTF-16"),
        ("utf-32-le", "\ufeff", "UTF-32"),
        ("utf-32-be", "\ufeff", "UTF-32"),
        ("utf-32-le", "", "UTF-32"),
        ("utf-32-be", "", "UTF-32"),
    ],
)
def test_an_encoding_of_wide_characters_is_named(encoding, mark, name, tmp_path):
    """Windows' Notepad and PowerShell write such files; no single byte of them is amiss."""
    assert (
        Project(tmp_path).said((mark + DECK).encode(encoding))
        == f"""\
error[unreadable-file]: `decks/deck.yaml` is {name} text, expected UTF-8
 --> decks/deck.yaml:1:1
  |
1 | title: Night noise
  | ^
  = help: {SAVE}"""
    )


BYTES = {
    "Latin-1": (
        "title: Müll\n".encode("latin-1"),
        f"""\
error[unreadable-file]: `decks/deck.yaml` is not UTF-8 text: byte 0xFC cannot be decoded
 --> decks/deck.yaml:1:9
  |
1 | title: M\ufffdll
  |         ^
  = help: {SAVE}; in Windows-1252 this byte is `ü`""",
    ),
    "a quotation mark of Windows, amid UTF-8, behind other line ends": (
        "# é\r\ntitle: é\rauthor: 漢 ".encode() + b"\x93A\x94\n",
        f"""\
error[unreadable-file]: `decks/deck.yaml` is not UTF-8 text: byte 0x93 cannot be decoded
 --> decks/deck.yaml:3:11
  |
3 | author: 漢 \ufffdA\ufffd
  |            ^
  = help: {SAVE}; in Windows-1252 this byte is `“`""",
    ),
    "a byte that means nothing, behind a byte-order mark": (
        b"\xef\xbb\xbftitle: \x81\n",
        f"""\
error[unreadable-file]: `decks/deck.yaml` is not UTF-8 text: byte 0x81 cannot be decoded
 --> decks/deck.yaml:1:8
  |
1 | title: \ufffd
  |        ^
  = help: {SAVE}""",
    ),
    "a file cut off within a character": (
        "title: ü".encode()[:-1],
        f"""\
error[unreadable-file]: `decks/deck.yaml` is not UTF-8 text: byte 0xC3 cannot be decoded
 --> decks/deck.yaml:1:8
  |
1 | title: \ufffd
  |        ^
  = help: {SAVE}; in Windows-1252 this byte is `Ã`""",
    ),
}


@pytest.mark.parametrize(("content", "message"), BYTES.values(), ids=BYTES)
def test_the_first_byte_that_fails_has_a_place(content, message, tmp_path):
    """The whole message: the byte, its line and column, and what it was meant for."""
    assert Project(tmp_path).said(content) == message


def test_zeros_alone_are_no_encoding(tmp_path):
    """They are characters that YAML forbids."""
    assert (
        Project(tmp_path)
        .said(b"\0" * 8)
        .startswith("error[yaml-syntax]: not YAML: control characters are not allowed\n --> decks/deck.yaml:1:1\n")
    )

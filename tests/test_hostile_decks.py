"""Decks that mean harm, or are no decks at all: messages, and never a traceback."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project, run

HOSTILE = {
    "nothing": b"",
    "zeros": b"\0" * 1000,
    "noise": bytes(range(256)) * 20,
    "deep": b"[" * 100_000,
    "nested": b"title: A\nslides: " + b"[" * 900 + b"]" * 900,
    "nested items": b"title: A\nslides: [{title: A}, {bullets: [" + b"{a: [" * 40 + b"a" + b"]}" * 40 + b"]}]",
    "a path with NUL": DECK.encode() + b'    image: "a\\0b"\n',
    "a theme with NUL": b'theme: "a\\0b"\n' + DECK.encode(),
    "an endless name": DECK.encode() + b"    image: " + b"x" * 100_000 + b"\n",
    "blanks": b"title: ' '\nslides:\n  - {title: ' ', text: ' ', bullets: [' ']}\n  - {text: ' ', credits: [' ']}\n",
    "an empty slide": b"title: A\nslides: [{}, {}]\n",
    "many slides": b"title: A\nslides:\n" + b"  - {titel: A}\n" * 2000,
    "a long word": DECK.encode() + b"    text: " + b"n" * 20_000 + b"\n",
    "control characters": DECK.encode() + b'    text: "\\e[2J\\a\\b"\n    "\\e[2J": a\n',
}


@pytest.mark.sampled(every=5)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_deck_gets_messages_and_no_traceback(name, tmp_path, monkeypatch):
    """Whatever a file holds, the command ends by itself; an exception would fail the test."""
    monkeypatch.chdir(tmp_path)
    Project(tmp_path).write(HOSTILE[name])
    result = run("build", "-f", "md", "-f", "pdf")
    assert result.exit_code == (0 if name == "an empty slide" else 1)
    assert "\x1b" not in result.stderr and "Traceback" not in result.stderr

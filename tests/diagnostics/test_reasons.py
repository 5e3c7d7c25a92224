"""What exceptions say, for people: the system's words and an author's, and nothing about code."""

from __future__ import annotations

import json
import subprocess

import pytest

from deckmaker.diagnostics.reasons import plain_reason


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ValueError("no ink"), "no ink"),
        (RuntimeError("too many\n  pages: 70,000 / 65,535"), "too many pages: 70,000 / 65,535"),
        (PermissionError(13, "Permission denied", "/home/somebody/deck.html"), "permission denied"),
        (MemoryError(), "not enough memory"),
        (ModuleNotFoundError("No module named 'odf'", name="odf"), "the Python module `odf` is not installed"),
    ],
    ids=repr,
)
def test_a_reason_is_given_in_plain_words(error, reason):
    """On one line."""
    assert plain_reason(error) == reason


@pytest.mark.parametrize(
    "error",
    [
        ValueError(),
        KeyError("own-code"),
        TypeError("'NoneType' object is not subscriptable"),
        AttributeError("module 'x' has no attribute 'y'"),
        RecursionError("maximum recursion depth exceeded"),
        AssertionError("x"),
        UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"),
        json.JSONDecodeError("Expecting value", "/home/x", 0).__class__("at /home/x/y.json", "", 0),
        ValueError("invalid literal for int() with base 10: 'x'"),
        ValueError("cannot draw <deckmaker.layout.document.Page object at 0x7f2a>"),
        RuntimeError("KeyError: 'x'"),
        RuntimeError("reportlab.pdfgen.canvas gave up"),
        OSError("cannot identify image file '/home/somebody/a.png'"),
        OSError("cannot read C:\\Users\\somebody\\a.png"),
        subprocess.CalledProcessError(1, ["/usr/bin/x"]),
    ],
    ids=repr,
)
def test_words_about_code_and_foreign_paths_are_no_reason(error):
    """They are for whoever mends the code."""
    assert plain_reason(error) is None

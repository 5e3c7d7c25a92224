"""Texts that YAML takes for comments, since they begin with `#`: a headline `#1 in the harbour` would be lost."""

from __future__ import annotations

import re

from deckmaker.diagnostics import Diagnostics, Span

_TEXT = re.compile(r"\s+#[^\s#]")
"""What nobody writes who means a comment: those begin with a space behind their sign, and stand in for no value."""


def hides_text(span: Span) -> bool:
    """Tell whether a value that is nothing, at `span`, has a text behind it that YAML passes over."""
    return bool(_TEXT.match(span.source.line(span.line), span.column - 1))


def report_hidden_text(span: Span, diagnostics: Diagnostics) -> None:
    """Report a value that is nothing, if it hides a text."""
    if hides_text(span):
        message = "a `#` begins a comment, and no value is left here"
        diagnostics.report("hidden-text", message, span, "put quotes around a text that begins with `#`")

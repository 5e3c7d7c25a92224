"""Texts that YAML passes over: for a comment, as in `#1 in the harbour`, or for an anchor, as in `&Co and others`."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.patterns import pattern

_TEXT = pattern(r"\s+#[^\s#]")
"""What nobody writes who means a comment: those begin with a space behind their sign, and stand in for no value."""

_REST = pattern(r"\s+(#[^\W_].*)")
"""What hardly anybody writes who means a comment behind a text. YAML 1.2.2, 6.6, takes it for one all the same."""

_ANCHOR = pattern(r"&\S+")


def hides_text(span: Span) -> bool:
    """Tell whether a value that is nothing, at `span`, has a text behind it that YAML passes over."""
    return bool(_TEXT.match(span.source.line(span.line), span.column - 1))


def report_hidden_text(span: Span, diagnostics: Diagnostics) -> None:
    """Report a value that is nothing, if it hides a text."""
    if hides_text(span):
        message = "a `#` begins a comment, and no value is left here"
        diagnostics.report("hidden-text", message, span, "put quotes around a text that begins with `#`")


def report_hidden_rest(span: Span, diagnostics: Diagnostics) -> None:
    """Report what stands behind a text without quotes at `span`, on the same line, if it is hardly a comment."""
    source, line = span.source, span.end_line
    if rest := _REST.match(source.line(line), span.end_column - 1):
        diagnostics.report(
            "hidden-rest",
            "what stands behind ` #` is a comment, and is not shown",
            Span(source, line, rest.start(1) + 1, line, len(rest[0].rstrip()) + rest.start() + 1),
            "put quotes around the whole text; if a comment is meant, write a space behind its `#`",
        )


def report_hidden_anchor(span: Span, diagnostics: Diagnostics) -> None:
    """Report an anchor that nothing refers to, before the text at `span`."""
    if anchor := _ANCHOR.match(span.source.line(span.line), span.column - 1):
        diagnostics.report(
            "hidden-rest",
            f"`{anchor[0]}` is a name for YAML, and is not shown",
            Span(span.source, span.line, span.column, span.line, anchor.end() + 1),
            f"put quotes around a text that begins with `&`; if a name is meant, use it, as in `*{anchor[0][1:]}`",
        )

"""Mistakes and losses as values: what is wrong, where, and how to mend it. Nothing here prints or exits."""

from deckmaker.diagnostics.catalogue import CATALOGUE, Code, Severity
from deckmaker.diagnostics.diagnostic import Diagnostic, Diagnostics
from deckmaker.diagnostics.span import SourceFile, Span

__all__ = ["CATALOGUE", "Code", "Diagnostic", "Diagnostics", "Severity", "SourceFile", "Span"]

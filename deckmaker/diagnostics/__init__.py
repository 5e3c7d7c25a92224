"""Mistakes and losses as values: what is wrong, where, and how to mend it. Nothing here prints or exits."""

from deckmaker.diagnostics.catalogue import CATALOGUE, Code, Severity
from deckmaker.diagnostics.collection import Diagnostics
from deckmaker.diagnostics.diagnostic import Diagnostic
from deckmaker.diagnostics.edit import Edit
from deckmaker.diagnostics.span import SourceFile, Span

__all__ = ["CATALOGUE", "Code", "Diagnostic", "Diagnostics", "Edit", "Severity", "SourceFile", "Span"]

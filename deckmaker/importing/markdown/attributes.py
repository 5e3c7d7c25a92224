"""Attributes in braces, as Pandoc has them: `{#id .class key=value key="value"}`. Other braces are words."""

from __future__ import annotations

from deckmaker.patterns import pattern

_ONE = r"(?:[#.][\w:.-]++|[A-Za-z][\w:.-]*+=(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'{},]++))"
BEHIND_HEADING = pattern(rf"(?<!\S)\{{(?::[ ]*+)?[ ]*+(?:-|{_ONE}(?:[ ]++{_ONE})*+[ ]*+)\}}$")
"""Those of a heading, at its end; Kramdown's begin with a colon."""

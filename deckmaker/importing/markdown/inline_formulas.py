"""Formulas among words, between `$` and `$` or as LaTeX has them, whose signs are no marks.

Source: Pandoc's manual, "Extension: tex_math_dollars" and "Extension: tex_math_double_backslash". Behind one backslash,
brackets are brackets, as in all of Markdown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckmaker.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

FORMULA = "formula"
"""The `info` of a text that is a formula, with the signs around it."""

_SIGNS = (("$$", "$$"), (r"\\(", r"\\)"), (r"\\[", r"\\]"), ("$", "$"))
_LONGEST = 1000
"""Characters of one: in all of a text nobody looks for its end."""

_IS_LATEX = pattern(r"[\^_={}]|\\[a-zA-Z]")
"""What tells a formula from words in brackets behind backslashes."""

_LINK = pattern(r"\]\((?:\w+:|#)|<(?:https?|mailto):")
"""What no formula has, and a text that would lose its link."""


def formula_among_words(state: StateInline, silent: bool) -> bool:
    """Read a formula as words that stay as they are typed."""
    begins = state.src[state.pos : state.pos + 3]
    signs = next((one for one in _SIGNS if begins.startswith(one[0])), None)
    if not signs or (length := _length(state.src, state.pos, *signs)) is None:
        return False
    if not silent:
        token = state.push("text_special", "", 0)
        token.content = token.markup = state.src[state.pos : state.pos + length]
        token.info = FORMULA
    state.pos += length
    return True


def _length(text: str, at: int, opened: str, closed: str) -> int | None:
    """Return how many characters a formula has with the signs around it; None where there is none."""
    begin = at + len(opened)
    end = text.find(closed, begin, begin + _LONGEST)
    while end > 0 and closed[0] == "$" and text[end - 1] == "\\":
        end = text.find(closed, end + 1, begin + _LONGEST)
    inner = text[begin:end] if end > begin else ""
    if not inner.strip() or "`" in inner or _LINK.search(inner):
        return None
    if opened == "$":  # prices and variables are none: behind the second sign is a digit or a letter, or a space before
        is_formula = not (inner[0].isspace() or inner[-1].isspace() or text[end + 1 : end + 2].isalnum())
    else:
        is_formula = opened == "$$" or bool(_IS_LATEX.search(inner))
    return end + len(closed) - at if is_formula else None

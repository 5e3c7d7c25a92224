"""Formulas as a deck has them: the signs that LaTeX gives a meaning have none in values, and what is wrong is told at
its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckmaker.formulas.reading import Misread
from deckmaker.formulas.showing import shown_formula
from deckmaker.patterns import pattern
from deckmaker.source.scalars import span_within
from deckmaker.values.stand_ins import as_typed, guarded, without_marks

if TYPE_CHECKING:
    from deckmaker.diagnostics import Span
    from deckmaker.model.formula import Formula
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath

_ESCAPED = {
    **{sign: f"\\{sign}" for sign in "#$%&_{}"},
    "\\": "∖",
    "^": "ˆ",
    "~": "∼",
    ",": "{,}",
}
"""LaTeX for signs of values, among words and in mathematics: they stand for themselves, or for what looks so. A comma
stands in a number, without a space."""

_MEANT = pattern(
    r"[\x00\x07\x08\x0b\x0c\x1b]"
    r"|(?<!\n)\t(?:imes|o|heta|au|ext|an|op|ilde|riangle|frac)(?![A-Za-z])"
    r"|\r(?:ho|ight|angle|floor|ceil)(?![A-Za-z])"
    r"|(?<![\\}])\n(?:u|abla|eq|otin|ot|eg)(?![A-Za-z])"
)
"""What YAML makes of the beginnings of commands between double quotes, as of `\\frac`, `\\times` and `\\nu`.

Lines may end, behind two of `\\` or a brace, and begin with a tab: programs write those so.
"""

_IN_SINGLE = "put single quotes around the formula, or begin its lines with `|`"

_TO_TEX = {ord(without_marks(sign)): tex for sign, tex in _ESCAPED.items()}


def formula_of(text: str, path: DataPath, resolver: Resolver) -> Formula | None:
    """Return the formula that is written at a path; report what is wrong with it, and return None."""
    span = resolver.span(path)
    with_values = guarded(text)
    tex = as_typed(with_values.translate(_TO_TEX))
    resolver.allowance.characters(len(tex), span)
    if _is_in_double_quotes(span) and (found := _MEANT.search(tex)):
        message = f"YAML has taken a `\\` and a letter for one sign, U+{ord(found[0][0]):04X}"
        resolver.diagnostics.report("wrong-equation", message, span, _IN_SINGLE)
        return None
    try:
        formula = shown_formula(tex)
    except Misread as misread:
        # Where values are filled in, signs stand elsewhere than they are written.
        is_written = tex == text
        where = span_within(span, tex, misread.begin, misread.end) if is_written else span
        resolver.diagnostics.report("wrong-equation", str(misread), where, misread.help)
        return None
    resolver.allowance.formula(sum(1 for _ in formula.root.walk()), span)
    return formula


def _is_in_double_quotes(span: Span) -> bool:
    """Tell whether a text is written between double quotes, in which YAML has escapes (YAML 1.2.2, 5.7)."""
    lines = span.source.text.split("\n", span.line)
    return span.line <= len(lines) and lines[span.line - 1][span.column - 1 : span.column] == '"'

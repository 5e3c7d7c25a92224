"""An expression to the words that stand for it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from deckmaker.localization.numerals import numerals_for
from deckmaker.localization.typed_numbers import number_in
from deckmaker.model.chart import DateUnit
from deckmaker.patterns import pattern
from deckmaker.values.expression import Expression, named
from deckmaker.values.formats import LARGEST, SMALLEST, NumberFormat, date_words, is_written_out, number_words
from deckmaker.values.lookup import LOST, Cell, looked_up
from deckmaker.values.mistake import FAILED, UNFORMATTED, UNUSABLE, ValueMistake
from deckmaker.values.row import Columns
from deckmaker.values.scope import total_in
from deckmaker.values.stand_ins import one_line

_QUOTED = 40
"""Characters of a value that a message quotes."""

_UNROUNDED = pattern(r"[-+−]?[0-9]+[.,][0-9]{7,}(?P<share> ?%)?")
"""More decimals than anybody types: a spreadsheet keeps them behind the few that its cell shows."""

_OPEN = pattern(r"[-+−]?[1-9][0-9]{0,2}[.,][0-9]{3}(?P<share> ?%)?")
"""A number under either decimal sign, each time another one: 1.234 is more than a thousand in German."""

_FAILED = pattern(r"#(?:N/A|NV|N/D|Н/Д|[¡¿]?[^\W\d_a-z]{2,}(?:/0)?[!?])")
"""What a spreadsheet shows where a formula failed, in any language: `#DIV/0!`, `#WERT!`, `#¡REF!`."""


def evaluated(expression: Expression, scope: Mapping[str, Any], language: str) -> str:
    """Return the words for an expression, in one line and in a language (a BCP 47 tag). Raises ValueMistake."""
    cell = looked_up(expression, scope)
    if cell is LOST:
        return cell.text
    name = ".".join(expression.path)
    text = one_line(cell.text)
    if not text:
        if expression.default is None:
            default = 'write what stands for it, as in `| default "–"`'
            total = total_in(scope)
            asked = name if name.isidentifier() else f"{{{{ {name} }}}}"
            leave = f"if `{total}` is a total, leave it out with the condition `{asked} is not empty`; else {default}"
            help = leave if total else default
            raise ValueMistake(UNUSABLE, f"`{name}` is empty", expression.begin, expression.end, help)
        return one_line(expression.default)
    match expression.format:
        case None:
            return text
        case NumberFormat() as format:
            value = number_of(cell, text, expression, language)
            if value is None:
                raise _unfit(name, text, "a number", expression)
            if not is_written_out(value):
                is_small = value.adjusted() < 0
                most = (
                    f"zero, or a number from 1e{SMALLEST + 1} on"
                    if is_small
                    else f"a number of {LARGEST} digits at most"
                )
                raise _unfit(name, text, most, expression)
            expected = "a whole number" if format.is_whole else "a number"
            words = number_words(value, format, language)
        case DateUnit() as unit:
            expected, words = "a day, as in 2026-11-27", date_words(text, unit, language)
    if words is None:
        raise _unfit(name, text, expected, expression)
    return words


def number_of(cell: Cell, text: str, expression: Expression, language: str) -> Decimal | None:
    """Return the number that a cell with a text is, None where it is none. Raises ValueMistake where it may be one of
    two.

    Of a table, its column tells the decimal sign; elsewhere that is a point, unless the text is a number only with a
    comma.
    """
    if cell.table is None:
        read = number_in(text, "point") or number_in(text, "comma")
    else:
        decimal = cell.table.decimal(cell.column, numerals_for(language).usual)
        if decimal is None and number_in(text, "point") != number_in(text, "comma"):
            option = ", or with `--decimal comma`" if isinstance(cell.table, Columns) else ""
            whose = "`rows`" if option else "the variable"
            help = f"say which sign it is under {whose}, as in `decimal: comma`{option}"
            message = f"`{'.'.join(expression.path)}` is `{quoted(text)}`, which may be one of two numbers"
            raise ValueMistake(UNUSABLE, message, expression.begin, expression.end, help)
        read = number_in(text, decimal or "point")
    return read.value if read else None


def doubtful(
    expression: Expression, words: str, text: str, scope: Mapping[str, Any], language: str
) -> ValueMistake | None:
    """Return what is to be said of the words for an expression that is in a text, where they are a number of a table
    with all of its decimals, or another number in the deck's language, or what a formula that failed has left there;
    None of all others."""
    if expression.format is not None:
        return None
    found, has_failed, is_open = _UNROUNDED.fullmatch(words), _FAILED.fullmatch(words), _OPEN.fullmatch(words)
    if not (found or has_failed or is_open) or (cell := looked_up(expression, scope)).table is None:
        return None
    if is_open:
        usual = numerals_for(language).usual
        if cell.table.decimal(cell.column, usual) in (None, usual):
            return None
        name, format = named(text, expression.begin, expression.end), ",.3%" if is_open["share"] else ",.3f"
        message = f"`{quoted(words)}` is shown, which is another number in this language"
        help = f"write how it is to be shown behind a bar, as in `{{{{ {name} | {format} }}}}`"
        return ValueMistake(UNFORMATTED, message, expression.begin, expression.end, help)
    if not found:
        help = "mend its formula in the table, or leave its row out"
        return ValueMistake(FAILED, f"`{words}` is shown", expression.begin, expression.end, help)
    name, format = named(text, expression.begin, expression.end), ".1%" if found["share"] else ",.1f"
    message = f"`{quoted(words)}` is shown with all of its decimals, whatever its table shows"
    help = f"write how it is to be shown behind a bar, as in `{{{{ {name} | {format} }}}}`"
    return ValueMistake(UNFORMATTED, message, expression.begin, expression.end, help)


def _unfit(name: str, text: str, expected: str, expression: Expression) -> ValueMistake:
    message = f"`{name}` is `{quoted(text)}`: expected {expected}"
    return ValueMistake(UNUSABLE, message, expression.begin, expression.end, "leave out its format, or mend the value")


def quoted(text: str) -> str:
    """Return as much of a value as a message quotes."""
    return f"{text[: _QUOTED - 1]}…" if len(text) > _QUOTED else text

"""The holes of a text, filled with values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckmaker.values.evaluation import doubtful, evaluated
from deckmaker.values.expression import parsed
from deckmaker.values.filled import Filled
from deckmaker.values.mistake import ValueMistake
from deckmaker.values.scope import column_of
from deckmaker.values.stand_ins import own_words, without_marks
from deckmaker.values.template import Hole, pieces


def filled(
    text: str,
    scope: Mapping[str, Any],
    language: str,
    mistakes: list[ValueMistake],
    columns: list[str] | None = None,
    doubts: list[ValueMistake] | None = None,
) -> Filled:
    """Return a text with the values of a scope in its holes, written as a language (a BCP 47 tag) has them.

    Every mistake goes to `mistakes`; its hole stays empty. The columns of a row that it names go to `columns`.
    What is shown, and is hardly meant so, goes to `doubts`.
    """
    words: list[str] = []
    marked: list[str] = []
    for piece in pieces(text):
        match piece:
            case str():
                words.append(piece)
                marked.append(own_words(piece))
            case ValueMistake():
                mistakes.append(piece)
            case Hole():
                column = None
                try:
                    expression = parsed(text, *piece.expression)
                    column = column_of(expression, scope)
                    if column and columns is not None:
                        columns.append(column)
                    value = evaluated(expression, scope, language)
                    if doubts is not None and (doubt := doubtful(expression, value, text, scope, language)):
                        doubt.column = column
                        doubts.append(doubt)
                except ValueMistake as mistake:
                    mistake.begin, mistake.end = piece
                    mistake.column = column
                    mistakes.append(mistake)
                else:
                    words.append(value)
                    marked.append(without_marks(value))
    return Filled("".join(words), "".join(marked))

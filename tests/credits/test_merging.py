"""Ledgers of rows as one: equal works once, with all rows, slides and what they lack."""

from __future__ import annotations

from deckmaker.credits.ledger import FIELDS, Ledger, Work
from deckmaker.credits.merging import merged
from deckmaker.credits.missing import Missing

LACKS = Missing("missing-credit", "warning", "no credit", None)


def work(text: str, *slides: int, missing: tuple[Missing, ...] = ()) -> Work:
    return Work(slides, dict.fromkeys(FIELDS) | {"text": text}, None, False, missing)


def ledger(*works: Work) -> Ledger:
    return Ledger("deck.yaml", "North", "A", None, "en", None, None, {}, works)


def test_equal_works_are_one_with_each_row_once():
    """Also where one row has them twice, on other slides than the next."""
    found = merged(
        [(2, ledger(work("a", 3), work("a", 1))), (7, ledger(work("b", 1), work("a", 2, missing=(LACKS,))))], "T"
    )
    assert found and (found.title, found.author, found.rows) == ("T", "A", 2)
    assert [(one.fields["text"], one.rows, one.slides, one.missing) for one in found.works] == [
        ("a", (2, 7), (1, 2, 3), (LACKS,)),
        ("b", (7,), (1,), ()),
    ]


def test_of_no_rows_there_is_none():
    assert merged([], "T") is None

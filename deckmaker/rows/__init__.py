"""Decks from the rows of a table: one file for each format and each row.

    deck, options ─request→ table's file ─reading→ RowSource ─selection→ rows ─naming→ names ─plan→ decks to build

Knows values, reuse, the pipeline and outputs. None of these knows it: they know a plain `Row` (`values/row.py`).
"""

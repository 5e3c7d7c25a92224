"""Footnotes of Markdown that nothing shows, which markdown-it's plug-in leaves out without a word.

It keeps those alone to which something refers, and of two with one label the second.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

UNUSED_FOOTNOTE = "unused_footnote"
"""The type of nodes that stand for footnotes that are not shown, at the end of a file's tree; `meta` has their `label`,
and whether another one `is_instead` there."""


def note_unused_footnotes(state: StateCore) -> None:
    """Put a token for each footnote that nobody would see."""
    from markdown_it.token import Token

    notes = state.env.get("footnotes", {}).get("list", {})
    found, referred = _footnotes(state.tokens, notes)
    last = {label: index for index, (label, _) in enumerate(found)}
    used = _reached(referred)
    for index, (label, lines) in enumerate(found):
        is_instead = index != last[label]
        if is_instead or label not in used:
            meta = {"label": label, "is_instead": is_instead}
            state.tokens.append(Token(UNUSED_FOOTNOTE, "", 0, map=lines, meta=meta))


def _footnotes(
    tokens: Sequence[Token], notes: Mapping[int, Any]
) -> tuple[list[tuple[str, list[int] | None]], dict[str | None, set[str]]]:
    """Return the footnotes of a file with their lines, and to which of them each refers; None is what is in none."""
    found: list[tuple[str, list[int] | None]] = []
    referred: dict[str | None, set[str]] = {None: set()}
    inside: list[str] = []
    for index, token in enumerate(tokens):
        if token.type == "footnote_reference_open":
            inside.append(token.meta["label"])
            found.append((inside[-1], tokens[index + 1].map))
            referred[inside[-1]] = set()  # those of an earlier one with this label are not read
        elif token.type == "footnote_reference_close":
            inside.pop()
        elif token.children:
            referred[inside[-1] if inside else None] |= set(_labels(token.children, notes))
    return found, referred


def _labels(tokens: Sequence[Token], notes: Mapping[int, Any]) -> Iterator[str]:
    """Yield the labels to which words refer, those in `^[text]` among them."""
    left = list(tokens)
    while left:
        token = left.pop()
        left += token.children or ()
        if token.type == "footnote_ref" and "label" in token.meta:
            yield token.meta["label"]
        elif token.type == "footnote_ref":
            left += notes[token.meta["id"]]["tokens"]


def _reached(referred: Mapping[str | None, set[str]]) -> set[str]:
    """Return the labels to which a text refers, or a footnote that one leads to."""
    used: set[str] = set()
    left = list(referred[None])
    while left:
        label = left.pop()
        if label not in used:
            used.add(label)
            left += referred.get(label, ())
    return used

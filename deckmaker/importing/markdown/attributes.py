"""Attributes in braces, as Pandoc has them: `{#id .class key=value key="value"}`. Other braces are words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckmaker.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.tree import SyntaxTreeNode

ATTRIBUTES = "attributes"
"""The type of those that stand close behind a picture, a link, code or words in brackets."""

_BEFORE = ("image", "link_close", "code_inline")

QUOTED = r"(?:\"(?:[^\"\\]|\\[\s\S])*+\"|'(?:[^'\\]|\\[\s\S])*+')"
"""A value between quotes, in which a sign behind a backslash is that sign."""

_VALUE = rf"(?:{QUOTED}|(?:[^\s\"'{{}},\\]|\\\S)++)"
_ONE = rf"(?:[#.][\w:.-]++|[A-Za-z][\w:.-]*+={_VALUE})"
_SEVERAL = rf"\{{:?+\s*+(?:-|{_ONE}(?:\s++{_ONE})*+)?+\s*+\}}"
_BEHIND = pattern(_SEVERAL)
_ONE_OF = pattern(r"[\w-]")
"""What attributes have that are not empty."""

_BEHIND_HEADING = pattern(
    rf"(?<!\S)(?!\{{:?\s*+\}})(?P<attributes>{_SEVERAL})(?=(?:\s*+<!--(?:(?!-->|<!--)[\s\S])*+-->)*+\s*+\Z)"
)
"""Those of a heading, at its end, but for comments; Kramdown's begin with a colon."""

_PAIR = pattern(rf"(?<![\w:.-])(?P<key>[A-Za-z][\w:.-]*+)=(?P<value>{_VALUE})")


def take_from_headings(state: StateCore) -> None:
    """Take attributes away behind headings before marks are looked for, while braces behind a backslash have theirs."""
    for heading, words in zip(state.tokens, state.tokens[1:], strict=False):
        if heading.type == "heading_open" and (found := _BEHIND_HEADING.search(words.content)):
            heading.meta = {**heading.meta, ATTRIBUTES: found["attributes"]}
            words.content = f"{words.content[: found.start()].rstrip()}{words.content[found.end() :]}"


def attributes_of(heading: SyntaxTreeNode) -> str:
    """Return the attributes behind a heading; nothing without any."""
    return str(heading.meta.get(ATTRIBUTES, ""))


def attributes_behind(state: StateInline, silent: bool) -> bool:
    """Read attributes close behind a picture, a link or code, whatever signs are in them."""
    is_behind = bool(state.tokens) and state.tokens[-1].type in _BEFORE and not state.pending
    found = _BEHIND.match(state.src, state.pos) if is_behind and not silent else None
    if not found or (state.tokens[-1].type == "code_inline" and not _ONE_OF.search(found[0])):
        return False
    state.push(ATTRIBUTES, "", 0).content = found[0]
    state.pos = found.end()
    return True


def span_in_brackets(state: StateInline, silent: bool) -> bool:
    """Read words in brackets with attributes behind them, as Pandoc has them: `[words]{.class}` are words."""
    if silent or not state.src.startswith("[", state.pos) or state.src.startswith("[^", state.pos):
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    found = _BEHIND.match(state.src, end + 1) if end > 0 else None
    if not found or not _ONE_OF.search(found[0]):
        return False
    most = state.posMax
    state.pos, state.posMax = state.pos + 1, end
    state.level += 1  # which bounds how deep brackets are read in one another
    state.md.inline.tokenize(state)
    state.level -= 1
    state.pos, state.posMax = found.end(), most
    state.push(ATTRIBUTES, "", 0).content = found[0]
    return True


def values_of(attributes: str) -> dict[str, str]:
    """Return the values by their keys, each on one line."""
    return {one["key"]: unquoted(one["value"]) for one in _PAIR.finditer(attributes)}


def words_of(attributes: str) -> list[str]:
    """Return what somebody reads or hears of a picture or a link."""
    values = values_of(attributes)
    return [values[key] for key in ("fig-alt", "alt", "fig-cap", "title") if values.get(key)]


def described(picture: tuple[str, str, str], attributes: str) -> tuple[str, str, str]:
    """Return a picture, `(src, alt, title)`, with what its attributes say of it.

    Where they have its alternative text, as Quarto has it, what stood for that is its caption.
    """
    file, words, title = picture
    values = values_of(attributes)
    alt = values.get("fig-alt", values.get("alt"))
    said = ("" if alt is None else words, title, values.get("title", ""), values.get("fig-cap", ""))
    captions = list(dict.fromkeys(filter(None, said)))
    caption = f"{captions[0]} ({'; '.join(captions[1:])})" if len(captions) > 1 else "".join(captions)
    return file, words if alt is None else alt, caption


def unquoted(value: str) -> str:
    """Return a value on one line, without the quotes around it, its escapes and names of signs read as in words."""
    from markdown_it.common.utils import unescapeAll

    return " ".join(unescapeAll(value[1:-1] if value[0] in "\"'" else value).split())

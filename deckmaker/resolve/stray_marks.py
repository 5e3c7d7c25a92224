"""What Markdown has and texts of slides do not, and marks where they begin nothing: all of it stays as it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.patterns import pattern
from deckmaker.resolve.passages import Passage
from deckmaker.resolve.text_parts import Flaw, Words
from deckmaker.resolve.white_space import code_spans

_ITEM_IN_PARAGRAPH = pattern(r"\n[ \t]*(?P<mark>[-+*]|\d{1,2}[.)])[ \t]+\S")
"""A line within a paragraph that was to be an item of a list."""

_MARK_IN_PARAGRAPH = pattern(r"\n[ \t]*(?P<mark>[-+*>]|#{1,6}|\d{1,2}[.)])[ \t]+\S")
"""A line within a paragraph that was to begin a block, where a text holds none."""

_CODE_IN_PARAGRAPH = pattern(r"(?:^|\n)[ \t]*+(?P<mark>`{3,}+|~{3,}+)[^`\n]*+\n")
"""A line that was to begin code of several lines, where a text holds none."""

_UNDERLINE = pattern(r"\n[ \t]*(?P<mark>={3,})[ \t]*(?:\n|$)")
"""What makes a heading of the line above it, elsewhere."""

_TAG_NAMES = (
    "a|abbr|audio|b|big|blockquote|body|br|button|center|cite|code|dd|del|details|div|dl|dt|em|embed|figcaption|figure|"
    "font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|object|ol|"
    "p|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|"
    "textarea|th|thead|tr|tt|u|ul|var|video|wbr"
)
_BREAK = pattern(r"(?<!\\)<br\s*/?>", re.IGNORECASE)
_HTML = pattern(rf"(?<!\\)(?:</?(?!br\b)(?:{_TAG_NAMES})(?:\s[^<>]*)?/?>|<!--)", re.IGNORECASE)
_REFERENCE = pattern(r"(?<!\\)\[\^[^\]\s\[]+\]")
"""A footnote by its name, which is told elsewhere in other tools."""

_FORMULA = pattern(r"(?<!\\)\$(?=\S)(?=[^$\n]{0,300}[\\^_])[^$\n]{1,300}(?<=\S)\$(?!\d)")
"""A formula of TeX: sums of money have no backslash, `^` or `_` between two dollar signs that stand so."""

_CITATION = pattern(r"(?<!\\)\[@\w[^\[\]\n]{0,200}\]")
"""A citation by its key, as Pandoc has it."""


_AS_EQUATION = "write it with signs, as in `E = mc^2^` or `v~0~`, or on lines of its own, as `equation`"


def stray_marks(words: Words) -> Iterator[Flaw]:
    """Yield what a paragraph holds that slides have no form for, but for pictures, which are told with its marks."""
    text = words.passage.text
    if words.is_code or not any(mark in text for mark in ("<", "[^", "[@", "$", "\n")):
        return
    plain = _without_code(text)
    for form, what, help in (
        (_BREAK, "HTML `{}` stays as typed", "end the line with a backslash, or leave a line empty"),
        (_HTML, "HTML `{}` stays as typed", "put a backslash before `<` where it is meant, or write it in Markdown"),
        (_REFERENCE, "`{}` stays as typed", "write the footnote where its mark belongs, as `^[text]`"),
        (
            _CITATION,
            "`{}` stays as typed",
            "write the source as a footnote, as `^[text]`, or among the slide's `credits`",
        ),
        (_FORMULA, "`{}` stays as typed", _AS_EQUATION),
        (_ITEM_IN_PARAGRAPH, "`{}` within a paragraph begins no list", "leave the line above it empty"),
        (_UNDERLINE, "`{}` makes no heading of the line above it", "write `## ` before that line instead"),
    ):
        for found in form.finditer(plain):
            begin, end = found.span("mark" if "mark" in found.groupdict() else 0)
            span = words.passage.place(text, begin, end)
            yield Flaw(what.format(text[begin:end]), span, help, "stays-as-typed")


def _without_code(text: str) -> str:
    """Return a text of the same length whose code holds no marks."""
    masked = list(text)
    for begin, end in code_spans(text):
        masked[begin:end] = "`" * (end - begin)
    return "".join(masked)


def formulas_within(passage: Passage) -> Iterator[Flaw]:
    """Yield the formulas of TeX in a title, an item or a label: no line of a slide has one in it."""
    if "$" in passage.text:
        for found in _FORMULA.finditer(_without_code(passage.text)):
            begin, end = found.span()
            place = passage.place(passage.text, begin, end)
            yield Flaw(f"`{passage.text[begin:end]}` stays as typed", place, _AS_EQUATION, "stays-as-typed")


def marks_within(passage: Passage) -> Iterator[Flaw]:
    """Yield the marks of blocks with which lines of a paragraph begin: of its first, those of code alone."""
    for found in _MARK_IN_PARAGRAPH.finditer(passage.text):
        begin, end = found.span("mark")
        message = f"`{found['mark']}` at the beginning of a line stays as typed"
        help = "write lists, headings and quotations as blocks of their own"
        yield Flaw(message, passage.place(passage.text, begin, end), help, "stays-as-typed")
    yield from code_within(passage)


def code_within(passage: Passage) -> Iterator[Flaw]:
    """Yield where code of several lines begins in a text that has no place for it: its lines become one."""
    for found in list(_CODE_IN_PARAGRAPH.finditer(passage.text))[:1]:
        begin, end = found.span("mark")
        message = f"`{found['mark']}` begins no code of several lines here: they stand in one line"
        help = "write the code as a block of its own, `code`, or all of it as a `text`"
        yield Flaw(message, passage.place(passage.text, begin, end), help, "stays-as-typed")

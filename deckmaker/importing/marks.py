"""Words of other tools, bold, italic, raised or linked, with the marks that a deck's texts have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from unicodedata import category

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.model import Run, SlideLink
from deckmaker.model.text import join_runs
from deckmaker.patterns import pattern
from deckmaker.resolve.inline import may_have_marks, parse_inline

_NOWHERE = Span(SourceFile("", ""), 1, 1, 1, 1)
SIGN = pattern(r"[\\`*\[\]<^~]")
"""What a mark of decks may begin or end with."""

_BESIDE = 2
"""Runs before one that tell, with the one behind it, whether its marks are read as such."""

_SCRIPTS = {1: "^", -1: "~", 0: ""}


def with_marks(runs: Iterable[Run]) -> str:
    """Return words as a deck's text has them, a backslash before the end of each line that stays one.

    A mark that has no form there is left out, or leaves out signs at its ends: `**Note:**text` is not bold.
    """
    found = join_runs(runs)
    for written in _forms(found):
        for escape in (escaped, literal):
            text = "".join(_marked(run, escape) for run in written)
            if _is_read_as(text, written):
                return text
    return _broken("".join(run.text for run in found), escaped)


def _forms(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """Yield runs as they are, and, which takes longer, with those of their marks that have a form."""
    yield runs
    yield _with_form(runs)


def _with_form(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs with those of their marks alone that are read as such beside the others."""
    found: list[Run] = []
    for index, run in enumerate(runs):
        before = found[-_BESIDE:]
        after = [Run(one.text) for one in runs[index + 1 : index + 2]]
        for parts in _in_other_forms(run):
            around = join_runs([*before, *parts, *after])
            if _is_read_as("".join(_marked(one, literal) for one in around), around):
                break
        found += parts
    return join_runs(found)


def _in_other_forms(run: Run) -> Iterator[list[Run]]:
    """Yield a run in other forms, those first that lose less, without any mark last."""
    yield [run]
    if run.bold or run.italic:
        signs = [category(one)[0] in "PS" or one.isspace() for one in run.text]
        begin = next((index for index, is_sign in enumerate(signs) if not is_sign), 0)
        end = len(signs) - next((index for index, is_sign in enumerate(signs[::-1]) if not is_sign), 0)
        for first, last in ((begin, end), (0, end), (begin, len(signs))):
            pieces = (run.text[:first], run.text[first:last], run.text[last:])
            plain, marked = replace(run, bold=False, italic=False), run
            yield [replace(one, text=text) for one, text in zip((plain, marked, plain), pieces, strict=True) if text]
        yield [replace(run, bold=False, italic=False)]
    yield [replace(run, script=0)]
    yield [Run(run.text, link=run.link)]
    yield [Run(run.text)]


def escaped(text: str) -> str:
    """Return plain words on one line, with backslashes where a sign in them would be a mark."""
    if not may_have_marks(text) or _is_read_as(text, [Run(text)]):
        return text
    return literal(text)


def literal(text: str) -> str:
    """Return plain words with a backslash before each sign that a mark may have, whatever stands beside them."""
    return SIGN.sub(r"\\\g<0>", text)


def _broken(text: str, escape: Callable[[str], str]) -> str:
    return "\\\n".join(map(escape, text.split("\n")))


def _marked(run: Run, escape: Callable[[str], str]) -> str:
    """Return a run between its marks, the spaces at its ends outside: there, a mark would be none."""
    inner = run.text.strip()
    at = run.text.index(inner)
    before, after = run.text[:at], run.text[at + len(inner) :]
    if inner and run.code:
        inner = code_marked(inner)
    elif inner:
        script = _SCRIPTS[run.script] if not any(one.isspace() for one in inner) else ""
        stars = "*" * (2 * run.bold + run.italic)
        inner = f"{stars}{script}{_broken(inner, escape)}{script}{stars}"
    if inner and run.link:
        address = f"#{run.link.id}" if isinstance(run.link, SlideLink) else run.link
        inner = f"[{inner}]({f'<{address}>' if set('()') & set(address) else address})"
    return "".join((before.replace("\n", "\\\n"), inner, after.replace("\n", "\\\n")))


def code_marked(content: str) -> str:
    """Return code between as many backticks as it does not hold."""
    words = " ".join(content.split("\n"))
    runs = {len(run) for run in pattern("`+").findall(words)}
    fence = "`" * next(count for count in range(1, len(runs) + 2) if count not in runs)
    pad = " " if words[:1] == "`" or words[-1:] == "`" else ""
    return f"{fence}{pad}{words}{pad}{fence}"


def _is_read_as(text: str, runs: Sequence[Run]) -> bool:
    """Tell whether a deck's reader finds in a text what it was made of."""
    read = parse_inline(text, _NOWHERE, Diagnostics(), may_break=True)
    return _signs(read) == _signs(runs)


def _signs(runs: Iterable[Run]) -> list[tuple[str, object]]:
    found = [(run, not run.code and (run.bold, run.italic, run.link, run.script)) for run in runs]
    return [(sign, marks) for run, marks in found for sign in run.text if not sign.isspace()]

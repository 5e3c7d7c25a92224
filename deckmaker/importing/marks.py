"""Words of other tools, bold, italic, raised or linked, with the marks that a deck's texts have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.model import Run, SlideLink
from deckmaker.model.text import join_runs
from deckmaker.patterns import pattern
from deckmaker.resolve.inline import may_have_marks, parse_inline

_NOWHERE = Span(SourceFile("", ""), 1, 1, 1, 1)
SIGN = pattern(r"[\\`*\[\]<^~]")
"""What a mark of decks may begin or end with."""

_SCRIPTS = {1: "^", -1: "~", 0: ""}


def with_marks(runs: Iterable[Run]) -> str:
    """Return words as a deck's text has them, a backslash before the end of each line that stays one.

    Where marks that stand side by side have no form there, the words have none.
    """
    found = join_runs(runs)
    text = "".join(_marked(run) for run in found)
    return text if _is_read_as(text, found) else _broken("".join(run.text for run in found))


def escaped(text: str) -> str:
    """Return plain words on one line, with backslashes where a sign in them would be a mark."""
    if not may_have_marks(text) or _is_read_as(text, [Run(text)]):
        return text
    return literal(text)


def literal(text: str) -> str:
    """Return plain words with a backslash before each sign that a mark may have, whatever stands beside them."""
    return SIGN.sub(r"\\\g<0>", text)


def _broken(text: str) -> str:
    return "\\\n".join(map(escaped, text.split("\n")))


def _marked(run: Run) -> str:
    """Return a run between its marks, the spaces at its ends outside: there, a mark would be none."""
    inner = run.text.strip()
    at = run.text.index(inner)
    before, after = run.text[:at], run.text[at + len(inner) :]
    if inner and run.code:
        inner = code_marked(inner)
    elif inner:
        script = _SCRIPTS[run.script] if not any(one.isspace() for one in inner) else ""
        stars = "*" * (2 * run.bold + run.italic)
        inner = f"{stars}{script}{_broken(inner)}{script}{stars}"
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

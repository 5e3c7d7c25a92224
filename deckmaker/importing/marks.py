"""Words of other tools, bold, italic, raised or linked, with the marks that a deck's texts have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from unicodedata import category

from deckmaker.budget.decks import TEXT_CHARACTERS
from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.model import Paragraph, Run, SlideLink
from deckmaker.model.text import join_runs
from deckmaker.patterns import pattern
from deckmaker.resolve.inline import may_have_marks, parse_inline

_NOWHERE = Span(SourceFile("", ""), 1, 1, 1, 1)
SIGN = pattern(r"[\\`*\[\]<^~]")
"""What a mark of decks may begin or end with."""

_REFERRED = pattern(r"\^[^\[\]\s^]++")
"""What would be the mark of another footnote between brackets: `[^1]`."""

_OPENING = ("Ps", "Pi")
"""Categories of signs that another one closes."""

_SCRIPTS = {1: "^", -1: "~", 0: ""}


def with_marks(runs: Iterable[Run]) -> str:
    """Return words as a deck's text has them, a backslash before the end of each line that stays one.

    A mark that has no form there is left out, or leaves out signs at its ends: `**Note:**text` is not bold.
    """
    found = join_runs(runs)
    for written in _forms(found):
        for escape in (escaped, literal):
            text = "".join(_marked(run, escape) for run in written)
            if _is_read_as(text, written) or len(text) > TEXT_CHARACTERS.most:  # no deck reads it in any form
                return text
    return _broken("".join(run.text for run in found), escaped)


def _forms(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """Yield runs in forms that lose more and more, each form once: as they are, with signs beside bold words instead of
    in them, with one of two bold words that touch, and with links alone."""
    yield runs
    beside = join_runs(part for run, before, after in _with_neighbours(runs) for part in _parted(run, before, after))
    if beside != runs:
        yield beside
    apart = join_runs(
        replace(run, bold=False, italic=False) if _is_strong(before) and not before.text[-1:].isspace() else run
        for run, before, _ in _with_neighbours(beside)
    )
    if apart != beside:
        yield apart
    linked = join_runs(Run(run.text, link=run.link) for run in runs)
    if linked not in (runs, beside, apart):
        yield linked


def _with_neighbours(runs: Sequence[Run]) -> Iterator[tuple[Run, Run, Run]]:
    """Yield each run with the one before it and the one behind."""
    yield from zip(runs, (Run(""), *runs[:-1]), (*runs[1:], Run("")), strict=True)


def _is_strong(run: Run) -> bool:
    return (run.bold or run.italic) and not run.code


def _parted(run: Run, before: Run, after: Run) -> Iterator[Run]:
    """Yield a run whose bold or italic begins and ends with no sign where a letter stands beside that: no reader takes
    stars there for marks (CommonMark 0.31, 6.2)."""
    signs = [category(one)[0] in "PS" for one in run.text]
    begin, end = 0, len(signs)
    if _is_strong(run) and not _may_stand_beside_stars(after, 0):
        end = next((index for index in range(end, begin, -1) if not signs[index - 1]), begin)
    is_opened = end < len(signs) and category(run.text[0]) in _OPENING  # of a bracket, both or none
    if _is_strong(run) and (is_opened or not _may_stand_beside_stars(before, -1)):
        begin = next((index for index in range(end) if not signs[index]), end)
    plain = replace(run, bold=False, italic=False)
    for one, text in ((plain, run.text[:begin]), (run, run.text[begin:end]), (plain, run.text[end:])):
        if text:
            yield replace(one, text=text)


def _may_stand_beside_stars(run: Run, at: int) -> bool:
    """Tell whether what a run has at an end allows signs behind stars there: a space, a sign, a mark, or nothing."""
    if not run.text or run.link or run.code or _is_strong(run):
        return True
    sign = run.text[at]
    return sign.isspace() or category(sign)[0] == "P" or (sign.isascii() and not sign.isalnum())


def unmarked(text: str) -> str:
    """Return the words of a deck's text without their marks and footnotes, for a key that has none."""
    return Paragraph(parse_inline(text, _NOWHERE, Diagnostics())).unmarked


def escaped(text: str) -> str:
    """Return plain words on one line, with backslashes where a sign in them would be a mark."""
    if not may_have_marks(text) or _is_read_as(text, [Run(text)]):
        return text
    return literal(text)


def literal(text: str) -> str:
    """Return plain words with a backslash before each sign that a mark may have, whatever stands beside them."""
    return SIGN.sub(r"\\\g<0>", text)


def in_a_footnote(text: str) -> str:
    """Return a footnote's text, whose brackets could end it before its end, with backslashes before them; one before
    its beginning where that would make the mark of another footnote, `[^1]`."""
    if _REFERRED.fullmatch(text):
        return f"\\{text}"
    depth = 0
    for sign in pattern(r"\\.").sub("", text):
        depth += (sign == "[") - (sign == "]")
        if depth < 0:
            break
    return pattern(r"(?<!\\)[\[\]]").sub(r"\\\g<0>", text) if depth else text


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
    return _signs(_read(text)) == _signs(runs)


@lru_cache(maxsize=2)
def _read(text: str) -> tuple[Run, ...]:
    """Return what a deck's reader finds in a text. That of plain words is asked for by them and by their paragraph, as
    they are and with backslashes: it is read once in each form, which takes longer than all else."""
    return parse_inline(text, _NOWHERE, Diagnostics(), may_break=True)


def _signs(runs: Iterable[Run]) -> list[tuple[str, object]]:
    found = [(run, not run.code and (run.bold, run.italic, run.link, run.script)) for run in runs]
    return [(sign, marks) for run, marks in found for sign in run.text if not sign.isspace()]

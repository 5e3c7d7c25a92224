"""A regular expression's steps, counted: Python's own engine goes back where this does, and tells nobody how often.

It knows what the patterns of the package are made of. Each character, class or place that is looked at is a step.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

_MOST = 20_000
"""Steps after which a pattern that takes the power of two is given up."""

_CATEGORIES = {
    "DIGIT": lambda one: one.isdecimal(),
    "SPACE": lambda one: one.isspace(),
    "WORD": lambda one: one.isalnum() or one == "_",
}


class Endless(Exception):
    """A pattern took more steps than anybody waits for."""


class Steps:
    """A pattern and how it is used: `match`, `fullmatch`, or anything else, which looks for it from each place on."""

    def __init__(self, pattern: str | bytes, flags: int = 0, use: str = "search") -> None:
        written = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
        parsed = re._parser.parse(written, flags & ~re.UNICODE)
        self._nodes, self._flags, self._use = list(parsed), parsed.state.flags, use
        self._text = ""
        self._count = 0

    def count(self, text: str) -> int:
        """Return how many steps it takes to use the pattern on a text. Raises Endless."""
        self._text, self._count = text, 0
        position = 0
        while position <= len(text):
            ends = self._run(self._nodes, 0, position)
            found = next((end for end in ends if self._use != "fullmatch" or end == len(text)), None)
            if self._use in ("match", "fullmatch"):
                break
            position = position + 1 if found is None or found == position else found
        return self._count

    def _run(self, nodes: Sequence[Any], index: int, position: int) -> Iterator[int]:
        if index == len(nodes):
            yield position
            return
        for end in self._node(*nodes[index], position):
            yield from self._run(nodes, index + 1, end)

    def _node(self, kind: Any, value: Any, position: int) -> Iterator[int]:
        self._count += 1
        if self._count > _MOST:
            raise Endless
        name = str(kind)
        if name in ("LITERAL", "NOT_LITERAL", "ANY", "IN"):
            if position < len(self._text) and self._takes(name, value, self._text[position]):
                yield position + 1
        elif name == "BRANCH":
            for branch in value[1]:
                yield from self._run(branch, 0, position)
        elif name == "SUBPATTERN":
            yield from self._run(value[3], 0, position)
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            yield from self._repeat(value, 0, position, name == "MAX_REPEAT")
        elif name in ("POSSESSIVE_REPEAT", "ATOMIC_GROUP"):
            ends = self._repeat(value, 0, position, True) if name[0] == "P" else self._run(value, 0, position)
            yield from (end for end in [next(ends, None)] if end is not None)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from [position] if self._sees(*value, position) == (name == "ASSERT") else []
        elif name == "AT":
            yield from [position] if self._is_at(str(value), position) else []
        else:
            assert name == "GROUPREF", name  # of a single sign, which is repeated or not
            yield from (end for end in (position, position + 1) if end <= len(self._text))

    def _repeat(self, value: Any, count: int, position: int, is_greedy: bool) -> Iterator[int]:
        least, most, body = value
        if not is_greedy and count >= least:
            yield position
        if count < most:
            for end in self._run(body, 0, position):
                if end > position or count < least:
                    yield from self._repeat(value, count + 1, end, is_greedy)
        if is_greedy and count >= least:
            yield position

    def _sees(self, direction: int, body: Any, position: int) -> bool:
        start = position if direction > 0 else position - body.getwidth()[0]
        ends = self._run(body, 0, start) if start >= 0 else iter(())
        return any(direction > 0 or end == position for end in ends)

    def _is_at(self, name: str, position: int) -> bool:
        text = self._text
        if "BEGINNING" in name:
            return position == 0 or (bool(self._flags & re.MULTILINE) and text[position - 1] == "\n")
        if "END" in name:
            return position == len(text) or (name == "AT_END" and text[position:] == "\n")
        around = [text[one : one + 1] for one in (position - 1, position) if one >= 0]
        is_boundary = len({bool(one) and _CATEGORIES["WORD"](one) for one in (["", *around])[-2:]}) == 2
        return is_boundary == (name == "AT_BOUNDARY")

    def _takes(self, name: str, value: Any, character: str) -> bool:
        if name == "ANY":
            return character != "\n" or bool(self._flags & re.DOTALL)
        items = value if name == "IN" else [(re._parser.LITERAL, value)]
        forms = {character, character.lower(), character.upper()} if self._flags & re.IGNORECASE else {character}
        found = any(_is_of(*item, form) for item in items for form in forms if len(form) == 1)
        return found != (name == "NOT_LITERAL" or str(items[0][0]) == "NEGATE")


def _is_of(kind: Any, value: Any, character: str) -> bool:
    match str(kind):
        case "LITERAL":
            return ord(character) == value
        case "RANGE":
            return bool(value[0] <= ord(character) <= value[1])
        case "CATEGORY":
            *_, name = str(value).split("_")
            return bool(_CATEGORIES[name](character)) != ("NOT" in str(value))
    return False


def hostile_texts(pattern: str | bytes, size: int, flags: int = 0) -> Iterator[str]:
    """Yield texts on which the pattern may go back: each of its repetitions so often, and what then does not follow.

    They grow with the size, to some hundred characters: what is long is repeated less often.
    """
    written = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
    nodes = list(re._parser.parse(written, flags & ~re.UNICODE))
    whole = _examples(nodes)
    signs = sorted({sign for one in whole for sign in one})[:8]
    pumped = dict.fromkeys(_pumped(nodes, [""]))
    for before, one in {**pumped, **dict.fromkeys(product([""], [*signs, *whole]))}:
        for behind in ("", "!\x00", *signs[:1], *whole[:1]):
            yield before + _repeated(one, size) + behind
    for one, other in product(signs[:5], repeat=2):
        yield _repeated(one + other, size)
        yield _repeated(one, size) + _repeated(other, size)
    begun = [before for before, _ in pumped] + [before + one for before, one in pumped]
    for one in dict.fromkeys(begun + [one[:-1] for one in whole]):
        yield _repeated(one, size)


def _repeated(text: str, size: int) -> str:
    return text * (size // -(-max(len(text), 1) // 4))


def _pumped(nodes: Sequence[Any], before: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what leads to each repetition without end, and what is repeated there."""
    for kind, value in nodes:
        name = str(kind)
        if name.endswith("_REPEAT"):
            if value[1] > 8:
                yield from product(before, [one for one in _examples(value[2]) if one])
            yield from _pumped(value[2], before)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _pumped(branch, before)
        elif name == "SUBPATTERN":
            yield from _pumped(value[3], before)
        elif name == "ATOMIC_GROUP":
            yield from _pumped(value, before)
        before = [first + one for first, one in product(before, _examples([(kind, value)]))][:4]


def _examples(nodes: Sequence[Any]) -> list[str]:
    """Return some texts that nodes match, one after the other."""
    found = [""]
    for kind, value in nodes:
        match str(kind):
            case "LITERAL":
                own = [chr(value)]
            case "NOT_LITERAL":
                own = [one for one in "a! " if ord(one) != value][:2]
            case "ANY":
                own = ["a", " "]
            case "IN":
                known = [chr(one) for one in (*range(32, 127), 9, 10, 0xA0, 0x2026, 0x3002, 0xE9, 0xFF, 0x202F, 0x301)]
                taken = [one for one in known if Steps("")._takes("IN", value, one)]
                kinds = {unicodedata.category(one): one for one in taken}
                own = list(kinds.values())[:6] or [chr(v if isinstance(v, int) else v[0]) for k, v in value[:1]]
            case "BRANCH":
                own = [one for branch in value[1] for one in _examples(branch)[:2]][:8]
            case "SUBPATTERN":
                own = _examples(value[3])
            case "ATOMIC_GROUP":
                own = _examples(value)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                inner = _examples(value[2])
                own = [one * max(value[0], 1) for one in inner[:4]] + ([""] if value[0] == 0 else [])
            case _:
                own = [""]
        found = [first + one for first, one in product(found, own)][:8]
    return found

"""Flowcharts of Mermaid to diagrams of decks: nodes, arrows, and what these mean.

What Mermaid has beyond that, such as groups, is not read. Source: mermaid.js.org, "Flowcharts - Basic Syntax".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

from deckmaker.importing.marks import escaped
from deckmaker.model.diagram import MOST_EDGES, MOST_NODES
from deckmaker.patterns import pattern
from deckmaker.resolve.arrows import is_plain

_HEAD = pattern(r"\s*+(?:graph|flowchart)(?:[ \t]++(?P<direction>TB|TD|LR))?[ \t]*+(?=[;\n]|\Z)")
_DIRECTIONS = {"LR": "right", "TD": "down", "TB": "down"}
_LOOKS = pattern(r"(?:style|classDef|class|linkStyle|click|accTitle|accDescr)(?=[ \t:])[^\n;]*+")
_OTHER_HEAD = pattern(r"[ox](?=\w)")
"""A head of another form, or a node that is taken for one: behind dashes, without a blank."""

_BLANK = pattern(r"[ \t]++")
_NEXT = pattern(r"[ \t]*+(?:%%[^\n]*+)?(?:[;\n]|\Z)")
_NAME = pattern(r"\w++(?:[-.](?=\w)\w++)*+")
_AND = pattern("&")
_CLASS = pattern(r":::[\w-]++")

_QUOTED = r'"(?P<quoted>[^"]*+)"'
_SHAPES = (
    ("ellipse", pattern(rf"\(\(\s*+(?:{_QUOTED}|(?P<plain>[^()\"\n]++))\s*+\)\)")),
    ("round", pattern(rf"\(\[\s*+(?:{_QUOTED}|(?P<plain>[^\[\]()\"\n]++))\s*+\]\)")),
    ("box", pattern(rf"\[\[\s*+(?:{_QUOTED}|(?P<plain>[^\[\]\"\n]++))\s*+\]\]")),
    ("box", pattern(rf"\[\(\s*+(?:{_QUOTED}|(?P<plain>[^\[\]()\"\n]++))\s*+\)\]")),
    ("box", pattern(rf"\{{\{{\s*+(?:{_QUOTED}|(?P<plain>[^{{}}\"\n]++))\s*+\}}\}}")),
    ("diamond", pattern(rf"\{{\s*+(?:{_QUOTED}|(?P<plain>[^{{}}\"\n]++))\s*+\}}")),
    ("box", pattern(rf"\(\s*+(?:{_QUOTED}|(?P<plain>[^()\"\n]++))\s*+\)")),
    ("box", pattern(rf"\[\s*+(?:{_QUOTED}|(?P<plain>[^\[\]\"\n]++))\s*+\]")),
)
"""The shapes of nodes with their brackets, those of two signs first."""

_LINES = (
    pattern(r"(?<![-=.<])(?P<back><)?(?:--+|==+)(?P<forth>>)(?:\|(?P<said>[^|\n]++)\|)?"),
    pattern(r"(?<![-=.<])(?P<back><)?-\.+-(?P<forth>>)?(?:\|(?P<said>[^|\n]++)\|)?"),
    pattern(r"(?<![-=.<])(?P<back>(?!))?(?:---+|===+)(?P<forth>(?!))?(?:\|(?P<said>[^|\n]++)\|)?"),
    pattern(r"(?<![-=.<])(?P<back><)?--[ \t]++(?P<said>[^-|\n]++)--+(?P<forth>>)?"),
    pattern(r"(?<![-=.<])(?P<back><)?==[ \t]++(?P<said>[^=|\n]++)==+(?P<forth>>)?"),
    pattern(r"(?<![-=.<])(?P<back><)?-\.[ \t]++(?P<said>[^.|\n]++)\.+-(?P<forth>>)?"),
)
"""Links, with what they mean behind them or within; the second and the last are dashed."""

_DASHED = (1, 5)
_ARROWS = {(False, True): "->", (True, True): "<->", (False, False): "--"}
_ENTITY = pattern(r"#(?:(?P<name>quot|amp|lt|gt|nbsp)|(?P<number>\d{1,6}));")
_ENTITIES = {"quot": '"', "amp": "&", "lt": "<", "gt": ">", "nbsp": " "}
_ICON = pattern(r"\bfa[bslrd]?:fa-[\w-]++[ ]?")
_BREAK = pattern(r"<br\s*+/?>")


class _Link(NamedTuple):
    arrow: str
    dashed: bool
    said: str


class _NotRead(Exception):
    """There is something that diagrams of decks have not."""


def diagram_of(text: str) -> dict[str, Any] | None:
    """Return the value of `diagram` for a flowchart, None for what is none, or has what such a diagram has not."""
    try:
        return _Reader(text).diagram()
    except _NotRead:
        return None


class _Reader:
    """Reads one flowchart from its beginning."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._nodes: dict[str, tuple[str, str]] = {}  # by their names: shapes and words
        self._edges: list[tuple[str, _Link, str]] = []

    def diagram(self) -> dict[str, Any]:
        """Return the diagram. Raises _NotRead."""
        head = _HEAD.match(self._text)
        if not head:
            raise _NotRead
        self._at = head.end()
        while self._at < len(self._text):
            if not self._taken(_NEXT) and not self._taken(_BLANK):
                self._statement()
        if not self._edges or len(self._edges) > MOST_EDGES or len(self._nodes) > MOST_NODES:
            raise _NotRead
        return self._value(_DIRECTIONS.get(head["direction"] or "TD", "down"))

    def _statement(self) -> None:
        if self._taken(_LOOKS):
            return
        ones = self._group()
        while not self._taken(_NEXT):
            link = self._link()
            others = self._group()
            if len(ones) * len(others) > MOST_EDGES:
                raise _NotRead
            self._edges += [(one, link, other) for one, other in product(ones, others)]
            ones = others

    def _group(self) -> list[str]:
        """Read nodes with `&` between them, and return their names."""
        names = [self._node()]
        self._taken(_BLANK)
        while self._taken(_AND):
            self._taken(_BLANK)
            names.append(self._node())
            self._taken(_BLANK)
        return names

    def _node(self) -> str:
        name: str = self._take(_NAME)[0]
        if name in ("subgraph", "end", "direction"):
            raise _NotRead
        for shape, form in _SHAPES:
            if found := form.match(self._text, self._at):
                self._at = found.end()
                self._nodes[name] = shape, _words(found["quoted"] or found["plain"] or "")
                break
        self._taken(_CLASS)
        self._nodes.setdefault(name, ("box", _words(name)))
        return name

    def _link(self) -> _Link:
        for index, form in enumerate(_LINES):
            if found := form.match(self._text, self._at):
                self._at = found.end()
                if not found["said"] and not found["forth"] and _OTHER_HEAD.match(self._text, self._at):
                    raise _NotRead
                self._taken(_BLANK)
                ends = (bool(found["back"]), bool(found["forth"]))
                if ends not in _ARROWS:
                    raise _NotRead
                return _Link(_ARROWS[ends], index in _DASHED, _words(found["said"] or ""))
        raise _NotRead

    def _taken(self, form: Any) -> bool:
        """Tell whether something of a form, which may not be empty, stands here; it is read then."""
        found = form.match(self._text, self._at)
        if found is None or found.end() == self._at:
            return found is not None and self._at == len(self._text)
        self._at = found.end()
        return True

    def _take(self, form: Any) -> Any:
        found = form.match(self._text, self._at)
        if found is None:
            raise _NotRead
        self._at = found.end()
        return found

    def _value(self, direction: str) -> dict[str, Any]:
        said = dict(self._called())
        edges: list[Any] = []
        for one, link, other in self._edges:
            edge = f"{said[one]} {link.arrow} {said[other]}"
            if link.dashed:
                edges.append({"edge": edge, **({"text": link.said} if link.said else {}), "line": "dashed"})
            else:
                edges.append({edge: link.said} if link.said else edge)
        value: dict[str, Any] = {"direction": direction, "edges": edges}
        joined = {name for one, _, other in self._edges for name in (one, other)}
        nodes = {
            name: {key: one for key, one in (("text", words if words != name else ""), ("shape", shape)) if one}
            for id, (shape, words) in self._nodes.items()
            if (name := said[id]) and (shape != "box" or words != name or id not in joined)
        }
        for name, told in nodes.items():
            if told["shape"] == "box":
                del told["shape"]
            if not told:  # one without a line
                told["text"] = name
        if nodes:
            value["nodes"] = nodes
        return value

    def _called(self) -> Iterator[tuple[str, str]]:
        """Yield each node's name with what edges call it: its words, where these are its alone and plain,
        else its name."""
        taken = [words for _, words in self._nodes.values()]
        for name, (_, words) in self._nodes.items():
            is_own = taken.count(words) == 1 and words not in self._nodes.keys() - {name}
            yield name, words if is_own and words and is_plain(words) and len(words) <= _LONGEST else name


_LONGEST = 40
"""Characters of words that are a node's name at most."""


def _words(written: str) -> str:
    """Return what Mermaid shows of words, as a deck has them."""
    plain = _BREAK.sub(" ", written.strip())
    if plain[:1] == plain[-1:] == '"':
        plain = plain[1:-1]
    plain = _ICON.sub("", plain.strip("`"))
    return escaped(" ".join(_ENTITY.sub(_entity, plain).split()))


def _entity(found: Any) -> str:
    if found["name"]:
        return _ENTITIES[found["name"]]
    number = int(found["number"])
    return chr(number) if 32 <= number < 0x110000 and not 0xD800 <= number < 0xE000 else ""

"""What stands behind the colons of a fenced div: its classes and its title, as Pandoc and other tools have them."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass
from deckmaker.importing.markdown.attributes import QUOTED, unquoted
from deckmaker.patterns import pattern

CALLOUTS = {
    **dict.fromkeys(("warning", "caution", "danger", "attention", "error", "bug"), "warning"),
    **dict.fromkeys(("important", "success", "check", "done", "summary", "abstract", "tldr"), "finding"),
    **dict.fromkeys(("question", "help", "faq"), "question"),
}
"""Kinds of our callouts by GitHub's and Obsidian's names; any other is a note."""

_NOTES = ("note", "tip", "hint", "info", "seealso", "admonition", "todo", "example")
_OF_OTHERS = frozenset(("notes", "columns", "incremental", "nonincremental"))
"""Names of divs that say what becomes of what they hold."""

_ATTRIBUTES = pattern(rf"\{{(?P<inner>(?:{QUOTED}|[^{{}}\"'])*+|[^{{}}]*+)\}}[ ]*+(?P<words>.*)")
_NAME = pattern(r"(?P<name>[\w-]++)(?:\[(?P<label>[^\[\]]*+)\])?(?:\{[^{}]*+\})?[ ]*+(?P<words>.*)")
_VALUE = pattern(rf"(?<![\w-])(?P<key>[\w-]++)=(?P<value>{QUOTED}|[^\s\"']++)")


@dataclass(frozen=True, slots=True)
class Div:
    """The names of a div, and what it is called: `{.callout-note title="Mind"}`, `warning Mind`, `{tip} Mind`."""

    names: tuple[str, ...]
    title: str = ""

    @property
    def callout(self) -> str:
        """The name by which it is a callout; nothing where it is none."""
        names = (one.removeprefix("callout-") for one in self.names)
        return next((one for one in names if one in CALLOUTS or one in _NOTES), "")

    @property
    def is_column(self) -> bool:
        """Tell whether it is one of several columns."""
        return any(one == "column" or one.startswith("column-") for one in self.names)

    @property
    def is_more_than_column(self) -> bool:
        """Tell whether a column says more than where it stands: by a title, or by names that other divs have."""
        return bool(self.title or self.callout or not _OF_OTHERS.isdisjoint(self.names))


def div_of(info: str) -> Div:
    """Read what stands behind the colons."""
    info = info.strip()
    if found := _ATTRIBUTES.fullmatch(info):
        values = {one["key"]: unquoted(one["value"]) for one in _VALUE.finditer(found["inner"])}
        names = _VALUE.sub(" ", found["inner"]).replace(".", " ").split()
        return Div(tuple(map(str.lower, names)), values.get("title", "") or found["words"].strip())
    if found := _NAME.fullmatch(info):
        return Div((found["name"].lower(),), (found["label"] or found["words"]).strip())
    return Div((), info)

"""What stands behind the fence of code in Markdown: its language, its name, and the lines that stand out."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass
from deckmaker.importing.markdown.attributes import QUOTED, unquoted
from deckmaker.language.code import HIGHLIGHT
from deckmaker.patterns import pattern
from deckmaker.resolve.line_numbers import stretches

_STEPS = pattern(r"\{[^{}=.0-9|*]*+[0-9|*][^{}=.]*+\}")
"""Lines that stand out one after another, as Slidev has them: `{2|4-6}`."""

_VALUE = pattern(rf"(?<![\w-])(?P<key>[\w-]++)=(?P<value>{QUOTED}|[^\s\"'{{}}]++)")
_TITLES = ("title", "caption", "filename", "file", "name", "lst-cap")
_LABEL = pattern(r"\[(?P<label>[^\[\]]++)\]")
_LANGUAGE = pattern(r"\.?(?P<name>[^\W\d_][\w+#.-]*+)(?::(?P<file>.*))?")


@dataclass(frozen=True, slots=True)
class CodeFence:
    """The language of code and its name, where a fence has them, and which of its lines stand out, as `2,4-6`.

    `is_cut` says that lines stand out which a deck cannot have so.
    """

    language: str = ""
    title: str = ""
    lit: tuple[str, ...] = ()
    is_cut: bool = False

    @property
    def info(self) -> str:
        """What stands behind a fence of a deck."""
        return " ".join(filter(None, (self.language, *(f"{{{one}}}" for one in self.lit))))


def code_fence(info: str, content: str) -> CodeFence:
    """Read what stands behind the fence of some code; lines stand out that are in it."""
    lit = tuple(one[1] for one in HIGHLIGHT.finditer(info))
    asked, count = stretches(lit), content.rstrip("\n").count("\n") + 1
    is_kept = asked is not None and all((last or first) <= count for first, last in asked)
    plain = HIGHLIGHT.sub(" ", info)
    values = {one["key"]: unquoted(one["value"]) for one in _VALUE.finditer(plain)}
    rest = _VALUE.sub(" ", plain)
    label = _LABEL.search(rest)
    words = _LABEL.sub(" ", rest).replace("{", " ").replace("}", " ").replace(",", " ").split()
    said = next((found for one in words if (found := _LANGUAGE.fullmatch(one))), None)
    file = (said["file"] or "") if said else ""
    title = next((values[key] for key in _TITLES if values.get(key)), "")
    return CodeFence(
        said["name"] if said else "",
        title or (label["label"] if label else "") or (file if "." in file else ""),
        lit if is_kept else (),
        not is_kept or bool(_STEPS.search(plain)),
    )

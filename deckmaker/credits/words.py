"""The words around credits: what a language has to say. The table of languages is in `languages`."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language for credits, and its signs around them. `{}` stands for what is named.

    `others` are labels that authors give their own lines, and that deckmaker gives none. `comma` parts what is said of
    one work, `aside` what else must be said. A `bracket` stands behind what may be a link, the number of a `part` of a
    slide behind its title. `marked` is for works in the public domain, which nobody licenses.

    `heading` stands over credits in notes and on slides that list them; `slide` and `slides` say where in the deck one
    belongs. `more` ends a strip that lacks some, `elsewhere` stands for one that lacks all.
    """

    roles: Mapping[str, str]
    kinds: Mapping[str, str]
    others: tuple[str, ...]
    nobody: str
    marked: str
    via: str
    retrieved: str
    ai: str
    heading: str
    slide: str
    slides: str
    more: str
    elsewhere: str
    label: str = "{}: "
    title: str = "“{}”"
    comma: str = ", "
    aside: str = "; "
    bracket: str = " ({})"
    part: str = " ({})"

    @property
    def labels(self) -> tuple[str, ...]:
        """Everything that a line of credits may begin with, before its colon."""
        return (*self.roles.values(), *self.kinds.values(), *self.others)

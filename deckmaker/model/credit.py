"""A credit as a record. How it reads on a slide is decided in `credits`."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass, field, fields, replace
from deckmaker.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited for what. `text` is a line as the author wrote it and wins over the other fields.

    `role` is picture, data, text or original. `license` is an SPDX id, a licence's address or its name. `nobody` is why
    nobody is credited: a statement, where all fields left empty would be none. `named_at` is the place of the record of
    the deck's `sources` that it takes its fields from.
    """

    role: str
    text: str | None = None
    kind: str | None = None
    title: str | None = None
    creator: str | None = None
    publisher: str | None = None
    dataset: str | None = None
    source: str | None = None
    via: str | None = None
    license: str | None = None
    url: str | None = None
    year: str | None = None
    date: str | None = None
    retrieved: str | None = None
    copyright: str | None = None
    modified: str | None = None
    ai: str | None = None
    note: str | None = None
    nobody: str | None = None
    span: Span | None = field(default=None, repr=False, compare=False)
    named_at: Span | None = field(default=None, repr=False, compare=False)

    @property
    def length(self) -> int:
        """How many characters it has."""
        return sum(len(text) for name in _TEXTS if (text := getattr(self, name)))

    @property
    def says_something(self) -> bool:
        """Whether anything but a role and a kind is there."""
        return replace(self, kind=None) != Credit(self.role)


_TEXTS = tuple(one.name for one in fields(Credit) if one.name not in ("span", "named_at"))

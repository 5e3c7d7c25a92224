"""A credit as a record. How it reads on a slide is decided in `credits`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited for what. `text` is a line as the author wrote it and wins over the other fields."""

    role: str
    text: str | None = None
    kind: str | None = None
    title: str | None = None
    creator: str | None = None
    publisher: str | None = None
    source: str | None = None
    license: str | None = None
    url: str | None = None
    year: str | None = None
    modified: str | None = None

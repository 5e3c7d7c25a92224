"""Keys that mappings lack: one message for each mapping, and none for a key that is there and misspelt."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.language.entry import Entry, keys_at
from deckmaker.language.kinds import Location, Mistake


@dataclass(frozen=True, slots=True)
class MissingKeys:
    """The report on keys that a mapping lacks: its place, if not where the mapping begins, and its help.

    Nothing is reported if `excused`.
    """

    span: Span | None
    help: str
    excused: bool = False


def missing_keys(model: type[Entry], mistakes: list[Mistake]) -> dict[Location, list[str]]:
    """Return the keys that each mapping lacks, but for those that are there and misspelt."""
    unknown: dict[Location, list[str]] = {}
    for mistake in mistakes:
        if mistake.kind == "unknown":
            unknown.setdefault(mistake.location[:-1], []).append(str(mistake.location[-1]))
    missing: dict[Location, list[str]] = {}
    for mistake in mistakes:
        if mistake.kind == "missing":
            location, key = mistake.location[:-1], str(mistake.location[-1])
            known = keys_at(model, location)
            if not any(is_meant(word, key, known) for word in unknown.get(location, ())):
                missing.setdefault(location, []).append(key)
    return missing


def is_meant(word: str, key: str, known: list[str]) -> bool:
    """Tell whether `key` is what `word` is taken for: as another tool's word, or with a slip."""
    from deckmaker.language.synonyms import meant_by  # which decks without mistakes do not need

    meant = meant_by(word, known)
    return meant == key if meant else is_nearest(word, key, known)


def is_nearest(word: str, key: str, known: list[str]) -> bool:
    """Tell whether `key` is the known word that `word` is taken for."""
    return nearest(word, [key]) is not None and nearest(word, known) == nearest(word, [key])


def report_missing(keys: list[str], span: Span, known: MissingKeys | None, diagnostics: Diagnostics) -> None:
    """Report the keys that the mapping at `span` lacks, as one mistake."""
    if known and known.excused:
        return
    names = listed([f"`{key}`" for key in keys])
    message = f"key {names} is missing" if len(keys) == 1 else f"keys {names} are missing"
    help = known.help if known else f"add {listed([f'`{key}:`' for key in keys])}"
    # What is missing has no place, only a neighbourhood.
    beginning = Span(span.source, span.line, span.column, span.line, span.column + 1)
    diagnostics.report("missing-key", message, (known and known.span) or beginning, help)


def listed(words: list[str]) -> str:
    """Join words as in a sentence: commas, and `and` before the last."""
    return " and ".join([*([", ".join(words[:-1])] if words[1:] else []), words[-1]])

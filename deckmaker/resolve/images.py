"""Pictures on slides: the file, what it shows and whose it is, from the deck and from the file itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deckmaker.assets import Rights, decoded_pixels, lines_in
from deckmaker.diagnostics import Diagnostics, Edit, Span
from deckmaker.diagnostics.edit import scalar
from deckmaker.language.deck import DeckEntry
from deckmaker.language.image import ImageEntry
from deckmaker.model import Credit, Picture
from deckmaker.resolve.allowance import Allowance
from deckmaker.resolve.alt_texts import report_weak_alt
from deckmaker.resolve.characters import check_line
from deckmaker.resolve.credits import Sources, resolve_credit
from deckmaker.resolve.embedded import COMPLETED, alt_in, completed, credit_in, names_somebody, rights_said
from deckmaker.resolve.origins import check_origin
from deckmaker.resolve.pictures import FOCUS, find_picture
from deckmaker.source import DataPath, Tree

if TYPE_CHECKING:
    from deckmaker.resolve.disagreements import Disagreement

_LONGEST = 80
"""Characters of a file's text that a message quotes."""

STUB = "TODO"
"""An alt text that is still to be written: `weak-alt` asks for it, where it stands."""


class Images:
    """Holds what every picture of a deck needs while it is resolved."""

    def __init__(
        self,
        deck: DeckEntry,
        tree: Tree,
        deck_path: Path,
        sources: Sources,
        allowance: Allowance,
        diagnostics: Diagnostics,
    ) -> None:
        self._deck = deck
        self._tree = tree
        self._deck_path = deck_path
        self._sources = sources
        self._allowance = allowance
        self._diagnostics = diagnostics

    def resolved(self, entry: ImageEntry, path: DataPath) -> tuple[Credit | None, Picture | None]:
        """Return the credit and the picture for the entry at `path`; report what is missing, wrong or in doubt."""
        span = self._span(*path, "file")
        file = find_picture(entry.file, self._deck_path, span, self._diagnostics)
        rights = rights_said(file) if file else Rights()
        alt = self._alt(entry, rights, path)
        credit = self._credit(entry, rights, path)
        if not file:
            return credit, None
        self._allowance.lines(lines_in(file), span)
        self._allowance.pixels(decoded_pixels(file), file.stamp[0], span)
        check_origin(file, entry.file, credit, span, self._diagnostics)
        where, is_decorative = self._span(*path), entry.decorative
        return credit, Picture(file, alt, FOCUS[entry.focus], entry.fit, credit, where, decorative=is_decorative)

    def _alt(self, entry: ImageEntry, rights: Rights, path: DataPath) -> str:
        if entry.decorative:
            if entry.alt:
                message, help = "a picture with an `alt` is not decorative", "remove `decorative:`, or `alt:`"
                self._diagnostics.report("wrong-value", message, self._span(*path, "decorative"), help)
            return ""
        if entry.alt:
            alt = check_line(entry.alt, self._span(*path, "alt"), self._diagnostics)
            report_weak_alt(alt, entry.file, entry.caption, self._span(*path, "alt"), self._diagnostics)
            return alt
        span = self._span(*path, "file")
        if found := alt_in(rights, span):
            self._tell(entry, [f"alt {_quoted(found)}"], span, self._added(path, "alt", scalar(found)))
            report_weak_alt(found, entry.file, entry.caption, span, self._diagnostics)
            return found
        help = "add `alt:` with a sentence that says what it shows, or `decorative: true` if that does not matter"
        edits = self._added(path, "alt", STUB)
        self._diagnostics.report("missing-alt", f"picture `{entry.file}` has no `alt`", span, help, edits=edits)
        return ""

    def _credit(self, entry: ImageEntry, rights: Rights, path: DataPath) -> Credit | None:
        """Return what the deck says, completed by what the file does; without either, what the deck says of others."""
        span = self._span(*path, "file")
        found = credit_in(rights, span)
        typed, place = entry.credit, self._span(*path, "credit")
        if not typed and not names_somebody(found) and (defaults := self._deck.defaults):
            typed, place = defaults.credit, self._span("defaults", "credit")
        if typed:
            said = resolve_credit(
                typed, "picture", self._sources, place, self._diagnostics, completed=names_somebody(found)
            )
            doubts = _doubts(said, rights)
            for one in doubts:
                self._report(entry, one, place)
            if any(one.is_of_names for one in doubts):
                return said  # of which nobody knows whether the file means the same work
        elif names_somebody(found):
            said = Credit("picture", span=span)
        else:
            help = "add `credit:` with its owner's name or a record"
            if unfit := rights.credit_line or ", ".join(rights.creator) or rights.copyright_notice:
                help += f"; its file says {_quoted(unfit)}, which slides cannot show"
            self._diagnostics.report("missing-credit", f"picture `{entry.file}` has no `credit`", span, help)
            return None
        credit = completed(said, found)
        fields = [name for name in ("text", *COMPLETED) if getattr(said, name) != getattr(credit, name)]
        taken = [f"{name} {_quoted(getattr(credit, name))}" for name in fields]
        self._tell(entry, taken, span, () if typed else self._as_typed(credit, fields, path))
        return credit

    def _as_typed(self, credit: Credit, names: list[str], path: DataPath) -> tuple[Edit, ...]:
        """Return the edit that writes into the deck what the file says, word for word."""
        record = {name: scalar(str(getattr(credit, name))) for name in names}
        written = record["text"] if [*record] == ["text"] else f"{{{', '.join(map(': '.join, record.items()))}}}"
        return self._added(path, "credit", written)

    def _added(self, path: DataPath, key: str, text: str) -> tuple[Edit, ...]:
        from deckmaker.source.edits import added  # of a deck without mistakes, nobody asks

        return added(self._tree, path, "file", {key: text})

    def _tell(self, entry: ImageEntry, taken: list[str], span: Span, edits: tuple[Edit, ...]) -> None:
        if taken:
            message = f"picture `{entry.file}` brings {', '.join(taken)}"
            self._diagnostics.report("taken-from-file", message, span, edits=edits)

    def _report(self, entry: ImageEntry, one: Disagreement, span: Span) -> None:
        typed = f"`{one.field}` of a credit is {_quoted(one.typed)}"
        if one.field == "none":
            typed = "a credit says that nobody is credited"
        elif one.field == "text":
            typed = f"a credit says {_quoted(one.typed)}"
        names = "names" if one.is_of_names else "says"
        message = f"{typed}, and picture `{entry.file}` {names} {_quoted(one.found)}"
        help = "mend what is wrong: the deck, which is what slides show, or the picture's metadata"
        self._diagnostics.report("credit-disagrees", message, span, help)

    def _span(self, *path: str | int) -> Span:
        return self._tree.value_span(path)


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return f"`{line[: _LONGEST - 1]}…`" if len(line) > _LONGEST else f"`{line}`"


def _doubts(typed: Credit, rights: Rights) -> list[Disagreement]:
    """Return where a deck and a file disagree. What compares them is not loaded where files say nothing."""
    if not rights:
        return []
    from deckmaker.resolve.disagreements import disagreements

    return list(disagreements(typed, rights))

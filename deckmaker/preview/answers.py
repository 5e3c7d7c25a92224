"""What the page may ask of the deck, each a name with what is sent along: JSON to JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from deckmaker.assets import PictureLost
from deckmaker.preview import facts
from deckmaker.preview.builds import Builds
from deckmaker.preview.desk import Desk
from deckmaker.preview.editors import address_in_vscode, open_at
from deckmaker.render.registry import DEFAULT_FORMATS

Asked = Mapping[str, Any]


class NoSuchQuestion(Exception):
    """Something was asked that nobody asks, or in a form that it does not have."""


class Answers:
    """Answers of one desk."""

    def __init__(self, desk: Desk, builds: Builds) -> None:
        self._desk = desk
        self._builds = builds
        self._known: dict[str, Callable[[Asked], Any]] = {
            "changes": self._changes,
            "place": self._place,
            "open": self._open,
            "slide": self._slide,
            "credits": self._credits,
            "build": self._build,
        }

    def to(self, name: str, asked: Any) -> Any:
        """Return the answer to a question. Raises NoSuchQuestion."""
        question = self._known.get(name)
        if question is None or not isinstance(asked, dict):
            raise NoSuchQuestion
        try:
            return question(asked)
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise NoSuchQuestion from error

    def _changes(self, asked: Asked) -> Any:
        """Return the last look: its messages, the digests of the page's parts, and those that are not `there`."""
        there = {str(one) for one in asked["there"]}
        with self._desk.working:
            look = self._desk.last
            said = {"number": look.number, "failed": look.failed, "messages": [*look.messages]}
            said["mistakes"] = [*look.mistakes]
            if look.parts is None:
                return {**said, "page": None, "parts": {}}
            page = look.parts.names
            try:
                if asked["frame"] == page["frame"]:
                    parts = look.parts.lacking(there)
                else:  # it is loaded whole, and needs none of its parts
                    look.parts.look_for_pictures()
                    parts = {}
            except PictureLost:  # it is being saved: the next look has it
                return {**said, "page": None, "parts": {}, "failed": True}
            return {**said, "page": page, "parts": parts}

    def _place(self, asked: Asked) -> Any:
        """Return where that is written which stands at `x` and `y` of a `slide`."""
        found = self._written(asked)
        if found is None:
            return None
        address = address_in_vscode(found.file, found.line, found.column)
        return {"place": f"{found.name}:{found.line}", "vscode": address}

    def _open(self, asked: Asked) -> Any:
        """Open there the editor; say why that is not to be had."""
        found = self._written(asked)
        return {"said": open_at(found.file, found.line) if found else "There is no such slide any more."}

    def _written(self, asked: Asked) -> facts.Written | None:
        with self._desk.working:
            read = self._desk.last.read
            return read and facts.written_at(read, int(asked["slide"]), float(asked["x"]), float(asked["y"]))

    def _slide(self, asked: Asked) -> Any:
        """Return what room is left on a `slide`, and what layout decided of it."""
        number = int(asked["slide"])
        with self._desk.working:
            read = self._desk.last.read
            if read is None:
                return None
            rooms = [one._asdict() for one in facts.rooms(read, self._desk.deck, number)]
            return {"rooms": rooms, "survey": facts.survey(read, self._desk.deck, number)}

    def _credits(self, asked: Asked) -> Any:
        """Return who is credited in the deck."""
        with self._desk.working:
            read = self._desk.last.read
            return {"credits": facts.credited(read, self._desk.deck) if read else ""}

    def _build(self, asked: Asked) -> Any:
        """Build a `format`, and return what was said and which files there are."""
        if asked["format"] not in DEFAULT_FORMATS:
            raise ValueError
        read = self._desk.last.read  # of a deck with rows, one is shown: a click builds no thousands
        return self._builds.build(asked["format"], read.row if read else None)._asdict()

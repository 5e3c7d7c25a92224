"""Names of the parts that are made for a deck, none of which a template's package has already."""

from __future__ import annotations

from collections.abc import Iterable


class PartNames:
    """Names for the parts of one package, numbered by kinds.

    Names which differ in capitals alone are the same (ECMA-376 Part 2, 6.2.2.3).
    """

    def __init__(self) -> None:
        self._taken: tuple[str, ...] = ()
        self._stems: dict[str, str] = {}

    def take(self, names: Iterable[str]) -> None:
        """Leave out names that are there already. Only before any is given."""
        self._taken = tuple(name.casefold() for name in names)

    def numbered(self, stem: str, number: int, ending: str) -> str:
        """Return the name of one part of a kind, such as `ppt/slides/slide3.xml`: the same for the same number.

        Where a name of the package begins so already, the file's name begins with `deck-`, for all of the kind.
        """
        return f"{self.single(stem)}{number}.{ending}"

    def single(self, name: str) -> str:
        """Return the name of the one part of a kind, such as `docProps/app.xml`: the same for the same name."""
        if name not in self._stems:
            own = name
            while any(taken.startswith(own.casefold()) for taken in self._taken):
                folder, _, file = own.rpartition("/")
                own = f"{folder}/deck-{file}"
            self._stems[name] = own
        return self._stems[name]

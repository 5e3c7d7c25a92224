"""The pictures of a template as outputs hold them: each once, however many layouts show it."""

from __future__ import annotations

from deckmaker.assets.drawings.rasters import pixels_of
from deckmaker.assets.drawings.vectors.drawing import Pixels
from deckmaker.assets.flaw import Unusable
from deckmaker.budget.pictures import DECK_PLAIN_PIXELS, PIXELS_PER_BYTE
from deckmaker.budget.templates import TEMPLATE_PIXELS
from deckmaker.template.package import NotATemplate, Package


class TemplatePictures:
    """The pictures of one package, by the names of their parts."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._known: dict[str, Pixels | None] = {}
        self._pixels = self._plain = 0

    def read(self, part: str) -> Pixels | None:
        """Return a picture; None for one of a kind that decks do not show, or that is broken.

        Raises NotATemplate where all have too many pixels together.
        """
        if part not in self._known:
            try:
                content = self._package.read(part)
                self._known[part] = pixels_of(content)
            except (Unusable, NotATemplate):
                self._known[part] = None
            if found := self._known[part]:
                count = found.width * found.height
                self._pixels += count
                self._plain += max(0, count - PIXELS_PER_BYTE.most * len(content))
                if self._plain > DECK_PLAIN_PIXELS.most:
                    raise NotATemplate(f"has pictures of more than {DECK_PLAIN_PIXELS.limit}", "scale them down")
                if self._pixels > TEMPLATE_PIXELS.most:
                    raise NotATemplate(f"has pictures of more than {TEMPLATE_PIXELS.limit}", "scale them down")
        return self._known[part]

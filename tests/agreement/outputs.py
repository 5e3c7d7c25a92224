"""Documents rendered, converted and read back. Every step is done once, when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from functools import cache
from io import BytesIO
from itertools import count
from pathlib import Path

from PIL import Image

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.render.registry import load_renderer
from tests.agreement.betteroffice import BetterOffice
from tests.agreement.chromium import PlayedDeck, playing_browser
from tests.agreement.libreoffice import convert_to_pdf
from tests.agreement.libreoffice_baselines import in_libreoffice
from tests.agreement.pdf_reader import read_pdf
from tests.agreement.rasters import draw_pdf
from tests.agreement.view import PageView
from tests.samples import is_thorough

FORMATS = ("pdf", "pptx", "html")
ENGINES = {"pdf": "poppler", "pptx": "LibreOffice", "html": "Chromium"}
"""What shows each format here. betteroffice draws the PPTX a second time."""

FEW = 8
"""Pages of a document that are always judged by all of their pictures."""


class Outputs:
    """The outputs of several documents by name, kept in `folder`. As a context it stops a browser of its own.

    `fonts` are folders of fonts that LibreOffice finds besides those of all tests. `together` are the documents that it
    converts in one start, all where none is named; each of the others it converts when that is asked for.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        folder: Path,
        fonts: Sequence[Path] = (),
        together: Iterable[str] = (),
    ) -> None:
        self._fonts = fonts
        self._together = [*together] or [*documents]
        self._converted: dict[str, Path] = {}
        self.documents = documents
        self._folder = folder
        self._open = ExitStack()
        self._browser = self._open.enter_context(playing_browser())
        # Caches of bound methods live as long as this object does, and no longer.
        self.file: Callable[[str, str], Path] = cache(self._rendered)
        self.views: Callable[[str, str], list[PageView]] = cache(self._read)
        self.pictures = cache(self._drawn)
        self._second = cache(lambda name: BetterOffice(self.file(name, "pptx")))
        self._played = cache(self._play)

    def __enter__(self) -> Outputs:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def promised(self, name: str, format: str) -> Document:
        """Return a document as what shows that format should: LibreOffice has its baselines by a rule of its own."""
        return in_libreoffice(self.documents[name]) if format == "pptx" else self.documents[name]

    def libreoffice_pdf(self, name: str) -> Path:
        """Return LibreOffice's PDF of a document's PPTX."""
        if name not in self._converted:
            self._convert(self._together if name in self._together else [name])
        return self._converted[name]

    def judged_pictures(self, name: str, format: str) -> tuple[dict[int, Image.Image], dict[int, Image.Image]]:
        """Return pictures by the numbers of pages: what shows that format should, by a PDF of ours, and what it does.

        Lines and places are compared on all pages. But most of the time goes into pictures, so that of many pages those
        of odd numbers have some, unless the run is thorough.
        """
        odd = self._only_odd(name)
        if format == "pptx":
            promised = _write(self.promised(name, format), "pdf", self._folder / f"{name}-in-{format}.pdf")
            ours = draw_pdf(promised, odd)
        else:
            ours = self.pictures(name, "pdf", odd)
        step = 2 if odd else 1
        of_page = [dict(zip(count(1, step), some)) for some in (ours, self.pictures(name, format, odd))]
        return of_page[0], of_page[1]

    def _only_odd(self, name: str) -> bool:
        return len(self.documents[name].pages) > FEW and not is_thorough()

    def forget_pictures(self) -> None:
        """Drop the pictures of all pages, which take five megabytes a page; they are drawn again when asked for."""
        for cached in (self.pictures, self._second, self._played):
            cached.cache_clear()

    def _rendered(self, name: str, format: str) -> Path:
        return _write(self.documents[name], format, self._folder / f"{name}.{format}")

    def _read(self, name: str, format: str) -> list[PageView]:
        width = self.documents[name].theme.width
        if format == "html":
            return self._played(name, self._only_odd(name)).views
        if format == "betteroffice":
            return self._second(name).views(width)
        return read_pdf(self.file(name, "pdf") if format == "pdf" else self.libreoffice_pdf(name), width)

    def _drawn(self, name: str, engine: str, odd: bool = False) -> list[Image.Image]:
        """Draw all pages, or those of odd numbers."""
        match engine:
            case "html":
                return self._played(name, odd).pictures
            case "betteroffice":
                return self._second(name).pictures(odd)
            case "pdf":
                return draw_pdf(self.file(name, "pdf"), odd)
        return draw_pdf(self.libreoffice_pdf(name), odd)

    def _convert(self, names: Sequence[str]) -> None:
        """Convert PPTX files at once: LibreOffice takes longer to start than to convert one."""
        files = [self.file(name, "pptx") for name in names]
        converted = convert_to_pdf(files, self._folder / "libreoffice", self._fonts)
        self._converted |= zip(names, converted, strict=True)

    def _play(self, name: str, odd: bool) -> PlayedDeck:
        theme = self.documents[name].theme
        return self._browser.play(self.file(name, "html"), (theme.width, theme.height), odd)


def _write(document: Document, format: str, path: Path) -> Path:
    stream = BytesIO()
    renderer = load_renderer(format, Diagnostics())
    assert renderer is not None
    renderer.render(document, stream, Diagnostics())
    path.write_bytes(stream.getvalue())
    return path

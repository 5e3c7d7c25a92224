"""Renderers by name: a table of the built-in ones, entry points for the others, each imported only when used."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.diagnostics.listing import listed
from deckmaker.diagnostics.reasons import plain_reason

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from deckmaker.model import PaperSettings
    from deckmaker.render.protocol import FilesRenderer, Renderer

GROUP = "deckmaker.renderers"
"""The entry-point group in which an outside package offers renderers, each a class without arguments."""

BUILT_IN = {
    "pptx": "deckmaker.render.pptx:PptxRenderer",
    "pdf": "deckmaker.render.pdf:PdfRenderer",
    "html": "deckmaker.render.html:HtmlRenderer",
    "md": "deckmaker.render.markdown:MarkdownRenderer",
    "handout": "deckmaker.render.pdf:HandoutRenderer",
    "notes": "deckmaker.render.pdf:NotesRenderer",
}
SEVERAL_FILES = {"png": "deckmaker.pictures:PngRenderer"}
"""Formats of several files a deck, which have a folder of their own: DECK-png. Built in, too."""
DEFAULT_FORMATS = ("pptx", "pdf", "html")
SHEETS = ("handout", "notes")
"""Formats for paper, which are PDF files beside that of the slides: DECK-handout.pdf."""
PDF_FORMATS = ("pdf", *SHEETS)


def format_names(diagnostics: Diagnostics) -> dict[str, str]:
    """Return every format's name with what offers it; report outside ones whose name is taken."""
    names = dict.fromkeys((*BUILT_IN, *SEVERAL_FILES), "deckmaker")
    for point in _outside():
        distribution = point.dist.name if point.dist else point.value
        if point.name in names:
            diagnostics.report(
                "name-taken",
                f"`{distribution}` offers a format `{point.name}`, which `{names[point.name]}` has already",
            )
        else:
            names[point.name] = distribution
    return names


def file_name(stem: str, name: str, diagnostics: Diagnostics) -> str | None:
    """Return what a deck's file of a format is called, or the folder of its files; report and return None when there is
    no such format.

    The extension of a built-in format is its name, so that only the process that renders it has to import it.
    """
    if name in SHEETS:
        return f"{stem}-{name}.pdf"
    if name in SEVERAL_FILES:
        return f"{stem}-{name}"
    if name in BUILT_IN:
        return f"{stem}.{name}"
    renderer = load_renderer(name, diagnostics)
    return f"{stem}.{renderer.extension}" if renderer else None


def with_sheets(formats: Sequence[str], own: PaperSettings, said: PaperSettings) -> list[str]:
    """Return the formats that are built: those asked for, and those for paper that the user `said`, or that the deck of
    its `own` wants beside its PDF. Each has files of its own."""
    wanted = said.over(own) if "pdf" in formats else said
    is_wanted = {"handout": wanted.handout, "notes": wanted.notes}
    return list(dict.fromkeys([*formats, *(name for name in SHEETS if is_wanted[name])]))


def _options(name: str, known: Collection[str]) -> str | None:
    """Return how to ask for several formats that stand in one option; None where that is not meant."""
    if name.lower() == "all":
        options = " ".join(f"-f {one}" for one in known)
        return f"without the option, there are {listed(DEFAULT_FORMATS)}; repeat it for more: `{options}`"
    names = [one.strip() for one in name.split(",")]
    is_meant = len(names) > 1 and all(one in known for one in names)
    return f"repeat the option: `{' '.join(f'-f {one}' for one in names)}`" if is_meant else None


def load_renderer(name: str, diagnostics: Diagnostics) -> Renderer | None:
    """Import and make the renderer of that name; report and return None when there is none or it cannot be loaded."""
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        renderer: Renderer = getattr(import_module(module), attribute)()
        return renderer
    point = next((point for point in _outside() if point.name == name), None)
    if point is None:
        known = list(format_names(diagnostics))
        diagnostics.report(
            "unknown-format",
            f"no renderer for format `{name}`",
            help=_options(name, known) or nearest(name, known) or f"formats: {', '.join(known)}",
        )
        return None
    try:
        outside: Renderer = point.load()()
        lacking = [name for name in ("extension", "description", "render") if not hasattr(outside, name)]
        if not lacking:
            return outside
        diagnostics.report("renderer-failed", f"format `{name}` cannot be loaded: it lacks {', '.join(lacking)}")
    except Exception as error:  # whatever an outside package raises while it is imported
        reason = plain_reason(error) or "there is a mistake in its code"
        diagnostics.report("renderer-failed", f"format `{name}` cannot be loaded: {reason}", cause=error)
    return None


def load_files_renderer(name: str) -> FilesRenderer:
    """Import and make the renderer of several files of that name. Raises KeyError where there is none."""
    module, _, attribute = SEVERAL_FILES[name].partition(":")
    renderer: FilesRenderer = getattr(import_module(module), attribute)()
    return renderer


def _outside() -> list[EntryPoint]:
    from importlib.metadata import entry_points  # brings half of `email`, which the built-in formats never need

    return sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))

"""A document to a draft in each format, side by side where that is possible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.reasons import plain_reason
from deckmaker.output import DraftPart, Finished
from deckmaker.parallel import run_parallel
from deckmaker.render.registry import SEVERAL_FILES, SHEETS, file_name, load_files_renderer, load_renderer, with_sheets

if TYPE_CHECKING:
    from deckmaker.diagnostics import Span
    from deckmaker.layout import Document
    from deckmaker.model import PaperSettings, PictureFile
    from deckmaker.output import Draft, OutputFolder
    from deckmaker.render.protocol import RenderedFile


def render_drafts(
    document: Document,
    stem: str,
    formats: Iterable[str],
    folder: OutputFolder,
    diagnostics: Diagnostics,
    stack: ExitStack,
    side_by_side: bool = True,
) -> list[Finished]:
    """Render a document in each format; return the files that came out well, in order, which last as long as `stack`.

    Formats are made `side_by_side` where that pays. What a format's renderer reports is reported in the order of the
    formats.
    """
    begun = _begun(stem, formats, folder, diagnostics, stack)
    names = tuple(one.draft.name for one in begun if one.draft)
    document = replace(document, files=names, folder=folder.place)
    jobs = [partial(_rendered, document, one.format, one.draft, diagnostics.fork()) for one in begun if one.draft]
    if len(jobs) > 1:
        _prepare_pictures(document)
    outcomes = iter(run_parallel(jobs) if side_by_side else [job() for job in jobs])
    well: list[Finished] = []
    for one in begun:
        diagnostics.extend(one.found)
        if one.draft is None:
            continue
        outcome = next(outcomes)
        if outcome is None:
            what = f"format `{one.format}` could not be made: the process that made it ended before its time"
            diagnostics.report("renderer-failed", what)
            continue
        diagnostics.extend(outcome.found)
        if outcome.error:
            folder.refuse(one.draft.name, outcome.error, diagnostics)
        elif not outcome.found.failed():
            well += _finished(one.draft, outcome)
    return well


def formats_built(
    formats: Sequence[str], own: PaperSettings, said: PaperSettings, diagnostics: Diagnostics
) -> list[str]:
    """Return the formats that are built, as `with_sheets` does; report what is said of files for paper where there are
    none."""
    found = with_sheets(formats, own, said)
    of_sheets = {"--paper": said.paper, "--ink": said.ink, "--cover": said.cover}
    idle = [option for option, value in of_sheets.items() if value]
    if idle and not {*SHEETS} & {*found}:
        message = f"`{idle[0]}` is for handouts and notes pages, and none is built"
        diagnostics.report("no-sheets", message, help="add `--handout 6`, or `--notes`")
    return found


def report_sheets(document: Document, diagnostics: Diagnostics) -> None:
    """Report what the handout or the notes pages cannot draw that a deck wants beside its PDF."""
    from deckmaker.layout.sheets import report_undrawable
    from deckmaker.render.pdf.hidden import on_paper

    report_undrawable(on_paper(document), bool(document.paper.notes), diagnostics)


def _prepare_pictures(document: Document) -> None:
    """Decode what every format would decode: three at once of the largest picture are more than many machines hold."""
    from deckmaker.assets import prepare
    from deckmaker.layout import PictureItem

    items = (placed.item for page in document.pages for placed in page.leaves)
    prepare(item.file for item in items if isinstance(item, PictureItem))


class _Begun(NamedTuple):
    """A format, the file that it is to fill, and why there is none."""

    format: str
    draft: Draft | None
    found: Diagnostics


class _Outcome(NamedTuple):
    """What a renderer reported, what the system had against writing, and the file's SHA-256, empty without a file.

    Of a format of several files, `parts` are these in the draft.
    """

    found: Diagnostics
    error: OSError | None
    digest: str
    parts: tuple[_Part, ...] = ()


class _Part(NamedTuple):
    """One of several files in a draft: its name, where it begins, its size in bytes, and its SHA-256."""

    name: str
    start: int
    size: int
    digest: str


def _finished(draft: Draft, outcome: _Outcome) -> list[Finished]:
    """Return the files in a draft, which are in a folder of its name where there are several."""
    if not outcome.parts:
        return [Finished(draft, outcome.digest)]
    return [Finished(DraftPart(one.name, draft, one.start, one.size), one.digest, draft.name) for one in outcome.parts]


def _begun(
    stem: str, formats: Iterable[str], folder: OutputFolder, diagnostics: Diagnostics, stack: ExitStack
) -> list[_Begun]:
    names: set[str] = set()
    begun: list[_Begun] = []
    for format in formats:
        found, draft = diagnostics.fork(), None
        if name := file_name(stem, format, found):
            if name in names:
                found.report("same-file", f"format `{format}` would be written over another one's `{name}`")
            else:
                draft = stack.enter_context(folder.draft(name, found))
            names.add(name)
        begun.append(_Begun(format, draft, found))
    return begun


def _rendered(document: Document, format: str, draft: Draft, found: Diagnostics) -> _Outcome:
    from deckmaker.assets import PictureLost

    digest = ""
    parts: tuple[_Part, ...] = ()
    try:
        if format in SEVERAL_FILES:
            parts = tuple(_parts(load_files_renderer(format).render_files(document, found), draft))
            digest = draft.finish()
        elif renderer := load_renderer(format, found):
            renderer.render(document, draft.stream, found)
            digest = draft.finish()
    except PictureLost as loss:
        found.report("unusable-picture", str(loss), _place_on(document, loss.picture), loss.flaw.help)
    except Exception as error:  # a plug-in may raise anything, and must not take the other formats down
        if draft.error is None:
            reason = plain_reason(error) or "there is a mistake in its code"
            found.report("renderer-failed", f"format `{format}` could not be made: {reason}", cause=error)
    return _Outcome(found, draft.error, digest, parts)


def _parts(files: Iterable[RenderedFile], draft: Draft) -> Iterator[_Part]:
    """Write files to a draft, one behind another; yield where each stands."""
    start = 0
    for name, data in files:
        draft.stream.write(data)
        yield _Part(name, start, len(data), sha256(data).hexdigest())
        start += len(data)


def _place_on(document: Document, file: PictureFile) -> Span | None:
    """Return where a document's author first named a picture."""
    from deckmaker.layout import PictureItem

    placed = (one for page in document.pages for one in page.leaves)
    return next((one.span for one in placed if isinstance(one.item, PictureItem) and one.item.file == file), None)

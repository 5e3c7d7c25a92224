"""A file of another tool to a deck's file, and what is said of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from deckmaker.assets.files import opened
from deckmaker.assets.flaw import Unusable
from deckmaker.budget.templates import TEMPLATE_FILE_BYTES
from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.reasons import plain_reason
from deckmaker.importing.deck_text import deck_text
from deckmaker.importing.diagram_room import with_room_for_diagrams
from deckmaker.importing.endless_texts import tell_endless_texts
from deckmaker.importing.imported import ImportedDeck, without_unseen
from deckmaker.importing.lost_backslashes import backslashes_lost, tell_lost_backslashes
from deckmaker.importing.marks import escaped
from deckmaker.importing.purpose import Purpose
from deckmaker.importing.sure_numbers import with_sure_numbers
from deckmaker.output.atomic import as_it_will_be, atomic_write, refuse_devices, temporary_name, written
from deckmaker.output.ending import tidy_end
from deckmaker.output.taken import may_fill, may_write
from deckmaker.project import without_links
from deckmaker.source.reading import display_name, read_markdown
from deckmaker.starters.names import title_of

_PRESENTATIONS = (".pptx", ".potx", ".ppsx", ".ppt", ".pptm")
PICTURES = "-pictures"
"""What stands behind a deck's name in that of the folder of its pictures."""


def import_file(
    path: Path,
    target: Path | None,
    level: int | None,
    force: bool,
    diagnostics: Diagnostics,
) -> tuple[Path, ...]:
    """Write the deck of a Markdown file or a presentation, by default beside it; report where that cannot be.

    Returns what was written: the deck, and the folder of its pictures. `level` is that of headings that begin slides,
    None for what the file shows. `force` allows to write over files.
    """
    target = as_it_will_be(target or path.with_suffix(".yaml"))
    deck = _written(path, target, level, force, diagnostics, Purpose.DECK)
    if deck is None:
        return ()
    return (target, target.with_name(target.stem + PICTURES)) if deck.files else (target,)


def import_to_compare(
    path: Path, target: Path, diagnostics: Diagnostics, has_names: bool, chart_notes: Sequence[Sequence[str]] = ()
) -> tuple[Path, ImportedDeck] | None:
    """Write the deck of a presentation that is to be compared with another one; report and return None where that
    cannot be.

    Returns where it was written, and the deck, which has more than is written: its arrows. Pictures are called by their
    content. What one of both presentations `has_names` for alone, the other one would not say in the same way. Known
    `chart_notes` are those of what it was made of.
    """
    target = as_it_will_be(target)
    purpose = Purpose.COMPARISON if has_names else Purpose.COMPARISON_WITHOUT_NAMES
    deck = _written(path, target, None, False, diagnostics, purpose, chart_notes)
    return (target, deck) if deck else None


def has_names(path: Path) -> bool:
    """Tell whether a presentation has names of its shapes that its deck is read by. One that cannot be read has none,
    which is not reported."""
    from deckmaker.importing.powerpoint.list_columns import keeps_names

    try:
        return keeps_names(_content(path))
    except Unusable:
        return False


def _written(
    path: Path,
    target: Path,
    level: int | None,
    force: bool,
    diagnostics: Diagnostics,
    purpose: Purpose,
    chart_notes: Sequence[Sequence[str]] = (),
) -> ImportedDeck | None:
    """Write the deck of a file, and the folder of its pictures beside it; report and return None where that cannot
    be."""
    if not may_write((target,), path, "the file itself", force, diagnostics):
        return None
    deck = _read(path, target, level, diagnostics, purpose, chart_notes)
    if deck is None:
        return None
    deck = with_sure_numbers(deck, purpose.is_comparison)
    if not purpose.is_comparison:
        deck = replace(deck, slides=without_unseen(deck.slides) or deck.slides)
        deck = replace(deck, slides=with_room_for_diagrams(deck, diagnostics))
    if purpose.is_comparison:
        deck = replace(deck, losses=(*deck.losses, *backslashes_lost(deck, display_name(path))))
    else:
        tell_lost_backslashes(deck, diagnostics)
        tell_endless_texts(deck, diagnostics)
    folder = target.with_name(target.stem + PICTURES)
    if deck.files and os.path.islink(folder):  # a project may come from anybody
        help = "remove the link, or write to another file with `-o`"
        message = f"cannot write `{display_name(folder)}`: a link to another folder has that name"
        diagnostics.report("cannot-write", message, help=help)
        return None
    if deck.files and not may_fill(folder, force, diagnostics):
        return None
    try:
        refuse_devices(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        with tidy_end():
            _write(target, deck_text(deck).encode(), folder, deck.files)
    except OSError as error:
        diagnostics.report("cannot-write", f"cannot write `{display_name(target)}`: {plain_reason(error)}")
        return None
    return deck


def _read(
    path: Path,
    target: Path,
    level: int | None,
    diagnostics: Diagnostics,
    purpose: Purpose,
    chart_notes: Sequence[Sequence[str]],
) -> ImportedDeck | None:
    if path.suffix.lower() in _PRESENTATIONS and os.path.isfile(path):
        return _read_presentation(path, target, diagnostics, purpose, chart_notes)
    from deckmaker.importing.markdown.blocks import Place
    from deckmaker.importing.markdown.slides import read_deck_of_slides

    source = read_markdown(path, diagnostics)
    if source is None:
        return None
    if not source.text.strip():
        diagnostics.report("unreadable-file", f"`{display_name(path)}` is empty", help="write something in it")
        return None
    place = Place(_real(path.parent), _real(target.parent), is_marp=False)
    return read_deck_of_slides(source, place, escaped(title_of(path.stem)), level, diagnostics)


def _read_presentation(
    path: Path, target: Path, diagnostics: Diagnostics, purpose: Purpose, chart_notes: Sequence[Sequence[str]]
) -> ImportedDeck | None:
    from deckmaker.importing.powerpoint.pictures import PictureNames
    from deckmaker.importing.powerpoint.slides import read_deck_of_presentation
    from deckmaker.template.package import NotATemplate

    name = display_name(path)
    try:
        names = PictureNames(target.stem + PICTURES, purpose)
        return read_deck_of_presentation(_content(path), title_of(path.stem), name, names, diagnostics, chart_notes)
    except NotATemplate as error:
        diagnostics.report("unreadable-file", f"`{name}` {error}", help=error.help)
    except Unusable as error:
        diagnostics.report("unreadable-file", f"`{name}` {error.flaw.what}", help=error.flaw.help)
    return None


def _content(path: Path) -> bytes:
    with opened(without_links(path.parent) / path.name, TEMPLATE_FILE_BYTES) as (stream, now):
        return stream.read(now[0])


def _write(target: Path, text: bytes, folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a deck, and the pictures in its folder before it. Where that fails, no new folder is left behind."""
    if not files:
        _put(target, text)
    elif os.path.isdir(folder):
        for path, content in files.items():
            _put(target.parent / path, content)
        _put(target, text)
    else:
        temporary = target.parent / temporary_name()
        try:
            temporary.mkdir()
            for path, content in files.items():
                with open(temporary / Path(path).name, "xb") as stream:
                    stream.write(content)
            os.rename(temporary, folder)
            temporary = folder
            _put(target, text)
        except BaseException:
            shutil.rmtree(temporary, ignore_errors=True)
            raise


def _put(path: Path, content: bytes) -> None:
    with atomic_write(path, written(content)) as put:
        put()


def _real(folder: Path) -> Path:
    """Return a folder without links where it is there, from which paths of pictures are counted."""
    return without_links(folder) if os.path.isdir(folder) else Path(os.path.abspath(folder))

"""The options of `build` about PDF files and paper. Nothing of decks; what they take is the language's to say."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from deckmaker.model import PaperSettings


def _read(context: click.Context, parameter: click.Parameter, written: str | None) -> Any:
    """Return what is written as the key of the same name is read in a deck."""
    if written is None:
        return None
    from deckmaker.diagnostics.printer import printable
    from deckmaker.language.kinds import Mistake
    from deckmaker.language.pdf import PdfEntry

    mistakes: list[Mistake] = []
    value = PdfEntry.keys[str(parameter.name)].kind.read(written, (), mistakes)
    if mistakes:
        from deckmaker.diagnostics.near import did_you_mean, nearest_of

        meant = None if written[:1].isdigit() else nearest_of(written, str(parameter.metavar).split("|"))
        help = f"; {did_you_mean(meant)}" if meant else ""
        raise click.BadParameter(printable(f"`{written}` is not {parameter.metavar}{help}"))
    return value


_NAMES = ("handout", "notes", "paper", "ink", "cover", "standard", "hidden", "dpi", "max_size")
"""The settings that options are for."""

_OPTIONS = (
    click.option(
        "--handout",
        metavar="1|2|3|4|6|8|9",
        callback=_read,
        help="Make a handout too, DECK-handout.pdf, with so many slides on a sheet.",
    ),
    click.option("--notes", is_flag=True, help="Make notes pages too, DECK-notes.pdf: each slide over its notes."),
    click.option(
        "--paper", metavar="A4|Letter", callback=_read, help="Paper of these; by default that of the deck's language."
    ),
    click.option(
        "--ink", metavar="full|light|grey", callback=_read, help="Colours of these: as slides, on white, or in grey."
    ),
    click.option("--cover", is_flag=True, help="Begin these with a sheet that has the deck's title."),
    click.option(
        "--pdf-standard",
        "standard",
        metavar="ua-1|a-2b|a-3a",
        callback=_read,
        help="What PDF files conform to: PDF/UA-1, which they always are, or PDF/A-2b or PDF/A-3a too.",
    ),
    click.option("--hidden", is_flag=True, help="Show hidden slides in PDF files, too."),
    click.option(
        "--dpi",
        metavar="a number from 36 to 2400",
        callback=_read,
        help="The most pixels an inch that pictures keep in PDF files.",
    ),
    click.option(
        "--max-size",
        metavar="a size such as 10MB",
        callback=_read,
        help="The most that each PDF file may take; its pictures become smaller for it.",
    ),
)


def paper_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options about PDF files and paper; it takes them as one `paper`."""

    @wraps(command)
    def packed(**options: Any) -> None:
        from deckmaker.model import PaperSettings

        own = {name: options.pop(name) for name in _NAMES}
        command(paper=PaperSettings(**own), **options)

    for option in reversed(_OPTIONS):
        option(packed)
    return packed


def refuse_paper(paper: PaperSettings, formats: tuple[str, ...]) -> None:
    """Exit 2 where something is said of files that are not built."""
    from deckmaker.render.registry import PDF_FORMATS

    sheets = paper.handout or paper.notes
    said = {"--pdf-standard": paper.standard, "--dpi": paper.dpi, "--max-size": paper.max_size}
    name = next((name for name, value in said.items() if value), None)
    if name and not sheets and not {*formats} & {*PDF_FORMATS}:
        raise click.UsageError(f"`{name}` is for PDF files, of which `--format` names none")

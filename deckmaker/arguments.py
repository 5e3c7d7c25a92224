"""What commands are given, as click reads it: paths, decks, numbers of slides; what is refused of it exits with 2."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deckmaker.completions import audiences
from deckmaker.usage_help import WholeNumber
from deckmaker.working_folder import is_gone

if TYPE_CHECKING:
    from deckmaker.survey.survey import DeckSurvey


_NAMED = 5
"""Decks that are named to choose from."""


class Place(click.Path):
    """A path as typed, of which click asks nothing but that it is one: whoever reads or writes there says the rest."""

    def __init__(self, file_okay: bool = True) -> None:
        super().__init__(file_okay=file_okay, readable=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse an empty path, which is what a shell leaves of a variable that nobody set."""
        if value == "":
            self.fail("no path given", param, ctx)
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if is_gone() and not path.is_absolute():
            from deckmaker.diagnostics.printer import printable

            self.fail(printable(f"`{path}` lies in the working folder, which is gone"), param, ctx)
        return path

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[click.shell_completion.CompletionItem]:
        """Offer the project's decks where a deck is to be named, else files or folders."""
        if param.name not in ("deck", "decks"):
            return super().shell_complete(ctx, param, incomplete)
        from deckmaker.completions import decks_for

        return decks_for(incomplete)


class Target(Place):
    """A path to write to, also as an address of this machine, `file://…`; no other address, which would be a folder
    called `s3:`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse the address of a store."""
        written = os.fsdecode(value)
        if ":" in written:
            from deckmaker.addresses import displayed, is_store, local_path
            from deckmaker.diagnostics.printer import printable

            if local := local_path(written):
                value = os.fspath(local)
            elif is_store(written):
                said = f"`{displayed(written)}` is an address, and a path is wanted; `deckmaker build` alone writes"
                self.fail(printable(f"{said} to stores, decks from rows"), param, ctx)
        return super().convert(value, param, ctx)


def list_option(forms: Sequence[str]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the option that says in which of several forms a command writes its list."""
    return click.option(
        "-f",
        "--format",
        "written_as",
        type=click.Choice(forms),
        default="table",
        help="How the list is written; by default for people.",
    )


audience_option = click.option(
    "--audience",
    metavar="NAME",
    shell_complete=audiences,
    help="Make the deck for this audience, with the slides that are for it only; by default that for everybody.",
)


row_option = click.option(
    "--row",
    type=WholeNumber(min=1),
    metavar="N",
    help="Of a deck with `rows`, take the deck of this row of the table; by default that of the first that is meant.",
)


def slide_numbers(
    context: click.Context, parameter: click.Parameter, written: tuple[str, ...]
) -> frozenset[int] | None:
    """Return the numbers of slides, each written alone or as a range such as 3-5; None where none is written."""
    from deckmaker.diagnostics.printer import printable

    numbers: set[int] = set()
    for one in written:
        found = re.fullmatch(r"([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?", one, re.ASCII)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
        if last < first:
            what = f"`{one}` is neither a slide's number, such as 3, nor a range of them, such as 3-5"
            raise click.BadParameter(printable(what))
        numbers.update(range(first, last + 1))
    return frozenset(numbers) or None


def all_decks() -> list[Path]:
    """Return the project's decks, or the only one in the folder. Exit 2 when there are none, or several outside
    `decks/`: the user has to name one."""
    from deckmaker.decks import decks_from
    from deckmaker.diagnostics.printer import printable
    from deckmaker.source.reading import display_name

    if is_gone():
        raise click.UsageError("no DECK given, and the working folder is gone")
    found = decks_from(Path.cwd())
    if found.is_barred:
        raise click.UsageError("no DECK given, and decks/ leads out of this project, or to what is hidden")
    if found.refusal:
        raise click.UsageError(f"no DECK given, and decks/ cannot be listed: {found.refusal}")
    if found.choice:
        *others, last = map(display_name, found.choice[:_NAMED])
        more = " …" if len(found.choice) > _NAMED else ""
        names = f"`{'`, `'.join(others)}` or `{last}`{more}"
        raise click.UsageError(printable(f"no DECK given, and there are {len(found.choice)} here: name {names}"))
    if not found.decks:
        raise click.UsageError(
            "no DECK given, and no decks/*.yaml in this project; `deckmaker new NAME` begins a project"
        )
    return list(found.decks)


def default_folder(deck: Path) -> Path:
    """Return the folder that a deck is built into where the user names none: what its project says, else build/.

    Mistakes in what the project says are reported when the deck is read.
    """
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.project import project_root
    from deckmaker.settings import read_settings

    settings = read_settings(deck, Diagnostics())
    return project_root(deck) / ((settings and settings.entry.output) or "build")


def default_formats(deck: Path) -> Sequence[str]:
    """Return the formats that a deck is built in where the user names none, as `default_folder` does."""
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.render.registry import DEFAULT_FORMATS
    from deckmaker.settings import read_settings

    settings = read_settings(deck, Diagnostics())
    return (settings and settings.entry.formats) or DEFAULT_FORMATS


_OUTPUTS = (".pptx", ".pdf", ".html", ".htm", ".md", ".ppt", ".zip")


def refuse_file(output: Path | None, address: str | None) -> None:
    """Exit 2 where the folder to write to, or the one at an address of a store, is called as a file would be, and there
    is no such folder."""
    if output is None or output.suffix.lower() not in _OUTPUTS or os.path.isdir(output):
        return
    from deckmaker.diagnostics.printer import printable

    written = address or str(output)
    parent = written.rpartition("/")[0] if address else str(output.parent)
    where = "" if parent == "." or parent.endswith(":/") else f"-o {parent} "
    form = output.suffix.lower().removeprefix(".").replace("htm", "html").replace("htmll", "html")
    said = f"`-o` takes a folder, and `{written}` is the name of a file; outputs are called as their deck is"
    raise click.UsageError(printable(f"{said}: try `{where}-f {'pptx' if form in ('ppt', 'zip') else form}`"))


def refuse_collisions(folders: Mapping[Path, Path]) -> None:
    """Exit 2 when two decks would be written to the same files."""
    if len(folders) < 2:
        return
    from deckmaker.diagnostics.printer import printable
    from deckmaker.project import without_links
    from deckmaker.source.reading import display_name

    taken: dict[Path, Path] = {}
    for deck, folder in folders.items():
        other = taken.setdefault(without_links(folder / deck.stem), deck)
        if other is not deck:
            one, two, output = map(display_name, (other, deck, folder / deck.stem))
            raise click.UsageError(printable(f"{one} and {two} would both be written to {output}.*"))


def refuse_numbers(surveys: Iterable[DeckSurvey], numbers: Collection[int] | None) -> None:
    """Exit 2 when a deck has fewer slides than were asked for."""
    for survey in surveys:
        if lacking := survey.lacking(numbers):
            raise click.UsageError(f"{survey.deck} has no slide {lacking[0]}: its last is {survey.last}")

"""The `deckmaker` command: options, printing and exit codes, nothing else.

Imports click alone; every command imports what it needs, so that `--help` is quick.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckmaker import __version__
from deckmaker.arguments import Place, all_decks, list_option, refuse_collisions, refuse_numbers, slide_numbers
from deckmaker.guards import FAILED, GuardedGroup
from deckmaker.messages import MessageOptions, form_option, message_lines, message_options, print_messages
from deckmaker.paper_options import paper_options, refuse_paper

if TYPE_CHECKING:
    from deckmaker.jobs import JobResult
    from deckmaker.model import PaperSettings

BUILT = 0
LEDGERS = ("table", "csv", "json", "md", "spdx")
"""Forms of the list of credits."""
SURVEYS = ("text", "json", "svg", "png")
"""Forms of what layout decided; the last two are pictures, a file a slide."""
FONT_LISTS = ("table", "json")
"""Forms of the list of fonts."""
PICTURES = SURVEYS[2:]


@click.group(cls=GuardedGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Turn a briefing in YAML into PowerPoint, PDF and a reveal.js page that show the same slides."""


@main.command()
@click.argument("decks", nargs=-1, type=Place())
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    metavar="NAME",
    help="Format to build, repeatable; by default pptx, pdf and html.",
)
@click.option(
    "-o",
    "--output",
    type=Place(file_okay=False),
    metavar="DIR",
    help="Folder to write to; by default build/ in the project.",
)
@click.option("--force", is_flag=True, help="Overwrite files that were edited since deckmaker wrote them.")
@paper_options
@message_options
def build(
    decks: tuple[Path, ...],
    formats: tuple[str, ...],
    output: Path | None,
    force: bool,
    paper: PaperSettings,
    messages: MessageOptions,
) -> None:
    """Build DECKS, by default every decks/*.yaml, in each format."""
    from deckmaker.jobs import build_job
    from deckmaker.project import project_root
    from deckmaker.render.registry import DEFAULT_FORMATS

    folders = {deck: output or project_root(deck) / "build" for deck in decks or all_decks()}
    refuse_collisions(folders)
    wanted = tuple(dict.fromkeys(formats or DEFAULT_FORMATS))
    refuse_paper(paper, wanted)
    job = partial(
        build_job,
        folders=folders,
        named=output is not None,
        formats=wanted,
        force=force,
        paper=paper,
        messages=messages,
    )
    _run(job, list(folders), messages, wanted)


@main.command()
@click.argument("decks", nargs=-1, type=Place())
@click.option(
    "--report",
    type=Place(),
    metavar="FILE",
    help="Write an HTML page about what keeps people from reading the decks.",
)
@message_options
def check(decks: tuple[Path, ...], report: Path | None, messages: MessageOptions) -> None:
    """Check DECKS, by default every decks/*.yaml, without writing anything but a report that is asked for."""
    from deckmaker.jobs import check_job, report_job

    job = partial(check_job, is_reported=report is not None, messages=messages)
    finish = partial(report_job, target=report, messages=messages) if report else None
    _run(job, list(dict.fromkeys(decks or all_decks())), messages, finish=finish)


@main.command()
@click.argument("decks", nargs=-1, type=Place())
@list_option(LEDGERS)
@message_options
def credits(decks: tuple[Path, ...], written_as: str, messages: MessageOptions) -> None:
    """List what DECKS, by default every decks/*.yaml, credit: each picture file and each other source."""
    from shutil import get_terminal_size

    from deckmaker.credits.forms import in_form
    from deckmaker.jobs import credits_job
    from deckmaker.render.date import date_of_files

    job = partial(credits_job, dated=written_as == "spdx", messages=messages)
    results = list(_results(job, list(dict.fromkeys(decks or all_decks())), messages))
    if ledgers := [result.ledger for result in results if result.ledger]:
        # Bytes: the list is UTF-8, with its own line ends, wherever it goes.
        click.echo(in_form(written_as, ledgers, get_terminal_size().columns, date_of_files).encode(), nl=False)
    sys.exit(FAILED if any(result.failed for result in results) else BUILT)


@main.command()
@click.argument("decks", nargs=-1, type=Place())
@click.option(
    "--slide",
    "numbers",
    multiple=True,
    metavar="N",
    callback=slide_numbers,
    help="Show this slide alone, or a range such as 3-5; repeatable.",
)
@click.option(
    "-f",
    "--format",
    "written_as",
    type=click.Choice(SURVEYS),
    default="text",
    help="How it is shown; by default for people. svg and png are pictures, a file a slide.",
)
@click.option(
    "-o",
    "--output",
    type=Place(file_okay=False),
    metavar="DIR",
    help="Folder to write pictures to; by default build/show/ in the project.",
)
@click.option("--force", is_flag=True, help="Overwrite pictures that were edited since deckmaker wrote them.")
@message_options
def show(
    decks: tuple[Path, ...],
    numbers: frozenset[int] | None,
    written_as: str,
    output: Path | None,
    force: bool,
    messages: MessageOptions,
) -> None:
    """Show what layout decided of DECKS, by default every decks/*.yaml, and why: boxes, sizes, lines, room left."""
    from shutil import get_terminal_size

    from deckmaker.jobs import show_job
    from deckmaker.project import project_root
    from deckmaker.survey.forms import in_form

    drawn_as = written_as if written_as in PICTURES else None
    if output and not drawn_as:
        raise click.UsageError(
            f"`--output` is for pictures, `-f {'` or `-f '.join(PICTURES)}`; {written_as} is printed"
        )
    folders = {deck: output or project_root(deck) / "build" / "show" for deck in decks or all_decks()}
    if drawn_as:
        refuse_collisions(folders)
    job = partial(
        show_job,
        numbers=numbers,
        drawn_as=drawn_as,
        folders=folders,
        named=output is not None,
        force=force,
        messages=messages,
    )
    results = list(_results(job, list(folders), messages))
    surveys = [result.survey for result in results if result.survey]
    refuse_numbers([result.survey for result in results if result.survey and not result.failed], numbers)
    if drawn_as:
        for line in (line for result in results for line in result.lines):
            click.echo(line)
    elif surveys:
        click.echo(in_form(written_as, surveys, get_terminal_size().columns).encode(), nl=False)
    sys.exit(FAILED if any(result.failed for result in results) else BUILT)


@main.command()
@click.argument("decks", nargs=-1, type=Place())
@list_option(FONT_LISTS)
@click.option("--folder", is_flag=True, help="Print the folder of deckmaker's own fonts instead.")
@message_options
def fonts(decks: tuple[Path, ...], written_as: str, folder: bool, messages: MessageOptions) -> None:
    """List the fonts that DECKS, by default every decks/*.yaml, need: where each comes from, and who must have it."""
    from shutil import get_terminal_size

    if folder:
        from deckmaker.fonts.families import font_folder

        if decks:
            raise click.UsageError("`--folder` prints a folder that is the same for all decks: name none")
        click.echo(font_folder())
        return
    from deckmaker.jobs import fonts_job
    from deckmaker.survey.fonts.forms import in_form

    results = list(_results(partial(fonts_job, messages=messages), list(dict.fromkeys(decks or all_decks())), messages))
    if found := [result.fonts for result in results if result.fonts]:
        click.echo(in_form(written_as, found, get_terminal_size().columns).encode(), nl=False)
    sys.exit(FAILED if any(result.failed for result in results) else BUILT)


def _run(
    job: Callable[[Path], JobResult],
    decks: Sequence[Path],
    messages: MessageOptions,
    formats: Sequence[str] = (),
    finish: Callable[[Sequence[JobResult]], JobResult] | None = None,
) -> None:
    """Do a job for each deck, and what there is to `finish` with all of them; print what there is to say in the order
    of the decks, and exit.

    Where stdout lies on a full disk, that is said when all is done.
    """
    failed, disk_error = False, None
    for result in _finished(_results(job, decks, messages, formats), finish):
        try:
            for line in result.lines:
                click.echo(line)
        except OSError as error:
            disk_error = error
        failed |= result.failed
    if disk_error:
        raise disk_error
    sys.exit(FAILED if failed else BUILT)


def _finished(
    results: Iterator[JobResult], finish: Callable[[Sequence[JobResult]], JobResult] | None
) -> Iterator[JobResult]:
    """Yield results and, last, what comes of all of them, its messages printed."""
    if finish is None:
        yield from results
        return
    every = []
    for result in results:
        every.append(result)
        yield result
    last = finish(every)
    print_messages(last.messages, last.causes)
    yield last


def _results(
    job: Callable[[Path], JobResult], decks: Sequence[Path], messages: MessageOptions, formats: Sequence[str] = ()
) -> Iterator[JobResult]:
    """Do a job for each deck, on all cores; yield what there is to say of each in turn, its messages printed."""
    from deckmaker.jobs import lost, warm_up
    from deckmaker.parallel import over_cores

    if len(decks) > 1:
        warm_up(formats)
    for deck, found in zip(decks, over_cores(job, decks), strict=True):
        result = found or lost(deck, messages)
        print_messages(result.messages, result.causes)
        yield result


@main.group()
def theme() -> None:
    """Make themes."""


@theme.command(name="from")
@click.argument("template", type=Place())
@click.option(
    "-o",
    "--output",
    type=Place(),
    metavar="FILE",
    help="The theme file to write; by default beside the template, named as it is.",
)
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@message_options
def theme_from(template: Path, output: Path | None, force: bool, messages: MessageOptions) -> None:
    """Make a theme file from TEMPLATE, a company's .potx or .pptx, to confirm and edit, and a contact sheet of it."""
    from deckmaker.jobs import adopt_job

    result = adopt_job(template, output, force, messages)
    print_messages(result.messages, result.causes)
    for line in result.lines:
        click.echo(line)
    sys.exit(FAILED if result.failed else BUILT)


@main.command()
@click.argument("language", type=click.Choice(["deck", "theme"]), default="deck")
def schema(language: str) -> None:
    """Print the JSON Schema of decks, or of themes, for editors."""
    import json

    from deckmaker.language.deck import DeckEntry
    from deckmaker.language.entry import json_schema
    from deckmaker.theme.schema import theme_schema

    printed = theme_schema() if language == "theme" else json_schema(DeckEntry)
    click.echo(json.dumps(printed, indent=2, ensure_ascii=False))


@main.command()
@form_option
def formats(form: str) -> None:
    """List the formats that can be built."""
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.diagnostics.printer import printable
    from deckmaker.render.registry import format_names, load_renderer

    diagnostics = Diagnostics()
    names = format_names(diagnostics)
    for name, origin in names.items():
        if renderer := load_renderer(name, diagnostics):
            click.echo(printable(f"{name:<8} .{renderer.extension:<6} {renderer.description} ({origin})"))
    print_messages(message_lines(diagnostics, MessageOptions(form)), diagnostics.causes)


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Explain a diagnostic's CODE, such as `unknown-key`."""
    from deckmaker.diagnostics import CATALOGUE
    from deckmaker.diagnostics.catalogue import explanation
    from deckmaker.diagnostics.levels import code_help
    from deckmaker.diagnostics.printer import printable

    if code not in CATALOGUE:
        raise click.UsageError(printable(f"no code `{code}`; {code_help(code)}"))
    click.echo(explanation(code))

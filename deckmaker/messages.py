"""Messages of the command: the options about them that commands share, and their printing. Nothing of decks."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from deckmaker import completions
from deckmaker.dataclasses import dataclass, field

if TYPE_CHECKING:
    from deckmaker.diagnostics import Diagnostic, Severity

FOR_PEOPLE = ("full", "short")
"""Forms of messages that are read as they come."""

FORMS = (*FOR_PEOPLE, "json", "github")


@dataclass(frozen=True, slots=True)
class MessageOptions:
    """The options for messages: in which form and how many are printed, and how bad each kind of mistake is."""

    form: str = "full"
    every: bool = False
    quiet: bool | None = None
    """True for mistakes alone, False for notes too."""
    strict: bool = False
    levels: Mapping[str, Severity] = field(default_factory=dict)

    def shows(self, severity: str) -> bool:
        """Tell whether messages of a severity are printed; what fails the deck always is."""
        if self.quiet and not self.strict:
            return severity == "error"
        return severity != "note" or self.quiet is False


def _levels(context: click.Context, parameter: click.Parameter, written: tuple[str, ...]) -> dict[str, Severity]:
    if not written:
        return {}
    from deckmaker.diagnostics.levels import read_level
    from deckmaker.diagnostics.printer import printable

    try:
        return dict(map(read_level, written))
    except ValueError as error:
        raise click.BadParameter(printable(str(error))) from None


form_option = click.option(
    "--messages",
    "form",
    type=click.Choice(FORMS),
    default="full",
    help="How messages are written: in full, a line each, as JSON lines, or for GitHub Actions.",
)

_OPTIONS = (
    click.option("--strict", is_flag=True, help="Treat warnings as errors."),
    click.option(
        "--severity",
        "levels",
        multiple=True,
        metavar="CODE=LEVEL",
        callback=_levels,
        shell_complete=completions.levels,
        help="Make a kind of mistake an error, a warning, a note or off; repeatable.",
    ),
    form_option,
    click.option("--all", "every", is_flag=True, help="Print every message, not only the first 50 of a deck."),
    click.option("-q/-v", "--quiet/--verbose", default=None, help="Print nothing but mistakes; or print notes, too."),
)


def message_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options about messages; it takes them as one `messages`."""

    @wraps(command)
    def packed(*, form: str, every: bool, quiet: bool | None, strict: bool, levels: Any, **others: Any) -> None:
        command(messages=MessageOptions(form, every, quiet, strict, levels), **others)

    for option in reversed(_OPTIONS):
        option(packed)
    return packed


def message_lines(
    diagnostics: Iterable[Diagnostic], messages: MessageOptions, is_coloured: bool | None = None
) -> list[str]:
    """Return what was found; notes only when asked for, what fails the deck always. For stderr, which may have colours,
    unless it is said whether the lines are coloured."""
    from deckmaker.diagnostics.printer import report_lines

    shown = [one for one in diagnostics if messages.shows(one.severity.value)]
    return list(
        report_lines(shown, messages.form, messages.every, _has_colours() if is_coloured is None else is_coloured)
    )


def print_messages(lines: Iterable[str], tracebacks: Iterable[str]) -> None:
    """Print lines to stderr, and the tracebacks behind them."""
    for line in lines:
        click.echo(line, err=True)
    show_causes(tracebacks)


def _has_colours() -> bool:
    """Tell whether messages may be coloured: on a terminal, and where nobody objects (https://no-color.org)."""
    on_terminal = sys.stderr is not None and sys.stderr.isatty()
    return on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def show_causes(tracebacks: Iterable[str]) -> None:
    """Print tracebacks, for whoever mends deckmaker or a plug-in and says so."""
    if os.environ.get("DECKMAKER_DEBUG"):
        for one in tracebacks:
            click.echo(one, err=True)

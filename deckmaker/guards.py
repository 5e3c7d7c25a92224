"""The command's last guards: against mistakes of ours, and for those who end it before its time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deckmaker.completions import VARIABLE, complete_question
from deckmaker.interruption import STOPPED, TidyEnd
from deckmaker.memory import has_no_files_left, ran_out
from deckmaker.messages import show_causes
from deckmaker.working_folder import is_gone

if TYPE_CHECKING:
    from deckmaker.diagnostics import Diagnostics

_LINES = 10
"""Of a mistake in usage, at most: click lists choices on lines of their own."""

FAILED = 1
"""The exit code where something went wrong."""


class GuardedGroup(click.Group):
    """Ends without a traceback, whatever happens, and with the right exit code where nothing can be said of it."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run what was typed, help and mistakes in usage too. A mistake of ours is said in a sentence."""
        if (complete_var or VARIABLE) in os.environ:
            complete_question()
        # However it is started: click would have another word for `python -m deckmaker`.
        run = partial(super().main, args, prog_name, complete_var or VARIABLE, standalone_mode=False, **extra)
        if not standalone_mode:
            return run()
        try:
            sys.exit(run())
        except click.Abort:
            sys.exit(STOPPED)
        except click.ClickException as error:
            with suppress(OSError):
                _show(error)
            sys.exit(error.exit_code)
        except Exception as error:
            try:
                _say(error)
            except OSError as obstacle:  # as of a full disk that stderr lies on
                if ran_out(obstacle):  # which who started this can still say
                    raise
            sys.exit(FAILED)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command. Ctrl-C exits with 130."""
        try:
            with TidyEnd():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(STOPPED)


def _show(error: click.ClickException) -> None:
    """Show a mistake in usage, as short and printable as any message: it quotes what was typed."""
    from deckmaker.diagnostics.printer.escapes import told
    from deckmaker.usage_help import way_out

    if isinstance(error, click.exceptions.NoArgsIsHelpError):  # our own help, whole
        error.show()
        return
    instead = way_out(error)
    # Where we know what is meant, what is spelt alike is something else.
    message = error.message if instead and isinstance(error, click.NoSuchOption) else error.format_message()
    lines = message.expandtabs(2).split("\n", _LINES)[:_LINES]
    said = " ".join(["\n".join(map(told, lines)), *instead])
    error.format_message = lambda: said  # type: ignore[method-assign]
    error.show()


def _say(error: Exception) -> None:
    """Say what ends the command: the system's own word, as of a full disk that stdout lies on, that memory ran out, or
    a mistake of ours."""
    import traceback

    from deckmaker.diagnostics.reasons import plain_reason

    is_of_system = isinstance(error, OSError) or ran_out(error) or has_no_files_left(error)
    reason = plain_reason(error) if is_of_system else None
    own = "deckmaker failed through a mistake of its own; please report what you did"
    click.echo(f"deckmaker cannot go on: {reason}" if reason else own, err=True)
    show_causes(["".join(traceback.format_exception(error))])


@contextmanager
def guarded(deck: Path, diagnostics: Diagnostics) -> Iterator[None]:
    """Report what nobody foresaw as a mistake of ours, so that the other decks are still looked at.

    Memory or files that run out are none, nor is a working folder that is gone: these may come up anywhere.
    """
    from deckmaker.source.reading import display_name

    try:
        yield
    except Exception as error:
        name = display_name(deck)
        if ran_out(error):
            help = "build it alone, or give it more memory: its largest pictures take most"
            diagnostics.report("out-of-memory", f"there is not enough memory for `{name}`", help=help, cause=error)
            return
        if isinstance(error, OSError) and is_gone():
            diagnostics.report("unreadable-file", f"`{name}` was given up: the working folder is gone", cause=error)
            return
        if has_no_files_left(error):
            help = "let it have more (`ulimit -n`): a hundred are enough"
            diagnostics.report("unreadable-file", f"`{name}` was given up: too many open files", help=help, cause=error)
            return
        if isinstance(error, OSError) and _tell_temporary(error, name, diagnostics):
            return
        message = f"deckmaker failed on `{name}` through a mistake of its own"
        diagnostics.report("internal-error", message, help="please report it, with the deck where you can", cause=error)


def _tell_temporary(error: OSError, name: str, diagnostics: Diagnostics) -> bool:
    """Tell whether there is no folder for temporary files; report that."""
    from deckmaker.diagnostics.reasons import plain_reason
    from deckmaker.output.temporary import HELP, NoTemporaryFolder

    if not isinstance(error, NoTemporaryFolder):
        return False
    message = f"`{name}` was given up: {plain_reason(error)}"
    diagnostics.report("cannot-write", message, help=HELP, cause=error)
    return True

"""The command's last guards: against mistakes of ours, and for those who end it before its time."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deckmaker.interruption import STOPPED, TidyEnd
from deckmaker.messages import show_causes

if TYPE_CHECKING:
    from deckmaker.diagnostics import Diagnostics

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
        run = partial(super().main, args, prog_name, complete_var, standalone_mode=False, **extra)
        if not standalone_mode:
            return run()
        try:
            sys.exit(run())
        except click.Abort:
            sys.exit(STOPPED)
        except click.ClickException as error:
            with suppress(OSError):
                error.show()
            sys.exit(error.exit_code)
        except Exception as error:
            with suppress(OSError):
                _say(error)
            sys.exit(FAILED)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command. Ctrl-C exits with 130."""
        try:
            with TidyEnd():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(STOPPED)


def _say(error: Exception) -> None:
    """Say what ends the command: the system's own word, as of a full disk that stdout lies on, or a mistake of ours."""
    import traceback

    from deckmaker.diagnostics.reasons import plain_reason

    reason = plain_reason(error) if isinstance(error, OSError) else None
    own = "deckmaker failed through a mistake of its own; please report what you did"
    click.echo(f"deckmaker cannot go on: {reason}" if reason else own, err=True)
    show_causes(["".join(traceback.format_exception(error))])


@contextmanager
def guarded(deck: Path, diagnostics: Diagnostics) -> Iterator[None]:
    """Report what nobody foresaw as a mistake of ours, so that the other decks are still looked at."""
    from deckmaker.source.reading import display_name

    try:
        yield
    except Exception as error:
        message = f"deckmaker failed on `{display_name(deck)}` through a mistake of its own"
        diagnostics.report("internal-error", message, help="please report it, with the deck where you can", cause=error)

"""The command's last guards: against mistakes of ours, and for those who end it before its time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckmaker.messages import show_causes

if TYPE_CHECKING:
    from deckmaker.diagnostics import Diagnostics

FAILED, STOPPED = 1, 130
"""Exit codes; a shell's for Ctrl-C is 128 and the number of the signal."""


class GuardedGroup(click.Group):
    """Ends without a traceback, whatever happens."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command. Ctrl-C exits with 130, a mistake of ours is said in a sentence."""
        from deckmaker.diagnostics.reasons import plain_reason

        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(STOPPED)
        except (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
            raise  # click's own ways to end, a reader of our output who has left among them
        except Exception as error:
            reason = plain_reason(error) if isinstance(error, OSError) else None  # stdout may lie on a full disk
            own = "deckmaker failed through a mistake of its own; please report what you did"
            click.echo(f"deckmaker cannot go on: {reason}" if reason else own, err=True)
            show_causes([error])
            ctx.exit(FAILED)


@contextmanager
def guarded(deck: Path, diagnostics: Diagnostics) -> Iterator[None]:
    """Report what nobody foresaw as a mistake of ours, so that the other decks are still looked at."""
    from deckmaker.source.reading import display_name

    try:
        yield
    except Exception as error:
        message = f"deckmaker failed on `{display_name(deck)}` through a mistake of its own"
        diagnostics.report("internal-error", message, help="please report it, with the deck where you can", cause=error)

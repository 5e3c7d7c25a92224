"""`deckmaker explain`: what a message means."""

from __future__ import annotations

import click

from deckmaker import completions


@click.command()
@click.argument("code", required=False, shell_complete=completions.codes)
def explain(code: str | None) -> None:
    """Explain the CODE of a message, such as `unknown-key`; without a CODE, list all of them."""
    from deckmaker.diagnostics import CATALOGUE
    from deckmaker.diagnostics.catalogue import code_list, code_written, explanation
    from deckmaker.diagnostics.levels import code_help
    from deckmaker.diagnostics.printer import printable

    if code is None:
        click.echo(code_list())
        return
    meant = code_written(code)
    if meant not in CATALOGUE:
        help = code_help(meant)
        more = "" if "did you mean" in help else "; `deckmaker explain` lists all codes"
        raise click.UsageError(printable(f"no code `{meant}`; {help}{more}"))
    click.echo(explanation(meant))

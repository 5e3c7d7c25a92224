"""The `deckmaker` command. Its commands are modules of `deckmaker.commands`; the one that is typed is loaded alone."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword

import click

from deckmaker import __version__
from deckmaker.guards import GuardedGroup

COMMANDS = (
    "build",
    "check",
    "completion",
    "credits",
    "diff",
    "explain",
    "fonts",
    "formats",
    "import",
    "merge",
    "new",
    "schema",
    "serve",
    "show",
    "theme",
)
"""In the order of `--help`. Each is a function of its own name in a module of that name: `import` is `import_`."""


class Commands(GuardedGroup):
    """The commands of COMMANDS."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return all names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(import_module(f"deckmaker.commands.{name}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is typed; name the one that is meant where there is none."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from deckmaker.usage_help import command_help

            ctx.fail(f"no command `{args[0]}`; {command_help(args[0], args[1:], self.list_commands(ctx))}")
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Turn a briefing in YAML into PowerPoint, PDF and a reveal.js page that show the same slides."""

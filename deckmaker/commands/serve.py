"""`deckmaker serve`: a deck in the browser, which shows each change as it is saved."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckmaker.arguments import Place, all_decks, audience_option, row_option
from deckmaker.guards import FAILED
from deckmaker.messages import MessageOptions, message_options
from deckmaker.usage_help import WholeNumber

if TYPE_CHECKING:
    from deckmaker.preview.desk import Look


@click.command()
@click.argument("deck", required=False, type=Place())
@click.option("--port", type=WholeNumber(0, 65_535), default=0, help="Port to serve at; by default one that is free.")
@click.option(
    "--open/--no-open",
    "opens",
    default=None,
    help="Open the page in the browser, or do not; by default where this runs in a terminal.",
)
@audience_option
@row_option
@message_options
def serve(
    deck: Path | None, port: int, opens: bool | None, audience: str | None, row: int | None, messages: MessageOptions
) -> None:
    """Show DECK, by default the one in decks/, in the browser of this machine, and each change as you save it.

    Ctrl-C ends it.
    """
    from deckmaker.preview.desk import Desk
    from deckmaker.preview.serving import NoPort, follow, serving
    from deckmaker.preview.watching import Watch

    desk = Desk(deck or _only_deck(), messages, audience, row)
    look = desk.look()
    _say(look)
    if look.failed and not os.path.exists(desk.deck):
        sys.exit(FAILED)
    for one in [signal.SIGTERM] if sys.platform == "win32" else [signal.SIGTERM, signal.SIGHUP]:
        if signal.getsignal(one) is not signal.SIG_IGN:  # as behind `nohup`
            signal.signal(one, _end)
    watch = Watch()
    with suppress(KeyboardInterrupt):
        try:
            with serving(desk, port, _build_options(audience, messages)) as server:
                click.echo(f"{server.guard.home} (Ctrl-C ends it)")
                server.listeners.tell(look.number)
                if sys.stdout.isatty() if opens is None else opens:
                    _open(server.entrance)

                def told(look: Look) -> None:
                    server.listeners.tell(look.number)
                    _say(look)

                follow(desk, watch, told)
        except NoPort as error:
            raise click.UsageError(f"port {port} cannot be served at: {error}") from None
        finally:
            watch.close()


_said: list[tuple[str, ...]] = []


def _say(look: Look) -> None:
    """Print the messages of a look, where they are not those of the one before."""
    before, _said[:] = [*_said] or [()], [look.printed]
    if before != [look.printed]:
        for line in look.printed or ["Nothing is amiss any more."]:
            click.echo(line, err=True)


def _only_deck() -> Path:
    decks = all_decks()
    if len(decks) > 1:
        from deckmaker.diagnostics.printer import printable
        from deckmaker.source.reading import display_name

        named = ", ".join(printable(display_name(one)) for one in decks[:5])
        raise click.UsageError(f"there are {len(decks)} decks: name one of them, such as {named}")
    return decks[0]


def _build_options(audience: str | None, messages: MessageOptions) -> list[str]:
    """Return what a build from the page is to be as this command was."""
    named = [f"--audience={audience}"] if audience else []
    levels = (f"--severity={code}={level.value}" for code, level in messages.levels.items())
    return [*named, *levels, *(["--strict"] if messages.strict else [])]


def _open(address: str) -> None:
    """Open an address in the browser, unless that is one for terminals, which would take this one."""
    import threading
    import webbrowser

    browser = None
    with suppress(webbrowser.Error):
        browser = webbrowser.get()
    if isinstance(browser, webbrowser.GenericBrowser) and not isinstance(browser, webbrowser.BackgroundBrowser):
        return
    if browser:
        threading.Thread(target=browser.open, args=(address,), daemon=True).start()


def _end(number: int, frame: object) -> None:
    sys.exit(128 + number)  # as shells say it

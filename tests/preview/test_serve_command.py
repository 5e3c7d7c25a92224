"""`deckmaker serve` from its first line to Ctrl-C, as a process of its own."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from deckmaker.cli import main
from deckmaker.commands import serve as command
from tests.preview.running import running
from tests.preview.served import PATIENCE, served
from tests.projects import DECK, Project
from tests.signals import answered


def test_it_serves_until_ctrl_c(tmp_path: Path) -> None:
    """Which ends it well, though a page is open, for which it does not wait."""
    project = Project(tmp_path)
    project.write(DECK)
    with running(folder=tmp_path, prepared=answered) as (process, address):
        assert b"Night noise" in urlopen(address, timeout=PATIENCE).read()
        events = urlopen(f"{address}events", timeout=PATIENCE)
        assert events.readline() == b"data: 1\n"
        project.write(DECK.replace("Night noise", "Quiet nights"))
        assert [events.readline(), events.readline()] == [b"\n", b"data: 2\n"]
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        events.close()


def test_a_service_manager_ends_it_too(tmp_path: Path) -> None:
    """With the code that shells have for that."""
    Project(tmp_path).write(DECK)
    with running(folder=tmp_path, prepared=answered) as (process, _):
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == command.TERMINATED


def test_it_serves_a_deck_that_has_mistakes_and_says_them(tmp_path: Path) -> None:
    """In the terminal as in the page; when they are mended, that is said."""
    project = Project(tmp_path)
    project.write("title: T\nslidez:\n")
    with running("decks/deck.yaml", folder=tmp_path) as (process, address):
        assert process.stderr
        assert "unknown key `slidez`" in process.stderr.readline()
        assert b"preview" in urlopen(address, timeout=PATIENCE).read()
        project.write(DECK)
        while "Nothing is amiss" not in process.stderr.readline():
            assert process.poll() is None


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such name")
def test_a_deck_with_mistakes_may_have_a_name_that_is_no_text(tmp_path: Path) -> None:
    """The page that shows them has it as messages have it."""
    deck = Project(tmp_path).write("title: T\n")
    deck = deck.rename(deck.with_name("deck\udcff.yaml"))
    with served(deck) as (_, server):
        assert b"<title>deck\\udcff.yaml</title>" in urlopen(server.guard.home, timeout=PATIENCE).read()


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """The command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return CliRunner()


def test_a_deck_that_is_not_there_is_said(runner: CliRunner) -> None:
    """With the words of all commands."""
    done = runner.invoke(main, ["serve", "--no-open", "no.yaml"])
    assert done.exit_code == 1
    assert done.stderr.startswith("error[unreadable-file]: `no.yaml` cannot be read: no such file or directory\n")


def test_of_several_decks_one_must_be_named(runner: CliRunner, tmp_path: Path) -> None:
    """A page shows one."""
    project = Project(tmp_path)
    project.write(DECK)
    (tmp_path / "decks" / "other.yaml").write_text(DECK, encoding="utf-8")
    done = runner.invoke(main, ["serve", "--no-open"])
    assert done.exit_code == 2
    assert "there are 2 decks: name one of them, such as decks/deck.yaml, decks/other.yaml" in done.stderr


def test_a_port_that_another_has_is_said(runner: CliRunner, tmp_path: Path) -> None:
    """With the system's word for it."""
    import socket

    deck = Project(tmp_path).write(DECK)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = runner.invoke(main, ["serve", "--no-open", "--port", str(port), str(deck)])
    assert done.exit_code == 2
    assert f"port {port} cannot be served at: address already in use" in done.stderr

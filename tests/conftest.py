"""What all tests share: no fonts but deckmaker's own, no chance, and the tables of agreement at the end of a run."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer

from tests.distribution import ByGroupOrFile, import_files, longest_first, own_share_first
from tests.samples import is_ruled_out, leave_more_of_a_kind_to_the_thorough_run, leave_most_to_the_whole_run

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.firefox import Firefox

# The same examples in every run, however slow the machine; `make soak` looks for new ones, and `make quick` asks for
# the profile that tries half of them: most mistakes show in the first. `make thorough` tries many times as many.
settings.register_profile(
    "deckmaker",
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("quick", settings.get_profile("deckmaker"), max_examples=12)
settings.register_profile("thorough", settings.get_profile("deckmaker"), max_examples=300)
settings.load_profile("deckmaker")


# Tests make many small things, nearly all of which go by themselves.
gc.set_threshold(50_000, 20, 100)


def pytest_collection_finish() -> None:
    """Look no more for what is unused among thousands of tests and all that was imported: they stay to the end."""
    gc.collect()
    gc.freeze()


_TESTS_BETWEEN = 300
"""Tests after which all that they have left is looked through."""

_TIMES_BETWEEN = 4
"""How often that is done until all is looked through, what earlier tests have left too, which takes seconds."""

_tests = count(1)


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Free what commands leave in circles, unsearched (`source.yaml_reader.gc_paused`): one ends, and its memory too,
    where thousands run in one process here.

    Without it, a process of the whole suite comes to 6 GB. Tests are counted, since to ask how much is left takes as
    long as there is.
    """
    yield
    times, further = divmod(next(_tests), _TESTS_BETWEEN)
    if not further:
        if times % _TIMES_BETWEEN == 0:
            gc.unfreeze()
        gc.collect()
        gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def no_installed_fonts() -> Iterator[None]:
    """Whatever the machine has must not change what tests see; those of installed fonts say which there are."""
    from tests.installed_fonts import fonts_in

    with fonts_in():
        yield


@pytest.fixture(autouse=True, scope="session")
def conversions(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[None]:
    """What LibreOffice converts is converted once a run, whichever of its processes asks for it."""
    from tests.agreement.libreoffice import conversions_kept_in

    of_process = tmp_path_factory.getbasetemp()
    of_run = of_process.parent if hasattr(request.config, "workerinput") else of_process
    with conversions_kept_in(of_run / "conversions"):
        yield


@pytest.fixture(autouse=True, scope="session")
def playing_browser() -> Iterator[None]:
    """Decks are played in one browser, which starts with the first."""
    from tests.agreement.chromium import browser_kept

    with browser_kept():
        yield


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, one for all tests of a process: Playwright drives no second one in a thread."""
    from tests.browsers import running_chromium

    with running_chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def firefox() -> Iterator[Firefox]:
    """Debian's Firefox ESR, one for all tests of a process."""
    from tests.firefox import running_firefox

    with running_firefox() as browser:
        yield browser


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Import no file of tests none of which is asked for, by the mark that all of them have."""
    return (collection_path.suffix == ".py" and _is_ignored(collection_path, config)) or None


def _is_ignored(path: Path, config: pytest.Config) -> bool:
    marks = config.option.markexpr
    return bool(marks) and is_ruled_out(path.read_text(encoding="utf-8"), marks)


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Import all tests, each process a share of them first: what it compiles the others find, where nothing is yet."""
    config = session.config
    if hasattr(config, "workerinput") and config.args_source is config.ArgsSource.TESTPATHS:
        files = [one for one in sorted(Path(__file__).parent.rglob("test_*.py")) if not _is_ignored(one, config)]
        number = int(config.workerinput["workerid"].removeprefix("gw"))
        import_files(own_share_first(files, number, config.workerinput["workercount"]), config.rootpath)


@pytest.hookimpl(tryfirst=True)  # before tests are chosen by their marks
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what `make quick` leaves out; begin with what takes longest, where tests are shared out."""
    leave_more_of_a_kind_to_the_thorough_run(items)
    leave_most_to_the_whole_run(items)
    if hasattr(config, "workerinput"):
        longest_first(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByGroupOrFile | None:
    """Give each process whole files, with `--dist loadgroup`."""
    if config.getvalue("dist") != "loadgroup":
        return None
    config.option.loadscopereorder = False  # by their number of tests
    return ByGroupOrFile(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print one table a deck, its rows from as many tests; under xdist they come from several processes."""
    rows: dict[str, list[tuple[str, ...]]] = {}
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", None) != "call":
                continue
            for name, value in report.user_properties:
                if name == "agreement":
                    deck, row = value
                    rows.setdefault(deck, []).append(tuple(row))
    if rows:
        from tests.agreement.table import aligned

        terminalreporter.section("agreement of the outputs with the layout")
        for deck in sorted(rows):
            terminalreporter.write_line(f"{deck}\n{aligned(sorted(rows[deck]))}\n")

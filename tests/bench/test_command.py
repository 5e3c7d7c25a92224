"""`python -m tests.bench`: which decks are measured, and where their numbers go. Nothing is timed here."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.bench import __main__ as command
from tests.bench.measure import Measurement
from tests.bench.page import BEGIN, END
from tests.bench.peers import Peers, find_peers
from tests.bench.results import Rounds


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Return the command, with a second and 100 MiB for whatever it would measure, and no peers."""

    def run(*arguments: str | Path) -> Result:
        monkeypatch.setattr(
            command, "measure_in_turn", lambda some, runs, *_: {one: [_MEASURED] * runs for one in some}
        )
        monkeypatch.setattr(command, "find_peers", lambda _: Peers(None, None, {}))
        monkeypatch.setattr(command, "compile_package", lambda: None)
        monkeypatch.setattr(command, "_measured_viewing", lambda *_: Rounds({}))
        folder = ["--folder", str(tmp_path / "bench"), "--output", str(tmp_path / "shown")]
        return CliRunner().invoke(command.main, [*folder, *map(str, arguments)])

    return run


_MEASURED = Measurement(1.0, 100.0, 5.0)


@pytest.mark.slow
def test_it_writes_a_page_and_a_plot_and_says_each_verdict(bench, tmp_path):
    """Prose around the marks stays."""
    page = tmp_path / "shown" / command.PAGE
    page.parent.mkdir()
    page.write_text(f"# Fast\n\n{BEGIN}\n{END}\n", encoding="utf-8")
    result = bench("--slides", "2,1", "--runs", "1")
    assert result.exit_code == 0, result.output
    assert "\n| `check` | 1.00 s | 1.00 s |\n" in page.read_text(encoding="utf-8")
    assert page.read_text(encoding="utf-8").startswith("# Fast")
    assert page.with_name("performance.svg").read_text(encoding="utf-8").startswith("<svg ")
    assert "without Typst; pip install --target" in result.output
    assert "missed        the briefing: `check`, time over `build`'s, 1.00 of at most 0.5" in result.output
    assert "not measured  1,000 slides: PPTX, peak MiB\n" in result.output


def test_numbers_of_a_part_stay_out_of_the_docs():
    """Only a run with nothing left out goes there."""
    assert command._folder_for(None, None, quick=False) == command.WHOLE
    for part in (((16,), None, False), (None, 3, False), (None, None, True)):
        assert command._folder_for(*part) == command.PART


@pytest.mark.parametrize("written", ["a", "16,", "0", "16;100"])
def test_slides_are_numbers(bench, written):
    """Refused with an example."""
    result = bench("--slides", written)
    assert result.exit_code == 2
    assert f"{written} is no list of numbers such as 16,100" in result.output


def test_decks_of_few_slides_are_measured_once():
    """Sixteen slides have sixteen photos, whether they share them or not."""
    assert [(one.slides, one.distinct) for one in command._cases((16, 100))] == [(16, True), (100, True), (100, False)]


def test_peers_that_are_missing_are_named_with_what_installs_them(tmp_path, monkeypatch):
    """An empty folder, and nothing else to look in."""
    monkeypatch.setenv("PATH", "")
    assert find_peers(tmp_path).missing(tmp_path) == [
        f"without Typst; pip install --target {tmp_path} typst",
        f"without PptxGenJS; npm install --prefix {tmp_path} pptxgenjs",
    ]

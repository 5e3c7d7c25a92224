"""What all tests share: the tables that the agreement tests leave are printed at the end of every run."""

from __future__ import annotations

import pytest


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

"""Credits as the reader sees them: records to the strip's runs."""

from deckmaker.credits.strip import credit_runs, strip_runs

__all__ = ["credit_runs", "strip_runs"]

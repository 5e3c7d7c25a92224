"""How long builds take and how much memory, beside scripts that an expert would write for the same slides."""

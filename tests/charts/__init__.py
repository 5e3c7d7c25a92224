"""Charts: how they are written, set and drawn."""

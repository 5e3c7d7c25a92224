"""How a trail is written: its parts one behind the other, the section as the last one."""

SEPARATOR = " / "
LEFT_OUT = "…"
"""What stands for parts and words that have no room."""

"""How tests start Java: for a few seconds each time, in which a compiler at its best costs more than it gives."""

from __future__ import annotations

JAVA = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
"""With one thread for memory, and without the second compiler: half of the processor's time."""

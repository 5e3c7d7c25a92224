"""Conditions: `{{ sales }} > 0 and region in ("North", "South")` holds for some values and for others not.

    text ─tokens→ tokens ─parser→ Condition ─holding(scope)→ True or False

Total, as values in texts are: nothing raises anything but a `ValueMistake`, nothing is calculated or called, and each
part is looked at once. A value is an operand and never a part of the condition, whatever signs it has. What may be
written is on `docs/reuse.md`.
"""

from deckmaker.values.conditions.parser import Condition, condition

__all__ = ["Condition", "condition"]

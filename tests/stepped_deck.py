"""A deck whose slides appear step by step, with all that does."""

from __future__ import annotations

STEPPED = """title: Night noise
incremental: true
slides:
  - title: Night noise
  - title: Why it is loud
    text: |
      Three things are loud:

      - Ships, which run ventilators
        - all night long
      - Cranes
      - Lorries

      None of them is alone.
  - title: In numbers
    metrics:
      - {value: 62 dB, label: at night}
      - {value: 58 dB, label: by day}
  - title: How it came
    timeline:
      - 2019: Subsidy starts
      - {when: 2021, title: Waiting lists, text: Installers train for half a year.}
      - {when: March 2026, title: We decide}
  - title: What we do
    process:
      - {title: Measure, text: For a year}
      - {title: Publish}
  - title: For and against
    columns:
      - {heading: For, bullets: [Sleep, Health]}
      - {heading: Against, bullets: [Costs]}
  - title: All at once
    incremental: false
    bullets: [By day, By night]
"""

STEPS = (0, 4, 2, 3, 2, 3, 0)
"""How many each slide has."""

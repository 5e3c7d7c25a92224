"""The briefing pictures, in slide order. Each module has one `draw()`."""

from . import (
    accusations,
    controls,
    demand_supply,
    future,
    history,
    meeting,
    origins,
    pledge,
    priority,
    read_more,
    resuming,
    sanctions,
    setbacks,
    significance,
    stance,
    talks,
)

ALL = (
    ("01-talks", talks.draw),
    ("02-resuming", resuming.draw),
    ("03-pledge", pledge.draw),
    ("04-stance", stance.draw),
    ("05-meeting", meeting.draw),
    ("06-accusations", accusations.draw),
    ("07-significance", significance.draw),
    ("08-sanctions", sanctions.draw),
    ("09-origins", origins.draw),
    ("10-controls", controls.draw),
    ("11-setbacks", setbacks.draw),
    ("12-priority", priority.draw),
    ("13-history", history.draw),
    ("14-demand-supply", demand_supply.draw),
    ("15-future", future.draw),
    ("16-read-more", read_more.draw),
)

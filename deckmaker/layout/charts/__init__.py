"""Charts set in a place: scales and ticks, plots, marks, labels, and what stands around them."""

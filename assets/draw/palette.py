"""The eight colours of the series, and the tints between them."""

INK = "#1F2A3C"
CRIMSON = "#B4232A"
OCHRE = "#E0A33A"
TEAL = "#2F6F73"
PALE = "#C9D8DC"
SAND = "#EFE6D6"
PAPER = "#FAF8F4"
SLATE = "#6E8193"

# Ink is the darkest colour of the palette, so its own shade needs an anchor.
NIGHT = "#121A28"


def mix(first, second, share):
    """Return the colour that lies `share` (0 to 1) of the way to `second`."""
    pairs = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def lighter(colour, share):
    """Tint a colour towards paper."""
    return mix(colour, PAPER, share)


def darker(colour, share):
    """Shade a colour towards the night end of ink."""
    return mix(colour, NIGHT, share)


def ramp(first, second, steps):
    """Return `steps` colours from `first` to `second`, both included."""
    return [mix(first, second, i / (steps - 1)) for i in range(steps)]


# The amber of a pharmacy bottle: the one hue that needs two palette colours.
AMBER = mix(OCHRE, CRIMSON, 0.34)

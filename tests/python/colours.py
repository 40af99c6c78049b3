"""How far apart colours are, for everybody's eyes. Colours are texts `#rrggbb`."""

# Machado, Oliveira and Fernandes 2009, table 1: linear RGB as a person without one kind of cone sees it, severity 1.0.
VISION = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def channels(colour):
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def mixed(colour, share, other):
    """As `color-mix(in srgb, colour share, other)` of CSS."""
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02x}" for one, two in zip(channels(colour), channels(other)))


def linear(colour):
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (channel / 255 for channel in channels(colour))]


def seen(colour, vision):
    return [min(1, max(0, sum(m * c for m, c in zip(row, linear(colour))))) for row in VISION[vision]]


def lab(rgb):
    """CIELAB of linear sRGB, white D65."""
    rows = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
    x, y, z = (sum(m * c for m, c in zip(row, rgb)) / white for row, white in zip(rows, (0.95047, 1, 1.08883)))
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def contrast(first, second):
    """Contrast ratio of WCAG 2."""
    light, dark = sorted(
        (sum(m * c for m, c in zip((0.2126, 0.7152, 0.0722), linear(colour))) for colour in (first, second)), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)

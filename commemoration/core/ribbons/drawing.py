"""How the ribbon of a medal is drawn: stripes of a colour and a width, from left to right."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

COLOUR = r"^#[0-9A-Fa-f]{6}$"


@dataclass(frozen=True)
class Stripe:
    """`start` and `width` are millimetres, as text that SVG reads; `colour` is `#rrggbb`."""

    colour: str
    start: str
    width: str


@dataclass(frozen=True)
class Ribbon:
    """`width` is that of all stripes together, in millimetres, as text that SVG reads."""

    stripes: list[Stripe]
    width: str


def ribbon_of(stripes: Iterable[tuple[str, Decimal]]) -> Ribbon | None:
    """For `components/ribbon.html`: colours (`#RRGGBB`) with widths in mm; None without stripes."""
    drawn, start = [], Decimal(0)
    for colour, width in stripes:
        drawn.append(Stripe(colour.lower(), str(start), str(width)))
        start += width
    return Ribbon(drawn, str(start)) if drawn else None

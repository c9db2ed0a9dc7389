"""Collects lines and shapes and turns them into one SVG drawing."""

from collections import defaultdict

import pyvips

WIDTH, HEIGHT = 4200, 3000


class Ink:
    """Shapes in drawing order; strokes of one layer, tone and width share a path, which is fast."""

    def __init__(self, width: int = WIDTH, height: int = HEIGHT):
        self.width, self.height = width, height
        self._parts: list[str] = []
        self._strokes: dict[tuple[int, float], list[str]] = defaultdict(list)

    def fill(self, tone: int, points, opacity: float = 1.0) -> None:
        """A closed shape. `points` are (x, y) pairs in pixels; `tone` is 0 (black) to 255."""
        self.settle()
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"
        self._parts.append(f'<path d="{path}" fill="{_grey(tone)}" fill-opacity="{opacity}"/>')

    def box(self, tone: int, x: float, y: float, width: float, height: float) -> None:
        self.settle()
        self._parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
            f' fill="{_grey(tone)}"/>'
        )

    def disc(self, tone: int, x: float, y: float, radius: float, opacity: float = 1.0) -> None:
        self.settle()
        self._parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"'
            f' fill="{_grey(tone)}" fill-opacity="{opacity}"/>'
        )

    def line(self, tone: int, width: float, *points) -> None:
        """An open line through `points`; it is painted when the next shape or the end comes."""
        self._strokes[tone, width].append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points))

    def settle(self) -> None:
        """Paint the lines collected so far, so that what follows lies above them."""
        for (tone, width), paths in self._strokes.items():
            self._parts.append(
                f'<path d="{"".join(paths)}" fill="none" stroke="{_grey(tone)}"'
                f' stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"/>'
            )
        self._strokes.clear()

    def over(self, ground: pyvips.Image) -> pyvips.Image:
        """The drawing laid over `ground` (one band, 8 bit, same size): one band, 8 bit."""
        self.settle()
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}"'
            f' height="{self.height}">{"".join(self._parts)}</svg>'
        )
        drawing = pyvips.Image.svgload_buffer(svg.encode(), unlimited=True)
        alpha = drawing[3] / 255
        return (drawing[0] * alpha + ground * (1 - alpha)).cast("uchar").copy_memory()


def _grey(tone: int) -> str:
    level = max(0, min(255, int(tone)))
    return f"#{level:02x}{level:02x}{level:02x}"

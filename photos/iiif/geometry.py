"""Which sizes and tiles a picture of a given size has, and under which addresses they lie.

IIIF Image API 3.0, §4.7 (canonical addresses) and §5.3-5.4 (sizes and tiles of info.json); the
levels are those of `dzsave` of libvips: each half as wide as the one before it, rounded up, until
one tile holds everything.
"""

from collections.abc import Iterator

Size = tuple[int, int]

TILE = 512
# Whole pictures are listed, and so made, up to this length: beyond it the tiles serve better.
LONGEST_LISTED = 1024
FULL = "full/max/0/default.jpg"


def reduced_size(width: int, height: int, limit: int | None) -> Size:
    """Width and height in pixels when the longer side may have at most `limit` (None: any)."""
    longer = max(width, height)
    if limit is None or longer <= limit:
        return width, height
    return max(1, round(width * limit / longer)), max(1, round(height * limit / longer))


def scale_factors(width: int, height: int) -> list[int]:
    """1, 2, 4, … up to the one at which the whole picture fits into one tile."""
    factors = [1]
    while max(level_size(width, height, factors[-1])) > TILE:
        factors.append(factors[-1] * 2)
    return factors


def level_size(width: int, height: int, factor: int) -> Size:
    return -(-width // factor), -(-height // factor)


def listed_sizes(width: int, height: int) -> list[Size]:
    """Sizes in which the whole picture is there, the smallest first."""
    levels = [level_size(width, height, factor) for factor in scale_factors(width, height)]
    return [size for size in reversed(levels) if max(size) <= LONGEST_LISTED]


def addresses(width: int, height: int) -> set[str]:
    """Every file of a picture, named as its address goes on after the identifier."""
    names = {FULL}
    names.update(whole(size) for size in listed_sizes(width, height))
    for factor in scale_factors(width, height):
        names.update(tiles_of_level(width, height, factor))
    return names


def whole(size: Size) -> str:
    return "full/{},{}/0/default.jpg".format(*size)


def tiles_of_level(width: int, height: int, factor: int) -> Iterator[str]:
    """The tiles of one level, row by row."""
    level_width, level_height = level_size(width, height, factor)
    for y in range(0, level_height, TILE):
        for x in range(0, level_width, TILE):
            size = min(TILE, level_width - x), min(TILE, level_height - y)
            if size == (level_width, level_height):
                yield whole(size)
                continue
            left, top = x * factor, y * factor
            wide = min(TILE * factor, width - left)
            high = min(TILE * factor, height - top)
            yield f"{left},{top},{wide},{high}/{size[0]},{size[1]}/0/default.jpg"

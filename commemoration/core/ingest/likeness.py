"""How alike two pictures look: a difference hash, which survives another size, tone or compression.

The picture is shrunk to nine by eight grey values; each of the 64 bits says whether a value is
brighter than its right neighbour. Two scans of one print differ in few bits, two photographs in
about half. (N. Krawetz, "Kind of Like That", 2013.)
"""

from pathlib import Path

from PIL import Image

COLUMNS, ROWS = 8, 8
MOST_BITS = 6  # that may differ between two scans of one print


def difference_hash(picture: Path) -> int:
    """The hash of a picture of our own making, as a signed number of 64 bits."""
    with Image.open(picture) as opened:
        small = opened.convert("L").resize((COLUMNS + 1, ROWS), Image.Resampling.LANCZOS)
    values = small.tobytes()
    bits = 0
    for row in range(ROWS):
        for column in range(COLUMNS):
            place = row * (COLUMNS + 1) + column
            bits = bits << 1 | (values[place] > values[place + 1])
    return bits - 2**64 if bits >= 2**63 else bits

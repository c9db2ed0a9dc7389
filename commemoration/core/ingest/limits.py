"""How large a picture may be, and what reading it may cost; and which derivatives are made."""

from dataclasses import asdict, dataclass

MEGAPIXEL = 1_000_000
MEGABYTE = 1024 * 1024

DERIVATIVE_WIDTHS = (320, 480, 640, 960, 1440, 2048)
# However tall a picture is, one derivative is no longer than this: rights may allow no longer one.
SHORT_ENOUGH = 1200
DERIVATIVE_FORMATS = ("avif", "webp", "jpg")

# What stands for a picture under a content warning: so many spots of colour along the longer side
# that nobody tells a body from a heap of earth, spread over a file large enough to be shared.
BLURRED_SPOTS = 16
BLURRED_SIDE = 640  # pixels; 600 × 315 is the least that a large preview of a link needs

# libjpeg stops at 65,500 pixels on a side; more than fifty times as long as wide is no photograph.
LONGEST_SIDE = 65_000
STEEPEST_RATIO = 50

# Reading a header takes a fraction of a second; what a picture of a given size may take beyond
# that leaves five times what a 24-megapixel JPEG needs (bench/ingest.py).
HEADER_SECONDS = 2
SECONDS_PER_MEGAPIXEL = 0.15
ENCODING_SECONDS = 60

# Anonymous memory of the worker. An ordinary picture streams through about 60 MB, whatever its
# size; what must be held whole (rotation, interlaced PNG, progressive JPEG but for the largest
# without loss of colour detail) fits up to 40 MP. Below ORDINARY_PIXELS nothing needs more.
ORDINARY_MEMORY = 270 * MEGABYTE
ORDINARY_PIXELS = 10 * MEGAPIXEL
# Encoders reserve more than they come to hold: AVIF of an upright 2400 × 3600 holds 165 MB and was
# refused 270 now and then. While they work, what is held is bounded from outside alone.
RESERVED_FOR_EACH_HELD = 2


@dataclass(frozen=True)
class Limits:
    """What one group of people may hand in. Memory and seconds bound the worker process."""

    max_bytes: int
    max_pixels: int
    max_memory: int
    max_seconds: int

    def as_dict(self) -> dict:
        return asdict(self)


# What visitors send: phone pictures. 40 megapixels is beyond any phone's ordinary output.
PUBLIC = Limits(
    max_bytes=40 * MEGABYTE,
    max_pixels=40 * MEGAPIXEL,
    max_memory=ORDINARY_MEMORY,
    max_seconds=60,
)

# What archives send: a glass plate of 13 × 18 cm at 2400 dpi is 12,283 × 17,008 = 209 megapixels.
# Such files are read as a stream; only then may the worker take more than ORDINARY_MEMORY.
STAFF = Limits(
    max_bytes=1024 * MEGABYTE,
    max_pixels=300 * MEGAPIXEL,
    max_memory=800 * MEGABYTE,
    max_seconds=300,
)

"""A server of map tiles on another host, and a PMTiles archive, both of one small picture."""

import struct
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

from PIL import Image

TILE = 256  # pixels
NEAREST_ZOOM = 9
ARCHIVE = "/belgium.pmtiles"
HEADER = "<7sBQQQQQQQQQQQBBBBBBiiiiBii"  # PMTiles 3, §3


def picture() -> bytes:
    kept = BytesIO()
    Image.new("RGB", (TILE, TILE), "#88aa66").save(kept, "PNG")
    return kept.getvalue()


def archive() -> bytes:
    """Shows the same picture everywhere, up to `NEAREST_ZOOM`."""
    tile = picture()
    tiles = sum(4**zoom for zoom in range(NEAREST_ZOOM + 1))
    # One entry: number of the first tile, how many it stands for, bytes, place plus one (§4).
    directory = b"".join(map(_varint, (1, 0, tiles, len(tile), 1)))
    metadata = b"{}"
    starts = [127, 127 + len(directory), 127 + len(directory) + len(metadata)]
    header = struct.pack(
        HEADER,
        *(b"PMTiles", 3, starts[0], len(directory), starts[1], len(metadata)),
        *(starts[2], 0, starts[2], len(tile), tiles, 1, 1),
        *(1, 1, 1, 2, 0, NEAREST_ZOOM),  # clustered, nothing compressed, PNG, zooms
        *(-1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000, 7, 0, 0),
    )
    return header + directory + metadata + tile


def _varint(number: int) -> bytes:
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    return bytes([*found, number])


@dataclass
class TileServer:
    """`asked` has each path with the `Referer` and `Range` that came with it."""

    address: str
    asked: list[tuple[str, str, str]] = field(default_factory=list)


@contextmanager
def tile_server():
    """Answers every `….png` with the picture, and `ARCHIVE` by ranges, to pages of any site."""
    tile, file = picture(), archive()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            said = self.headers.get("Referer", ""), self.headers.get("Range", "")
            served.asked.append((self.path, *said))
            if self.path == ARCHIVE:
                first, last = map(int, said[1].removeprefix("bytes=").split("-"))
                part = file[first : last + 1]
                self.send_response(206)
                self.send_header(
                    "Content-Range", f"bytes {first}-{first + len(part) - 1}/{len(file)}"
                )
                self.send_header("Access-Control-Allow-Origin", "*")
            else:
                part = tile
                self.send_response(200)
                self.send_header("Content-Type", "image/png")
            self.send_header("Content-Length", str(len(part)))
            self.end_headers()
            with suppress(BrokenPipeError):  # the map has moved on
                self.wfile.write(part)

        def log_message(self, *_):
            """Silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served = TileServer(f"http://127.0.0.1:{server.server_port}")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield served
        server.shutdown()

"""Specimen plates: pictures drawn by code, so that a demonstration needs nobody's photographs.

Each plate is a greyscale picture of 12.6 megapixels with detail down to the single pixel, finished
like an old print and lettered as a specimen on its own border.
"""

from commemoration.home.demo.plates.draw import KINDS, draw_plate, draw_sheets, draw_verso

__all__ = ["KINDS", "draw_plate", "draw_sheets", "draw_verso"]

"""`info.json`: what a viewer must know of a picture before it can ask for tiles."""

from photos.enums import RightsStatement
from photos.iiif import geometry

CONTEXT = "http://iiif.io/api/image/3/context.json"


def image_information(*, address: str, width: int, height: int, rights: str = "") -> dict:
    """The image information of IIIF Image API 3.0, §5, for level 0.

    `address` is the absolute one of the image service, `width` and `height` are those of the
    tiles, `rights` is a code of `RightsStatement` or empty.
    """
    information = {
        "@context": CONTEXT,
        "id": address,
        "type": "ImageService3",
        "protocol": "http://iiif.io/api/image",
        "profile": "level0",
        "width": width,
        "height": height,
        "sizes": [
            {"width": each[0], "height": each[1]} for each in geometry.listed_sizes(width, height)
        ],
        "tiles": [{"width": geometry.TILE, "scaleFactors": geometry.scale_factors(width, height)}],
    }
    if rights:
        information["rights"] = RightsStatement(rights).uri
    return {name: value for name, value in information.items() if value}

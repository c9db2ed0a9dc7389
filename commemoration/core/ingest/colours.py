"""Turns whatever a file holds into 8-bit sRGB: three bands, no transparency."""

import pyvips

_CMYK = "cmyk"
_INTEGER_RANGES = {"uchar": 255, "ushort": 65535}
# A scan whose brightest point is below a sixteenth of white is no picture as it stands.
_UNSHIFTED_WHITES = (255, 1023, 4095)
_COLORIMETRIC = {"lab", "labs", "labq", "lch", "xyz", "yxy", "scrgb"}
_PROFILE = "icc-profile-data"
# The largest printing profiles in use have about 3 MB; beyond that a profile is a hiding place.
_LARGEST_PROFILE = 8 * 1024 * 1024


def to_srgb(image: pyvips.Image, notes: list[str]) -> pyvips.Image:
    """8-bit sRGB of any picture; adds to `notes` what had to be decided on the way."""
    if image.interpretation not in _COLORIMETRIC:
        image = _whole_numbers(image, notes)
        image = _named_bands(image)
    alpha = None
    if image.hasalpha():
        alpha = image[image.bands - 1]
        alpha = (alpha >> 8).cast("uchar") if alpha.format == "ushort" else alpha.cast("uchar")
        image = image[0 : image.bands - 1]
    image = _through_profile(image, notes)
    if alpha is not None:
        image = image.bandjoin(alpha).copy(interpretation="srgb").flatten(background=255)
        notes.append("transparency_on_white")
    return image


def is_deep_grey(image: pyvips.Image) -> bool:
    """Whether `with_full_range` has something to decide about this picture."""
    return image.format == "ushort" and image.bands == 1


def with_full_range(image: pyvips.Image, brightest: float, notes: list[str]) -> pyvips.Image:
    """Some scanners write 8, 10 or 12 bits into 16 without shifting them: all would look black."""
    for white in _UNSHIFTED_WHITES:
        if 0 < brightest <= white:
            notes.append("values_stretched")
            return image.linear(65535 / white, 0).cast("ushort").copy(interpretation="grey16")
    return image


def _whole_numbers(image: pyvips.Image, notes: list[str]) -> pyvips.Image:
    """Signed, 32-bit and floating values have no fixed white: stretch them over the full range."""
    if image.format in _INTEGER_RANGES:
        return image
    if image.format in ("complex", "dpcomplex"):
        raise ValueError("complex numbers are not a picture")
    image = image.copy_memory()
    low, high = image.min(), image.max()
    notes.append("values_stretched")
    scale = 65535 / (high - low) if high > low else 0
    kind = "grey16" if image.bands < 3 else "rgb16"
    return image.linear(scale, -low * scale).cast("ushort").copy(interpretation=kind)


def _named_bands(image: pyvips.Image) -> pyvips.Image:
    """Name the colour space of a file that does not, and leave out bands nobody can name."""
    deep = image.format == "ushort"
    if image.interpretation == _CMYK:
        return image
    if image.bands < 3:
        return image.copy(interpretation="grey16" if deep else "b-w")
    if image.bands > 4:
        image = image[0:3]
    return image.copy(interpretation="rgb16" if deep else "srgb")


def _through_profile(image: pyvips.Image, notes: list[str]) -> pyvips.Image:
    has_profile = _PROFILE in image.get_fields()
    if has_profile and len(image.get(_PROFILE)) <= _LARGEST_PROFILE:
        try:
            return _first_three(_transform(image, embedded=True))
        except pyvips.Error:
            notes.append("profile_ignored")
    elif has_profile:
        notes.append("profile_ignored")
    if has_profile:
        image = image.copy()
        image.remove(_PROFILE)
    if image.interpretation == _CMYK:
        notes.append("cmyk_without_profile")
        return _first_three(_transform(image, embedded=False, input_profile=_CMYK))
    return _first_three(image.colourspace("srgb"))


def _transform(image: pyvips.Image, **options) -> pyvips.Image:
    return image.icc_transform(
        "srgb", depth=8, intent="relative", black_point_compensation=True, **options
    )


def _first_three(image: pyvips.Image) -> pyvips.Image:
    if image.bands < 3:
        image = image[0].bandjoin([image[0], image[0]])
    return image[0:3].cast("uchar").copy(interpretation="srgb")

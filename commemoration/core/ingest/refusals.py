"""Why a picture is refused, in plain words for the person who sent it."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

MESSAGES = {
    "empty": _("The file is empty. Choose the picture again."),
    "too_many_bytes": _(
        "The file has %(megabytes)s MB; at most %(limit)s MB can be taken. "
        "Save a smaller copy as JPEG and send that."
    ),
    "other_type": _(
        "This is a file of the type %(found)s. "
        "Save the picture as JPEG, PNG, TIFF, WebP or HEIC and send that."
    ),
    "not_a_picture": _(
        "This file is not a picture that can be read here. Send a JPEG, PNG, TIFF, WebP or HEIC."
    ),
    "too_many_pixels": _(
        "The picture has %(megapixels)s megapixels (%(width)s × %(height)s); "
        "at most %(limit)s megapixels can be taken. Save a smaller copy and send that."
    ),
    "wrong_shape": _(
        "The picture measures %(width)s × %(height)s; at most %(longest)s pixels on a side, "
        "and at most %(ratio)s times as long as wide, can be taken. Cut it into parts."
    ),
    "damaged": _(
        "The picture is damaged, cut short or of an unusual kind, and cannot be read to its end. "
        "Open it in a picture program, save it again as JPEG, and send that."
    ),
    "too_slow": _(
        "The picture takes too long to read. "
        "Open it in a picture program, save it again as JPEG, and send that."
    ),
    "too_much_memory": _(
        "The picture is built in a way that needs too much memory to read. "
        "Open it in a picture program, save it again as JPEG, and send that."
    ),
}


class PictureRefused(Exception):
    """The file is not taken. `code` is a key of MESSAGES; `message` speaks the active language."""

    def __init__(self, code: str, **params):
        super().__init__(code)
        self.code = code
        self.params = params

    @property
    def message(self) -> str:
        return gettext(MESSAGES[self.code]) % self.params

    def __str__(self) -> str:
        return self.message

"""What a template needs to show a picture, taken from the row alone: no query, no file access."""

from dataclasses import dataclass
from uuid import UUID

from django.core.files.storage import default_storage
from django.urls import reverse

from photos import picture_files

# The one picture of browsers that know neither <picture> nor srcset.
_FALLBACK_WIDTH = 960


@dataclass(frozen=True)
class PictureSources:
    """The same picture in three formats, each as the text of a `srcset` attribute."""

    avif: str
    webp: str
    jpeg: str


@dataclass(frozen=True)
class PublishedPicture:
    """A picture as the tag `{% picture %}` takes it.

    `width` and `height` are those of the largest derivative, so that a browser can keep its place;
    `src` is a JPEG for browsers without `srcset`, `largest` the one to link to.
    """

    uuid: UUID
    width: int
    height: int
    sources: PictureSources
    src: str
    largest: str


@dataclass(frozen=True)
class BlurredPicture:
    """What lists and previews show of a picture under a content warning; a JPEG, in pixels."""

    src: str
    width: int
    height: int


def blurred_picture(image, root: str | None = None) -> BlurredPicture | None:
    """The blurred picture of an `ArchiveImage`; None where no warning covers it.

    `image` may be a row with `uuid`, `published_at`, `blurred` and `is_covered` alone.
    """
    if image is None or image.published_at is None or not (image.is_covered and image.blurred):
        return None
    return BlurredPicture(
        src=f"{root or public_root()}/{image.uuid}/{picture_files.BLURRED}",
        width=image.blurred["width"],
        height=image.blurred["height"],
    )


def published_picture(image, root: str | None = None) -> PublishedPicture | None:
    """The picture of an `ArchiveImage` for the public; None while it may not be fetched.

    `image` may be a row with the image's `uuid`, `derivatives`, `published_at` and `public_limit`
    alone; `root` is `public_root()`, which a list asks for once. No derivative is offered that is
    longer than the rights allow.
    """
    if image is None or image.published_at is None:
        return None
    derivatives = picture_files.within(image.derivatives, image.public_limit)
    return _picture(image.uuid, derivatives, f"{root or public_root()}/{image.uuid}")


def largest_address(image, root: str) -> str:
    """The address of the largest JPEG that the public may fetch; "" without one.

    `image` is what `published_picture` takes, `root` is `public_root()`. For long lists of nothing
    but addresses.
    """
    if image.published_at is None:
        return ""
    derivatives = picture_files.within(image.derivatives, image.public_limit)
    return f"{root}/{image.uuid}/{derivatives[-1]['width']}.jpg" if derivatives else ""


def public_root() -> str:
    """The address of the folder in which every published picture has one of its own."""
    return default_storage.url(picture_files.FOLDER)


def picture_below(uuid: UUID, derivatives: list[dict], folder: str) -> PublishedPicture | None:
    """These sizes of a picture as the files of `folder`, an address that asks for leave itself."""
    return _picture(uuid, derivatives, folder)


def staff_picture(image) -> PublishedPicture | None:
    """The same for previews in the admin: addresses that ask for admin access."""
    if image is None:
        return None
    return _picture(image.uuid, image.derivatives, _staff_folder(image))


def _picture(uuid: UUID, derivatives: list[dict], folder: str) -> PublishedPicture | None:
    if not derivatives:
        return None
    largest = derivatives[-1]
    fallback = _fallback(derivatives)
    widths = [size["width"] for size in derivatives]

    def srcset(extension: str) -> str:
        return ", ".join([f"{folder}/{width}.{extension} {width}w" for width in widths])

    return PublishedPicture(
        uuid=uuid,
        width=largest["width"],
        height=largest["height"],
        sources=PictureSources(avif=srcset("avif"), webp=srcset("webp"), jpeg=srcset("jpg")),
        src=f"{folder}/{fallback['width']}.jpg",
        largest=f"{folder}/{largest['width']}.jpg",
    )


def _fallback(derivatives: list[dict]) -> dict:
    small = [size for size in derivatives if size["width"] <= _FALLBACK_WIDTH]
    return small[-1] if small else derivatives[0]


def _staff_folder(image) -> str:
    return reverse("working_file", args=[picture_files.folder_of(image.file.name)])

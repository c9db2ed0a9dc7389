"""Where the image service of a picture is found; the same in every language."""

from uuid import UUID

ROOT = "/iiif/3/"


def image_service(uuid: UUID | str) -> str:
    """The path of a picture's image service, without a slash at its end."""
    return f"{ROOT}{uuid}"


def information(uuid: UUID | str) -> str:
    """The path of what a viewer is given to open."""
    return f"{image_service(uuid)}/info.json"

"""Pictures that visitors sent and staff accepted, as rows of an app that each show one.

A row has `image`, `caption`, `sort_order`, and in `came_as` the name of the file that it was made
from.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from commemoration.core.accounts.selectors import collection_of_section
from commemoration.core.enums import Section
from commemoration.core.ingest.limits import PUBLIC
from commemoration.submissions.models.pictures import SubmittedPicture, submitted_storage
from photos.models.images import ArchiveImage
from photos.services.pictures import store_picture, withdraw_pictures

Row = TypeVar("Row")


def settle_rows(
    shown: Iterable[Row],
    submitted: list[SubmittedPicture],
    make: Callable[[SubmittedPicture], Row],
) -> tuple[list[Row], bool]:
    """The rows of exactly these pictures, saved in their order; whether any of them is new.

    A file that is shown already is not taken in again: `make` gives the unsaved row of one that is
    not. What is no longer sent is gone, rows and files.
    """
    known = {row.came_as: row for row in shown}
    rows, has_new = [], False
    for place, each in enumerate(submitted):
        row = known.pop(each.picture.name, None) or make(each)
        has_new = has_new or row.pk is None
        row.caption, row.sort_order = each.caption, place
        row.save()
        rows.append(row)
    remove_rows(known.values())
    return rows, has_new


def remove_rows(rows: Iterable) -> None:
    """Rows and files are gone for good."""
    for row in rows:
        image = row.image
        row.delete()
        image.delete()


def withdraw_wholly(images: list[ArchiveImage]) -> None:
    """Nothing of them can be fetched any more, from here or from the admin's previews."""
    withdraw_pictures(images)
    for image in images:
        for rendition in image.renditions.all():
            rendition.delete()


def path_of(picture: SubmittedPicture) -> Path:
    return Path(submitted_storage().path(picture.picture.name))


def take_in(path: Path, *, name: str, title: str, section: Section) -> ArchiveImage:
    """A new picture in the folder of that section, not published. `name` takes the place of the
    name that the file had on the sender's device."""
    return store_picture(
        file=path,
        original_name=f"{name}{path.suffix}",
        title=title,
        collection=collection_of_section(section),
        limits=PUBLIC,
    )

"""The pictures of an entry: taken in when it is accepted, public as long as it is."""

from pathlib import Path

from commemoration.core.enums import Section
from commemoration.submissions.models.pictures import SubmittedPicture
from photos.models.images import ArchiveImage
from photos.services.pictures import publish_pictures
from photos.services.sent_pictures import (
    path_of,
    remove_rows,
    settle_rows,
    take_in,
    withdraw_wholly,
)
from tributes.regiment.models.entries import RegimentEntry, RegimentPicture


def settle_pictures(entry: RegimentEntry, submitted: list[SubmittedPicture]) -> None:
    """Have the entry show exactly these, in their order, and publish them."""

    def made(picture: SubmittedPicture) -> RegimentPicture:
        return RegimentPicture(
            entry=entry, image=_take_in(path_of(picture)), came_as=picture.picture.name
        )

    shown = [picture for picture in entry.pictures.all() if picture.came_as]
    rows, _has_new = settle_rows(shown, submitted, made)
    publish_pictures([row.image for row in rows], with_tiles=False)


def withdraw_entry_pictures(entry: RegimentEntry) -> None:
    withdraw_wholly(_images_of(entry))


def publish_entry_pictures(entry: RegimentEntry) -> None:
    publish_pictures(_images_of(entry), with_tiles=False)


def erase_pictures(entry: RegimentEntry) -> None:
    """Rows and files are gone for good."""
    remove_rows(list(RegimentPicture.objects.filter(entry=entry).select_related("image")))


def add_picture(entry: RegimentEntry, path: Path, caption: str = "") -> RegimentPicture:
    """One more picture from a file of our own."""
    place = RegimentPicture.objects.filter(entry=entry).count()
    return RegimentPicture.objects.create(
        entry=entry, image=_take_in(path), caption=caption, sort_order=place
    )


def _take_in(path: Path) -> ArchiveImage:
    return take_in(path, name="regiment", title="Immortal Regiment", section=Section.CENTRE)


def _images_of(entry: RegimentEntry) -> list[ArchiveImage]:
    return list(ArchiveImage.objects.filter(regiment_pictures__entry=entry))

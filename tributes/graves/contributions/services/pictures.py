"""The pictures of a contribution: taken in when it is accepted, public as long as it is."""

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
from tributes.graves.models.contributions import Contribution, ContributionPicture


def settle_pictures(contribution: Contribution, submitted: list[SubmittedPicture]) -> bool:
    """Have it show exactly these, in their order; whether any of them was not there before."""

    def made(picture: SubmittedPicture) -> ContributionPicture:
        image = take_in(
            path_of(picture),
            name="grave",
            title="Photograph sent by a visitor",
            section=Section.EMBASSY,
        )
        return ContributionPicture(
            contribution=contribution, image=image, came_as=picture.picture.name
        )

    _rows, has_new = settle_rows(contribution.pictures.all(), submitted, made)
    return has_new


def publish_contributed(contribution: Contribution) -> None:
    publish_pictures(_images_of(contribution), with_tiles=False)


def withdraw_contributed(contribution: Contribution) -> None:
    withdraw_wholly(_images_of(contribution))


def erase_contributed(contribution: Contribution) -> None:
    """Rows and files are gone for good."""
    remove_rows(list(contribution.pictures.select_related("image")))


def _images_of(contribution: Contribution) -> list[ArchiveImage]:
    return list(ArchiveImage.objects.filter(grave_contributions__contribution=contribution))

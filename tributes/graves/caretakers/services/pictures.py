"""The photographs of a report: taken in when it is accepted, public as long as it is."""

from commemoration.core.enums import Section
from commemoration.submissions.models.pictures import SubmittedPicture
from photos.services.pictures import publish_pictures
from photos.services.sent_pictures import path_of, remove_rows, settle_rows, take_in
from tributes.graves.models.caretakers import CaretakerReport, ReportPicture


def settle_pictures(report: CaretakerReport, submitted: list[SubmittedPicture]) -> bool:
    """Have the report show exactly these, in their order, and publish them; whether any of them was
    not there before."""

    def made(picture: SubmittedPicture) -> ReportPicture:
        image = take_in(
            path_of(picture), name="visit", title="Visit to a burial site", section=Section.EMBASSY
        )
        return ReportPicture(report=report, image=image, came_as=picture.picture.name)

    rows, has_new = settle_rows(report.pictures.select_related("image"), submitted, made)
    publish_pictures([row.image for row in rows], with_tiles=False)
    return has_new


def remove_pictures(report: CaretakerReport) -> None:
    """Rows and files are gone for good."""
    remove_rows(list(report.pictures.select_related("image")))

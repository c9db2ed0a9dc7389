"""What keeps the pictures of a submission from being published: asked and worded here alone."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from commemoration.submissions.enums import PictureState
from commemoration.submissions.models.pictures import SubmittedPicture


def picture_faults(pictures: Iterable[SubmittedPicture]) -> list[str]:
    """In words for its sender; those that staff leave out count for nothing."""
    shown = [picture for picture in pictures if not picture.is_left_out]
    states = {picture.state for picture in shown}
    faults = []
    if PictureState.WAITING in states:
        faults.append(_("A picture is still being read. Wait a moment, then send again."))
    if PictureState.REFUSED in states:
        faults.append(_("A picture cannot be used. Take it out or send another one."))
    if any(each.state == PictureState.READY and not each.alive for each in shown):
        faults.append(_("Say for each picture whether anyone in it is alive."))
    return faults

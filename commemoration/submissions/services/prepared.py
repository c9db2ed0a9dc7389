"""What staff prepare for reviews: how sections take submissions in, and the first list of names."""

from django.db import transaction
from wagtail.log_actions import log

from commemoration.submissions.models.records import SubmissionSection

SECTION_SET = "submissions.section_set"


@transaction.atomic
def set_section(*, slug: str, needs_two: bool, is_closed: bool, user) -> SubmissionSection:
    """Say how a section takes submissions in; the admin's log says who has."""
    section, _made = SubmissionSection.objects.get_or_create(slug=slug)
    section = SubmissionSection.objects.select_for_update().get(pk=section.pk)
    if (section.needs_two, section.is_closed) != (needs_two, is_closed):
        section.needs_two, section.is_closed = needs_two, is_closed
        section.save(update_fields=["needs_two", "is_closed"])
        said = {"needs_two": needs_two, "is_closed": is_closed}
        log(instance=section, action=SECTION_SET, user=user, data=said)
    return section

"""Which photographs of caretakers the public sees, and beside which visit."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from photos.models.images import ArchiveImage
from photos.pictures import PublishedPicture, public_root, published_picture
from tributes.graves.models.caretakers import ReportPicture
from tributes.graves.models.sites import ConditionEntry


@dataclass(frozen=True)
class VisitPicture:
    """`caption` is in `language`, as its caretaker wrote it."""

    picture: PublishedPicture
    caption: str
    language: str


def public_pictures() -> QuerySet:
    """The ids of the pictures of accepted reports."""
    shown = ArchiveImage.objects.filter(caretaker_reports__report__condition__isnull=False)
    return shown.order_by().values_list("pk", flat=True)


def pictures_of_visits(visits: Iterable[ConditionEntry]) -> dict[int, list[VisitPicture]]:
    """By the id of the visit, its photographs in their order. One query, or none."""
    reported = {visit.pk: visit.language for visit in visits if visit.is_reported}
    if not reported:
        return {}
    root = public_root()
    rows = ReportPicture.objects.filter(report__condition__in=reported)
    found: dict[int, list[VisitPicture]] = {}
    for row in rows.select_related("image", "report"):
        if picture := published_picture(row.image, root):
            condition = row.report.condition_id
            shown = VisitPicture(picture, row.caption, reported[condition])
            found.setdefault(condition, []).append(shown)
    return found

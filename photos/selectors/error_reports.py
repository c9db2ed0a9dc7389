"""The queue of reported errors: the reports on one photograph together, beside its record."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import ngettext
from wagtail.models import ModelLogEntry

from commemoration.core.accounts.models import User
from photos.enums import ReportState
from photos.models.error_reports import ErrorReport
from photos.models.records import Photo
from photos.pictures import PublishedPicture, staff_picture
from photos.querysets import ErrorReportQuerySet

PHOTOS_ON_A_PAGE = 20


@dataclass(frozen=True)
class Entry:
    """One photograph, as it stands, and what is reported about it."""

    photo: Photo
    picture: PublishedPicture | None  # for staff
    reports: list[ErrorReport]


@dataclass(frozen=True)
class Decision:
    """What somebody decided on a report; `who` is None for an account that is gone."""

    who: User | None
    moment: datetime
    state: ReportState
    answer: str


@dataclass(frozen=True)
class WaitingReports:
    """How many open reports there are on one photograph, and since when."""

    photo_id: int
    accession: str
    number: int
    since: datetime
    first_id: int

    @property
    def url(self) -> str:
        """The screen of the first of them, which shows the others too."""
        return reverse("error_reports:report", args=[self.first_id])

    @property
    def words(self) -> str:
        text = ngettext("%(number)s report", "%(number)s reports", self.number)
        return text % {"number": self.number}


def entries(reports: ErrorReportQuerySet, number: int | str | None) -> tuple[list[Entry], Page]:
    """One page of photographs with those of `reports` that are on them, the longest wait first.

    Five queries.
    """
    photos = reports.order_by().values("photo_id").annotate(since=Min("created_at"))
    page = Paginator(photos.order_by("since", "photo_id"), PHOTOS_ON_A_PAGE).get_page(number)
    ids = [row["photo_id"] for row in page.object_list]
    found = _records().in_bulk(ids)
    shown = reports.filter(photo__in=ids).select_related("handled_by")
    by_photo = dict.fromkeys(ids, ())
    for key, group in groupby(shown.order_by("photo_id", "created_at", "pk"), _photo_of):
        by_photo[key] = list(group)
    return [_entry(found[key], by_photo[key]) for key in ids], page


def entry_of(report: ErrorReport) -> Entry:
    """A report with all others on its photograph that are still open. Three queries."""
    others = report.photo.error_reports.open().exclude(pk=report.pk).select_related("handled_by")
    return _entry(_records().get(pk=report.photo_id), [report, *others])


def waiting_reports(reports: ErrorReportQuerySet, most: int) -> list[WaitingReports]:
    """The photographs with open reports that have waited longest. One query."""
    rows = (
        reports.open()
        .order_by()
        .values_list("photo_id", "photo__accession")
        .annotate(number=Count("pk"), since=Min("created_at"), first=Min("pk"))
        .order_by("since", "photo_id")
    )
    return [WaitingReports(*row) for row in rows[:most]]


def decisions_on(report: ErrorReport) -> list[Decision]:
    """Who has decided what on a report, the newest first. One query."""
    rows = ModelLogEntry.objects.for_instance(report).select_related("user")
    return [
        Decision(row.user, row.timestamp, ReportState(row.data["state"]), row.data["answer"])
        for row in rows.order_by("-timestamp", "-pk")
    ]


def _entry(photo: Photo, reports: list[ErrorReport]) -> Entry:
    return Entry(photo, staff_picture(photo.image), reports)


def _records():
    return Photo.objects.select_related("image", "collection").prefetch_related("texts")


def _photo_of(report: ErrorReport) -> int:
    return report.photo_id

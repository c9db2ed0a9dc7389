"""Which pictures of veterans may be given out: asked anew each time, since they have no files."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from photos import picture_files
from photos.models.images import ArchiveImage
from photos.pictures import PublishedPicture, picture_below
from tributes.veterans.enums import Scope
from tributes.veterans.models.presentations import ReportPhoto
from tributes.veterans.models.veterans import Portrait, Veteran


@dataclass(frozen=True)
class GivenOut:
    """A picture that somebody asked for. `was_public` says that its address is known."""

    image: ArchiveImage
    is_public: bool
    was_public: bool


def portraits_to_show() -> QuerySet[Portrait]:
    """Portraits of public veterans who agree to pictures."""
    agreeing = Veteran.objects.published().agreeing_to(Scope.PICTURES)
    return Portrait.objects.filter(veteran__in=agreeing.values("pk"))


def report_photos_to_show() -> QuerySet[ReportPhoto]:
    """Pictures of public presentations on which everybody living agrees."""
    agreeing = Veteran.objects.agreeing_to(Scope.PICTURES).values("pk")
    barred = ReportPhoto.shows.through.objects.filter(reportphoto=OuterRef("pk")).exclude(
        veteran__in=agreeing
    )
    return ReportPhoto.objects.filter(presentation__live=True, others_agree=True).exclude(
        Exists(barred)
    )


def picture_asked_for(uuid: UUID) -> GivenOut | None:
    """The picture of this name, if veterans have it, and whether it may be given out. One query.

    One living person on it who does not agree bars it, in whatever other record it is shown.
    """
    image = OuterRef("pk")
    agreeing = Veteran.objects.agreeing_to(Scope.PICTURES).values("pk")
    shown = ReportPhoto.shows.through.objects.filter(reportphoto__image=image)
    barred = Exists(shown.exclude(veteran__in=agreeing)) | Exists(
        Portrait.objects.filter(image=image).exclude(veteran__in=agreeing)
    )
    found = (
        ArchiveImage.objects.filter(uuid=uuid)
        .filter(Q(portraits_of_veterans__isnull=False) | Q(reports_of_presentations__isnull=False))
        .annotate(
            is_shown=Exists(portraits_to_show().filter(image=image))
            | Exists(report_photos_to_show().filter(image=image)),
            is_barred=barred,
            was_shown=Exists(
                Portrait.objects.filter(image=image, veteran__first_published_at__isnull=False)
            )
            | Exists(
                ReportPhoto.objects.filter(
                    image=image, presentation__first_published_at__isnull=False
                )
            ),
        )
        .first()
    )
    if found is None:
        return None
    return GivenOut(found, found.is_shown and not found.is_barred, found.was_shown)


def pictures_of(veteran: Veteran) -> list[ArchiveImage]:
    """Every picture that shows the veteran, public or not."""
    shows = Q(portraits_of_veterans__veteran=veteran)
    shows |= Q(reports_of_presentations__shows=veteran)
    return list(ArchiveImage.objects.filter(shows).distinct())


def sizes_of(image: ArchiveImage) -> list[dict]:
    """What may be fetched: nobody has said that these pictures are free of rights."""
    return picture_files.within(image.derivatives, settings.LIMITED_LONGEST_SIDE)


def shown_picture(image: ArchiveImage) -> PublishedPicture | None:
    """As the tag `{% picture %}` takes it, with addresses that ask for leave."""
    folder = reverse("veteran_picture", args=[image.uuid, 0, "jpg"]).rpartition("/")[0]
    return picture_below(image.uuid, sizes_of(image), folder)

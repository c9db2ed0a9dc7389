"""What stands on the page of a record under what families and visitors told us."""

from dataclasses import dataclass
from datetime import date, datetime
from types import SimpleNamespace
from uuid import UUID

from django.utils import timezone
from django.utils.translation import override

from photos.models.images import ArchiveImage
from photos.pictures import PublishedPicture, public_root, published_picture
from tributes.graves.contributions.selectors.subjects import key_of
from tributes.graves.enums import BurialKind, DoubtedPart, Kinship, Told
from tributes.graves.models.burials import Burial
from tributes.graves.models.contributions import (
    AboutARecord,
    Contribution,
    PhotoRequest,
)
from tributes.graves.models.sites import BurialSite

PLACE = "#told"


@dataclass(frozen=True)
class ToldPicture:
    picture: PublishedPicture
    caption: str


@dataclass(frozen=True)
class ShownContribution:
    """One thing that was told: `told` says what it is, `by` first name and town as far as they may
    be read, "" without; words stand in `language`."""

    told: Told
    number: int
    subject: str
    text: str
    source: str
    language: str
    by: str
    day: date
    pictures: list[ToldPicture]


@dataclass(frozen=True)
class Way:
    """A form that leads from the page."""

    told: Told
    about: str


@dataclass(frozen=True)
class ToldPart:
    """`waiting` families have asked for a photograph of this record; `older` contributions are not
    among those shown."""

    contributions: list[ShownContribution]
    older: int
    ways: list[Way]
    waiting: int
    is_site: bool
    is_unknown: bool


def told_of(record: Burial | BurialSite) -> ToldPart:
    """What was told of a public record, the newest first, and what more can be told. `record` is
    as the selectors of its page give it, with `told_about`. No query."""
    root = public_root()
    is_unknown = isinstance(record, Burial) and record.kind != BurialKind.PERSON
    return ToldPart(
        contributions=[_shown(row, root) for row in record.told],
        older=record.told_total - len(record.told),
        ways=[Way(told, key_of(record)) for told in _ways(is_unknown=is_unknown)],
        waiting=record.waiting,
        is_site=isinstance(record, BurialSite),
        is_unknown=is_unknown,
    )


def address_of_told(key: UUID, language: str) -> str:
    """Where a public contribution stands; "" if it is not public."""
    rows = Contribution.objects.filter(key=key, is_public=True).select_related("burial", "site")
    return _address(rows.first(), language)


def address_of_request(key: UUID, language: str) -> str:
    """The page of the grave that a photograph was asked for."""
    rows = PhotoRequest.objects.filter(key=key).select_related("burial", "site")
    return _address(rows.first(), language)


def told_pictures():
    """The ids of the pictures that public contributions show."""
    shown = ArchiveImage.objects.filter(grave_contributions__contribution__is_public=True)
    return shown.order_by().values_list("pk", flat=True)


def _address(found: AboutARecord | None, language: str) -> str:
    record = (found.burial or found.site) if found else None
    if record is None or not record.live:
        return ""
    with override(language):
        return f"{record.get_absolute_url()}{PLACE}"


def _ways(*, is_unknown: bool) -> tuple[Told, ...]:
    """What is asked for most comes first."""
    who = Told.RECOGNISED if is_unknown else Told.RELATIVE
    first = (who, Told.REQUEST) if is_unknown else (Told.REQUEST, who)
    return (*first, Told.PHOTO, Told.CORRECTION)


def _shown(row: dict, root: str) -> ShownContribution:
    pictures = [
        ToldPicture(picture, each["caption"])
        for each in row["pictures"]
        if (picture := published_picture(SimpleNamespace(**each), root))
    ]
    part, relation = row["part"], row["relation"]
    subject = DoubtedPart(part).label if part else Kinship(relation).label if relation else ""
    return ShownContribution(
        told=Told(row["kind"]),
        number=row["pk"],
        subject=str(subject),
        text=row["text"],
        source=row["source"],
        language=row["language"],
        by=", ".join(filter(None, [row["sender_name"], row["sender_town"]])),
        day=timezone.localdate(datetime.fromisoformat(row["accepted_at"])),
        pictures=pictures,
    )

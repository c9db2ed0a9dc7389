"""What must be true of the archive: of its records, of its pictures, and of their files."""

from collections.abc import Iterator
from datetime import timedelta
from hashlib import file_digest

from django.db import connection
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from commemoration.core.ingest.limits import DERIVATIVE_FORMATS
from commemoration.core.invariants.registry import register_invariant
from commemoration.core.languages.sort_keys import natural_key
from photos import picture_files
from photos.accession import normalise_accession
from photos.enums import ActivityKind
from photos.models.activities import PhotoActivity
from photos.models.collections import CollectionText
from photos.models.images import ArchiveImage
from photos.models.pages import CollectionPage
from photos.models.records import Photo
from photos.models.texts import PhotoText
from photos.picture_users import shown_elsewhere
from photos.services.error_reports import due_for_erasure
from photos.services.picture_checks import picture_breaches
from photos.services.tile_checks import incomplete_tiles


def register_photo_invariants() -> None:
    register_invariant("photos.published_photo_has_title", published_without_title)
    register_invariant("photos.published_photo_has_a_version", published_without_version)
    register_invariant("photos.published_photo_shows_pictures", published_without_pictures)
    register_invariant("photos.published_picture_is_used", published_pictures_without_record)
    register_invariant("photos.feed_agrees_with_archive", feed_disagreeing)
    register_invariant("photos.withdrawn_photo_stays_withdrawn", withdrawn_with_plans)
    register_invariant("photos.accession_in_one_form", accessions_in_another_form)
    register_invariant("photos.order_follows_accession", wrong_sort_keys)
    register_invariant("photos.words_follow_the_record", words_out_of_step)
    register_invariant("photos.collection_page_has_text", collection_pages_without_text)
    register_invariant("photos.picture_has_derivatives", pictures_without_derivatives)
    register_invariant("photos.files_are_where_rows_say", files_elsewhere)
    register_invariant("photos.master_has_its_size", masters_of_another_size)
    register_invariant("photos.master_has_its_checksum", masters_of_another_content, deep=True)
    register_invariant("photos.old_report_has_no_address", reports_with_old_addresses)
    register_invariant("photos.every_tile_is_there", tiles_elsewhere, deep=True)


# Without regard to order, which neither words nor facets have.
_OUT_OF_STEP = """
    SELECT accession FROM photos_photo AS photo
    LEFT JOIN photos_photowords AS kept ON kept.photo_id = photo.id
    WHERE kept.photo_id IS NULL
       OR strip(kept.words) <> strip(photos_words_of(photo.id))
       OR ARRAY(SELECT unnest(string_to_array(kept.facets, chr(31))) ORDER BY 1)
          <> ARRAY(SELECT unnest(string_to_array(photos_facets_of(photo.id), chr(31))) ORDER BY 1)
    ORDER BY sort_key"""


def words_out_of_step() -> Iterator[str]:
    """Triggers keep what a photograph is found by; a table restored without them would not."""
    with connection.cursor() as cursor:
        cursor.execute(_OUT_OF_STEP)
        for (accession,) in cursor.fetchall():
            yield f"{accession} is found by words or facts that are not its own"


def published_without_title() -> Iterator[str]:
    titled = PhotoText.objects.filter(photo=OuterRef("pk"), title__regex=r"\S")
    for photo in Photo.objects.published().filter(~Exists(titled)).order_by("pk"):
        yield f"{photo} is published without a title in any language"


def published_without_version() -> Iterator[str]:
    """Without a version, Wagtail cannot say what was published nor go back to it."""
    for photo in Photo.objects.published().filter(latest_revision=None).order_by("pk"):
        yield f"{photo} is published, and none of its versions is kept"


def published_without_pictures() -> Iterator[str]:
    hidden = Q(image__published_at=None) | Q(verso__isnull=False, verso__published_at=None)
    for photo in Photo.objects.published().filter(hidden).order_by("pk"):
        yield f"{photo} is published, but a picture of it is not"


def published_pictures_without_record() -> Iterator[str]:
    users = Photo.objects.published().filter(Q(image=OuterRef("pk")) | Q(verso=OuterRef("pk")))
    unused = ArchiveImage.objects.published().filter(~Exists(users))
    for elsewhere in shown_elsewhere():
        unused = unused.exclude(pk__in=elsewhere)
    for image in unused.order_by("pk"):
        yield f"picture {image.uuid} is public, and no published photograph uses it"


def feed_disagreeing() -> Iterator[str]:
    """Whoever follows the feed of changes must end up with what is public, and nothing more."""
    newest = PhotoActivity.objects.filter(slug=OuterRef("slug")).order_by("-pk").values("kind")
    photos = Photo.objects.annotate(noted=Subquery(newest[:1])).order_by("pk")
    unsaid = photos.published().filter(Q(noted=None) | Q(noted=ActivityKind.DELETE))
    for photo in unsaid:
        yield f"{photo} is public, and the feed of changes does not say so"
    for photo in photos.gone().filter(noted__in=(ActivityKind.CREATE, ActivityKind.UPDATE)):
        yield f"{photo} is no longer public, and the feed of changes does not say so"


def withdrawn_with_plans() -> Iterator[str]:
    """Neither a date of publication nor an approval may bring back what was withdrawn."""
    withdrawn = Photo.objects.filter(withdrawn_at__isnull=False)
    scheduled = withdrawn.filter(_revisions__approved_go_live_at__isnull=False)
    for photo in scheduled.distinct().order_by("pk"):
        yield f"{photo} is withdrawn and yet has a date of publication"
    for photo in withdrawn.filter(workflow_states__status="in_progress").order_by("pk"):
        yield f"{photo} is withdrawn and yet waits for approval"


def accessions_in_another_form() -> Iterator[str]:
    for key, accession in _accessions():
        if accession != normalise_accession(accession):
            yield f"photograph {key} keeps “{accession}” in another form"


def wrong_sort_keys() -> Iterator[str]:
    rows = Photo.objects.order_by("pk").values_list("accession", "sort_key")
    for accession, sort_key in rows.iterator():
        if sort_key != natural_key(accession):
            yield f"{accession} is sorted as “{sort_key}”"


def _accessions() -> Iterator[tuple[int, str]]:
    return Photo.objects.order_by("pk").values_list("pk", "accession").iterator()


def collection_pages_without_text() -> Iterator[str]:
    texts = CollectionText.objects.filter(collection=OuterRef("collection"))
    for page in CollectionPage.objects.live().filter(~Exists(texts)).order_by("pk"):
        yield f"{page.url_path} presents a collection that has no text in any language"


def pictures_without_derivatives() -> Iterator[str]:
    rows = ArchiveImage.objects.order_by("pk").values_list("uuid", "derivatives", "blurred")
    for uuid, derivatives, blurred in rows.iterator():
        whole = all(size.get(name) for size in derivatives for name in DERIVATIVE_FORMATS)
        if not (derivatives and whole and blurred.get("jpg")):
            yield f"picture {uuid} lacks a size or a format, or its blurred copy"


def files_elsewhere() -> Iterator[str]:
    """What `heal_pictures` looks for: files that are lost, unknown, or public without leave."""
    for breach in picture_breaches():
        yield str(breach)


def masters_of_another_size() -> Iterator[str]:
    storage = picture_files.masters_storage()
    for image in _with_master():
        size = storage.size(image.master.name)
        if size != image.master_bytes:
            yield f"picture {image.uuid}: its master has {size} bytes, not {image.master_bytes}"


def masters_of_another_content() -> Iterator[str]:
    storage = picture_files.masters_storage()
    for image in _with_master():
        with storage.open(image.master.name) as file:
            if file_digest(file, "sha256").hexdigest() != image.sha256:
                yield f"picture {image.uuid}: its master is not the file that was handed in"


def tiles_elsewhere() -> Iterator[str]:
    for uuid, name in incomplete_tiles():
        yield f"picture {uuid}: its tile {name} is missing, empty or not one of its tiles"


def reports_with_old_addresses() -> Iterator[str]:
    """Erased once a day: what is a week late was forgotten."""
    for report in due_for_erasure(timezone.now() - timedelta(days=7)):
        yield f"error report {report.pk}, closed on {report.changed_at:%Y-%m-%d}, is kept as it was"


def _with_master() -> Iterator[ArchiveImage]:
    """Pictures whose master is there at all; one that is lost is named by `files_elsewhere`."""
    storage = picture_files.masters_storage()
    images = ArchiveImage.objects.order_by("pk").only("uuid", "master", "master_bytes", "sha256")
    return (image for image in images.iterator() if storage.exists(image.master.name))

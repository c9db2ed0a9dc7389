"""Synthetic photographs: added up to a number, found again, and removed."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.models import Collection as ImageCollection

from commemoration.core.enums import Section
from commemoration.core.languages.sort_keys import natural_key
from commemoration.home.load_data import texts
from commemoration.home.load_data.counting import Added, Report, analyse, batches
from commemoration.home.load_data.pages import LANGUAGES, make_pages, remove_pages
from commemoration.home.load_data.pictures import TITLE, linked_picture, originals
from photos.accession import slug_for
from photos.enums import CollectionLevel
from photos.models import ArchiveImage, Collection, CollectionText, Photo, PhotoText
from photos.querysets import PhotoQuerySet
from photos.rights_limits import longest_side
from photos.services.activities import record_publications

PREFIX = "SYN-"
SLUGS = tuple(f"synthetic-load-{number}" for number in range(1, 6))
# Of sixteen records, how many go into each collection: one is large, as in a real archive.
SHARES = (8, 4, 2, 1, 1)
PLACE_OF = tuple(place for place, share in enumerate(SHARES) for _each in range(share))
AT_ONCE = 250
# Every way in which a date can be uncertain (EDTF levels 0 and 1).
DATES = ("1944-09~", "1944", "1943?", "1944-09/1944-11", "194X", "../1945", "1945-05-09", "")
PLACES = ("Synthetic Harbour", "Synthetic Mill", "Synthetic Bridge", "", "Synthetic Station")
# What facets count: some values that few records have, and one that most have.
SITES, INSTITUTIONS, EVENTS, SUBJECTS = 60, 4, 12, 25
RIGHTS = ("CC0-1.0", "CC-BY-4.0", "InC", "UND")


def synthetic_photos() -> PhotoQuerySet:
    return Photo.objects.filter(
        accession__regex=rf"^{PREFIX}[0-9]{{6}}$", collection__slug__in=SLUGS
    )


def add_photos(total: int, report: Report) -> Added:
    """Make synthetic photographs until there are `total`, published, with texts and pictures."""
    known = set(synthetic_photos().values_list("accession", flat=True))
    wanted = [n for n in range(1, total + 1) if accession_of(n) not in known]
    collections = _collections()
    make_pages(collections)
    pictures = originals()
    for numbers in batches(wanted, AT_ONCE, "photographs", report):
        _add(numbers, collections, pictures)
    analyse()
    return Added(before=len(known), added=len(wanted))


def remove_photos(report: Report) -> int:
    """Remove all synthetic photographs with pictures, pages and collections; how many there were.

    A collection into which somebody has put other photographs stays.
    """
    removed = 0
    while ids := list(synthetic_photos().order_by().values_list("pk", "image")[:AT_ONCE]):
        with transaction.atomic():
            Photo.objects.filter(pk__in=[photo for photo, _image in ids]).delete()
            _unused_pictures().filter(pk__in=[image for _photo, image in ids]).delete()
        removed += len(ids)
        report(f"{removed} photographs removed")
    _unused_pictures().delete()
    emptied = list(Collection.objects.filter(slug__in=SLUGS, photos=None))
    remove_pages(emptied)
    Collection.objects.filter(pk__in=[collection.pk for collection in emptied]).delete()
    return removed


def accession_of(number: int) -> str:
    return f"{PREFIX}{number:06d}"


def _unused_pictures():
    return ArchiveImage.objects.filter(
        title__startswith=f"{TITLE} ", photos=None, photos_as_verso=None
    )


def _collections() -> list[Collection]:
    found = []
    for number, slug in enumerate(SLUGS, start=1):
        collection, is_new = Collection.objects.get_or_create(
            slug=slug, defaults={"level": CollectionLevel.SERIES, "section": Section.EMBASSY}
        )
        if is_new:
            CollectionText.objects.bulk_create(
                CollectionText(
                    collection=collection,
                    language=code,
                    title=texts.COLLECTIONS[code][0].format(n=number),
                    description=texts.COLLECTIONS[code][1],
                )
                for code in LANGUAGES
            )
        found.append(collection)
    return found


@transaction.atomic
def _add(numbers: list[int], collections: list[Collection], pictures: list[ArchiveImage]) -> None:
    root, now = ImageCollection.get_first_root_node(), timezone.now()
    images = [
        linked_picture(pictures[n % len(pictures)], n, root, longest_side(RIGHTS[n % len(RIGHTS)]))
        for n in numbers
    ]
    ArchiveImage.objects.bulk_create(images)
    photos = [
        _photo(number, image, collections[PLACE_OF[number % len(PLACE_OF)]], now)
        for number, image in zip(numbers, images, strict=True)
    ]
    Photo.objects.bulk_create(photos)
    record_publications(photos)
    PhotoText.objects.bulk_create(
        PhotoText(photo=photo, language=code, **texts.texts_of(number, code))
        for number, photo in zip(numbers, photos, strict=True)
        for code in LANGUAGES
    )


def _photo(number: int, image: ArchiveImage, collection: Collection, now: datetime) -> Photo:
    """The row as `publish_photo` leaves it; the bounds of the date come with the date's field."""
    accession = accession_of(number)
    return Photo(
        accession=accession,
        slug=slug_for(accession),
        sort_key=natural_key(accession),
        image=image,
        collection=collection,
        institution=_institution(number),
        fonds="1",
        inventory=str(number // 100 + 1),
        file_reference=str(number),
        photographer=f"Synthetic Photographer {number % 40}" if number % 3 else "",
        date=DATES[number % len(DATES)],
        place_then=_place(number),
        people=[f"Synthetic Person {number % 900:03d}"] if number % 4 == 0 else [],
        event=f"Synthetic event {number % EVENTS}" if number % 7 == 0 else "",
        subjects=["synthetic", f"subject {number % SUBJECTS}"],
        original_language=LANGUAGES[number % len(LANGUAGES)],
        rights=RIGHTS[number % len(RIGHTS)],
        credit=f"Synthetic archive (example) / {accession}",
        live=True,
        has_unpublished_changes=False,
        first_published_at=now,
        last_published_at=now,
    )


def _institution(number: int) -> str:
    other = number % INSTITUTIONS if number % 5 == 0 else 0
    return f"Synthetic archive {other} (example)" if other else "Synthetic archive (example)"


def _place(number: int) -> str:
    place = PLACES[number % len(PLACES)]
    return f"{place} {number % SITES}" if place and number % 3 == 0 else place

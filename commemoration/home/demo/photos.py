"""The demonstration's photographs: specimen plates, drawn and then taken in like any scan."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from commemoration.core.accounts.selectors import collection_of_section
from commemoration.core.enums import Section
from commemoration.home.demo.plates import draw_sheets
from commemoration.home.demo.specimens import LANGUAGES, Specimen, all_specimens
from commemoration.home.demo.texts.specimens import COLLECTIONS
from photos.enums import CollectionLevel, ContentWarning
from photos.models import ArchiveImage, Collection, CollectionText, Photo
from photos.services.pictures import store_picture
from photos.services.records import create_photo, publish_photo


def load_collections() -> list[Collection]:
    """The four collections of specimens, made where they are missing."""
    loaded = []
    # Made last, the first of the list is the newest.
    for slug, (_kinds, _count, titles) in reversed(COLLECTIONS.items()):
        collection, is_new = Collection.objects.get_or_create(
            slug=slug,
            defaults={"level": CollectionLevel.SERIES, "section": Section.EMBASSY},
        )
        if is_new:
            CollectionText.objects.bulk_create(
                CollectionText(
                    collection=collection,
                    language=code,
                    title=titles[code][0],
                    description=titles[code][1],
                )
                for code in LANGUAGES
            )
        loaded.insert(0, collection)
    return loaded


def has_collections() -> bool:
    """Whether the demonstration was loaded into this site."""
    return Collection.objects.filter(slug__in=COLLECTIONS).count() == len(COLLECTIONS)


def missing_specimens() -> list[Specimen]:
    """The specimens that have no record yet; every collection has its turn."""
    known = set(Photo.objects.values_list("accession", flat=True))
    missing = [specimen for specimen in all_specimens() if specimen.accession not in known]
    return sorted(missing, key=lambda specimen: (specimen.position, specimen.number))


def load_photos(report: Callable[[str], None]) -> None:
    """Draw, take in and publish the missing specimens; `report` gets a line for each."""
    missing = missing_specimens()
    jobs = [(each.kind, each.number, each.has_verso) for each in missing]
    # Plates are drawn ahead in a process of their own; a forked one could not share vips' threads.
    spawn = multiprocessing.get_context("spawn")
    with TemporaryDirectory() as folder, ProcessPoolExecutor(1, mp_context=spawn) as pool:
        drawn = pool.map(partial(draw_sheets, folder), jobs)
        for count, (specimen, paths) in enumerate(zip(missing, drawn, strict=True), start=1):
            _publish(specimen, *paths)
            report(f"Specimen plates: {count} of {len(missing)}")


def load_photo(specimen: Specimen) -> None:
    """Draw, take in and publish one specimen, unless it has its record already."""
    if Photo.objects.filter(accession=specimen.accession).exists():
        return
    with TemporaryDirectory() as folder:
        job = (specimen.kind, specimen.number, specimen.has_verso)
        _publish(specimen, *draw_sheets(folder, job))


def _publish(specimen: Specimen, front: Path, back: Path | None = None) -> None:
    photo = create_photo(
        accession=specimen.accession,
        image=_store(front, specimen.text("en")["title"]),
        verso=_store(back, f"{specimen.accession} verso") if back else None,
        collection=Collection.objects.get(slug=specimen.collection),
        texts={language: specimen.text(language) for language in specimen.languages},
        institution="Specimen archive (example)",
        fonds="1",
        inventory=str(specimen.number // 10 + 1),
        file_reference=str(specimen.number),
        date=specimen.date,
        place_then=specimen.place_then,
        place_now=specimen.place_now,
        latitude=specimen.latitude or None,
        longitude=specimen.longitude or None,
        subjects=specimen.subjects,
        rights=specimen.rights,
        credit=f"Specimen archive (example) / {specimen.accession}",
        content_warning=ContentWarning.DEATH if specimen.has_warning else "",
    )
    publish_photo(photo)
    for path in (front, back):
        if path:
            path.unlink()


def _store(path: Path, title: str) -> ArchiveImage:
    folder = collection_of_section(Section.EMBASSY)
    return store_picture(file=path, original_name=path.name, title=title, collection=folder)

"""What is in copyright gives no pixel beyond its limit, and what is withdrawn none, by any address.

A collection as BagIt is not among the addresses: a command writes it into a folder of the server.
"""

import csv
import json
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management import call_command

from commemoration.core.enums import Section
from photos.models import ArchiveImage, Collection, Photo
from photos.services.pictures import replace_picture
from photos.services.records import publish_photo, update_photo, withdraw_photo
from tests.factories.pages import build_site
from tests.factories.photos import archive_page, collection_page
from tests.factories.pictures import jpeg, private_exif
from tests.factories.staff import signed_in, superuser
from tests.factories.worker import work_off_tasks
from tests.photos.crawl import (
    ask,
    crawl,
    known_addresses,
    odd_addresses,
    picture_addresses,
    private_files,
    published_files,
)

pytestmark = pytest.mark.django_db

LIMIT = settings.LIMITED_LONGEST_SIDE
LARGE, BACK, REPLACED = (1800, 400), (1700, 100), (1750, 200)
PROTECTED, FREE = "InC", "PDM-1.0"
HEADER = ["accession", "rights", "title_en", "credit", "file", "verso_file"]


@pytest.fixture
def imported(tmp_path, commit):
    """A function that imports a photograph for each statement, with tiles."""

    def work(*statements: str, backs: bool = False) -> list[Photo]:
        rows = [_row(tmp_path, number, each) for number, each in enumerate(statements, 1)]
        header = HEADER if backs else HEADER[:-1]
        with (tmp_path / "list.csv").open("w", newline="") as file:
            csv.writer(file).writerows(row[: len(header)] for row in [header, *rows])
        with commit():
            call_command(
                "import_photos", tmp_path / "list.csv", images=tmp_path, collection="streets"
            )
        work_off_tasks()
        return list(Photo.objects.order_by("accession"))

    return work


def _row(folder: Path, number: int, rights: str) -> list[str]:
    files = {f"{number}.jpg": LARGE, f"{number}-back.jpg": BACK}
    for name, (width, height) in files.items():
        (folder / name).write_bytes(jpeg(width, height + number, exif=private_exif()))
    return [f"SP-{number}", rights, "A street", "Specimen archive", *files]


def change_rights(photo: Photo, rights: str, commit) -> None:
    with commit():
        publish_photo(update_photo(photo, rights=rights))
    work_off_tasks()


def make_pages() -> None:
    entrance = archive_page(build_site().sections[Section.EMBASSY]["en"])
    collection_page(entrance, Collection.objects.get())


def make_previews(photo: Photo) -> None:
    """What the screens of staff make of a picture while they work with it."""
    staff = signed_in(superuser())
    photo.image.get_rendition("original")
    assert staff.get("/admin/images/").status_code == 200
    assert staff.get(f"/admin/images/{photo.image_id}/preview/max-1700x1700/").status_code == 200


def every_address(photos: list[Photo]) -> set[str]:
    """Everything that somebody could ask for who knows the archive from within."""
    page = "embassy/photo-archive/streets/"
    images = list(ArchiveImage.objects.all())
    values = {
        "slug": [*(photo.slug for photo in photos), "streets"],
        "uuid": [image.uuid for image in images],
        "width": [960, 1440, *(size[0] for size in (LARGE, BACK)), 4000],
        "name": ["full/max/0/default.jpg", "1800.jpg", f"pictures/{images[0].uuid}/1800.jpg"],
        "form": ["bib", "ris"],
        "number": [1],
        "file": ["a4.pdf"],
        "handle": ["abcdefghjkmn"],
        "submission": ["abcdefghjkmn"],
        "token": ["cut-short"],
        "step": ["who"],
        "kind": ["organisations", "sites", "people", "regiment", "veterans", "presentations"],
        "image_id": [image.pk for image in images],
        "_0": ["1", page],
        "_1": ["1800.jpg"],
        "restriction_id": [1],
        "page_view_restriction_id": [1],
        "page_id": [1],
    }
    shown = [f"/en/photo/{photo.slug}/?show" for photo in photos]
    odd = [
        address
        for photo in photos
        for address in odd_addresses(photo.image.uuid, photo.slug, photo.image.width)
    ]
    certain = set().union(*(possible(photo) for photo in photos))
    return {*known_addresses(values), *private_files(), *certain, *shown, *odd}


def possible(photo: Photo) -> set[str]:
    """The public files of a photograph, and what there would be if nothing limited it."""
    found = set(published_files())
    for image in sides(photo):
        sizes = [(image.width, image.height)]
        found.update(picture_addresses(image.uuid, photo.slug, sizes))
    return found


def sides(photo: Photo) -> list[ArchiveImage]:
    return [image for image in (photo.image, photo.verso) if image]


def pictures_of(photo: Photo, answers: dict) -> dict:
    """The answers that are a picture of this photograph."""
    marks = [*(str(image.uuid) for image in sides(photo)), f"/photo/{photo.slug}/"]
    return {
        address: answer
        for address, answer in answers.items()
        if answer.size and any(mark in address for mark in marks)
    }


def answers_of(client, addresses: set[str]) -> dict:
    return {address: ask(client, address) for address in addresses}


def longest(answers: dict) -> int:
    return max(answer.longest for answer in answers.values())


def test_protected_photograph_gives_no_pixel_beyond_its_limit_and_its_free_twin_does(
    imported, client
):
    protected, free = imported(PROTECTED, FREE, backs=True)
    make_pages()
    make_previews(protected)

    answers = crawl(client, every_address([protected, free]))
    limited, whole = (pictures_of(photo, answers) for photo in (protected, free))

    assert longest(limited) == LIMIT
    assert longest(whole) == LARGE[0]
    others = {a: b for a, b in answers.items() if b.size and a not in limited and a not in whole}
    assert others == {}
    for found in (limited, whole):
        assert {address.split("/")[1] for address in found} == {"media", "iiif", "photo"}
    for answer in (*limited.values(), *whole.values()):
        for private in (b"Exif", b"Private Person", b"SERIAL-4711"):
            assert private not in answer.body


@pytest.mark.parametrize(("rights", "width"), [(PROTECTED, LIMIT), (FREE, LARGE[0])])
def test_information_declares_the_size_that_there_is(imported, client, rights, width):
    service = f"/iiif/3/{imported(rights)[0].image.uuid}"

    said = json.loads(client.get(f"{service}/info.json").content)

    assert said["width"] == width
    assert ask(client, f"{service}/full/max/0/default.jpg").size == (said["width"], said["height"])


def test_changed_statement_takes_the_larger_files_away_and_brings_them_back(
    imported, client, commit
):
    (photo,) = imported(FREE)
    before = pictures_of(photo, answers_of(client, possible(photo)))
    whole = f"/iiif/3/{photo.image.uuid}/full/max/0/default.jpg"
    etag = client.get(whole)["ETag"]

    change_rights(photo, PROTECTED, commit)
    protected = answers_of(client, {*before, *possible(photo)})
    kept = ask(client, whole, **{"If-None-Match": etag})
    change_rights(photo, FREE, commit)
    freed = pictures_of(photo, answers_of(client, possible(photo)))

    assert (longest(before), longest(protected)) == (LARGE[0], LIMIT)
    assert (kept.status, kept.longest) == (200, LIMIT)
    assert {address: each.size for address, each in freed.items()} == {
        address: each.size for address, each in before.items()
    }


def test_replaced_picture_leaves_nothing_of_the_old_one(imported, client, commit):
    (photo,) = imported(PROTECTED)
    old = {*private_files(), *possible(photo)}

    with commit():
        replace_picture(
            image=photo.image, file=ContentFile(jpeg(*REPLACED)), original_name="another.jpg"
        )
    work_off_tasks()
    photo = Photo.objects.get()
    found = pictures_of(photo, answers_of(client, {*old, *possible(photo)}))

    front = {a: answer.size for a, answer in found.items() if f"{photo.image.uuid}/full/" in a}
    assert longest(found) == LIMIT
    assert f"/iiif/3/{photo.image.uuid}/full/max/0/default.jpg" in front
    assert {round(width / height) for width, height in front.values()} == {9}


def test_withdrawn_photograph_is_gone_from_every_address(imported, client, commit):
    build_site()
    (photo,) = imported(FREE)
    before = pictures_of(photo, answers_of(client, possible(photo)))
    service = f"/iiif/3/{photo.image.uuid}"
    kept = {
        address: client.get(address)["ETag"]
        for address in (f"{service}/full/max/0/default.jpg", f"{service}/info.json")
    }
    records = [f"/{language}/photo/{photo.slug}/" for language in ("en", "fr", "nl", "ru")]
    records += [f"/photo/{photo.slug}/", f"/data/photos/{photo.slug}.json", service, *kept]
    records += [f"/iiif/presentation/3/photo/{photo.slug}/manifest.json"]
    records += [f"/en/photo/{photo.slug}/citation.{form}" for form in ("bib", "ris")]
    assert {ask(client, address).status for address in records} == {200, 302, 303}

    with commit():
        withdraw_photo(photo)
    after = answers_of(client, {*before, *records})

    assert len(before) > 20
    assert {address for address, answer in after.items() if answer.status != 410} == set()
    for address, etag in kept.items():
        assert ask(client, address, **{"If-None-Match": etag}).status == 410

"""Pictures of synthetic records: a few real ones, taken in like any scan, under many names.

Every record has a row and addresses of its own; the files behind them are hard links, so that ten
thousand pictures take the room of three.
"""

import os
import random
import secrets
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from django.core.files.storage import Storage, default_storage
from django.core.management import CommandError
from django.utils import timezone
from PIL import Image, ImageDraw
from wagtail.models import Collection as ImageCollection

from photos import picture_files
from photos.models import ArchiveImage
from photos.services.pictures import store_picture

TITLE = "Synthetic picture"
# Width and height, large enough for every derivative: oblong, upright, square.
SIZES = {"A": (2400, 1600), "B": (2048, 2700), "C": (2048, 2048)}


def originals() -> list[ArchiveImage]:
    """The pictures that all others are links to; drawn and taken in where they are missing."""
    if not all(hasattr(storage, "location") for storage in _storages()):
        raise CommandError("Synthetic pictures are links: they need storages that are folders.")
    known = {image.title: image for image in ArchiveImage.objects.filter(title__in=_titles())}
    return [known.get(title) or _draw(title, size) for title, size in _titles().items()]


def linked_picture(
    original: ArchiveImage, number: int, root: ImageCollection, limit: int | None
) -> ArchiveImage:
    """A published picture, not saved yet, whose files are links to those of `original`.

    `limit` is what its rights allow, in pixels. It has no tiles: `make_tiles` makes them.
    """
    uuid, token = uuid4(), secrets.token_hex(16)
    folder = f"{picture_files.FOLDER}/{token[:2]}/{token}"
    master = f"{token[:2]}/{token}{Path(original.master.name).suffix}"
    own = picture_files.folder_of(original.file.name)
    working = picture_files.working_storage()
    _link(working, original.file.name, working, f"{folder}/picture.jpg")
    for name in picture_files.wanted_files(original.derivatives, original.blurred):
        _link(working, f"{own}/{name}", working, f"{folder}/{name}")
    public, now = picture_files.public_folder(uuid), timezone.now()
    for name in picture_files.derivative_names(picture_files.within(original.derivatives, limit)):
        _link(working, f"{own}/{name}", default_storage, f"{public}/{name}")
    masters = picture_files.masters_storage()
    _link(masters, original.master.name, masters, master)
    copied = ("width", "height", "file_size", "file_hash", "sha256", "media_type")
    made = ("derivatives", "blurred")
    measured = ("master_width", "master_height", "master_bytes")
    return ArchiveImage(
        **{name: getattr(original, name) for name in (*copied, *made, *measured)},
        uuid=uuid,
        title=f"{TITLE} {number:06d}",
        file=f"{folder}/picture.jpg",
        master=master,
        original_name=f"synthetic-{number:06d}.jpg",
        published_at=now,
        first_published_at=now,
        public_limit=limit,
        collection=root,
    )


def _storages() -> tuple[Storage, ...]:
    return picture_files.working_storage(), picture_files.masters_storage(), default_storage


def _titles() -> dict[str, tuple[int, int]]:
    return {f"{TITLE} {letter}": size for letter, size in SIZES.items()}


def _draw(title: str, size: tuple[int, int]) -> ArchiveImage:
    """Overlapping greys with a label: enough to look at, and to encode."""
    chance = random.Random(title)
    picture = Image.new("L", size, 200)
    pen = ImageDraw.Draw(picture)
    for _shape in range(120):
        x, y, wide, high = (chance.randrange(0, side) for side in (*size, 500, 500))
        pen.rectangle((x, y, x + wide, y + high), fill=chance.randrange(40, 230))
    pen.rectangle((0, 0, size[0], 140), fill=255)
    pen.text((40, 20), title, fill=0, font_size=90)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "synthetic.jpg"
        picture.save(path, quality=85)
        return store_picture(file=path, original_name=path.name, title=title)


def _link(source: Storage, name: str, target: Storage, linked: str) -> None:
    path = Path(target.path(linked))
    path.parent.mkdir(parents=True, exist_ok=True)
    os.link(source.path(name), path)

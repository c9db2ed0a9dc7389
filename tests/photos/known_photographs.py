"""An archive of photographs of which a slow count in Python knows all that can be asked."""

import random
from datetime import date

from django.utils import timezone

from commemoration.core.edtf.validation import bounds
from commemoration.core.languages.sort_keys import natural_key
from photos.models import Photo, PhotoText
from photos.selectors import Asked
from tests.factories.photos import ArchiveImageFactory, CollectionFactory

PHOTOS = 60
WORDS = ("mill", "bridge", "church", "harbour")
DATES = ("1944-09~", "1944", "1943?", "1939/1941", "194X", "../1945", "1945-05-09", "")
POOLS = {
    "place": ("Namur", "Ghent", "Liège", ""),
    "institution": ("First archive", "Second archive"),
    "photographer": ("Anna Roe", "Ben Doe", ""),
    "event": ("Parade", ""),
    "rights": ("NKC", "InC", "CC0-1.0"),
}
SUBJECTS = ("roads", "snow", "horses")
PEOPLE = ("Ivan Petrov", "Marie Dubois")
LANGUAGES = ("en", "fr", "nl", "ru")


class Known:
    """A photograph as the slow count sees it."""

    def __init__(self, chance: random.Random, number: int):
        self.accession = f"SP-{number}"
        self.date = chance.choice(DATES)
        self.live = chance.random() > 0.1
        self.values = {name: {chance.choice(pool)} - {""} for name, pool in POOLS.items()}
        self.values["subject"] = set(chance.sample(SUBJECTS, chance.randint(0, 2)))
        self.values["person"] = set(chance.sample(PEOPLE, chance.randint(0, 2)))
        self.values["collection"] = {f"collection-{chance.randint(1, 2)}"}
        self.texts = {
            language: (chance.choice(WORDS), chance.choice((*WORDS, "")))
            for language in chance.sample(LANGUAGES, chance.randint(1, 3))
        }
        self.values["caption"] = {code for code, (_t, caption) in self.texts.items() if caption}

    def one(self, name: str) -> str:
        return next(iter(self.values[name]), "")

    def answers(self, asked: Asked, *, but: str = "") -> bool:
        if not self.live or not self._has_words(asked.query) or not self._is_of(asked):
            return False
        return all(
            name == but or self.values[name] & set(values) for name, values in asked.chosen.items()
        )

    def _has_words(self, query: str) -> bool:
        spoken = {word for text in self.texts.values() for word in text if word}
        return set(query.split()) <= spoken

    def _is_of(self, asked: Asked) -> bool:
        first, last = bounds(self.date)
        if asked.has_period and not (first or last):
            return False
        starts = asked.year_from and last and last < date(asked.year_from, 1, 1)
        ends = asked.year_to and first and first > date(asked.year_to, 12, 31)
        return not (starts or ends)


def fill_archive() -> list[Known]:
    """Sixty photographs in two collections, nine of ten published; always the same."""
    chance = random.Random("finding")
    collections = {slug: CollectionFactory(slug=slug) for slug in ("collection-1", "collection-2")}
    records = [Known(chance, number) for number in range(1, PHOTOS + 1)]
    image, now = ArchiveImageFactory(), timezone.now()
    photos = Photo.objects.bulk_create(
        Photo(
            accession=record.accession,
            slug=record.accession.lower(),
            sort_key=natural_key(record.accession),
            image=image,
            collection=collections[record.one("collection")],
            date=record.date,
            place_then=record.one("place"),
            institution=record.one("institution"),
            photographer=record.one("photographer"),
            event=record.one("event"),
            rights=record.one("rights"),
            subjects=sorted(record.values["subject"]),
            people=sorted(record.values["person"]),
            live=record.live,
            first_published_at=now,
        )
        for record in records
    )
    PhotoText.objects.bulk_create(
        PhotoText(photo=photo, language=language, title=title, caption=caption)
        for photo, record in zip(photos, records, strict=True)
        for language, (title, caption) in record.texts.items()
    )
    return records

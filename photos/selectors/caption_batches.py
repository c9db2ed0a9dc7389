"""What is still to be translated of a batch of photographs, and the newest words to work on."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from django.db.models import BooleanField, Case, Count, Exists, OuterRef, Q, When
from wagtail.models import Revision

from photos.models.records import Photo
from photos.models.texts import PhotoText
from photos.querysets import PhotoQuerySet

FIELDS = ("title", "caption", "alt_text", "transcript", "translator", "is_machine_translated")
# What a translation must have where another language has it; transcripts are often left alone.
NEEDED = ("caption", "alt_text")

Words = Mapping[str, str | bool]
NO_WORDS: Words = {**dict.fromkeys(FIELDS[:-1], ""), "is_machine_translated": False}


@dataclass(frozen=True)
class Progress:
    """How many photographs of a batch have all their words in a language, of how many."""

    done: int
    total: int


def progress_of(photos: PhotoQuerySet, language: str) -> Progress:
    """One query."""
    counts = photos.order_by().aggregate(
        total=Count("pk"), done=Count("pk", filter=done_in(language))
    )
    return Progress(counts["done"], counts["total"])


def done_in(language: str) -> Q:
    """Has the newest version a title in this language, and what else the other languages have?

    A published photograph keeps its newest words in a version until they are published too.
    """
    pending = Q(live=True, has_unpublished_changes=True)
    in_version, in_rows = _done_in_version(language), _done_in_rows(language)
    return Q(Case(When(pending, then=in_version), default=in_rows, output_field=BooleanField()))


def fingerprint(words: Words) -> str:
    """Tells two states of a text apart; how lines end and what surrounds them does not matter."""
    plain = [
        value if isinstance(value, bool) else value.replace("\r\n", "\n").strip()
        for value in (words[name] for name in FIELDS)
    ]
    return sha256(json.dumps(plain).encode()).hexdigest()[:32]


def words_of(text: PhotoText) -> Words:
    return {name: getattr(text, name) for name in FIELDS}


def newest_words(photos: Iterable[Photo]) -> dict[int, dict[str, Words]]:
    """The words of each photograph's newest version, by its primary key and the language.

    `photos` have their texts prefetched. One query.
    """
    photos = list(photos)
    found = {
        photo.pk: {text.language: words_of(text) for text in photo.texts.all()} for photo in photos
    }
    pending = {
        photo.latest_revision_id: photo.pk
        for photo in photos
        if photo.live and photo.has_unpublished_changes
    }
    versions = Revision.objects.filter(pk__in=pending).values_list("pk", "content__texts")
    for revision, texts in versions:
        found[pending[revision]] = {
            text["language"]: {name: text[name] for name in FIELDS} for text in texts
        }
    return found


def _done_in_rows(language: str) -> Q:
    own = PhotoText.objects.filter(photo=OuterRef("pk"), language=language)
    done = Q(Exists(own))
    for field in NEEDED:
        done &= Q(Exists(own.exclude(**{field: ""}))) | ~Q(_elsewhere(field, language))
    return done


def _done_in_version(language: str) -> Q:
    def says(**words: str) -> Q:
        return Q(latest_revision__content__texts__contains=[{"language": language, **words}])

    done = says()
    for field in NEEDED:
        done &= ~says(**{field: ""}) | ~Q(_elsewhere(field, language))
    return done


def _elsewhere(field: str, language: str) -> Exists:
    others = PhotoText.objects.filter(photo=OuterRef("pk")).exclude(language=language)
    return Exists(others.exclude(**{field: ""}))

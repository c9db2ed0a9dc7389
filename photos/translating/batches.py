"""The photographs of a batch, and the rows that its screen shows."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.forms import BoundField
from django.http import HttpRequest

from commemoration.core.accounts.selectors import sections_of
from photos.admin_filters import PhotoFilterSet
from photos.enums import TextLanguage
from photos.forms.captions import TextForm
from photos.models.records import Photo
from photos.models.texts import PhotoText
from photos.pictures import PublishedPicture, staff_picture
from photos.querysets import PhotoQuerySet
from photos.selectors.caption_batches import Words, newest_words

SHOWN_FIELDS = ("title", "caption", "alt_text", "transcript")


@dataclass(frozen=True)
class Source:
    """The words of one field in another language."""

    language: str
    name: str
    words: str


@dataclass(frozen=True)
class Line:
    """One field to fill in, with its words in the other languages."""

    field: BoundField
    sources: list[Source]
    theirs: str = ""  # what somebody else has written meanwhile

    @property
    def is_aside(self) -> bool:
        """Nothing to translate, nothing written and nothing wrong: out of the way."""
        return not (self.sources or self.field.value() or self.field.errors)


@dataclass
class Row:
    """One photograph on the screen."""

    photo: Photo
    picture: PublishedPicture | None
    form: TextForm
    known: dict[str, Words]  # the newest words by language
    sources: list[str]
    theirs: Words | None = None
    is_saved: bool = False

    @property
    def lines(self) -> list[Line]:
        theirs = self.theirs or {}
        return [
            Line(self.form[name], self._sources_of(name), theirs.get(name, ""))
            for name in SHOWN_FIELDS
        ]

    def _sources_of(self, name: str) -> list[Source]:
        found = ((code, self.known.get(code, {}).get(name, "")) for code in self.sources)
        return [Source(code, TextLanguage(code).label, words) for code, words in found if words]


def photos_of(user, *, with_withdrawn: bool = False) -> PhotoQuerySet:
    """The photographs whose texts this person may write; what is withdrawn stays as it is."""
    if not user.has_perm("photos.change_photo"):
        return Photo.objects.none()
    photos = Photo.objects.filter(collection__section__in=sections_of(user))
    return photos if with_withdrawn else photos.filter(withdrawn_at=None)


def asked_photos(request: HttpRequest) -> PhotoQuerySet:
    """Those that the address asks for, in the words of the list of photographs.

    `id` once for each photograph chosen, `q` for the search, and the filters by their names.
    """
    photos = photos_of(request.user)
    chosen = [int(each) for each in request.GET.getlist("id") if each.isdecimal()]
    if chosen:
        photos = photos.filter(pk__in=chosen)
    if words := request.GET.get("q", "").strip():
        titled = PhotoText.objects.filter(photo=OuterRef("pk"), title__icontains=words)
        photos = photos.filter(Q(accession__icontains=words) | Exists(titled))
    return PhotoFilterSet(request.GET, queryset=photos, request=request).qs


def rows_of(photos: Iterable[Photo], language: str, sources: list[str], data=None) -> list[Row]:
    """A row for each of `photos`, which bring their texts and pictures. One query."""
    photos = list(photos)
    known = newest_words(photos)
    return [
        Row(
            photo=photo,
            picture=staff_picture(photo.image),
            form=TextForm(
                data, photo_id=photo.pk, language=language, words=known[photo.pk].get(language)
            ),
            known=known[photo.pk],
            sources=sources,
        )
        for photo in photos
    ]

"""Changes of veterans: nobody who may be living becomes public without a consent that stands."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commemoration.core.consent.selectors import scopes_of
from commemoration.core.languages.written import set_texts
from commemoration.core.publication.services import (
    keep_version,
    next_number,
    publish_record,
    withdraw_record,
)
from commemoration.names.services.people import NameFacts
from photos.models.records import Photo
from photos.services.records import withdraw_photo
from tributes.veterans.enums import CONSENT, AwardState, Scope
from tributes.veterans.models.medals import Award, Medal
from tributes.veterans.models.presentations import MedalPresentation
from tributes.veterans.models.veterans import Veteran
from tributes.veterans.selectors.pictures import pictures_of
from tributes.veterans.services.people import settle_person, settle_visibility

VETERAN_WORDS = ("town", "biography")
CONSENT_WITHDRAWN = "The consent was withdrawn."
Texts = Mapping[str, Mapping[str, str]]


@transaction.atomic
def create_veteran(
    *,
    slug: str,
    names: Iterable[NameFacts],
    texts: Texts | None = None,
    user=None,
    **fields,
) -> Veteran:
    """Somebody new, in preparation; `texts` has town and biography by language.

    Raises ValidationError with messages by field.
    """
    return _save(Veteran(slug=slug, **fields), names, texts or {}, user)


@transaction.atomic
def update_veteran(
    veteran: Veteran,
    *,
    names: Iterable[NameFacts] = (),
    texts: Texts | None = None,
    user=None,
    **fields,
) -> Veteran:
    """Change a record and add forms of the name; what is not named stays as it is."""
    veteran = Veteran.objects.select_for_update(of=("self",)).get(pk=veteran.pk)
    for name, value in fields.items():
        setattr(veteran, name, value)
    return _save(veteran, names, texts or {}, user)


@transaction.atomic
def publish_veteran(veteran: Veteran, *, user=None) -> None:
    """Make the record public and give it its number, for ever.

    Raises ValidationError without a consent that stands, unless a source says that the veteran
    died.
    """
    veteran = _locked(veteran)
    require_consent(veteran)
    if veteran.number is None:
        veteran.number = next_number(Veteran)
        veteran.save(update_fields=["number"])
    publish_record(veteran, user=user)
    settle_visibility(veteran)


@transaction.atomic
def withdraw_veteran(veteran: Veteran, *, user=None, reason: str = "") -> None:
    """Take the record back: no list and no search shows it, its address says that it is gone."""
    veteran = _locked(veteran)
    withdraw_record(veteran, user=user, reason=reason)
    settle_visibility(veteran)


@transaction.atomic
def take_down(key: UUID, *, user=None) -> None:
    """All that rests on a consent goes: the page, the name, every picture that shows the veteran.

    Portraits and photographs of presentations have no public files, since a view asks each time;
    an archive photograph that shows the same picture has, and is withdrawn with them. Previews that
    the admin made of the pictures are removed too.
    """
    veteran = Veteran.objects.select_for_update(of=("self",)).get(key=key)
    withdraw_veteran(veteran, user=user, reason=CONSENT_WITHDRAWN)
    _take_down_pictures(veteran, user)


@transaction.atomic
def narrow(key: UUID, scopes: Collection[str], *, user=None) -> None:
    """What rested on these scopes goes, since a newer consent leaves them out: every picture, if
    that of pictures is among them. The page stays."""
    veteran = Veteran.objects.select_for_update(of=("self",)).get(key=key)
    if Scope.PICTURES in scopes and not veteran.has_died:
        _take_down_pictures(veteran, user)


def _take_down_pictures(veteran: Veteran, user) -> None:
    pictures = pictures_of(veteran)
    for photo in Photo.objects.filter(image__in=pictures) | Photo.objects.filter(
        verso__in=pictures
    ):
        if photo.is_public:
            withdraw_photo(photo, user=user, reason=CONSENT_WITHDRAWN)
    for picture in pictures:
        for rendition in picture.renditions.all():
            rendition.delete()


@transaction.atomic
def delete_veteran(veteran: Veteran) -> None:
    """Delete somebody who was never public, with all forms of the name and signed papers."""
    if veteran.first_published_at:
        raise ValidationError(_("It has been public: withdraw it instead."))
    veteran.delete()


@transaction.atomic
def set_award(
    *,
    veteran: Veteran,
    medal: Medal,
    state: str = AwardState.TO_BE_PRESENTED,
    presentation: MedalPresentation | None = None,
    user=None,
) -> Award:
    """Write down the one award of this medal to this veteran, or change it."""
    award = Award.objects.filter(veteran=veteran, medal=medal).first()
    award = award or Award(veteran=veteran, medal=medal)
    award.state, award.presentation = state, presentation
    award.full_clean()
    award.save()
    keep_version(Veteran.objects.get(pk=veteran.pk), user=user)
    return award


@transaction.atomic
def remove_award(*, veteran: Veteran, medal: Medal, user=None) -> None:
    """Strike out an award that was entered by mistake."""
    Award.objects.filter(veteran=veteran, medal=medal).delete()
    keep_version(Veteran.objects.get(pk=veteran.pk), user=user)


def require_consent(veteran: Veteran) -> None:
    """Raises ValidationError if this may be a living person who has not agreed."""
    if veteran.has_died or Scope.PAGE in scopes_of(CONSENT, veteran.key):
        return
    raise ValidationError(
        _(
            "This veteran is living, as far as we know, and no consent is recorded. Record the "
            "consent first, or the source of the death."
        )
    )


def _locked(veteran: Veteran) -> Veteran:
    return Veteran.objects.select_for_update(of=("self",)).get(pk=veteran.pk)


def _save(veteran: Veteran, names: Iterable[NameFacts], texts: Texts, user) -> Veteran:
    veteran.clean_fields(exclude={"named_person"})
    settle_person(veteran, names)
    set_texts(veteran, texts, VETERAN_WORDS)
    veteran.full_clean()
    if veteran.live:
        require_consent(veteran)
    veteran.save()
    keep_version(veteran, user=user)
    return veteran

"""Changes of those who are buried."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from commemoration.core.edtf.validation import bounds
from commemoration.core.languages.written import set_texts
from commemoration.core.publication.services import (
    keep_version,
    next_number,
    publish_record,
    withdraw_record,
)
from commemoration.names.services.people import NameFacts
from tributes.graves.enums import BurialKind
from tributes.graves.models.burials import Burial
from tributes.graves.models.sites import BurialSite
from tributes.graves.services.people import settle_person, settle_visibility

BURIAL_WORDS = ("rank", "occupation", "note", "conflict")
LONGEST_LIFE = 122  # years; the longest that is proven
Texts = Mapping[str, Mapping[str, str]]


@transaction.atomic
def create_burial(
    *,
    key: str,
    names: Iterable[NameFacts] = (),
    texts: Texts | None = None,
    sources: Iterable[str] = (),
    user=None,
    **fields,
) -> Burial:
    """Somebody new, in preparation. Raises ValidationError with messages by field."""
    burial = Burial(key=key, **fields)
    burial.sources = [Burial.sources.rel.related_model(text=text) for text in sources]
    return _save(burial, names, texts or {}, user)


@transaction.atomic
def update_burial(
    burial: Burial,
    *,
    names: Iterable[NameFacts] = (),
    texts: Texts | None = None,
    user=None,
    **fields,
) -> Burial:
    """Change a record and add forms of the name; what is not named stays as it is."""
    burial = Burial.objects.select_for_update(of=("self",)).get(pk=burial.pk)
    for name, value in fields.items():
        setattr(burial, name, value)
    return _save(burial, names, texts or {}, user)


@transaction.atomic
def publish_burial(burial: Burial, *, user=None) -> None:
    """Make it public and give it its number, for ever. Raises ValidationError if the site is not
    public."""
    site = BurialSite.objects.select_for_update(no_key=True).get(pk=burial.site_id)
    if not site.live:
        raise ValidationError(_("Publish the burial site first."))
    # Somebody may have published it meanwhile: its number stays.
    burial.read_state_anew()
    if burial.number is None:
        burial.number = next_number(Burial)
        burial.save(update_fields=["number"])
    publish_record(burial, user=user)
    settle_visibility(burial)


@transaction.atomic
def withdraw_burial(burial: Burial, *, user=None, reason: str = "") -> None:
    """Take it back: no list and no search shows it, and its address says that it is gone."""
    withdraw_record(burial, user=user, reason=reason)
    settle_visibility(burial)


@transaction.atomic
def delete_burial(burial: Burial) -> None:
    """Delete somebody who was never public, with all forms of the name."""
    if burial.first_published_at:
        raise ValidationError(_("It has been public: withdraw it instead."))
    burial.delete()


def require_possible_dates(birth: str, death: str) -> None:
    """Raises ValidationError, by field, for dates (EDTF) that nobody can have: a death that
    certainly lies before the birth or long after it, a day that has yet to come."""
    (born, born_latest), (died_earliest, died) = bounds(birth), bounds(death)
    for field, earliest in (("birth", born), ("death", died_earliest)):
        if earliest and earliest > timezone.localdate():
            raise ValidationError({field: _("This day has yet to come.")})
    if born and died and died < born:
        raise ValidationError({"death": _("The death lies before the birth.")})
    if born_latest and died_earliest and died_earliest.year - born_latest.year > LONGEST_LIFE:
        text = _("More than %(years)d years lie between birth and death.")
        raise ValidationError({"death": text % {"years": LONGEST_LIFE}})


def _save(burial: Burial, names: Iterable[NameFacts], texts: Texts, user) -> Burial:
    burial.clean_fields(exclude={"named_person"})
    require_possible_dates(burial.birth, burial.death)
    settle_person(burial, names)
    if burial.kind == BurialKind.PERSON and burial.named_person is None:
        raise ValidationError(_("Give a name, or say that the person is unknown."))
    set_texts(burial, texts, BURIAL_WORDS)
    burial.full_clean()
    burial.save()
    keep_version(burial, user=user)
    return burial

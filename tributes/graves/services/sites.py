"""Changes of burial sites."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commemoration.core.languages.written import set_texts
from commemoration.core.publication.services import keep_version, publish_record, withdraw_record
from tributes.graves.models.sites import BurialSite, ConditionEntry

SITE_WORDS = ("name", "description", "inscription", "way_there", "opening_hours")
Texts = Mapping[str, Mapping[str, str]]


@transaction.atomic
def create_site(*, slug: str, texts: Texts | None = None, user=None, **fields) -> BurialSite:
    """A new site in preparation. Raises ValidationError with messages by field."""
    return _save(BurialSite(slug=slug, **fields), texts or {}, user)


@transaction.atomic
def update_site(site: BurialSite, *, texts: Texts | None = None, user=None, **fields) -> BurialSite:
    """Change a site; languages and fields that are not named stay as they are."""
    site = BurialSite.objects.select_for_update().get(pk=site.pk)
    for name, value in fields.items():
        setattr(site, name, value)
    return _save(site, texts or {}, user)


@transaction.atomic
def publish_site(site: BurialSite, *, user=None) -> None:
    """Make it public. Raises ValidationError while nobody has named it."""
    if not any(text.name.strip() for text in site.texts.all()):
        raise ValidationError(_("Give a name in at least one language before you publish."))
    publish_record(site, user=user)


@transaction.atomic
def withdraw_site(site: BurialSite, *, user=None, reason: str = "") -> None:
    """Take it back. Raises ValidationError while people who lie there are public."""
    site = BurialSite.objects.select_for_update().get(pk=site.pk)
    if site.burials.filter(live=True).exists():
        raise ValidationError(_("Withdraw those who are buried there first."))
    withdraw_record(site, user=user, reason=reason)


@transaction.atomic
def forget_visit(visit: ConditionEntry) -> None:
    """No older version of the site keeps what was said of this visit."""
    for version in visit.site.revisions.filter(content__conditions__contains=[{"pk": visit.pk}]):
        kept = [each for each in version.content["conditions"] if each["pk"] != visit.pk]
        version.content["conditions"] = kept
        version.save(update_fields=["content"])


def _save(site: BurialSite, texts: Texts, user) -> BurialSite:
    set_texts(site, texts, SITE_WORDS)
    site.full_clean()
    site.save()
    keep_version(site, user=user)
    return site

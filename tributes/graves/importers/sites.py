"""Burial sites from a list: one row is one site, known by its short name."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commemoration.core.imports.enums import Outcome
from commemoration.core.imports.importer import RowRefused, UndoResult
from commemoration.core.publication.importing import (
    UNDO_REASON,
    PublishedRecordImporter,
    told_at_columns,
)
from commemoration.organisations.models import Organisation
from tributes.graves.enums import PROVINCES_IN_FRENCH, Province
from tributes.graves.importers.columns import site_columns
from tributes.graves.importers.forms import SiteRowForm
from tributes.graves.models.positions import degrees
from tributes.graves.models.sites import BurialSite
from tributes.graves.services.sites import create_site, publish_site, update_site, withdraw_site

# Column → field, where they are called differently or stand for the same.
FIELDS = {
    **{name: name for name in ("place", "commune", "province", "kind", "latitude", "longitude")},
    "coordinate_precision": "precision",
    **{name: name for name in ("graves_total", "unknown_total", "located_year", "restored_years")},
    "source": "source",
}
TEXTS = {
    "name_fr": ("fr", "name"),
    "inscription_fr": ("fr", "inscription"),
    "note_en": ("en", "description"),
}
DEGREES = ("latitude", "longitude")


class SiteImporter(PublishedRecordImporter):
    key = "burial-sites"
    label = gettext_lazy("Burial sites")
    description = gettext_lazy(
        "A list of burial sites and memorials. A site that is known already is recognised by its "
        "short name and changed only where the list says something else; an empty cell changes "
        "nothing."
    )
    form_class = SiteRowForm
    key_column = "site_id"
    permission = "graves.add_burialsite"

    def columns(self, options):
        return site_columns()

    def find(self, key, context):
        return BurialSite.objects.filter(slug__iexact=key).first()

    def get(self, object_id):
        return BurialSite.objects.filter(pk=object_id).first()

    def current_values(self, record):
        return site_values(record) | {"published": record.live}

    def wanted_values(self, cleaned, record, context):
        wanted = super().wanted_values(cleaned, record, context)
        if "caretaker" in wanted:
            wanted["caretaker"] = _caretaker(wanted["caretaker"]).slug
        return wanted

    def create(self, key, cleaned, wanted, context):
        with told_at_columns(_columns()):
            site = create_site(slug=key, texts=_texts(wanted), user=context.user, **_fields(wanted))
            if wanted.get("published"):
                publish_site(site, user=context.user)
        return site

    def update(self, record, changed, cleaned, context):
        self._change(record, changed, context)
        return {}

    def restore(self, record, before, memo, context):
        self._change(record, before, context)

    def remove(self, record, context):
        if record.first_published_at:
            withdraw_site(record, user=context.user, reason=UNDO_REASON)
            return _("It has been public, so it was withdrawn; its address says so.")
        record.delete()
        return ""

    def undo_row(self, row, context):
        site = self.get(row.object_id)
        if row.outcome == Outcome.CREATED and site and site.burials.exists():
            text = _("People are recorded there. Undo the import of people first.")
            if site.burials.exclude(live=False).exists() or not site.first_published_at:
                return UndoResult(undone=False, note=text)
        return super().undo_row(row, context)

    def _change(self, record, values, context):
        with told_at_columns(_columns()):
            fields, texts = _fields(values), _texts(values)
            if fields or texts:
                record = update_site(record, texts=texts, user=context.user, **fields)
            if values.get("published") is False:
                withdraw_site(record, user=context.user, reason=UNDO_REASON)
            elif values.get("published"):
                publish_site(record, user=context.user)


def site_values(site: BurialSite) -> dict:
    """Everything of a site that a list can set, shaped as its cells are."""
    values = {column: getattr(site, field) for column, field in FIELDS.items()}
    values |= {name: degrees(getattr(site, name)) for name in DEGREES}
    texts = {text.language: text for text in site.texts.all()}
    for column, (language, field) in TEXTS.items():
        values[column] = getattr(texts.get(language), field, "")
    values["caretaker"] = site.caretaker.slug if site.caretaker else ""
    return values


def site_cells(site: BurialSite) -> dict:
    """The same as an export writes it."""
    values = site_values(site)
    return values | {
        "site_id": site.slug,
        "province": PROVINCES_IN_FRENCH[Province(site.province)],
        "inscription_fr": " | ".join(values["inscription_fr"].splitlines()),
    }


def _columns() -> dict[str, str]:
    return {field: column for column, field in FIELDS.items()} | {"slug": "site_id"}


def _fields(values: dict) -> dict:
    fields = {field: values[column] for column, field in FIELDS.items() if column in values}
    for name in DEGREES:
        if name in fields:
            fields[name] = Decimal(fields[name]) if fields[name] else None
    if "caretaker" in values:
        fields["caretaker"] = _caretaker(values["caretaker"]) if values["caretaker"] else None
    return {name: _unset(name) if value is None else value for name, value in fields.items()}


def _unset(name: str):
    return [] if name == "restored_years" else None


def _texts(values: dict) -> dict[str, dict[str, str]]:
    texts: dict[str, dict[str, str]] = {}
    for column, (language, field) in TEXTS.items():
        if column in values:
            texts.setdefault(language, {})[field] = values[column] or ""
    return texts


def _caretaker(text: str) -> Organisation:
    """By its short name, or by its name in any language."""
    found = Organisation.objects.filter(slug__iexact=text).first() or (
        Organisation.objects.filter(texts__name__iexact=text).first()
    )
    if found is None:
        message = _("There is no organisation “%(text)s”. Record it first.")
        raise RowRefused({"caretaker": [message % {"text": text[:60]}]})
    return found

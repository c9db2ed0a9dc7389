"""Those who are buried, from a list: one row is one person, known by a short name."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commemoration.core.imports.importer import RowRefused
from commemoration.core.publication.importing import (
    UNDO_REASON,
    PublishedRecordImporter,
    told_at_columns,
)
from commemoration.names.models.forms import NameForm
from tributes.graves.enums import BurialKind
from tributes.graves.importers.columns import people_columns
from tributes.graves.importers.forms import PeopleOptionsForm, PeopleRowForm
from tributes.graves.importers.names import COLUMNS as NAME_COLUMNS
from tributes.graves.importers.names import name_facts, name_values
from tributes.graves.models.burials import Burial, BurialSource
from tributes.graves.models.sites import BurialSite
from tributes.graves.selectors.names import forms_of
from tributes.graves.services.burials import (
    create_burial,
    delete_burial,
    publish_burial,
    update_burial,
    withdraw_burial,
)

FIELDS = {
    "inscribed_basis": "inscribed_basis",
    "name_cyrillic_confidence": "russian_confidence",
    "birth_date_edtf": "birth",
    "birth_place": "birth_place",
    "death_date_edtf": "death",
    "death_place": "death_place",
    "age_at_death": "age_at_death",
    "rank_or_role": "role",
    "stalag_number": "camp",
    "residence": "residence",
    "prisoner_number": "prisoner_number",
    "nationality": "nationality",
    "grave_reference": "grave_reference",
}
TEXTS = {
    "conflict_note": "conflict",
    "note_en": "note",
    "rank_text_en": "rank",
    "occupation_en": "occupation",
}
TEXT_LANGUAGE = "en"


class PeopleImporter(PublishedRecordImporter):
    key = "burials"
    label = gettext_lazy("People buried")
    description = gettext_lazy(
        "A list of those who lie at burial sites that are known here. Somebody who is known "
        "already is recognised by the short name and changed only where the list says something "
        "else; an empty cell changes nothing, and a form of a name is added, never replaced."
    )
    options_form_class = PeopleOptionsForm
    form_class = PeopleRowForm
    key_column = "person_id"
    permission = "graves.add_burial"

    def columns(self, options):
        return people_columns()

    def find(self, key, context):
        return _with_names().filter(key__iexact=key).first()

    def get(self, object_id):
        return _with_names().filter(pk=object_id).first()

    def current_values(self, record):
        return person_values(record) | {"published": record.live}

    def wanted_values(self, cleaned, record, context):
        wanted = super().wanted_values(cleaned, record, context)
        if "site_id" in cleaned:
            wanted["site_id"] = _site(cleaned["site_id"]).slug
        stated = context.options.get("nationality")
        if stated and not wanted.get("nationality") and not (record and record.nationality):
            wanted["nationality"] = stated
        named = any(wanted.get(name) for name in NAME_COLUMNS if name != "name_variants")
        if record is None and not named and not wanted.get("is_unknown"):
            text = _("Give a name, or say that the person is unknown.")
            raise RowRefused({"surname_identified": [text]})
        return wanted

    def create(self, key, cleaned, wanted, context):
        with told_at_columns(_columns()):
            values = dict.fromkeys(NAME_COLUMNS, "") | wanted
            burial = create_burial(
                key=key,
                names=name_facts(values, wanted.get("source", "")),
                texts=_texts(wanted),
                sources=[wanted["source"]] if wanted.get("source") else [],
                user=context.user,
                **_fields(wanted),
            )
            if wanted.get("published"):
                publish_burial(burial, user=context.user)
        return self.get(burial.pk)

    def update(self, record, changed, cleaned, context):
        known = {form.pk for form in forms_of(record)}
        self._change(record, changed, context, source=cleaned.get("source", ""))
        added = NameForm.objects.filter(person__burial=record.pk).exclude(pk__in=known)
        return {"forms": list(added.values_list("pk", flat=True))}

    def restore(self, record, before, memo, context):
        """Forms of a name that the import added go; the others were never touched."""
        NameForm.objects.filter(pk__in=memo.get("forms", ()), person__burial=record.pk).delete()
        values = {name: value for name, value in before.items() if name not in NAME_COLUMNS}
        self._change(record, values, context)

    def remove(self, record, context):
        if record.first_published_at:
            withdraw_burial(record, user=context.user, reason=UNDO_REASON)
            return _("It has been public, so it was withdrawn; its address says so.")
        delete_burial(record)
        return ""

    def _change(self, record, values, context, source=""):
        fields, texts, names = _fields(values), _texts(values), []
        if set(values) & set(NAME_COLUMNS):
            current = {name: person_values(record)[name] for name in NAME_COLUMNS}
            asked = {name: values[name] for name in NAME_COLUMNS if name in values}
            names = name_facts(current | asked, source)
        with told_at_columns(_columns()):
            if values.get("source"):
                _set_source(record, values["source"])
            if fields or texts or names:
                record = update_burial(
                    record, names=names, texts=texts, user=context.user, **fields
                )
            if values.get("published") is False:
                withdraw_burial(record, user=context.user, reason=UNDO_REASON)
            elif values.get("published"):
                publish_burial(record, user=context.user)


def person_values(burial: Burial) -> dict:
    """Everything of a burial that lists can set, shaped as their cells are."""
    text = next((row for row in burial.texts.all() if row.language == TEXT_LANGUAGE), None)
    source = next(iter(burial.sources.all()), None)
    return {
        "site_id": burial.site.slug,
        "is_unknown": burial.kind != BurialKind.PERSON,
        "people_count": burial.people_count if burial.kind == BurialKind.COUNT else None,
        "source": source.text if source else "",
        **{column: getattr(burial, field) for column, field in FIELDS.items()},
        **{column: getattr(text, field, "") for column, field in TEXTS.items()},
        **name_values(forms_of(burial)),
    }


def _with_names():
    burials = Burial.objects.select_related("site", "named_person")
    return burials.prefetch_related("named_person__forms", "texts", "sources")


def _columns() -> dict[str, str]:
    fields = {field: column for column, field in FIELDS.items()}
    return fields | {"key": "person_id", "site": "site_id"}


def _fields(values: dict) -> dict:
    fields = {field: values[column] for column, field in FIELDS.items() if column in values}
    if fields.get("role") in ("", None):
        fields.pop("role", None)
    if "site_id" in values:
        fields["site"] = _site(values["site_id"])
    if "is_unknown" in values:
        fields["kind"] = BurialKind.UNKNOWN if values["is_unknown"] else BurialKind.PERSON
    if "people_count" in values:
        count = values["people_count"] or 1
        fields["people_count"] = count
        fields["kind"] = BurialKind.COUNT if count > 1 else fields.get("kind", BurialKind.UNKNOWN)
    return {
        name: "" if value is None and name != "age_at_death" else value
        for name, value in fields.items()
    }


def _texts(values: dict) -> dict[str, dict[str, str]]:
    words = {field: values[column] or "" for column, field in TEXTS.items() if column in values}
    return {TEXT_LANGUAGE: words} if words else {}


def _set_source(burial: Burial, text: str) -> None:
    """The list's own source is the first of a record."""
    first = burial.sources.order_by("pk").first() or BurialSource(burial=burial)
    first.text = text
    first.save()


def _site(slug: str) -> BurialSite:
    site = BurialSite.objects.filter(slug__iexact=slug).first()
    if site is None:
        text = _("There is no burial site “%(slug)s”. Import the sites first.")
        raise RowRefused({"site_id": [text % {"slug": slug}]})
    return site

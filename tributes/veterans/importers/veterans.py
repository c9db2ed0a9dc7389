"""Veterans from a list: one row is one veteran with one medal. A list never gives consent."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commemoration.core.consent.selectors import scopes_of
from commemoration.core.imports.importer import RowRefused
from commemoration.core.languages.choices import TextLanguage
from commemoration.core.publication.importing import (
    UNDO_REASON,
    PublishedRecordImporter,
    told_at_columns,
)
from commemoration.names.models.forms import NameForm
from tributes.veterans.enums import CONSENT, AwardState, LifeStatus, Scope
from tributes.veterans.importers.columns import veteran_columns
from tributes.veterans.importers.forms import VeteranRowForm
from tributes.veterans.importers.names import COLUMNS as NAME_COLUMNS
from tributes.veterans.importers.names import name_facts, name_values
from tributes.veterans.models.medals import Award, Medal
from tributes.veterans.models.presentations import MedalPresentation
from tributes.veterans.models.veterans import Veteran
from tributes.veterans.permissions import may_import_veterans
from tributes.veterans.services.veterans import (
    create_veteran,
    delete_veteran,
    publish_veteran,
    remove_award,
    set_award,
    update_veteran,
    withdraw_veteran,
)

# Column → field, where they are called differently or stand for the same.
FIELDS = {
    **{name: name for name in ("birth_year", "town", "life_status", "death_source")},
    "death_date_edtf": "death",
    **{name: name for name in ("source", "is_example")},
}
TEXTS = {
    f"{field}_{language}": (language, field)
    for field in ("biography", "town")
    for language in TextLanguage.values
}
AWARD_COLUMNS = ("medal", "award_state", "presentation")
AWARD = "award: "  # before the medal's short name, in what a report calls the change


class VeteranImporter(PublishedRecordImporter):
    key = "veterans"
    label = gettext_lazy("Veterans")
    description = gettext_lazy(
        "A list of veterans and of the medal that each received. Somebody who is known already is "
        "recognised by the short name and changed only where the list says something else; an "
        "empty cell changes nothing. A list never gives consent: whoever is living stays in "
        "preparation until a consent is recorded."
    )
    form_class = VeteranRowForm
    key_column = "veteran_id"

    def may_import(self, user):
        return may_import_veterans(user)

    def columns(self, options):
        return veteran_columns()

    def find(self, key, context):
        return with_list_values(Veteran.objects.filter(slug__iexact=key)).first()

    def get(self, object_id):
        return with_list_values(Veteran.objects.filter(pk=object_id)).first()

    def current_values(self, record):
        return veteran_values(record) | {"published": record.live}

    def wanted_values(self, cleaned, record, context):
        wanted = super().wanted_values(cleaned, record, context)
        for name in AWARD_COLUMNS:
            wanted.pop(name, None)
        if cleaned.get("medal"):
            wanted[f"{AWARD}{_medal(cleaned['medal']).slug}"] = _wanted_award(cleaned, record)
        if record is None and not any(wanted.get(name) for name in NAME_COLUMNS):
            raise RowRefused({"surname": [_("Give a name.")]})
        if wanted.get("published") and not _may_be_public(cleaned, record):
            del wanted["published"]
        return wanted

    def warnings_for(self, form, record, context):
        asked = context.options.get("publish") and not (record and record.live)
        if asked and not _may_be_public(form.cleaned_data, record):
            text = _("Living, as far as is known, and without a recorded consent: not published.")
            return {self.key_column: [text]}
        return {}

    def create(self, key, cleaned, wanted, context):
        with told_at_columns(_columns()):
            values = dict.fromkeys(NAME_COLUMNS, "") | wanted
            veteran = create_veteran(
                slug=key,
                names=name_facts(values, ""),
                texts=_texts(wanted),
                user=context.user,
                **_fields(wanted),
            )
            _set_awards(veteran, wanted, context.user)
            if wanted.get("published"):
                publish_veteran(veteran, user=context.user)
        return self.get(veteran.pk)

    def update(self, record, changed, cleaned, context):
        known = set(record.named_person.forms.values_list("pk", flat=True))
        self._change(record, changed, context)
        added = NameForm.objects.filter(person=record.named_person_id).exclude(pk__in=known)
        return {"forms": list(added.values_list("pk", flat=True))}

    def restore(self, record, before, memo, context):
        """Forms of a name that the import added go; the others were never touched."""
        forms = NameForm.objects.filter(person=record.named_person_id)
        forms.filter(pk__in=memo.get("forms", ())).delete()
        values = {name: value for name, value in before.items() if name not in NAME_COLUMNS}
        self._change(record, values, context)

    def remove(self, record, context):
        if record.first_published_at:
            withdraw_veteran(record, user=context.user, reason=UNDO_REASON)
            return _("It has been public, so it was withdrawn; its address says so.")
        delete_veteran(record)
        return ""

    def _change(self, record, values, context):
        fields, texts, names = _fields(values), _texts(values), []
        if set(values) & set(NAME_COLUMNS):
            current = name_values(record.named_person.forms.all())
            names = name_facts(
                current | {name: values[name] for name in NAME_COLUMNS if name in values}, ""
            )
        with told_at_columns(_columns()):
            if fields or texts or names:
                record = update_veteran(
                    record, names=names, texts=texts, user=context.user, **fields
                )
            _set_awards(record, values, context.user)
            if values.get("published") is False:
                withdraw_veteran(record, user=context.user, reason=UNDO_REASON)
            elif values.get("published"):
                publish_veteran(record, user=context.user)


def with_list_values(veterans):
    """With all that a row of the list says."""
    found = veterans.select_related("named_person")
    return found.prefetch_related(
        "named_person__forms", "texts", "awards__medal", "awards__presentation"
    )


def veteran_values(veteran: Veteran) -> dict:
    """Everything of a veteran that lists can set, shaped as their cells are; an award is its state
    and the short name of its presentation."""
    texts = {text.language: text for text in veteran.texts.all()}
    return {
        **{column: getattr(veteran, field) for column, field in FIELDS.items()},
        **{
            column: getattr(texts.get(language), field, "")
            for column, (language, field) in TEXTS.items()
        },
        **name_values(veteran.named_person.forms.all()),
        **{f"{AWARD}{award.medal.slug}": _award_value(award) for award in veteran.awards.all()},
    }


def _award_value(award: Award) -> list[str]:
    return [award.state, award.presentation.slug if award.presentation else ""]


def _wanted_award(cleaned: dict, record: Veteran | None) -> list[str]:
    """What the row says; where it is silent, what is there already."""
    slug = _medal(cleaned["medal"]).slug
    present = [AwardState.TO_BE_PRESENTED.value, ""]
    if record is not None:
        present = veteran_values(record).get(f"{AWARD}{slug}", present)
    state = cleaned.get("award_state") or present[0]
    presentation = cleaned.get("presentation")
    return [state, _presentation(presentation).slug if presentation else present[1]]


def _may_be_public(cleaned: dict, record: Veteran | None) -> bool:
    status = cleaned.get("life_status") or (record.life_status if record else "")
    if status == LifeStatus.DIED:
        return True
    return record is not None and Scope.PAGE in scopes_of(CONSENT, record.key)


def _set_awards(veteran: Veteran, values: dict, user) -> None:
    for name, value in values.items():
        if not name.startswith(AWARD):
            continue
        medal = _medal(name.removeprefix(AWARD))
        if value is None:
            remove_award(veteran=veteran, medal=medal, user=user)
        else:
            state, slug = value
            at = _presentation(slug) if slug else None
            set_award(veteran=veteran, medal=medal, state=state, presentation=at, user=user)


def _fields(values: dict) -> dict:
    fields = {field: values[column] for column, field in FIELDS.items() if column in values}
    if fields.get("life_status") in ("", None):
        fields.pop("life_status", None)
    if fields.get("is_example") is None:
        fields.pop("is_example", None)
    return {
        name: "" if value is None and name != "birth_year" else value
        for name, value in fields.items()
    }


def _texts(values: dict) -> dict[str, dict[str, str]]:
    found = {}
    for column, (language, field) in TEXTS.items():
        if column in values:
            found.setdefault(language, {})[field] = values[column] or ""
    return found


def _columns() -> dict[str, str]:
    return {field: column for column, field in FIELDS.items()} | {"slug": "veteran_id"}


def _medal(slug: str) -> Medal:
    found = Medal.objects.filter(slug__iexact=slug).first()
    if found is None:
        text = _("There is no medal “%(slug)s”. Record it first.")
        raise RowRefused({"medal": [text % {"slug": slug[:60]}]})
    return found


def _presentation(slug: str) -> MedalPresentation:
    found = MedalPresentation.objects.filter(slug__iexact=slug).first()
    if found is None:
        text = _("There is no presentation “%(slug)s”. Record it first.")
        raise RowRefused({"presentation": [text % {"slug": slug[:60]}]})
    return found

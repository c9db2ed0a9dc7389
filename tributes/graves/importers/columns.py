"""The columns of the three lists: sites, people, and what more is known of people."""

from django.utils.translation import gettext as _

from commemoration.core.imports.columns import Column
from tributes.graves.enums import (
    PROVINCES_IN_FRENCH,
    Confidence,
    InscribedBasis,
    Nationality,
    PositionPrecision,
    Role,
    SiteKind,
)

SITE_COLUMNS = (
    *("site_id", "name_fr", "place", "commune", "province", "kind", "latitude", "longitude"),
    *("coordinate_precision", "graves_total", "unknown_total", "located_year", "restored_years"),
    *("caretaker", "inscription_fr", "note_en", "source"),
)
PEOPLE_COLUMNS = (
    *("person_id", "site_id", "surname_inscribed", "given_inscribed", "surname_identified"),
    *("given_identified", "patronymic", "name_cyrillic", "name_cyrillic_confidence"),
    *("birth_date_edtf", "birth_place", "death_date_edtf", "death_place", "age_at_death"),
    *("rank_or_role", "stalag_number", "is_unknown", "conflict_note", "source"),
)
EXTRA_COLUMNS = (
    *("person_id", "inscribed_basis", "name_variants", "rank_text_en", "occupation_en"),
    *("residence", "prisoner_number", "note_en"),
)

# What lists of people may say besides; exports write these only if somebody has them.
MORE_PEOPLE_COLUMNS = ("nationality", "grave_reference", "people_count")


def site_columns() -> list[Column]:
    labels = {
        "site_id": _("Short name of the site, in Latin letters"),
        "name_fr": _("Name (French)"),
        "place": _("Village or quarter"),
        "commune": _("Commune"),
        "province": _("Province"),
        "kind": _("Kind"),
        "latitude": _("Latitude"),
        "longitude": _("Longitude"),
        "coordinate_precision": _("What the position stands for"),
        "graves_total": _("Graves"),
        "unknown_total": _("Graves of unknown people"),
        "located_year": _("Year it was found"),
        "restored_years": _("Years of restoration, separated by ;"),
        "caretaker": _("Who cares for it: short name of the organisation"),
        "inscription_fr": _("Inscriptions (French), separated by |"),
        "note_en": _("Description (English)"),
        "source": _("Source"),
    }
    choices = {
        "kind": tuple(SiteKind.choices),
        "coordinate_precision": tuple(PositionPrecision.choices),
        "province": tuple((name, name) for name in PROVINCES_IN_FRENCH.values()),
    }
    required = {"site_id", "commune", "province", "kind"}
    return _columns(labels, required, choices)


def people_columns() -> list[Column]:
    """Those of the list of people, and those of the list of what more is known."""
    labels = {
        "person_id": _("Short name of the person, in Latin letters"),
        "site_id": _("Short name of the burial site"),
        "surname_inscribed": _("Surname on the stone"),
        "given_inscribed": _("Given name on the stone"),
        "surname_identified": _("Surname as identified"),
        "given_identified": _("Given name as identified"),
        "patronymic": _("Patronymic"),
        "name_cyrillic": _("Name in Russian: surname, given name, patronymic"),
        "name_cyrillic_confidence": _("How sure the Russian spelling is"),
        "birth_date_edtf": _("Date of birth"),
        "birth_place": _("Place of birth, as it was called then"),
        "death_date_edtf": _("Date of death"),
        "death_place": _("Place of death"),
        "age_at_death": _("Age at death"),
        "rank_or_role": _("Role"),
        "stalag_number": _("Camp"),
        "is_unknown": _("The person is unknown (true or false)"),
        "conflict_note": _("What does not agree (English)"),
        "source": _("Source"),
        "nationality": _("Citizenship then: soviet, belgian, …; Soviet is not Russian"),
        "grave_reference": _("Grave: plot, row and number"),
        "people_count": _("How many unknown people the row counts together"),
    }
    choices = {
        "nationality": tuple(Nationality.choices),
        "name_cyrillic_confidence": tuple(Confidence.choices),
        "rank_or_role": tuple(Role.choices),
    }
    status = Column("status", _("Published or withdrawn, in exports of this site"))
    more = [column for column in extra_columns() if column.name != "person_id"]
    return [*_columns(labels, {"person_id", "site_id"}, choices), *more, status]


def extra_columns() -> list[Column]:
    labels = {
        "person_id": _("Short name of the person, in Latin letters"),
        "inscribed_basis": _("How the inscription is known"),
        "name_variants": _("Other spellings of the name, separated by ;"),
        "rank_text_en": _("Rank and unit (English)"),
        "occupation_en": _("Occupation before the war (English)"),
        "residence": _("Last address"),
        "prisoner_number": _("Prisoner number"),
        "note_en": _("What is known (English)"),
    }
    return _columns(labels, {"person_id"}, {"inscribed_basis": tuple(InscribedBasis.choices)})


def _columns(labels: dict, required: set[str], choices: dict) -> list[Column]:
    return [
        Column(name, label, required=name in required, choices=choices.get(name, ()))
        for name, label in labels.items()
    ]

"""The columns of the list of veterans: one row is one veteran, with the award of one medal."""

from django.utils.translation import gettext as _

from commemoration.core.imports.columns import Column
from tributes.veterans.enums import AwardState, LifeStatus

VETERAN_COLUMNS = (
    *("veteran_id", "surname", "given_name", "patronymic", "name_cyrillic", "birth_year", "town"),
    *("life_status", "death_date_edtf", "death_source", "medal", "award_state", "presentation"),
    *("biography_en", "biography_fr", "biography_nl", "biography_ru", "source", "is_example"),
    *("town_en", "town_fr", "town_nl", "town_ru"),
)


def veteran_columns() -> list[Column]:
    labels = {
        "veteran_id": _("Short name of the veteran, in Latin letters"),
        "surname": _("Surname in Latin letters"),
        "given_name": _("Given name in Latin letters"),
        "patronymic": _("Patronymic in Latin letters"),
        "name_cyrillic": _("Name in Russian: surname, given name, patronymic"),
        "birth_year": _("Year of birth; never the day"),
        "town": _("Town in Belgium; never an address"),
        "life_status": _("Living or died; empty means living"),
        "death_date_edtf": _("Date of death"),
        "death_source": _("Source of the death"),
        "medal": _("Short name of the medal"),
        "award_state": _("State of the award"),
        "presentation": _("Short name of the presentation"),
        "biography_en": _("Biography (English)"),
        "biography_fr": _("Biography (French)"),
        "biography_nl": _("Biography (Dutch)"),
        "biography_ru": _("Biography (Russian)"),
        "source": _("Source"),
        "town_en": _("Town (English), if it is called otherwise"),
        "town_fr": _("Town (French), if it is called otherwise"),
        "town_nl": _("Town (Dutch), if it is called otherwise"),
        "town_ru": _("Town (Russian), if it is called otherwise"),
        "is_example": _("Invented example (true or false)"),
    }
    choices = {
        "life_status": tuple(LifeStatus.choices),
        "award_state": tuple(AwardState.choices),
    }
    return [
        Column(name, labels[name], required=name == "veteran_id", choices=choices.get(name, ()))
        for name in VETERAN_COLUMNS
    ]

"""The demonstration's veterans: invented people under a real medal, labelled on every page."""

from datetime import date

from django.db import transaction

from commemoration.core.consent.models import ConsentText
from commemoration.core.consent.services import record_consent
from commemoration.home.demo.texts import veterans as texts
from commemoration.names.enums import NameRole
from commemoration.names.services.people import NameFacts
from tributes.veterans.enums import CONSENT, LifeStatus, Scope
from tributes.veterans.models import Medal, MedalPresentation, Veteran
from tributes.veterans.services.presentations import (
    create_medal,
    create_presentation,
    publish_presentation,
)
from tributes.veterans.services.veterans import create_veteran, publish_veteran, set_award


@transaction.atomic
def load_veterans() -> None:
    """Fill a site that has no veterans yet; what is there stays."""
    if Veteran.objects.exists() or Medal.objects.exists():
        return
    for language, words in texts.CONSENT_TEXT.items():
        ConsentText.objects.get_or_create(
            purpose=CONSENT, version=1, language=language, defaults={"text": words}
        )
    medal = create_medal(**texts.MEDAL)
    presentation = create_presentation(is_example=True, **texts.PRESENTATION)
    publish_presentation(presentation)
    for person in texts.PEOPLE:
        _load(person, medal, presentation)


def _load(person: tuple, medal: Medal, presentation: MedalPresentation) -> None:
    slug, latin, russian, birth_year, death, state = person
    died = {"life_status": LifeStatus.DIED, "death": death, "death_source": texts.DEATH_SOURCE}
    veteran = create_veteran(
        slug=slug,
        is_example=True,
        names=[_name(latin, "fr"), _name(russian, "ru")],
        texts=texts.PERSON_TEXTS,
        birth_year=birth_year,
        town=texts.TOWN,
        **(died if death else {}),
    )
    is_waiting = state == "to_be_presented"
    set_award(
        veteran=veteran,
        medal=medal,
        state=state,
        presentation=None if is_waiting else presentation,
    )
    if slug in texts.WITHOUT_CONSENT:
        return
    if not death:
        record_consent(
            purpose=CONSENT,
            subject=veteran.key,
            text=ConsentText.objects.get(purpose=CONSENT, version=1, language="ru"),
            scopes=Scope.values,
            given_on=date(2020, 3, 1),
        )
    publish_veteran(veteran)


def _name(name: tuple[str, str], language: str) -> NameFacts:
    surname, given_name = name
    return NameFacts(
        role=NameRole.IDENTIFIED, surname=surname, given_name=given_name, language=language
    )

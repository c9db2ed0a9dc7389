"""Veterans, medals and consents for tests: examples, never real people."""

from datetime import date
from itertools import count

from commemoration.core.consent.models import ConsentRecord, ConsentText
from commemoration.core.consent.services import record_consent
from commemoration.names.enums import NameRole
from commemoration.names.services.people import NameFacts
from tests.factories.pages import add_page
from tributes.veterans.enums import CONSENT, AwardState, LifeStatus, Scope
from tributes.veterans.models import Award, Medal, MedalPresentation, Veteran, VeteransPage
from tributes.veterans.services.presentations import (
    create_medal,
    create_presentation,
    publish_presentation,
)
from tributes.veterans.services.veterans import create_veteran, publish_veteran, set_award

_numbers = count(1)
DIED = {"life_status": LifeStatus.DIED, "death": "2021", "death_source": "An obituary"}


def veteran(slug: str = "", *, consent: bool = True, published: bool = True, **values) -> Veteran:
    """An example veteran who is living, agrees to everything and is public, unless told otherwise.

    `latin` and `russian` are the surname, `biographies` texts by language.
    """
    surname = values.pop("latin", "Obraztsov"), values.pop("russian", "Образцов")
    biographies = values.pop("biographies", {})
    texts = {language: {"biography": words} for language, words in biographies.items()}
    values = {"birth_year": 1925, "town": "Liège", "is_example": True, "texts": texts, **values}
    found = create_veteran(
        slug=slug or f"veteran-{next(_numbers)}", names=names(*surname), **values
    )
    if consent:
        agreed(found)
    if published:
        publish_veteran(found)
        found.refresh_from_db()
    return found


def names(latin: str = "Obraztsov", russian: str = "Образцов") -> list[NameFacts]:
    return [
        NameFacts(role=NameRole.IDENTIFIED, surname=latin, given_name="Ivan", language="fr"),
        NameFacts(role=NameRole.IDENTIFIED, surname=russian, given_name="Иван", language="ru"),
    ]


def consent_text(language: str = "ru", version: int = 1) -> ConsentText:
    found, _made = ConsentText.objects.get_or_create(
        purpose=CONSENT, version=version, language=language, defaults={"text": "I agree."}
    )
    return found


def agreed(to: Veteran, *scopes: str, **values) -> ConsentRecord:
    """A consent to `scopes`, else to everything."""
    return record_consent(
        purpose=CONSENT,
        subject=to.key,
        text=consent_text(),
        scopes=scopes or Scope.values,
        given_on=date(2020, 3, 1),
        **values,
    )


def medal(slug: str = "example-medal") -> Medal:
    found = Medal.objects.filter(slug=slug).first()
    return found or create_medal(
        slug=slug, texts={"en": {"name": f"Medal {slug}"}, "ru": {"name": f"Медаль {slug}"}}
    )


def presentation(slug: str = "", *, published: bool = True, **values) -> MedalPresentation:
    slug = slug or f"presentation-{next(_numbers)}"
    texts = {"en": {"title": f"Presentation {slug}", "occasion": "Victory Day"}}
    values = {"date": "2020-03-05", "place": "Brussels", "texts": texts, **values}
    found = create_presentation(slug=slug, **values)
    if published:
        publish_presentation(found)
    return found


def award(to: Veteran, at: MedalPresentation | None = None, **values) -> Award:
    values = {"medal": medal(), "state": AwardState.PRESENTED, **values}
    return set_award(veteran=to, presentation=at, **values)


def veterans_page(parent, slug: str = "veterans", **attributes) -> VeteransPage:
    """The published roll below `parent`."""
    return add_page(parent, VeteransPage(title="Veterans", slug=slug), **attributes)

"""The demonstration's burial sites and people: a real list, with its doubts left as they are."""

from pathlib import Path

from django.core.management import call_command
from django.db import transaction

from commemoration.home.demo.texts import graves as texts
from commemoration.organisations.models import Organisation, OrganisationReference
from commemoration.organisations.services import create_organisation, publish_organisation
from tributes.graves.enums import Nationality
from tributes.graves.models import Burial, BurialSite, Ceremony, CeremonyText
from tributes.graves.services.burials import update_burial
from tributes.graves.services.ceremonies import publish_ceremony
from tributes.graves.services.sites import update_site

FOLDER = Path(__file__).with_name("burials")
LISTS = ("sites.csv", "people.csv", "people_extra.csv")
LANGUAGES = ("en", "nl", "ru")


@transaction.atomic
def load_graves(stdout) -> None:
    """Import the lists into a site that has no burial sites yet; what is there stays."""
    if BurialSite.objects.exists():
        return
    paths = [FOLDER / name for name in LISTS]
    call_command("import_burials", *paths, nationality=Nationality.SOVIET.value, stdout=stdout)
    for site in BurialSite.objects.filter(slug__in=texts.SITES):
        names = zip(LANGUAGES, texts.SITES[site.slug], strict=True)
        update_site(site, texts={language: {"name": name} for language, name in names})
    _load_organisations()
    _load_ceremony()


def _load_organisations() -> None:
    for slug, (kind, names, source) in texts.ORGANISATIONS.items():
        organisation = create_organisation(slug=slug, kind=kind, names=names)
        OrganisationReference.objects.create(organisation=organisation, kind="source", text=source)
        publish_organisation(organisation)
    for key, slug in texts.MOVEMENTS.items():
        movement = Organisation.objects.get(slug=slug)
        update_burial(Burial.objects.get(key=key), movement=movement)


def _load_ceremony() -> None:
    about = texts.CEREMONY
    ceremony = Ceremony(
        site=BurialSite.objects.get(slug=about["site"]),
        date=about["date"],
        organiser=Organisation.objects.get(slug=about["organiser"]),
        source=about["source"],
    )
    ceremony.texts = [
        CeremonyText(language=language, title=title, description=description)
        for language, (title, description) in about["texts"].items()
    ]
    ceremony.save()
    ceremony.save_revision()
    publish_ceremony(ceremony)

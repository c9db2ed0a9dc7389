"""Caretakers for tests, with a link that holds: examples, never real people."""

from django.test import Client

from tests.factories.graves import burial_site
from tributes.graves.caretakers.links import sign_access
from tributes.graves.caretakers.services.access import issue_link
from tributes.graves.models import BurialSite, Caretaker, CaretakerSite

ADDRESS = "neighbour@example.org"


def caretaker(*sites: BurialSite, issued: bool = True, **values) -> Caretaker:
    """A neighbour who looks after these sites, or after one of their own."""
    values = {"name": "Nele Example", "email": ADDRESS, "language": "en", **values}
    made = Caretaker(**values)
    made.places = [CaretakerSite(site=site) for site in sites or [burial_site()]]
    made.save()
    if issued:
        issue_link(made)
    made.refresh_from_db()
    return made


def opened_by(caretaker: Caretaker, **headers) -> Client:
    """A browser in which the link of this caretaker was opened."""
    browser = Client(headers=headers or None)
    assert browser.get(f"/caretaker/{sign_access(caretaker)}/").status_code == 302
    return browser


def pages_of(caretaker: Caretaker, site: BurialSite | None = None, language: str = "en") -> str:
    """The address of the caretaker's page, or of the form about this site."""
    home = f"/{language}/caretaker/{caretaker.handle}/"
    return f"{home}site/{site.slug}/" if site else home

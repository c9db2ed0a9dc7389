"""Caretakers for tests, with a link that holds: examples, never real people."""

from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from commemoration.submissions.models import Submission
from commemoration.submissions.services.review import approve
from tests.factories.graves import burial_site
from tests.factories.pictures import jpeg
from tests.factories.staff import superuser
from tributes.graves.caretakers.links import sign_access
from tributes.graves.caretakers.services.access import issue_link
from tributes.graves.models import BurialSite, Caretaker, CaretakerSite, ConditionEntry

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


def visit(**values) -> dict[str, str]:
    """What a browser sends of a form that was filled in."""
    return {
        "form": str(uuid4()),
        "version": "0",
        "visited": "2020-05-08",
        "state": "fair",
        "done": "The grass was cut.",
        "way_there": "",
        "opening_hours": "",
        "gate": "",
        "language": "en",
        **values,
    }


def sending(**values) -> dict[str, str]:
    """The same, with the agreement and the button that sends it."""
    return visit(do="send", scopes="site", **values)


def accept(submission: Submission) -> None:
    """Somebody of the staff accepts it as it was sent."""
    submission.refresh_from_db()
    user = superuser(f"root-{Submission.objects.count()}-{ConditionEntry.objects.count()}")
    approve(submission=submission, user=user, seen_version=submission.words.version)


def a_file(name: str) -> SimpleUploadedFile:
    """A photograph as a browser sends it."""
    return SimpleUploadedFile(name, jpeg(640, 480), content_type="image/jpeg")

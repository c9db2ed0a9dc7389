from io import StringIO

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from wagtail.models import Locale, Page, Site, Workflow

from commemoration.core.accounts.groups import CENTRE_EDITORS
from commemoration.core.enums import Section
from commemoration.home.models import HomePage, SectionPage
from tests.factories.invariants import breaches
from tests.factories.pages import clear_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def empty_site(settings):
    """What the migrations leave: a root, and Wagtail's page of welcome."""
    clear_site()
    assert list(HomePage.objects.all()) == []
    settings.WAGTAILADMIN_BASE_URL = "https://testserver"


def lay() -> str:
    out = StringIO()
    call_command("lay_foundation", stdout=out)
    return out.getvalue()


def pages():
    return list(Page.objects.order_by("path").values_list("path", "title", "slug", "locale"))


def test_empty_site_gets_homes_and_institutions_in_every_language(empty_site):
    assert lay() == "Home pages: en, fr, nl, ru.\nInstitutions: embassy, centre.\n"

    languages = [code for code, _name in settings.LANGUAGES]
    homes = HomePage.objects.order_by("path").values_list("locale__language_code", flat=True)
    assert list(homes) == languages
    assert SectionPage.objects.filter(section=Section.CENTRE, live=True).count() == len(languages)
    assert breaches() == []


def test_foundation_is_a_site_that_answers(empty_site):
    lay()

    answer = Client().get("/ru/embassy/", secure=True)

    assert (answer.status_code, Site.objects.get().port) == (200, 443)
    assert "Посольство" in answer.content.decode()


def test_port_and_host_are_those_of_the_site_s_address(empty_site, settings):
    settings.WAGTAILADMIN_BASE_URL = "http://www.example.org:8080"

    lay()

    site = Site.objects.get()
    assert (site.hostname, site.port) == ("www.example.org", 8080)


def test_second_run_changes_nothing(empty_site):
    lay()
    HomePage.objects.filter(locale__language_code="fr").update(title="Victoire")
    Site.objects.update(hostname="other.example.org")
    before = pages()

    lay()

    assert pages() == before
    assert Site.objects.get().hostname == "other.example.org"
    assert Workflow.objects.filter(active=True).count() == 1


def test_lost_page_and_permission_are_made_again(empty_site):
    lay()
    SectionPage.objects.get(
        section=Section.CENTRE, locale=Locale.objects.get(language_code="nl")
    ).delete()
    group = Group.objects.get(name=CENTRE_EDITORS)
    group.permissions.clear()
    assert breaches() != []

    lay()

    assert breaches() == []

"""The demonstration's pages lead where they say, and the best pictures come first."""

import pytest
from django.conf import settings
from django.db import transaction

from commemoration.home.demo.pages import load_pages
from commemoration.home.demo.photos import load_collections
from commemoration.home.models import SectionPage
from photos.models import CollectionPage

pytestmark = pytest.mark.django_db
LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """Loaded once: what a test does to it ends with the test, and the whole with the last one."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_pages(load_collections())
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("page", ["accessibility", "contact"])
def test_statement_and_contact_lead_to_the_form_in_every_language(client, demo, page):
    found = {
        code: f'<a href="/{code}/feedback/">' in client.get(f"/{code}/{page}/").content.decode()
        for code in LANGUAGES
    }

    assert found == dict.fromkeys(LANGUAGES, True)


def test_newest_collection_is_the_one_that_shows_most(demo):
    pages = CollectionPage.objects.filter(live=True)

    newest = pages.order_by("-first_published_at")[: len(LANGUAGES)]
    in_the_tree = pages.filter(locale__language_code="en").order_by("path")

    assert {page.slug for page in newest} == {"specimens-open-country"}
    assert [page.slug for page in in_the_tree] == [
        "specimens-open-country",
        "specimens-streets",
        "specimens-railways",
        "specimens-papers",
    ]


def test_institutions_say_where_they_are_and_that_it_is_an_example(demo):
    remarks = [
        page.visit.blocks_by_name("opening_hours")[0].value["remark"]
        for page in SectionPage.objects.filter(locale__language_code="en").order_by("path")
    ]

    assert remarks == ["Example address and hours."] * 2


def test_loading_twice_changes_nothing(demo):
    before = list(CollectionPage.objects.order_by("pk").values_list("pk", "latest_revision"))

    load_pages(load_collections())

    after = list(CollectionPage.objects.order_by("pk").values_list("pk", "latest_revision"))
    assert after == before

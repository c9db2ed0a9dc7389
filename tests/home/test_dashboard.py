"""What the first page of the admin tells each member of staff."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision, Workflow

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS, SITE_MANAGERS
from commemoration.core.enums import Section
from commemoration.home.dashboard import selectors
from commemoration.home.services.moderation import set_up_moderation
from photos.models import Photo
from tests.factories.pages import build_site, standard_page, translation
from tests.factories.photos import CollectionFactory, PhotoFactory
from tests.factories.staff import signed_in, staff_account

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return build_site()


@pytest.fixture
def embassy(site):
    return site.sections[Section.EMBASSY]["en"]


@pytest.fixture
def editor():
    return staff_account("anna", EMBASSY_EDITORS)


@pytest.fixture
def other():
    return staff_account("pieter", CENTRE_EDITORS)


@pytest.fixture
def manager():
    return staff_account("maria", SITE_MANAGERS)


def submitted(page, by):
    workflow = Workflow.objects.get(active=True)
    page.save_revision(user=by)
    workflow.start(page, by)
    return page


def submitted_photo(photo, by):
    photo.save_revision(user=by)
    photo.get_workflow().start(photo, by)


def draft(parent, slug="draft", age=timedelta(days=31)):
    page = standard_page(parent, slug.capitalize(), slug)
    page.title = "Changed"
    revision = page.save_revision()
    Revision.objects.filter(pk=revision.pk).update(created_at=timezone.now() - age)
    return page


def published_photos(number, section=Section.EMBASSY, languages=("en",)):
    collection = CollectionFactory(section=section)
    texts = {language: {"title": "Parade"} for language in languages}
    return [PhotoFactory(collection=collection, texts=texts, published=True) for _ in range(number)]


def titles(waiting):
    return [row.title for row in waiting.rows]


# Moderation


def test_moderation_is_set_up_once_and_then_left_to_the_managers():
    workflow = Workflow.objects.get(active=True)
    assert workflow.name == "Approval by a site manager"
    workflow.name = "Four eyes"
    workflow.save()

    set_up_moderation()

    assert list(Workflow.objects.filter(active=True).values_list("name", flat=True)) == [
        "Four eyes"
    ]


def test_editor_submits_and_manager_approves_through_the_admin(embassy, editor, manager):
    page = standard_page(embassy, "Opening", "opening")
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = {
        "title": "Opening hours", "slug": "opening", "lead": "", "body-count": "0",
        "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
    }  # fmt: skip

    signed_in(editor).post(edit, {**form, "action-submit": "1"})

    page.refresh_from_db()
    assert page.title == "Opening"
    assert titles(selectors.in_moderation(manager)) == ["Opening hours"]
    task_state = page.current_workflow_task_state
    approve = reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task_state.pk]
    )
    signed_in(staff_account("pieter", CENTRE_EDITORS)).post(approve, {"comment": ""})
    page.refresh_from_db()
    assert page.title == "Opening"

    signed_in(manager).post(approve, {"comment": ""})

    page.refresh_from_db()
    assert page.title == "Opening hours"
    assert titles(selectors.in_moderation(manager)) == []


def test_photograph_in_moderation_waits_for_the_manager_only(site, editor, manager):
    (photo,) = published_photos(1)
    submitted_photo(photo, editor)

    assert len(selectors.in_moderation(manager).rows) == 1
    assert selectors.in_moderation(editor).total == 0


# Translations


def test_untranslated_pages_are_those_of_one_s_section(site, embassy, editor, other, manager):
    page = standard_page(embassy, "Opening", "opening")
    translation(page, "fr")
    complete = standard_page(embassy, "Contact", "contact")
    for language in ["fr", "nl", "ru"]:
        translation(complete, language)
    standard_page(embassy, "Draft", "draft", live=False)
    standard_page(site.sections[Section.CENTRE]["en"], "Films", "films")

    (row,) = selectors.untranslated_pages(editor).rows

    assert (row.title, row.note) == ("Opening", "Dutch, Russian")
    assert row.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert titles(selectors.untranslated_pages(other)) == ["Films"]
    assert titles(selectors.untranslated_pages(manager)) == ["Opening", "Films"]


def test_copy_that_only_mirrors_the_original_is_no_translation(site, embassy, editor):
    page = standard_page(embassy, "Opening", "opening")
    page.copy_for_translation(site.homes["fr"].locale, alias=True)

    (row,) = selectors.untranslated_pages(editor).rows

    assert row.note == "French, Dutch, Russian"


def test_photographs_without_a_text_are_counted_by_language(site, editor, other):
    published_photos(3, languages=("en", "ru"))
    published_photos(1, languages=("en", "fr", "nl", "ru"))

    assert selectors.untranslated_photos(editor) == {"fr": 3, "nl": 3}
    assert selectors.untranslated_photos(other) == {}


# Drafts


def test_forgotten_drafts_are_old_and_of_one_s_section(site, embassy, editor, other):
    draft(embassy, "old")
    draft(embassy, "new", age=timedelta(days=29))
    (photo,) = published_photos(1)
    revision = photo.save_revision()
    Revision.objects.filter(pk=revision.pk).update(created_at=timezone.now() - timedelta(days=60))
    Photo.objects.filter(pk=photo.pk).update(has_unpublished_changes=True)

    assert titles(selectors.forgotten_drafts(editor)) == [photo.accession, "Changed"]
    assert selectors.forgotten_drafts(editor).total == 2
    assert selectors.forgotten_drafts(other).total == 0


# The page itself


def test_empty_dashboard_says_that_nothing_waits(site, editor):
    page = signed_in(editor).get("/admin/").content.decode()

    for sentence in [
        "Nothing waits for your approval.",
        "No import is unfinished.",
        "Every published page exists in every language.",
        "No draft is older than a month.",
    ]:
        assert page.count(sentence) == 1


def test_dashboard_shows_the_first_and_counts_the_rest(site, embassy, editor):
    for number in range(10):
        standard_page(embassy, f"Page {number}", f"page-{number}")
    published_photos(2)

    page = signed_in(editor).get("/admin/").content.decode()

    assert "Page 0" in page
    assert page.count("Dutch") >= 8
    assert "And 2 more." in page
    assert "2 published photographs have no text in Russian." in page


def test_dashboard_costs_the_same_whatever_waits(
    site, embassy, manager, django_assert_max_num_queries
):
    client = signed_in(manager)

    def cost():
        with django_assert_max_num_queries(80) as queries:
            client.get("/admin/")
        return len(queries)

    submitted(standard_page(embassy, "One", "one"), manager)
    draft(embassy, "draft-0")
    submitted_photo(*published_photos(1), manager)
    cost()  # content types are looked up once for each process
    one = cost()
    for number in range(3):
        submitted(standard_page(embassy, f"More {number}", f"more-{number}"), manager)
        draft(embassy, f"more-draft-{number}")
    for photo in published_photos(3):
        submitted_photo(photo, manager)
    published_photos(2)

    assert selectors.in_moderation(manager).total == 8
    assert cost() == one
    assert Page.objects.count() > 10


def test_dashboard_speaks_the_language_of_the_account(site):
    client = signed_in(staff_account("anna", EMBASSY_EDITORS, language="ru"))

    page = client.get("/admin/").content.decode()

    assert '<html lang="ru"' in page

"""Which pages and pictures the editors of a section may change: asked of the real admin."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, GroupPagePermission

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS, SITE_MANAGERS
from commemoration.core.accounts.selectors import collection_of_section
from commemoration.core.enums import Section
from commemoration.home.models import SectionPage, StandardPage
from commemoration.home.services.section_permissions import grant_section_permissions
from photos.models import ArchiveImage
from tests.factories.pages import build_site, standard_page
from tests.factories.staff import signed_in, staff_account

pytestmark = pytest.mark.django_db

KINDS = {
    "embassy editor": EMBASSY_EDITORS,
    "centre editor": CENTRE_EDITORS,
    "manager": SITE_MANAGERS,
}


@pytest.fixture
def site():
    return build_site()


def browser(kind):
    if kind == "visitor":
        return Client()
    groups = [KINDS[kind]] if kind in KINDS else []
    return signed_in(staff_account(kind.replace(" ", "-"), *groups))


def add_path(parent):
    return reverse("wagtailadmin_pages:add", args=["home", "standardpage", parent.pk])


def page_form(title="Opening", slug="opening", **extra):
    return {
        "title": title,
        "slug": slug,
        "lead": "",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "1000",
        "seo_title": "",
        "search_description": "",
        **extra,
    }


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", ["embassy editor", "manager"])
def test_those_of_the_section_add_and_publish_its_pages(site, kind, language):
    parent = site.sections[Section.EMBASSY][language]

    browser(kind).post(add_path(parent), page_form(**{"action-publish": "1"}))

    page = StandardPage.objects.get(slug="opening")
    assert page.live
    assert page.get_parent().pk == parent.pk


@pytest.mark.parametrize("kind", ["centre editor", "nobody in particular", "visitor"])
def test_others_add_no_page_to_the_section(site, kind):
    parent = site.sections[Section.EMBASSY]["en"]

    response = browser(kind).post(add_path(parent), page_form(**{"action-publish": "1"}))

    assert response.status_code == 302
    assert not StandardPage.objects.filter(slug="opening").exists()


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("embassy editor", "New"),
        ("manager", "New"),
        ("centre editor", "Old"),
        ("nobody in particular", "Old"),
        ("visitor", "Old"),
    ],
)
def test_who_changes_and_publishes_a_page_of_the_section(site, kind, title):
    page = standard_page(site.sections[Section.EMBASSY]["en"], "Old", "opening")
    path = reverse("wagtailadmin_pages:edit", args=[page.pk])

    browser(kind).post(path, page_form("New", **{"action-publish": "1"}))

    page.refresh_from_db()
    assert page.title == title


@pytest.mark.parametrize("kind", ["embassy editor", "centre editor"])
def test_editors_leave_the_home_page_and_what_hangs_on_it_alone(site, kind):
    home = site.homes["en"]
    client = browser(kind)

    client.post(add_path(home), page_form())
    path = reverse("wagtailadmin_pages:add", args=["home", "sectionpage", home.pk])
    client.post(path, page_form(section="embassy"))

    assert not StandardPage.objects.filter(slug="opening").exists()
    assert SectionPage.objects.count() == 8


def test_granting_twice_changes_nothing_and_heals_what_is_missing(site):
    before = GroupPagePermission.objects.count()
    grant_section_permissions()
    assert GroupPagePermission.objects.count() == before

    GroupPagePermission.objects.filter(group__name=CENTRE_EDITORS).first().delete()
    grant_section_permissions()

    assert GroupPagePermission.objects.count() == before


def picture():
    from io import BytesIO

    from PIL import Image

    data = BytesIO()
    Image.new("RGB", (64, 48), "white").save(data, "PNG")
    return SimpleUploadedFile("plate.png", data.getvalue(), "image/png")


@pytest.mark.parametrize(
    ("kind", "allowed"),
    [
        ("embassy editor", True),
        ("manager", True),
        ("centre editor", False),
        ("nobody in particular", False),
        ("visitor", False),
    ],
)
def test_who_uploads_a_picture_into_the_folder_of_the_section(site, kind, allowed):
    collection = collection_of_section(Section.EMBASSY)
    # A folder to choose from, else the form has no field for it.
    Collection.get_first_root_node().add_child(name="Other")

    browser(kind).post(
        reverse("wagtailimages:add"),
        {"title": "Plate", "file": picture(), "collection": collection.pk},
    )

    assert ArchiveImage.objects.filter(collection=collection).exists() is allowed

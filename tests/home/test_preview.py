"""What an editor sees before publishing."""

import pytest
from django.urls import reverse

from commemoration.core.enums import Section
from commemoration.home.models import HomePage, SectionPage, StandardPage
from tests.factories.pages import build_site, standard_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return build_site()


@pytest.mark.parametrize("model", [HomePage, SectionPage, StandardPage])
def test_page_is_previewed_with_its_unpublished_words(site, rf, model):
    standard_page(site.homes["en"])
    page = model.objects.filter(locale__language_code="en").first()
    page.title = "Words nobody has published"

    response = page.make_preview_request(rf.get("/admin/"), "")

    assert response.status_code == 200
    assert "Words nobody has published" in response.content.decode()
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]


def test_new_page_is_previewed_before_it_is_saved(client, site, admin_user):
    client.force_login(admin_user)
    parent = site.sections[Section.CENTRE]["en"]
    url = reverse("wagtailadmin_pages:preview_on_add", args=["home", "standardpage", parent.pk])
    fields = {
        "title": "Not saved yet",
        "slug": "not-saved",
        "lead": "",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "heading",
        "body-0-value": "A heading",
        "body-0-id": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "0",
    }

    stored = client.post(url, fields)
    response = client.get(url, {"in_preview_panel": "true"})

    assert stored.json() == {"is_valid": True, "is_available": True}
    assert response.status_code == 200
    assert "Not saved yet" in response.content.decode()
    assert "A heading" in response.content.decode()
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert "script-src 'self';" in response["Content-Security-Policy"] + ";"

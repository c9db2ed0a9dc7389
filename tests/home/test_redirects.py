"""An address that an editor changes keeps leading to its page."""

import pytest

from commemoration.core.enums import Section
from tests.factories.pages import build_site, standard_page, translation


@pytest.fixture
def site():
    return build_site()


def rename(page, slug, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = slug
        page.save_revision().publish()


@pytest.mark.django_db
def test_old_address_leads_to_the_new_one(client, site, django_capture_on_commit_callbacks):
    page = standard_page(site.homes["en"], title="Imprint", slug="imprint")

    rename(page, "colophon", django_capture_on_commit_callbacks)
    response = client.get("/en/imprint/")

    assert response.status_code == 301
    assert response.url == "/en/colophon/"
    assert client.get("/en/colophon/").status_code == 200


@pytest.mark.django_db
def test_addresses_of_pages_below_are_kept_too(client, site, django_capture_on_commit_callbacks):
    parent = standard_page(site.sections[Section.CENTRE]["en"], title="About", slug="about")
    standard_page(parent, title="Rules", slug="rules")

    rename(parent, "who-we-are", django_capture_on_commit_callbacks)
    response = client.get("/en/centre/about/rules/")

    assert response.status_code == 301
    assert response.url == "/en/centre/who-we-are/rules/"


@pytest.mark.django_db
def test_each_language_has_its_own_redirect(client, site, django_capture_on_commit_callbacks):
    page = standard_page(site.homes["en"], title="Imprint", slug="imprint")
    russian = translation(page, "ru", title="Выходные данные")

    rename(russian, "colophon", django_capture_on_commit_callbacks)

    assert client.get("/ru/imprint/").url == "/ru/colophon/"
    assert client.get("/en/imprint/").status_code == 200


@pytest.mark.django_db
def test_moved_page_is_found_from_its_old_address(client, site, django_capture_on_commit_callbacks):
    page = standard_page(site.sections[Section.CENTRE]["en"], title="Rules", slug="rules")

    with django_capture_on_commit_callbacks(execute=True):
        page.move(site.homes["en"], pos="last-child")

    assert client.get("/en/centre/rules/").url == "/en/rules/"

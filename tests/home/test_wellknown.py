"""Files that machines look for."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from commemoration.core.enums import Section
from commemoration.core.models import SiteSettings
from tests.factories.pages import build_site, standard_page, translation

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def site():
    return build_site()


def urls_of(response) -> dict[str, dict[str, str]]:
    """Alternates by address."""
    assert response.status_code == 200
    root = ET.fromstring(response.content)  # noqa: S314 - our own answer
    return {
        url.find(f"{SITEMAP}loc").text: {
            link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")
        }
        for url in root.findall(f"{SITEMAP}url")
    }


def test_sitemap_names_each_public_page_with_its_translations(client, site):
    imprint = standard_page(site.homes["en"], title="Imprint", slug="imprint")
    translation(imprint, "ru", title="Выходные данные")

    urls = urls_of(client.get("/sitemap-pages.xml"))

    assert len(urls) == 4 + 8 + 2
    assert urls["http://testserver/ru/imprint/"] == {
        "en": "http://testserver/en/imprint/",
        "ru": "http://testserver/ru/imprint/",
        "x-default": "http://testserver/en/imprint/",
    }
    assert set(urls["http://testserver/en/"]) == {"en", "fr", "nl", "ru", "x-default"}


def test_sitemap_leaves_out_drafts_and_private_pages(client, site):
    standard_page(site.homes["en"], title="Plan", slug="plan", live=False)
    site.sections[Section.CENTRE]["en"].view_restrictions.create(restriction_type="login")
    standard_page(site.sections[Section.CENTRE]["en"], title="Inside", slug="inside")

    urls = urls_of(client.get("/sitemap-pages.xml"))

    assert sorted(url for url in urls if "/en/" in url) == [
        "http://testserver/en/",
        "http://testserver/en/embassy/",
    ]


def test_sitemap_of_pages_costs_two_queries_whatever_their_number(
    client, site, django_assert_num_queries
):
    with django_assert_num_queries(2):
        client.get("/sitemap-pages.xml")

    for number in range(3):
        standard_page(site.homes["en"], slug=f"more-{number}")

    with django_assert_num_queries(2):
        client.get("/sitemap-pages.xml")


def test_sitemap_index_lists_the_files(client, site):
    response = client.get("/sitemap.xml")

    assert response.status_code == 200
    root = ET.fromstring(response.content)  # noqa: S314 - our own answer
    assert [node.text for node in root.iter(f"{SITEMAP}loc")] == [
        "http://testserver/sitemap-pages.xml"
    ]


@pytest.mark.parametrize("number", [0, 1, 99, 10**20])
def test_file_of_photographs_that_does_not_exist_is_not_found(client, number):
    assert client.get(f"/sitemap-photos-{number}.xml").status_code == 404


def test_robots_are_kept_out_of_private_places_only(client):
    response = client.get("/robots.txt")

    by_link = "".join(
        f"Disallow: {language}/{room}/\n"
        for language in ("", "/en", "/fr", "/nl", "/ru")
        for room in ("my", "object", "caretaker")
    )
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\n"
        "Disallow: /admin/\n"
        "Disallow: /jury/\n"
        "Disallow: /door/\n"
        f"{by_link}"
        "\n"
        "Sitemap: http://testserver/sitemap.xml\n"
    )


def test_security_txt_is_not_found_while_nobody_is_named(client):
    assert client.get("/.well-known/security.txt").status_code == 404


def test_security_txt_names_a_contact_and_expires_later(client):
    settings = SiteSettings.load()
    settings.contact_email = "site@example.org"
    settings.save()

    lines = client.get("/.well-known/security.txt").content.decode().splitlines()

    fields = dict(line.split(": ", 1) for line in lines)
    expires = parse_datetime(fields.pop("Expires"))
    assert fields == {
        "Contact": "mailto:site@example.org",
        "Preferred-Languages": "en, fr, nl, ru",
        "Canonical": "http://testserver/.well-known/security.txt",
    }
    assert timedelta(days=170) < expires - timezone.now() < timedelta(days=365)


def test_security_contact_is_preferred(client):
    settings = SiteSettings.load()
    settings.contact_email, settings.security_email = "site@example.org", "security@example.org"
    settings.save()

    response = client.get("/.well-known/security.txt")

    assert response.content.decode().startswith("Contact: mailto:security@example.org\n")

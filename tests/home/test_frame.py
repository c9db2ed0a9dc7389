"""The frame around every page: menus, breadcrumbs, languages, accent."""

import pytest
from django.test import override_settings
from django.urls import reverse

from commemoration.core.enums import Section
from commemoration.home.frame import LanguageLink, Link, MissingTranslation
from tests.factories.pages import LANGUAGES, build_site, clear_site, standard_page, translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return build_site()


def frame_of(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.context["frame"]


def test_menu_lists_marked_pages_of_two_levels_in_tree_order(client, site):
    embassy, centre = (site.sections[section]["en"] for section in Section)
    embassy.show_in_menus = True
    embassy.save()
    centre_child = standard_page(centre, title="Unmarked", slug="unmarked")

    frame = frame_of(client, centre_child.url)

    assert frame.menu == [Link("Embassy", "/en/embassy/")]


def test_menu_marks_where_the_reader_is(client, site):
    for section in Section:
        page = site.sections[section]["en"]
        page.show_in_menus = True
        page.save()
    below = standard_page(site.sections[Section.CENTRE]["en"], title="House rules", slug="rules")

    frame = frame_of(client, below.url)

    assert frame.menu == [
        Link("Embassy", "/en/embassy/"),
        Link("Centre", "/en/centre/", is_current=True),
    ]


def test_menu_marks_only_the_nearest_page_above_the_reader(client, site):
    centre = site.sections[Section.CENTRE]["en"]
    centre.show_in_menus = True
    centre.save()
    rules = standard_page(centre, title="House rules", slug="rules", show_in_menus=True)
    below = standard_page(rules, title="Keys", slug="keys")

    links = [*frame_of(client, below.url).menu, *frame_of(client, below.url).footer_links]

    assert [link.title for link in links if link.is_current] == ["Centre", "House rules"]


def test_footer_lists_institutions_and_marked_plain_pages(client, site):
    standard_page(site.homes["en"], title="Imprint", slug="imprint", show_in_menus=True)
    standard_page(site.homes["en"], title="Hidden", slug="hidden")

    frame = frame_of(client, "/en/")

    assert [link.title for link in frame.footer_links] == ["Embassy", "Centre", "Imprint"]


def test_menus_leave_out_private_pages_and_those_below(client, site):
    embassy = site.sections[Section.EMBASSY]["en"]
    standard_page(embassy, title="Inside", slug="inside", show_in_menus=True)
    assert "Inside" in [link.title for link in frame_of(client, "/en/").footer_links]

    embassy.view_restrictions.create(restriction_type="login")

    assert [link.title for link in frame_of(client, "/en/").footer_links] == ["Centre"]


def test_breadcrumbs_lead_from_home_to_the_page(client, site):
    rules = standard_page(site.sections[Section.CENTRE]["en"], title="House rules", slug="rules")

    frame = frame_of(client, rules.url)

    assert frame.breadcrumbs == [
        Link("Victory 75 · Belgium", "/en/"),
        Link("Centre", "/en/centre/"),
        Link("House rules", "/en/centre/rules/", is_current=True),
    ]


def test_home_page_has_no_breadcrumbs(client, site):
    assert frame_of(client, "/en/").breadcrumbs == []


@pytest.mark.parametrize(
    ("url", "accent"),
    [("/en/embassy/", "embassy"), ("/en/centre/rules/", "centre"), ("/en/", "")],
)
def test_accent_is_that_of_the_institution_above(client, site, url, accent):
    standard_page(site.sections[Section.CENTRE]["en"], title="House rules", slug="rules")

    assert frame_of(client, url).accent == accent


def test_language_switch_stays_on_the_same_page(client, site):
    page = standard_page(site.homes["en"], title="Imprint", slug="imprint")
    for language in LANGUAGES[1:]:
        translation(page, language)

    frame = frame_of(client, "/fr/imprint/")

    assert frame.languages == [
        LanguageLink("en", "English", "/en/imprint/"),
        LanguageLink("fr", "Français", "/fr/imprint/", is_current=True),
        LanguageLink("nl", "Nederlands", "/nl/imprint/"),
        LanguageLink("ru", "Русский", "/ru/imprint/"),
    ]


def test_missing_translation_leads_to_the_nearest_translated_page_above(client, site):
    standard_page(site.sections[Section.CENTRE]["en"], title="House rules", slug="rules")

    russian = frame_of(client, "/en/centre/rules/").languages[3]

    assert russian == LanguageLink(
        "ru", "Русский", "/ru/centre/?missing=%2Fen%2Fcentre%2Frules%2F", is_missing=True
    )
    assert frame_of(client, russian.url).missing == MissingTranslation(
        "/en/centre/rules/", "en", "English"
    )


def test_draft_translation_counts_as_missing(client, site):
    page = standard_page(site.homes["en"])
    translation(page, "fr").unpublish()

    french = frame_of(client, "/en/imprint/").languages[1]

    assert french.is_missing
    assert french.url == "/fr/?missing=%2Fen%2Fimprint%2F"


def test_language_without_a_home_page_is_not_offered(client, site):
    site.homes["nl"].unpublish()

    assert [link.code for link in frame_of(client, "/en/").languages] == ["en", "fr", "ru"]


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/en/",
        "//elsewhere.example/",
        "/admin/",
        "/ru/",
        "/xx/imprint/",
        "javascript:alert(1)",
        "/en/\n",
        "/en/?q=<script>",
    ],
)
def test_missing_notice_accepts_only_pages_of_this_site_in_another_language(client, site, address):
    url = reverse("choose_language") + "ru/"

    response = client.get(url, {"missing": address})

    assert response.status_code == 200
    assert response.context["frame"].missing is None


def test_frame_of_a_page_costs_one_query_whatever_the_number_of_pages(
    client, site, django_assert_num_queries
):
    page = standard_page(site.homes["en"], show_in_menus=True)
    client.get(page.url)
    with django_assert_num_queries(4):
        client.get(page.url)

    for number in range(3):
        extra = standard_page(site.homes["en"], slug=f"more-{number}", show_in_menus=True)
        translation(extra, "fr")

    with django_assert_num_queries(4):
        client.get(page.url)


def test_frame_of_a_view_that_is_no_page_uses_what_the_view_says(client, site):
    frame = frame_of(client, "/en/search/?q=Arlon")

    assert frame.breadcrumbs == [
        Link("Victory 75 · Belgium", "/en/"),
        Link("Search", "/en/search/", is_current=True),
    ]
    assert [link.url for link in frame.languages] == [
        "/en/search/",
        "/fr/search/?q=Arlon",
        "/nl/search/?q=Arlon",
        "/ru/search/?q=Arlon",
    ]


@override_settings(WAGTAIL_SITE_NAME="An empty site")
def test_site_without_pages_answers_not_found(client):
    clear_site()

    assert client.get("/en/").status_code == 404

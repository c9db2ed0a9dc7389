"""An address is resolved in one query, and never shows what is not public."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from commemoration.core.enums import Section
from commemoration.core.pages.rows import row_of
from commemoration.home.routing import resolve
from tests.factories.pages import build_site, standard_page, translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return build_site()


def deep_page(site, depth):
    page = site.sections[Section.EMBASSY]["en"]
    for level in range(depth):
        page = standard_page(page, title=f"Level {level}", slug=f"level-{level}")
    return page


def home_row(site):
    return row_of(site.homes["en"], "en")


@pytest.mark.parametrize("depth", [1, 4])
def test_route_finds_a_page_in_one_query_and_fetches_it_in_another(
    site, rf, django_assert_num_queries, depth
):
    page = deep_page(site, depth)
    path = ["embassy", *[f"level-{level}" for level in range(depth)]]

    with django_assert_num_queries(2):
        result = resolve(home_row(site), rf.get("/"), path)

    assert result.page == page
    assert [row.title for row in result.page.routed_trail] == [
        "Victory 75 · Belgium",
        "Embassy",
        *[f"Level {level}" for level in range(depth)],
    ]


def test_route_of_the_home_page_itself_only_fetches_it(site, rf, django_assert_num_queries):
    with django_assert_num_queries(1):
        result = resolve(home_row(site), rf.get("/"), [])

    assert result.page == site.homes["en"]


@pytest.mark.parametrize("depth", [1, 3])
def test_page_costs_the_same_at_every_depth(client, site, django_assert_num_queries, depth):
    page = deep_page(site, depth)
    client.get(page.url)

    with django_assert_num_queries(4):
        response = client.get(page.url)

    assert response.status_code == 200
    assert response.context["page"] == page


def test_draft_is_not_found_although_it_exists(client, site):
    draft = standard_page(site.homes["en"], title="Secret plan", slug="plan", live=False)

    response = client.get(draft.url)

    assert response.status_code == 404
    assert b"Secret plan" not in response.content


def test_unpublished_page_is_not_found(client, site):
    page = standard_page(site.homes["en"])
    assert client.get(page.url).status_code == 200

    page.unpublish()

    assert client.get(page.url).status_code == 404


def test_page_below_a_private_page_asks_to_sign_in(client, site, admin_user):
    page = deep_page(site, 3)
    PageViewRestriction.objects.create(
        page=site.sections[Section.EMBASSY]["en"], restriction_type=PageViewRestriction.LOGIN
    )

    visitor = client.get(page.url)
    client.force_login(admin_user)
    staff = client.get(page.url)

    assert visitor.status_code == 302
    assert visitor.url.startswith("/en/_util/login/")
    assert staff.status_code == 200
    assert staff.context["page"] == page


def test_page_for_a_group_refuses_others(client, site, django_user_model):
    page = standard_page(site.homes["en"])
    group = Group.objects.create(name="Readers")
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.GROUPS
    )
    restriction.groups.add(group)
    outsider = django_user_model.objects.create_user("outsider")
    client.force_login(outsider)

    assert client.get(page.url).status_code == 302
    outsider.groups.add(group)
    assert client.get(page.url).status_code == 200


def test_slug_of_a_cousin_is_not_found(client, site):
    standard_page(site.sections[Section.EMBASSY]["en"], slug="imprint")

    assert client.get("/en/embassy/imprint/").status_code == 200
    assert client.get("/en/centre/imprint/").status_code == 404
    assert client.get("/en/imprint/").status_code == 404


def test_page_of_another_language_is_not_found(client, site):
    standard_page(site.homes["en"])

    assert client.get("/en/imprint/").status_code == 200
    assert client.get("/fr/imprint/").status_code == 404


def test_language_without_a_published_home_page_has_no_pages(client, site):
    imprint = standard_page(site.homes["en"])
    translation(imprint, "nl", title="Colofon")
    site.homes["nl"].unpublish()

    assert client.get("/nl/").status_code == 404
    assert client.get("/nl/imprint/").status_code == 404
    assert client.get("/en/imprint/").status_code == 200

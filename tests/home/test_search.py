"""Search finds pages by the stems of words, in the reader's language, and survives any input."""

import pytest
from modelsearch.index import insert_or_update_object
from wagtail.models import Page

from commemoration.core.enums import Section
from tests.factories.graves import burial_site, buried
from tests.factories.pages import build_site, standard_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return build_site()


def search(client, address, *arguments):
    """The answer, after the worker has indexed whatever there is."""
    for page in Page.objects.all().specific():
        insert_or_update_object(page)
    return client.get(address, *arguments)


def titles(response) -> list[str]:
    assert response.status_code == 200
    return [page.title for page in response.context["found"]]


@pytest.mark.parametrize(
    ("language", "written", "asked"),
    [
        ("ru", "Ветераны и медали", "ветеранов"),
        ("ru", "Кладбище в Арлоне", "кладбища"),
        ("fr", "Les sépultures soviétiques", "sépulture soviétique"),
        ("nl", "Begraafplaatsen in Limburg", "begraafplaats"),
        ("en", "Burial sites in Belgium", "burials"),
        ("en", "Robelsovs Vasile", "robels"),
        ("ru", "Robelsovs 1906", "Robelsovs"),
        ("fr", "Cimetière de Liège", "cimetiere liege"),
        ("fr", "Cimetière de Liège", "Liège"),
        ("ru", "Берёзовая роща", "березовая"),
        ("ru", "Березовая роща", "берёзовой"),
    ],
)
def test_words_are_found_in_other_forms(client, site, language, written, asked):
    standard_page(site.homes[language], title=written, slug="wanted")
    standard_page(site.homes[language], title="Qqq", slug="other")

    response = search(client, f"/{language}/search/", {"q": asked})

    assert titles(response) == [written]


def test_text_of_the_body_is_found(client, site):
    body = [("text", "<p>The roads to the mines of Limburg.</p>")]
    standard_page(site.homes["en"], title="Exhibition", slug="exhibition", body=body)

    assert titles(search(client, "/en/search/?q=mines+Limburg")) == ["Exhibition"]
    assert titles(search(client, "/en/search/?q=mines+Ardennes")) == []


def test_words_of_the_body_are_found_without_their_accents(client, site):
    body = [("text", "<p>Les mineurs de Cheratte, près de Visé.</p>")]
    standard_page(site.homes["fr"], title="Exposition", slug="exhibition", body=body)

    assert titles(search(client, "/fr/search/?q=mineurs+vise")) == ["Exposition"]


def test_title_counts_more_than_text(client, site):
    text = [("text", "<p>Arlon</p>")]
    standard_page(site.homes["en"], title="Something else", slug="text", body=text)
    standard_page(site.homes["en"], title="Arlon", slug="title")

    assert titles(search(client, "/en/search/?q=arlon")) == ["Arlon", "Something else"]


def test_drafts_private_pages_and_other_languages_are_not_found(client, site):
    standard_page(site.homes["en"], title="Arlon", slug="public")
    standard_page(site.homes["fr"], title="Arlon en français", slug="public")
    standard_page(site.homes["en"], title="Arlon draft", slug="draft", live=False)
    centre = site.sections[Section.CENTRE]["en"]
    standard_page(centre, title="Arlon private", slug="private")
    centre.view_restrictions.create(restriction_type="login")

    assert titles(search(client, "/en/search/?q=arlon")) == ["Arlon"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "\x00\x01\x1f",
        "'; drop table wagtailcore_page; --",
        "& | ! ( ) : * <-> \\",
        "\\' ' :* '",
        "%_%",
        "the of and",
        "а и в",
        "a" * 10_000,
        "слово " * 3_000,
        "‮\ufeff\ud7ff",
        "🙂 ﷽ ﬁ",
    ],
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_any_input_gets_a_page(client, site, language, query):
    response = search(client, f"/{language}/search/", {"q": query})

    assert response.status_code == 200
    assert len(response.context["query"]) <= 200


def test_empty_search_asks_for_nothing_and_shows_no_results(client, site):
    response = search(client, "/en/search/")

    assert response.status_code == 200
    assert "results" not in response.content.decode()


def test_nothing_found_says_what_to_try(client, site):
    response = search(client, "/en/search/?q=Qwertz")

    assert "Nothing found" in response.content.decode()
    assert "Try fewer words" in response.content.decode()


def test_query_is_shown_harmlessly(client, site):
    response = search(client, "/en/search/", {"q": '"><script>alert(1)</script>'})

    assert "<script>alert" not in response.content.decode()


def test_search_page_is_not_indexed(client, site):
    response = search(client, "/en/search/?q=arlon")

    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_results_come_in_pages_of_twenty(client, site):
    for number in range(23):
        standard_page(site.homes["en"], title=f"Arlon {number:02}", slug=f"arlon-{number}")

    first = search(client, "/en/search/?q=arlon")
    second = search(client, "/en/search/?q=arlon&page=2")

    assert len(titles(first)) == 20
    assert len(titles(second)) == 3
    assert set(titles(first)) | set(titles(second)) == {f"Arlon {n:02}" for n in range(23)}
    assert 'href="?q=arlon&amp;page=2"' in first.content.decode()


@pytest.mark.parametrize("page", ["0", "-1", "abc", "99", "9" * 400, "\x00"])
def test_page_number_that_makes_no_sense_still_shows_results(client, site, page):
    standard_page(site.homes["en"], title="Arlon", slug="arlon")

    assert titles(search(client, "/en/search/", {"q": "arlon", "page": page})) == ["Arlon"]


def test_search_costs_the_same_for_one_and_for_three_results(
    client, site, django_assert_max_num_queries
):
    standard_page(site.homes["en"], title="Arlon", slug="arlon")
    search(client, "/en/search/?q=arlon")

    with django_assert_max_num_queries(20) as one:
        client.get("/en/search/?q=arlon")
    for number in range(2):
        standard_page(site.homes["en"], title=f"Arlon {number}", slug=f"arlon-{number}")

    search(client, "/en/search/?q=arlon")
    with django_assert_max_num_queries(20) as three:
        response = client.get("/en/search/?q=arlon")

    assert len(titles(response)) == 3
    assert len(one.captured_queries) == len(three.captured_queries)


def people(response) -> list[str]:
    return [answer.headline.name for answer in response.context["people"].answers]


def test_people_are_shown_when_the_words_may_be_a_name(client, site, django_assert_max_num_queries):
    cemetery = burial_site()
    for _each in range(7):
        buried(cemetery)
    standard_page(site.homes["en"], title="Arlon", slug="arlon")
    search(client, "/en/search/?q=arlon")

    with django_assert_max_num_queries(20):
        found = client.get("/en/search/?q=Образцов")

    assert people(found) == ["Obraztsov, Ivan"] * 5
    assert "See all 7 people who may be meant" in found.content.decode()
    assert "/en/names/?q=%D0%9E" in found.content.decode()
    for words in ("arlon", "the miners of Limburg and their graves in Belgium", ""):
        assert people(client.get("/en/search/", {"q": words})) == []


def test_people_who_are_only_possible_stand_where_nothing_else_is_found(client, site):
    buried(burial_site())
    standard_page(site.homes["en"], title="Obrazwow", slug="page")

    page = search(client, "/en/search/?q=Obrazwow")
    mangled = client.get("/en/search/?q=Obrazvow")

    assert (titles(page), people(page)) == (["Obrazwow"], [])
    assert people(mangled) == ["Obraztsov, Ivan"]
    assert "Nothing found" not in mangled.content.decode()

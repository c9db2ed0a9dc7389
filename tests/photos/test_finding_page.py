"""The page that finds photographs: its links keep the question, and no question breaks it."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils.html import escape

from photos.models import CollectionText, Photo
from photos.selectors import Asked, search_page
from tests.factories.pages import build_site
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(known):
    return build_site()


def text_of(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_page_says_how_many_and_keeps_out_of_indexes(client, site, known):
    response = client.get("/en/photos/")

    total = sum(record.live for record in known)
    page = text_of(response)
    assert f"{total} photographs found" in page
    assert "1 to 48 on this page" in page
    assert response["X-Robots-Tag"] == "noindex"


def test_links_keep_the_state(client, site):
    page = text_of(
        client.get("/en/photos/?q=mill&rights=InC&rights=NKC&from=1940&place=Li%C3%A8ge")
    )

    (link, *_others) = re.findall(r'card__link" href="([^"]+)"', page)
    carried = parse_qs(parse_qs(urlsplit(link).query)["list"][0])
    assert carried == {
        "q": ["mill"],
        "from": ["1940"],
        "place": ["Liège"],
        "rights": ["InC", "NKC"],
    }
    removing = [
        parse_qs(urlsplit(address.replace("&amp;", "&")).query)
        for address in re.findall(r'chosen__link" href="([^"]+)"', page)
    ]
    assert {**carried, "rights": ["NKC"]} in removing
    assert {name: carried[name] for name in ("from", "place", "rights")} in removing
    assert len(removing) == 5


def test_words_are_no_filter_and_are_not_counted_as_one(client, site):
    PhotoFactory(published=True, place_then="Namur", texts={"en": {"title": "Mill"}})

    words = client.get("/en/photos/?q=mill").context["shown"]
    both = client.get("/en/photos/?q=mill&place=Namur").context["shown"]

    assert (len(words.chosen), words.filter_count) == (1, 0)
    assert (len(both.chosen), both.filter_count) == (2, 1)


def test_pages_of_results_keep_the_state(client, site, monkeypatch):
    monkeypatch.setattr("photos.selectors.search_pages.PHOTOS_ON_A_PAGE", 5)

    page = text_of(client.get("/en/photos/?rights=InC&sort=date&page=2"))

    assert 'href="?rights=InC&amp;sort=date&amp;page=1"' in page


@pytest.mark.parametrize("sort", ["", "date", "accession"])
def test_photograph_leads_through_the_list_one_came_from(client, site, known, sort):
    asked = Asked(query="mill", sort=sort, chosen={"rights": ("InC", "NKC")})
    listed = [card.accession for card in search_page(asked, "en", number=1).cards]
    assert len(listed) > 3

    url = f"/en/photo/{listed[1].lower()}/"
    page = text_of(client.get(url, {"list": asked.address()}))

    assert f"2 of {len(listed)}" in page
    links = re.findall(r'class="pager__link" rel="(\w+)" href="([^"?]+)\?list=', page)
    assert links == [
        ("prev", f"/en/photo/{listed[0].lower()}/"),
        ("next", f"/en/photo/{listed[2].lower()}/"),
    ]
    assert f'href="/en/photos/?{escape(asked.address())}"' in page
    assert f'<link rel="canonical" href="http://testserver{url}">' in page


@pytest.mark.parametrize("carried", ["rights=CC-BY-4.0", "q=\x00", "&" * 3000, "from=abc"])
def test_list_without_this_photograph_does_no_harm(client, site, known, carried):
    live = next(record for record in known if record.live)

    page = text_of(client.get(f"/en/photo/{live.accession.lower()}/", {"list": carried}))

    assert re.search(r"\d+ of \d+", page)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("from=abc", "Write the year in four digits, for example 1944."),
        ("to=99999999999999999999999", "Write the year in four digits, for example 1944."),
        ("from=0", "Write the year in four digits, for example 1944."),
        ("from=1945&to=1940", "The last year lies before the first."),
        ("place=Nowhere", "No photograph answers all of this"),
        ("collection=nowhere", "No photograph answers all of this"),
        ("rights=nothing&caption=xx&nonsense=1", "photographs found"),
        ("page=999", "photographs found"),
        ("page=-1&sort=sideways&all=nothing", "photographs found"),
        ("q=%00%01&place=%00", "photographs found"),
        ("q=" + "%D1%91" * 10_000, "No photograph answers all of this"),
        ("q='%3B+DROP+TABLE+%26+|+!+:*+(%25_\\", "No photograph answers all of this"),
        ("q=%26%26%26", "photographs found"),
        ("q=the", "No photograph answers all of this"),
        ("place=" + "x" * 10_000, "photographs found"),
        ("&".join(f"subject={number}" for number in range(500)), "No photograph answers"),
    ],
)
def test_bad_input_gets_an_answer(client, site, query, said):
    assert said in text_of(client.get(f"/en/photos/?{query}"))


def test_typed_year_is_kept_beside_its_fault(client, site):
    page = text_of(client.get("/en/photos/?from=abc"))

    field = re.search(r'<input[^>]*name="from"[^>]*>', page)[0]
    assert 'value="abc"' in field
    assert 'aria-invalid="true"' in field
    assert 'id="id_from_error"' in page


def test_empty_result_names_the_filter_that_stands_in_the_way(client, site, known):
    asked = {"place": "Nowhere", "rights": "InC"}
    left = sum(record.answers(Asked(chosen={"rights": ("InC",)})) for record in known)

    page = text_of(client.get("/en/photos/", asked))

    assert f"({left} photographs without it)" in page
    assert "See all photographs" in page


def test_long_facet_shows_ten_and_offers_the_others(client):
    build_site()
    for number in range(12):
        PhotoFactory(place_then=f"Place {number:02d}", published=True)

    short = text_of(client.get("/en/photos/?rights=NKC"))
    long = text_of(client.get("/en/photos/?rights=NKC&all=place"))

    assert short.count('name="place"') == 10
    assert 'href="?rights=NKC&amp;all=place#facet-place"' in short
    assert long.count('name="place"') == 12


def test_values_of_facets_are_escaped_and_stay_ticked(client):
    build_site()
    value = '<b>"Mill" & Sons</b>'
    PhotoFactory(photographer=value, published=True)

    page = text_of(client.get("/en/photos/", {"photographer": value}))

    escaped = "&lt;b&gt;&quot;Mill&quot; &amp; Sons&lt;/b&gt;"
    assert f'name="photographer" value="{escaped}" checked> <span>{escaped}</span>' in page
    assert value not in page


def test_collection_is_named_in_the_readers_language(client, site, known):
    collection = Photo.objects.first().collection
    CollectionText.objects.create(collection=collection, language="ru", title="Собрание")

    assert "Собрание" in text_of(client.get("/ru/photos/"))
    assert "Собрание" not in text_of(client.get("/en/photos/"))


def test_queries_do_not_grow(client, site, django_assert_num_queries):
    """Words and facets chosen; the number of photographs makes no difference."""
    client.get("/en/photos/")
    for query in ("q=mill&rights=InC&rights=NKC&from=1940&sort=date", "q=harbour&place=Namur"):
        with django_assert_num_queries(7):
            client.get(f"/en/photos/?{query}")

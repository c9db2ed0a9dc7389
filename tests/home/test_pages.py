"""What home, section and plain pages show."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError

from commemoration.core.blocks.visit import OpeningHoursBlock
from commemoration.core.enums import Section
from commemoration.home.models import SectionPage
from tests.factories.pages import build_site, standard_page, translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return build_site()


def content(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def hours(*spans, remark=""):
    """(first day, last day, opens, closes) as the block keeps them."""
    return {
        "times": [
            {"first_day": str(first), "last_day": last, "opens": opens, "closes": closes}
            for first, last, opens, closes in spans
        ],
        "remark": remark,
    }


def test_section_shows_contact_and_hours_in_words(client, site):
    page = site.sections[Section.EMBASSY]["fr"]
    page.visit = [
        (
            "contact",
            {
                "address": "Rue Exemple 1\n1000 Bruxelles",
                "telephone": "+32 (0)2 000 00 00",
                "email": "salle@example.org",
                "website": "",
            },
        ),
        (
            "opening_hours",
            hours(
                (0, "4", time(14), time(17)),
                (0, "4", time(9), time(12, 30)),
                (5, "", time(10), time(12)),
                remark="Fermé les jours fériés.",
            ),
        ),
    ]
    page.save()

    shown = content(client, page.url)

    assert "Rue Exemple 1<br>1000 Bruxelles" in shown
    assert 'href="tel:+32020000000"' in shown
    assert "Lundi" in shown
    assert "vendredi" in shown
    assert shown.index("09:00") < shown.index("14:00") < shown.index("Samedi")
    assert "Fermé les jours fériés." in shown


@pytest.mark.parametrize(
    "value",
    [
        hours((0, "", time(12), time(9))),
        hours((4, "1", time(9), time(12))),
        hours((0, "4", time(9), time(12)), (0, "4", time(11), time(17))),
    ],
)
def test_hours_that_make_no_sense_are_refused(value):
    block = OpeningHoursBlock()

    with pytest.raises(ValidationError):
        block.clean(block.to_python(value))


def test_section_lists_its_parts_in_one_query_whatever_their_number(
    client, site, django_assert_num_queries
):
    centre = site.sections[Section.CENTRE]["en"]
    standard_page(centre, title="Part 0", slug="part-0", lead="What part 0 is.")
    client.get(centre.url)
    with django_assert_num_queries(6):
        assert "What part 0 is." in content(client, centre.url)

    for number in (1, 2):
        standard_page(centre, title=f"Part {number}", slug=f"part-{number}")

    with django_assert_num_queries(6):
        assert "Part 2" in content(client, centre.url)


def test_second_page_of_an_institution_is_refused(site):
    page = SectionPage(
        title="Again", slug="again", section=Section.CENTRE, locale=site.homes["en"].locale
    )

    with pytest.raises(ValidationError, match="This institution has its page already"):
        site.homes["en"].add_child(instance=page)


def test_long_page_has_a_table_of_contents_and_a_short_one_has_none(client, site):
    headings = [("heading", f"Heading {number}") for number in range(4)]
    long = standard_page(site.homes["en"], slug="long", body=headings)
    short = standard_page(site.homes["en"], slug="short", body=headings[:3])

    shown = content(client, long.url)

    anchors = [url.removeprefix("#") for _title, url in long.specific.contents]
    assert len(set(anchors)) == 4
    for anchor in anchors:
        assert f'href="#{anchor}"' in shown
        assert f'id="{anchor}"' in shown
    assert "On this page" not in content(client, short.url)


def test_home_page_leads_to_the_search_and_lists_the_institutions(client, site):
    shown = content(client, "/en/")

    assert 'action="/en/names/"' in shown
    assert 'href="/en/embassy/"' in shown
    assert 'href="/en/centre/"' in shown


def test_cards_of_the_home_page_lead_to_the_readers_language(client, site):
    both = standard_page(site.homes["en"], title="Exhibition", slug="exhibition")
    translation(both, "fr", title="Exposition")
    only = standard_page(site.homes["en"], title="Screening", slug="screening")
    hidden = standard_page(site.homes["en"], title="Draft", slug="draft", live=False)
    site.homes["fr"].whats_on = [
        ("card", {"page": page, "eyebrow": "", "title": "", "text": ""})
        for page in (both, only, hidden)
    ]
    site.homes["fr"].save()

    response = client.get("/fr/")

    assert [(card.title, card.url, card.language) for card in response.context["cards"]] == [
        ("Exposition", "/fr/exhibition/", ""),
        ("Screening", "/en/screening/", "en"),
    ]


def test_links_of_a_body_lead_to_the_readers_language_in_a_few_queries(
    client, site, django_assert_num_queries
):
    targets = [
        standard_page(site.homes["en"], title=f"Page {n}", slug=f"page-{n}") for n in range(3)
    ]
    translation(targets[0], "fr", title="Page traduite")
    links = [{"page": page, "address": "", "label": ""} for page in targets]
    linking = [
        ("text", f'<p>It\'s <a linktype="page" id="{target.pk}">here</a></p>') for target in targets
    ]
    body = [("links", {"links": links}), *linking]
    page = standard_page(site.homes["fr"], title="Liens", slug="liens", body=body)
    client.get(page.url)

    with django_assert_num_queries(7):
        shown = content(client, page.url)

    assert 'href="/fr/page-0/">Page traduite' in shown
    assert 'href="/en/page-1/" hreflang="en" lang="en">Page 1' in shown
    assert '<a href="/fr/page-0/">here</a>' in shown
    assert '<a href="/en/page-2/" hreflang="en">here</a>' in shown


def test_link_to_a_page_that_is_not_public_keeps_its_words_only(client, site):
    draft = standard_page(site.homes["en"], title="Draft", slug="draft", live=False)
    body = [("text", f'<p><a linktype="page" id="{draft.pk}">these words</a></p>')]
    page = standard_page(site.homes["en"], slug="links", body=body)

    shown = content(client, page.url)

    assert "<a>these words</a>" in shown
    assert "/en/draft/" not in shown

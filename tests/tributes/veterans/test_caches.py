"""What may be kept of answers: of the living nothing, by no cache and no search engine."""

import pytest

from commemoration.core.http.living import KEPT_NOWHERE
from tests.factories.staff import signed_in, superuser
from tests.factories.veterans import DIED, award, presentation, veteran
from tests.tributes.veterans.addresses import example, told

pytestmark = pytest.mark.django_db
PAGES = {"veterans", "hall", "names", "search"}


def kinds_of(answers: dict) -> set[str]:
    """What these addresses are: a veteran's page, the roll, a search …"""
    return {address.split("?")[0].strip("/").split("/")[-1] for address in answers}


def test_whatever_tells_of_a_living_veteran_is_kept_nowhere(client, section):
    someone = example()

    answers = told(client, someone)

    headers = {
        address: (answer["Cache-Control"], answer.get("X-Robots-Tag"))
        for address, answer in answers.items()
    }
    assert headers == dict.fromkeys(answers, (KEPT_NOWHERE, "noindex"))
    assert kinds_of(answers) >= {*PAGES, str(someone.number), "48.jpg", "48.webp"}


def test_answers_that_tell_of_the_dead_alone_are_kept_as_others_are(client, section):
    someone = veteran(consent=False, town="Wanzelle", **DIED)
    award(someone, presentation("hall"))

    answers = told(client, someone)

    assert kinds_of(answers) >= {*PAGES, str(someone.number)}
    assert KEPT_NOWHERE not in {answer["Cache-Control"] for answer in answers.values()}
    page = client.get(f"/en/veteran/{someone.number}/")
    assert "X-Robots-Tag" not in page
    assert 'name="robots"' not in page.content.decode()


def test_names_offered_for_another_try_may_be_those_of_the_living(client, section):
    veteran()

    response = client.get("/en/names/?q=Oblastov")

    assert response.context["nearest"] == ["Obraztsov"]
    assert response["Cache-Control"] == KEPT_NOWHERE


def test_sitemap_offers_the_dead_alone(client, section):
    living, dead = veteran(), veteran(consent=False, **DIED)

    sitemap = client.get("/sitemap-veterans-1.xml").content.decode()

    assert f"/en/veteran/{dead.number}/" in sitemap
    assert f"/en/veteran/{living.number}/" not in sitemap


def test_screens_of_staff_are_kept_nowhere():
    someone = veteran()
    staff = signed_in(superuser())

    for address in (
        "/admin/snippets/veterans/veteran/",
        f"/admin/snippets/veterans/veteran/edit/{someone.pk}/",
        f"/admin/consents/veteran/{someone.key}/",
    ):
        assert "no-store" in staff.get(address)["Cache-Control"], address

"""Lists of staff, and exports, ask the database as often for three rows as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commemoration.core.accounts.groups import EMBASSY_EDITORS
from commemoration.names.services.links import refresh_suggestions
from commemoration.organisations.models import Organisation
from tests.factories.graves import burial_site, buried, names
from tests.factories.organisations import organisation
from tests.factories.pages import build_site
from tests.factories.staff import signed_in, staff_account
from tributes.graves.models import BurialSite, Ceremony

pytestmark = pytest.mark.django_db

LISTS = (
    "/admin/snippets/graves/burialsite/",
    "/admin/snippets/graves/burial/",
    "/admin/snippets/graves/burial/?q=obraz",
    "/admin/snippets/graves/ceremony/",
    "/admin/snippets/organisations/organisation/",
    "/admin/people-links/",
    "/admin/people-links/slips/",
    "/data/people.csv",
    "/data/burial-sites.geojson",
)


def one_more_of_everything() -> None:
    number = BurialSite.objects.count() + 1
    caretaker = organisation(f"caretaker-{number}")
    site = burial_site(
        caretaker=caretaker,
        texts={"fr": {"name": "Cimetière", "inscription": "Obrazzow, mort le 1.1.1944"}},
    )
    for spelling in ("Obrazzow", "Obratsow"):
        buried(site, names=names(spelling), movement=caretaker, death=f"1943-02-0{number}")
    Ceremony.objects.create(site=site, date="2020-05-08", organiser=caretaker)
    refresh_suggestions()


def cost(client, address: str) -> tuple[int, bytes]:
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
        body = b"".join(response) if response.streaming else response.content
    assert response.status_code == 200
    return len(queries), body


def test_lists_of_staff_and_exports_cost_the_same_for_one_and_three():
    build_site()
    client = signed_in(staff_account("anna", EMBASSY_EDITORS))
    one_more_of_everything()
    for address in LISTS:
        cost(client, address)
    one = {address: cost(client, address) for address in LISTS}
    one_more_of_everything()
    one_more_of_everything()

    three = {address: cost(client, address) for address in LISTS}

    assert Organisation.objects.count() == 3
    for address in LISTS:
        assert len(three[address][1]) > len(one[address][1]), address
    assert {address: queries for address, (queries, _body) in three.items()} == {
        address: queries for address, (queries, _body) in one.items()
    }

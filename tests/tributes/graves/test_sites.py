"""Burial sites: where one can lie, and when one can be taken back."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.factories.graves import burial_site, buried
from tributes.graves.models import BurialSite
from tributes.graves.services.burials import withdraw_burial
from tributes.graves.services.sites import withdraw_site

pytestmark = pytest.mark.django_db
GATE = {"gate_latitude": "50.5", "gate_longitude": "5.5"}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"latitude": "48.85"}, "burial_site_in_belgium"),
        ({"longitude": "6.42"}, "burial_site_in_belgium"),
        (GATE | {"gate_longitude": "2.35"}, "burial_site_gate_in_belgium"),
        ({"longitude": None}, "burial_site_position_whole"),
        (GATE | {"gate_latitude": None}, "burial_site_gate_whole"),
        ({"precision": ""}, "burial_site_position_says_what_it_is"),
    ],
)
def test_database_refuses_a_position_that_cannot_be(change, rule):
    sites = BurialSite.objects.filter(pk=burial_site().pk)
    sites.update(**GATE)  # what can be is taken

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        sites.update(**change)


def test_site_is_taken_back_only_after_those_who_lie_there():
    site = burial_site()
    man = buried(site)

    with pytest.raises(ValidationError, match="Withdraw those who are buried there first"):
        withdraw_site(site)
    withdraw_burial(man)
    withdraw_site(site)

    site.refresh_from_db()
    assert (site.live, site.withdrawn_at is None) == (False, False)

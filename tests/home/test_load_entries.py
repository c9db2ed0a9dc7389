"""Synthetic entries of the Immortal Regiment are like published ones, and go again."""

import io

import pytest
from django.core.management import call_command

from commemoration.names.models import NamedPerson
from photos.models import ArchiveImage
from tests.factories.regiment import entry
from tributes.regiment.invariants import (
    entries_out_of_step,
    entries_without_forms,
    pictures_out_of_step,
    public_without_consent,
)
from tributes.regiment.models import RegimentEntry

pytestmark = pytest.mark.django_db

PROMISES = (
    entries_out_of_step,
    entries_without_forms,
    pictures_out_of_step,
    public_without_consent,
)


def make(*arguments) -> str:
    out = io.StringIO()
    call_command("make_load_data", *arguments, stdout=out)
    return out.getvalue()


def test_synthetic_entries_are_like_published_ones_and_go_again(client):
    kept = entry()

    assert make("--entries", "6").startswith("6 synthetic entries of the Immortal Regiment added")
    assert make("--entries", "7").startswith("1 synthetic entries of the Immortal Regiment added")

    for found in RegimentEntry.objects.exclude(pk=kept.pk):
        found.full_clean()
    page = client.get(f"/fr/regiment/{found.number}/")
    assert page.status_code == 200
    assert page.content.decode().count("<picture") == 2
    assert [breach for promise in PROMISES for breach in promise()] == []
    make("--remove")
    assert list(RegimentEntry.objects.all()) == [kept]
    assert NamedPerson.objects.count() == 1
    assert not ArchiveImage.objects.exists()

"""Synthetic sites and people are like published ones, are found by name, and go again."""

import io

import pytest
from django.core.management import CommandError, call_command

from commemoration.home.load_data.invented import surname_of
from commemoration.names.invariants import forms_out_of_step, sounds_without_keys
from commemoration.names.models import NamedPerson, NameForm, SurnameSound
from commemoration.names.selectors.finding import find_people
from tests.factories.graves import burial_site, buried
from tributes.graves.invariants import people_out_of_step, people_without_forms, sites_without_name
from tributes.graves.models import Burial, BurialSite

pytestmark = pytest.mark.django_db

PROMISES = (
    forms_out_of_step,
    sounds_without_keys,
    people_out_of_step,
    people_without_forms,
    sites_without_name,
)


def make(*arguments) -> str:
    out = io.StringIO()
    call_command("make_load_data", *arguments, stdout=out)
    return out.getvalue()


def test_synthetic_people_are_like_published_ones(client):
    assert make("--sites", "5", "--people", "30") == (
        "5 synthetic burial sites added, 0 were there.\n30 synthetic people added, 0 were there.\n"
    )

    form = NameForm.objects.filter(role="inscribed").first()
    assert form.person_id in {each.person.pk for each in find_people(str(form)).matches}
    page = client.get(Burial.objects.get(named_person=form.person).get_absolute_url(), follow=True)
    assert "Synthetic record (example)" in page.content.decode()
    for site in BurialSite.objects.all():
        site.full_clean()
    assert [breach for promise in PROMISES for breach in promise()] == []
    assert make("--people", "31").startswith("1 synthetic people added, 30 were there")


def test_people_bring_the_sites_that_they_lie_at():
    make("--people", "26")

    assert BurialSite.objects.count() == 2


def test_removal_leaves_everybody_else():
    kept = buried(burial_site("synthetic-site-1"), "synthetic-person-1")
    sounds = set(SurnameSound.objects.values_list("sounds", flat=True))
    make("--people", "30")
    neighbour = buried(BurialSite.objects.get(slug="synthetic-site-000002"), "neighbour")

    said = make("--remove")

    assert said.splitlines()[1:3] == [
        "30 synthetic people removed.",
        "1 synthetic burial sites removed.",
    ]
    assert set(Burial.objects.all()) == {kept, neighbour}
    assert NamedPerson.objects.count() == 2
    assert set(SurnameSound.objects.values_list("sounds", flat=True)) == sounds
    assert {site.slug for site in BurialSite.objects.all()} == {
        "synthetic-site-1",
        "synthetic-site-000002",
    }


def test_surnames_are_invented_the_same_each_time():
    surname_of.cache_clear()
    before = [surname_of(number) for number in range(20)]
    surname_of.cache_clear()

    assert [surname_of(number) for number in range(20)] == before
    assert len(set(before)) > 15


def test_too_many_are_refused():
    with pytest.raises(CommandError, match="999,999"):
        make("--people", "1000000")

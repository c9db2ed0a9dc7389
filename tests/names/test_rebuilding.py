"""What searches read can be computed anew, and the promises of the index say when it must be."""

import pytest
from django.core.management import call_command

from commemoration.names.invariants import forms_out_of_step, people_of_no_list, sounds_without_keys
from commemoration.names.models import NameForm, SurnameSound
from commemoration.names.selectors.finding import find_people
from tests.names.people import add_person, inscribed

pytestmark = pytest.mark.django_db

BREACHES = (forms_out_of_step, sounds_without_keys, people_of_no_list)


def broken() -> list[str]:
    return [function.__name__ for function in BREACHES if list(function())]


def test_nothing_is_broken_from_the_start():
    add_person(inscribed("Robelsovs", "Vasile"))

    assert broken() == []


def test_lost_columns_are_noticed_and_come_back(capsys):
    add_person(inscribed("Robelsovs", "Vasile"))
    NameForm.objects.update(surname_sounds=[], given_keys=[])
    assert broken() == ["forms_out_of_step"]
    assert find_people("Бобельцов").matches == []

    call_command("rebuild_name_keys")

    assert capsys.readouterr().out == "1 of 1 forms of names changed.\n"
    assert broken() == []
    assert len(find_people("Бобельцов").matches) == 1


def test_lost_and_left_over_keys_are_put_right():
    add_person(inscribed("Robelsovs"))
    SurnameSound.objects.update(keys=[])
    SurnameSound.objects.create(sounds="nobody", keys=["N"])
    assert broken() == ["sounds_without_keys"]

    call_command("rebuild_name_keys", verbosity=0)

    assert list(SurnameSound.objects.values_list("sounds", flat=True)) == ["robelsovs"]
    assert broken() == []


def test_people_of_no_list_are_noticed():
    add_person(inscribed("Robelsovs"), kind="nobody-knows")

    assert broken() == ["people_of_no_list"]

"""Staff add and correct forms of a name; nothing is lost, and searches follow at once."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.names.invariants import forms_out_of_step, sounds_without_keys
from commemoration.names.models import FormerName, NamedPerson, NameForm
from commemoration.names.selectors.finding import find_people
from commemoration.names.services.corrections import remove_form
from tests.factories.graves import burial_site, buried
from tests.factories.pages import build_site
from tests.factories.staff import signed_in, staff_account
from tests.factories.veterans import veteran
from tests.names.people import add_person, identified

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    build_site()
    return staff_account("anna", EMBASSY_EDITORS)


@pytest.fixture
def burial():
    return buried(burial_site())


def address(form: NameForm) -> str:
    return reverse("person_names:correct", args=[form.pk])


def typed(**changes) -> dict[str, str]:
    return {
        "role": "inscribed",
        "surname": "Obrazzow",
        "given_name": "Iwan",
        "patronymic": "",
        "language": "",
        "source": "",
        "dated": "",
    } | changes


def test_a_correction_keeps_what_was_written_before(editor, burial):
    form = burial.named_person.forms.get(role="inscribed")
    changed_before = burial.modified_at

    answer = signed_in(editor).post(
        address(form),
        typed(surname="Orbazzow", dated="May 2026", source="The stone", reason="Read again"),
    )

    assert answer.url == reverse("person_names:index", args=[burial.named_person.pk])
    form.refresh_from_db()
    assert (form.surname, form.dated, str(form.dated_latest)) == (
        "Orbazzow",
        "2026-05",
        "2026-05-31",
    )
    former = FormerName.objects.get()
    assert (str(former), former.became, former.reason, former.changed_by) == (
        "Obrazzow Iwan",
        form,
        "Read again",
        editor,
    )
    assert [match.person for match in find_people("Orbazzow").matches] == [burial.named_person]
    assert [*forms_out_of_step(), *sounds_without_keys()] == []
    burial.refresh_from_db()
    assert burial.modified_at > changed_before
    page = signed_in(editor).get(answer.url).content.decode()
    assert "Obrazzow, Iwan" in page
    assert "Orbazzow, Iwan" in page


def test_a_form_is_added_beside_the_others(editor, burial):
    index = reverse("person_names:index", args=[burial.named_person.pk])

    signed_in(editor).post(index, typed(role="family", surname="Obrazcowa", language="pl"))

    added = burial.named_person.forms.last()
    assert (added.role, added.surname, added.language) == ("family", "Obrazcowa", "pl")
    assert burial.named_person.forms.count() == 4
    assert not FormerName.objects.exists()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"role": "identified", "surname": "Obraztsov", "given_name": "Ivan"}, "there already"),
        ({"surname": " \u200e ", "given_name": ""}, "Write a surname or a given name"),
        ({"dated": "31 February 2026"}, "31"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(editor, burial, changes, told):
    form = burial.named_person.forms.get(role="inscribed")

    page = signed_in(editor).post(address(form), typed(**changes))

    assert told in page.content.decode()
    form.refresh_from_db()
    assert form.surname == "Obrazzow"
    assert not FormerName.objects.exists()


def test_saving_without_a_change_makes_no_history(editor, burial):
    form = burial.named_person.forms.get(role="inscribed")

    signed_in(editor).post(address(form), typed())

    assert not FormerName.objects.exists()


def test_a_form_is_taken_away_into_the_history_but_not_the_last(editor, burial):
    form = burial.named_person.forms.get(role="inscribed")

    signed_in(editor).post(address(form), {"remove": "1", "reason": "Of his neighbour"})

    assert not NameForm.objects.filter(pk=form.pk).exists()
    former = FormerName.objects.get()
    assert (former.became, former.reason) == (None, "Of his neighbour")
    alone = add_person(identified("Khavelko", "Leonid"))
    with pytest.raises(ValidationError, match="only form"):
        remove_form(alone.forms.get(), user=editor)


def test_only_those_who_may_change_the_record_change_its_names(client, editor, burial):
    of_no_screen = add_person(identified("Khavelko", "Leonid"))
    mine = reverse("person_names:index", args=[burial.named_person.pk])
    other = reverse("person_names:index", args=[of_no_screen.pk])

    assert signed_in(editor).get(mine).status_code == 200
    assert signed_in(editor).get(other).status_code == 302
    assert signed_in(staff_account("carl", CENTRE_EDITORS)).get(mine).status_code == 302
    assert client.get(mine).status_code == 302


def test_the_record_leads_to_its_names(editor, burial):
    edit = reverse("wagtailsnippets_graves_burial:edit", args=[burial.pk])

    page = signed_in(editor).get(edit).content.decode()

    for form in burial.named_person.forms.all():
        assert address(form) in page
    assert reverse("person_names:index", args=[burial.named_person.pk]) in page
    assert NamedPerson.objects.count() == 1


@pytest.mark.parametrize("model", ["graves_burial", "veterans_veteran"])
def test_a_new_record_has_no_names_yet(editor, model):
    page = signed_in(editor).get(reverse(f"wagtailsnippets_{model}:add"))

    assert "Nobody has written down a name yet." in page.content.decode()


def test_names_of_a_veteran_are_corrected_too(editor):
    person = veteran().named_person
    form = person.forms.first()

    signed_in(editor).post(address(form), typed(role=form.role, surname="Examplov"))

    assert person.forms.filter(surname="Examplov").exists()
    assert FormerName.objects.get().person == person

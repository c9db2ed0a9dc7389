"""Staff add, correct and take away forms of a name; what a form said before is kept."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commemoration.names.kinds import kind_of
from commemoration.names.models.former_names import FormerName
from commemoration.names.models.forms import NameForm
from commemoration.names.models.people import NamedPerson
from commemoration.names.services.forms import derive, index_sounds
from commemoration.names.services.people import NameFacts

WRITTEN = ("role", "surname", "given_name", "patronymic", "language", "source", "dated")
_ONCE = ("role", "surname", "given_name", "patronymic")


@transaction.atomic
def add_form(*, person: NamedPerson, facts: NameFacts, user: AbstractBaseUser) -> NameForm:
    """One more form beside those that are there. ValidationError if it is there already."""
    person = _locked(person)
    form = _written(NameForm(person=person), facts)
    _save(form)
    _tell_list(person, user)
    return form


@transaction.atomic
def correct_form(
    form: NameForm, *, facts: NameFacts, user: AbstractBaseUser | None, reason: str = ""
) -> NameForm:
    """Write a form rightly that was typed wrongly; what it said stays in the history.

    ValidationError if the person has the right form already.
    """
    person = _locked(form.person)
    form = NameForm.objects.select_for_update().get(pk=form.pk)
    former = _former(form, user, reason)
    _written(form, facts)
    if all(getattr(form, name) == getattr(former, name) for name in WRITTEN):
        return form
    _save(form)
    former.became = form
    former.save()
    _tell_list(person, user)
    return form


@transaction.atomic
def remove_form(form: NameForm, *, user: AbstractBaseUser | None, reason: str = "") -> None:
    """Take away a form that is not this person's; the history keeps it.

    ValidationError for the last one: a person without a name is found by nobody.
    """
    person = _locked(form.person)
    if not person.forms.exclude(pk=form.pk).exists():
        raise ValidationError(_("This is the only form of the name: correct it instead."))
    _former(form, user, reason).save()
    form.delete()
    _tell_list(person, user)


def _locked(person: NamedPerson) -> NamedPerson:
    return NamedPerson.objects.select_for_update().get(pk=person.pk)


def _written(form: NameForm, facts: NameFacts) -> NameForm:
    for name in WRITTEN:
        setattr(form, name, getattr(facts, name).strip())
    return form


def _save(form: NameForm) -> None:
    others = NameForm.objects.filter(person=form.person).exclude(pk=form.pk)
    if others.filter(**{name: getattr(form, name) for name in _ONCE}).exists():
        raise ValidationError(_("This form of the name is there already."))
    derive(form)
    form.full_clean()
    form.save()
    index_sounds([form])


def _former(form: NameForm, user: AbstractBaseUser | None, reason: str) -> FormerName:
    said = {name: getattr(form, name) for name in (*WRITTEN, "script")}
    return FormerName(person=form.person, **said, reason=reason.strip(), changed_by=user)


def _tell_list(person: NamedPerson, user: AbstractBaseUser | None) -> None:
    """Have the list that the person is on note that the record is another now."""
    kind = kind_of(person.kind)
    if kind and kind.names_changed:
        kind.names_changed(person.pk, user)

"""Writes down that staff have looked at a slip, and that the record is right as it is."""

from django.contrib.auth.models import AbstractBaseUser

from commemoration.names.models.people import NamedPerson
from commemoration.names.models.slips import CheckedSlip


def check_slip(
    *, person: NamedPerson, code: str, evidence: str, user: AbstractBaseUser, note: str = ""
) -> CheckedSlip:
    """It is so: the slip is not shown again until the record says something else."""
    answer, _is_new = CheckedSlip.objects.update_or_create(
        person=person,
        code=code,
        evidence=evidence,
        defaults={"note": note.strip(), "checked_by": user},
    )
    return answer


def ask_again(*, person: NamedPerson, code: str, evidence: str) -> None:
    """Take the answer back."""
    CheckedSlip.objects.filter(person=person, code=code, evidence=evidence).delete()

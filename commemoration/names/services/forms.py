"""Keeps what searches read of the forms of names: sounds, keys and the order of the alphabet."""

from collections.abc import Iterable

from django.db import connection, transaction

from commemoration.core.languages.sort_keys import natural_key
from commemoration.names.keys import keys_of
from commemoration.names.models.forms import NameForm, SurnameSound
from commemoration.names.scripts import script_of
from commemoration.names.words import given_keys, patronymic_keys, surname_sounds

DERIVED = ("script", "sort_key", "surname_sounds", "given_keys", "patronymic_keys")
BATCH = 2000


def derive(form: NameForm) -> None:
    """Set the columns that follow from the names of a form; nothing is saved."""
    form.script = script_of(f"{form.surname} {form.given_name} {form.patronymic}")
    form.sort_key = natural_key(f"{form.surname} {form.given_name} {form.patronymic}")
    form.surname_sounds = surname_sounds(form.surname)
    form.given_keys = given_keys(form.given_name)
    form.patronymic_keys = patronymic_keys(form.patronymic)


def derive_anew(form: NameForm) -> bool:
    """Derive the columns of a saved form again: whether they were out of step. Nothing is saved."""
    former = [getattr(form, name) for name in DERIVED]
    derive(form)
    return [getattr(form, name) for name in DERIVED] != former


def index_sounds(forms: Iterable[NameForm]) -> None:
    """Make surnames findable by their keys; those that are known already stay."""
    known = {sounds for form in forms for sounds in form.surname_sounds}
    SurnameSound.objects.bulk_create(
        [SurnameSound(sounds=sounds, keys=sorted(keys_of(sounds))) for sounds in sorted(known)],
        ignore_conflicts=True,
        batch_size=BATCH,
    )


def rebuild_keys() -> tuple[int, int]:
    """Compute again what follows from all names; how many forms changed, and how many there are.

    Rows of sounds that no form has any more are removed.
    """
    changed = forms = 0
    for form in NameForm.objects.order_by("pk").iterator(chunk_size=BATCH):
        forms += 1
        if derive_anew(form):
            form.save(update_fields=DERIVED)
            changed += 1
    _rebuild_sounds()
    return changed, forms


def surname_sounds_in_use() -> set[str]:
    """All ways in which surnames of the index sound."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT unnest(surname_sounds) FROM names_nameform")
        return {sounds for (sounds,) in cursor.fetchall()}


@transaction.atomic
def _rebuild_sounds() -> None:
    in_use = surname_sounds_in_use()
    SurnameSound.objects.exclude(sounds__in=in_use).delete()
    SurnameSound.objects.bulk_create(
        [SurnameSound(sounds=sounds, keys=sorted(keys_of(sounds))) for sounds in sorted(in_use)],
        update_conflicts=True,
        unique_fields=["sounds"],
        update_fields=["keys"],
        batch_size=BATCH,
    )

"""What must be true of the index of names: what searches read follows from the names."""

from collections.abc import Iterator

from commemoration.core.invariants.registry import register_invariant
from commemoration.names.keys import keys_of
from commemoration.names.kinds import kind_of
from commemoration.names.models.forms import NameForm, SurnameSound
from commemoration.names.models.people import NamedPerson
from commemoration.names.services.forms import derive_anew, surname_sounds_in_use

CHUNK = 2000


def register_name_invariants() -> None:
    register_invariant("names.columns_follow_the_names", forms_out_of_step)
    register_invariant("names.surnames_have_their_keys", sounds_without_keys)
    register_invariant("names.people_are_of_a_known_list", people_of_no_list)


def forms_out_of_step() -> Iterator[str]:
    for form in NameForm.objects.order_by("pk").iterator(chunk_size=CHUNK):
        if derive_anew(form):
            yield f"{form.pk} {form}: run rebuild_name_keys"


def sounds_without_keys() -> Iterator[str]:
    known = dict(SurnameSound.objects.values_list("sounds", "keys"))
    for sounds in sorted(surname_sounds_in_use()):
        if sorted(known.get(sounds, [])) != sorted(keys_of(sounds)):
            yield f"{sounds}: run rebuild_name_keys"


def people_of_no_list() -> Iterator[str]:
    for slug in NamedPerson.objects.order_by().values_list("kind", flat=True).distinct():
        if kind_of(slug) is None:
            yield f"{slug}: no part of the site has registered this list"

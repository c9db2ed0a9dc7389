"""What must be true of entries beside what constraints and triggers hold."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q

from commemoration.core.invariants.registry import register_invariant
from tributes.regiment.models.entries import RegimentEntry, RegimentPicture


def register_regiment_invariants() -> None:
    register_invariant("regiment.public_by_consent_only", public_without_consent)
    register_invariant("regiment.have_forms_of_a_name", entries_without_forms)
    register_invariant("regiment.index_of_names_is_in_step", entries_out_of_step)
    register_invariant("regiment.pictures_are_public_with_them", pictures_out_of_step)


def public_without_consent() -> Iterator[str]:
    agreeing = RegimentEntry.objects.agreeing().values("pk")
    for entry in RegimentEntry.objects.published().exclude(pk__in=agreeing).order_by("pk"):
        yield f"{_name(entry)} is public, and no consent stands"


def entries_without_forms() -> Iterator[str]:
    for entry in RegimentEntry.objects.filter(named_person__forms=None).order_by("pk"):
        yield f"{_name(entry)} has no form of a name"


def entries_out_of_step() -> Iterator[str]:
    same = Q(
        named_person__is_public=F("live"),
        named_person__birth=F("birth"),
        named_person__death=F("death"),
        named_person__birthplace=F("birthplace"),
    )
    for entry in RegimentEntry.objects.exclude(same).order_by("pk"):
        yield f"the index of names says something else of {_name(entry)} than the record"


def pictures_out_of_step() -> Iterator[str]:
    pictures = RegimentPicture.objects.filter(entry=OuterRef("pk"))
    hidden = Exists(pictures.filter(image__published_at=None))
    shown = Exists(pictures.filter(image__published_at__isnull=False))
    for entry in RegimentEntry.objects.filter(hidden, live=True).order_by("pk"):
        yield f"{_name(entry)} is public, but a picture of it is not"
    for entry in RegimentEntry.objects.filter(shown, live=False).order_by("pk"):
        yield f"{_name(entry)} is not public, but a picture of it is"


def _name(entry: RegimentEntry) -> str:
    return f"entry {entry.number or entry.key}"

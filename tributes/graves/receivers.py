"""What must follow when a record is deleted, by whatever screen or list."""

from django.db.models.signals import post_delete, pre_delete
from django.dispatch import receiver

from commemoration.core.media.storage import after_commit
from commemoration.names.models.people import NamedPerson
from commemoration.submissions.tombstones import write_tombstones
from tributes.graves.caretakers.services.pictures import remove_pictures
from tributes.graves.models.burials import Burial
from tributes.graves.models.caretakers import Caretaker, CaretakerReport, ErasedCaretaker
from tributes.graves.models.sites import ConditionEntry
from tributes.graves.services.sites import forget_visit


@receiver(post_delete, sender=Burial)
def forget_names(instance, **kwargs):
    """No form of the name stays in the index."""
    NamedPerson.objects.filter(pk=instance.named_person_id).delete()


@receiver(post_delete, sender=Caretaker)
def bury_caretaker(instance, **kwargs):
    """A backup that is older does not bring the name back."""
    ErasedCaretaker.objects.get_or_create(key=instance.key)
    after_commit(write_tombstones, [instance.key])


@receiver(pre_delete, sender=ConditionEntry)
def remove_all_of_visit(instance, **kwargs):
    """Photographs that stood beside a visit are public no longer than the visit, and what a
    caretaker has reported is kept no longer by older versions of the site."""
    if instance.is_reported:
        forget_visit(instance)
    for report in CaretakerReport.objects.filter(condition=instance):
        remove_pictures(report)

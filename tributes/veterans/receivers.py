"""What must follow when a veteran is deleted, by whatever screen or list."""

from django.db.models.signals import post_delete
from django.dispatch import receiver

from commemoration.core.consent.services import erase_evidence
from commemoration.names.models.people import NamedPerson
from tributes.veterans.enums import CONSENT
from tributes.veterans.models.veterans import Veteran


@receiver(post_delete, sender=Veteran)
def forget_who_it_was(instance, **kwargs):
    """No form of the name stays in the index, and no paper; the consent stays as a key and codes,
    which tell nobody whose it was."""
    NamedPerson.objects.filter(pk=instance.named_person_id).delete()
    erase_evidence(purpose=CONSENT, subject=instance.key)

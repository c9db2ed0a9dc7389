"""What must follow when somebody who is buried is deleted, by whatever screen or list."""

from django.db.models.signals import post_delete
from django.dispatch import receiver

from commemoration.names.models.people import NamedPerson
from tributes.graves.models.burials import Burial


@receiver(post_delete, sender=Burial)
def forget_names(instance, **kwargs):
    """No form of the name stays in the index."""
    NamedPerson.objects.filter(pk=instance.named_person_id).delete()

"""Follows Wagtail's signals, so that every way to publish and unpublish has the same effect."""

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import published, unpublished

from photos.models.records import Photo
from photos.services import publication


@receiver(published, sender=Photo)
def on_published(instance, **kwargs):
    if instance.live:
        publication.show_pictures(instance)


@receiver(unpublished, sender=Photo)
def on_unpublished(instance, **kwargs):
    publication.hide_pictures(instance)


@receiver(post_delete, sender=Photo)
def on_deleted(instance, **kwargs):
    publication.hide_pictures(instance)

"""Follows Wagtail's signals, so that every way to publish and unpublish has the same effect."""

from django.db.models import ProtectedError
from django.db.models.signals import post_delete, pre_delete
from django.dispatch import receiver
from wagtail.signals import published, unpublished

from photos.models.collections import Collection
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.selectors.usage import versions_in_collection, versions_with_picture
from photos.services import activities, publication


@receiver(published, sender=Photo)
def on_published(instance, **kwargs):
    if instance.live:
        publication.settle_pictures(instance)
        activities.record_publication(instance)


@receiver(unpublished, sender=Photo)
def on_unpublished(instance, **kwargs):
    publication.settle_pictures(instance)
    activities.record_removal(instance)


@receiver(post_delete, sender=Photo)
def on_deleted(instance, **kwargs):
    publication.settle_pictures(instance)
    activities.record_removal(instance)


@receiver(pre_delete, sender=ArchiveImage)
def keep_pictures_of_versions(instance, **kwargs):
    """A foreign key protects what a record uses; a version keeps its keys in JSON."""
    _keep_for(versions_with_picture(instance), instance)


@receiver(pre_delete, sender=Collection)
def keep_collections_of_versions(instance, **kwargs):
    _keep_for(versions_in_collection(instance), instance)


def _keep_for(versions, instance):
    if protected := set(versions[:10]):
        raise ProtectedError(f"A version of a photograph still uses {instance!r}.", protected)

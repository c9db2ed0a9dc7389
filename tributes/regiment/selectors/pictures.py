"""Which pictures entries show."""

from django.db.models import QuerySet

from photos.models.images import ArchiveImage


def public_pictures() -> QuerySet:
    """The ids of the pictures of public entries."""
    shown = ArchiveImage.objects.filter(regiment_pictures__entry__live=True)
    return shown.order_by().values_list("pk", flat=True)

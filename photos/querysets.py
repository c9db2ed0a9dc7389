"""Named filters over photographs, collections and pictures."""

from django.db.models import Q, QuerySet
from wagtail.images.models import ImageQuerySet

from photos.enums import OPEN_REPORT_STATES, TileState


class PhotoQuerySet(QuerySet):
    def published(self):
        """What visitors may see."""
        return self.filter(live=True, withdrawn_at=None)

    def gone(self):
        """What visitors could see once and no longer can: their addresses answer 410."""
        was_public = Q(first_published_at__isnull=False) | Q(withdrawn_at__isnull=False)
        return self.filter(was_public, Q(live=False) | Q(withdrawn_at__isnull=False))

    def in_collection(self, collection):
        return self.filter(collection=collection)

    def visible_order(self):
        """The order of the accession numbers as people read them: SP-2 before SP-10."""
        return self.order_by("sort_key", "pk")

    def of_section(self, section):
        """Photographs in the collections of one institution."""
        return self.filter(collection__section=section)


class CollectionQuerySet(QuerySet):
    def of_section(self, section):
        return self.filter(section=section)


class ArchiveImageQuerySet(ImageQuerySet):
    def with_checksum(self, sha256: str):
        """Pictures made from exactly this file (SHA-256, hexadecimal)."""
        return self.filter(sha256=sha256)

    def published(self):
        """Pictures whose derivatives the public may fetch."""
        return self.filter(published_at__isnull=False)

    def waiting_for_tiles(self):
        return self.filter(tile_state=TileState.WAITING)


class ErrorReportQuerySet(QuerySet):
    def open(self):
        """What somebody still has to decide."""
        return self.filter(state__in=OPEN_REPORT_STATES)

    def of_sections(self, sections):
        """Reports on photographs in the collections of these institutions."""
        return self.filter(photo__collection__section__in=sections)

"""Named filters over photographs and collections."""

from django.db.models import QuerySet


class PhotoQuerySet(QuerySet):
    def published(self):
        """What visitors may see."""
        return self.filter(live=True, withdrawn_at=None)

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

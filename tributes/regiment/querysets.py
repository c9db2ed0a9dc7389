"""Which entries visitors may see, and in which order."""

from django.db.models import Q

from commemoration.core.consent.selectors import has_consent
from commemoration.core.publication.models import PublishedRecordQuerySet
from tributes.regiment.enums import CONSENT, Scope


class EntryQuerySet(PublishedRecordQuerySet):
    def newest_first(self):
        """The order of the wall: numbers are given at publication."""
        return self.order_by("-number")

    def agreeing(self):
        """Those whose sender's consent stands, and invented examples, which need none."""
        return self.filter(Q(is_example=True) | has_consent(CONSENT, Scope.PAGE))

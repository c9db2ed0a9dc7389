"""Which veterans and presentations visitors may see, and in which order."""

from django.db.models import (
    BooleanField,
    Count,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
)

from commemoration.core.consent.selectors import has_consent
from commemoration.core.publication.models import PublishedRecordQuerySet
from commemoration.names.shown import forms_in_order
from tributes.veterans.enums import CONSENT, LifeStatus, Scope


class VeteranQuerySet(PublishedRecordQuerySet):
    def published(self):
        """The database keeps others from being `live`; this asks again, as a second lock."""
        return self.filter(live=True).agreeing_to(Scope.PAGE)

    def agreeing_to(self, scope: str):
        """Those who died, as a source says, and those whose consent covers `scope`."""
        return self.filter(Q(life_status=LifeStatus.DIED) | has_consent(CONSENT, scope))

    def with_agreement(self):
        """With `agrees`: whether a consent stands, or none is needed, for the lists of staff."""
        return self.annotate(
            agrees=ExpressionWrapper(
                Q(life_status=LifeStatus.DIED) | has_consent(CONSENT, Scope.PAGE),
                output_field=BooleanField(),
            )
        )

    def for_search_engines(self):
        """Nobody who may be living is offered to them, consent or not."""
        return self.published().filter(life_status=LifeStatus.DIED)

    def by_name(self, language: str):
        """By the form of the name that a reader of `language` is shown."""
        forms = forms_in_order(language).values("sort_key")
        veterans = self.annotate(shown_as=Subquery(forms[:1]))
        return veterans.order_by(F("shown_as").asc(nulls_last=True), "pk")

    def with_town(self, language: str):
        """With `town_text`: what the town is called in this language, None where nobody said."""
        texts = self.model.texts.rel.related_model.objects
        named = texts.filter(veteran=OuterRef("pk"), language=language).exclude(town="")
        return self.annotate(town_text=Subquery(named.values("town")[:1]))


class PresentationQuerySet(PublishedRecordQuerySet):
    def with_titles(self):
        """With what `title_in` reads, and not the reports. One more query."""
        texts = self.model.texts.rel.related_model.objects
        return self.prefetch_related(Prefetch("texts", texts.titles()))

    def for_search_engines(self):
        """Those whose pages name nobody who may be living, and show no pictures of people."""
        named = Q(awards__veteran__live=True) & ~Q(awards__veteran__life_status=LifeStatus.DIED)
        counted = self.published().annotate(
            living=Count("awards", filter=named, distinct=True),
            pictures=Count("photos", distinct=True),
        )
        return counted.filter(living=0, pictures=0)


class PresentationTextQuerySet(QuerySet):
    def titles(self):
        """Without the reports, which may be long."""
        return self.only("presentation", "language", "title")

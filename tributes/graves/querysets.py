"""Named orders and filters of those who are buried."""

from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When

from commemoration.core.publication.models import PublishedRecordQuerySet
from commemoration.names.enums import NameRole, Script
from commemoration.names.models.forms import NameForm

SCRIPT_OF_READER = {"ru": Script.CYRILLIC}


def script_of_reader(language: str) -> str:
    return SCRIPT_OF_READER.get(language, Script.LATIN)


class BurialQuerySet(PublishedRecordQuerySet):
    def by_name(self, language: str, *, descending: bool = False):
        """By the form of the name that a reader of `language` is shown; the unknown come last."""
        best = Case(
            When(role=NameRole.IDENTIFIED, script=script_of_reader(language), then=Value(0)),
            When(role=NameRole.IDENTIFIED, then=Value(1)),
            When(role=NameRole.INSCRIBED, then=Value(2)),
            default=Value(3),
        )
        forms = NameForm.objects.filter(person=OuterRef("named_person")).order_by(best, "-pk")
        burials = self.alias(shown_as=Subquery(forms.values("sort_key")[:1]))
        name = F("shown_as")
        order = name.desc(nulls_last=True) if descending else name.asc(nulls_last=True)
        return burials.order_by(order, "pk")

    def died_between(self, first, last):
        """Whose death may lie between two days, both included; nobody without any date of it."""
        condition = Q(death_earliest__isnull=False) | Q(death_latest__isnull=False)
        if first:
            condition &= Q(death_latest=None) | Q(death_latest__gte=first)
        if last:
            condition &= Q(death_earliest=None) | Q(death_earliest__lte=last)
        return self.filter(condition)

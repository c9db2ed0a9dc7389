"""Named orders and filters of those who are buried."""

from django.db.models import Case, F, Func, OuterRef, Q, Subquery, TextField, Value, When
from django.db.models.functions import NullIf

from commemoration.core.publication.models import PublishedRecordQuerySet
from commemoration.names.enums import NameRole
from commemoration.names.models.forms import NameForm
from commemoration.names.shown import script_of_reader

# Every number with zeros before it, to eight figures at least.
PADDED = r"""regexp_replace(
    regexp_replace(lower(%(expressions)s), '(\d+)', '0000000\1', 'g'),
    '0+(\d{8})(?!\d)', '\1', 'g')"""


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
        return _ordered(burials, "shown_as", descending=descending)

    def by_stone(self, *, descending: bool = False):
        """By what stands on the stone; those of whom nobody says it come last."""
        forms = NameForm.objects.filter(person=OuterRef("named_person"), role=NameRole.INSCRIBED)
        newest = forms.order_by("-pk").values("sort_key")[:1]
        return _ordered(self.alias(stands=Subquery(newest)), "stands", descending=descending)

    def by_grave(self, *, descending: bool = False):
        """By plot, row and number, 2 before 10; those without a known grave come last."""
        padded = Func(F("grave_reference"), function="regexp_replace", template=PADDED)
        burials = self.alias(lies=NullIf(padded, Value(""), output_field=TextField()))
        return _ordered(burials, "lies", descending=descending)

    def died_between(self, first, last):
        """Whose death may lie between two days, both included; nobody without any date of it."""
        condition = Q(death_earliest__isnull=False) | Q(death_latest__isnull=False)
        if first:
            condition &= Q(death_latest=None) | Q(death_latest__gte=first)
        if last:
            condition &= Q(death_earliest=None) | Q(death_earliest__lte=last)
        return self.filter(condition)


def _ordered(burials, name: str, *, descending: bool):
    column = F(name)
    order = column.desc(nulls_last=True) if descending else column.asc(nulls_last=True)
    return burials.order_by(order, "pk")

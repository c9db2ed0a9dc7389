"""A person of any list of the site, as the index of names knows them."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from commemoration.core.edtf.fields import EdtfField


class NamedPerson(models.Model):
    """What a search compares beside the names. The record of the list that the person is on points
    here, and its services keep these facts like its own (`services.people.record_person`)."""

    kind = models.CharField(_("list"), max_length=40)  # a slug of `kinds`
    is_public = models.BooleanField(_("public"), default=False)
    birth = EdtfField(_("date of birth"))
    birth_earliest = models.DateField(null=True, editable=False)
    birth_latest = models.DateField(null=True, editable=False)
    death = EdtfField(_("date of death"))
    death_earliest = models.DateField(null=True, editable=False)
    death_latest = models.DateField(null=True, editable=False)
    birthplace = models.CharField(_("place of birth"), max_length=300, blank=True)
    prisoner_number = models.CharField(_("prisoner number"), max_length=50, blank=True)

    # Follow from the columns above; a search reads them.
    birthplace_sounds = ArrayField(models.TextField(), default=list, editable=False)
    prisoner_digits = models.CharField(max_length=50, blank=True, editable=False)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(condition=~Q(kind=""), name="named_person_has_a_kind"),
            models.CheckConstraint(
                condition=Q(birth_earliest__isnull=True)
                | Q(death_latest__isnull=True)
                | Q(birth_earliest__lte=F("death_latest")),
                name="named_person_born_before_death",
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "is_public"]),
            models.Index(
                fields=["prisoner_digits"],
                condition=~Q(prisoner_digits=""),
                name="named_person_by_number",
            ),
            GinIndex(
                fields=["birthplace_sounds"], name="named_person_birthplace", fastupdate=False
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

"""People who are shown in photographs, as the index of names knows them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PersonShown(models.Model):
    """One name as the records write it, while a published photograph has it among the people shown.

    Two people of one name are one row: the records do not tell them apart.
    """

    name = models.CharField(_("name"), max_length=300, unique=True)
    named_person = models.OneToOneField(
        "names.NamedPerson", on_delete=models.CASCADE, related_name="shown_as"
    )

    class Meta:
        verbose_name = _("person shown")
        verbose_name_plural = _("people shown")

    def __str__(self) -> str:
        return self.name

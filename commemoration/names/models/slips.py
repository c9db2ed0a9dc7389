"""What staff have looked at among the slips that a program suspects: it is not shown again."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class CheckedSlip(models.Model):
    """`evidence` is what the record said (`slips.Slip`): if that changes, the slip is new."""

    person = models.ForeignKey("names.NamedPerson", on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=30)
    evidence = models.TextField()
    note = models.TextField(_("note"), blank=True)
    checked_at = models.DateTimeField(auto_now_add=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("checked slip")
        verbose_name_plural = _("checked slips")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "code", "evidence"], name="checked_slip_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.code}"

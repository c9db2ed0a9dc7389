"""Whether two records tell of one person: suggested by a program, decided by staff."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from commemoration.names.enums import LinkState


class PersonLink(models.Model):
    """Two people of any lists. What was decided is never asked again, and nothing is merged."""

    first = models.ForeignKey("names.NamedPerson", on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey("names.NamedPerson", on_delete=models.CASCADE, related_name="+")
    state = models.CharField(
        _("state"), max_length=20, choices=LinkState.choices, default=LinkState.SUGGESTED
    )
    # Codes of `selectors.suggestions`, in the order of their weight.
    reasons = models.JSONField(default=list)
    note = models.TextField(_("note"), blank=True)
    suggested_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("link between two people")
        verbose_name_plural = _("links between people")
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="person_link_lower_number_first"
            ),
            models.UniqueConstraint(fields=["first", "second"], name="person_link_once_for_two"),
            models.CheckConstraint(
                condition=Q(state=LinkState.SUGGESTED, decided_at__isnull=True)
                | (~Q(state=LinkState.SUGGESTED) & Q(decided_at__isnull=False)),
                name="person_link_decided_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} – {self.second_id}"

"""What a form of a name said before staff corrected it, or took it away: nothing is overwritten."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from commemoration.names.enums import NameRole, Script


class FormerName(models.Model):
    """A form as it was, and what became of it; no search reads it. Rows are added, not changed."""

    person = models.ForeignKey(
        "names.NamedPerson", on_delete=models.CASCADE, related_name="former_names"
    )
    # Empty where the form was taken away, or its correction was.
    became = models.ForeignKey(
        "names.NameForm", null=True, on_delete=models.SET_NULL, related_name="former_names"
    )
    role = models.CharField(_("whose form"), max_length=20, choices=NameRole.choices)
    surname = models.CharField(_("surname"), max_length=200, blank=True)
    given_name = models.CharField(_("given name"), max_length=200, blank=True)
    patronymic = models.CharField(_("patronymic"), max_length=200, blank=True)
    script = models.CharField(max_length=10, choices=Script.choices)
    language = models.CharField(_("language"), max_length=10, blank=True)
    source = models.CharField(_("source"), max_length=500, blank=True)
    dated = models.CharField(_("date of the source"), max_length=100, blank=True)  # EDTF, a copy
    reason = models.CharField(_("why it was changed"), max_length=500, blank=True)
    changed_at = models.DateTimeField(auto_now_add=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("former form of a name")
        verbose_name_plural = _("former forms of names")
        ordering = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.surname, self.given_name, self.patronymic]))

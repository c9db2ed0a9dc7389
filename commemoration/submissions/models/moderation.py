"""What helps staff to review: prepared answers, names and pictures to be careful about."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from commemoration.core.languages.choices import TextLanguage
from commemoration.submissions.enums import Answer, Reason


class AnswerText(models.Model):
    """Prepared words to a sender, in place of those that the site brings (`answer_texts`)."""

    answer = models.CharField(_("what is answered"), max_length=10, choices=Answer)
    reason = models.CharField(_("reason"), max_length=30, choices=Reason)
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    text = models.TextField(_("text"), help_text=_("In the language that is chosen above."))

    class Meta:
        ordering = ["answer", "reason", "language"]
        verbose_name = _("prepared answer")
        verbose_name_plural = _("prepared answers")
        constraints = [
            models.UniqueConstraint(
                fields=["answer", "reason", "language"],
                name="answer_text_once",
                violation_error_message=_("There is already an answer in this language."),
            ),
            models.CheckConstraint(condition=Q(text__regex=r"\S"), name="answer_text_has_words"),
        ]

    def __str__(self):
        answer, reason = self.get_answer_display(), self.get_reason_display()
        return f"{answer}: {reason} ({self.language})"


class DeniedName(models.Model):
    """A name under which something evil was sent, or may be: a remark is made, no decision."""

    surname = models.CharField(_("surname"), max_length=200)
    given_name = models.CharField(
        _("given name"),
        max_length=200,
        blank=True,
        help_text=_("Left empty, everybody of this surname is remarked on."),
    )
    note = models.CharField(_("remark"), max_length=500, blank=True)

    class Meta:
        ordering = ["surname", "given_name", "pk"]
        verbose_name = _("name to be careful about")
        verbose_name_plural = _("names to be careful about")
        constraints = [
            models.UniqueConstraint(
                fields=["surname", "given_name"],
                name="denied_name_once",
                violation_error_message=_("This name is on the list already."),
            ),
            models.CheckConstraint(condition=~Q(surname=""), name="denied_name_has_surname"),
        ]

    def __str__(self):
        return " ".join(filter(None, [self.given_name, self.surname]))


class RefusedPicture(models.Model):
    """How a picture looked that came with an abuse: 64 bits, from which nothing can be seen."""

    likeness = models.BigIntegerField(unique=True)
    refused_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("picture that was refused")
        verbose_name_plural = _("pictures that were refused")

    def __str__(self):
        return f"{self.likeness & (2**64 - 1):016x}"

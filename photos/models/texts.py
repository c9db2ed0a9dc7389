"""What is said of one photograph in one language."""

from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Func, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from commemoration.core.languages.choices import one_text_for_each_language
from photos.enums import TextLanguage


class PhotoText(models.Model):
    photo = ParentalKey("photos.Photo", on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    title = models.CharField(
        _("title"),
        max_length=500,
        help_text=_("What the photograph shows, in one line, without a full stop."),
    )
    caption = models.TextField(
        _("caption"),
        blank=True,
        help_text=_("What is seen, where and when, who wrote this and from what source."),
    )
    alt_text = models.CharField(
        _("text for those who cannot see the picture"),
        max_length=1000,
        blank=True,
        help_text=_(
            "Describe what can be seen, not what is known. It is read aloud by screen readers."
        ),
    )
    transcript = models.TextField(
        _("transcript"),
        blank=True,
        help_text=_("The words written on the photograph or on its back, as they stand there."),
    )
    translator = models.CharField(
        _("translator"),
        max_length=200,
        blank=True,
        help_text=_("Who translated this text. Leave empty for the archive's own words."),
    )
    is_machine_translated = models.BooleanField(
        _("translated by machine"),
        default=False,
        help_text=_(
            "Readers are told so until somebody has checked the text and this mark is removed."
        ),
    )
    # Derived by the database, whoever writes (`photos.search_words`); revisions do without it.
    words = models.GeneratedField(
        expression=Func(
            "language", "title", "caption", "transcript", function="photos_words_of_text"
        ),
        output_field=SearchVectorField(),
        db_persist=True,
        serialize=False,
    )

    class Meta:
        ordering = ["language"]
        verbose_name = _("text of a photograph")
        verbose_name_plural = _("texts of photographs")
        indexes = [
            models.Index(
                fields=["photo", "language"],
                name="photo_caption_languages",
                condition=Q(caption__gt=""),
            ),
        ]
        constraints = [
            one_text_for_each_language("photo"),
            models.CheckConstraint(condition=Q(title__regex=r"\S"), name="photo_text_has_title"),
            models.CheckConstraint(
                condition=Q(language__in=TextLanguage.values), name="photo_text_language_known"
            ),
        ]

    def __str__(self):
        return self.title

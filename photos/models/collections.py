"""Collections: the language-neutral groups that photographs come in, and what is said of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.search import index

from commemoration.core.enums import Section
from commemoration.core.languages.choices import one_text_for_each_language
from photos.enums import CollectionLevel, TextLanguage
from photos.querysets import CollectionQuerySet


class Collection(index.Indexed, ClusterableModel):
    """A fonds or a series. A `CollectionPage` presents it in each language."""

    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        help_text=_(
            "The short name of the collection in Latin letters, for example tass-1945. "
            "Imports name the collection by it."
        ),
    )
    identifier = models.CharField(
        _("identifier"),
        max_length=100,
        blank=True,
        help_text=_("The number or code of the fonds or series, as its archive writes it."),
    )
    level = models.CharField(
        _("level"),
        max_length=20,
        choices=CollectionLevel,
        default=CollectionLevel.FONDS,
        help_text=_("A fonds is everything that came from one owner; a series is a part of it."),
    )
    section = models.CharField(
        _("owner"),
        max_length=20,
        choices=Section,
        default=Section.EMBASSY,
        help_text=_(
            "The institution whose editors look after this collection and its photographs."
        ),
    )
    lead_photo = models.ForeignKey(
        "photos.Photo",
        verbose_name=_("leading photograph"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "The photograph that stands for the collection in lists. When this is empty, or the "
            "photograph is not published, the first published one is taken."
        ),
    )

    objects = CollectionQuerySet.as_manager()

    search_fields = [index.SearchField("identifier"), index.SearchField("slug")]

    class Meta:
        ordering = ["slug"]
        verbose_name = _("photo collection")
        verbose_name_plural = _("photo collections")
        constraints = [
            models.CheckConstraint(condition=~models.Q(slug=""), name="photo_collection_has_slug"),
            models.CheckConstraint(
                condition=models.Q(section__in=Section.values),
                name="photo_collection_section_known",
            ),
            models.CheckConstraint(
                condition=models.Q(level__in=CollectionLevel.values),
                name="photo_collection_level_known",
            ),
        ]

    def __str__(self):
        return f"{self.identifier} ({self.slug})" if self.identifier else self.slug


class CollectionText(models.Model):
    """What one collection is called and is about, in one language."""

    collection = ParentalKey(Collection, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    title = models.CharField(_("title"), max_length=300)
    description = models.TextField(
        _("description"),
        blank=True,
        help_text=_("Where the photographs come from, who made them and what they show."),
    )

    class Meta:
        ordering = ["language"]
        verbose_name = _("text of a photo collection")
        verbose_name_plural = _("texts of photo collections")
        constraints = [
            one_text_for_each_language("collection"),
            models.CheckConstraint(
                condition=models.Q(title__regex=r"\S"), name="collection_text_has_title"
            ),
            models.CheckConstraint(
                condition=models.Q(language__in=TextLanguage.values),
                name="collection_text_language_known",
            ),
        ]

    def __str__(self):
        return self.title

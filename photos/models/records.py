"""The record of a photograph: what is known of it, apart from the file and from its texts."""

from django.contrib.contenttypes.fields import GenericRelation
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.search import index

from commemoration.core.edtf.fields import EdtfField
from commemoration.core.languages.sort_keys import natural_key
from photos.accession import normalise_accession, numbered, slug_for
from photos.enums import ContentWarning, RightsStatement, TextLanguage
from photos.models.places import POSITION_CONSTRAINTS, TakenSomewhere
from photos.models.publication import PublishedInStages
from photos.querysets import PhotoQuerySet


class Photo(PublishedInStages, TakenSomewhere, index.Indexed, ClusterableModel):
    accession = models.CharField(
        _("accession number"),
        max_length=100,
        unique=True,
        error_messages={"unique": _("Another photograph already has this accession number.")},
        help_text=_(
            "The number under which the archive keeps the photograph, for example SP-0003. "
            "The web address is made from it when the record is first saved."
        ),
    )
    slug = models.SlugField(_("address"), max_length=100, unique=True, editable=False)
    sort_key = models.TextField(editable=False, db_collation="C")
    image = models.ForeignKey(
        "photos.ArchiveImage",
        verbose_name=_("picture"),
        on_delete=models.PROTECT,
        related_name="photos",
        help_text=_("The scan of the front."),
    )
    verso = models.ForeignKey(
        "photos.ArchiveImage",
        verbose_name=_("back of the print"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="photos_as_verso",
        help_text=_(
            "The scan of the back, if there is one: stamps and handwriting are sources too."
        ),
    )
    collection = models.ForeignKey(
        "photos.Collection",
        verbose_name=_("collection"),
        on_delete=models.PROTECT,
        related_name="photos",
    )

    institution = models.CharField(
        _("holding institution"),
        max_length=300,
        blank=True,
        help_text=_("The archive, museum or agency that keeps the original."),
    )
    fonds = models.CharField(_("fonds"), max_length=100, blank=True)
    inventory = models.CharField(_("inventory"), max_length=100, blank=True)
    file_reference = models.CharField(
        pgettext_lazy("archival unit", "file"), max_length=100, blank=True
    )
    reference = models.CharField(
        _("reference as given"),
        max_length=300,
        blank=True,
        help_text=_("The whole reference as the institution writes it."),
    )

    photographer = models.CharField(
        _("photographer"),
        max_length=200,
        blank=True,
        help_text=_("Leave empty if the photographer is not known."),
    )
    date = EdtfField(
        _("date"),
        help_text=_(
            "In words, as exactly as it is known: 9 May 1945, about 1944, before May 1943, "
            "between 1941 and 1943."
        ),
    )
    date_earliest = models.DateField(null=True, blank=True, editable=False)
    date_latest = models.DateField(null=True, blank=True, editable=False)
    people = ArrayField(
        models.CharField(max_length=200),
        verbose_name=_("people shown"),
        default=list,
        blank=True,
        help_text=_("One name on each line, from left to right."),
    )
    event = models.CharField(
        _("event"),
        max_length=300,
        blank=True,
        help_text=_("What happened, for example: liberation of Brussels."),
    )
    subjects = ArrayField(
        models.CharField(max_length=200),
        verbose_name=_("subjects"),
        default=list,
        blank=True,
        help_text=_("One subject on each line."),
    )

    original_language = models.CharField(
        _("language of the archive's own text"),
        max_length=5,
        choices=TextLanguage,
        blank=True,
        help_text=_("Readers whose language is missing are shown this text first."),
    )
    rights = models.CharField(
        _("rights"),
        max_length=30,
        choices=RightsStatement,
        help_text=_(
            "What visitors may do with the photograph. It is explained to them in plain words."
        ),
    )
    credit = models.CharField(
        _("credit line"),
        max_length=300,
        blank=True,
        help_text=_("What must be printed beside the photograph."),
    )
    content_warning = models.CharField(
        _("content warning"),
        max_length=20,
        choices=ContentWarning,
        blank=True,
        help_text=_("The picture is covered until the reader decides to see it."),
    )

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="photo")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="photo",
        for_concrete_model=False,
    )

    objects = PhotoQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key", "pk"]
        verbose_name = _("photograph")
        verbose_name_plural = _("photographs")
        indexes = [
            models.Index(fields=["sort_key", "id"], name="photo_order"),
            # Pages of a collection, however deep, and a photograph's neighbours and position.
            models.Index(
                fields=["collection", "sort_key", "id"],
                name="photo_published_order",
                condition=Q(live=True, withdrawn_at=None),
            ),
            # All that are published, in their order and with their years.
            models.Index(
                fields=["sort_key", "id"],
                include=["date_earliest", "date_latest"],
                name="photo_public_order",
                condition=Q(live=True, withdrawn_at=None),
            ),
            models.Index(fields=["collection", "live", "withdrawn_at"], name="photo_totals"),
            GinIndex(fields=["people"], name="photo_people"),
            GinIndex(fields=["subjects"], name="photo_subjects"),
        ]
        constraints = [
            models.UniqueConstraint(
                Lower("accession"),
                name="photo_accession_unique_without_case",
                violation_error_message=_("Another photograph already has this accession number."),
            ),
            models.CheckConstraint(
                condition=Q(accession__regex=r"\S") & ~Q(slug=""),
                name="photo_has_accession_and_slug",
            ),
            *POSITION_CONSTRAINTS,
            models.CheckConstraint(
                condition=Q(rights__in=["", *RightsStatement.values]), name="photo_rights_known"
            ),
            models.CheckConstraint(
                condition=Q(content_warning__in=["", *ContentWarning.values]),
                name="photo_content_warning_known",
            ),
            models.CheckConstraint(
                condition=Q(original_language__in=["", *TextLanguage.values]),
                name="photo_original_language_known",
            ),
            models.CheckConstraint(
                condition=Q(live=False) | ~Q(rights=""), name="published_photo_has_rights"
            ),
            models.CheckConstraint(
                condition=Q(live=False) | Q(withdrawn_at=None), name="withdrawn_photo_is_not_live"
            ),
        ]

    def __str__(self):
        return self.accession

    def first_title(self) -> str:
        """A title for lists of staff: in their own language, else in whatever language has one."""
        titles = {text.language: text.title for text in self.texts.all()}
        return titles.get(get_language()) or next(iter(titles.values()), "")

    def clean(self):
        super().clean()
        self.accession = normalise_accession(self.accession)

    def save(self, *args, **kwargs):
        self.accession = normalise_accession(self.accession)
        self.sort_key = natural_key(self.accession)
        if not (self.slug and self.first_published_at):
            self._choose_slug()
        super().save(*args, **kwargs)

    def _choose_slug(self):
        """Follow the accession number until the address is public; then never change."""
        wanted = slug_for(self.accession)
        if self.pk and self.slug == wanted:
            return
        rivals = Photo.objects.exclude(pk=self.pk).filter(slug__startswith=wanted[:90])
        taken = set(rivals.values_list("slug", flat=True))
        candidates = (numbered(wanted, number) for number in range(2, len(taken) + 3))
        self.slug = wanted if wanted not in taken else next(c for c in candidates if c not in taken)

    def with_content_json(self, content):
        """What belongs to the record as a whole, not to one of its versions, stays as it is."""
        photo = super().with_content_json(self._with_keys_that_lead_somewhere(content))
        photo.slug = self.slug
        photo.withdrawn_at = self.withdrawn_at
        if not self.first_published_at:
            photo._choose_slug()
        return photo

    def _with_keys_that_lead_somewhere(self, content):
        """A version whose picture or collection is gone takes that of the row."""
        kept = dict(content)
        for name in ("image", "verso", "collection"):
            field, own = self._meta.get_field(name), getattr(self, f"{name}_id")
            key = content.get(name)
            if key not in {own, None} and not field.related_model.objects.filter(pk=key).exists():
                kept[name] = own
        return kept

    @property
    def edit_address(self) -> str:
        """Where staff look after this record."""
        return reverse(self.snippet_viewset.get_url_name("edit"), args=[self.pk])

    @property
    def picture_ids(self) -> set[int]:
        """The pictures this version shows."""
        return {self.image_id, self.verso_id} - {None}

    @property
    def rights_statement(self) -> RightsStatement | None:
        return RightsStatement(self.rights) if self.rights else None

    @property
    def warning(self) -> ContentWarning | None:
        return ContentWarning(self.content_warning) if self.content_warning else None

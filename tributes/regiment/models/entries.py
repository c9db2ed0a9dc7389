"""An entry of the Immortal Regiment: what a family tells of one person, and its pictures.

Forms of the name are kept by `commemoration.names` alone. Who sent it is not here, but for the
first name and the town that somebody wants to be read.
"""

import uuid

from django.contrib.contenttypes.fields import GenericRelation
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from commemoration.core.edtf.fields import EdtfField
from commemoration.core.languages.choices import TextLanguage, one_text_for_each_language
from commemoration.core.publication.models import PublishedRecord, withdrawn_is_not_live
from tributes.regiment.enums import BelgianLink, Fate, LifeStatus, Relation
from tributes.regiment.querysets import EntryQuerySet


class RegimentEntry(PublishedRecord, ClusterableModel):
    """`key` is that of the submission from which it came; `language` is the sender's."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.PositiveIntegerField(
        _("number"), unique=True, null=True, blank=True, editable=False
    )
    is_example = models.BooleanField(_("invented example"), default=False, editable=False)
    named_person = models.OneToOneField(
        "names.NamedPerson", editable=False, on_delete=models.PROTECT, related_name="entry"
    )
    life_status = models.CharField(
        _("died or presumed dead"), max_length=10, choices=LifeStatus, default=LifeStatus.DIED
    )
    birth = EdtfField(_("date of birth"))
    birth_earliest = models.DateField(null=True, blank=True, editable=False)
    birth_latest = models.DateField(null=True, blank=True, editable=False)
    death = EdtfField(_("date of death"))
    death_earliest = models.DateField(null=True, blank=True, editable=False)
    death_latest = models.DateField(null=True, blank=True, editable=False)
    birthplace = models.CharField(_("place of birth"), max_length=300, blank=True)
    called_up_from = models.CharField(_("called up from"), max_length=300, blank=True)
    rank = models.CharField(_("rank"), max_length=200, blank=True)
    unit = models.CharField(_("unit or partisan group"), max_length=300, blank=True)
    decorations = ArrayField(
        models.CharField(max_length=200), default=list, blank=True, verbose_name=_("decorations")
    )
    fate = models.CharField(_("what became of the person"), max_length=20, choices=Fate)
    belgium = models.TextField(_("link with Belgium"), max_length=2000, blank=True)
    belgian_link = models.CharField(
        _("kind of link with Belgium"), max_length=20, choices=BelgianLink, blank=True
    )
    language = models.CharField(_("language of the story"), max_length=5, choices=TextLanguage)
    story = models.TextField(_("story"), max_length=10_000, blank=True)
    relation = models.CharField(_("who tells it"), max_length=20, choices=Relation)
    sender_name = models.CharField(_("first name of the sender"), max_length=100, blank=True)
    sender_town = models.CharField(_("town of the family"), max_length=100, blank=True)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="entry")

    objects = EntryQuerySet.as_manager()

    of_the_record = (*PublishedRecord.of_the_record, "key", "number", "named_person", "is_example")

    class Meta:
        ordering = ["-number", "-pk"]
        verbose_name = _("entry of the Immortal Regiment")
        verbose_name_plural = _("entries of the Immortal Regiment")
        indexes = [
            models.Index(fields=["-number"], condition=Q(live=True), name="entry_on_the_wall"),
            models.Index(fields=["fate", "-number"], condition=Q(live=True), name="entry_by_fate"),
            models.Index(
                fields=["sender_town", "-number"],
                condition=Q(live=True) & ~Q(sender_town=""),
                name="entry_by_town",
            ),
            models.Index(
                fields=["belgian_link", "-number"],
                condition=Q(live=True) & ~Q(belgian_link=""),
                name="entry_by_link",
            ),
            GinIndex(fields=["decorations"], condition=Q(live=True), name="entry_by_decoration"),
        ]
        constraints = [
            withdrawn_is_not_live("entry"),
            models.CheckConstraint(
                condition=Q(first_published_at=None) | Q(number__isnull=False),
                name="published_entry_has_number",
            ),
            models.CheckConstraint(
                condition=Q(life_status=LifeStatus.DIED)
                | Q(life_status=LifeStatus.PRESUMED, birth_latest__isnull=False),
                name="entry_died_or_presumed",
            ),
            models.CheckConstraint(
                condition=Q(birth_earliest=None)
                | Q(death_latest=None)
                | Q(birth_earliest__lte=F("death_latest")),
                name="entry_born_before_death",
                violation_error_message=_("The death lies before the birth."),
            ),
            models.CheckConstraint(condition=Q(fate__in=Fate.values), name="entry_fate_known"),
            models.CheckConstraint(
                condition=Q(belgian_link="") | Q(belgian_link__in=BelgianLink.values),
                name="entry_link_known",
            ),
            models.CheckConstraint(
                condition=Q(relation__in=Relation.values), name="entry_relation_known"
            ),
            models.CheckConstraint(
                condition=Q(language__in=TextLanguage.values), name="entry_language_known"
            ),
        ]

    def __str__(self):
        """Without the name: what stands in logs outlives the entry."""
        if self.number:
            return _now("Entry %(number)s") % {"number": self.number}
        return _now("New entry")

    def get_absolute_url(self) -> str:
        return reverse("regiment:entry", args=[self.number])


class StoryTranslation(models.Model):
    """The story in another language, by staff."""

    entry = ParentalKey(RegimentEntry, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    story = models.TextField(_("story"), max_length=12_000)
    belgium = models.TextField(_("link with Belgium"), max_length=2500, blank=True)

    class Meta:
        ordering = ["language"]
        verbose_name = _("translation of a story")
        verbose_name_plural = _("translations of stories")
        constraints = [one_text_for_each_language("entry")]

    def __str__(self):
        return self.language


class RegimentPicture(Orderable):
    """A picture of the entry, the first of them the portrait. `came_as` is the file from which it
    was made, so that an accepted change makes anew only what has changed."""

    entry = ParentalKey(RegimentEntry, on_delete=models.CASCADE, related_name="pictures")
    image = models.ForeignKey(
        "photos.ArchiveImage",
        verbose_name=_("picture"),
        on_delete=models.PROTECT,
        related_name="regiment_pictures",
    )
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    came_as = models.CharField(max_length=200, blank=True, editable=False)

    class Meta(Orderable.Meta):
        verbose_name = _("picture of an entry")
        verbose_name_plural = _("pictures of entries")
        constraints = [
            models.UniqueConstraint(fields=["entry", "image"], name="entry_picture_once"),
        ]

    def __str__(self):
        return str(self.image_id)


class ErasedNumber(models.Model):
    """The number of an entry of which nothing else is left: its address says that it is gone.

    A trigger writes it when the entry is deleted.
    """

    number = models.PositiveIntegerField(primary_key=True)

    class Meta:
        verbose_name = _("number of an erased entry")
        verbose_name_plural = _("numbers of erased entries")

    def __str__(self):
        return str(self.number)

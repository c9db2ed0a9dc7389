"""What every record has that is published once and may be withdrawn."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import RevisionMixin


class PublishedRecordQuerySet(models.QuerySet):
    def published(self):
        """What visitors may see."""
        return self.filter(live=True)

    def gone(self):
        """What visitors could see once: the addresses answer 410."""
        return self.filter(live=False, first_published_at__isnull=False)


class PublishedRecord(RevisionMixin, models.Model):
    """In preparation, public, or withdrawn. Its `Meta.constraints` has `withdrawn_is_not_live`."""

    live = models.BooleanField(_("public"), default=False, editable=False)
    first_published_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    modified_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects = PublishedRecordQuerySet.as_manager()

    # The fields of the record itself, that no version of it and no form has a say in.
    of_the_record = ("live", "first_published_at", "withdrawn_at")

    class Meta:
        abstract = True

    @property
    def state(self) -> str:
        if self.withdrawn_at:
            return _("withdrawn")
        return _("public") if self.live else _("in preparation")

    def with_content_json(self, content):
        version = super().with_content_json(content)
        for name in self.of_the_record:
            setattr(version, name, getattr(self, name))
        return version

    def read_state_anew(self) -> None:
        """Take over what became of the record since it was read, and lock it; in a transaction."""
        rows = type(self).objects.select_for_update(of=("self",))
        self.refresh_from_db(fields=self.of_the_record, from_queryset=rows)


def withdrawn_is_not_live(table: str) -> models.CheckConstraint:
    """What is withdrawn is not public, and what is public has been published."""
    return models.CheckConstraint(
        condition=Q(live=False) | Q(withdrawn_at=None, first_published_at__isnull=False),
        name=f"{table}_withdrawn_is_not_live",
    )

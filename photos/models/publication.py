"""How a photograph is published, taken back, locked and previewed by Wagtail's own screens."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.actions.unpublish import UnpublishAction
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from photos.enums import TextLanguage
from photos.locks import WithdrawnLock


class PublishedInStages(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    models.Model,
):
    """A record with drafts, approval, a lock and a preview; what is withdrawn stays as it is."""

    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_public(self) -> bool:
        """May visitors see it?"""
        return self.live and not self.withdrawn_at

    @property
    def has_been_public(self) -> bool:
        """Visitors know of it: its addresses answer, be it that it is gone."""
        return bool(self.first_published_at or self.withdrawn_at)

    def get_lock(self):
        return WithdrawnLock(self) if self.withdrawn_at else super().get_lock()

    def publish(self, revision, *args, **kwargs):
        """All or nothing: the row, its texts and its picture files."""
        with transaction.atomic():
            self._lock()
            # Read again under the lock: Wagtail saves the whole row, not only what it changes.
            revision.refresh_from_db()
            revision.as_object().require_publishable()
            return super().publish(revision, *args, **kwargs)

    def unpublish(self, set_expired=False, commit=True, user=None, log_action=True):  # noqa: FBT002
        action = UnpublishAction(
            self, set_expired=set_expired, commit=commit, user=user, log_action=log_action
        )
        with transaction.atomic():
            self._lock()
            action.execute(skip_permission_checks=True)

    def _lock(self):
        """Let nobody else change the record until the transaction ends, nor undo a withdrawal."""
        rows = type(self)._base_manager.select_for_update().filter(pk=self.pk)
        self.withdrawn_at = rows.values_list("withdrawn_at", flat=True).get()

    def require_publishable(self):
        """Raise ValidationError with everything that must be mended before publication."""
        problems = []
        if self.withdrawn_at:
            problems.append(_("This photograph is withdrawn. Restore it before you publish it."))
        if not self.image_id:
            problems.append(_("Choose the picture before you publish."))
        if not self.rights:
            problems.append(_("Choose a rights statement before you publish."))
        if not any(text.title.strip() for text in self.texts.all()):
            problems.append(_("Give a title in at least one language before you publish."))
        if problems:
            raise ValidationError(problems)

    @property
    def preview_modes(self):
        return TextLanguage.choices

    def serve_preview(self, request, mode_name):
        """The page as it will be in the language chosen in the preview."""
        # A string, since views stand above records.
        preview_photo = import_string("photos.views.preview_photo")
        with override(mode_name):
            return preview_photo(request, self, mode_name)

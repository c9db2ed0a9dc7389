"""The screens on which a photograph is unpublished, withdrawn and restored."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import UnpublishView

from photos.models.records import Photo
from photos.permissions import may_edit_photo, may_publish_photo
from photos.selectors.cards import photo_url
from photos.services.records import restore_photo, withdraw_photo


class PhotoUnpublishView(UnpublishView):
    """All or nothing: the row and its picture files."""

    @transaction.atomic
    def unpublish(self):
        return super().unpublish()


class PhotoWithdrawView(PhotoUnpublishView):
    page_title = _("Withdraw")
    success_message = _("%(object)s is withdrawn. Its addresses say that it is gone.")
    template_name = "photos/admin/confirm_withdraw.html"
    unpublish_url_name = "photos_withdraw"

    def unpublish(self):
        withdraw_photo(self.object, user=self.request.user)

    def get_unpublish_url(self):
        return self.request.path


class PhotoRestoreView(PhotoWithdrawView):
    page_title = _("Restore")
    success_message = _("%(object)s is a draft again. Check it and publish it.")
    template_name = "photos/admin/confirm_restore.html"

    def unpublish(self):
        restore_photo(self.object, user=self.request.user)


def photo_buttons(photo, user, next_url=None):
    """To the page that visitors see, and what those who may publish can do about it.

    Also registered for the rows of the list.
    """
    if not isinstance(photo, Photo):
        return []
    buttons = []
    if photo.live:
        url = photo_url(photo.slug, get_language())
        buttons.append(Button(_("See it on the site"), url=url, icon_name="view"))
    if may_edit_photo(user, photo):
        url = reverse(photo.snippet_viewset.get_url_name("usage"), args=[photo.pk])
        buttons.append(Button(_("Used in"), url=url, icon_name="link"))
    if may_publish_photo(user, photo):
        buttons.append(_withdraw_or_restore(photo))
    return buttons


def _withdraw_or_restore(photo: Photo) -> Button:
    name, label = ("restore", _("Restore")) if photo.withdrawn_at else ("withdraw", _("Withdraw"))
    url = reverse(f"{Photo.snippet_viewset.url_namespace}:{name}", args=[photo.pk])
    return Button(label, url=url, icon_name="undo" if photo.withdrawn_at else "no-view")

"""A withdrawn record is closed for everybody until it is restored."""

from django.utils.translation import gettext as _
from wagtail.locks import BaseLock


class WithdrawnLock(BaseLock):
    def for_user(self, user):
        return True

    def get_message(self, user):
        return _(
            "This photograph has been withdrawn: its addresses say that it is gone. "
            "Restore it before you change or publish it."
        )

    def get_locked_by(self, user):
        return _("Withdrawn")

    def get_description(self, user):
        return _("No one can change or publish a withdrawn photograph.")

"""The states of a letter."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MessageStatus(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    REFUSED = "refused", _("Refused by the recipient's server")
    GIVEN_UP = "given_up", _("Given up")
    RETURNED = "returned", _("Came back")


OPEN_STATUSES = (MessageStatus.WAITING, MessageStatus.SENDING)
UNDELIVERED_STATUSES = (MessageStatus.REFUSED, MessageStatus.GIVEN_UP, MessageStatus.RETURNED)
CLOSED_STATUSES = (MessageStatus.SENT, *UNDELIVERED_STATUSES)

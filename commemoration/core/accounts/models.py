"""Staff accounts."""

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac


class User(AbstractUser):
    """A member of staff."""

    # Part of what every session is checked against: a new value signs the account out everywhere.
    session_stamp = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta(AbstractUser.Meta):
        app_label = "core"

    def _get_session_auth_hash(self, secret=None):
        salt = "commemoration.core.accounts.User.session"
        value = f"{self.password}{self.session_stamp}"
        return salted_hmac(salt, value, secret=secret, algorithm="sha256").hexdigest()

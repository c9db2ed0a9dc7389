"""Staff accounts."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of staff. An own model, so that a field can be added later without moving tables."""

    class Meta(AbstractUser.Meta):
        app_label = "core"

"""The fixed words of the Immortal Regiment."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

PERSON_KIND = "regiment"
"""What the index of names calls the list of entries."""

CONSENT = "regiment"
"""The purpose under which the consents of senders are kept."""

KIND = "regiment"
"""The kind of submission, as it stands in addresses."""

MOST_PICTURES = 8
LONGEST_STORY = 10_000


class Scope(models.TextChoices):
    """What a sender agrees to."""

    PAGE = "page", _("The name, the life, the story and the pictures are shown on this site.")
    SENDER = "sender", _("My first name and my town stand beside the story.")


class Fate(models.TextChoices):
    """What became of somebody in the war, as the family knows it."""

    RETURNED = "returned", pgettext_lazy("fate", "returned from the war")
    KILLED = "killed", pgettext_lazy("fate", "killed in action")
    DIED = "died", pgettext_lazy("fate", "died of wounds or illness")
    CAPTIVITY = "captivity", pgettext_lazy("fate", "died in captivity")
    MISSING = "missing", pgettext_lazy("fate", "missing in action")
    HOME_FRONT = "home_front", pgettext_lazy("fate", "worked on the home front")
    OTHER = "other", pgettext_lazy("fate", "something else, told in the story")


class BelgianLink(models.TextChoices):
    """What ties somebody to Belgium, as the family knows it; the words of it are told beside."""

    CAPTIVE = "captive", pgettext_lazy("link", "was a prisoner or forced labourer in Belgium")
    RESISTANCE = "resistance", pgettext_lazy("link", "fought in the Resistance in Belgium")
    LIBERATION = "liberation", pgettext_lazy("link", "was in Belgium with the Allied forces")
    BURIED = "buried", pgettext_lazy("link", "is buried in Belgium")
    LIVED = "lived", pgettext_lazy("link", "lived in Belgium before or after the war")
    FAMILY = "family", pgettext_lazy("link", "has family in Belgium")
    OTHER = "other", pgettext_lazy("link", "another link, told in words")


class LifeStatus(models.TextChoices):
    """Nobody else has an entry: a living person is not shown here."""

    DIED = "died", pgettext_lazy("entry", "died")
    PRESUMED = "presumed", pgettext_lazy("entry", "presumed dead")


class Living(models.TextChoices):
    """What the family says, asked in plain words."""

    NO = "no", _("No: died, was killed or never came back")
    UNKNOWN = "unknown", _("We do not know")
    YES = "yes", _("Yes, is alive")


class Relation(models.TextChoices):
    """Who sends the story, seen from the person whom it is about."""

    CHILD = "child", pgettext_lazy("sender", "son or daughter")
    GRANDCHILD = "grandchild", pgettext_lazy("sender", "grandchild")
    GREAT_GRANDCHILD = "great_grandchild", pgettext_lazy("sender", "great-grandchild")
    NEPHEW = "nephew", pgettext_lazy("sender", "nephew or niece")
    RELATIVE = "relative", pgettext_lazy("sender", "another relative")
    FRIEND = "friend", pgettext_lazy("sender", "no relative")


PRESUMED_AFTER_YEARS = 110
"""Born so long ago, somebody counts as dead."""

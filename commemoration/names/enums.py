"""The words that forms of a name and links between people are described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NameRole(models.TextChoices):
    """Who wrote this form of the name, in the order in which a card prefers them."""

    IDENTIFIED = "identified", _("as identified")
    INSCRIBED = "inscribed", _("as inscribed")
    REGISTERED = "registered", _("as registered")
    FAMILY = "family", _("the family's form")
    ALIAS = "alias", _("also known as")


class Script(models.TextChoices):
    LATIN = "latin", _("Latin script")
    CYRILLIC = "cyrillic", _("Cyrillic script")
    MIXED = "mixed", _("both scripts")


class LinkState(models.TextChoices):
    """What is known of two records: only staff say that they tell of one person, or do not."""

    SUGGESTED = "suggested", _("suggested")
    SAME = "same", _("the same person")
    NOT_SAME = "not_same", _("not the same person")


DECIDED_STATES = (LinkState.SAME, LinkState.NOT_SAME)


class PairReason(models.TextChoices):
    """Why two people are put before staff, the weightiest first."""

    SAME_DATES = "same_dates", _("born and died on the same days")
    ALIKE = "alike", _("died on the same day; the surnames sound or look alike")
    GIVEN_NAME = "given_name", _("died on the same day; the same given name, and births that agree")


class SlipKind(models.TextChoices):
    """What may be a slip in any record. Lists add kinds of their own."""

    LIFESPAN = "lifespan", _("birth and death hardly go together")
    LETTERS = "letters", _("letters of two scripts within one word")

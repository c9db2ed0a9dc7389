"""What an organisation is, and how two of them belong together."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    RESISTANCE_MOVEMENT = "resistance_movement", _("Resistance movement")
    MILITARY_UNIT = "military_unit", _("Military unit")
    PARTNER = "partner", _("Partner")
    ASSOCIATION = "association", _("Association")
    COMMUNE = "commune", _("Commune")
    OTHER = "other", _("Other organisation")


class RelationKind(models.TextChoices):
    """Read from the first organisation to the second."""

    PART_OF = "part_of", _("was a part of")
    SUCCEEDED = "succeeded", _("took the place of")
    FOUNDED_BY = "founded_by", _("was founded by")
    WORKED_WITH = "worked_with", _("worked with")


RELATION_BACKWARDS = {
    RelationKind.PART_OF: _("had as a part"),
    RelationKind.SUCCEEDED: _("was followed by"),
    RelationKind.FOUNDED_BY: _("founded"),
    RelationKind.WORKED_WITH: _("worked with"),
}


class ReferenceKind(models.TextChoices):
    SOURCE = "source", _("Source")
    LINK = "link", _("Link")

"""The fixed words of the archive: rights, warnings, levels, languages of texts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from commemoration.core.languages.choices import TextLanguage as TextLanguage


class CollectionLevel(models.TextChoices):
    FONDS = "fonds", _("Fonds")
    SERIES = "series", _("Series")


class ContentWarning(models.TextChoices):
    """Why a picture is covered until the reader decides to see it."""

    DEATH = "death", _("Shows people who have died")
    INJURY = "injury", _("Shows people who are wounded or ill")
    VIOLENCE = "violence", _("Shows violence")
    CAMP = "camp", _("Shows the conditions in a camp")
    PROPAGANDA = "propaganda", _("Shows propaganda of its time")

    @property
    def explanation(self):
        return WARNING_EXPLANATIONS[self]


WARNING_EXPLANATIONS = {
    ContentWarning.DEATH: _("This photograph shows people who have died."),
    ContentWarning.INJURY: _("This photograph shows people who are wounded or ill."),
    ContentWarning.VIOLENCE: _("This photograph shows violence."),
    ContentWarning.CAMP: _("This photograph shows the conditions in a camp."),
    ContentWarning.PROPAGANDA: _(
        "This photograph shows propaganda of its time, with words or signs that offend."
    ),
}


class RightsStatement(models.TextChoices):
    """What may be done with a photograph.

    The twelve statements of rightsstatements.org, whose identifiers are `http://` addresses, and
    the licences and public domain tools of creativecommons.org.
    """

    IN_COPYRIGHT = "InC", _("In copyright")
    ORPHAN = "InC-OW-EU", _("In copyright, orphan work of the European Union")
    EDUCATIONAL = "InC-EDU", _("In copyright, educational use permitted")
    NON_COMMERCIAL = "InC-NC", _("In copyright, non-commercial use permitted")
    NO_OWNER_FOUND = "InC-RUU", _("In copyright, rights-holder not found")
    CONTRACT = "NoC-CR", _("No copyright, contractual restrictions")
    NO_COPYRIGHT_NON_COMMERCIAL = "NoC-NC", _("No copyright, non-commercial use only")
    OTHER_LEGAL = "NoC-OKLR", _("No copyright, other legal restrictions")
    UNITED_STATES = "NoC-US", _("No copyright in the United States")
    NOT_EVALUATED = "CNE", _("Copyright not evaluated")
    UNDETERMINED = "UND", _("Copyright undetermined")
    NONE_KNOWN = "NKC", _("No known copyright")
    CC0 = "CC0-1.0", _("Creative Commons Zero (CC0 1.0)")
    PUBLIC_DOMAIN = "PDM-1.0", _("Public Domain Mark 1.0")
    CC_BY_4 = "CC-BY-4.0", _("Creative Commons BY 4.0")
    CC_BY_SA_4 = "CC-BY-SA-4.0", _("Creative Commons BY-SA 4.0")
    CC_BY_ND_4 = "CC-BY-ND-4.0", _("Creative Commons BY-ND 4.0")
    CC_BY_NC_4 = "CC-BY-NC-4.0", _("Creative Commons BY-NC 4.0")
    CC_BY_NC_SA_4 = "CC-BY-NC-SA-4.0", _("Creative Commons BY-NC-SA 4.0")
    CC_BY_NC_ND_4 = "CC-BY-NC-ND-4.0", _("Creative Commons BY-NC-ND 4.0")
    CC_BY_3 = "CC-BY-3.0", _("Creative Commons BY 3.0")
    CC_BY_SA_3 = "CC-BY-SA-3.0", _("Creative Commons BY-SA 3.0")
    CC_BY_ND_3 = "CC-BY-ND-3.0", _("Creative Commons BY-ND 3.0")
    CC_BY_NC_3 = "CC-BY-NC-3.0", _("Creative Commons BY-NC 3.0")
    CC_BY_NC_SA_3 = "CC-BY-NC-SA-3.0", _("Creative Commons BY-NC-SA 3.0")
    CC_BY_NC_ND_3 = "CC-BY-NC-ND-3.0", _("Creative Commons BY-NC-ND 3.0")

    @property
    def uri(self) -> str:
        """The statement's own identifier, as it must be exchanged."""
        if self is RightsStatement.CC0:
            return "http://creativecommons.org/publicdomain/zero/1.0/"
        if self is RightsStatement.PUBLIC_DOMAIN:
            return "http://creativecommons.org/publicdomain/mark/1.0/"
        if self.value.startswith("CC-"):
            name, version = self.value.removeprefix("CC-").lower().rsplit("-", 1)
            return f"http://creativecommons.org/licenses/{name}/{version}/"
        return f"http://rightsstatements.org/vocab/{self.value}/1.0/"

    @property
    def is_protected(self) -> bool | None:
        """Whether copyright protects the photograph; None where nobody knows for certain."""
        if self.value in {"CNE", "UND", "NKC"}:
            return None
        return not (self.value.startswith("NoC") or self.value in {"CC0-1.0", "PDM-1.0"})

    @property
    def explanation(self):
        """What the statement means for a reader, in one or two plain sentences."""
        family = self.value.rsplit("-", 1)[0] if self.value.startswith("CC-") else self.value
        return RIGHTS_EXPLANATIONS[family]

    @classmethod
    def from_text(cls, text: str) -> "RightsStatement | None":
        """The statement with this code or address, however the address is written; else None."""
        wanted = _address_core(text)
        for statement in cls:
            if wanted in (statement.value.lower(), _address_core(statement.uri)):
                return statement
        return None


def _address_core(text: str) -> str:
    """An address without what does not tell two statements apart."""
    core = text.strip().lower().split("?")[0]
    for beginning in ("https://", "http://", "www."):
        core = core.removeprefix(beginning)
    core = core.replace("rightsstatements.org/page/", "rightsstatements.org/vocab/").rstrip("/")
    for ending in ("/deed", "/legalcode", "/legalcode.en", "/deed.en"):
        core = core.removesuffix(ending)
    return core


RIGHTS_EXPLANATIONS = {
    "InC": _(
        "This photograph is protected by copyright. You may look at it here; for any other use "
        "you need the permission of the rights-holder, unless the law allows it."
    ),
    "InC-OW-EU": _(
        "This photograph is protected by copyright, and a search has not found its rights-"
        "holder. It is shown under the orphan works rules of the European Union, which do not "
        "cover your own use."
    ),
    "InC-EDU": _(
        "This photograph is protected by copyright. You may use it for teaching and learning "
        "without asking; for any other use you need the permission of the rights-holder."
    ),
    "InC-NC": _(
        "This photograph is protected by copyright. You may use it without asking where no "
        "money is earned; for any other use you need the permission of the rights-holder."
    ),
    "InC-RUU": _(
        "This photograph is protected by copyright, but its rights-holder could not be found or "
        "reached. For any use that the law does not allow you would need permission that nobody "
        "can give at present."
    ),
    "NoC-CR": _(
        "This photograph is no longer protected by copyright, but an agreement with its owner "
        "limits what may be done with it. Ask the institution that holds it before you use it."
    ),
    "NoC-NC": _(
        "This photograph is no longer protected by copyright, but the institution that "
        "digitised it allows only uses from which no money is earned."
    ),
    "NoC-OKLR": _(
        "This photograph is no longer protected by copyright, but other laws limit its use. Ask "
        "the institution that holds it before you use it."
    ),
    "NoC-US": _(
        "This photograph is free of copyright under the laws of the United States. In other "
        "countries it may still be protected."
    ),
    "CNE": _(
        "Nobody has examined yet whether this photograph is protected by copyright. Before you "
        "use it, find out for yourself whether you may."
    ),
    "UND": _(
        "Whether this photograph is protected by copyright has been examined, without a certain "
        "answer. Before you use it, find out for yourself whether you may."
    ),
    "NKC": _(
        "There is reason to believe that this photograph is not protected by copyright, but it "
        "is not certain. You use it at your own risk; please keep the credit line."
    ),
    "CC0-1.0": _(
        "You may use this photograph for any purpose without asking: its rights-holder has "
        "given up all rights that can be given up."
    ),
    "PDM-1.0": _(
        "This photograph is free of known copyright restrictions. You may use it for any "
        "purpose without asking; please keep the credit line."
    ),
    "CC-BY": _(
        "You may use and change this photograph for any purpose if you name the source, link to "
        "the licence and say what you changed."
    ),
    "CC-BY-SA": _(
        "You may use and change this photograph for any purpose if you name the source, say "
        "what you changed and give what you make under the same licence."
    ),
    "CC-BY-ND": _(
        "You may use this photograph unchanged for any purpose if you name the source and link "
        "to the licence. You may not share a changed version."
    ),
    "CC-BY-NC": _(
        "You may use and change this photograph for any purpose from which no money is earned "
        "if you name the source, link to the licence and say what you changed."
    ),
    "CC-BY-NC-SA": _(
        "You may use and change this photograph for any purpose from which no money is earned "
        "if you name the source and give what you make under the same licence."
    ),
    "CC-BY-NC-ND": _(
        "You may use this photograph unchanged for any purpose from which no money is earned if "
        "you name the source and link to the licence. You may not share a changed version."
    ),
}


class TileState(models.TextChoices):
    """How far the deep-zoom tiles of a picture are."""

    NONE = "none", _("No tiles")
    WAITING = "waiting", _("Waiting for tiles")
    READY = "ready", _("Tiles are ready")
    FAILED = "failed", _("Tiles could not be made")


class TileFault(models.TextChoices):
    """Why the tiles of a picture could not be made, as the last attempt found it."""

    KILLED = "killed", _("The work was ended three times, perhaps for want of memory")
    LOST = "lost", _("The file of the picture is missing")
    DISK = "disk", _("The disk was full or failing")
    DAMAGED = "damaged", _("The file of the picture is damaged")
    OTHER = "other", _("A fault in the program; the server's log has the details")


class ActivityKind(models.TextChoices):
    """What can happen to a photograph's manifest (https://iiif.io/api/discovery/1.0/)."""

    CREATE = "Create", _("Published")
    UPDATE = "Update", _("Changed")
    DELETE = "Delete", _("No longer public")


# The note beside a text that is not in the reader's language.


class ErrorConcern(models.TextChoices):
    """What a reader says is wrong about a photograph."""

    CAPTION = "caption", _("The title or the caption")
    DATE = "date", _("The date")
    PLACE = "place", _("The place")
    PEOPLE = "people", _("The people shown")
    RIGHTS = "rights", _("The rights or the credit line")
    TRANSLATION = "translation", _("The translation")
    OTHER = "other", _("Something else")


class ReportState(models.TextChoices):
    """How far staff are with what a reader has reported."""

    NEW = "new", pgettext_lazy("report", "New")
    IN_PROGRESS = "in_progress", pgettext_lazy("report", "In progress")
    CORRECTED = "corrected", pgettext_lazy("report", "Corrected")
    UNCHANGED = "unchanged", pgettext_lazy("report", "Not changed")
    SPAM = "spam", pgettext_lazy("report", "Spam")


OPEN_REPORT_STATES = (ReportState.NEW, ReportState.IN_PROGRESS)
# Their senders are answered.
ANSWERED_REPORT_STATES = (ReportState.CORRECTED, ReportState.UNCHANGED)

from tributes.graves.models.burials import Burial, BurialIdentifier, BurialPhoto, BurialSource
from tributes.graves.models.caretakers import (
    Caretaker,
    CaretakerReport,
    CaretakerSite,
    ErasedCaretaker,
    ReportPicture,
)
from tributes.graves.models.ceremonies import Ceremony, CeremonyPhoto, CeremonyText
from tributes.graves.models.contributions import (
    Contribution,
    ContributionPicture,
    PhotoRequest,
)
from tributes.graves.models.pages import GraveMapPage
from tributes.graves.models.sites import BurialSite, BurialSitePhoto, ConditionEntry
from tributes.graves.models.texts import BurialSiteText, BurialText

__all__ = [
    "Burial",
    "BurialIdentifier",
    "BurialPhoto",
    "BurialSite",
    "BurialSitePhoto",
    "BurialSiteText",
    "BurialSource",
    "BurialText",
    "Caretaker",
    "CaretakerReport",
    "CaretakerSite",
    "Ceremony",
    "CeremonyPhoto",
    "CeremonyText",
    "ConditionEntry",
    "Contribution",
    "ContributionPicture",
    "ErasedCaretaker",
    "GraveMapPage",
    "PhotoRequest",
    "ReportPicture",
]

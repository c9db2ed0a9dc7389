from tributes.veterans.models.medals import (
    Award,
    Medal,
    MedalPresentation,
    MedalText,
    PresentationText,
    ReportPhoto,
)
from tributes.veterans.models.pages import VeteransPage
from tributes.veterans.models.veterans import Portrait, Veteran, VeteranText

__all__ = [
    "Award",
    "Medal",
    "MedalPresentation",
    "MedalText",
    "Portrait",
    "PresentationText",
    "ReportPhoto",
    "Veteran",
    "VeteranText",
    "VeteransPage",
]

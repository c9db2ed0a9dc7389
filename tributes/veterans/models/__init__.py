from tributes.veterans.models.medals import Award, Medal, MedalText, RibbonStripe
from tributes.veterans.models.pages import VeteransPage
from tributes.veterans.models.presentations import (
    MedalPresentation,
    PresentationText,
    ReportPhoto,
    ReportPhotoText,
)
from tributes.veterans.models.veterans import Portrait, Veteran, VeteranText

__all__ = [
    "Award",
    "Medal",
    "MedalPresentation",
    "MedalText",
    "Portrait",
    "PresentationText",
    "ReportPhoto",
    "ReportPhotoText",
    "RibbonStripe",
    "Veteran",
    "VeteranText",
    "VeteransPage",
]

from tributes.regiment.models.entries import (
    ErasedNumber,
    RegimentEntry,
    RegimentPicture,
    StoryTranslation,
)
from tributes.regiment.models.pages import RegimentPage

__all__ = [
    "ErasedNumber",
    "RegimentEntry",
    "RegimentPage",
    "RegimentPicture",
    "StoryTranslation",
]

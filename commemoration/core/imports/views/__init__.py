"""The import screens: find the import, ask permission, call one service, answer."""

from .following import (
    BatchView,
    CancelView,
    CheckView,
    ConfirmView,
    ContinueView,
    IndexView,
    ProgressView,
    ReportView,
    UndoView,
)
from .matching import MappingView
from .sending import ChooseView, FilesView, UploadView

__all__ = [
    "BatchView",
    "CancelView",
    "CheckView",
    "ChooseView",
    "ConfirmView",
    "ContinueView",
    "FilesView",
    "IndexView",
    "MappingView",
    "ProgressView",
    "ReportView",
    "UndoView",
    "UploadView",
]

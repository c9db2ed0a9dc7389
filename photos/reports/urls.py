"""The addresses of the reports, below `/admin/reports/`. Wagtail asks for them by bare names."""

from django.urls import path

from .gaps import GapsReportView
from .tiles import MakeAgainView, TilesReportView

urlpatterns = [
    path("reports/photograph-gaps/", GapsReportView.as_view(), name="photo_gaps"),
    path(
        "reports/photograph-gaps/results/",
        GapsReportView.as_view(results_only=True),
        name="photo_gaps_results",
    ),
    path("reports/photograph-tiles/", TilesReportView.as_view(), name="photo_tiles"),
    path(
        "reports/photograph-tiles/results/",
        TilesReportView.as_view(results_only=True),
        name="photo_tiles_results",
    ),
    path("reports/photograph-tiles/again/", MakeAgainView.as_view(), name="photo_tiles_again"),
]

"""The addresses of consents in the admin."""

from django.urls import path

from commemoration.core.consent.views import ConsentsView, ScanView, WithdrawView

app_name = "consents"
urlpatterns = [
    path("<slug:purpose>/<uuid:subject>/", ConsentsView.as_view(), name="person"),
    path("<slug:purpose>/<uuid:subject>/withdraw/", WithdrawView.as_view(), name="withdraw"),
    path("<slug:purpose>/<uuid:subject>/<uuid:record>/", ScanView.as_view(), name="scan"),
]

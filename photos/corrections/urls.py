"""The form below a photograph's own address; included in the addresses of the photographs."""

from django.urls import path

from photos.corrections import visitor_views as views

corrections_urlpatterns = [
    path("photo/<slug:slug>/report/", views.report_error, name="report_error"),
    path("photo/<slug:slug>/report/thanks/", views.thanks, name="report_thanks"),
]

"""The screens of the letters, below `/admin/letters/`."""

from django.urls import path

from .views.staff import RetryView, UndeliveredView

app_name = "letters"

urlpatterns = [
    path("", UndeliveredView.as_view(), name="undelivered"),
    path("<uuid:uuid>/retry/", RetryView.as_view(), name="retry"),
]

"""The screens of bulk edits, below `/admin/photograph-changes/`."""

from django.urls import path

from . import views

app_name = "bulk_edits"

urlpatterns = [
    path("", views.IndexView.as_view(), name="index"),
    path("<int:pk>/", views.BatchView.as_view(), name="batch"),
    path("<int:pk>/confirm/", views.ConfirmView.as_view(), name="confirm"),
    path("<int:pk>/cancel/", views.CancelView.as_view(), name="cancel"),
    path("<int:pk>/continue/", views.ContinueView.as_view(), name="continue"),
    path("<int:pk>/undo/", views.UndoView.as_view(), name="undo"),
    path("<int:pk>/progress.json", views.ProgressView.as_view(), name="progress"),
]

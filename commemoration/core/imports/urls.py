"""The import screens, below `/admin/imports/`."""

from django.urls import path

from . import views

app_name = "imports"

urlpatterns = [
    path("", views.IndexView.as_view(), name="index"),
    path("new/", views.ChooseView.as_view(), name="choose"),
    path("new/<slug:key>/", views.UploadView.as_view(), name="upload"),
    path("<int:pk>/", views.BatchView.as_view(), name="batch"),
    path("<int:pk>/columns/", views.MappingView.as_view(), name="columns"),
    path("<int:pk>/files/", views.FilesView.as_view(), name="files"),
    path("<int:pk>/check/", views.CheckView.as_view(), name="check"),
    path("<int:pk>/confirm/", views.ConfirmView.as_view(), name="confirm"),
    path("<int:pk>/continue/", views.ContinueView.as_view(), name="continue"),
    path("<int:pk>/cancel/", views.CancelView.as_view(), name="cancel"),
    path("<int:pk>/undo/", views.UndoView.as_view(), name="undo"),
    path("<int:pk>/progress.json", views.ProgressView.as_view(), name="progress"),
    path("<int:pk>/report.csv", views.ReportView.as_view(), name="report"),
]

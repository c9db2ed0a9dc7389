"""The addresses for other archives and programs, which name no language."""

from django.urls import path

from photos.exports import views

PRESENTATION = "iiif/presentation/3"

export_urlpatterns = [
    path(f"{PRESENTATION}/photo/<slug:slug>/manifest.json", views.photo, name="photo_manifest"),
    path(
        f"{PRESENTATION}/collection/<slug:slug>/collection.json",
        views.collection,
        name="collection_manifest",
    ),
    path(
        f"{PRESENTATION}/collection/<slug:slug>/page-<int:number>.json",
        views.collection_page,
        name="collection_manifest_page",
    ),
    path("iiif/discovery/1/activities.json", views.feed, name="discovery_feed"),
    path(
        "iiif/discovery/1/activities-<int:number>.json",
        views.feed_page,
        name="discovery_feed_page",
    ),
    path("data/photos.csv", views.photos_csv, name="photos_csv"),
    path("data/photos.jsonl", views.photos_jsonl, name="photos_jsonl"),
    path("data/photos/<slug:slug>.json", views.record, name="photo_record"),
]
